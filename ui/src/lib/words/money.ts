/** Sums as people read them, from their decimal strings: no number is ever made of them. */
import type { Money } from '../backend/types';

/** `1840.00` as `1,840.00`. Text that is no plain decimal is given back unchanged. */
export function grouped(amount: string): string {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(amount);
  if (!match) return amount;
  const [, sign = '', whole = '', fraction = ''] = match;
  return `${sign === '-' ? '−' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction}`;
}

/** `1,840.00 USD`, with a space that does not break. */
export function moneyText(money: Money): string {
  return `${grouped(money.amount)}\u00a0${money.currency}`;
}

/** Whether a sum is nothing at all, such as `0.00`. */
export function isZero(money: Money): boolean {
  return /^-?0*(\.0*)?$/.test(money.amount);
}

const units = (amount: string) => BigInt(amount.replace(/[^\d-]/g, '') || '0');

/** How many hundredths one sum is of another of the same currency, for drawing: 0 to 100. */
export function share(part: Money, whole: Money): number {
  const all = units(whole.amount);
  if (all <= 0n) return 0;
  const hundredths = (units(part.amount) * 100n) / all;
  return Number(hundredths < 0n ? 0n : hundredths > 100n ? 100n : hundredths);
}

/** What is left of a sum after parts of the same currency; below zero where they are more. */
export function left(whole: Money, parts: readonly Money[]): Money {
  const digits = whole.amount.split('.')[1]?.length ?? 0;
  const rest = parts
    .filter((part) => part.currency === whole.currency)
    .reduce((sum, part) => sum - units(part.amount), units(whole.amount));
  const size = String(rest < 0n ? -rest : rest).padStart(digits + 1, '0');
  const at = size.length - digits;
  const amount = digits === 0 ? size : `${size.slice(0, at)}.${size.slice(at)}`;
  return { ...whole, amount: rest < 0n ? `-${amount}` : amount };
}

/** The smaller of two sums of one currency. */
export function lesser(a: Money, b: Money): Money {
  return units(a.amount) <= units(b.amount) ? a : b;
}
