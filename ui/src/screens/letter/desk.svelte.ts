/**
 * A letter that is being written: how it reads, what is chosen, and the words that are being typed.
 * Every change is saved by itself; what is not saved yet lies in a draft, so that nothing is lost.
 */
import { getContext, setContext, untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { useAct, type Act } from '$lib/act.svelte';
import { useApp, type App } from '$lib/app.svelte';
import { BackendError, type Letter, type LetterParagraph, type LetterView } from '$lib/backend';
import { nowMs } from '$lib/clock';
import { Draft } from '$lib/draft.svelte';
import { errorSentence, type Sentence } from '$lib/words/errors';
import { problemSentence } from '$lib/words/problems';
import { PATIENCE_MS } from '$lib/load.svelte';
import { afterOf, baseOf, keptOf, newKey, takenOver, withNew, type Typed } from './typed';

/** How long typing must rest before it is saved. */
export const WRITE_MS = 600;

export class LetterDesk {
  readonly app: App;
  readonly act: Act;
  readonly id: string;
  /** The letter as it was read last; stays while it is read again. */
  view: LetterView | undefined = $state.raw(undefined);
  error: BackendError | undefined = $state.raw(undefined);
  slow = $state(false);
  /** What is chosen, as it stands on the screen. */
  choices: Letter | null = $state(null);
  /** Paragraphs that were typed in, by key, until they are saved and left. */
  words: Record<string, Typed> = $state({});
  /** Whether something was typed and not saved when the window closed last. */
  restored = $state(false);
  /** Rises with every change of the letter: its pages are made again. */
  revision = $state(0);
  /** How many writes are waiting or under way. */
  waiting = $state(0);
  /** Why the last write failed. */
  failure: Sentence | null = $state.raw(null);
  readonly #draft: Draft;
  readonly #timers = new SvelteMap<string, ReturnType<typeof setTimeout>>();
  #queue: Promise<void> = Promise.resolve();
  #question = 0;
  #chosen = 0;
  #choicesSaved = 0;
  #opened = false;

  constructor(app: App, act: Act, id: string) {
    this.app = app;
    this.act = act;
    this.id = id;
    this.#draft = new Draft(app.backend, `letter:${id}`);
  }

  /** The paragraphs as they are shown: those of the letter, and new ones that hold no words yet. */
  get paragraphs(): LetterParagraph[] {
    return withNew(this.view?.draft?.paragraphs ?? [], this.words);
  }

  /** What is said of saving. */
  get state(): 'saved' | 'saving' | 'failed' {
    if (this.failure) return 'failed';
    return this.waiting > 0 ? 'saving' : 'saved';
  }

  /** A paragraph's words as they stand on the screen. */
  text(paragraph: LetterParagraph): string {
    return this.words[paragraph.key]?.text ?? paragraph.text;
  }

  /** Reads the letter, and takes up what was typed and not saved the last time. */
  async open(): Promise<void> {
    const patience = setTimeout(() => (this.slow = this.view === undefined), PATIENCE_MS);
    const kept = keptOf(await this.#draft.restore());
    await this.refresh();
    clearTimeout(patience);
    this.slow = false;
    this.#opened = true;
    if (!kept || !this.view || this.view.sent) return;
    this.words = kept.words;
    this.restored = true;
    for (const key of Object.keys(kept.words)) void this.#saveWords(key);
    if (kept.choices) this.choose(kept.choices);
    await this.#queue;
    for (const key of Object.keys(kept.words)) this.leave(key);
  }

  /** Reads the letter again. Answers that arrive late, after a newer question, are dropped. */
  async refresh(): Promise<void> {
    const question = ++this.#question;
    try {
      const view = await this.app.backend.letter(this.id);
      if (question !== this.#question) return;
      this.view = view;
      this.error = undefined;
      if (this.#chosen === this.#choicesSaved) this.choices = takenOver(this.choices, view.letter);
    } catch (thrown) {
      if (question === this.#question) this.error = BackendError.from(thrown);
    }
  }

  /** The record changed elsewhere: everything is read again. */
  async changed(): Promise<void> {
    if (!this.#opened) return;
    await this.refresh();
    this.revision += 1;
  }

  /** Somebody types in a paragraph. */
  type(paragraph: LetterParagraph, text: string): void {
    const { key } = paragraph;
    const after = this.words[key]?.after ?? afterOf(this.paragraphs, paragraph);
    this.words[key] = { base: baseOf(paragraph), text, after, saved: false };
    this.#later(key, () => void this.#saveWords(key));
  }

  /** The paragraph is left: what was typed is saved now. A new one without words goes. */
  leave(key: string): void {
    const typed = this.words[key];
    if (!typed) return;
    if (typed.saved || (typed.base === '' && !typed.text.trim() && !this.#isKnown(key))) {
      this.#forget(key);
      return;
    }
    if (this.#stopTimer(key)) void this.#saveWords(key);
    void this.#queue.then(() => {
      if (this.words[key]?.saved) this.#forget(key);
    });
  }

  /** A new paragraph behind another one, or first. Gives its key. */
  add(after: string | null): string {
    const key = newKey(nowMs());
    this.words[key] = { base: '', text: '', after, saved: false };
    return key;
  }

  /** Chooses something. Choices that are typed wait until the typing rests. */
  choose(change: Partial<Letter>, typed = false): void {
    if (!this.choices) return;
    Object.assign(this.choices, change);
    this.#chosen += 1;
    if (typed) this.#later('', () => void this.#saveChoices());
    else void this.#saveChoices();
  }

  /** Saves what waits, now; done when all is saved. */
  async flush(): Promise<void> {
    for (const key of [...this.#timers.keys()]) {
      this.#stopTimer(key);
      void (key === '' ? this.#saveChoices() : this.#saveWords(key));
    }
    await this.#draft.flush();
    await this.#queue;
  }

  /** Tries again to save what could not be saved. */
  async again(): Promise<void> {
    for (const [key, typed] of Object.entries(this.words)) {
      if (!typed.saved) void this.#saveWords(key);
    }
    await this.#saveChoices();
  }

  /** Puts words into the place of a paragraph's, or answers the question about it; with Undo. */
  async put(paragraph: LetterParagraph, base: string, text: string, said: string): Promise<void> {
    const after = afterOf(this.paragraphs, paragraph);
    await this.#act(paragraph.key, said, () =>
      this.app.backend.saveLetterEdit(this.id, paragraph.key, base, text, after),
    );
  }

  /** Uses the record's words; drops a paragraph that was added. */
  async drop(paragraph: LetterParagraph, said: string): Promise<void> {
    await this.#act(paragraph.key, said, () =>
      this.app.backend.dropLetterEdit(this.id, paragraph.key),
    );
  }

  stop(): void {
    void this.flush();
  }

  async #act(key: string, said: string, write: Parameters<Act['run']>[0]): Promise<void> {
    this.#stopTimer(key);
    await this.#queue;
    if (await this.act.run(write, said)) this.#forget(key);
    this.#keep();
  }

  #forget(key: string): void {
    this.words = Object.fromEntries(Object.entries(this.words).filter(([one]) => one !== key));
  }

  #isKnown(key: string): boolean {
    return this.view?.draft?.paragraphs.some((one) => one.key === key) ?? false;
  }

  #later(key: string, save: () => void): void {
    this.#keep();
    this.#stopTimer(key);
    this.waiting += 1;
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#stopTimer(key);
        save();
      }, WRITE_MS),
    );
  }

  /** Gives whether one was running. */
  #stopTimer(key: string): boolean {
    const timer = this.#timers.get(key);
    if (timer === undefined) return false;
    clearTimeout(timer);
    this.#timers.delete(key);
    this.waiting -= 1;
    return true;
  }

  /** Keeps in the draft what is not saved yet. */
  #keep(): void {
    const open = Object.entries(this.words).filter(([, typed]) => !typed.saved && typed.text);
    const chosen = this.#chosen !== this.#choicesSaved;
    if (open.length === 0 && !chosen) void this.#draft.drop();
    else {
      const choices = chosen ? this.choices : null;
      this.#draft.keep(JSON.stringify({ words: Object.fromEntries(open), choices }));
    }
  }

  #saveWords(key: string): Promise<void> {
    return this.#write(async () => {
      const typed = this.words[key];
      if (!typed || typed.saved) return;
      const { base, text, after } = typed;
      await this.app.backend.saveLetterEdit(this.id, key, base, text, after);
      const now = this.words[key];
      if (now && now.text === text) now.saved = true;
    });
  }

  #saveChoices(): Promise<void> {
    return this.#write(async () => {
      if (!this.choices || this.#chosen === this.#choicesSaved) return;
      const chosen = this.#chosen;
      await this.app.backend.saveLetter($state.snapshot(this.choices));
      this.#choicesSaved = chosen;
    });
  }

  /** Writes one after the other, and reads the letter again behind the last. */
  #write(write: () => Promise<void>): Promise<void> {
    this.waiting += 1;
    this.#queue = this.#queue.then(async () => {
      try {
        await write();
        this.failure = null;
      } catch (thrown) {
        this.#refused(BackendError.from(thrown));
      }
      this.waiting -= 1;
      await this.refresh();
      this.#keep();
      this.revision += 1;
    });
    return this.#queue;
  }

  #refused(error: BackendError): void {
    const { title, body } = errorSentence(error);
    this.failure = { title, body: error.problems.map(problemSentence).join(' ') || body };
  }
}

const KEY = Symbol('letter');

/** Gives the letter to all components below; to be called while a component is being set up. */
export function provideLetter(id: string): LetterDesk {
  const desk = setContext(KEY, new LetterDesk(useApp(), useAct(), id));
  void desk.open();
  $effect(() => {
    void desk.app.revision;
    untrack(() => void desk.changed());
  });
  $effect(() => {
    const flush = () => void desk.flush();
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      desk.stop();
    };
  });
  return desk;
}

/** The letter; to be called while a component is being set up. */
export function useLetter(): LetterDesk {
  const desk = getContext<LetterDesk | undefined>(KEY);
  if (!desk) throw new Error('No letter is shown above this component.');
  return desk;
}
