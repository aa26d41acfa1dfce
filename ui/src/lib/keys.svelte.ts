/** The keys, in one table that both the handler and the overlay read. */
import type { App } from './app.svelte';
import type { Act } from './act.svelte';
import { lock } from './lock.svelte';
import { router, type Page } from './router.svelte';

export type KeyHelp = { keys: string[]; does: string };

/** All keys, as the overlay shows them. */
export const KEY_HELP: { title: string; keys: KeyHelp[] }[] = [
  {
    title: 'Anywhere',
    keys: [
      { keys: ['Ctrl', 'K'], does: 'Search and commands' },
      { keys: ['Ctrl', 'Shift', 'L'], does: 'Log a call' },
      { keys: ['Ctrl', 'Shift', 'W'], does: 'Write a letter' },
      { keys: ['Ctrl', 'Shift', 'K'], does: 'Lock, where a passphrase is set' },
      { keys: ['Ctrl', 'N'], does: 'New, on this page' },
      { keys: ['Ctrl', 'Z'], does: 'Undo the last change' },
      { keys: ['Ctrl', 'Shift', 'Z'], does: 'Do again what was undone; Ctrl Y too' },
      { keys: ['Ctrl', 'V'], does: 'Add what was copied as evidence, on a dispute or on Evidence' },
      { keys: ['Esc'], does: 'Back; what was typed is kept' },
      { keys: ['?'], does: 'All keys' },
    ],
  },
  {
    title: 'Go to',
    keys: [
      { keys: ['g', 't'], does: 'Today' },
      { keys: ['g', 'd'], does: 'Disputes' },
      { keys: ['g', 'r'], does: 'Remedies' },
      { keys: ['g', 'p'], does: 'People & vendors' },
      { keys: ['g', 'l'], does: 'Letters' },
      { keys: ['g', 'e'], does: 'Evidence' },
    ],
  },
  {
    title: 'On a line of Today',
    keys: [
      { keys: ['x'], does: 'Done, or how it ended' },
      { keys: ['c'], does: 'Call' },
      { keys: ['w'], does: 'Write' },
      { keys: ['s'], does: 'Later' },
    ],
  },
  {
    title: 'On a piece of evidence',
    keys: [
      { keys: ['+'], does: 'Larger' },
      { keys: ['−'], does: 'Smaller' },
      { keys: ['0'], does: 'The whole of it' },
      { keys: ['1'], does: 'In its own size' },
      { keys: ['r'], does: 'Rotate' },
      { keys: ['Page Down'], does: 'Next page' },
      { keys: ['Page Up'], does: 'Previous page' },
    ],
  },
  {
    title: 'In lists and forms',
    keys: [
      { keys: ['j'], does: 'Next in the list' },
      { keys: ['k'], does: 'Previous in the list' },
      { keys: ['Enter'], does: 'Open' },
      { keys: ['Ctrl', 'Enter'], does: 'Save the form' },
    ],
  },
];

const PLACES: Record<
  string,
  Extract<Page, 'today' | 'disputes' | 'remedies' | 'vendors' | 'letters' | 'evidence'>
> = {
  t: 'today',
  d: 'disputes',
  r: 'remedies',
  p: 'vendors',
  l: 'letters',
  e: 'evidence',
};
const CHORD_MS = 1_500;

/** What Ctrl+N does on the page that is shown; a page sets it with `useNew`. */
const news: (() => void)[] = [];

/** Makes Ctrl+N do this while the component is shown; to be called while it is being set up. */
export function useNew(make: () => void): void {
  $effect(() => {
    news.push(make);
    return () => {
      news.splice(news.lastIndexOf(make), 1);
    };
  });
}

/** Whether typing goes into the element, so that plain letters are not keys. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return (
    target instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type)
  );
}

/** Moves the focus among the rows of the page: elements marked with `data-row`. */
export function moveRow(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')];
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = at === -1 ? (by === 1 ? 0 : rows.length - 1) : at + by;
  const row = rows[Math.max(0, Math.min(rows.length - 1, next))];
  row?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}

/** The handler of the whole window. */
export class Keys {
  readonly #app: App;
  readonly #act: Act;
  #chordUntil = 0;

  constructor(app: App, act: Act) {
    this.#app = app;
    this.#act = act;
  }

  handle(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const done = event.ctrlKey || event.metaKey ? this.#withCtrl(event) : this.#plain(event);
    if (done) event.preventDefault();
  }

  #withCtrl(event: KeyboardEvent): boolean {
    const key = event.key.toLowerCase();
    if (key === 'k' && !event.shiftKey) return ((this.#app.palette = !this.#app.palette), true);
    if (key === 'k' && event.shiftKey) return (void lock(this.#app, this.#act), true);
    if (key === 'l' && event.shiftKey) return (this.#app.logCall(disputeShown()), true);
    if (this.#modal()) return false;
    if (key === 'w' && event.shiftKey) return (this.#app.writeLetter(disputeShown()), true);
    if (key === 'n' && !event.shiftKey) {
      (news.at(-1) ?? (() => (this.#app.newDispute = true)))();
      return true;
    }
    if (isTyping(event.target)) return false;
    if (key === 'z' && !event.shiftKey) return (void this.#act.undo(), true);
    if ((key === 'z' && event.shiftKey) || (key === 'y' && !event.shiftKey)) {
      return (void this.#act.redo(), true);
    }
    return false;
  }

  #plain(event: KeyboardEvent): boolean {
    if (this.#modal() || isTyping(event.target)) return false;
    const chord = event.timeStamp < this.#chordUntil;
    this.#chordUntil = 0;
    const place = chord ? PLACES[event.key] : undefined;
    if (place) return (router.go({ page: place }), true);
    switch (event.key) {
      case 'g':
        this.#chordUntil = event.timeStamp + CHORD_MS;
        return true;
      case 'j':
        return (moveRow(1), true);
      case 'k':
        return (moveRow(-1), true);
      case '?':
        return ((this.#app.keys = true), true);
      case 'Escape':
        return (router.up(), true);
      default:
        return false;
    }
  }

  #modal(): boolean {
    return document.querySelector('dialog[open]') !== null;
  }
}

/** The dispute whose page is shown, or null. */
export function disputeShown(): string | null {
  const { route } = router;
  return route.page === 'dispute' || route.page === 'dossier' ? route.id : null;
}
