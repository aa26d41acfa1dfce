/** Keeps what is being typed in the backend's drafts, so that neither Esc nor a crash loses it. */
import type { Backend } from './backend';

export const DRAFT_DELAY_MS = 300;

/** One form's draft. Writes are debounced, in order, and never after the draft was dropped. */
export class Draft {
  readonly key: string;
  readonly #backend: Pick<Backend, 'saveDraft' | 'draft' | 'dropDraft'>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: string | null = null;
  #last: string | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  /** Whether the last write failed: the form says so, for then only the screen has the words. */
  failed = $state(false);

  constructor(backend: Pick<Backend, 'saveDraft' | 'draft' | 'dropDraft'>, key: string) {
    this.#backend = backend;
    this.key = key;
  }

  /** What was kept before, or null. A draft that cannot be read counts as none. */
  async restore(): Promise<unknown> {
    try {
      const text = await this.#backend.draft(this.key);
      this.#last = text;
      return text === null ? null : (JSON.parse(text) as unknown);
    } catch {
      return null;
    }
  }

  /** Keeps this text soon. */
  keep(text: string): void {
    if (text === (this.#waiting ?? this.#last)) return;
    this.#waiting = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), DRAFT_DELAY_MS);
  }

  /** Keeps now what was waiting. */
  flush(): Promise<unknown> {
    clearTimeout(this.#timer);
    const text = this.#waiting;
    if (text === null) return this.#queue;
    this.#waiting = null;
    this.#last = text;
    return this.#enqueue(() => this.#backend.saveDraft(this.key, text));
  }

  /** Forgets the draft, after it was saved or thrown away. */
  drop(): Promise<unknown> {
    clearTimeout(this.#timer);
    this.#waiting = null;
    this.#last = null;
    return this.#enqueue(() => this.#backend.dropDraft(this.key));
  }

  #enqueue(write: () => Promise<unknown>): Promise<unknown> {
    this.#queue = this.#queue.then(write).then(
      () => (this.failed = false),
      () => (this.failed = true),
    );
    return this.#queue;
  }
}
