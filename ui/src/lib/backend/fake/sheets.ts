/** Offers measured, the ladder and the call sheet of the invented household. */
import type {
  CallSheet,
  LadderLevel,
  LadderView,
  Offer,
  OfferMeasure,
  OfferStanding,
} from '../types';
import { TODAY, id, type Case } from './record';
import { major, minor, owedIn, promiseStatus, totalsOf } from './rules';
import type { Views } from './views';
import { vendorView } from './vendor-views';

const SETTLING = /full and final settlement|release of all claims|no further claims?/gi;

function standingOf(offer: Offer): OfferStanding {
  if (offer.answer) return offer.answer;
  return offer.openUntil && offer.openUntil < TODAY ? 'lapsed' : 'open';
}

/** What is derived of an offer. */
export function offerStanding(one: Case, offer: Offer) {
  const standing = standingOf(offer);
  const totals = totalsOf(owedIn(one).map((each) => each.balance));
  const measures = totals.flatMap(({ outstanding: owed }): OfferMeasure[] => {
    if (minor(owed.amount) === 0n) return [];
    const { currency } = owed;
    const offered = offer.amount?.currency === currency ? offer.amount : null;
    const left = minor(owed.amount) - minor(offered?.amount ?? '0.00');
    return [
      {
        owed,
        offered: offered ?? { amount: '0.00', currency },
        missing: { amount: major(left > 0n ? left : 0n), currency },
      },
    ];
  });
  return {
    standing,
    lastDay: standing === 'open' && one.dispute.closedOn === null ? offer.openUntil : null,
    measures,
    settling: offer.terms.match(SETTLING) ?? [],
  };
}

const LEVELS: LadderLevel[] = [
  'representative',
  'supervisor',
  'manager',
  'executive_office',
  'outside_body',
];

function levelOf(views: Views, contact: string | null, vendor: string | null): LadderLevel {
  const person = views.home.contacts.find((each) => each.id === contact);
  const place = views.home.vendors.find((each) => each.id === (vendor ?? person?.vendor));
  if (place && ['regulator', 'ombudsman', 'court'].includes(place.kind)) return 'outside_body';
  const job = person?.job?.toLowerCase() ?? '';
  if (job.includes('manager')) return 'manager';
  return job.includes('supervisor') ? 'supervisor' : 'representative';
}

export function ladderOf(views: Views, one: Case): LadderView {
  const level = (rung: Case['rungs'][number]) => levelOf(views, rung.contact, rung.vendor);
  const reached = one.rungs.filter((rung) => rung.reachedOn !== null);
  const current = LEVELS.findLast((each) => reached.some((rung) => level(rung) === each));
  const planned = one.rungs.find((rung) => rung.reachedOn === null);
  const asked = new Set(one.events.flatMap((event) => event.contacts));
  const above = views.home.contacts.find(
    (person) =>
      one.parties.some((party) => party.vendor === person.vendor) &&
      !asked.has(id(person)) &&
      !one.rungs.some((rung) => rung.contact === person.id),
  );
  return {
    steps: LEVELS.map((each) => ({
      level: each,
      isReached: reached.some((rung) => level(rung) === each),
      isCurrent: each === current,
      rungs: one.rungs.filter((rung) => level(rung) === each).map(id),
      people: [],
      bodies: [],
      closed: [],
    })),
    next: planned
      ? {
          rung: planned.id,
          person: views.person(planned.contact),
          vendor: views.vendorOrNone(planned.vendor, planned.contact),
          channel: null,
        }
      : above
        ? {
            rung: null,
            person: views.person(above.id),
            vendor: views.vendor(above.vendor),
            channel: null,
          }
        : null,
  };
}

export function callSheetOf(views: Views, one: Case, vendor: string | null): CallSheet {
  const noted = one.events.flatMap((event) =>
    event.facts
      .filter((fact) => fact.status === 'undisputed')
      .map((fact) => ({ fact, on: event.at.slice(0, 10) })),
  );
  const strong = (by: string | null) => (by === null ? 1 : 0);
  const facts = noted
    .sort(
      (a, b) =>
        strong(a.fact.acknowledgedBy) - strong(b.fact.acknowledgedBy) || b.on.localeCompare(a.on),
    )
    .slice(0, 3)
    .map(({ fact, on }) => ({
      text: fact.text,
      on,
      acknowledgedBy: views.person(fact.acknowledgedBy),
    }));
  const party = one.parties.find((each) => each.vendor === vendor);
  const there = views.home.contacts.filter((person) => person.vendor === vendor);
  const works = (contact: string | null) => there.some((person) => person.id === contact);
  return {
    facts,
    promises: one.promises
      .filter((promise) => ['open', 'overdue'].includes(promiseStatus(promise)))
      .filter((promise) => promise.vendor === vendor || works(promise.by))
      .map((promise) => ({
        promise,
        status: promiseStatus(promise),
        by: views.person(promise.by),
        vendor: views.vendorOrNone(promise.vendor, promise.by),
      })),
    reference: party?.reference ?? null,
    rationale: party?.rationale ?? null,
    kind: one.advocates
      .filter((help) => works(help.contact))
      .map((help) => ({ person: views.someone(help.contact), did: help.did })),
    people: there,
    ways: (vendor === null ? [] : (vendorView(views.home, vendor)?.record ?? []))
      .filter((record) => record.answered > 0)
      .map(({ channel, answered, tried, waitedMinutes }) => ({
        channel,
        value:
          views.home.vendors
            .find((each) => each.id === vendor)
            ?.channels.find((each) => each.kind === channel)?.value ?? null,
        answered,
        tried,
        waitedMinutes,
      })),
  };
}
