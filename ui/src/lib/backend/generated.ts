// This file was generated from the Rust wire types. Do not edit it by hand.
import { invoke as __TAURI_INVOKE } from "@tauri-apps/api/core";

/** Commands */
export const commands = {
  start: () => typedError<Start, AppError>(__TAURI_INVOKE("start")),
  today: () => typedError<Today, AppError>(__TAURI_INVOKE("today")),
  disputes: (query: DisputesQuery) => typedError<DisputeRow[], AppError>(__TAURI_INVOKE("disputes", { query })),
  dispute: (id: string) => typedError<DisputeView, AppError>(__TAURI_INVOKE("dispute", { id })),
  timeline: (dispute: string, newestFirst: boolean, after: string | null) => typedError<TimelinePage, AppError>(__TAURI_INVOKE("timeline", { dispute, newestFirst, after })),
  vendors: (search: string) => typedError<VendorRow[], AppError>(__TAURI_INVOKE("vendors", { search })),
  vendor: (id: string) => typedError<VendorView, AppError>(__TAURI_INVOKE("vendor", { id })),
  contact: (id: string) => typedError<ContactView, AppError>(__TAURI_INVOKE("contact", { id })),
  encounters: (vendor: string | null, contact: string | null, after: string | null) => typedError<TimelinePage, AppError>(__TAURI_INVOKE("encounters", { vendor, contact, after })),
  remedies: () => typedError<RemedyBoard, AppError>(__TAURI_INVOKE("remedies")),
  evidence: () => typedError<EvidenceList, AppError>(__TAURI_INVOKE("evidence")),
  find: (text: string) => typedError<Found[], AppError>(__TAURI_INVOKE("find", { text })),
  bin: () => typedError<Binned[], AppError>(__TAURI_INVOKE("bin")),
  understandMoney: (text: string, currency: string | null, locale: string) => typedError<UnderstoodMoney, AppError>(__TAURI_INVOKE("understand_money", { text, currency, locale })),
  understandDay: (text: string, locale: string) => typedError<UnderstoodDay, AppError>(__TAURI_INVOKE("understand_day", { text, locale })),
  understandTime: (text: string) => typedError<string | null, AppError>(__TAURI_INVOKE("understand_time", { text })),
  saveHousehold: (name: string, member: Member) => typedError<Done, AppError>(__TAURI_INVOKE("save_household", { name, member })),
  saveMember: (member: Member) => typedError<Done, AppError>(__TAURI_INVOKE("save_member", { member })),
  startDispute: (_new: NewDispute) => typedError<Done, AppError>(__TAURI_INVOKE("start_dispute", { new: _new })),
  saveDispute: (dispute: Dispute) => typedError<Done, AppError>(__TAURI_INVOKE("save_dispute", { dispute })),
  closeDispute: (id: string, on: string, how: ClosedAs) => typedError<Done, AppError>(__TAURI_INVOKE("close_dispute", { id, on, how })),
  reopenDispute: (id: string) => typedError<Done, AppError>(__TAURI_INVOKE("reopen_dispute", { id })),
  saveParty: (dispute: string, party: Party, vendor: VendorChoice) => typedError<Done, AppError>(__TAURI_INVOKE("save_party", { dispute, party, vendor })),
  saveClaim: (dispute: string, claim: Claim) => typedError<Done, AppError>(__TAURI_INVOKE("save_claim", { dispute, claim })),
  saveMovement: (dispute: string, claim: string, movement: Movement) => typedError<Done, AppError>(__TAURI_INVOKE("save_movement", { dispute, claim, movement })),
  saveEvent: (event: Event) => typedError<Done, AppError>(__TAURI_INVOKE("save_event", { event })),
  logCall: (call: Call) => typedError<Done, AppError>(__TAURI_INVOKE("log_call", { call })),
  savePromise: (dispute: string, promise: Promise) => typedError<Done, AppError>(__TAURI_INVOKE("save_promise", { dispute, promise })),
  saveOffer: (dispute: string, offer: Offer) => typedError<Done, AppError>(__TAURI_INVOKE("save_offer", { dispute, offer })),
  saveRung: (dispute: string, rung: Rung) => typedError<Done, AppError>(__TAURI_INVOKE("save_rung", { dispute, rung })),
  saveAdvocacy: (dispute: string, advocacy: Advocacy) => typedError<Done, AppError>(__TAURI_INVOKE("save_advocacy", { dispute, advocacy })),
  thank: (dispute: string, contact: string, on: string) => typedError<Done, AppError>(__TAURI_INVOKE("thank", { dispute, contact, on })),
  saveRemedy: (dispute: string, remedy: Remedy, firstCheckOn: string | null) => typedError<Done, AppError>(__TAURI_INVOKE("save_remedy", { dispute, remedy, firstCheckOn })),
  saveCheck: (dispute: string, remedy: string, check: Check) => typedError<Done, AppError>(__TAURI_INVOKE("save_check", { dispute, remedy, check })),
  answerCheck: (answer: CheckAnswer) => typedError<Done, AppError>(__TAURI_INVOKE("answer_check", { answer })),
  saveNextStep: (dispute: string, step: NextStep) => typedError<Done, AppError>(__TAURI_INVOKE("save_next_step", { dispute, step })),
  saveVendor: (vendor: Vendor) => typedError<Done, AppError>(__TAURI_INVOKE("save_vendor", { vendor })),
  saveContact: (contact: Contact) => typedError<Done, AppError>(__TAURI_INVOKE("save_contact", { contact })),
  remove: (kind: RecordKind, id: string, dispute: string | null) => typedError<Done, AppError>(__TAURI_INVOKE("remove", { kind, id, dispute })),
  restore: (kind: RecordKind, id: string) => typedError<Done, AppError>(__TAURI_INVOKE("restore", { kind, id })),
  undo: (action: string) => typedError<Done, AppError>(__TAURI_INVOKE("undo", { action })),
  undoLast: () => typedError<Done, AppError>(__TAURI_INVOKE("undo_last")),
  saveDraft: (key: string, text: string) => typedError<null, AppError>(__TAURI_INVOKE("save_draft", { key, text })),
  draft: (key: string) => typedError<string | null, AppError>(__TAURI_INVOKE("draft", { key })),
  dropDraft: (key: string) => typedError<null, AppError>(__TAURI_INVOKE("drop_draft", { key })),
  drafts: () => typedError<string[], AppError>(__TAURI_INVOKE("drafts")),
  attach: (dispute: string, event: string | null, claim: string | null) => typedError<Done | null, AppError>(__TAURI_INVOKE("attach", { dispute, event, claim })),
  saveAttachment: (id: string) => typedError<boolean, AppError>(__TAURI_INVOKE("save_attachment", { id })),
  composeDossier: (choice: DossierChoice) => typedError<DossierPreview, AppError>(__TAURI_INVOKE("compose_dossier", { choice })),
  saveDossier: (preview: string) => typedError<boolean, AppError>(__TAURI_INVOKE("save_dossier", { preview })),
  importHousehold: () => typedError<Imported | null, AppError>(__TAURI_INVOKE("import_household")),
  exportHousehold: () => typedError<boolean, AppError>(__TAURI_INVOKE("export_household")),
  openSample: () => typedError<Start, AppError>(__TAURI_INVOKE("open_sample")),
  leaveSample: () => typedError<Start, AppError>(__TAURI_INVOKE("leave_sample")),
};

/* Types */
/** What sort of organisation a vendor is. */
export type VendorKind = "shop" | "bank" | "card_issuer" | "insurer" | "investment" | "airline" | "travel" | "telecom" | "utility" | "landlord" | "dealer" | "health" | "agency" | "regulator" | "ombudsman" | "court" | "other";

/** The way in which people reached each other. */
export type Channel = "phone" | "email" | "letter" | "web_form" | "chat" | "social" | "visit" | "statement" | "other";

/** Who reached out to whom. */
export type Direction = "in" | "out" | "internal";

/** How well a time is known. */
export type Precision = "exact" | "about" | "unknown";

/** A part that a vendor plays. */
export type Role = "caused_it" | "holds_the_money" | "must_remedy" | "can_compel";

/** What happened to a claim. */
export type MovementKind = "received" | "credited" | "provisional_credit" | "waived" | "written_off" | "reversed";

/** Whether the other side agrees with a fact. */
export type FactStatus = "undisputed" | "disputed" | "unsure";

/** How a promise ended. */
export type PromiseOutcome = "kept" | "broken" | "withdrawn";

/** What the household answered to an offer. */
export type OfferAnswer = "accepted" | "declined";

/** What sort of thing was agreed. */
export type RemedyKind = "refund" | "credit" | "voucher" | "waiver" | "replacement" | "repair" | "policy_exception" | "apology" | "other";

/** What a look at a remedy showed. */
export type CheckResult = "holds" | "does_not_hold" | "unclear";

/** How a closed dispute ended. */
export type ClosedAs = "settled" | "accepted_less" | "dropped";

/** Where a dispute stands. */
export type DisputeState = "open" | "watching" | "closed";

/** Where a remedy stands. */
export type RemedyStatus = "promised" | "late" | "delivered" | "holding" | "reversed" | "expired";

/** Where a promise stands. */
export type PromiseStatus = "open" | "overdue" | "kept" | "broken" | "withdrawn";

/** What sort of thing is due. */
export type DueKind = "promise" | "next_step" | "check";

/** A sum: a plain decimal string with all its minor digits (`"1840.00"`) and its currency. */
export type Money = {
  /** Such as `1840.00`, never grouped. */
  amount: string;
  /** Such as `USD`. */
  currency: string;
};

/** A person of the household. */
export type Member = {
  /** Which member; absent while new. */
  id: string | null;
  /** The name as it is signed. */
  name: string;
  /** The postal address, a line an entry. */
  address: string[];
  /** The e-mail address. */
  email: string | null;
  /** The telephone number. */
  phone: string | null;
};

/** An organisation. */
export type Vendor = {
  /** Which vendor; absent while new. */
  id: string | null;
  /** Its name. */
  name: string;
  /** What sort it is. */
  kind: VendorKind;
  /** The postal address, a line an entry. */
  address: string[];
  /** The country as written. */
  country: string | null;
  /** How it can be reached. */
  channels: VendorChannel[];
  /** Other names, as on bank statements. */
  knownAs: string[];
};

/** A way to reach a vendor. */
export type VendorChannel = {
  /** Which channel; absent while new. */
  id: string | null;
  /** Of which sort. */
  kind: Channel;
  /** The number, address or page. */
  value: string;
  /** The department or purpose. */
  label: string | null;
};

/** A person at a vendor. */
export type Contact = {
  /** Which person; absent while new. */
  id: string | null;
  /** Where they work. */
  vendor: string;
  /** Their name. */
  name: string;
  /** What they do. */
  job: string | null;
  /** In which department. */
  department: string | null;
  /** Their direct number. */
  phone: string | null;
  /** Their e-mail address. */
  email: string | null;
  /** Who supervises them. */
  supervisor: string | null;
};

/** A dispute without what hangs on it. */
export type Dispute = {
  /** Which dispute; absent while new. */
  id: string | null;
  /** The title. */
  title: string;
  /** The concrete outcome wanted. */
  goal: string;
  /** When it began, `YYYY-MM-DD`. */
  openedOn: string;
  /** Which member leads it. */
  lead: string;
  /** When it was closed. Forms cannot change it; see `close_dispute`. */
  closedOn: string | null;
  /** How it ended. Forms cannot change it; see `close_dispute`. */
  closedAs: ClosedAs | null;
  /** One sentence on what it has meant. */
  effect: string | null;
  /** What it is about. */
  subject: Subject;
};

/** What a dispute is about. */
export type Subject = {
  /** The thing or service. */
  what: string | null;
  /** When it was bought. */
  boughtOn: string | null;
  /** Where. */
  place: string | null;
  /** What it cost. */
  price: Money | null;
  /** How it was paid. */
  paidBy: string | null;
  /** The order number. */
  order: string | null;
  /** The account number. */
  account: string | null;
  /** The model. */
  model: string | null;
  /** The serial number. */
  serial: string | null;
};

/** A vendor's part in a dispute. */
export type Party = {
  /** Which party; absent while new. */
  id: string | null;
  /** The vendor. */
  vendor: string;
  /** Its parts. */
  roles: Role[];
  /** Its own reference. */
  reference: string | null;
  /** The policy that it relies on. */
  policy: string | null;
  /** The reason that it gives. */
  rationale: string | null;
};

/** A sum owed. */
export type Claim = {
  /** Which claim; absent while new. */
  id: string | null;
  /** Who owes it. */
  vendor: string;
  /** How much. */
  amount: Money;
  /** For what. */
  reason: string;
  /** Since when. */
  aroseOn: string;
  /** By when it is due. */
  dueOn: string | null;
  /** The event that made it arise. */
  becauseOf: string | null;
};

/** Something that happened to a claim. */
export type Movement = {
  /** Which movement; absent while new. */
  id: string | null;
  /** What happened. */
  kind: MovementKind;
  /** How much. */
  amount: Money;
  /** When. */
  on: string;
  /** The payment's reference. */
  reference: string | null;
  /** The remedy that it carried out. */
  remedy: string | null;
};

/** Something that happened. */
export type Event = {
  /** Which event; absent while new. */
  id: string | null;
  /** The dispute. */
  dispute: string;
  /** A day `YYYY-MM-DD`, or an instant in RFC 3339 with its offset. */
  at: string;
  /** How well that is known. */
  precision: Precision;
  /** By which channel. */
  channel: Channel;
  /** Who reached out. */
  direction: Direction;
  /** The vendor. */
  vendor: string | null;
  /** The people. */
  contacts: string[];
  /** Whether anybody answered. */
  answered: boolean | null;
  /** Minutes waited. */
  waitedMinutes: number | null;
  /** Minutes it took. */
  minutes: number | null;
  /** What is known of it. */
  facts: Fact[];
  /** The private note. */
  note: string | null;
};

/** One assertion about an event. */
export type Fact = {
  /** Which fact; absent while new. */
  id: string | null;
  /** One sentence. */
  text: string;
  /** Whether the other side agrees. */
  status: FactStatus;
  /** Who acknowledged it. */
  acknowledgedBy: string | null;
};

/** What was undertaken. */
export type Promise = {
  /** Which promise; absent while new. */
  id: string | null;
  /** Who gave it. */
  by: string | null;
  /** For which vendor. */
  vendor: string | null;
  /** When it was given. */
  madeOn: string;
  /** What was undertaken. */
  what: string;
  /** By when. */
  dueOn: string | null;
  /** How it ended. */
  outcome: PromiseOutcome | null;
  /** When it ended. */
  outcomeOn: string | null;
};

/** What was proposed. */
export type Offer = {
  /** Which offer; absent while new. */
  id: string | null;
  /** Who made it. */
  by: string | null;
  /** For which vendor. */
  vendor: string | null;
  /** When. */
  on: string;
  /** Its terms. */
  terms: string;
  /** Its worth. */
  amount: Money | null;
  /** The last day to accept it. */
  openUntil: string | null;
  /** What was answered. */
  answer: OfferAnswer | null;
  /** When. */
  answeredOn: string | null;
};

/** A step of the ladder. */
export type Rung = {
  /** Which rung; absent while new. */
  id: string | null;
  /** The person. */
  contact: string | null;
  /** The vendor or outside body. */
  vendor: string | null;
  /** When it was reached; absent while planned. */
  reachedOn: string | null;
  /** Why. */
  reason: string;
  /** What came of it. */
  result: string | null;
};

/** What a person did to help. */
export type Advocacy = {
  /** Which help; absent while new. */
  id: string | null;
  /** Who helped. */
  contact: string;
  /** When. */
  on: string;
  /** What they did. */
  did: string;
  /** When they were thanked. */
  thankedOn: string | null;
  /** Whether they may be named. */
  mayQuote: boolean;
};

/** What was agreed. */
export type Remedy = {
  /** Which remedy; absent while new. */
  id: string | null;
  /** Of which kind. */
  kind: RemedyKind;
  /** Who agreed. */
  by: string | null;
  /** The vendor. */
  vendor: string | null;
  /** When. */
  agreedOn: string;
  /** What was agreed. */
  what: string;
  /** What it depends on. */
  caveat: string | null;
  /** The claim that it settles. */
  claim: string | null;
  /** By when. */
  expectedBy: string | null;
  /** When it was delivered. */
  deliveredOn: string | null;
  /** The last day on which it counts. */
  endsOn: string | null;
};

/** A look at whether a remedy holds. */
export type Check = {
  /** Which check; absent while new. */
  id: string | null;
  /** When it is to be done. */
  dueOn: string;
  /** When it was done. */
  doneOn: string | null;
  /** What it showed. */
  result: CheckResult | null;
  /** A remark. */
  note: string | null;
};

/** What the household will do. */
export type NextStep = {
  /** Which step; absent while new. */
  id: string | null;
  /** On which day. */
  on: string;
  /** At what time, `HH:MM`. */
  at: string | null;
  /** What. */
  what: string;
  /** By which channel. */
  channel: Channel | null;
  /** With whom. */
  contact: string | null;
  /** When it was done. */
  doneOn: string | null;
};

/** A vendor that is known, or a new one by its name. */
export type VendorChoice = {
  /** The known one. */
  id: string | null;
  /** The new one's name, where `id` is absent. */
  name: string;
  /** The new one's kind. */
  kind: VendorKind;
};

/** A person who is known, or a new one by their name. */
export type PersonChoice = {
  /** The known one. */
  id: string | null;
  /** The new one's name, where `id` is absent. */
  name: string;
  /** The new one's job. */
  job: string | null;
  /** The new one's direct number. */
  phone: string | null;
};

/** A call (or chat, visit, letter …) as it is written down while it goes on, with all that follows from it. It is saved as one action. */
export type Call = {
  /** The dispute. */
  dispute: string;
  /** A day, or an instant in RFC 3339 with its offset. */
  at: string;
  /** How well that is known. */
  precision: Precision;
  /** By which channel. */
  channel: Channel;
  /** Who reached out. */
  direction: Direction;
  /** With which vendor. A new one becomes a party of the dispute. */
  vendor: VendorChoice | null;
  /** With whom there. */
  people: PersonChoice[];
  /** Whether anybody answered. */
  answered: boolean | null;
  /** Minutes waited. */
  waitedMinutes: number | null;
  /** Minutes it took. */
  minutes: number | null;
  /** What was said, one assertion each. `acknowledged` stands for the first of `people`. */
  facts: SaidFact[];
  /** The private note. */
  note: string | null;
  /** What was promised by the first of `people`, or else by the vendor. */
  promises: SaidPromise[];
  /** What the household will do. */
  nextSteps: NextStep[];
  /** What the first of `people` did to help. */
  helped: string | null;
  /** Why this was a step up the ladder, where it was one. */
  climbedBecause: string | null;
  /** Who else is left owing because of what was decided. */
  leavesOwing: OwingBecause[];
  /** Steps that are done with this. */
  finishedSteps: string[];
};

/** A fact as it was said. */
export type SaidFact = {
  /** One sentence. */
  text: string;
  /** Whether the other side agrees. */
  status: FactStatus;
  /** Whether the person on the line acknowledged it. */
  acknowledged: boolean;
};

/** A promise as it was given. */
export type SaidPromise = {
  /** What was undertaken. */
  what: string;
  /** By when. */
  dueOn: string | null;
};

/** A sum that a vendor owes because of this event. */
export type OwingBecause = {
  /** Who owes it. A new vendor becomes a party of the dispute. */
  vendor: VendorChoice;
  /** How much. */
  amount: Money;
  /** For what. */
  reason: string;
  /** By when. */
  dueOn: string | null;
};

/** A first dispute, with its first vendor and sum, from one short form. */
export type NewDispute = {
  /** The title. */
  title: string;
  /** The outcome wanted. */
  goal: string;
  /** When it began. */
  openedOn: string;
  /** Who leads it: a member's id, or empty with `lead_name` given. */
  lead: string | null;
  /** The name of a new member, before the household has any. */
  leadName: string | null;
  /** With whom. */
  vendor: VendorChoice | null;
  /** The vendor's reference. */
  reference: string | null;
  /** What is owed: its `vendor` is ignored, the vendor above owes it. */
  claim: Claim | null;
};

/** The answer to “does it still hold?”. */
export type CheckAnswer = {
  /** Which dispute. */
  dispute: string;
  /** Which remedy. */
  remedy: string;
  /** Which look; absent where one looked without having planned to. */
  check: string | null;
  /** What it showed. */
  result: CheckResult;
  /** On which day. */
  on: string;
  /** A remark. */
  note: string | null;
  /** The sum taken back, where the remedy settled a claim. */
  takenBack: Money | null;
  /** When to look again; absent for never. */
  nextOn: string | null;
};

/** What goes into a dossier. */
export type DossierChoice = {
  /** The dispute. */
  dispute: string;
  /** Whom it is for, as printed on the cover. */
  preparedFor: string | null;
  /** Facts that stay out. */
  leaveOut: string[];
  /** Sections that stay out. */
  without: DossierPart[];
  /** Whether account numbers are shown whole. */
  showAccounts: boolean;
  /** Whether it is set on US Letter rather than A4. */
  usLetter: boolean;
};

/** A dossier that was composed and can be looked at and saved. */
export type DossierPreview = {
  /** Names the preview until the next one of the same dispute. */
  id: string;
  /** How many pages it has. */
  pages: number;
  /** A page's width in points. */
  width: number;
  /** A page's height in points. */
  height: number;
  /** Characters that no font of ours can draw; they stand as boxes. */
  missing: string[];
  /** A name for the file. */
  fileName: string;
};

/** What a sum or day was understood as. */
export type UnderstoodMoney = {
  /** The sum. */
  money: Money | null;
  /** Why not. */
  problem: FieldProblem | null;
};

/** What a day was understood as. */
export type UnderstoodDay = {
  /** The day, `YYYY-MM-DD`. */
  day: string | null;
  /** Why not. */
  problem: FieldProblem | null;
};

/** What an import brought. */
export type Imported = {
  /** How many disputes were added; none on error. */
  disputes: number;
  /** What is wrong or looks like a slip, with its place. Nothing was imported on an error. */
  problems: ImportProblem[];
  /** Whether something was imported. */
  imported: boolean;
  /** The action, to undo it. */
  action: string | null;
};

/** Something about one place of a household file. */
export type ImportProblem = {
  /** Whether it kept the file from being imported. */
  isError: boolean;
  /** The place, such as `disputes[2].claims[0].amount`. */
  place: string;
  /** What is the matter. */
  message: string;
};

/** A thing with its name, to show and to go to. */
export type Named = {
  /** Which. */
  id: string;
  /** Its name or title. */
  name: string;
};

/** A person with where they work. */
export type Person = {
  /** Which contact. */
  id: string;
  /** Their name. */
  name: string;
  /** What they do. */
  job: string | null;
  /** Their vendor. */
  vendor: Named;
};

/** What is owed in one currency: each sum is zero or more. */
export type Balance = {
  /** What was asked for. */
  claimed: Money;
  /** What came as payment. */
  received: Money;
  /** What was credited. */
  credited: Money;
  /** What was credited for the time being. */
  provisionalCredit: Money;
  /** What was waived. */
  waived: Money;
  /** What the household gave up. */
  writtenOff: Money;
  /** What was taken back. */
  reversed: Money;
  /** What is still owed. */
  outstanding: Money;
  /** What came beyond what was owed. */
  overpaid: Money;
};

/** A dispute with all that hangs on it, except its events. */
export type DisputeView = {
  /** The dispute. */
  dispute: Dispute;
  /** Its short reference. */
  reference: string;
  /** Where it stands today. */
  state: DisputeState;
  /** Who leads it. */
  lead: Named;
  /** The vendors' parts. */
  parties: PartyView[];
  /** What each vendor owes, per currency. */
  owed: VendorBalance[];
  /** What is owed in all, per currency. */
  totals: Total[];
  /** The sums owed. */
  claims: ClaimView[];
  /** The promises. */
  promises: PromiseView[];
  /** The offers. */
  offers: OfferView[];
  /** The ladder. */
  rungs: RungView[];
  /** The people who helped. */
  advocates: AdvocacyView[];
  /** What was agreed. */
  remedies: RemedyView[];
  /** What the household will do or has done. */
  nextSteps: NextStepView[];
  /** The one thing that matters now. */
  next: DueItem | null;
  /** Everyone at the vendors of this dispute, to choose from. */
  people: Person[];
  /** What is attached. */
  attachments: AttachmentView[];
  /** How many events it has. */
  eventCount: number;
};

/** A party with its vendor's name. */
export type PartyView = {
  /** The party. */
  party: Party;
  /** Its vendor. */
  vendor: Named;
};

/** What one vendor owes in one currency. */
export type VendorBalance = {
  /** The vendor. */
  vendor: Named;
  /** The sums. */
  balance: Balance;
};

/** What is owed in all in one currency. */
export type Total = {
  /** Still owed. */
  outstanding: Money;
  /** Come beyond what was owed. */
  overpaid: Money;
};

/** A claim with what happened to it. */
export type ClaimView = {
  /** The claim. */
  claim: Claim;
  /** Who owes it. */
  vendor: Named;
  /** What happened to it. */
  movements: Movement[];
  /** What is left of it. */
  balance: Balance;
  /** The event that made it arise, in a few words. */
  becauseOf: Named | null;
};

/** A promise with where it stands. */
export type PromiseView = {
  /** The promise. */
  promise: Promise;
  /** Where it stands today. */
  status: PromiseStatus;
  /** Who gave it. */
  by: Person | null;
  /** The vendor, its own or its person's. */
  vendor: Named | null;
};

/** An offer with who made it. */
export type OfferView = {
  /** The offer. */
  offer: Offer;
  /** Who made it. */
  by: Person | null;
  /** The vendor, its own or its person's. */
  vendor: Named | null;
};

/** A rung with who stands on it. */
export type RungView = {
  /** The rung. */
  rung: Rung;
  /** The person. */
  contact: Person | null;
  /** The vendor, its own or its person's. */
  vendor: Named | null;
};

/** Help with who gave it. */
export type AdvocacyView = {
  /** The help. */
  advocacy: Advocacy;
  /** Who gave it. */
  contact: Person;
};

/** A remedy with where it stands. */
export type RemedyView = {
  /** The remedy. */
  remedy: Remedy;
  /** Where it stands today. */
  status: RemedyStatus;
  /** Who agreed. */
  by: Person | null;
  /** The vendor, its own or its person's. */
  vendor: Named | null;
  /** Its looks, done and to come. */
  checks: Check[];
  /** The look that is due today or was before. */
  checkDue: Check | null;
  /** The next look, due or to come. */
  nextCheck: Check | null;
  /** What the claim behind it is worth. */
  worth: Money | null;
  /** The dispute. */
  dispute: Named;
  /** When the next look would be proposed if it holds today. */
  proposedNextCheck: string;
};

/** A next step with who it is with. */
export type NextStepView = {
  /** The step. */
  step: NextStep;
  /** With whom. */
  contact: Person | null;
};

/** Something that is due, overdue or coming. */
export type DueItem = {
  /** Of which sort. */
  kind: DueKind;
  /** Which promise, step or check. */
  id: string;
  /** The remedy, for a check. */
  remedy: string | null;
  /** The day. */
  on: string;
  /** The time of that day, `HH:MM`, for a step that has one. */
  at: string | null;
  /** Whether the day has passed. */
  overdue: boolean;
  /** What. */
  what: string;
  /** In which dispute. */
  dispute: Named;
  /** With or by whom. */
  person: Person | null;
  /** The vendor. */
  vendor: Named | null;
  /** By which channel, for a step that has one. */
  channel: Channel | null;
};

/** A file that was attached. */
export type AttachmentView = {
  /** Which attachment. */
  id: string;
  /** The dispute. */
  dispute: Named;
  /** The event that it belongs to. */
  event: string | null;
  /** The claim that it belongs to. */
  claim: string | null;
  /** The file's name. */
  name: string;
  /** Its type. */
  mediaType: string;
  /** Its size in bytes. */
  size: number;
  /** Its SHA-256 in hexadecimal. */
  sha256: string;
  /** What it shows. */
  caption: string | null;
  /** When it was added, RFC 3339. */
  addedAt: string;
};

/** A vendor in a list. */
export type VendorRow = {
  /** Which. */
  id: string;
  /** Its name. */
  name: string;
  /** What sort it is. */
  kind: VendorKind;
  /** The people known there. */
  people: Person[];
  /** How many disputes it has a part in. */
  disputes: number;
  /** What it owes over all disputes, per currency. */
  totals: Total[];
};

/** A vendor's page. */
export type VendorView = {
  /** The vendor. */
  vendor: Vendor;
  /** Its people. */
  people: ContactView[];
  /** Its departments, as its people and channels name them. */
  departments: string[];
  /** The disputes that it has a part in. */
  disputes: DisputeRow[];
  /** How each channel has done. */
  record: ChannelRecord[];
  /** What it owes over all disputes, per currency. */
  totals: Total[];
};

/** A person's card. */
export type ContactView = {
  /** The person. */
  contact: Contact;
  /** Where they work. */
  vendor: Named;
  /** Who supervises them. */
  supervisor: Named | null;
  /** What they did to help. */
  helped: Help[];
  /** How many events there were with them. */
  events: number;
};

/** What a person did to help, and in which dispute. */
export type Help = {
  /** The dispute. */
  dispute: Named;
  /** Which help. */
  advocacy: string;
  /** When. */
  on: string;
  /** What they did. */
  did: string;
  /** When they were thanked. */
  thankedOn: string | null;
};

/** How often a channel was tried, and how it went. */
export type ChannelRecord = {
  /** Which channel. */
  channel: Channel;
  /** How often the household tried. */
  tried: number;
  /** How often somebody answered. */
  answered: number;
  /** How often nobody did. */
  unanswered: number;
  /** The middle waiting time in minutes, where any was noted. */
  waitedMinutes: number | null;
  /** The middle length in minutes, where any was noted. */
  minutes: number | null;
};

/** What the window needs to begin. */
export type Start = {
  /** The household's name; empty before it was asked for. */
  household: string;
  /** Its members. */
  members: Member[];
  /** Whether no dispute has been written down yet. */
  isEmpty: boolean;
  /** Whether this is the sample household. */
  isSample: boolean;
  /** The currency proposed for a new sum; absent before the first. */
  currency: string | null;
  /** Today, by the clock of this computer. */
  day: string;
  /** The app's version. */
  version: string;
};

/** The place to start the day. */
export type Today = {
  /** Today. */
  day: string;
  /** What is due, the longest overdue first. */
  due: DueItem[];
  /** What comes in the next seven days. */
  coming: DueItem[];
  /** What is owed, per currency. */
  owed: OwedTotal[];
  /** Remedies whose look is due. */
  checks: RemedyView[];
  /** People to thank. */
  toThank: ToThank[];
  /** How many disputes are open. */
  open: number;
  /** How many are watched. */
  watching: number;
  /** How many are closed. */
  closed: number;
};

/** What is owed in one currency, with who owes it. */
export type OwedTotal = {
  /** In all. */
  total: Total;
  /** By whom, the largest first; only those who owe or paid too much. */
  vendors: OwedByVendor[];
};

/** What one vendor owes over all disputes, in one currency. */
export type OwedByVendor = {
  /** The vendor. */
  vendor: Named;
  /** Still owed. */
  outstanding: Money;
  /** Come beyond what was owed. */
  overpaid: Money;
};

/** Somebody who helped and has not been thanked. */
export type ToThank = {
  /** Who. */
  contact: Person;
  /** In which dispute. */
  dispute: Named;
  /** What they did. */
  did: string[];
};

/** Which disputes to list. */
export type DisputesQuery = {
  /** Words that must stand in its title, goal, vendors, people, references or facts. */
  search: string;
  /** Only those in this state. */
  state: DisputeState | null;
};

/** A dispute in a list. */
export type DisputeRow = {
  /** Which. */
  id: string;
  /** The short reference. */
  reference: string;
  /** The title. */
  title: string;
  /** The goal. */
  goal: string;
  /** Where it stands. */
  state: DisputeState;
  /** When it began. */
  openedOn: string;
  /** When it was closed. */
  closedOn: string | null;
  /** Its vendors. */
  vendors: Named[];
  /** What is owed, per currency. */
  totals: Total[];
  /** When something last happened. */
  lastOn: string;
  /** What comes next. */
  next: DueItem | null;
};

/** All remedies. */
export type RemedyBoard = {
  /** Each with its status; the UI makes the columns. */
  remedies: RemedyView[];
};

/** Something found by its name. */
export type Found = {
  /** What sort of thing. */
  kind: FoundKind;
  /** Which. */
  id: string;
  /** Its name. */
  name: string;
  /** Where it belongs. */
  detail: string;
};

/** All that is attached, newest first. */
export type EvidenceList = {
  /** The files. */
  attachments: AttachmentView[];
};

/** Something in the bin. */
export type Binned = {
  /** What sort of thing, as `remove` and `restore` take it. */
  kind: RecordKind;
  /** Which. */
  id: string;
  /** Its name. */
  name: string;
  /** Its dispute. */
  dispute: Named | null;
  /** When it was put there, RFC 3339. */
  deletedAt: string;
};

/** A stretch of the timeline. */
export type TimelinePage = {
  /** The entries, in the order asked for. */
  entries: TimelineEntry[];
  /** Where the next stretch begins; absent at the end. */
  next: string | null;
};

/** One thing that happened. */
export type TimelineEntry = {
  /** Distinct within the timeline. */
  key: string;
  /** The day, `YYYY-MM-DD`. */
  day: string;
  /** The instant in RFC 3339 with its offset, where it is known. */
  instant: string | null;
  /** What happened. */
  what: TimelineWhat;
};

/** An error. */
export type AppError = {
  /** Which. */
  code: ErrorCode;
  /** What the sentence needs. */
  values: { [key in string]: string };
  /** What stands in the way, field by field. */
  problems: FieldProblem[];
};

/** Something about one field of a form, or one place of a file. */
export type FieldProblem = {
  /** The field of the input (`dueOn`), or the place in the file. */
  field: string;
  /** What is the matter, in snake case; see `domain::validity` and `domain::typed`. */
  code: string;
  /** What the sentence needs. */
  values: { [key in string]: string };
};

/** What a change did. */
export type Done = {
  /** The journal's action, to undo it; absent where nothing differed. */
  action: string | null;
  /** What was made or changed, where it is one thing. */
  id: string | null;
  /** What is worth a second look, though it was saved. */
  warnings: FieldProblem[];
};

export type DossierPart = "summary" | "people" | "chronology" | "money" | "remedies" | "next_steps" | "contact_log" | "documents";

export type FoundKind = "dispute" | "vendor" | "contact";

export type RecordKind = "member" | "vendor" | "contact" | "dispute" | "party" | "claim" | "movement" | "event" | "promise" | "offer" | "rung" | "advocacy" | "remedy" | "check" | "next_step" | "attachment";

/** What happened. */
export type TimelineWhat =
  | { kind: "opened"; title: string; }
  | { kind: "closed"; how: ClosedAs | null; }
  | { kind: "event"; event: Event; people: Person[]; vendor: Named | null; dispute: Named; }
  | { kind: "claim_arose"; id: string; reason: string; amount: Money; vendor: Named; }
  | { kind: "moved"; id: string; claim: string; movement: MovementKind; amount: Money; vendor: Named; reason: string; reference: string | null; }
  | { kind: "promised"; promise: Promise; by: Person | null; vendor: Named | null; }
  | { kind: "promise_ended"; id: string; what: string; outcome: PromiseOutcome; by: Person | null; }
  | { kind: "offered"; id: string; terms: string; amount: Money | null; by: Person | null; vendor: Named | null; }
  | { kind: "offer_answered"; id: string; terms: string; answer: OfferAnswer; }
  | { kind: "climbed"; id: string; reason: string; contact: Person | null; vendor: Named | null; }
  | { kind: "helped"; id: string; contact: Person; did: string; }
  | { kind: "thanked"; id: string; contact: Person; }
  | { kind: "agreed"; id: string; what: string; caveat: string | null; by: Person | null; vendor: Named | null; }
  | { kind: "delivered"; id: string; what: string; }
  | { kind: "checked"; id: string; what: string; result: CheckResult; note: string | null; }
  | { kind: "step_done"; id: string; what: string; };

export type ErrorCode = "not_found" | "refused" | "conflict" | "nothing_to_undo" | "store_in_use" | "store_read_only" | "store_newer" | "store_foreign" | "store_damaged" | "store_no_folder" | "still_named" | "in_bin" | "disk_full" | "io" | "file_too_large" | "file_not_understood" | "evidence_damaged" | "typesetting_failed" | "several_found" | "preview_gone" | "not_in_sample" | "internal";

/* Tauri Specta runtime */
async function typedError<T, E>(
  result: globalThis.Promise<T>,
): globalThis.Promise<{ status: "ok"; data: T } | { status: "error"; error: E }> {
  try {
    return { status: "ok", data: await result };
  } catch (e) {
    if (e instanceof Error) throw e;
    return { status: "error", error: e as E };
  }
}
