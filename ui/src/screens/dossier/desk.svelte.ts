/**
 * The choices of a dossier, for one reader at a time. Every change is kept with the dispute by itself,
 * so that the next edition begins with it; who was chosen last is remembered on this computer.
 */
import { useApp, type App } from '$lib/app.svelte';
import {
  BackendError,
  type DossierBoard,
  type DossierReader,
  type SentDossier,
} from '$lib/backend';
import { Draft } from '$lib/draft.svelte';
import { choiceOf, choicesOf, READERS, type Choices } from './choice';

/** What is remembered on this computer. */
type Remembered = { reader: DossierReader } & Choices;

/** How long choosing and typing must rest before they are kept. */
export const KEEP_MS = 600;

export class DossierDesk {
  reader: DossierReader = $state('other');
  /** What is chosen, as it stands on the screen; null until it was read. */
  choices: Choices | null = $state(null);
  /** Whether the household chose it, or it follows from the reader. */
  kept = $state(false);
  sent: SentDossier[] = $state.raw([]);
  /** Why reading or keeping failed. */
  error: BackendError | null = $state.raw(null);
  readonly #app: App;
  readonly #dispute: string;
  readonly #draft: Draft;
  #board: DossierBoard | null = null;
  /** What was read or kept last, as text, to tell what was changed since. */
  #known = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<void> = Promise.resolve();

  constructor(app: App, dispute: string) {
    this.#app = app;
    this.#dispute = dispute;
    this.#draft = new Draft(app.backend, `dossier:${dispute}`);
  }

  /** Reads what is chosen, beginning with the reader of the last time. */
  async open(): Promise<void> {
    const found = (await this.#draft.restore()) as Partial<Remembered> | null;
    const known = READERS.find(({ value }) => value === found?.reader);
    if (known) this.reader = known.value;
    await this.refresh();
    // Choices of a time before there were readers are for nobody in particular.
    if (found?.without && this.choices) {
      this.choices = { ...this.choices, ...found, covered: '' };
      await this.#keep();
      this.#draft.keep(JSON.stringify({ reader: this.reader }));
    }
  }

  /** Reads it again. What is being changed here stays as it is on the screen. */
  async refresh(): Promise<void> {
    try {
      this.#board = await this.#app.backend.dossierBoard(this.#dispute);
      this.error = null;
    } catch (thrown) {
      this.error = BackendError.from(thrown);
      return;
    }
    this.sent = this.#board.sent;
    if (!this.#isChanged()) this.#show();
  }

  /** Chooses who reads it; what was changed for another reader is kept first. */
  async choose(reader: DossierReader): Promise<void> {
    await this.flush();
    this.reader = reader;
    this.#draft.keep(JSON.stringify({ reader }));
    this.#show();
  }

  /** Something was changed: it is kept when it rests. */
  changed(): void {
    if (!this.#isChanged()) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#keep(), KEEP_MS);
  }

  /** Keeps now what waits. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#keep();
    await this.#draft.flush();
  }

  #isChanged(): boolean {
    return this.choices !== null && JSON.stringify(this.choices) !== this.#known;
  }

  #show(): void {
    const of = this.#board?.readers.find(({ choice }) => choice.reader === this.reader);
    if (!of) return;
    const choices = choicesOf(of.choice);
    this.#known = JSON.stringify(choices);
    this.kept = of.kept;
    if (JSON.stringify(this.choices) !== this.#known) this.choices = choices;
  }

  #keep(): Promise<void> {
    this.#queue = this.#queue.then(async () => {
      if (!this.choices || !this.#isChanged()) return;
      const { reader } = this;
      const text = JSON.stringify(this.choices);
      const choice = choiceOf($state.snapshot(this.choices), this.#dispute, reader);
      try {
        const done = await this.#app.backend.saveDossierChoice(choice);
        this.#known = text;
        this.error = null;
        if (this.reader === reader) this.kept ||= done.id !== null;
        // The next look at this reader begins with it.
        const of = this.#board?.readers.find((one) => one.choice.reader === reader);
        if (of) Object.assign(of, { choice, kept: of.kept || done.id !== null });
      } catch (thrown) {
        this.error = BackendError.from(thrown);
      }
    });
    return this.#queue;
  }
}

/** To be called while a component is being set up. */
export function useDossier(dispute: string): DossierDesk {
  return new DossierDesk(useApp(), dispute);
}
