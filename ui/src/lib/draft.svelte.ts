/** Keeps what is being typed in the backend's drafts, so that neither Esc nor a crash loses it. */
import { left, unwritten, type Drafts } from './unwritten';

export const DRAFT_DELAY_MS = 300;

/** One form's draft. Writes are debounced, in order, and never after the draft was dropped. */
export class Draft {
  readonly key: string;
  readonly #backend: Drafts;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: string | null = null;
  #last: string | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  /** Whether the last write failed: the form says so, for then only the screen has the words. */
  failed = $state(false);

  constructor(backend: Drafts, key: string) {
    this.#backend = backend;
    this.key = key;
  }

  /** What was kept before, or null. A draft that cannot be read counts as none. */
  async restore(): Promise<unknown> {
    try {
      const text = left.get(this.key) ?? (await this.#backend.draft(this.key));
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
    unwritten.add(this);
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
    return this.#enqueue(async () => {
      left.set(this.key, text);
      await this.#backend.saveDraft(this.key, text);
      if (left.get(this.key) === text) left.delete(this.key);
    });
  }

  /** Forgets the draft, after it was saved or thrown away. */
  drop(): Promise<unknown> {
    clearTimeout(this.#timer);
    this.#waiting = null;
    this.#last = null;
    left.delete(this.key);
    return this.#enqueue(() => this.#backend.dropDraft(this.key));
  }

  #enqueue(write: () => Promise<unknown>): Promise<unknown> {
    unwritten.add(this);
    const queue = this.#queue.then(write).then(
      () => (this.failed = false),
      () => (this.failed = true),
    );
    this.#queue = queue;
    void queue.then(() => {
      if (this.#queue === queue && this.#waiting === null) unwritten.delete(this);
    });
    return queue;
  }
}
