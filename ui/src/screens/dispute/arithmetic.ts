/** How what is owed adds up, line by line, as the rules of the record count it. */
import type { Balance, Money } from '$lib/backend';
import { isZero } from '$lib/words/money';

export type ArithmeticLine = { sign: '' | '−' | '+' | '='; word: string; money: Money };

/**
 * The lines of a balance: claimed, what lessens it, what was taken back, and what is left. Lines of
 * nothing are left out, except the first and the last. All sums come from the record; none is made here.
 */
export function arithmetic(balance: Balance): ArithmeticLine[] {
  const less: [string, Money][] = [
    ['Received', balance.received],
    ['Credited', balance.credited],
    ['Credited for now', balance.provisionalCredit],
    ['Waived', balance.waived],
    ['Given up', balance.writtenOff],
  ];
  const lines: ArithmeticLine[] = [{ sign: '', word: 'Claimed', money: balance.claimed }];
  for (const [word, money] of less) {
    if (!isZero(money)) lines.push({ sign: '−', word, money });
  }
  if (!isZero(balance.reversed)) {
    lines.push({ sign: '+', word: 'Taken back', money: balance.reversed });
  }
  const left: ArithmeticLine = isZero(balance.overpaid)
    ? { sign: '=', word: 'Still owed', money: balance.outstanding }
    : { sign: '=', word: 'Paid too much', money: balance.overpaid };
  return [...lines, left];
}

/** Whether anything happened to the sum, so that the arithmetic says more than the sum itself. */
export function hasMoved(balance: Balance): boolean {
  return arithmetic(balance).length > 2;
}
