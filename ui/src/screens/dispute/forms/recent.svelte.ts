/** What happened lately, to choose from: the events of the newest stretch of the timeline. */
import { useApp } from '$lib/app.svelte';
import { load } from '$lib/load.svelte';
import type { ComboOption } from '$lib/parts/combo';
import { dayText } from '$lib/words/dates';
import { useDesk } from '../desk.svelte';
import { eventLine, plain } from '../timeline/sentences';

export class RecentEvents {
  readonly #app = useApp();
  readonly #desk = useDesk();
  readonly #page = load(() => this.#app.backend.timeline(this.#desk.id, true, null));

  /** Each by its first fact, or else by who reached whom; its day stands beside it. */
  get options(): ComboOption[] {
    return (this.#page.data?.entries ?? []).flatMap((entry) => {
      const { what } = entry;
      if (what.kind !== 'event' || !what.event.id) return [];
      const name =
        what.event.facts[0]?.text ?? plain(eventLine(what.event, what.people, what.vendor));
      return [{ id: what.event.id, name, detail: dayText(entry.day, this.#app.today) }];
    });
  }
}

/** To be called while a form is being set up. */
export function useRecentEvents(): RecentEvents {
  return new RecentEvents();
}
