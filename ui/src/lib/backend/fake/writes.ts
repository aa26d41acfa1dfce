/** The writes of the fake backend. Each keeps the household as it was, so that it can be undone. */
import { BackendError } from '../error';
import type {
  Advocacy,
  Call,
  Check,
  CheckAnswer,
  Claim,
  ClosedAs,
  Contact,
  Dispute,
  Done,
  EventNoun,
  FieldProblem,
  Member,
  Movement,
  NewDispute,
  NextStep,
  Offer,
  Party,
  PromiseNoun,
  RecordKind,
  Remedy,
  Rung,
  Vendor,
  VendorChoice,
} from '../types';
import { NO_SUBJECT } from './disputes';
import { TODAY, emptyCase, id, type Case, type Household } from './record';

type Noun = { id: string | null };

export function failure(
  code: 'not_found' | 'nothing_to_undo' | 'refused',
  problems: FieldProblem[] = [],
) {
  return new BackendError({ code, values: {}, problems });
}

export class Writes {
  home: Household;
  #actions: { name: string; before: string }[] = [];
  #next = 1;

  constructor(home: Household) {
    this.home = home;
  }

  /** A dispute with all that hangs on it. */
  case(dispute: string): Case {
    const found = this.home.cases.find((one) => one.dispute.id === dispute);
    if (!found) throw failure('not_found');
    return found;
  }

  fresh(): string {
    return `new-${this.#next++}`;
  }

  /** Runs a write as one action that can be undone. */
  protected act(write: () => string | null): Done {
    const before = JSON.stringify(this.home);
    let made: string | null;
    try {
      made = write();
    } catch (thrown) {
      this.home = JSON.parse(before) as Household;
      throw thrown;
    }
    const action = `action-${this.#next++}`;
    this.#actions.push({ name: action, before });
    return { action, id: made, warnings: [] };
  }

  /** Puts a noun into its list, new or in the place of what it was. */
  protected put<N extends Noun>(list: N[], noun: N): string {
    const kept = { ...noun, id: noun.id ?? this.fresh() };
    const at = list.findIndex((one) => one.id === kept.id);
    if (at < 0) list.push(kept);
    else list[at] = kept;
    return kept.id;
  }

  protected needs(fields: Record<string, string | null | undefined>): void {
    const empty = Object.entries(fields).filter(([, text]) => !text?.trim());
    if (empty.length === 0) return;
    throw failure(
      'refused',
      empty.map(([field]) => ({ field, code: 'empty', values: {} })),
    );
  }

  protected vendorOf(choice: VendorChoice | null): string {
    if (!choice) throw failure('refused', [{ field: 'vendor', code: 'empty', values: {} }]);
    if (choice.id) return choice.id;
    this.needs({ vendor: choice.name });
    return this.put(this.home.vendors, {
      id: null,
      name: choice.name.trim(),
      kind: choice.kind,
      address: [],
      country: null,
      channels: [],
      knownAs: [],
    });
  }

  #partyFor(one: Case, vendor: string): void {
    if (one.parties.some((party) => party.vendor === vendor)) return;
    this.put(one.parties, {
      id: null,
      vendor,
      roles: [],
      reference: null,
      policy: null,
      rationale: null,
    });
  }

  saveHousehold = async (name: string, member: Member) =>
    this.act(() => {
      this.home.name = name;
      return this.put(this.home.members, member);
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
        this.#partyFor(one, vendor);
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

  logCall = async (call: Call) => this.act(() => this.#log(call));

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

  saveRemedy = async (dispute: string, remedy: Remedy, firstCheckOn: string | null) =>
    this.act(() => {
      this.needs({ what: remedy.what });
      const { remedies } = this.case(dispute);
      const known = remedies.find((one) => one.remedy.id === remedy.id);
      if (known) {
        known.remedy = remedy;
        return remedy.id;
      }
      const made = this.fresh();
      const first = {
        id: this.fresh(),
        dueOn: firstCheckOn ?? '',
        doneOn: null,
        result: null,
        note: null,
      };
      remedies.push({ remedy: { ...remedy, id: made }, checks: firstCheckOn ? [first] : [] });
      return made;
    });

  saveCheck = async (dispute: string, remedy: string, check: Check) =>
    this.act(() => this.put(this.#remedy(dispute, remedy).checks, check));

  answerCheck = async (answer: CheckAnswer) =>
    this.act(() => {
      const { checks } = this.#remedy(answer.dispute, answer.remedy);
      const { result, on, note } = answer;
      const planned = checks.find((check) => check.id === answer.check);
      if (planned) Object.assign(planned, { doneOn: on, result, note });
      else this.put(checks, { id: null, dueOn: on, doneOn: on, result, note });
      if (answer.nextOn) {
        this.put(checks, {
          id: null,
          dueOn: answer.nextOn,
          doneOn: null,
          result: null,
          note: null,
        });
      }
      return answer.remedy;
    });

  saveNextStep = async (dispute: string, step: NextStep) =>
    this.act(() => {
      this.needs({ what: step.what });
      return this.put(this.case(dispute).nextSteps, step);
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
      const name = this.#take(kind, what);
      this.home.bin.unshift({
        kind,
        id: what,
        name,
        dispute:
          this.home.cases.find((one) => JSON.stringify(one).includes(what))?.dispute.id ?? null,
        deletedAt: `${TODAY}T09:00:00Z`,
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

  undo = async (action: string) => {
    const at = this.#actions.findIndex((one) => one.name === action);
    const found = this.#actions[at];
    if (!found) throw failure('nothing_to_undo');
    this.#actions = this.#actions.slice(0, at);
    this.home = JSON.parse(found.before) as Household;
    return { action: null, id: null, warnings: [] } satisfies Done;
  };

  undoLast = async () => this.undo(this.#actions.at(-1)?.name ?? '');

  #remedy(dispute: string, remedy: string): Case['remedies'][number] {
    const found = this.case(dispute).remedies.find((one) => one.remedy.id === remedy);
    if (!found) throw failure('not_found');
    return found;
  }

  /** Takes a record out of whichever list holds it; gives a name for the bin. */
  #take(kind: RecordKind, what: string): string {
    const lists: Noun[][] = [
      this.home.members,
      this.home.vendors,
      this.home.contacts,
      ...this.home.cases.flatMap((one): Noun[][] => [
        one.parties,
        one.events,
        one.promises,
        one.offers,
        one.rungs,
        one.advocates,
        one.nextSteps,
        one.attachments,
        ...one.claims.map((each) => each.movements),
        ...one.remedies.map((each) => each.checks),
      ]),
    ];
    for (const list of lists) {
      const at = list.findIndex((noun) => noun.id === what);
      if (at < 0) continue;
      const [taken] = list.splice(at, 1);
      return nameOf(taken) ?? kind;
    }
    for (const one of this.home.cases) {
      one.claims = one.claims.filter((each) => each.claim.id !== what);
      one.remedies = one.remedies.filter((each) => each.remedy.id !== what);
    }
    const gone = this.home.cases.find((one) => one.dispute.id === what);
    this.home.cases = this.home.cases.filter((one) => one !== gone);
    return gone?.dispute.title ?? kind;
  }

  #log(call: Call): string {
    const one = this.case(call.dispute);
    const vendor = call.vendor ? this.vendorOf(call.vendor) : null;
    if (vendor) this.#partyFor(one, vendor);
    const people = call.people.map(
      (person) =>
        person.id ??
        this.put(this.home.contacts, {
          id: null,
          vendor: vendor ?? '',
          name: person.name,
          job: person.job,
          department: null,
          phone: person.phone,
          email: null,
          supervisor: null,
        }),
    );
    const [first = null] = people;
    const on = call.at.slice(0, 10);
    const { at, precision, channel, direction, answered, waitedMinutes, minutes, note } = call;
    const event = this.put(one.events, {
      id: null,
      dispute: call.dispute,
      ...{ at, precision, channel, direction, answered, waitedMinutes, minutes, note },
      vendor,
      contacts: people,
      facts: call.facts.map((fact) => ({
        id: this.fresh(),
        text: fact.text,
        status: fact.status,
        acknowledgedBy: fact.acknowledged ? first : null,
      })),
    });
    for (const promise of call.promises) {
      const open = { outcome: null, outcomeOn: null, madeOn: on };
      this.put(one.promises, {
        id: null,
        by: first,
        vendor: first ? null : vendor,
        ...open,
        ...promise,
      });
    }
    for (const step of call.nextSteps) this.put(one.nextSteps, step);
    for (const step of one.nextSteps) {
      if (call.finishedSteps.includes(id(step))) step.doneOn = on;
    }
    if (call.helped && first) {
      const did = { contact: first, on, did: call.helped, thankedOn: null, mayQuote: false };
      this.put(one.advocates, { id: null, ...did });
    }
    if (call.climbedBecause) {
      const rung = { contact: first, vendor: first ? null : vendor, reachedOn: on, result: null };
      this.put(one.rungs, { id: null, ...rung, reason: call.climbedBecause });
    }
    for (const owing of call.leavesOwing) {
      const who = this.vendorOf(owing.vendor);
      this.#partyFor(one, who);
      const { amount, reason, dueOn } = owing;
      const claim = {
        id: this.fresh(),
        vendor: who,
        amount,
        reason,
        dueOn,
        aroseOn: on,
        becauseOf: event,
      };
      one.claims.push({ claim, movements: [] });
    }
    return event;
  }
}

function nameOf(noun: unknown): string | null {
  if (typeof noun !== 'object' || noun === null) return null;
  for (const field of ['name', 'title', 'what', 'terms', 'reason', 'did']) {
    const text = (noun as Record<string, unknown>)[field];
    if (typeof text === 'string') return text;
  }
  return null;
}
