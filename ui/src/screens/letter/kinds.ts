/** Which choices belong to which kind of letter. */
import type { AdvocacyView, Letter, LetterKind, LetterView } from '$lib/backend';

type Field = keyof Letter;

const THANKS: LetterKind[] = ['thank_you', 'commendation'];
const ALL: LetterKind[] = [
  'complaint',
  'follow_up',
  'confirmation',
  'escalation',
  'final_notice',
  'billing_error',
  'before_claim',
  'refusal_request',
];

const OF: Partial<Record<Field, LetterKind[]>> = {
  about: ['follow_up', 'confirmation', 'refusal_request'],
  help: THANKS,
  request: ALL.filter((kind) => kind !== 'confirmation'),
  reason: ['escalation', 'billing_error'],
  basis: ALL.filter((kind) => kind !== 'confirmation'),
  nextBody: ['complaint', 'escalation', 'final_notice', 'before_claim'],
  replyBy: ALL,
  leaveOut: ALL.filter((kind) => kind !== 'confirmation'),
  leaveOutClaims: ALL.filter((kind) => kind !== 'confirmation'),
  withEffect: ALL.filter((kind) => kind !== 'confirmation'),
  withDossier: ALL,
  enclosures: ALL,
  showAccounts: ALL,
};

/** Whether a choice is offered: it belongs to the kind, it was chosen, or the letter asks for it. */
export function isOffered(view: LetterView, field: Field): boolean {
  const { letter, points } = view;
  const kinds = OF[field];
  if (!kinds || kinds.includes(letter.kind)) return true;
  const value = letter[field];
  const chosen = Array.isArray(value) ? value.length > 0 : value !== null && value !== false;
  const asked = points.some(({ place }) => place.kind === 'letter' && place.field === field);
  return asked || (chosen && field !== 'withEffect');
}

/** The help that can be chosen: in a thank-you to somebody, only their own. */
export function helpsFor(view: LetterView, { kind, toContact }: Letter): AdvocacyView[] {
  const own = kind === 'thank_you' && toContact !== null;
  return view.options.helps.filter(({ contact }) => !own || contact.id === toContact);
}

/** The value of a recipient in its list. */
export const recipientKey = (vendor: string, contact: string | null) =>
  `${vendor}|${contact ?? ''}`;

const LONGEST = 60;

/** The beginning of a text, as it stands in a list. */
export const short = (text: string) =>
  text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
