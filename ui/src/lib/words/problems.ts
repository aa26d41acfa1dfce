/**
 * A sentence for each problem of a field. The codes are those of `domain` (`typed`, `validity`) and
 * of the use cases; one that is not known falls back to what Rust says of it.
 */
import type { FieldProblem } from '../backend/types';
import { fullDayText } from './dates';

type Values = Record<string, string>;
type Say = (values: Values) => string;

const typed = (values: Values) => (values.text ? `“${values.text}”` : 'This');
const day = (values: Values, name: string) =>
  values[name] ? fullDayText(values[name]) : 'That day';

/** What was typed and not understood. */
const TYPED: Record<string, Say> = {
  empty: () => 'Please write something here.',
  not_an_amount: (v) => `${typed(v)} is not understood as a sum. “1,840.00” or “$35” would be.`,
  no_currency: (v) => `In which currency is ${typed(v)}? Add one, such as USD or €.`,
  unknown_currency: (v) => `“${v.currency ?? v.text ?? ''}” is not a currency that banks know.`,
  two_currencies: (v) => `${typed(v)} names two currencies. Please keep one.`,
  too_many_digits: (v) =>
    v.allowed === '0'
      ? `${v.currency ?? 'This currency'} has no digits behind the point.`
      : `${v.currency ?? 'This currency'} has at most ${v.allowed ?? 'two'} digits behind the point.`,
  negative: () => 'Sums are written without a minus sign.',
  zero: () => 'A sum has to be more than nothing.',
  too_large: (v) => `${typed(v)} is too large to be kept exactly.`,
  not_a_day: (v) => `${typed(v)} is not understood as a day. “12 May” or “next friday” would be.`,
  no_such_day: (v) => `There is no such day as ${typed(v)}.`,
  year_out_of_range: (v) =>
    `${typed(v)} lies too far away. Years from 1900 to 2199 are understood.`,
  weekday_differs: (v) => `${typed(v)}: that day is a ${v.weekday ?? 'different weekday'}.`,
  not_a_time: (v) => `${typed(v)} is not understood as a time. “10:15” or “2pm” would be.`,
  no_such_time: (v) => `There is no such time as ${typed(v)}.`,
};

/** What keeps a record from being saved. */
const REFUSED: Record<string, Say> = {
  missing: () => 'Please fill this in.',
  no_letters: () => 'Please write a word or a number to cover.',
  text_empty: () => 'Please write something here.',
  text_too_long: (v) =>
    `This is ${v.length ?? 'too many'} characters long; ${v.limit ?? 'fewer'} can be kept. Please shorten it.`,
  text_control_character: (v) =>
    `Character ${v.position ?? 'of this text'} cannot be shown or printed. Please remove it.`,
  too_long: () => 'This is longer than can be kept. Please shorten it.',
  amount_not_positive: () => 'A sum has to be more than nothing.',
  price_negative: () => 'A price cannot be less than nothing.',
  currency_differs: (v) => `What is owed is in ${v.claim ?? ''}, this is in ${v.movement ?? ''}.`,
  mixed_currencies: () => 'These sums are in different currencies.',
  total_too_large: (v) =>
    `The sums in ${v.currency ?? 'this currency'} add up to more than can be kept exactly.`,
  out_of_range: () => 'This sum is too large to be kept exactly.',
  promise_due_before_made: (v) =>
    `It is due on ${day(v, 'dueOn')}, before it was promised on ${day(v, 'madeOn')}.`,
  before_trigger: () => 'This is before the day that starts the time limit.',
  unknown_reference: () => 'What was chosen here is no longer there. Please choose again.',
  unknown_region: () => 'The holidays of that place are not known here.',
  wrong_direction: () =>
    'Money that came in pays something; money that went out takes something back.',
  more_than_line: () => 'That is more than is left of the line.',
  not_one_character: (v) => `${typed(v)} is not one character.`,
  too_short: () =>
    'Please write at least four letters or digits, or it is found where you do not mean it.',
  brackets: () => 'Please leave out square brackets: they mark where something was erased.',
  the_mark: () => 'This is part of the mark that stands where something was erased.',
  no_claim: () => 'No sum is linked to this remedy, so none can be taken back.',
};

/** What was saved, and is worth a second look. */
const WARNINGS: Record<string, Say> = {
  contact_not_of_party: () => 'This person works at none of the vendors of this dispute.',
  remedy_without_person: () => 'It is not said who agreed to it.',
  remedy_without_vendor: () => 'It is not said which vendor owes it.',
  remedy_without_claim: () => 'It is not linked to a sum that is owed.',
  not_later: () => 'Please choose a later day.',
  not_rising: () => 'Each has to be longer than the one before.',
  day_in_future: (v) => `${day(v, 'day')} has not come yet.`,
  movement_larger_than_owed: (v) => `That is more than was owed (${v.owed ?? 'less'}).`,
  reversal_larger_than_paid: (v) => `More was taken back than had been paid (${v.paid ?? 'less'}).`,
  reversal_before_payment: (v) =>
    `It was taken back before it was paid (${v.paid ?? 'nothing'} had come by then).`,
};

export const PROBLEMS: Record<string, Say> = { ...TYPED, ...REFUSED, ...WARNINGS };

/** What is said of a problem of which nothing else is known. */
export const FALLBACK = 'This cannot be kept as it is. Please look at it again.';

/** The sentence for a problem. */
export function problemSentence(problem: FieldProblem): string {
  const say = PROBLEMS[problem.code];
  if (say) return say(problem.values);
  const { said } = problem.values;
  return said ? `${said.charAt(0).toUpperCase()}${said.slice(1)}.` : FALLBACK;
}
