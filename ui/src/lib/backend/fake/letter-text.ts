/** How the fake backend composes a letter: near enough to Rust's to look at and to test screens. */
import { addDays, fullDayText } from '../../words/dates';
import { moneyText } from '../../words/money';
import type {
  Letter,
  LetterKind,
  LetterParagraph,
  LetterPlaceKind,
  LetterPoint,
  LetterText,
  ToneMark,
  Vendor,
} from '../types';
import { TODAY, id, type Case, type Household, type LetterEdit } from './record';
import { balanceOf, minor } from './rules';

type Composed = { key: string; style: LetterParagraph['style']; text: string };

const SUBJECTS: Record<LetterKind, string> = {
  complaint: 'Complaint',
  follow_up: 'Follow-up',
  confirmation: 'What we agreed',
  escalation: 'Complaint that was not settled',
  thank_you: 'Thank you',
  commendation: 'A word of thanks for your colleague',
  final_notice: 'Final notice',
  billing_error: 'Billing error',
  before_claim: 'Letter before claim',
  refusal_request: 'Request for your decision in writing',
};

export const isThanks = (kind: LetterKind) => kind === 'thank_you' || kind === 'commendation';

const prose = (key: string, text: string): Composed => ({ key, style: 'prose', text });
const item = (key: string, text: string): Composed => ({ key, style: 'item', text });

/** The facts of a dispute, the oldest first. */
export function factsOf(one: Case) {
  return [...one.events]
    .sort((a, b) => a.at.localeCompare(b.at))
    .flatMap((event) =>
      event.facts.map((fact) => ({
        id: fact.id ?? '',
        event: id(event),
        day: event.at.slice(0, 10),
        text: fact.text,
      })),
    );
}

/** The claims with what is left of each. */
export function claimsOf(home: Household, one: Case) {
  return one.claims.map(({ claim, movements }) => ({
    id: id(claim),
    vendor: { id: claim.vendor, name: vendorOf(home, claim.vendor)?.name ?? '?' },
    reason: claim.reason,
    amount: claim.amount,
    outstanding: balanceOf([{ claim, movements }], claim.amount.currency).outstanding,
  }));
}

export const vendorOf = (home: Household, vendor: string): Vendor | undefined =>
  home.vendors.find((one) => one.id === vendor);

/** The name, address and e-mail address of somebody to write to. */
export function addressOf(home: Household, vendor: string, contact: string | null) {
  const whose = vendorOf(home, vendor);
  const person = home.contacts.find((one) => one.id === contact);
  const channel = (kind: string) => whose?.channels.find((one) => one.kind === kind)?.value ?? null;
  const written = whose?.address.length
    ? whose.address
    : [channel('letter')].flatMap((a) => a ?? []);
  const name = person?.name ?? whose?.name ?? '?';
  return {
    name,
    lines: [name, ...(person ? [whose?.name ?? '?'] : []), ...written],
    email: person?.email ?? channel('email'),
    hasAddress: written.length > 0,
  };
}

function composed(home: Household, one: Case, letter: Letter): Composed[] {
  const { dispute } = one;
  if (isThanks(letter.kind)) {
    const help = one.advocates.find((each) => each.id === letter.help);
    return [
      prose('opening', `Thank you for your help${help ? ` on ${fullDayText(help.on)}` : ''}.`),
      ...(help ? [prose('did', `${help.did}. This made a difference to our household.`)] : []),
    ];
  }
  const facts = factsOf(one).filter((fact) => !letter.leaveOut.includes(fact.id));
  const sums = claimsOf(home, one).filter(
    (claim) => !letter.leaveOutClaims.includes(claim.id) && minor(claim.outstanding.amount) > 0n,
  );
  const when = (text: string | null, make: (text: string) => Composed[]) =>
    text ? make(text) : [];
  return [
    prose('opening', 'I am writing to ask for your help with something that has gone wrong.'),
    ...(facts.length ? [prose('facts', 'This is what happened:')] : []),
    ...facts.map((fact) => item(`facts/${fact.id}`, `${fullDayText(fact.day)}: ${fact.text}`)),
    ...sums.map((claim) =>
      item(`sum/${claim.id}`, `${claim.reason}: ${moneyText(claim.outstanding)} outstanding.`),
    ),
    ...when(letter.withEffect ? dispute.effect : null, (effect) => [
      prose('effect', `For our household this has meant the following: ${effect}.`),
    ]),
    ...when(letter.basis, (basis) => [prose('basis', `I rely on the following: ${basis}`)]),
    prose('request', `What I ask you for is this: ${letter.request ?? dispute.goal}.`),
    ...when(letter.replyBy, (day) => [
      prose(
        'reply',
        letter.tone === 'gentle'
          ? `I would be grateful for your answer by ${fullDayText(day)}.`
          : `Please let me have your answer by ${fullDayText(day)}.`,
      ),
    ]),
    prose('ending', 'Thank you for giving this your attention.'),
  ];
}

/** The person's words over the record's, as Rust lays them. */
function laidOver(from: Composed[], edits: LetterEdit[]): LetterParagraph[] {
  const all = from.map(({ key, style, text }): LetterParagraph => {
    const edit = edits.find((one) => one.key === key && one.base !== '');
    if (!edit) return { key, style, composed: text, text, standing: 'composed', was: null };
    const same = edit.base === text;
    const standing = same ? 'edited' : 'outdated';
    return { key, style, composed: text, text: edit.text, standing, was: same ? null : edit.base };
  });
  for (const { key, base, text, after } of edits) {
    if (all.some((one) => one.key === key) || (base !== '' && text === '')) continue;
    const common = { key, style: 'prose' as const, composed: '', text };
    const at = after === null ? 0 : all.findIndex((one) => one.key === after) + 1 || all.length;
    if (base === '') all.splice(at, 0, { ...common, standing: 'added', was: null });
    else all.push({ ...common, standing: 'outdated', was: base });
  }
  return all;
}

export function textOf(home: Household, letter: Letter, edits: LetterEdit[]): LetterText | null {
  const one = home.cases.find((each) => each.dispute.id === letter.dispute);
  const from = home.members.find((member) => member.id === letter.from);
  if (!one || !from) return null;
  const to = addressOf(home, letter.toVendor, letter.toContact);
  const person = letter.toContact ? to.name : 'Customer Relations';
  const { account } = one.dispute.subject;
  const reference = one.parties.find((party) => party.vendor === letter.toVendor)?.reference;
  const parts = {
    sender: [from.name, ...from.address, from.phone, from.email].flatMap((line) => line ?? []),
    recipient: letter.office ? [letter.office, ...to.lines] : to.lines,
    date: TODAY,
    references: [
      ...(reference ? [{ label: 'Your reference', value: reference }] : []),
      ...(account
        ? [{ label: 'Account', value: letter.showAccounts ? account : `…${account.slice(-4)}` }]
        : []),
    ],
    subject: `${SUBJECTS[letter.kind]}: ${one.dispute.title}`,
    salutation: letter.toContact ? `Dear ${person},` : 'Dear Sir or Madam,',
    paragraphs: laidOver(composed(home, one, letter), edits),
    closing: 'Yours sincerely,',
    signature: from.name,
    enclosures: [
      ...(letter.withDossier ? ['Dossier of the matter'] : []),
      ...one.attachments
        .filter((file) => letter.enclosures.includes(file.id))
        .map((file) => `Copy: ${file.caption ?? file.name}`),
    ],
  };
  const body = parts.paragraphs
    .filter((each) => each.text)
    .map((each) => (each.style === 'item' ? `- ${each.text}` : each.text));
  const lines = [parts.subject, parts.salutation, ...body, parts.closing, parts.signature];
  return { ...parts, plainText: lines.join('\n\n') };
}

/** What the letter lacks: some of Rust's points. */
export function pointsOf(home: Household, letter: Letter, text: LetterText): LetterPoint[] {
  const one = home.cases.find((each) => each.dispute.id === letter.dispute);
  const from = home.members.find((member) => member.id === letter.from);
  const to = addressOf(home, letter.toVendor, letter.toContact);
  const points: LetterPoint[] = [];
  const need = (
    there: unknown,
    refuse: boolean,
    code: string,
    kind: LetterPlaceKind,
    what: string,
    field: string | null = null,
  ) => {
    if (!there) points.push({ code, refuse, place: { kind, id: what, field } });
  };
  const reached = letter.by === 'letter' ? to.hasAddress : letter.by !== 'email' || to.email;
  need(from?.address.length, letter.by === 'letter', 'sender_address', 'member', letter.from);
  need(reached, true, 'recipient_address', 'vendor', letter.toVendor);
  if (isThanks(letter.kind)) {
    const own = letter.kind === 'thank_you' && letter.toContact;
    const any = one?.advocates.some((each) => !own || each.contact === own);
    if (any) need(letter.help, true, 'help', 'letter', letter.id, 'help');
    else need(false, true, 'help', 'advocates', letter.dispute);
    return points;
  }
  const subject = one?.dispute.subject;
  need(subject?.what, true, 'subject_what', 'subject', letter.dispute);
  need(letter.replyBy, true, 'reply_by', 'letter', letter.id, 'replyBy');
  const why = letter.kind !== 'escalation' || letter.reason;
  need(why, true, 'reason', 'letter', letter.id, 'reason');
  const asked = text.paragraphs.some((each) => each.key === 'request' && each.text);
  need(asked, true, 'request', 'letter', letter.id, 'text');
  const current = !text.paragraphs.some((each) => each.standing === 'outdated');
  need(current, true, 'outdated_words', 'letter', letter.id, 'text');
  need(text.references.length, false, 'reference', 'party', letter.toVendor);
  need(subject?.boughtOn, false, 'subject_when', 'subject', letter.dispute);
  need(letter.basis, false, 'basis', 'letter', letter.id, 'basis');
  const enclosed = letter.enclosures.length || letter.withDossier;
  need(enclosed, false, 'enclosures', 'letter', letter.id, 'enclosures');
  return points.sort((a, b) => Number(b.refuse) - Number(a.refuse));
}

const HARSH: { words: RegExp; rule: string; reason: string; calmer: string | null }[] = [
  {
    words: /\balways\b/gi,
    rule: 'absolute',
    reason: 'One exception is enough to disprove it.',
    calmer: 'Say how often, with dates.',
  },
  {
    words: /\b[A-Z]{6,}\b/g,
    rule: 'capitals',
    reason: 'Words in capitals read as shouting.',
    calmer: 'Write it in small letters.',
  },
  {
    words: /!+/g,
    rule: 'exclamation',
    reason: 'On paper this sounds louder than you mean it.',
    calmer: 'End with a full stop.',
  },
];

/** Words that hurt the writer's case, in reading order. */
export function marksOf(text: LetterText): ToneMark[] {
  return text.paragraphs.flatMap(({ key, text: words }) =>
    HARSH.flatMap((one) =>
      [...words.matchAll(one.words)].map((found): ToneMark => ({
        paragraph: key,
        start: found.index,
        end: found.index + found[0].length,
        words: found[0],
        rule: one.rule,
        reason: one.reason,
        calmer: one.calmer,
      })),
    ).sort((a, b) => a.start - b.start),
  );
}

export const replyDays = () => [7, 14].map((days) => ({ days, on: addDays(TODAY, days) }));
