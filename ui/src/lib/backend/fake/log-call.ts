/** A call, as the fake backend writes it down. */
import type { Call } from '../types';
import { id } from './record';
import type { Writes } from './writes';

/** Writes down a call with all that follows from it; gives the event. */
export function logged(writes: Writes, call: Call): string {
  const one = writes.case(call.dispute);
  const vendor = call.vendor ? writes.vendorOf(call.vendor) : null;
  if (vendor) writes.partyFor(one, vendor);
  const person = (name: string, job: string | null, phone: string | null) =>
    writes.put(writes.home.contacts, {
      ...{ id: null, vendor: vendor ?? '', name, job, phone },
      ...{ department: null, email: null, supervisor: null },
    });
  const people = call.people.map(
    (chosen) => chosen.id ?? person(chosen.name, chosen.job, chosen.phone),
  );
  const [first = null] = people;
  const on = call.at.slice(0, 10);
  const { at, precision, channel, direction, answered, waitedMinutes, minutes, note } = call;
  const event = writes.put(one.events, {
    id: null,
    dispute: call.dispute,
    ...{ at, precision, channel, direction, answered, waitedMinutes, minutes, note },
    vendor,
    contacts: people,
    facts: call.facts.map((fact) => ({
      id: writes.fresh(),
      text: fact.text,
      status: fact.status,
      acknowledgedBy: fact.acknowledged ? first : null,
    })),
  });
  for (const promise of call.promises) {
    const open = { outcome: null, outcomeOn: null, madeOn: on };
    writes.put(one.promises, {
      id: null,
      by: first,
      vendor: first ? null : vendor,
      ...open,
      ...promise,
    });
  }
  for (const step of call.nextSteps) writes.put(one.nextSteps, step);
  for (const step of one.nextSteps) {
    if (call.finishedSteps.includes(id(step))) step.doneOn = on;
  }
  if (call.helped && first) {
    const did = { contact: first, on, did: call.helped, thankedOn: null, mayQuote: false };
    writes.put(one.advocates, { id: null, ...did });
  }
  if (call.climbedBecause) {
    const rung = { contact: first, vendor: first ? null : vendor, reachedOn: on, result: null };
    writes.put(one.rungs, { id: null, ...rung, reason: call.climbedBecause });
  }
  for (const owing of call.leavesOwing) {
    const who = writes.vendorOf(owing.vendor);
    writes.partyFor(one, who);
    const { amount, reason, dueOn } = owing;
    const claim = {
      id: writes.fresh(),
      vendor: who,
      amount,
      reason,
      dueOn,
      aroseOn: on,
      becauseOf: event,
    };
    one.claims.push({ claim, movements: [] });
  }
  const { reference, rationale, supervisor, callBack } = call.answers;
  const party = one.parties.find((each) => each.vendor === vendor);
  if (party) {
    party.reference ??= reference;
    party.rationale = rationale ?? party.rationale;
  }
  const answerer = writes.home.contacts.find((each) => each.id === first);
  if (supervisor && answerer) answerer.supervisor = person(supervisor, 'Supervisor', null);
  if (callBack) {
    const by = callBack.who ? person(callBack.who, null, null) : first;
    const open = { outcome: null, outcomeOn: null, madeOn: on, dueOn: callBack.dueOn };
    writes.put(one.promises, {
      ...{ id: null, by, vendor: by ? null : vendor, what: 'A call back' },
      ...open,
    });
  }
  return event;
}
