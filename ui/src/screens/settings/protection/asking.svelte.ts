/** A dialog that asks for a passphrase: what is wrong with it, and that something takes a moment. */
import { useApp, type App } from '$lib/app.svelte';
import { BackendError, type ErrorCode } from '$lib/backend';
import { errorSentence } from '$lib/words/errors';

/** The shortest passphrase, in characters; Rust says the same. */
export const SHORTEST = 8;

export type Problems = Partial<Record<'current' | 'next' | 'again', string>>;

/** Which field an error speaks of. */
const FIELD: Partial<Record<ErrorCode, keyof Problems>> = {
  wrong_passphrase: 'current',
  wrong_recovery_code: 'current',
  passphrase_too_short: 'next',
};

export class Asking {
  problems: Problems = $state.raw({});
  /** What is wrong besides the fields. */
  failure: string | null = $state(null);
  busy = $state(false);
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  /** Something was typed: what was said of it before no longer holds. */
  typed(): void {
    [this.problems, this.failure] = [{}, null];
  }

  /** Does something that takes a moment, unless there are problems. Gives whether it was done. */
  async run(problems: Problems, work: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    [this.problems, this.failure] = [problems, null];
    if (Object.values(problems).some(Boolean)) return false;
    this.busy = true;
    try {
      await work();
      return true;
    } catch (thrown) {
      this.#failed(BackendError.from(thrown));
      return false;
    } finally {
      this.busy = false;
    }
  }

  #failed(error: BackendError) {
    if (this.#app.refuses(error)) return;
    const { title, body } = errorSentence(error);
    const field = FIELD[error.code];
    if (field) this.problems = { [field]: `${title} ${body}` };
    else this.failure = `${title} ${body}`;
  }
}

/** What is wrong with a new passphrase that was typed twice. */
export function newProblems(next: string, again: string): Problems {
  if ([...next].length < SHORTEST) return { next: `Please take at least ${SHORTEST} characters.` };
  if (again !== next) return { again: 'This differs from what you typed above.' };
  return {};
}

/** To be called while a component is being set up. */
export function useAsking(): Asking {
  return new Asking(useApp());
}
