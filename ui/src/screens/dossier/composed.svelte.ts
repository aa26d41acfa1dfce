/** Composes the dossier again whenever the choices rest; what was shown stays until it is ready. */
import type { Backend, BackendError, DossierChoice, DocumentPreview } from '$lib/backend';
import { BackendError as Failure } from '$lib/backend';

/** How long the choices must rest before the pages are made again. */
export const REST_MS = 350;

export class Composed {
  /** What is shown; stays while it is made again, so that nothing flickers. */
  preview: DocumentPreview | null = $state.raw(null);
  error: BackendError | null = $state.raw(null);
  /** Whether the pages are being made. */
  busy = $state(false);
  readonly #backend: Pick<Backend, 'composeDossier'>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #question = 0;
  #last: DossierChoice | null = null;
  #running: Promise<void> = Promise.resolve();

  constructor(backend: Pick<Backend, 'composeDossier'>) {
    this.#backend = backend;
  }

  /** Wants the pages of this choice; at once the first time, later when the choices rest. */
  want(choice: DossierChoice): void {
    const first = this.#last === null;
    this.#last = choice;
    this.busy = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.again(), first ? 0 : REST_MS);
  }

  /** Makes the pages of the last choice now. */
  again(): Promise<void> {
    clearTimeout(this.#timer);
    const choice = this.#last;
    if (!choice) return this.#running;
    const question = ++this.#question;
    this.busy = true;
    // One after the other: Rust holds the pages of the last one only.
    this.#running = this.#running.then(() => this.#compose(choice, question));
    return this.#running;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#question += 1;
  }

  async #compose(choice: DossierChoice, question: number): Promise<void> {
    if (question !== this.#question) return;
    try {
      const preview = await this.#backend.composeDossier(choice);
      if (question !== this.#question) return;
      this.preview = preview;
      this.error = null;
    } catch (thrown) {
      if (question !== this.#question) return;
      this.error = Failure.from(thrown);
    }
    this.busy = false;
  }
}
