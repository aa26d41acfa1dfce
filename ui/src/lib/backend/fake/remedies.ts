/** Remedies of the invented household, near enough to Rust's to look at screens. */
import { addDays } from '../../words/dates';
import type {
  Check,
  CheckAnswer,
  CheckPlan,
  PlanQuery,
  PlannedLook,
  Remedy,
  RemedyAlong,
  RemedyBoard,
  RemedyKind,
  RemedyStage,
  RemedyView,
} from '../types';
import { TODAY, id, type Case } from './record';
import { major, minor, remedyStatus } from './rules';
import type { Views } from './views';
import { failure } from './keeping';
import type { Writes } from './writes';

const LOOKS: Record<RemedyKind, number[]> = {
  refund: [30, 60],
  credit: [30, 60],
  voucher: [30, 60],
  waiver: [30, 61, 91, 122, 152, 183],
  replacement: [30, 180],
  repair: [30, 180],
  policy_exception: [],
  apology: [],
  other: [30, 60],
};

export function checkPlan(query: PlanQuery): CheckPlan {
  const from = query.deliveredOn ?? query.expectedBy ?? query.agreedOn ?? TODAY;
  const days = LOOKS[query.kind].map((days) => addDays(from, days));
  const { endsOn } = query;
  const kept = days.filter((day) => endsOn === null || day < endsOn);
  const looks = endsOn !== null && endsOn > from ? [...kept, endsOn] : days;
  return { looks, beforeUse: query.kind === 'policy_exception' };
}

function stagesOf(remedy: Remedy, checks: Check[]): RemedyStage[] {
  const stages: RemedyStage[] = [{ kind: 'granted', on: remedy.agreedOn }];
  if (remedy.deliveredOn) stages.push({ kind: 'delivered', on: remedy.deliveredOn });
  for (const check of checks) {
    if (check.doneOn === null || check.result === 'unclear') continue;
    const kind = check.result === 'holds' ? 'held' : 'reversed';
    if (stages.at(-1)?.kind === kind) stages.pop();
    stages.push({ kind, on: check.doneOn });
  }
  if (remedy.satisfiedOn) stages.push({ kind: 'satisfied', on: remedy.satisfiedOn });
  return stages;
}

export function remedyView(views: Views, one: Case, each: Case['remedies'][number]): RemedyView {
  const { remedy, checks } = each;
  const status = remedyStatus(remedy, checks);
  const open = checks
    .filter((check) => !check.doneOn)
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  const claim = one.claims.find(({ claim }) => claim.id === remedy.claim)?.claim;
  const over = status === 'reversed' || status === 'expired';
  const closed = one.dispute.closedOn !== null;
  return {
    remedy,
    status,
    by: views.person(remedy.by),
    vendor: views.vendorOrNone(remedy.vendor ?? claim?.vendor ?? null, remedy.by),
    checks,
    checkDue: over || closed ? null : (open.find((check) => check.dueOn <= TODAY) ?? null),
    nextCheck: over ? null : (open[0] ?? null),
    worth: claim?.amount ?? null,
    dispute: views.named(one),
    inClosedDispute: closed,
    stages: stagesOf(remedy, checks),
    heldSince: status === 'holding' ? (remedy.deliveredOn ?? remedy.agreedOn) : null,
    asksWhetherSatisfied:
      status === 'holding' &&
      open.length === 0 &&
      !closed &&
      remedy.satisfiedOn === null &&
      remedy.kind !== 'policy_exception',
    furtherLook: addDays(TODAY, 92),
  };
}

export function remedyBoard(views: Views): RemedyBoard {
  const remedies = views.home.cases.flatMap((one) =>
    one.remedies.map((each) => remedyView(views, one, each)),
  );
  const named = (wanted: RemedyView[]) => wanted.map((view) => id(view.remedy));
  const uncertain = remedies.filter(
    (view) => ['promised', 'late', 'delivered'].includes(view.status) || view.nextCheck !== null,
  );
  const sums = new Map<string, bigint>();
  for (const { worth } of uncertain) {
    if (!worth) continue;
    sums.set(worth.currency, (sums.get(worth.currency) ?? 0n) + minor(worth.amount));
  }
  return {
    remedies,
    due: named(remedies.filter((view) => view.checkDue !== null)),
    reversed: named(remedies.filter((view) => view.status === 'reversed')),
    heldLongest: named(
      remedies
        .filter((view) => view.heldSince !== null)
        .sort((a, b) => (a.heldSince ?? '').localeCompare(b.heldSince ?? ''))
        .slice(0, 3),
    ),
    atRisk: [...sums].map(([currency, units]) => ({ amount: major(units), currency })),
  };
}

function plannedAnew(writes: Writes, checks: Check[], looks: PlannedLook[]): Check[] {
  const done = checks.filter((check) => check.doneOn !== null);
  const open = looks.map((look): Check => ({
    id: look.id ?? writes.fresh(),
    dueOn: look.on,
    doneOn: null,
    result: null,
    note: null,
  }));
  return [...done, ...open];
}

/** Saves a remedy with what comes along; gives its id. */
export function savedRemedy(
  writes: Writes,
  dispute: string,
  remedy: Remedy,
  { looks, step, accepts }: RemedyAlong,
): string {
  const one = writes.case(dispute);
  if (accepts) {
    const offer = one.offers.find((each) => each.id === accepts.offer);
    if (!offer) throw failure('not_found');
    writes.put(one.offers, { ...offer, answer: 'accepted', answeredOn: accepts.on });
  }
  if (step) writes.put(one.nextSteps, step);
  const kept = { ...remedy, id: remedy.id ?? writes.fresh() };
  const known = one.remedies.find((each) => each.remedy.id === kept.id);
  const checks = looks ? plannedAnew(writes, known?.checks ?? [], looks) : (known?.checks ?? []);
  if (known) Object.assign(known, { remedy: kept, checks });
  else one.remedies.push({ remedy: kept, checks });
  return kept.id;
}

/** Answers “does it still hold?”; gives the remedy's id. */
export function answered(writes: Writes, answer: CheckAnswer): string {
  const one = writes.case(answer.dispute);
  const found = one.remedies.find(({ remedy }) => remedy.id === answer.remedy);
  if (!found) throw failure('not_found');
  const { checks, remedy } = found;
  const { result, on, note, takenBack } = answer;
  const planned = checks.find((check) => check.id === answer.check);
  if (planned) Object.assign(planned, { doneOn: on, result, note });
  else writes.put(checks, { id: null, dueOn: on, doneOn: on, result, note });
  if (result === 'does_not_hold') {
    one.dispute = { ...one.dispute, closedOn: null, closedAs: null };
  } else if (answer.nextOn && checks.every((check) => check.doneOn !== null)) {
    const next = { dueOn: answer.nextOn, doneOn: null, result: null, note: null };
    writes.put(checks, { id: null, ...next });
  }
  const claim = one.claims.find((each) => each.claim.id === remedy.claim);
  if (takenBack && claim) {
    const back = { kind: 'reversed', amount: takenBack, on, reference: null } as const;
    writes.put(claim.movements, { id: null, ...back, remedy: remedy.id });
  }
  return answer.remedy;
}
