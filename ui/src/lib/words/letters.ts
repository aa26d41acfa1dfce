/** Words of letters: their kinds, what they lack, and where one stands. */
import type {
  LetterFormat,
  LetterKind,
  LetterPoint,
  LetterTone,
  SentStanding,
} from '../backend/types';

export const LETTER_KINDS: Record<LetterKind, string> = {
  complaint: 'Complaint',
  follow_up: 'Follow-up',
  confirmation: 'Confirmation',
  escalation: 'Escalation',
  thank_you: 'Thank-you',
  commendation: 'Commendation',
  final_notice: 'Final notice',
  billing_error: 'Notice of a billing error',
  before_claim: 'Letter before claim',
  refusal_request: 'Request for a refusal in writing',
};

const TITLES: Record<LetterKind, string> = {
  ...LETTER_KINDS,
  billing_error: 'Billing error notice',
};

/** What one letter is called: “Complaint to Northbank Trust”. */
export function letterTitle(kind: LetterKind, addressee: string): string {
  return `${TITLES[kind]} to ${addressee}`;
}

export const LETTER_TONES: Record<LetterTone, string> = { gentle: 'Gentle', firm: 'Firm' };

export const LETTER_FORMATS: Record<LetterFormat, string> = {
  pdf: 'PDF',
  docx: 'Word document (DOCX)',
  txt: 'Plain text',
  eml: 'E-mail draft (.eml)',
};

/** How a letter can go out. */
export const SENT_BY = { letter: 'Letter', email: 'E-mail', web_form: 'Web form' } as const;

export const SENT_STANDINGS: Record<SentStanding, string> = {
  waiting: 'Waiting for an answer',
  answered: 'Answered',
  followed_up: 'Followed up',
  nothing_asked: 'Nothing asked',
  closed: 'Dispute closed',
  taken_back: 'Taken back',
};

/** What a letter lacks, by the codes of `letters/src/check/point.rs`: one sentence each. */
export const POINTS: Record<string, string> = {
  sender_name: 'Your name is missing.',
  sender_address: 'Your postal address is missing.',
  sender_reach: 'A telephone number or e-mail address of yours is missing.',
  recipient_name: 'It does not say to whom it goes.',
  recipient_address: 'The address to send it to is missing.',
  date: 'It bears a day before that of what it is about.',
  reference: 'An account, order or case number helps them find the matter.',
  subject_what: 'It does not say what was bought or held.',
  subject_when: 'It does not say when it was bought.',
  subject_where: 'It does not say where it was bought or is held.',
  subject_price: 'It does not say what it cost.',
  subject_paid_by: 'It does not say how it was paid.',
  facts: 'It does not say what happened, with its day.',
  request: 'It does not say what you ask for.',
  calculation: 'It does not say how the sum is made up.',
  reply_by: 'It names no day for an answer.',
  earlier_contacts: 'It does not mention whom you spoke to before, and what they said.',
  effect: 'It does not say what this has meant for you.',
  basis: 'It does not name the term, policy or rule that you rely on.',
  enclosures: 'No copy of anything that shows it is enclosed.',
  model_or_serial: 'The model or serial number is missing.',
  next_body: 'It does not say whom you will turn to next.',
  follows: 'It does not say which call or letter it follows.',
  promised: 'It does not say what was promised, and for when.',
  not_happened: 'It does not say what has not happened since.',
  earlier_letter: 'No earlier letter is mentioned.',
  reason: 'It does not say why it goes one step up.',
  asked_and_answered: 'It does not say what was asked of whom, and what they answered.',
  credits: 'A word for those who tried to help would do the letter good.',
  dossier: 'The dossier is not enclosed.',
  help: 'It does not say for which help it gives thanks.',
  did: 'It does not say what they did.',
  changed: 'It does not say what their help changed for you.',
  may_quote: 'It was not noted whether their name may be told.',
  asks_for_something: 'A thank-you is best when it asks for nothing.',
  agreed: 'It does not say what was agreed.',
  agreed_with: 'It does not say with whom it was agreed.',
  billing_address: 'The address for billing errors is missing.',
  account: 'The account number is missing.',
  account_in_full: 'The account number is not shown whole.',
  billed_error: 'The kind, the day or the amount of the error is missing.',
  why: 'It does not say why you believe that it is an error.',
  claim: 'It does not say which sum you claim.',
  documents: 'The documents that show it are not enclosed.',
  fourteen_days: 'It leaves less than fourteen days for an answer.',
  refused: 'It does not say what was refused, when and by whom.',
  asked_before: 'It does not say what was asked before.',
  outdated_words: 'The record has changed since you wrote some of these words.',
};

/** The sentence for what a letter lacks. */
export function pointSentence(point: Pick<LetterPoint, 'code'>): string {
  return POINTS[point.code] ?? 'Something that such a letter needs is missing.';
}
