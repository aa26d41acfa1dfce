/** The journal as far as it was asked for: the newest page, and those before it on demand. */
import type { Act } from '$lib/act.svelte';
import type { App } from '$lib/app.svelte';
import { load, type Loaded } from '$lib/load.svelte';
import type { JournalLine, JournalPage } from '$lib/backend';

export class Pages {
  readonly first: Loaded<JournalPage>;
  readonly #app: App;
  readonly #act: Act;
  /** How many pages are shown. After a change as many are read again, so that nothing jumps. */
  #shown = 1;
  busy = $state(false);

  constructor(app: App, act: Act) {
    this.#app = app;
    this.#act = act;
    this.first = load(() => this.#read(this.#shown));
  }

  async #read(pages: number, lines: JournalLine[] = []): Promise<JournalPage> {
    const page = await this.#app.backend.journal(lines.at(-1)?.action ?? null);
    const all = [...lines, ...page.lines];
    if (pages > 1 && page.more) return this.#read(pages - 1, all);
    return { lines: all, more: page.more };
  }

  /** Adds the page before the last that is shown. */
  async more(): Promise<void> {
    const { data } = this.first;
    if (!data || this.busy) return;
    this.busy = true;
    try {
      this.first.data = await this.#read(1, data.lines);
      this.#shown += 1;
    } catch (thrown) {
      this.#act.complain(thrown);
    } finally {
      this.busy = false;
    }
  }
}
