/** What stands in the sheet for e-mails that were added, and what is sent of it. */
import type { Direction, MailProposal, MailsAdding, Named, VendorKind } from '$lib/backend';
import { dayEntry, NO_CHOICE, timeEntry, type Choice, type DayEntry } from '$lib/entries';
import { vendorChoice } from '../call/call';
import { atOf } from '../dispute/forms/event';

/** E-mails that wait, and the dispute to which they go. */
export type WaitingMails = { dispute: string; mails: readonly Named[] };

export type PersonTick = { id: string | null; name: string; email: string | null; keep: boolean };

/** The vendor's side: which vendor, and whom there. */
export type SideFields = { vendor: Choice; kind: VendorKind; people: PersonTick[] };

/** What is said of one e-mail. */
export type MailFields = SideFields & {
  id: string;
  /** Whether it is written down; otherwise only the file is kept. */
  wanted: boolean;
  summary: string;
  direction: Direction;
  /** Asked for only where the e-mail does not say when it was sent. */
  day: DayEntry;
  /** Of the files in it, by their place: whether each is kept by itself. */
  enclosed: boolean[];
};

export type MailsFields = { mails: MailFields[] };

/** The vendor's side as it was recognised. */
export function sideFields({
  vendor,
  people,
}: Pick<MailProposal, 'vendor' | 'people'>): SideFields {
  return {
    vendor: vendor ? { id: vendor.id, name: vendor.name } : { ...NO_CHOICE },
    kind: 'other',
    people: people.map(({ id, name, email, keep }) => ({ id, name, email, keep })),
  };
}

/** What is missing where somebody new is to be kept and nobody knows where they work. */
export function placeUnknown({ vendor, people }: SideFields): string {
  const isNew = people.some((person) => person.keep && person.id === null);
  const isUnknown = isNew && !vendor.name.trim();
  return isUnknown ? 'Please say where they work, so that they can be found again.' : '';
}

/** The vendor's side as it is sent. */
export function sideOf({ vendor, kind, people }: SideFields) {
  return {
    vendor: vendorChoice(vendor, kind),
    people: people.filter((person) => person.keep),
  };
}

/** The fields as they begin: all that is proposed is taken. */
export function mailFields(of: MailProposal): MailFields {
  return {
    id: of.id,
    wanted: of.known === null,
    summary: of.subject,
    direction: of.direction,
    day: dayEntry(of.sentAt?.slice(0, 10) ?? null),
    ...sideFields(of),
    enclosed: of.enclosed.map((file) => file.keep),
  };
}

/** Gives e-mails from the same place the vendor that was chosen for one, where none was chosen. */
export function spread(mails: MailFields[], proposals: readonly MailProposal[], from: number) {
  const { vendor, kind } = mails[from] ?? { vendor: NO_CHOICE, kind: 'other' as const };
  const host = proposals[from]?.host;
  mails.forEach((other, index) => {
    const isSame = host != null && proposals[index]?.host === host;
    if (index !== from && isSame && other.vendor.name.trim() === '') {
      other.vendor = { ...vendor };
      other.kind = kind;
    }
  });
}

/** Whether the e-mail has to be asked when it was sent. */
export function asksDay(of: MailProposal, today: string): boolean {
  return of.sentAt === null || of.sentAt.slice(0, 10) > today;
}

/** What is missing, by field. */
export function mailsMissing({ mails }: MailsFields, today: string): Record<string, string> {
  const found: Record<string, string> = {};
  mails.forEach((mail, index) => {
    if (!mail.wanted) return;
    const at = (field: string) => `mail-${index}-${field}`;
    const day = mail.day.day;
    if (!mail.summary.trim()) found[at('summary')] = 'Please say in a line what it says.';
    if (!day && !mail.day.text.trim()) found[at('day')] = 'On which day was it sent?';
    else if (day && day > today) found[at('day')] = 'That day has not come yet.';
    const place = placeUnknown(mail);
    if (place) found[at('vendor')] = place;
  });
  return found;
}

/** What is sent. `only` keeps nothing but the files. */
export function mailsAdding(
  waiting: WaitingMails,
  proposals: readonly MailProposal[],
  { mails }: MailsFields,
  only = false,
): MailsAdding {
  return {
    dispute: waiting.dispute,
    mails: mails.map((mail, index) => ({
      id: mail.id,
      name: waiting.mails.find((one) => one.id === mail.id)?.name ?? '',
      event: mail.wanted && !only ? eventOf(mail, proposals[index]?.sentAt ?? null) : null,
    })),
  };
}

function eventOf(mail: MailFields, sentAt: string | null) {
  const isAsSent = sentAt !== null && mail.day.day === sentAt.slice(0, 10);
  return {
    at: isAsSent ? sentAt : atOf({ day: mail.day, time: timeEntry(null) }, null),
    precision: 'exact' as const,
    direction: mail.direction,
    ...sideOf(mail),
    summary: mail.summary.trim(),
    enclosed: mail.enclosed.flatMap((keep, place) => (keep ? [place] : [])),
  };
}

/** What the toast says. */
export function addedSentence(events: number, files: number): string {
  const mails = events === 1 ? 'The e-mail is' : `${events} e-mails are`;
  if (events > 0) return `${mails} in the timeline.`;
  return files === 1 ? 'One file was added.' : `${files} files were added.`;
}
