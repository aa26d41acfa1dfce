/** Words for what was answered and what may follow. */
import type {
  ClockStanding,
  OwedKind,
  WrongedAnswer,
  WrongedClock,
  WrongedQuestion,
} from '$lib/backend';
import { dayText } from '$lib/words/dates';
import { moneyText } from '$lib/words/money';

export const OWED_KINDS: Record<OwedKind, string> = {
  refund: 'what was paid, back',
  fee: 'the fee, back',
  interest: 'charges and interest',
  difference: 'the difference',
  compensation: 'a fixed sum for the trouble',
  costs: 'what it cost you',
};

/** An answer as a person reads it. */
export function answerText(question: WrongedQuestion, today: string): string {
  const { answer } = question;
  if (!answer) return '';
  switch (answer.kind) {
    case 'yes':
      return 'Yes';
    case 'no':
      return 'No';
    case 'unsure':
      return 'Not sure';
    case 'day':
      return dayText(answer.day, today);
    case 'sum':
      return moneyText(answer.sum);
    case 'chosen':
      return question.options.find((one) => one.key === answer.option)?.words ?? '';
  }
}

/** The answers that can be given by one press, in their order. */
export function choices(question: WrongedQuestion): { words: string; answer: WrongedAnswer }[] {
  if (question.kind === 'yes_no')
    return [
      { words: 'Yes', answer: { kind: 'yes' } },
      { words: 'No', answer: { kind: 'no' } },
    ];
  return question.options.map((one) => ({
    words: one.words,
    answer: { kind: 'chosen', option: one.key },
  }));
}

const SAID: Record<Exclude<ClockStanding, 'proposed'>, string> = {
  running: 'It runs already.',
  passed: 'It ran, and their time is over.',
  met: 'It was kept in time.',
  met_late: 'It was kept, but late.',
  missed: 'It was not kept.',
  closed: 'It ran, and its last day has passed.',
  does_not_apply: 'You have said that it does not apply.',
};

/** How a time limit stands in the record; nothing while it can be started. */
export function clockSaid(clock: WrongedClock): string | null {
  if (clock.said !== null && clock.said !== 'proposed') return SAID[clock.said];
  return clock.closed ? 'Its last day may have passed.' : null;
}

/** How many findings there are, said when their number changes. */
export function countText(count: number): string {
  if (count === 0) return 'Nothing follows yet.';
  return count === 1 ? 'One thing may be worth asking.' : `${count} things may be worth asking.`;
}
