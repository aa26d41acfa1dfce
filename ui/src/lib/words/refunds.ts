/** The words of the household’s own list of refunds: its columns, its states, what is wrong with it. */
import type { RefundColumn, RefundProblem, RefundState } from '../backend/types';
import { fullDayText } from './dates';

/** What a column may mean, in the order in which a choice offers them. */
export const REFUND_COLUMNS: Record<RefundColumn, string> = {
  ignore: 'Leave out',
  vendor: 'Vendor',
  what: 'What it was for',
  amount: 'Amount asked for',
  currency: 'Currency',
  asked_on: 'Day you asked',
  reference: 'Reference',
  state: 'How it stands',
  refunded: 'Amount that came back',
  refunded_on: 'Day it came back',
  contact: 'Who you spoke with',
  notes: 'Notes',
};

/** How a row says that the matter stands. */
export const REFUND_STATES: Record<RefundState, string> = {
  open: 'Open',
  waiting: 'Waiting',
  promised: 'Promised',
  partly_refunded: 'Partly refunded',
  refunded: 'Refunded',
  refused: 'Refused',
  given_up: 'Given up',
};

/** What is asked for where no column holds it: “Which column says …?” */
const WANTED: Partial<Record<RefundColumn, string>> = {
  vendor: 'who owes you the money',
  amount: 'how much you asked for',
  asked_on: 'when you asked for it',
};

type Say = (problem: Pick<RefundProblem, 'text' | 'column'>) => string;

const quoted = (text: string, otherwise: string) => (text ? `“${text}”` : otherwise);
const said = (column: RefundColumn | null, otherwise: string) =>
  column === null ? otherwise : `“${REFUND_COLUMNS[column]}”`;

/** What is said of the whole file. */
const OF_FILES: Record<string, Say> = {
  unknown_form: () =>
    'This is no table with columns. Save the list as CSV in your spreadsheet, then choose that file.',
  too_large: () => 'This file is larger than any household’s list. It was not read.',
  empty_file: () => 'This file is empty. It may not have been saved to its end.',
  // The programs’ own files are archives.
  binary: ({ text }) =>
    text === 'ZIP'
      ? 'This looks like a spreadsheet in its program’s own form. Open it there, save or download it as CSV, then choose that file.'
      : `This is ${text ? `a ${text} file` : 'no text'}. Open the list in your spreadsheet, save or download it as CSV, then choose that file.`,
  cut_short: () => 'This file ends in the middle. Please save it once more.',
  lost_characters: ({ text }) =>
    `${text ? `${text} characters` : 'Some characters'} could not be read and are shown as “\u{FFFD}”.`,
  padded: () => 'This file ends in nothing but zeros. It may not have been copied to its end.',
  open_quote: () => 'A quotation mark opens here and is not closed where it should be.',
  too_many_rows: ({ text }) =>
    `The list has ${text || 'more'} rows, which is more than can be read at once. Please save it in parts.`,
  too_many_columns: ({ text }) =>
    `The list has ${text || 'too many'} columns. Please save it without those that are not about refunds.`,
  no_rows: () => 'There are no rows below the names of the columns.',
  column_missing: ({ column }) =>
    `Which column says ${(column && WANTED[column]) ?? 'that'}? Please choose it below.`,
  columns_contradict: ({ column }) =>
    `Two columns are both taken for ${said(column, 'the same')}. Please keep one.`,
  day_order_unsure: ({ text }) => `${quoted(text, 'A day')} can be read as another day too.`,
  decimal_unsure: ({ text }) => `${quoted(text, 'An amount')} can be read in two ways.`,
};

/** What is said of one row. */
const OF_ROWS: Record<string, Say> = {
  vendor_missing: () => 'It names no vendor.',
  amount_missing: () => 'It does not say how much you asked for.',
  bad_amount: ({ text }) => `${quoted(text, 'The amount')} is not understood as a sum.`,
  amount_not_positive: ({ text }) => `${quoted(text, 'The amount')} is not more than nothing.`,
  currency_unknown: ({ text }) =>
    `${text ? `In which currency is “${text}”?` : 'It does not say in which currency it counts.'} Please choose the currency.`,
  bad_currency: ({ text }) => `${quoted(text, 'The currency')} is not a currency that banks know.`,
  currencies_differ: ({ text }) =>
    `It names two currencies${text ? `, one of them “${text}”` : ''}.`,
  day_missing: () => 'It does not say when you asked.',
  bad_day: ({ text }) => `${quoted(text, 'The day')} is not understood as a day.`,
  refund_missing: () => 'It says that money came back, and not how much.',
  refund_day_missing: () => 'It says that money came back, and not when.',
  refund_exceeds: ({ text }) => `More came back${text ? `, ${text},` : ''} than was asked for.`,
  refund_before_asked: ({ text }) =>
    `It came back before you asked${text ? `, on ${fullDayText(text)}` : ''}.`,
  text_too_long: ({ column }) => `${said(column, 'A text')} is longer than can be kept.`,
  state_unknown: ({ text }) =>
    `${quoted(text, 'How it stands')} is not understood. It is kept among the notes, and the matter is open.`,
  total_differs: ({ text }) =>
    `The rows do not add up to ${quoted(text, 'this sum')}. One of them may be missing.`,
  day_in_future: ({ text }) => `${text ? fullDayText(text) : 'A day'} has not come yet.`,
  closed_today: () => 'It does not say when you gave it up. Today is taken.',
  not_accepted: ({ text }) =>
    text ? `It cannot be kept: ${text}.` : 'It cannot be kept like this.',
};

/** What is said of each code; where it stands is said beside it. */
export const REFUND_PROBLEMS: Record<string, Say> = { ...OF_FILES, ...OF_ROWS };

/** What is said of a problem that has no sentence of its own. */
export const UNKNOWN_REFUND_PROBLEM = 'Something here is not as it is in a list of refunds.';

/** `“31/02/2026” is not understood as a day.` */
export function refundProblem(problem: Pick<RefundProblem, 'code' | 'text' | 'column'>): string {
  return REFUND_PROBLEMS[problem.code]?.(problem) ?? UNKNOWN_REFUND_PROBLEM;
}

/** The same with its line, where it does not stand beside its row. */
export function refundProblemAt(problem: RefundProblem): string {
  const sentence = refundProblem(problem);
  return problem.line === null ? sentence : `Line ${problem.line}: ${sentence}`;
}
