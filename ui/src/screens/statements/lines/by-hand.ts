/** Saying by hand what a line is for: which claims or remedies of a dispute, and how much for each. */
import type {
  DisputeView,
  MatchAnswer,
  MatchKind,
  MatchPart,
  Money,
  Named,
  RemedyView,
  StatementLineView,
} from '$lib/backend';
import { NO_CHOICE, moneyEntry, type Choice, type MoneyEntry } from '$lib/entries';
import { isZero, left, lesser, moneyText } from '$lib/words/money';
import type { SaidLine } from '../said/answers.svelte';
import { sizeOf } from '../said/sentences';

/** One target as it is typed. */
export type PartEntry = {
  dispute: Choice;
  /** Names a `Target`; empty while nothing is chosen. */
  target: string;
  /** The ids of that target, kept so that the draft is whole without its dispute. */
  claim: string | null;
  remedy: string | null;
  check: string | null;
  /** What the target is called, and whose it is, to say what follows. */
  what: string;
  vendor: Named | null;
  amount: MoneyEntry;
};

export type Fields = { kind: MatchKind; parts: PartEntry[]; learnName: boolean };

/** What a line can be for, within a dispute. */
export type Target = {
  value: string;
  label: string;
  claim: string | null;
  remedy: string | null;
  check: string | null;
  what: string;
  vendor: Named | null;
  /** What is owed on it; null where it moves no claim. */
  owed: Money | null;
};

export const isCredit = (line: StatementLineView) => !line.amount.amount.startsWith('-');

export function blankPart(line: StatementLineView, parts: readonly PartEntry[]): PartEntry {
  const rest = restOf(line, parts);
  const open = rest.amount.startsWith('-') || isZero(rest) ? null : rest;
  return {
    dispute: NO_CHOICE,
    target: '',
    claim: null,
    remedy: null,
    check: null,
    what: '',
    vendor: null,
    amount: moneyEntry(open, line.amount.currency),
  };
}

export function blank(line: StatementLineView): Fields {
  const kind = isCredit(line) ? 'pays' : 'takes_back';
  return { kind, parts: [blankPart(line, [])], learnName: true };
}

/** What of a line was not said for anything before. */
export function unsaid(line: StatementLineView): Money {
  return left(
    sizeOf(line.amount),
    line.matched.map((part) => part.amount),
  );
}

/** What is left of it beside these parts; below zero where they are more than it holds. */
export function restOf(line: StatementLineView, parts: readonly PartEntry[]): Money {
  return left(
    unsaid(line),
    parts.flatMap((part) => part.amount.money ?? []),
  );
}

const over = (view: RemedyView) => view.status === 'reversed' || view.status === 'expired';

/** The remedy that a line on this claim would carry out or take back, where there is just one. */
function remedyOf(view: DisputeView, claim: string, kind: MatchKind): RemedyView | null {
  const wanted = (one: RemedyView) =>
    kind === 'pays'
      ? one.remedy.deliveredOn === null
      : one.status === 'delivered' || one.status === 'holding';
  const found = view.remedies.filter((one) => one.remedy.claim === claim && wanted(one));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** What a line can be for in a dispute, what is still owed first. */
export function targetsOf(view: DisputeView, line: StatementLineView, kind: MatchKind): Target[] {
  const owes = (money: Money) => (isZero(money) ? 'nothing owed now' : `${moneyText(money)} owed`);
  const claims = view.claims
    .filter(({ claim }) => claim.amount.currency === line.amount.currency)
    .map(({ claim, vendor, balance }): Target => {
      const id = claim.id ?? '';
      const remedy = remedyOf(view, id, kind);
      return {
        value: `claim:${id}`,
        label: `${claim.reason} · ${vendor.name}, ${owes(balance.outstanding)}`,
        claim: id,
        remedy: remedy?.remedy.id ?? null,
        check: remedy?.checkDue?.id ?? null,
        what: claim.reason,
        vendor,
        owed: balance.outstanding,
      };
    });
  // Only what was charged can be owed without a claim before it: it makes one.
  const charged = kind === 'charged_again' || kind === 'charged_after_end';
  const remedies = view.remedies
    .filter((one) => charged && one.remedy.claim === null && !over(one))
    .map((one): Target => ({
      value: `remedy:${one.remedy.id ?? ''}`,
      label: one.vendor ? `${one.remedy.what} · ${one.vendor.name}` : one.remedy.what,
      claim: null,
      remedy: one.remedy.id,
      check: one.checkDue?.id ?? null,
      what: one.remedy.what,
      vendor: one.vendor,
      owed: null,
    }));
  const settled = (target: Target) => (target.owed !== null && isZero(target.owed) ? 1 : 0);
  // Money that comes in is for what is owed; what goes out again is from what was settled.
  const rank = (target: Target) => (kind === 'pays' ? settled(target) : 1 - settled(target));
  return [...claims.sort((a, b) => rank(a) - rank(b)), ...remedies];
}

/** The ids of a target, into a part; what of the line it would take where nothing else was typed. */
export function chosen(part: PartEntry, target: Target | undefined, kind: MatchKind): PartEntry {
  const { money } = part.amount;
  const fits = kind === 'pays' && money && target?.owed && !isZero(target.owed);
  const amount = fits ? lesser(money, target.owed ?? money) : money;
  return {
    ...part,
    target: target?.value ?? '',
    claim: target?.claim ?? null,
    remedy: target?.remedy ?? null,
    check: target?.check ?? null,
    what: target?.what ?? '',
    vendor: target?.vendor ?? null,
    amount: moneyEntry(amount, part.amount.currency),
  };
}

/** What is missing before it can be sent, as one sentence; empty where nothing is. */
export function lacks(line: StatementLineView, { parts }: Fields): string {
  if (parts.some((part) => part.dispute.id === null || part.target === ''))
    return 'Please choose the dispute, and what in it this is for.';
  if (parts.some((part) => part.amount.money === null)) return 'How much of it is that?';
  const rest = restOf(line, parts);
  if (rest.amount.startsWith('-'))
    return `That is ${moneyText(sizeOf(rest))} more than the line holds.`;
  return '';
}

/** What is sent. */
export function answerOf(line: StatementLineView, { kind, parts, learnName }: Fields): MatchAnswer {
  return {
    line: line.id,
    kind,
    parts: parts.flatMap(({ dispute, claim, remedy, check, amount }): MatchPart[] =>
      dispute.id === null || amount.money === null
        ? []
        : [{ dispute: dispute.id, claim, remedy, check, amount: amount.money }],
    ),
    learnName,
  };
}

/** What was said, to show what follows from it. */
export function saidOf(line: StatementLineView, { kind, parts }: Fields): SaidLine {
  return {
    line: line.id,
    statement: line.id.split(':')[0] ?? '',
    kind,
    parts: parts.flatMap(({ dispute, vendor, what, remedy, amount }) =>
      dispute.id === null || amount.money === null
        ? []
        : [
            {
              dispute: { id: dispute.id, name: dispute.name },
              vendor,
              what,
              remedy,
              amount: amount.money,
            },
          ],
    ),
  };
}
