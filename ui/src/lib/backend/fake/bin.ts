/** How the fake backend takes a record out. */
import { BackendError } from '../error';
import type { RecordKind } from '../types';
import type { Household } from './record';

type Noun = { id: string | null };

/** Takes a record out of whichever list holds it; gives a name for the bin. */
export function takenOut(home: Household, kind: RecordKind, what: string): string {
  const lists: Noun[][] = [
    home.members,
    home.vendors,
    home.contacts,
    ...home.cases.flatMap((one): Noun[][] => [
      one.parties,
      one.events,
      one.issues ?? [],
      one.promises,
      one.offers,
      one.rungs,
      one.advocates,
      one.nextSteps,
      one.attachments,
      ...one.claims.map((each) => each.movements),
      ...one.remedies.map((each) => each.checks),
    ]),
  ];
  for (const list of lists) {
    const at = list.findIndex((noun) => noun.id === what);
    if (at < 0) continue;
    const [taken] = list.splice(at, 1);
    return nameOf(taken) ?? kind;
  }
  for (const one of home.cases) {
    one.claims = one.claims.filter((each) => each.claim.id !== what);
    one.remedies = one.remedies.filter((each) => each.remedy.id !== what);
  }
  if (home.bank.said.some(({ line }) => line.startsWith(`${what}:`))) {
    const values = { by: 'statement_match' };
    throw new BackendError({ code: 'still_named', values, problems: [] });
  }
  const statement = home.bank.statements.find((one) => one.id === what);
  home.bank.statements = home.bank.statements.filter((one) => one !== statement);
  if (statement) return statement.fileName;
  const gone = home.cases.find((one) => one.dispute.id === what);
  home.cases = home.cases.filter((one) => one !== gone);
  return gone?.dispute.title ?? kind;
}

function nameOf(noun: unknown): string | null {
  if (typeof noun !== 'object' || noun === null) return null;
  for (const field of ['name', 'title', 'what', 'question', 'terms', 'reason', 'did']) {
    const text = (noun as Record<string, unknown>)[field];
    if (typeof text === 'string') return text;
  }
  return null;
}
