/** The questions of the fake backend: as in Rust, what no possible finding depends on is not asked. */
import type { FoundClaim, Role, WrongedAnswer, WrongedBoard, WrongedFinding } from '../types';
import { id, type Case, type Household } from './record';
import { PROBLEMS, type Asked, type Table, type Told } from './wronged-data';

/** What was answered in one dispute, by problem and question. */
export type Answered = {
  problem: string | null;
  of: Record<string, Record<string, WrongedAnswer>>;
};

/** The word that a condition looks for. */
function word(answer: WrongedAnswer | undefined): string | undefined {
  return answer?.kind === 'chosen' ? answer.option : answer?.kind;
}

const depends = (told: Told, { key }: Asked) =>
  key in told.when ||
  [told.owed?.sum, told.owed?.since, ...told.clocks.map((one) => one.from)].includes(key);

function asked(of: Table, answers: Record<string, WrongedAnswer>): Asked[] {
  let possible = of.findings;
  return of.questions.filter((question) => {
    if (!possible.some((told) => depends(told, question))) return false;
    const said = word(answers[question.key]);
    if (said) possible = possible.filter((told) => told.when[question.key]?.includes(said) ?? true);
    return true;
  });
}

function found(home: Household, one: Case, of: Told, answers: Record<string, WrongedAnswer>) {
  const { owed, whom } = of;
  const sum = owed ? answers[owed.sum] : undefined;
  const dayOf = (key: string | undefined) => {
    const answer = key === undefined ? undefined : answers[key];
    return answer?.kind === 'day' ? answer.day : null;
  };
  const vendors = one.parties.flatMap((party) => {
    const vendor = home.vendors.find((each) => id(each) === party.vendor);
    const fits = vendor && (whom.kind === null || vendor.kind === whom.kind);
    return fits ? [{ vendor, there: party.roles.includes(whom.role) }] : [];
  });
  const meant = vendors.find((each) => each.there) ?? (whom.kind ? vendors[0] : undefined);
  const named = meant ? { id: id(meant.vendor), name: meant.vendor.name } : null;
  const claim = one.claims.find((each) => each.claim.reason === owed?.reason)?.claim;
  const finding: WrongedFinding = {
    key: of.key,
    words: of.words,
    jurisdiction: of.jurisdiction,
    owed: owed && {
      kind: owed.kind,
      reason: owed.reason,
      amount: sum?.kind === 'sum' ? sum.sum : null,
      since: dayOf(owed.since),
      claim: claim?.id ?? null,
    },
    whom: { ...whom, kind: whom.kind ?? 'other', vendor: named, there: meant?.there ?? false },
    clocks: of.clocks.map(({ from, ...clock }) => {
      const kept = home.clocks?.find(
        (each) => each.dispute === id(one.dispute) && each.form.rule === clock.rule,
      );
      const said = kept ? (kept.form.applies ? 'running' : 'does_not_apply') : null;
      return { ...clock, triggerOn: kept?.form.triggerOn ?? dayOf(from), vendor: named, said };
    }),
    issue: null,
    source: of.source,
  };
  return finding;
}

/** The part that the vendor of a finding plays. */
export function roleOf(made: FoundClaim): Role | undefined {
  const problem = PROBLEMS.find((one) => one.key === made.problem);
  return problem?.findings.find((one) => one.key === made.finding)?.whom.role;
}

export function wrongedBoard(
  home: Household,
  one: Case,
  kept: Answered,
  issues: ReadonlyMap<string, string>,
): WrongedBoard {
  const problem = PROBLEMS.find((each) => each.key === kept.problem);
  const answers = (problem && kept.of[problem.key]) ?? {};
  const questions = problem
    ? asked(problem, answers).map((each) => ({ ...each, answer: answers[each.key] ?? null }))
    : [];
  const counted = new Map(questions.map((each) => [each.key, word(each.answer ?? undefined)]));
  const follows = (told: Told) =>
    Object.entries(told.when).every(([key, words]) => words.includes(counted.get(key) ?? ''));
  const here = (told: Told) => told.jurisdiction === '*' || home.region !== 'GB';
  return {
    problems: PROBLEMS.map(({ key, title }) => ({
      key,
      title,
      begun: Object.keys(kept.of[key] ?? {}).length > 0,
    })),
    problem: problem?.key ?? null,
    questions,
    next: questions.find((each) => each.answer === null)?.key ?? null,
    findings: (problem?.findings ?? [])
      .filter((told) => follows(told) && here(told))
      .map((told) => {
        const issue = issues.get(`${id(one.dispute)}:${problem?.key}:${told.key}`);
        const known = one.issues?.some((each) => each.id === issue);
        return { ...found(home, one, told, answers), issue: (known && issue) || null };
      }),
    home: home.region ?? null,
  };
}
