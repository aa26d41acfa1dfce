/** How days and sums are written in files, and days in figures that may be of two days. */
import type { DayOrder } from '../backend/types';
import { DAY_ORDERS } from './statements';
import { options } from './vocabulary';

/** A day in figures that may be either of two days. */
export type DayExample = { text: string; days: Record<'day_first' | 'month_first', string> };

const two = (text: string) => text.padStart(2, '0');

/** The first of these texts that may be two days; null where none may. */
export function twoDays(texts: readonly string[]): DayExample | null {
  for (const text of texts) {
    const match = /^\s*(\d{1,2})[./ -]+(\d{1,2})[./ -]+(\d{4}|\d{2})\b/.exec(text);
    if (!match) continue;
    const [, first = '', second = '', year = ''] = match;
    if (Number(first) > 12 || Number(second) > 12 || Number(first) === Number(second)) continue;
    const full = year.length === 2 ? `20${year}` : year;
    return {
      text: text.trim(),
      days: {
        day_first: `${full}-${two(second)}-${two(first)}`,
        month_first: `${full}-${two(first)}-${two(second)}`,
      },
    };
  }
  return null;
}

const ORDER_EXAMPLES: Record<DayOrder, string> = {
  day_first: '31/12/2026',
  month_first: '12/31/2026',
  year_first: '2026-12-31',
};

/** The orders of a day, each with how it looks. */
export const ORDER_OPTIONS = options(DAY_ORDERS).map(({ value, label }) => ({
  value,
  label: `${label}: ${ORDER_EXAMPLES[value]}`,
}));

/** The decimal signs, each with how it looks. */
export const DECIMAL_OPTIONS = [
  { value: 'point', label: 'Point: 1,234.56' },
  { value: 'comma', label: 'Comma: 1.234,56' },
] as const;
