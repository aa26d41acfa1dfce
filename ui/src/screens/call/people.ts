/** What the sheet proposes as vendors and people. */
import type { DisputeView, VendorRow } from '$lib/backend';
import type { Choice } from '$lib/entries';
import type { ComboOption } from '$lib/parts/combo';
import { VENDOR_KINDS } from '$lib/words/vocabulary';

/** All vendors, those with a part in the dispute first. */
export function vendorOptions(view: DisputeView, vendors: readonly VendorRow[]): ComboOption[] {
  const parties = new Set(view.parties.map((party) => party.vendor.id));
  const option = (vendor: VendorRow): ComboOption => ({
    id: vendor.id,
    name: vendor.name,
    detail: parties.has(vendor.id) ? 'In this dispute' : VENDOR_KINDS[vendor.kind],
  });
  const isParty = (vendor: VendorRow) => parties.has(vendor.id);
  return [...vendors.filter(isParty), ...vendors.filter((vendor) => !isParty(vendor))].map(option);
}

/** People: at the vendor chosen first, then at the dispute's other vendors. */
export function peopleOptions(
  vendor: Choice,
  vendors: readonly VendorRow[],
  view: DisputeView,
): ComboOption[] {
  const there = vendors.find((row) => row.id === vendor.id)?.people ?? [];
  const others = view.people.filter((person) => person.vendor.id !== vendor.id);
  return [...there, ...others].map((person) => ({
    id: person.id,
    name: person.name,
    detail: [person.job, person.vendor.id === vendor.id ? null : person.vendor.name]
      .filter(Boolean)
      .join(' · '),
  }));
}

/** Where somebody who is known works. */
export function vendorOfPerson(
  vendors: readonly VendorRow[],
  person: string | null,
): Choice | null {
  if (person === null) return null;
  const row = vendors.find((vendor) => vendor.people.some((one) => one.id === person));
  return row ? { id: row.id, name: row.name } : null;
}
