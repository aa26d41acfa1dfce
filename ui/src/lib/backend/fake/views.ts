/** What the screens ask for, made of the invented household. */
import type {
  DisputeRow,
  DisputeView,
  DueItem,
  Named,
  OwedTotal,
  Person,
  RemedyView,
  Today,
  ToThank,
} from '../types';
import { agendaOf } from './agenda';
import { TODAY, id, type Case, type Household } from './record';
import { offerStanding } from './sheets';
import { remedyView } from './remedies';
import { balanceOf, minor, owedIn, promiseStatus, remedyStatus, stateOf, totalsOf } from './rules';

export class Views {
  readonly home: Household;

  constructor(home: Household) {
    this.home = home;
  }

  vendor(vendor: string): Named {
    return { id: vendor, name: this.home.vendors.find((one) => one.id === vendor)?.name ?? '?' };
  }

  vendorOrNone(vendor: string | null, by: string | null): Named | null {
    const whose = vendor ?? this.home.contacts.find((one) => one.id === by)?.vendor ?? null;
    return whose === null ? null : this.vendor(whose);
  }

  person(contact: string | null): Person | null {
    const found = this.home.contacts.find((one) => one.id === contact);
    if (!found) return null;
    return { id: id(found), name: found.name, job: found.job, vendor: this.vendor(found.vendor) };
  }

  someone(contact: string): Person {
    return (
      this.person(contact) ?? { id: contact, name: '?', job: null, vendor: { id: '', name: '?' } }
    );
  }

  named(one: Case): Named {
    return { id: id(one.dispute), name: one.dispute.title };
  }

  /** What is not done in a dispute, the earliest first. */
  due(one: Case): DueItem[] {
    if (one.dispute.closedOn) return [];
    const common = { dispute: this.named(one), remedy: null, at: null, channel: null };
    const promises = one.promises
      .filter((promise) => !promise.outcome && promise.dueOn)
      .map((promise): DueItem => ({
        ...common,
        kind: 'promise',
        id: id(promise),
        on: promise.dueOn ?? '',
        overdue: (promise.dueOn ?? '') < TODAY,
        what: promise.what,
        person: this.person(promise.by),
        vendor: this.vendorOrNone(promise.vendor, promise.by),
      }));
    const steps = one.nextSteps
      .filter((step) => !step.doneOn)
      .map((step): DueItem => ({
        ...common,
        kind: 'next_step',
        id: id(step),
        on: step.on,
        at: step.at,
        overdue: step.on < TODAY,
        what: step.what,
        person: this.person(step.contact),
        vendor: this.vendorOrNone(null, step.contact),
        channel: step.channel,
      }));
    const checks = one.remedies.flatMap(({ remedy, checks: looks }) =>
      ['reversed', 'expired'].includes(remedyStatus(remedy, looks))
        ? []
        : looks
            .filter((check) => !check.doneOn)
            .map((check): DueItem => ({
              ...common,
              kind: 'check',
              id: id(check),
              remedy: id(remedy),
              on: check.dueOn,
              overdue: check.dueOn < TODAY,
              what: remedy.what,
              person: this.person(remedy.by),
              vendor: this.vendorOrNone(remedy.vendor, remedy.by),
            })),
    );
    return [...promises, ...steps, ...checks].sort((a, b) => a.on.localeCompare(b.on));
  }

  remedy(one: Case, each: Case['remedies'][number]): RemedyView {
    return remedyView(this, one, each);
  }

  row(one: Case): DisputeRow {
    const { dispute } = one;
    const days = [dispute.openedOn, ...one.events.map((event) => event.at.slice(0, 10))];
    return {
      id: id(dispute),
      reference: `D-${id(dispute).slice(0, 4).toUpperCase()}`,
      title: dispute.title,
      goal: dispute.goal,
      state: stateOf(one),
      openedOn: dispute.openedOn,
      closedOn: dispute.closedOn,
      vendors: one.parties.map((party) => this.vendor(party.vendor)),
      totals: totalsOf(owedIn(one).map((each) => each.balance)),
      lastOn: days.sort().at(-1) ?? dispute.openedOn,
      next: this.due(one)[0] ?? null,
    };
  }

  dispute(one: Case): DisputeView {
    const row = this.row(one);
    const vendors = new Set(one.parties.map((party) => party.vendor));
    const people = this.home.contacts.filter((contact) => vendors.has(contact.vendor));
    const lead = this.home.members.find((member) => member.id === one.dispute.lead);
    return {
      dispute: one.dispute,
      reference: row.reference,
      state: row.state,
      lead: { id: one.dispute.lead, name: lead?.name ?? '?' },
      parties: one.parties.map((party) => ({ party, vendor: this.vendor(party.vendor) })),
      owed: owedIn(one).map(({ vendor, balance }) => ({ vendor: this.vendor(vendor), balance })),
      totals: row.totals,
      currency: one.claims.at(-1)?.claim.amount.currency ?? null,
      claims: one.claims.map(({ claim, movements }) => ({
        claim,
        vendor: this.vendor(claim.vendor),
        movements,
        balance: balanceOf([{ claim, movements }], claim.amount.currency),
        becauseOf: this.because(one, claim.becauseOf),
      })),
      promises: one.promises.map((promise) => ({
        promise,
        status: promiseStatus(promise),
        by: this.person(promise.by),
        vendor: this.vendorOrNone(promise.vendor, promise.by),
      })),
      offers: one.offers.map((offer) => ({
        offer,
        ...offerStanding(one, offer),
        by: this.person(offer.by),
        vendor: this.vendorOrNone(offer.vendor, offer.by),
      })),
      rungs: one.rungs.map((rung) => ({
        rung,
        contact: this.person(rung.contact),
        vendor: this.vendorOrNone(rung.vendor, rung.contact),
      })),
      advocates: one.advocates.map((advocacy) => ({
        advocacy,
        contact: this.someone(advocacy.contact),
      })),
      remedies: one.remedies.map((each) => this.remedy(one, each)),
      nextSteps: one.nextSteps.map((step) => ({ step, contact: this.person(step.contact) })),
      next: row.next,
      people: people.map((contact) => this.someone(id(contact))),
      attachments: one.attachments.map((file) => ({ ...file, dispute: this.named(one) })),
      eventCount: one.events.length,
    };
  }

  today(): Today {
    const { cases } = this.home;
    const states = cases.map(stateOf);
    const count = (state: string) => states.filter((one) => one === state).length;
    return {
      day: TODAY,
      ...agendaOf(this),
      owed: this.owed(),
      toThank: cases.flatMap((one) => this.toThank(one)),
      open: count('open'),
      watching: count('watching'),
      closed: count('closed'),
    };
  }

  private because(one: Case, event: string | null): Named | null {
    const found = one.events.find((each) => each.id === event);
    return found ? { id: id(found), name: found.facts[0]?.text ?? 'An event' } : null;
  }

  private toThank(one: Case): ToThank[] {
    const open = one.advocates.filter((advocacy) => !advocacy.thankedOn);
    return [...new Set(open.map((advocacy) => advocacy.contact))].map((contact) => ({
      contact: this.someone(contact),
      dispute: this.named(one),
      did: open.filter((each) => each.contact === contact).map((each) => each.did),
    }));
  }

  private owed(): OwedTotal[] {
    const balances = this.home.cases.flatMap(owedIn);
    return totalsOf(balances.map((each) => each.balance)).map((total) => {
      const { currency } = total.outstanding;
      const same = balances.filter((each) => each.balance.outstanding.currency === currency);
      const vendors = [...new Set(same.map((each) => each.vendor))].flatMap((vendor) =>
        totalsOf(same.filter((each) => each.vendor === vendor).map((each) => each.balance)).map(
          (sum) => ({ vendor: this.vendor(vendor), ...sum }),
        ),
      );
      const size = (money: { amount: string }) => minor(money.amount);
      return {
        total,
        vendors: vendors
          .filter((each) => size(each.outstanding) > 0n || size(each.overpaid) > 0n)
          .sort((a, b) => Number(size(b.outstanding) - size(a.outstanding))),
      };
    });
  }
}
