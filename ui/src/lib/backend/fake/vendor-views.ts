/** Vendors and people of the invented household, over all disputes. */
import type { Channel, ChannelRecord, ContactView, VendorRow, VendorView } from '../types';
import { id, type Case, type Household } from './record';
import { owedIn, totalsOf } from './rules';
import { Views } from './views';

const median = (numbers: number[]) =>
  numbers.length === 0 ? null : ([...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? null);

const balancesOf = (home: Household, vendor: string) =>
  home.cases.flatMap((one) =>
    owedIn(one)
      .filter((each) => each.vendor === vendor)
      .map((each) => each.balance),
  );

export function vendorRow(home: Household, vendor: string): VendorRow {
  const found = home.vendors.find((one) => one.id === vendor);
  const views = new Views(home);
  return {
    id: vendor,
    name: found?.name ?? '?',
    kind: found?.kind ?? 'other',
    people: home.contacts
      .filter((one) => one.vendor === vendor)
      .map((one) => views.someone(id(one))),
    disputes: withVendor(home, vendor).length,
    totals: totalsOf(balancesOf(home, vendor)),
  };
}

export function vendorView(home: Household, vendor: string): VendorView | null {
  const found = home.vendors.find((one) => one.id === vendor);
  if (!found) return null;
  const views = new Views(home);
  const people = home.contacts.filter((one) => one.vendor === vendor);
  const departments = people.map((one) => one.department).filter((name) => name !== null);
  return {
    vendor: found,
    people: people.flatMap((one) => contactView(home, id(one)) ?? []),
    departments: [...new Set(departments)],
    disputes: withVendor(home, vendor).map((one) => views.row(one)),
    record: recordOf(home, vendor),
    totals: totalsOf(balancesOf(home, vendor)),
  };
}

export function contactView(home: Household, contact: string): ContactView | null {
  const found = home.contacts.find((one) => one.id === contact);
  if (!found) return null;
  const views = new Views(home);
  const supervisor = home.contacts.find((one) => one.id === found.supervisor);
  return {
    contact: found,
    vendor: views.vendor(found.vendor),
    supervisor: supervisor ? { id: id(supervisor), name: supervisor.name } : null,
    helped: home.cases.flatMap((one) =>
      one.advocates
        .filter((advocacy) => advocacy.contact === contact)
        .map((advocacy) => ({
          dispute: views.named(one),
          advocacy: id(advocacy),
          on: advocacy.on,
          did: advocacy.did,
          thankedOn: advocacy.thankedOn,
        })),
    ),
    events: home.cases.flatMap((one) => one.events).filter((one) => one.contacts.includes(contact))
      .length,
  };
}

function withVendor(home: Household, vendor: string): Case[] {
  return home.cases.filter((one) => one.parties.some((party) => party.vendor === vendor));
}

function recordOf(home: Household, vendor: string): ChannelRecord[] {
  const theirs = new Set(home.contacts.filter((one) => one.vendor === vendor).map((one) => one.id));
  const events = home.cases
    .flatMap((one) => one.events)
    .filter((one) => one.vendor === vendor || one.contacts.some((contact) => theirs.has(contact)))
    .filter((one) => one.direction === 'out');
  return [...new Set(events.map((one) => one.channel))].map((channel: Channel) => {
    const same = events.filter((one) => one.channel === channel);
    const numbers = (pick: (event: (typeof same)[number]) => number | null) =>
      same.map(pick).filter((number) => number !== null);
    return {
      channel,
      tried: same.length,
      answered: same.filter((one) => one.answered === true).length,
      unanswered: same.filter((one) => one.answered === false).length,
      waitedMinutes: median(numbers((one) => one.waitedMinutes)),
      minutes: median(numbers((one) => one.minutes)),
    };
  });
}
