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
