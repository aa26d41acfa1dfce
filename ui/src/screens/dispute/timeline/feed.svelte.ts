/** The timeline as it is read page by page, and read again whenever the record changes. */
import { untrack } from 'svelte';
import { useApp } from '$lib/app.svelte';
import { BackendError, type Backend, type TimelineEntry } from '$lib/backend';

export class Feed {
  entries: TimelineEntry[] = $state.raw([]);
  /** Where the next page begins; null at the end. */
  next: string | null = $state.raw(null);
  /** Whether the first page has come. */
  begun = $state(false);
  loading = $state(false);
  error: BackendError | null = $state.raw(null);
  readonly #backend: Pick<Backend, 'timeline'>;
  readonly #dispute: string;
  #pages = 1;
  #question = 0;

  constructor(backend: Pick<Backend, 'timeline'>, dispute: string) {
    this.#backend = backend;
    this.#dispute = dispute;
  }

  /** Begins again with the other order. */
  begin(newestFirst: boolean): Promise<void> {
    this.#pages = 1;
    return this.reload(newestFirst);
  }

  /** Reads again as many pages as are shown; what is shown stays until then. */
  async reload(newestFirst: boolean): Promise<void> {
    const question = ++this.#question;
    this.loading = true;
    try {
      const entries: TimelineEntry[] = [];
      let next: string | null = null;
      for (let page = 0; page < this.#pages; page += 1) {
        const stretch = await this.#backend.timeline(this.#dispute, newestFirst, next);
        if (question !== this.#question) return;
        entries.push(...stretch.entries);
        next = stretch.next;
        if (next === null) break;
      }
      this.entries = entries;
      this.next = next;
      this.error = null;
      this.begun = true;
    } catch (thrown) {
      if (question === this.#question) this.error = BackendError.from(thrown);
    } finally {
      if (question === this.#question) this.loading = false;
    }
  }

  /** Reads on until an event is among what is shown, or there is no more. */
  async until(event: string, newestFirst: boolean): Promise<void> {
    const has = (entry: TimelineEntry) =>
      entry.what.kind === 'event' && entry.what.event.id === event;
    while (!this.entries.some(has) && this.next !== null && this.error === null) {
      const before = this.next;
      await this.more(newestFirst);
      if (this.next === before) return;
    }
  }

  /** Reads one page more. */
  async more(newestFirst: boolean): Promise<void> {
    if (this.loading || this.next === null) return;
    const question = ++this.#question;
    this.loading = true;
    try {
      const stretch = await this.#backend.timeline(this.#dispute, newestFirst, this.next);
      if (question !== this.#question) return;
      this.entries = [...this.entries, ...stretch.entries];
      this.next = stretch.next;
      this.#pages += 1;
    } catch (thrown) {
      if (question === this.#question) this.error = BackendError.from(thrown);
    } finally {
      if (question === this.#question) this.loading = false;
    }
  }
}

/** A feed that follows the order and the record; to be called while a component is being set up. */
export function useFeed(dispute: string, newestFirst: () => boolean): Feed {
  const app = useApp();
  const feed = new Feed(app.backend, dispute);
  let order: boolean | null = null;
  $effect(() => {
    void app.revision;
    const wanted = newestFirst();
    untrack(() => {
      void (order === wanted ? feed.reload(wanted) : feed.begin(wanted));
      order = wanted;
    });
  });
  return feed;
}
