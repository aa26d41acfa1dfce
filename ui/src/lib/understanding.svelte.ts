/** Understands what is typed into a field, a little after the last key, and on demand at once. */
import { untrack } from 'svelte';
import { enclosingForm } from './form.svelte';
import { problemSentence } from './words/problems';
import type { FieldProblem } from './backend';

export const UNDERSTAND_DELAY_MS = 200;

export class Understanding<T> {
  /** Why what was typed is not understood, or null. */
  problem: string | null = $state(null);
  readonly #ask: (text: string) => Promise<{ value: T | null; problem: FieldProblem | null }>;
  readonly #tell: (value: T | null) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: string | null = null;
  #asking: Promise<void> = Promise.resolve();
  #question = 0;

  constructor(
    ask: (text: string) => Promise<{ value: T | null; problem: FieldProblem | null }>,
    tell: (value: T | null) => void,
  ) {
    this.#ask = ask;
    this.#tell = tell;
  }

  /** Something was typed. */
  typed(text: string): void {
    clearTimeout(this.#timer);
    this.#question += 1;
    if (text.trim() === '') {
      this.#waiting = null;
      this.problem = null;
      this.#tell(null);
      return;
    }
    this.#waiting = text;
    this.#timer = setTimeout(() => void this.settle(), UNDERSTAND_DELAY_MS);
  }

  /** Understands now what was typed last. */
  settle(): Promise<void> {
    clearTimeout(this.#timer);
    const text = this.#waiting;
    if (text !== null) {
      this.#waiting = null;
      this.#asking = this.#understand(text, this.#question);
    }
    return this.#asking;
  }

  async #understand(text: string, question: number): Promise<void> {
    const answer = await this.#ask(text).catch(() => ({
      value: null,
      problem: { field: '', code: 'missing', values: {} },
    }));
    if (question !== this.#question) return;
    this.problem = answer.problem ? problemSentence(answer.problem) : null;
    this.#tell(answer.value);
  }
}

/** An understanding that the form around the field waits for; called while a component is set up. */
export function useUnderstanding<T>(
  ask: (text: string) => Promise<{ value: T | null; problem: FieldProblem | null }>,
  tell: (value: T | null) => void,
  /** Text that a draft brought back without its meaning. */
  unread: () => string | null,
): Understanding<T> {
  const understanding = new Understanding(ask, tell);
  const form = enclosingForm();
  $effect(() =>
    form?.register({
      settle: () => understanding.settle(),
      problem: () => understanding.problem,
    }),
  );
  untrack(() => {
    const text = unread();
    if (text !== null) understanding.typed(text);
  });
  return understanding;
}
