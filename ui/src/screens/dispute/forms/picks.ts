/**
 * Vendors and people as forms choose them: known ones, or new ones by the name that was typed. New
 * ones are made when the form is saved, and whoever a form names has a part in the dispute.
 */
import type { Backend, DisputeView, VendorKind } from '$lib/backend';
import { optional, type Choice } from '$lib/entries';

export type VendorPick = Choice & { kind: VendorKind };
export type PersonPick = Choice & { job: string };

export const NO_VENDOR: VendorPick = { id: null, name: '', kind: 'other' };
export const NO_PERSON: PersonPick = { id: null, name: '', job: '' };

/** A vendor as a field begins with it. */
export function vendorPick(vendor: { id: string; name: string } | null | undefined): VendorPick {
  return vendor ? { id: vendor.id, name: vendor.name, kind: 'other' } : { ...NO_VENDOR };
}

/** A person as a field begins with them. */
export function personPick(person: { id: string; name: string } | null | undefined): PersonPick {
  return person ? { id: person.id, name: person.name, job: '' } : { ...NO_PERSON };
}

/** Whether something was chosen or typed. */
export function isPicked(pick: Choice): boolean {
  return pick.id !== null || pick.name.trim() !== '';
}

/** Whether what was typed is new. */
export function isNew(pick: Choice): boolean {
  return pick.id === null && pick.name.trim() !== '';
}

const same = (a: string, b: string) =>
  a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase();

type Books = Pick<Backend, 'vendors' | 'saveParty' | 'saveContact'>;

/** Finds or makes what a form names, in the order in which it is asked. */
export class Picker {
  readonly #backend: Books;
  readonly #view: DisputeView;

  constructor(backend: Books, view: DisputeView) {
    this.#backend = backend;
    this.#view = view;
  }

  /** The vendor's id, or null where none was chosen. It becomes a party of the dispute. */
  async vendor(pick: VendorPick): Promise<string | null> {
    if (!isPicked(pick)) return null;
    const id = pick.id ?? (await this.#named(pick.name));
    if (id !== null && this.#view.parties.some((party) => party.party.vendor === id)) return id;
    const party = {
      id: null,
      vendor: id ?? '',
      roles: [],
      reference: null,
      policy: null,
      rationale: null,
    };
    const name = pick.name.trim();
    await this.#backend.saveParty(this.#view.dispute.id ?? '', party, {
      id,
      name,
      kind: pick.kind,
    });
    return id ?? (await this.#named(name));
  }

  /** The person's id, or null where none was chosen. A new one works at `vendor`. */
  async person(pick: PersonPick, vendor: string | null): Promise<string | null> {
    if (!isPicked(pick)) return null;
    if (pick.id !== null) return pick.id;
    const at = vendor ?? this.onlyVendor;
    if (at === null) return null;
    const known = (await this.#backend.vendors(''))
      .find((row) => row.id === at)
      ?.people.find((person) => same(person.name, pick.name));
    if (known) return known.id;
    const done = await this.#backend.saveContact({
      id: null,
      vendor: at,
      name: pick.name.trim(),
      job: optional(pick.job),
      department: null,
      phone: null,
      email: null,
      supervisor: null,
    });
    return done.id;
  }

  /** The one vendor of the dispute, where there is only one. */
  get onlyVendor(): string | null {
    const [first, second] = this.#view.parties;
    return first && !second ? first.party.vendor : null;
  }

  async #named(name: string): Promise<string | null> {
    const rows = await this.#backend.vendors('');
    return rows.find((row) => same(row.name, name))?.id ?? null;
  }
}

/** What is missing where a new person was typed and nobody knows where they work. */
export function placeMissing(view: DisputeView, person: PersonPick, vendor: VendorPick): string {
  const unknown = isNew(person) && !isPicked(vendor) && view.parties.length !== 1;
  return unknown ? `Where does ${person.name.trim()} work?` : '';
}
