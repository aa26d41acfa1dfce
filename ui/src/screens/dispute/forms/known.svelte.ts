/** The vendors and people that a form can choose from: those of the dispute first. */
import { load } from '$lib/load.svelte';
import { useBackend } from '$lib/app.svelte';
import type { Person } from '$lib/backend';
import type { ComboOption } from '$lib/parts/combo';
import { useDesk } from '../desk.svelte';

export class Known {
  readonly #desk = useDesk();
  readonly #backend = useBackend();
  readonly #rows = load(() => this.#backend.vendors(''));

  /** Vendors of the dispute, then all others. */
  get vendors(): ComboOption[] {
    const here = this.#desk.view.parties.map(({ vendor }) => ({
      id: vendor.id,
      name: vendor.name,
      detail: 'in this dispute',
    }));
    const others = (this.#rows.data ?? [])
      .filter((row) => !here.some((one) => one.id === row.id))
      .map((row) => ({ id: row.id, name: row.name }));
    return [...here, ...others];
  }

  /** People at the vendors of the dispute, then all others. */
  get everybody(): Person[] {
    const here = this.#desk.view.people;
    const others = (this.#rows.data ?? [])
      .flatMap((row) => row.people)
      .filter((person) => !here.some((one) => one.id === person.id));
    return [...here, ...others];
  }

  get people(): ComboOption[] {
    return this.everybody.map((person) => ({
      id: person.id,
      name: person.name,
      detail: [person.job, person.vendor.name].filter(Boolean).join(' · '),
    }));
  }

  person(id: string | null): Person | undefined {
    return id === null ? undefined : this.everybody.find((person) => person.id === id);
  }
}

/** To be called while a form is being set up. */
export function useKnown(): Known {
  return new Known();
}
