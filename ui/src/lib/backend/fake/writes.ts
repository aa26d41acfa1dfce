/** The writes of the fake backend. Each keeps the household as it was, so that it can be undone. */
import { addDays } from '../../words/dates';
import type {
  Advocacy,
  Cadence,
  Call,
  Check,
  CheckAnswer,
  Claim,
  ClockForm,
  ClosedAs,
  Contact,
  ContactMade,
  Dispute,
  EventNoun,
  Issue,
  IssueOf,
  Later,
  Member,
  Movement,
  NewDispute,
  NextStep,
  Offer,
  Party,
  PlanQuery,
  PromiseNoun,
  RecordKind,
  Remedy,
  RemedyAlong,
  Rung,
  Vendor,
  VendorChoice,
} from '../types';
import { takenOut } from './bin';
import { NO_SUBJECT } from './disputes';
import { dated } from './issues';
import { failure, Keeping } from './keeping';
import { logged } from './log-call';
import { answered, checkPlan, savedRemedy } from './remedies';
import { TODAY, USUAL_CADENCE, emptyCase, id, type Household } from './record';

export class Writes extends Keeping {
  saveHousehold = async (name: string, member: Member) =>
    this.act(() => {
      this.home.name = name;
      return this.put(this.home.members, member);
    });

  saveRegion = async (region: string) =>
    this.act(() => {
      this.home.region = region;
      return null;
    });

  saveClock = async (dispute: string, form: ClockForm) =>
    this.act(() => {
      this.home.clocks ??= [];
      const kept = { ...form, id: form.id ?? this.fresh() };
      this.home.clocks = this.home.clocks.filter((one) => one.form.id !== kept.id);
      this.home.clocks.push({ dispute, form: kept });
      return kept.id;
    });

  saveMember = async (member: Member) => this.act(() => this.put(this.home.members, member));

  startDispute = async (made: NewDispute) =>
    this.act(() => {
      this.needs({ title: made.title, goal: made.goal });
      const lead =
        made.lead ??
        this.put(this.home.members, {
          id: null,
          name: made.leadName ?? '',
          address: [],
          email: null,
          phone: null,
        });
      this.home.name ||= made.leadName ?? '';
      const one = emptyCase({
        id: this.fresh(),
        title: made.title,
        goal: made.goal,
        openedOn: made.openedOn,
        lead,
        closedOn: null,
        closedAs: null,
        effect: null,
        subject: NO_SUBJECT,
      });
      this.home.cases.push(one);
      if (made.vendor) {
        const vendor = this.vendorOf(made.vendor);
        this.partyFor(one, vendor);
        const [party] = one.parties;
        if (party) party.reference = made.reference;
        if (made.claim)
          one.claims.push({ claim: { ...made.claim, id: this.fresh(), vendor }, movements: [] });
      }
      return id(one.dispute);
    });

  saveDispute = async (dispute: Dispute) =>
    this.act(() => {
      this.needs({ title: dispute.title, goal: dispute.goal });
      this.case(id(dispute)).dispute = dispute;
      return dispute.id;
    });

  closeDispute = async (dispute: string, on: string, how: ClosedAs) =>
    this.act(() => {
      const one = this.case(dispute);
      one.dispute = { ...one.dispute, closedOn: on, closedAs: how };
      return dispute;
    });

  reopenDispute = async (dispute: string) =>
    this.act(() => {
      const one = this.case(dispute);
      one.dispute = { ...one.dispute, closedOn: null, closedAs: null };
      return dispute;
    });

  saveParty = async (dispute: string, party: Party, vendor: VendorChoice) =>
    this.act(() =>
      this.put(this.case(dispute).parties, {
        ...party,
        vendor: party.id ? party.vendor : this.vendorOf(vendor),
      }),
    );

  saveClaim = async (dispute: string, claim: Claim) =>
    this.act(() => {
      this.needs({ reason: claim.reason, vendor: claim.vendor });
      const { claims } = this.case(dispute);
      const known = claims.find((one) => one.claim.id === claim.id);
      if (known) known.claim = claim;
      else claims.push({ claim: { ...claim, id: this.fresh() }, movements: [] });
      return claim.id;
    });

  saveMovement = async (dispute: string, claim: string, movement: Movement) =>
    this.act(() => {
      const known = this.case(dispute).claims.find((one) => one.claim.id === claim);
      if (!known) throw failure('not_found');
      return this.put(known.movements, movement);
    });

  saveEvent = async (event: EventNoun) =>
    this.act(() => {
      const facts = event.facts.map((fact) => ({ ...fact, id: fact.id ?? this.fresh() }));
      return this.put(this.case(event.dispute).events, { ...event, facts });
    });

  logCall = async (call: Call) => this.act(() => logged(this, call));

  /** The issues that were made of findings, by dispute, problem and finding. */
  protected readonly found = new Map<string, string>();

  saveIssue = async (dispute: string, issue: Issue, of: IssueOf | null) =>
    this.act(() => {
      this.needs({ question: issue.question });
      const one = this.case(dispute);
      one.issues ??= [];
      if (issue.vendor) this.partyFor(one, issue.vendor);
      const kept = this.put(one.issues, dated(one, issue));
      if (of) this.found.set(`${dispute}:${of.problem}:${of.finding}`, kept);
      return kept;
    });

  savePromise = async (dispute: string, promise: PromiseNoun) =>
    this.act(() => {
      this.needs({ what: promise.what });
      return this.put(this.case(dispute).promises, promise);
    });

  saveOffer = async (dispute: string, offer: Offer) =>
    this.act(() => {
      this.needs({ terms: offer.terms });
      return this.put(this.case(dispute).offers, offer);
    });

  saveRung = async (dispute: string, rung: Rung) =>
    this.act(() => {
      this.needs({ reason: rung.reason });
      return this.put(this.case(dispute).rungs, rung);
    });

  saveAdvocacy = async (dispute: string, advocacy: Advocacy) =>
    this.act(() => {
      this.needs({ did: advocacy.did, contact: advocacy.contact });
      return this.put(this.case(dispute).advocates, advocacy);
    });

  thank = async (dispute: string, contact: string, on: string) =>
    this.act(() => {
      for (const advocacy of this.case(dispute).advocates) {
        if (advocacy.contact === contact) advocacy.thankedOn ??= on;
      }
      return null;
    });

  checkPlan = async (query: PlanQuery) => checkPlan(query);

  saveRemedy = async (dispute: string, remedy: Remedy, along: RemedyAlong) =>
    this.act(() => {
      this.needs({ what: remedy.what });
      return savedRemedy(this, dispute, remedy, along);
    });

  saveCheck = async (dispute: string, remedy: string, check: Check) =>
    this.act(() => {
      const found = this.case(dispute).remedies.find((one) => one.remedy.id === remedy);
      if (!found) throw failure('not_found');
      if (check.doneOn === null) found.remedy = { ...found.remedy, satisfiedOn: null };
      return this.put(found.checks, check);
    });

  answerCheck = async (answer: CheckAnswer) => this.act(() => answered(this, answer));

  saveNextStep = async (dispute: string, step: NextStep) =>
    this.act(() => {
      this.needs({ what: step.what });
      return this.put(this.case(dispute).nextSteps, step);
    });

  planStep = async (disputes: string[], step: NextStep) =>
    this.act(() => {
      this.needs({ what: step.what });
      for (const dispute of disputes) this.put(this.case(dispute).nextSteps, { ...step });
      return null;
    });

  putOff = async (later: Later) =>
    this.act(() => {
      const { kind, id: item, until, orAnswer } = later;
      const one = this.case(later.dispute);
      const step = one.nextSteps.find((each) => each.id === item);
      const looks = one.remedies.flatMap((each) => each.checks);
      const look = looks.find((each) => each.id === item);
      if (!orAnswer && step) return ((step.on = until), item);
      if (!orAnswer && look) return ((look.dueOn = until), item);
      const made = this.fresh();
      this.home.putOff.push({ id: made, kind, item, until, orAnswer });
      return made;
    });

  bringBack = async (what: string) =>
    this.act(() => {
      this.home.putOff = this.home.putOff.filter((each) => each.id !== what);
      return what;
    });

  cadence = async (): Promise<Cadence> => ({
    days: [...this.home.cadence],
    usual: this.home.cadence.join() === USUAL_CADENCE.join(),
  });

  #reminders = true;
  wantsReminders = async () => this.#reminders;
  wantReminders = async (wanted: boolean) => {
    this.#reminders = wanted;
    return null;
  };
  saveCalendarFile = async () => true;

  proposeContact = async (_dispute: string, made: ContactMade) =>
    addDays(made.on, made.answered === false ? 1 : 7);

  saveCadence = async (days: number[]) =>
    this.act(() => {
      this.home.cadence = [...days];
      return null;
    });

  saveVendor = async (vendor: Vendor) =>
    this.act(() => {
      this.needs({ name: vendor.name });
      const channels = vendor.channels.map((one) => ({ ...one, id: one.id ?? this.fresh() }));
      return this.put(this.home.vendors, { ...vendor, channels });
    });

  saveContact = async (contact: Contact) =>
    this.act(() => {
      this.needs({ name: contact.name, vendor: contact.vendor });
      return this.put(this.home.contacts, contact);
    });

  remove = async (kind: RecordKind, what: string) =>
    this.act(() => {
      const before = JSON.stringify(this.home);
      const name = takenOut(this.home, kind, what);
      this.home.bin.unshift({
        kind,
        id: what,
        name,
        dispute:
          this.home.cases.find((one) => JSON.stringify(one).includes(what))?.dispute.id ?? null,
        deletedAt: `${TODAY}T09:00`,
        before,
      });
      return what;
    });

  restore = async (kind: RecordKind, what: string) =>
    this.act(() => {
      const thrown = this.home.bin.find((one) => one.kind === kind && one.id === what);
      if (!thrown) throw failure('not_found');
      this.home = JSON.parse(thrown.before) as Household;
      return what;
    });
}
