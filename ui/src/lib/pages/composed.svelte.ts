/** Composes a document again whenever its choices rest; what was shown stays until it is ready. */
import type { BackendError, DocumentPreview } from '$lib/backend';
import { BackendError as Failure } from '$lib/backend';

/** How long the choices must rest before the pages are made again. */
export const REST_MS = 350;

export class Composed<C> {
  /** What is shown; stays while it is made again, so that nothing flickers. */
  preview: DocumentPreview | null = $state.raw(null);
  error: BackendError | null = $state.raw(null);
  /** Whether the pages are being made. */
  busy = $state(false);
  readonly #make: (choice: C) => Promise<DocumentPreview>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #question = 0;
  #last: { choice: C } | null = null;
  #running: Promise<void> = Promise.resolve();

  constructor(make: (choice: C) => Promise<DocumentPreview>) {
    this.#make = make;
  }

  /** Wants the pages of this choice; at once the first time, later when the choices rest. */
  want(choice: C): void {
    const first = this.#last === null;
    this.#last = { choice };
    this.busy = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.again(), first ? 0 : REST_MS);
  }

  /** Makes the pages of the last choice now. */
  again(): Promise<void> {
    clearTimeout(this.#timer);
    const last = this.#last;
    if (!last) return this.#running;
    const question = ++this.#question;
    this.busy = true;
    // One after the other: Rust holds the pages of the last one only.
    this.#running = this.#running.then(() => this.#compose(last.choice, question));
    return this.#running;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#question += 1;
  }

  async #compose(choice: C, question: number): Promise<void> {
    if (question !== this.#question) return;
    try {
      const preview = await this.#make(choice);
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
