/** What the short form for a new dispute asks, and what of it is sent. */
import type { Claim, Member, NewDispute, VendorKind } from '$lib/backend';
import {
  dayEntry,
  moneyEntry,
  NO_CHOICE,
  optional,
  type Choice,
  type DayEntry,
  type MoneyEntry,
} from '$lib/entries';

export type Fields = {
  leadName: string;
  lead: string;
  title: string;
  goal: string;
  openedOn: DayEntry;
  vendor: Choice;
  vendorKind: VendorKind;
  reference: string;
  owed: 'yes' | 'no';
  amount: MoneyEntry;
  reason: string;
};

/** The form as it begins. */
export function blank(members: Member[], today: string, currency: string): Fields {
  return {
    leadName: '',
    lead: members[0]?.id ?? '',
    title: '',
    goal: '',
    openedOn: dayEntry(today),
    vendor: NO_CHOICE,
    vendorKind: 'other',
    reference: '',
    owed: 'no',
    amount: moneyEntry(null, currency),
    reason: '',
  };
}

/** What is missing, in words, by field. */
export function missing(fields: Fields, hasMembers: boolean): Partial<Record<string, string>> {
  const owed = fields.owed === 'yes';
  return {
    leadName: hasMembers || fields.leadName.trim() ? '' : 'Please write your name.',
    title: fields.title.trim() ? '' : 'A few words are enough.',
    goal: fields.goal.trim() ? '' : 'What should be true when this is over?',
    vendor: owed && !fields.vendor.name.trim() ? 'Who owes the money?' : '',
    amount: owed && !fields.amount.text.trim() ? 'How much is owed?' : '',
    reason: owed && !fields.reason.trim() ? 'What is the money for?' : '',
    openedOn: fields.openedOn.text.trim() ? '' : 'When did it begin? “today” will do.',
  };
}

/** The new dispute as it is sent. */
export function toSend(fields: Fields, hasMembers: boolean, today: string): NewDispute {
  const openedOn = fields.openedOn.day ?? today;
  const name = fields.vendor.name.trim();
  return {
    title: fields.title.trim(),
    goal: fields.goal.trim(),
    openedOn,
    lead: hasMembers ? fields.lead : null,
    leadName: hasMembers ? null : fields.leadName.trim(),
    vendor: name ? { id: fields.vendor.id, name, kind: fields.vendorKind } : null,
    reference: name ? optional(fields.reference) : null,
    claim: claimOf(fields, openedOn),
  };
}

function claimOf(fields: Fields, aroseOn: string): Claim | null {
  const { amount, reason, owed } = fields;
  if (owed === 'no' || !amount.money) return null;
  return {
    id: null,
    vendor: '',
    amount: amount.money,
    reason: reason.trim(),
    aroseOn,
    dueOn: null,
    becauseOf: null,
  };
}
