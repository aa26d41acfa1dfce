/**
 * A form: its value as a deep rune, kept as a draft while it is typed, saved as one action.
 * `parts/Form.svelte` draws it; fields inside find it by context and show their own problems.
 */
import { getContext, setContext, untrack } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import { useAct, type Act } from './act.svelte';
import { useApp, type App } from './app.svelte';
import type { BackendError, Done } from './backend';
import { Draft } from './draft.svelte';
import type { ToastButton } from './toasts.svelte';
import { errorSentence, type Sentence } from './words/errors';
import { problemSentence } from './words/problems';

export type FormOptions<V extends object> = {
  /** Names the draft, such as `edit:claim:<id>` or `log-call:<dispute>`; asked for once. */
  key: string | (() => string);
  /** What the form begins with. */
  initial: () => V;
  /** Saves it. */
  save: (value: V) => Promise<Done>;
  /** What the toast says: “Claim saved.” */
  said: string | ((value: V) => string);
  /** What the toast offers to do next. */
  next?: (value: V) => ToastButton | null;
  /** What happens next, such as closing the sheet. */
  onsaved?: (done: Done, value: V) => void;
  /** What is missing before anything is sent: sentences by field. */
  check?: (value: V) => Partial<Record<string, string>>;
};

/** What a field that understands typing tells its form. */
export type FieldHandle = {
  /** Understands now what was typed last. */
  settle: () => Promise<void>;
  /** Why what was typed is not understood, or null. */
  problem: () => string | null;
};

export class Form<V extends object> {
  value: V = $state() as V;
  /** Whether the draft was looked for; the form is drawn then. */
  ready = $state(false);
  /** Whether what is shown was kept from before. */
  restored = $state(false);
  saving = $state(false);
  /** What went wrong as a whole, if anything. */
  failure: Sentence | null = $state.raw(null);
  /** What stands in the way, field by field. */
  problems: Partial<Record<string, string>> = $state({});
  readonly draft: Draft;
  readonly #options: FormOptions<V>;
  readonly #act: Act;
  #fields: FieldHandle[] = [];
  readonly #shown = new SvelteSet<string>();
  readonly #initial: string;
  #done = false;
  /** Whether the failure only points at fields. */
  #ofFields = false;

  constructor(app: App, act: Act, options: FormOptions<V>) {
    this.#options = options;
    this.#act = act;
    this.draft = new Draft(
      app.backend,
      typeof options.key === 'string' ? options.key : options.key(),
    );
    this.value = options.initial();
    this.#initial = JSON.stringify(this.value);
  }

  /** Looks for a draft and shows it in place of what the form begins with. */
  async open(): Promise<void> {
    const kept = await this.draft.restore();
    if (kept !== null && typeof kept === 'object' && !Array.isArray(kept)) {
      const merged = { ...this.value, ...(kept as Partial<V>) };
      this.restored = JSON.stringify(merged) !== this.#initial;
      this.value = merged;
    }
    this.ready = true;
  }

  /** Keeps what stands in the form. Called by an effect whenever something changes. */
  keep(): void {
    const text = JSON.stringify(this.value);
    if (this.#done || !this.ready) return;
    if (text !== this.#initial || this.restored) this.draft.keep(text);
  }

  /** The sentence for one field, or undefined. Fields also ask by their `name`. */
  problem(field: string): string | undefined {
    return this.problems[field];
  }

  /** Problems of fields that are not on the screen, to be said once for the whole form. */
  get elsewhere(): string[] {
    const said = Object.entries(this.problems).filter(([field]) => !this.#shown.has(field));
    const sentences = said.flatMap(([, sentence]) => sentence || []);
    return sentences.filter((sentence, index) => sentences.indexOf(sentence) === index);
  }

  /** A field with this name shows its own problem. */
  shows(field: string): void {
    this.#shown.add(field);
  }

  /** A field was changed: what was said of it no longer holds, and it is judged anew when it is saved. */
  changed(field: string): void {
    if (this.failure === null) return;
    const { [field]: said, ...others } = this.problems;
    if (said !== undefined) this.problems = others;
    if (this.#ofFields && Object.keys(this.problems).length === 0) this.failure = null;
  }

  register(handle: FieldHandle): () => void {
    this.#fields.push(handle);
    return () => {
      this.#fields = this.#fields.filter((field) => field !== handle);
    };
  }

  /** Saves. Gives whether it was saved. */
  async submit(): Promise<boolean> {
    if (this.saving) return false;
    this.saving = true;
    try {
      return await this.#submit();
    } finally {
      this.saving = false;
    }
  }

  /** Throws away what was typed and begins again. */
  async startOver(): Promise<void> {
    await this.draft.drop();
    this.value = this.#options.initial();
    this.restored = false;
    this.failure = null;
    this.problems = {};
  }

  async #submit(): Promise<boolean> {
    const fields = [...this.#fields];
    await Promise.all(fields.map((field) => field.settle()));
    const value = $state.snapshot(this.value) as V;
    this.problems = dropEmpty(this.#options.check?.(value) ?? {});
    this.failure = null;
    const unread = fields.some((field) => field.problem() !== null);
    if (unread || Object.keys(this.problems).length > 0) {
      this.failure = errorSentence({ code: 'refused', values: {} });
      this.#ofFields = true;
      return false;
    }
    const { said } = this.#options;
    const outcome = await this.#act.save(
      () => this.#options.save(value),
      typeof said === 'string' ? said : said(value),
      this.#options.next?.(value) ?? null,
    );
    if (!outcome.ok) return this.#refused(outcome.error);
    this.#done = true;
    await this.draft.drop();
    this.#options.onsaved?.(outcome.done, value);
    return true;
  }

  #refused(error: BackendError): false {
    this.failure = errorSentence(error);
    this.#ofFields = error.code === 'refused';
    this.problems = Object.fromEntries(
      error.problems.map((problem) => [problem.field, problemSentence(problem)]),
    );
    void this.draft.flush();
    return false;
  }
}

function dropEmpty(found: Partial<Record<string, string>>): Partial<Record<string, string>> {
  return Object.fromEntries(Object.entries(found).filter(([, said]) => said));
}

/** Makes a form; to be called while a component is being set up. */
export function useForm<V extends object>(options: FormOptions<V>): Form<V> {
  const form = new Form(useApp(), useAct(), options);
  void form.open();
  $effect(() => {
    form.keep();
  });
  $effect(() => () => untrack(() => void form.draft.flush()));
  return form;
}

const KEY = Symbol('form');

export function provideForm(form: () => Form<object>): void {
  setContext(KEY, form);
}

/** The form around a field, if there is one. */
export function enclosingForm(): Form<object> | undefined {
  return getContext<(() => Form<object>) | undefined>(KEY)?.();
}
