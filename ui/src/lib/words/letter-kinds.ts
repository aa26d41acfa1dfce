/** What each kind of letter is for, and why one is proposed. */
import type { LetterKind, LetterProposal } from '../backend/types';
import { dayText } from './dates';
import { LETTER_KINDS, letterTitle } from './letters';

/** What each kind is for, in one line. */
export const LETTER_PURPOSES: Record<LetterKind, string> = {
  complaint: 'Says what went wrong, and asks for one thing by a day.',
  follow_up: 'Asks again about a letter, a call or a promise that has had no answer.',
  confirmation: 'Puts in writing what was agreed in a conversation.',
  escalation: 'Goes to the next person or office up, and says why.',
  thank_you: 'Thanks somebody who helped. It asks for nothing.',
  commendation: 'Tells a supervisor what one of their people did well.',
  refusal_request: 'Asks that a spoken no be given in writing, with its reasons.',
  final_notice: 'Gives one last day before the matter goes further.',
  billing_error: 'Tells a US card issuer of a mistake on a statement.',
  before_claim: 'Sets out a claim before a court is asked, as is the custom in England and Wales.',
};

/** The kinds in the order in which they are offered. */
export const KINDS_IN_ORDER = Object.keys(LETTER_PURPOSES) as LetterKind[];

/** `Follow-up to Marcus Bell`. */
export function letterName(kind: LetterKind, to: string | null | undefined): string {
  return to ? letterTitle(kind, to) : LETTER_KINDS[kind];
}

/** What a sentence about a proposal can name. */
type Told = {
  /** A value of the reason, as a day that people read. */
  day: (name: string) => string;
  value: (name: string) => string;
  /** With whom one spoke, or to whom it would go. */
  who: string;
  to: string;
};

const WHY: Record<string, (of: Told) => string> = {
  nothing_sent: ({ day }) => `This began on ${day('since')}, and no letter has gone out yet.`,
  agreed_in_conversation: ({ day, who }) =>
    `You agreed things with ${who} on ${day('on')}, and nothing is in writing yet.`,
  promise_not_kept: ({ day, value, to }) =>
    value('dueOn')
      ? `What ${to} promised on ${day('madeOn')} was due on ${day('dueOn')} and has not been done.`
      : `What ${to} promised on ${day('madeOn')} has not been done.`,
  no_answer: ({ day }) =>
    `Your letter of ${day('sentOn')} asked for an answer by ${day('replyBy')}. None has come.`,
  no_answer_to_follow_up: ({ day, value }) =>
    `You wrote on ${day('since')} and followed it up. After ${value('days')} days there is no answer.`,
  long_unanswered: ({ day, value }) =>
    `You first wrote on ${day('since')}. After ${value('days')} days there is still no answer.`,
  final_notice_passed: ({ day }) =>
    `Your last letter, of ${day('sentOn')}, named ${day('replyBy')}. That day has passed.`,
  remedy_lapsed: ({ day }) =>
    `What was agreed on ${day('agreedOn')} has not come, or has not lasted.`,
  refused_in_conversation: ({ day, who }) =>
    `${who} said no on ${day('on')}, and the reasons are not in writing yet.`,
  not_thanked: ({ day, to }) => `${to} helped on ${day('on')} and has not been thanked yet.`,
  could_be_commended: ({ day, to }) =>
    `Somebody in the team of ${to} helped on ${day('on')}, and you have thanked them. A word to ${to} does them good.`,
};

/** Why a letter is proposed, in one sentence. */
export function whySentence(proposal: LetterProposal, today: string): string {
  const { why, about, to } = proposal;
  const addressee = to?.name ?? 'them';
  const met = about?.people.map((person) => person.name).join(' and ') || about?.vendor?.name;
  const value = (name: string) => why.values[name] ?? '';
  const told: Told = {
    day: (name) => dayText(value(name), today),
    value,
    who: met || addressee,
    to: addressee,
  };
  return WHY[why.code]?.(told) ?? 'It fits where things stand now.';
}

/** The reasons that have a sentence. */
export const WHY_CODES = Object.keys(WHY);
