/** The timeline of a dispute of the invented household. */
import type { EventNoun, TimelineEntry, TimelineWhat } from '../types';
import { id, type Case } from './record';
import type { Views } from './views';

const entry = (key: string, at: string, what: TimelineWhat): TimelineEntry => ({
  key,
  day: at.slice(0, 10),
  instant: at.length > 10 ? at : null,
  what,
});

export function eventEntry(views: Views, one: Case, event: EventNoun): TimelineEntry {
  return entry(`event-${id(event)}`, event.at, {
    kind: 'event',
    event,
    people: event.contacts.map((contact) => views.someone(contact)),
    vendor: views.vendorOrNone(event.vendor, event.contacts[0] ?? null),
    dispute: views.named(one),
  });
}

/** All that happened, the earliest first. */
export function timelineOf(views: Views, one: Case): TimelineEntry[] {
  const { dispute } = one;
  const all = [
    entry('opened', dispute.openedOn, { kind: 'opened', title: dispute.title }),
    ...one.events.map((event) => eventEntry(views, one, event)),
    ...money(views, one),
    ...promises(views, one),
    ...help(views, one),
    ...remedies(views, one),
    ...one.nextSteps.flatMap((step) =>
      step.doneOn
        ? [
            entry(`step-${id(step)}`, step.doneOn, {
              kind: 'step_done',
              id: id(step),
              what: step.what,
            }),
          ]
        : [],
    ),
  ];
  if (dispute.closedOn) {
    all.push(entry('closed', dispute.closedOn, { kind: 'closed', how: dispute.closedAs }));
  }
  return all.sort((a, b) => (a.instant ?? a.day).localeCompare(b.instant ?? b.day));
}

function money(views: Views, one: Case): TimelineEntry[] {
  return one.claims.flatMap(({ claim, movements }) => [
    entry(`claim-${id(claim)}`, claim.aroseOn, {
      kind: 'claim_arose',
      id: id(claim),
      reason: claim.reason,
      amount: claim.amount,
      vendor: views.vendor(claim.vendor),
    }),
    ...movements.map((movement) =>
      entry(`movement-${id(movement)}`, movement.on, {
        kind: 'moved',
        id: id(movement),
        claim: id(claim),
        movement: movement.kind,
        amount: movement.amount,
        vendor: views.vendor(claim.vendor),
        reason: claim.reason,
        reference: movement.reference,
      }),
    ),
  ]);
}

function promises(views: Views, one: Case): TimelineEntry[] {
  const given = one.promises.flatMap((promise) => {
    const by = views.person(promise.by);
    const vendor = views.vendorOrNone(promise.vendor, promise.by);
    const made = entry(`promise-${id(promise)}`, promise.madeOn, {
      kind: 'promised',
      promise,
      by,
      vendor,
    });
    if (!promise.outcome || !promise.outcomeOn) return [made];
    const ended: TimelineWhat = {
      kind: 'promise_ended',
      id: id(promise),
      what: promise.what,
      outcome: promise.outcome,
      by,
    };
    return [made, entry(`promise-end-${id(promise)}`, promise.outcomeOn, ended)];
  });
  const offers = one.offers.flatMap((offer) => {
    const made = entry(`offer-${id(offer)}`, offer.on, {
      kind: 'offered',
      id: id(offer),
      terms: offer.terms,
      amount: offer.amount,
      by: views.person(offer.by),
      vendor: views.vendorOrNone(offer.vendor, offer.by),
    });
    if (!offer.answer || !offer.answeredOn) return [made];
    const answered: TimelineWhat = {
      kind: 'offer_answered',
      id: id(offer),
      terms: offer.terms,
      answer: offer.answer,
    };
    return [made, entry(`offer-end-${id(offer)}`, offer.answeredOn, answered)];
  });
  return [...given, ...offers];
}

function help(views: Views, one: Case): TimelineEntry[] {
  const rungs = one.rungs.flatMap((rung) =>
    rung.reachedOn
      ? [
          entry(`rung-${id(rung)}`, rung.reachedOn, {
            kind: 'climbed',
            id: id(rung),
            reason: rung.reason,
            contact: views.person(rung.contact),
            vendor: views.vendorOrNone(rung.vendor, rung.contact),
          }),
        ]
      : [],
  );
  const helped = one.advocates.flatMap((advocacy) => {
    const contact = views.someone(advocacy.contact);
    const did = entry(`help-${id(advocacy)}`, advocacy.on, {
      kind: 'helped',
      id: id(advocacy),
      contact,
      did: advocacy.did,
    });
    if (!advocacy.thankedOn) return [did];
    return [
      did,
      entry(`thanks-${id(advocacy)}`, advocacy.thankedOn, {
        kind: 'thanked',
        id: id(advocacy),
        contact,
      }),
    ];
  });
  return [...rungs, ...helped];
}

function remedies(views: Views, one: Case): TimelineEntry[] {
  return one.remedies.flatMap(({ remedy, checks }) => {
    const { what } = remedy;
    const entries = [
      entry(`remedy-${id(remedy)}`, remedy.agreedOn, {
        kind: 'agreed',
        id: id(remedy),
        what,
        scope: remedy.scope,
        caveat: remedy.caveat,
        by: views.person(remedy.by),
        vendor: views.vendorOrNone(remedy.vendor, remedy.by),
      }),
    ];
    if (remedy.deliveredOn) {
      entries.push(
        entry(`delivered-${id(remedy)}`, remedy.deliveredOn, {
          kind: 'delivered',
          id: id(remedy),
          what,
        }),
      );
    }
    for (const check of checks) {
      if (!check.doneOn || !check.result) continue;
      entries.push(
        entry(`check-${id(check)}`, check.doneOn, {
          kind: 'checked',
          id: id(check),
          what,
          result: check.result,
          note: check.note,
        }),
      );
    }
    return entries;
  });
}
