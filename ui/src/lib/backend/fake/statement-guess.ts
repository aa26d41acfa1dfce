/** What the invented bank's lines seem to mean, near enough to Rust's to look at screens. */
import type {
  MatchKind,
  MatchProposal,
  MatchReason,
  Money,
  Movement,
  ProposedPart,
  StatementLineView,
} from '../types';
import { id, type Case } from './record';
import { balanceOf, major, minor } from './rules';
import { lineId, type BankLine, type StatementRecord } from './statement-record';
import type { Views } from './views';

type Open = { one: Case; each: Case['claims'][number]; owed: bigint };
type Guess = {
  kind: MatchKind;
  parts: ProposedPart[];
  score: number;
  why: MatchReason[];
};

const NAMES: readonly MatchReason[] = ['vendor_name', 'learned_name', 'reference'];

const plain = (text: string) => text.toLocaleUpperCase().replace(/[^\p{L}\p{N}]+/gu, ' ');

export function viewOf(
  statement: StatementRecord,
  number: number,
  matched: StatementLineView['matched'],
): StatementLineView {
  const line = statement.lines[number];
  if (!line) throw new Error('A line lies in its statement.');
  return { ...line, id: lineId(statement.id, number), matched };
}

export class Guesses {
  readonly #views: Views;

  constructor(views: Views) {
    this.#views = views;
  }

  /** The vendors whose name stands in a line. */
  #named(line: BankLine): string[] {
    const where = plain(`${line.party ?? ''} ${line.text}`);
    return this.#views.home.vendors
      .filter((vendor) =>
        [vendor.name, ...vendor.knownAs].some((name) => where.includes(plain(name))),
      )
      .map(id);
  }

  #claims(currency: string): Open[] {
    return this.#views.home.cases.flatMap((one) =>
      one.claims
        .filter((each) => each.claim.amount.currency === currency)
        .map((each) => ({
          one,
          each,
          owed: minor(balanceOf([each], currency).outstanding.amount),
        })),
    );
  }

  /** What a line seems to mean; null where it seems to have nothing to do with a dispute. */
  #guess(line: BankLine): Guess | null {
    const named = this.#named(line);
    const size = minor(line.amount.amount.replace('-', ''));
    const claims = this.#claims(line.amount.currency);
    const theirs = claims.filter(({ each }) => named.includes(each.claim.vendor));
    return line.amount.amount.startsWith('-')
      ? (this.#takesBack(theirs, size) ?? this.#afterEnd(named, line))
      : this.#pays(claims, theirs, size, line);
  }

  #pays(all: Open[], theirs: Open[], size: bigint, line: BankLine): Guess | null {
    const open = theirs.filter(({ owed }) => owed > 0n);
    const exact = open.find(({ owed }) => owed === size);
    if (exact) return this.#of('pays', [[exact, size]], 96, ['same_amount', 'vendor_name']);
    const sum = open.reduce((total, { owed }) => total + owed, 0n);
    if (open.length > 1 && sum === size) {
      const parts = open.map((one): [Open, bigint] => [one, one.owed]);
      return this.#of('pays', parts, 90, ['sum_of_claims', 'vendor_name']);
    }
    const larger = open.find(({ owed }) => owed > size);
    if (larger) return this.#of('pays', [[larger, size]], 70, ['part_of_amount', 'vendor_name']);
    const unnamed = all.filter(({ owed }) => owed === size);
    const [only] = unnamed;
    if (unnamed.length !== 1 || !only) return null;
    return line.reference
      ? this.#of('pays', [[only, size]], 60, ['same_amount', 'reference'])
      : this.#of('pays', [[only, size]], 30, ['same_amount', 'in_time']);
  }

  #takesBack(theirs: Open[], size: bigint): Guess | null {
    const had = ({ each }: Open, kinds: Movement['kind'][]) =>
      each.movements.some((one) => kinds.includes(one.kind) && minor(one.amount.amount) === size) &&
      !each.movements.some((one) => one.kind === 'reversed');
    const waived = theirs.find((one) => had(one, ['waived']));
    if (waived) {
      return this.#of('charged_again', [[waived, size]], 92, ['same_as_waived', 'vendor_name']);
    }
    const paid = theirs.find((one) => had(one, ['received', 'credited']));
    if (!paid) return null;
    return this.#of('takes_back', [[paid, size]], 94, ['same_as_received', 'vendor_name']);
  }

  #afterEnd(named: string[], line: BankLine): Guess | null {
    for (const one of this.#views.home.cases) {
      const found = one.remedies
        .map((each) => this.#views.remedy(one, each))
        .find((view) => view.remedy.deliveredOn && named.includes(view.vendor?.id ?? ''));
      if (!found?.vendor || (found.remedy.deliveredOn ?? '') > line.on) continue;
      const size = { ...line.amount, amount: line.amount.amount.replace('-', '') };
      const part: ProposedPart = {
        dispute: this.#views.named(one),
        vendor: found.vendor,
        claim: null,
        what: found.remedy.what,
        amount: size,
        leaves: size,
        remedy: found.remedy.id,
        remedyStatus: found.status,
        check: found.nextCheck?.id ?? null,
      };
      return {
        kind: 'charged_after_end',
        parts: [part],
        score: 74,
        why: ['after_end', 'vendor_name'],
      };
    }
    return null;
  }

  #of(kind: MatchKind, targets: [Open, bigint][], score: number, why: MatchReason[]): Guess {
    const parts = targets.map(([open, size]) => this.#part(open, size, kind));
    return { kind, parts, score, why };
  }

  #part({ one, each, owed }: Open, size: bigint, kind: MatchKind): ProposedPart {
    const { currency } = each.claim.amount;
    const money = (units: bigint): Money => ({ amount: major(units), currency });
    const found = one.remedies.find((remedy) => remedy.remedy.claim === each.claim.id);
    const view = found ? this.#views.remedy(one, found) : null;
    const holds = view?.status === 'delivered' || view?.status === 'holding';
    const remedy = view && holds === (kind !== 'pays') ? view : null;
    return {
      dispute: this.#views.named(one),
      vendor: this.#views.vendor(each.claim.vendor),
      claim: each.claim.id,
      what: each.claim.reason,
      amount: money(size),
      leaves: money(kind === 'pays' ? owed - size : owed + size),
      remedy: remedy?.remedy.id ?? null,
      remedyStatus: remedy?.status ?? null,
      check: remedy?.nextCheck?.id ?? null,
    };
  }

  /** What the lines of statements seem to mean that nobody has said anything of, the surest first. */
  of(statements: StatementRecord[], isAnswered: (line: string) => boolean): MatchProposal[] {
    const all = statements.flatMap((statement) =>
      statement.lines.flatMap((line, number): MatchProposal[] => {
        const name = lineId(statement.id, number);
        const guess = isAnswered(name) ? null : this.#guess(line);
        if (!guess) return [];
        const account = this.#views.home.bank.accounts.find((one) => one.id === statement.account);
        return [
          {
            ...guess,
            isNamed: guess.why.some((each) => NAMES.includes(each)),
            id: `guess-${name}`,
            line: viewOf(statement, number, []),
            statement: { id: statement.id, name: account?.name ?? statement.fileName },
            togetherWith: [],
          },
        ];
      }),
    );
    return all.map((one) => together(one, all)).sort((a, b) => b.score - a.score);
  }
}

/** Credits that make a claim's sum together know of each other. */
function together(one: MatchProposal, all: MatchProposal[]): MatchProposal {
  const [part] = one.parts;
  if (!one.why.includes('part_of_amount') || !part?.leaves) return one;
  const others = all.filter((other) => other !== one && other.parts[0]?.claim === part.claim);
  const sum = others.reduce((total, other) => total + minor(other.line.amount.amount), 0n);
  if (others.length === 0 || sum !== minor(part.leaves.amount)) return one;
  return {
    ...one,
    why: ['sum_of_credits', 'vendor_name', 'in_time'],
    togetherWith: others.map((other) => other.id),
  };
}
