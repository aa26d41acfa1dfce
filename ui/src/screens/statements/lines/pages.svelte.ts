/** A statement's lines as they are read page by page, and again whenever the record changes. */
import { untrack } from 'svelte';
import { useApp } from '$lib/app.svelte';
import { BackendError, type Backend, type StatementLineView } from '$lib/backend';

/** How many lines are shown before the one that was asked for. */
const BEFORE = 5;

export class LinePages {
  lines: StatementLineView[] = $state.raw([]);
  /** Where the next page begins; null at the end. */
  next: number | null = $state.raw(null);
  /** Whether the first page has come. */
  begun = $state(false);
  loading = $state(false);
  error: BackendError | null = $state.raw(null);
  readonly #backend: Pick<Backend, 'statementLines'>;
  readonly #statement: string;
  /** Behind which line it begins; null for the first. */
  start: number | null = $state.raw(null);
  #search = '';
  #pages = 1;
  #question = 0;

  constructor(
    backend: Pick<Backend, 'statementLines'>,
    statement: string,
    at: number | null = null,
  ) {
    this.#backend = backend;
    this.#statement = statement;
    this.start = at !== null && at > BEFORE ? at - BEFORE - 1 : null;
  }

  /** Begins with the first line. */
  async whole(): Promise<void> {
    this.start = null;
    await this.read(this.#search);
  }

  /** Reads the lines that hold these words; other words begin again with the first page. */
  async read(search: string): Promise<void> {
    if (search !== this.#search) {
      this.#pages = 1;
      this.start = null;
    }
    this.#search = search;
    await this.#ask(async (isAsked) => {
      const lines: StatementLineView[] = [];
      let next = this.start;
      for (let page = 0; page < this.#pages; page += 1) {
        const stretch = await this.#backend.statementLines(this.#statement, search, next);
        if (!isAsked()) return;
        lines.push(...stretch.lines);
        next = stretch.next;
        if (next === null) break;
      }
      this.lines = lines;
      this.next = next;
      this.begun = true;
    });
  }

  /** Reads one page more. */
  async more(): Promise<void> {
    const { next } = this;
    if (this.loading || next === null) return;
    await this.#ask(async (isAsked) => {
      const stretch = await this.#backend.statementLines(this.#statement, this.#search, next);
      if (!isAsked()) return;
      this.lines = [...this.lines, ...stretch.lines];
      this.next = stretch.next;
      this.#pages += 1;
    });
  }

  async #ask(read: (isAsked: () => boolean) => Promise<void>): Promise<void> {
    const question = ++this.#question;
    const isAsked = () => question === this.#question;
    this.loading = true;
    try {
      await read(isAsked);
      if (isAsked()) this.error = null;
    } catch (thrown) {
      if (isAsked()) this.error = BackendError.from(thrown);
    } finally {
      if (isAsked()) this.loading = false;
    }
  }
}

/**
 * Lines that follow what is searched for and the record, from shortly before the line `at` on where one
 * is asked for; to be called while a component is set up.
 */
export function useLines(
  statement: string,
  search: () => string,
  at: number | null = null,
): LinePages {
  const app = useApp();
  const pages = new LinePages(app.backend, statement, at);
  $effect(() => {
    void app.revision;
    const words = search();
    untrack(() => void pages.read(words));
  });
  return pages;
}
