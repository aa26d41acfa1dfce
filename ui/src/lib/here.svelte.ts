/** What the page that is shown can do, for search and commands. */
import type { Component } from 'svelte';

export type Command = {
  id: string;
  name: string;
  /** Beside the name: its key, or nothing. */
  detail: string;
  /** Whether it takes something away: such a one is never the first of what was found. */
  careful?: boolean;
  icon: Component<{ size?: number; 'aria-hidden'?: boolean }>;
  run: () => void;
};

/** A page’s own commands, under the heading they have among the others. */
export type Here = { heading: string; commands: () => Command[] };

const pages: Here[] = [];

/** Offers these commands first while the component is shown; to be called while it is being set up. */
export function useHere(here: Here): void {
  $effect(() => {
    pages.push(here);
    return () => {
      pages.splice(pages.lastIndexOf(here), 1);
    };
  });
}

/** The commands of the page that is shown, or null where it has none of its own. */
export function hereNow(): Here | null {
  return pages.at(-1) ?? null;
}
