/** One adding of evidence: how far it is, and what became of it. */
import { Act } from '$lib/act.svelte';
import type { App, Incoming } from '$lib/app.svelte';
import type { Cited, EvidenceAdded, EvidenceAdding, EvidenceProgress } from '$lib/backend';
import { filesText } from '../words';

/** So long nothing is shown: a file or two are there at once. */
export const PATIENCE_MS = 300;

export class Bringing {
  readonly #app: App;
  readonly #act: Act;
  /** How far it is, once that is worth saying. */
  progress: EvidenceProgress | null = $state.raw(null);
  /** Whether it was asked to stop. */
  stopping = $state(false);
  /** What is to be told: what was left out, or was there already. */
  outcome: EvidenceAdded | null = $state.raw(null);

  constructor(app: App) {
    this.#app = app;
    this.#act = new Act(app);
  }

  /** Adds it. Gives whether there is nothing left to be told. */
  async bring(what: Incoming, dispute: string, cited: Cited[]): Promise<boolean> {
    const adding = { ...NOTHING_SAID, dispute, cited };
    let result: EvidenceAdded | null = null;
    const timer = { since: 0 };
    const onprogress = (progress: EvidenceProgress) => {
      timer.since ||= performance.now();
      if (performance.now() - timer.since >= PATIENCE_MS) this.progress = progress;
    };
    await this.#act.run(
      async () => {
        result = await this.#add(what, adding, onprogress);
        return result?.done ?? null;
      },
      () => saidOf(result),
      null,
    );
    this.progress = null;
    this.outcome = result && hasMore(result) ? result : null;
    this.#app.tellMails(dispute, (result as EvidenceAdded | null)?.mails ?? []);
    return this.outcome === null;
  }

  /** Stops before the next file; what was added stays. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.#app.backend.stopAdding().catch((thrown: unknown) => this.#act.complain(thrown));
  }

  #add(
    what: Incoming,
    adding: EvidenceAdding,
    onprogress: (progress: EvidenceProgress) => void,
  ): Promise<EvidenceAdded | null> {
    const { backend } = this.#app;
    switch (what.from) {
      case 'files':
      case 'folder':
        return backend.addEvidence(adding, what.from === 'folder', onprogress);
      case 'drop':
        return backend.addDropped(what.dropped.id, adding, onprogress);
      case 'clipboard':
        return backend.addPasted(adding, what.pasted);
      case 'typing':
        return Promise.resolve(null);
    }
  }
}

/** Nothing is said of all of them at once; each can be told more later. */
export const NOTHING_SAID: Omit<EvidenceAdding, 'dispute' | 'cited'> = {
  place: null,
  caption: null,
  at: null,
  precision: null,
  obtained: null,
  vendor: null,
  author: null,
};

function saidOf(result: EvidenceAdded | null): string {
  const count = result?.added.length ?? 0;
  if (count === 0) return 'It was here already.';
  return count === 1 ? 'One file was added.' : `${filesText(count)} were added.`;
}

/** Whether there is more to be told than that all of it was added. */
function hasMore({ known, back, wholeAgain, leftOut, stopped }: EvidenceAdded): boolean {
  return stopped || [known, back, wholeAgain, leftOut].some((some) => some.length > 0);
}
