/** Balances and statuses of the invented household, near enough to Rust's to look at screens. */
import type {
  Balance,
  Check,
  DisputeState,
  Money,
  Movement,
  PromiseNoun,
  PromiseStatus,
  Remedy,
  RemedyStatus,
  Total,
} from '../types';
import { TODAY, type Case } from './record';

const ZERO = 0n;

export function minor(amount: string): bigint {
  return BigInt(amount.replace('.', ''));
}

export function major(units: bigint): string {
  const text = String(units).padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}

const lessens = (kind: Movement['kind']) => kind !== 'reversed';

/** The balance of claims of one currency, with their movements. */
export function balanceOf(claims: Case['claims'], currency: string): Balance {
  const of = (kind: Movement['kind']) =>
    claims
      .flatMap((one) => one.movements)
      .filter((movement) => movement.kind === kind)
      .reduce((sum, movement) => sum + minor(movement.amount.amount), ZERO);
  const claimed = claims.reduce((sum, one) => sum + minor(one.claim.amount.amount), ZERO);
  const paid = claims
    .flatMap((one) => one.movements)
    .reduce(
      (sum, movement) =>
        lessens(movement.kind)
          ? sum + minor(movement.amount.amount)
          : sum - minor(movement.amount.amount),
      ZERO,
    );
  const left = claimed - paid;
  const money = (units: bigint): Money => ({ amount: major(units), currency });
  return {
    claimed: money(claimed),
    received: money(of('received')),
    credited: money(of('credited')),
    provisionalCredit: money(of('provisional_credit')),
    waived: money(of('waived')),
    writtenOff: money(of('written_off')),
    reversed: money(of('reversed')),
    outstanding: money(left > ZERO ? left : ZERO),
    overpaid: money(left < ZERO ? -left : ZERO),
  };
}

const unique = (texts: string[]) => [...new Set(texts)];

/** Each vendor's balance in each currency of a dispute. */
export function owedIn(one: Case): { vendor: string; balance: Balance }[] {
  return unique(one.claims.map((each) => each.claim.vendor)).flatMap((vendor) => {
    const theirs = one.claims.filter((each) => each.claim.vendor === vendor);
    return unique(theirs.map((each) => each.claim.amount.currency)).map((currency) => ({
      vendor,
      balance: balanceOf(
        theirs.filter((each) => each.claim.amount.currency === currency),
        currency,
      ),
    }));
  });
}

/** Balances summed by currency. */
export function totalsOf(balances: Balance[]): Total[] {
  return unique(balances.map((balance) => balance.outstanding.currency)).map((currency) => {
    const same = balances.filter((balance) => balance.outstanding.currency === currency);
    const sum = (pick: (balance: Balance) => Money): Money => ({
      amount: major(same.reduce((all, balance) => all + minor(pick(balance).amount), ZERO)),
      currency,
    });
    return {
      outstanding: sum((balance) => balance.outstanding),
      overpaid: sum((balance) => balance.overpaid),
    };
  });
}

export function promiseStatus(promise: PromiseNoun): PromiseStatus {
  if (promise.outcome) return promise.outcome;
  return promise.dueOn && promise.dueOn < TODAY ? 'overdue' : 'open';
}

export function remedyStatus(remedy: Remedy, checks: Check[]): RemedyStatus {
  const done = checks
    .filter((check) => check.doneOn && check.result !== 'unclear')
    .sort((a, b) => (a.doneOn ?? '').localeCompare(b.doneOn ?? ''));
  const last = done.at(-1)?.result;
  if (last === 'does_not_hold') return 'reversed';
  if (remedy.deliveredOn && remedy.endsOn && remedy.endsOn < TODAY) return 'expired';
  if (last === 'holds') return 'holding';
  if (remedy.deliveredOn) return 'delivered';
  return remedy.expectedBy && remedy.expectedBy < TODAY ? 'late' : 'promised';
}

export function stateOf(one: Case): DisputeState {
  if (one.dispute.closedOn) return 'closed';
  const owing = totalsOf(owedIn(one).map((each) => each.balance)).some(
    (total) => minor(total.outstanding.amount) > ZERO,
  );
  const waiting =
    one.promises.some((promise) => !promise.outcome) || one.nextSteps.some((step) => !step.doneOn);
  const watched = one.remedies.some((remedy) => remedy.checks.some((check) => !check.doneOn));
  return !owing && !waiting && watched ? 'watching' : 'open';
}
