/** Runs a write: says what was done with an Undo, or why it was not, and refreshes all screens. */
import { useApp, type App } from './app.svelte';
import { BackendError, type Done } from './backend';
import { toasts, type ToastButton } from './toasts.svelte';
import { doneText, undoneTitle } from './words/deeds';
import { errorSentence } from './words/errors';
import { problemSentence } from './words/problems';

export type Outcome = { ok: true; done: Done } | { ok: false; error: BackendError };

export class Act {
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  /** Runs a write for a form: what stands in the way is given back, to be shown beside the fields. */
  async save(
    write: () => Promise<Done>,
    said: string,
    next: ToastButton | null = null,
  ): Promise<Outcome> {
    try {
      const done = await write();
      await this.#tell(done, said, next);
      return { ok: true, done };
    } catch (thrown) {
      return { ok: false, error: BackendError.from(thrown) };
    }
  }

  /**
   * Runs a write for a button: what stands in the way is said in a toast. Gives null then. `next`
   * offers what is most likely done after it.
   */
  async run(
    write: () => Promise<Done | null>,
    said: string | ((done: Done) => string),
    next: ToastButton | null = null,
  ): Promise<Done | null> {
    try {
      const done = await write();
      if (done) await this.#tell(done, typeof said === 'string' ? said : said(done), next);
      return done;
    } catch (thrown) {
      this.complain(thrown);
      return null;
    }
  }

  /** Undoes one action, or the last one. */
  async undo(action?: string): Promise<void> {
    const { backend } = this.#app;
    try {
      const undone = await (action === undefined ? backend.undoLast() : backend.undo(action));
      const redo = { label: 'Redo', run: () => void this.redo() };
      toasts.show({ title: undoneTitle(undone), body: doneText(undone), button: redo });
      await this.#app.changed();
    } catch (thrown) {
      this.complain(thrown);
    }
  }

  /** Puts back in force what was undone last. */
  async redo(): Promise<void> {
    try {
      const undone = await this.#app.backend.redoLast();
      const undo = { label: 'Undo', run: () => void this.undo() };
      toasts.show({ title: undoneTitle(undone), body: doneText(undone), button: undo });
      await this.#app.changed();
    } catch (thrown) {
      this.complain(thrown);
    }
  }

  /** Says an error in a toast; over the whole window where it stands before everything else. */
  complain(thrown: unknown): void {
    const error = BackendError.from(thrown);
    if (this.#app.refuses(error)) return;
    const { title, body } = errorSentence(error);
    const problems = error.problems.map(problemSentence).join(' ');
    toasts.show({ tone: 'problem', title, body: problems || body });
  }

  async #tell(done: Done, said: string, next: ToastButton | null): Promise<void> {
    const { action } = done;
    const body = done.warnings.map(problemSentence).join(' ') || null;
    if (action !== null || body) {
      toasts.show({
        title: said,
        body,
        next,
        button: action === null ? null : { label: 'Undo', run: () => void this.undo(action) },
      });
    }
    await this.#app.changed();
  }
}

/** To be called while a component is being set up. */
export function useAct(): Act {
  return new Act(useApp());
}
