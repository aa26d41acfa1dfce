/** Those who helped, one line a person. */
import type { AdvocacyView, Person } from '$lib/backend';
import { letterOf } from '$lib/writing';
import type { Desk } from './desk.svelte';

export type Helper = { contact: Person; did: string[]; thanked: boolean };

/** Everybody who helped once, with all that they did; who is still to be thanked goes first. */
export function helpersOf(helps: readonly AdvocacyView[]): Helper[] {
  const helpers = new Map<string, Helper>();
  for (const { advocacy, contact } of helps) {
    const known = helpers.get(contact.id);
    const thanked = advocacy.thankedOn !== null;
    if (known) {
      known.did.push(advocacy.did);
      known.thanked &&= thanked;
    } else {
      helpers.set(contact.id, { contact, did: [advocacy.did], thanked });
    }
  }
  return [...helpers.values()].sort((a, b) => Number(a.thanked) - Number(b.thanked));
}

/** Begins a thank-you to somebody, for the help that is not thanked for yet. */
export function writeThanks(desk: Desk, contact: Person): void {
  const wanted = { dispute: desk.id, kind: 'thank_you' as const };
  void desk.writing.fitting(
    letterOf({ ...wanted, toVendor: contact.vendor.id, toContact: contact.id }),
  );
}

/** Marks somebody as thanked today, for all that they did in this dispute. */
export function thank(desk: Desk, contact: Person): void {
  void desk.act.run(
    () => desk.backend.thank(desk.id, contact.id, desk.app.today),
    `Noted: ${contact.name} was thanked.`,
  );
}
