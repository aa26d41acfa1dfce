/**
 * What stands in a field that understands typing: the text as typed (which drafts keep) and what it
 * was understood as (which is saved).
 */
import type { Money } from './backend';

export type MoneyEntry = { text: string; currency: string; money: Money | null };
export type DayEntry = { text: string; day: string | null };
export type TimeEntry = { text: string; time: string | null };

/** A sum as a field begins with it. `currency` is proposed where there is no sum yet. */
export function moneyEntry(money: Money | null, currency: string): MoneyEntry {
  return money
    ? { text: money.amount, currency: money.currency, money }
    : { text: '', currency, money: null };
}

/** A day as a field begins with it. */
export function dayEntry(day: string | null): DayEntry {
  return { text: day ?? '', day };
}

/** A time as a field begins with it. */
export function timeEntry(time: string | null): TimeEntry {
  return { text: time ?? '', time };
}

/** Text as an optional field is saved: nothing but blanks is nothing. */
export function optional(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}

/** A whole number of minutes as typed, or null. */
export function wholeNumber(text: string): number | null {
  return /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : null;
}

/** A vendor or person as chosen: a known one, or a new one by the name that was typed. */
export type Choice = { id: string | null; name: string };

export const NO_CHOICE: Choice = { id: null, name: '' };
