/** The questions of one dispute: what is loaded, which one is open, and answering. */
import { useAct, type Act } from '$lib/act.svelte';
import { useApp, type App } from '$lib/app.svelte';
import type { WrongedAnswer, WrongedBoard, WrongedQuestion } from '$lib/backend';
import { load, type Loaded } from '$lib/load.svelte';

export class Asking {
  readonly dispute: string;
  readonly loaded: Loaded<WrongedBoard>;
  readonly #app: App;
  readonly #act: Act;
  /** The question that is looked at once more, by its key; else the first without an answer is. */
  changing: string | null = $state(null);
  /** Whether the person has moved on since the page was opened: then a question takes the focus. */
  moved = false;
  /** Whether an answer is being kept. */
  busy = $state(false);

  constructor(app: App, act: Act, dispute: string) {
    this.dispute = dispute;
    this.#app = app;
    this.#act = act;
    this.loaded = load(() => app.backend.wrongedBoard(dispute));
  }

  get board(): WrongedBoard | undefined {
    return this.loaded.data;
  }

  get questions(): WrongedQuestion[] {
    return this.board?.questions ?? [];
  }

  /** The question that is open; none once all are answered. */
  get open(): WrongedQuestion | undefined {
    const changed = this.questions.find((one) => one.key === this.changing);
    return changed ?? this.questions.find((one) => one.key === this.board?.next);
  }

  /** The question before the one that is open. */
  get before(): WrongedQuestion | undefined {
    const at = this.open ? this.questions.indexOf(this.open) : this.questions.length;
    return this.questions[at - 1];
  }

  get title(): string {
    const { board } = this;
    return board?.problems.find((one) => one.key === board.problem)?.title ?? '';
  }

  choose(problem: string | null): Promise<boolean> {
    return this.#keep(() => this.#app.backend.chooseProblem(this.dispute, problem));
  }

  answer(question: WrongedQuestion, answer: WrongedAnswer): Promise<boolean> {
    const problem = this.board?.problem ?? '';
    const { dispute } = this;
    return this.#keep(() =>
      this.#app.backend.answerQuestion(dispute, problem, question.key, answer),
    );
  }

  /** Opens a question once more; none leads to the first without an answer. */
  change(question: string | null): void {
    this.moved = true;
    this.changing = question;
  }

  /** What was kept is drawn at once; what else is shown is loaded again. */
  async #keep(write: () => Promise<WrongedBoard>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    try {
      this.loaded.data = await write();
      this.change(null);
      return true;
    } catch (thrown) {
      this.#act.complain(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}

/** To be called while a component is being set up. */
export function useAsking(dispute: string): Asking {
  return new Asking(useApp(), useAct(), dispute);
}
