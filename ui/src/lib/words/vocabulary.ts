/** The vocabularies as people say them. Each table is complete by its type. */
import type {
  Channel,
  CheckResult,
  ClosedAs,
  Direction,
  DisputeState,
  DueKind,
  FactStatus,
  IssueAnswer,
  IssueStanding,
  MovementKind,
  OfferAnswer,
  Precision,
  PromiseOutcome,
  PromiseStatus,
  RecordKind,
  RemedyKind,
  RemedyStageKind,
  RemedyStatus,
  Role,
  VendorKind,
} from '../backend/types';

export const VENDOR_KINDS: Record<VendorKind, string> = {
  shop: 'Shop',
  bank: 'Bank',
  card_issuer: 'Card issuer',
  insurer: 'Insurer',
  investment: 'Investment firm',
  airline: 'Airline',
  travel: 'Travel company',
  telecom: 'Phone or internet provider',
  utility: 'Utility',
  landlord: 'Landlord',
  dealer: 'Dealer',
  health: 'Health provider',
  agency: 'Agency',
  regulator: 'Regulator',
  ombudsman: 'Ombudsman',
  court: 'Court',
  other: 'Other',
};

export const CHANNELS: Record<Channel, string> = {
  phone: 'Phone',
  email: 'E-mail',
  letter: 'Letter',
  web_form: 'Web form',
  chat: 'Chat',
  social: 'Social media',
  visit: 'Visit',
  statement: 'Statement',
  other: 'Other',
};

/** What an event of a channel is called: “Call”, “Letter”. */
export const CHANNEL_EVENTS: Record<Channel, string> = {
  phone: 'Call',
  email: 'E-mail',
  letter: 'Letter',
  web_form: 'Web form',
  chat: 'Chat',
  social: 'Message',
  visit: 'Visit',
  statement: 'Statement',
  other: 'Note',
};

export const DIRECTIONS: Record<Direction, string> = {
  in: 'They reached us',
  out: 'We reached them',
  internal: 'Among ourselves',
};

export const PRECISIONS: Record<Precision, string> = {
  exact: 'Exact',
  about: 'About',
  unknown: 'Not known',
};

export const ROLES: Record<Role, string> = {
  caused_it: 'Caused it',
  holds_the_money: 'Holds the money',
  must_remedy: 'Must put it right',
  can_compel: 'Can compel',
};

export const MOVEMENTS: Record<MovementKind, string> = {
  received: 'Received',
  credited: 'Credited',
  provisional_credit: 'Credited for now',
  waived: 'Waived',
  written_off: 'Given up',
  reversed: 'Taken back',
};

export const FACT_STATUSES: Record<FactStatus, string> = {
  undisputed: 'Undisputed',
  disputed: 'Disputed',
  unsure: 'Not sure',
};

export const PROMISE_OUTCOMES: Record<PromiseOutcome, string> = {
  kept: 'Kept',
  broken: 'Broken',
  withdrawn: 'Withdrawn',
};

export const PROMISE_STATUSES: Record<PromiseStatus, string> = {
  open: 'Open',
  overdue: 'Overdue',
  kept: 'Kept',
  broken: 'Broken',
  withdrawn: 'Withdrawn',
};

export const ISSUE_ANSWERS: Record<IssueAnswer, string> = {
  conceded: 'They agreed',
  refused: 'They did not agree',
};

export const ISSUE_STANDINGS: Record<IssueStanding, string> = { open: 'Open', ...ISSUE_ANSWERS };

export const OFFER_ANSWERS: Record<OfferAnswer, string> = {
  accepted: 'Accepted',
  declined: 'Declined',
};

export const REMEDY_KINDS: Record<RemedyKind, string> = {
  refund: 'Refund',
  credit: 'Credit',
  voucher: 'Voucher',
  waiver: 'Waiver',
  replacement: 'Replacement',
  repair: 'Repair',
  policy_exception: 'Exception to a policy',
  apology: 'Apology',
  other: 'Other',
};

export const REMEDY_STATUSES: Record<RemedyStatus, string> = {
  promised: 'Promised',
  late: 'Late',
  delivered: 'Delivered',
  holding: 'Holding',
  reversed: 'Taken back',
  expired: 'Ended',
};

/** A point of a remedy’s life, before its day: “held until Mon 11 May”. */
export const REMEDY_STAGES: Record<RemedyStageKind, string> = {
  granted: 'Granted',
  delivered: 'delivered',
  reversed: 'taken back',
  held: 'held until',
  ended: 'ended',
  satisfied: 'satisfied',
};

export const CHECK_RESULTS: Record<CheckResult, string> = {
  holds: 'Still holds',
  does_not_hold: 'No longer holds',
  unclear: 'Not clear yet',
};

export const CLOSED_AS: Record<ClosedAs, string> = {
  settled: 'Settled',
  accepted_less: 'Accepted less',
  dropped: 'Dropped',
};

export const DISPUTE_STATES: Record<DisputeState, string> = {
  open: 'Open',
  watching: 'Watching',
  closed: 'Closed',
};

export const DUE_KINDS: Record<DueKind, string> = {
  promise: 'Promised to us',
  next_step: 'Next step',
  check: 'Look whether it holds',
  letter: 'Letter without an answer',
  clock: 'Time limit',
  quiet: 'Nothing is planned',
};

export const RECORDS: Record<RecordKind, string> = {
  member: 'Member',
  vendor: 'Vendor',
  contact: 'Person',
  dispute: 'Dispute',
  party: 'Vendor’s part',
  claim: 'Claim',
  movement: 'Movement',
  event: 'Event',
  issue: 'Point in question',
  promise: 'Promise',
  offer: 'Offer',
  rung: 'Step up the ladder',
  advocacy: 'Help',
  remedy: 'Remedy',
  check: 'Check',
  next_step: 'Next step',
  attachment: 'File',
  letter: 'Letter',
  letter_template: 'Letter template',
  account: 'Bank account',
  statement: 'Bank statement',
};

/** A vocabulary as the options of a `Select` or `RadioRow`. */
export function options<V extends string>(table: Record<V, string>): { value: V; label: string }[] {
  return (Object.entries(table) as [V, string][]).map(([value, label]) => ({ value, label }));
}
