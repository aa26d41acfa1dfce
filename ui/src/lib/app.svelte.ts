/** What every screen shares: the backend, the household, today, and a counter of changes. */
import { getContext, setContext } from 'svelte';
import type {
  Backend,
  BackendError,
  Cited,
  Dropped,
  Named,
  Pasted,
  Protection,
  RecordNoun,
  Start,
  StatementPreview,
} from './backend';
import { locale } from './clock';
import { toasts } from './toasts.svelte';
import { isUnwritten } from './unwritten';

/** Evidence on its way in: chosen in a dialog of the system, dropped on the window, or pasted. */
export type Incoming =
  | { from: 'files' }
  | { from: 'folder' }
  | { from: 'drop'; dropped: Dropped }
  | { from: 'clipboard'; pasted: Pasted }
  /** Asks for what is to be pasted. */
  | { from: 'typing' };

/** What is to be added: to which dispute, or to one still to be chosen, and what rests on it. */
export type Adding = { dispute: string | null; cited: Cited[]; what: Incoming };

/** So many e-mails can be looked through in one sheet. */
const MAILS_AT_A_TIME = 25;

/** What is known before the records are open, and while they are locked. */
const NOTHING: Start = {
  household: '',
  members: [],
  isEmpty: true,
  isSample: false,
  currency: null,
  day: '1970-01-01',
  version: '',
};

export class App {
  readonly backend: Backend;
  /** What the window began with; kept fresh after every write. */
  start: Start = $state.raw(NOTHING);
  /** Whether a passphrase opens the records, and when they lock by themselves. */
  protection: Protection = $state.raw({ isEncrypted: false, lockAfterMinutes: null });
  /** The recovery code that opened the records, until a new passphrase was chosen or declined. */
  openedWith: string | null = $state.raw(null);
  /** Rises with every write, undo and import: whatever was loaded before is loaded again. */
  revision = $state(0);
  /** The sheet to log a call in: for which dispute, or for one still to be chosen. */
  call: { dispute: string | null; person: Named | null } | null = $state(null);
  /** The sheet to choose a letter in: for which dispute, or for one still to be chosen. */
  letter: { dispute: string | null } | null = $state(null);
  /** What a bank’s file holds that was chosen and is not taken in yet: one an account. */
  statement: StatementPreview[] | null = $state.raw(null);
  /** Evidence that is to be added, one after the other: pages may change meanwhile. */
  adding: Adding[] = $state.raw([]);
  /** E-mails that were added and wait to be told what they are, by dispute. */
  mails: { dispute: string; mails: readonly Named[] }[] = $state.raw([]);
  /** The piece of evidence that is looked at, from which page on, counted from 1. */
  looking: { id: string; page: number } | null = $state.raw(null);
  /** The record whose history is shown. */
  history: { noun: RecordNoun; id: string } | null = $state.raw(null);
  /** Why the records are not open, over the whole window; null where they are. */
  refused: BackendError | null = $state.raw(null);
  /** Whether the form for a new dispute is open. */
  newDispute = $state(false);
  /** Whether search and commands are open. */
  palette = $state(false);
  /** Whether the list of keys is open. */
  keys = $state(false);

  constructor(backend: Backend, start?: Start) {
    this.backend = backend;
    if (start) this.start = start;
  }

  /** Today, by the clock of this computer, as Rust sees it. */
  get today(): string {
    return this.start.day;
  }

  /** The currency proposed for a new sum; empty where none is known, and it has to be typed. */
  get currency(): string {
    return this.start.currency ?? '';
  }

  /** Opens the sheet to log a call, from anywhere; with a person, where one is to be called. */
  logCall(dispute: string | null = null, person: Named | null = null): void {
    this.call = { dispute, person: person && { id: person.id, name: person.name } };
  }

  /** Opens the sheet to choose a letter in, from anywhere. */
  writeLetter(dispute: string | null = null): void {
    this.letter = { dispute };
  }

  /** Adds evidence, from anywhere. */
  addEvidence(what: Incoming, dispute: string | null = null, cited: Cited[] = []): void {
    this.adding = [...this.adding, { dispute, cited, what }];
  }

  /** Asks what e-mails are that were added; of very many, some at a time. */
  tellMails(dispute: string, mails: readonly Named[]): void {
    for (let from = 0; from < mails.length; from += MAILS_AT_A_TIME) {
      const some = mails.slice(from, from + MAILS_AT_A_TIME);
      this.mails = [...this.mails, { dispute, mails: some }];
    }
  }

  /** Opens a piece of evidence over whatever is shown, at a page where it has pages. */
  look(id: string, page: number | null = null): void {
    this.looking = { id, page: page ?? 1 };
  }

  /** Opens the history of a record over whatever is shown. The household needs no id. */
  showHistory(noun: RecordNoun, id: string): void {
    this.history = { noun, id };
  }

  /** Puts away all that lies over the pages: it belongs to records that are left. */
  leave(): void {
    [this.call, this.letter, this.statement, this.looking] = [null, null, null, null];
    [this.adding, this.mails, this.history] = [[], [], null];
    [this.newDispute, this.palette, this.keys] = [false, false, false];
  }

  /**
   * The window says an error that stands before everything else: the records are locked, would lie
   * where they can be damaged, or can be had again from a backup. Gives whether this is one.
   */
  refuses(error: BackendError): boolean {
    // What was typed and is not kept yet stays in sight, for it could not be kept there.
    const isLost = error.code === 'store_damaged' && !!error.values.restorable && !isUnwritten();
    if (error.code !== 'locked' && error.code !== 'shared_place' && !isLost) return false;
    if (error.code === 'locked') this.#cover();
    this.refused = error;
    return true;
  }

  /** Puts out of sight what was shown of the records. Where one was, and what waits, is kept. */
  #cover(): void {
    toasts.clear();
    [this.palette, this.keys, this.openedWith] = [false, false, null];
    // What was being chosen in a dialog of the system is not asked for again.
    this.adding = this.adding.filter(({ what }) => what.from !== 'files' && what.from !== 'folder');
    this.start = NOTHING;
  }

  /** Tells all screens that the record has changed. */
  async changed(): Promise<void> {
    this.revision += 1;
    this.start = await this.backend.start(locale());
  }
}

const KEY = Symbol('app');

/** Gives the app to all components below. */
export function provideApp(app: App): App {
  return setContext(KEY, app);
}

/** The app; to be called while a component is being set up. */
export function useApp(): App {
  const app = getContext<App | undefined>(KEY);
  if (!app) throw new Error('No app was provided above this component.');
  return app;
}

/** The backend; to be called while a component is being set up. */
export function useBackend(): Backend {
  return useApp().backend;
}
