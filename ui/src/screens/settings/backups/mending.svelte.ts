/** Getting lost files back: out of what can still be read, and out of copies. */
import type { Backend, Repair } from '$lib/backend';
import { locale } from '$lib/clock';
import { Trying } from '$lib/trying.svelte';

export class Mending extends Trying {
  /** What became of it the last time. */
  done: Repair | null = $state.raw(null);
  readonly #backend: Backend;

  constructor(backend: Backend) {
    super();
    this.#backend = backend;
  }

  /** Out of what is there, and the second place for backups. */
  mend(): Promise<void> {
    return this.run(async () => {
      this.done = await this.#backend.repairOriginals(locale());
    });
  }

  /** Also out of a copy in a folder that the person chooses. */
  mendFrom(): Promise<void> {
    return this.run(async () => {
      // Whoever thinks better of it sees what was there before.
      this.done = (await this.#backend.repairOriginalsFrom(locale())) ?? this.done;
    });
  }
}
