/** Answering what lines seem to mean, and what follows from an answer. */
import { useAct, type Act } from '$lib/act.svelte';
import { useApp, type App } from '$lib/app.svelte';
import type {
  Done,
  MatchAnswer,
  MatchConfirmed,
  MatchKind,
  MatchProposal,
  Money,
  Named,
} from '$lib/backend';
import { confirmedSentence } from './sentences';

/** What a line was said to be for. */
export type SaidPart = {
  dispute: Named;
  vendor: Named | null;
  what: string;
  remedy: string | null;
  amount: Money;
};

/** A line of which somebody said what it means. */
export type SaidLine = { line: string; statement: string; kind: MatchKind; parts: SaidPart[] };

/** What follows from a line that takes something back. */
export type Follow = SaidPart & {
  line: string;
  statement: string;
  kind: MatchKind;
  /** The remedy that no longer holds, in its words. */
  reversed: string | null;
  /** The person who had agreed to it. */
  person: Named | null;
  /** Whether its dispute was opened again by it. */
  reopened: boolean;
};

export class Answers {
  /** What follows from the answers given on this page, the latest first. */
  follows: Follow[] = $state.raw([]);
  busy = $state(false);
  readonly #app: App;
  readonly #act: Act;

  constructor(app: App, act: Act) {
    this.#app = app;
    this.#act = act;
  }

  /** Says that a line means what was proposed. */
  async confirm(proposal: MatchProposal, learnName: boolean): Promise<void> {
    const { line, kind, parts, statement } = proposal;
    const answer: MatchAnswer = {
      line: line.id,
      kind,
      parts: parts.map(({ dispute, claim, remedy, check, amount }) => ({
        dispute: dispute.id,
        claim,
        remedy,
        check,
        amount,
      })),
      learnName,
    };
    let confirmed: MatchConfirmed | null = null;
    await this.#once(() =>
      this.#act.run(
        async () => {
          confirmed = await this.#app.backend.confirmMatch(answer);
          this.follow({ line: line.id, statement: statement.id, kind, parts }, confirmed);
          return doneOf(confirmed);
        },
        () => confirmedSentence(kind, confirmed),
      ),
    );
  }

  /** Says that a line does not mean what was proposed. */
  async dismiss(proposal: MatchProposal): Promise<void> {
    await this.#once(() =>
      this.#act.run(
        () => this.#app.backend.dismissMatch(proposal.id),
        'Noted: it is not this one.',
      ),
    );
  }

  /** Shows what follows from an answer; money that came asks for nothing. */
  follow({ kind, parts, line, statement }: SaidLine, { reopened, reversed }: MatchConfirmed): void {
    if (kind === 'pays') return;
    const made = parts.map((part): Follow => {
      const gone = reversed.find((one) => one.remedy.id === part.remedy);
      return {
        ...part,
        line,
        statement,
        kind,
        reversed: gone?.remedy.name ?? null,
        vendor: gone?.vendor ?? part.vendor,
        person: gone?.person ?? null,
        reopened: reopened.some((one) => one.id === part.dispute.id),
      };
    });
    this.follows = [...made, ...this.follows];
  }

  /** A second click while the first is being answered answers nothing twice. */
  async #once(write: () => Promise<unknown>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await write();
    } finally {
      this.busy = false;
    }
  }
}

/** What came of an answer, as a write that can be undone. */
export function doneOf({ action, warnings }: MatchConfirmed): Done {
  return { action, id: null, warnings };
}

/** To be called while a component is being set up. */
export function useAnswers(): Answers {
  return new Answers(useApp(), useAct());
}
