/** Beginning a letter, from wherever one stands, and going on with one that was begun. */
import { useAct, type Act } from './act.svelte';
import { useApp, type App } from './app.svelte';
import type { LetterProposal, Named, NewLetter, Person, RemedyView } from './backend';
import { router } from './router.svelte';

/** A letter of a kind in a dispute; the record proposes the rest. */
export function letterOf(
  wanted: Pick<NewLetter, 'dispute' | 'kind'> & Partial<NewLetter>,
): NewLetter {
  return { about: null, toVendor: null, toContact: null, help: null, ...wanted };
}

/** A follow-up to whoever promised something. */
export function followUpPromise(dispute: string, by: Person | null, vendor: Named | null) {
  const toVendor = vendor?.id ?? by?.vendor.id ?? null;
  return letterOf({ dispute, kind: 'follow_up', toVendor, toContact: by?.id ?? null });
}

/** A letter to whoever agreed to a remedy that is late or did not last. */
export function aboutLapsed({ dispute, by, vendor }: RemedyView): NewLetter {
  return followUpPromise(dispute.id, by, vendor);
}

/** Whether a proposal is what is wanted: wherever that says something, both say the same. */
function fits({ start }: LetterProposal, wanted: NewLetter): boolean {
  const same = (name: keyof NewLetter) => wanted[name] === null || wanted[name] === start[name];
  return same('kind') && same('about') && same('toVendor') && same('toContact') && same('help');
}

export class Writing {
  readonly #app: App;
  readonly #act: Act;
  #busy = false;

  constructor(app: App, act: Act) {
    this.#app = app;
    this.#act = act;
  }

  /** Goes to a letter, begun or sent. */
  open(letter: string): void {
    this.#app.letter = null;
    router.go({ page: 'letter', id: letter });
  }

  /** Begins a letter and goes to it. The page shows all of it, so nothing else need be said. */
  start(letter: NewLetter): Promise<void> {
    return this.#once(() => this.#begin(letter));
  }

  /** As it is proposed: goes on with the draft where there is one. */
  take(proposal: LetterProposal): Promise<void> {
    if (proposal.draft === null) return this.start(proposal.start);
    this.open(proposal.draft);
    return Promise.resolve();
  }

  /**
   * Begins what is wanted as the record would propose it, with the call or help that it is about;
   * where that was begun already, goes on with it.
   */
  fitting(wanted: NewLetter): Promise<void> {
    return this.#once(async () => {
      const proposals = await this.#app.backend.proposeLetter(wanted.dispute);
      const found = proposals.find((one) => fits(one, wanted));
      if (found?.draft) this.open(found.draft);
      else await this.#begin(found?.start ?? wanted);
    });
  }

  /** The letter that fits best in a dispute; the sheet to choose one where none does. */
  best(dispute: string): Promise<void> {
    return this.#once(async () => {
      const [found] = await this.#app.backend.proposeLetter(dispute);
      if (!found) this.#app.writeLetter(dispute);
      else if (found.draft) this.open(found.draft);
      else await this.#begin(found.start);
    });
  }

  async #begin(letter: NewLetter): Promise<void> {
    const { id } = await this.#app.backend.startLetter(letter);
    const refreshed = this.#app.changed();
    if (id) this.open(id);
    await refreshed;
  }

  /** A second click while the first is being answered begins no second letter. */
  async #once(write: () => Promise<void>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      await write();
    } catch (thrown) {
      this.#act.complain(thrown);
    } finally {
      this.#busy = false;
    }
  }
}

/** To be called while a component is being set up. */
export function useWriting(): Writing {
  return new Writing(useApp(), useAct());
}
