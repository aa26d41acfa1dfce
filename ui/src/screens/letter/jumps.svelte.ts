/** The ways from the letter to where something is filled in; what opens lies over the letter. */
import { getContext, setContext, tick } from 'svelte';
import type { Act } from '$lib/act.svelte';
import { useAct } from '$lib/act.svelte';
import { useApp, type App } from '$lib/app.svelte';
import type {
  Contact,
  ContactView,
  EventNoun,
  LetterPlace,
  LetterPlaceKind,
  Member,
  Vendor,
} from '$lib/backend';
import { useDesk, type Desk, type FormRequest } from '../dispute/desk.svelte';

export type Tab = 'write' | 'page' | 'choices' | 'before';

/** A form that is no form of the dispute. */
export type Place =
  | { of: 'member'; member: Member }
  | { of: 'vendor'; vendor: Vendor }
  | { of: 'contact'; contact: Contact; colleagues: ContactView[] };

/** How long a form may take to draw its field, in tries of so many milliseconds. */
const TRIES = 40;
const TRY_MS = 25;
const CONTROLS = ':is(input:not([type=radio]), input:checked, textarea, select, button)';

export class Jumps {
  /** What is shown beside the letter, or in its place where the window is narrow. */
  tab: Tab = $state('page');
  /** The form that lies over the letter. */
  place: Place | null = $state.raw(null);
  readonly #app: App;
  readonly #act: Act;
  readonly #desk: Desk;

  constructor(app: App, act: Act, desk: Desk) {
    this.#app = app;
    this.#act = act;
    this.#desk = desk;
  }

  close = (): void => {
    this.place = null;
  };

  /** Where a point is filled in. */
  async point({ kind, id, field }: LetterPlace): Promise<void> {
    if (kind !== 'letter') return this.to(kind, id, FIELDS[kind]);
    if (field === 'text') return this.words();
    await this.choice(field ?? 'toVendor');
  }

  /** To one of the letter's own choices. */
  async choice(field: string): Promise<void> {
    this.tab = 'choices';
    await tick();
    const group = document.querySelector<HTMLElement>(`[data-choice="${field}"]`);
    if (group instanceof HTMLDetailsElement) group.open = true;
    group?.scrollIntoView({ block: 'nearest' });
    group?.querySelector<HTMLElement>(CONTROLS)?.focus();
  }

  /** To the words that need somebody: those that are asked about, or the first. */
  async words(key?: string): Promise<void> {
    this.tab = 'write';
    await tick();
    const all = [...document.querySelectorAll<HTMLElement>('[data-paragraph]')];
    const part = key
      ? all.find((one) => one.dataset.paragraph === key)
      : (all.find((one) => one.querySelector('[data-outdated]')) ?? all[0]);
    part?.scrollIntoView({ block: 'nearest' });
    part?.querySelector<HTMLElement>('textarea')?.focus();
  }

  /** To a record: its form opens over the letter. */
  async to(kind: LetterPlaceKind, id: string | null = null, field?: string): Promise<void> {
    try {
      if (kind === 'member' || kind === 'vendor' || kind === 'contact') {
        this.place = await this.#placeOf(kind, id ?? '');
      } else {
        const request = await this.#requestOf(kind, id);
        if (request) this.#desk.open(request);
      }
      if (field) await focusField(field);
    } catch (thrown) {
      this.#act.complain(thrown);
    }
  }

  async #placeOf(kind: 'member' | 'vendor' | 'contact', id: string): Promise<Place | null> {
    const { backend, start } = this.#app;
    if (kind === 'member') {
      const member = start.members.find((one) => one.id === id);
      return member ? { of: 'member', member } : null;
    }
    if (kind === 'vendor') return { of: 'vendor', vendor: (await backend.vendor(id)).vendor };
    const { contact } = await backend.contact(id);
    const { people } = await backend.vendor(contact.vendor);
    return { of: 'contact', contact, colleagues: people };
  }

  async #requestOf(kind: LetterPlaceKind, id: string | null): Promise<FormRequest | null> {
    const { view } = this.#desk;
    switch (kind) {
      case 'party':
        return { of: 'party', party: view.parties.find((one) => one.party.vendor === id) ?? null };
      case 'subject':
        return { of: 'subject' };
      case 'goal':
      case 'effect':
        return { of: 'dispute' };
      case 'claims':
        return { of: 'claim', claim: view.claims[0] ?? null };
      case 'events':
        return { of: 'event', event: null };
      case 'event':
        return { of: 'event', event: await this.#event(id ?? '') };
      case 'promises':
        return { of: 'promise', promise: null };
      case 'remedies':
        return { of: 'remedy', remedy: null };
      case 'rungs':
        return { of: 'rung', rung: null };
      case 'advocates':
        return { of: 'advocacy', advocacy: null };
      case 'advocacy':
        return {
          of: 'advocacy',
          advocacy: view.advocates.find((one) => one.advocacy.id === id) ?? null,
        };
      case 'letter':
      case 'member':
      case 'vendor':
      case 'contact':
        return null;
    }
  }

  /** An event, looked for stretch by stretch. */
  async #event(id: string): Promise<EventNoun | null> {
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<App['backend']['timeline']>> =
        await this.#app.backend.timeline(this.#desk.id, true, after);
      for (const { what } of page.entries) {
        if (what.kind === 'event' && what.event.id === id) return what.event;
      }
      after = page.next;
    } while (after !== null);
    return null;
  }
}

/** The field of the form that a place speaks of. */
const FIELDS: Partial<Record<LetterPlaceKind, string>> = { goal: 'goal', effect: 'effect' };

/** Focuses a field of the form that opens, once it is drawn. */
async function focusField(name: string): Promise<void> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    await new Promise((done) => setTimeout(done, TRY_MS));
    const field = document.querySelector<HTMLElement>(
      `dialog[open] [data-field="${name}"] ${CONTROLS}`,
    );
    if (field) return field.focus();
  }
}

const KEY = Symbol('jumps');

/** Gives the ways to all components below a dispute's desk. */
export function provideJumps(): Jumps {
  return setContext(KEY, new Jumps(useApp(), useAct(), useDesk()));
}

/** The ways; to be called while a component is being set up. */
export function useJumps(): Jumps {
  const jumps = getContext<Jumps | undefined>(KEY);
  if (!jumps) throw new Error('No letter is shown above this component.');
  return jumps;
}
