/** A little of what Rust understands of typing, enough to try forms in the preview. */
import { addDays } from '../../words/dates';
import type { FieldProblem, UnderstoodDay, UnderstoodMoney } from '../types';
import { TODAY } from './record';

const problem = (code: string, text: string): FieldProblem => ({
  field: '',
  code,
  values: { text },
});

export function money(text: string, currency: string | null): UnderstoodMoney {
  const typed = text.trim();
  const sign = /€/.test(typed) ? 'EUR' : /\$/.test(typed) ? 'USD' : /£/.test(typed) ? 'GBP' : null;
  const code = /\b([A-Z]{3})\b/.exec(typed.toUpperCase())?.[1] ?? sign ?? currency;
  if (!code) return { money: null, problem: problem('no_currency', typed) };
  const number = typed.replace(/[^\d.,]/g, '');
  const match = /^(\d[\d.,]*?)(?:[.,](\d{1,2}))?$/.exec(number);
  if (!match) return { money: null, problem: problem('not_an_amount', typed) };
  const whole = (match[1] ?? '').replace(/[.,]/g, '').replace(/^0+(?=\d)/, '');
  const cents = (match[2] ?? '').padEnd(2, '0');
  return { money: { amount: `${whole}.${cents}`, currency: code }, problem: null };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const two = (number: number | string) => String(number).padStart(2, '0');

export function day(text: string): UnderstoodDay {
  const typed = text.trim().toLowerCase();
  const found = wordDay(typed) ?? numberDay(typed);
  return found
    ? { day: found, problem: null }
    : { day: null, problem: problem('not_a_day', typed) };
}

function wordDay(typed: string): string | null {
  const words: Record<string, number> = { today: 0, tomorrow: 1, yesterday: -1, 'next week': 7 };
  const step = words[typed];
  if (step !== undefined) return addDays(TODAY, step);
  const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
  const weekday = days.findIndex((name) => typed.replace(/^next /, '').startsWith(name));
  if (weekday < 0) return null;
  const now = new Date(`${TODAY}T00:00:00Z`).getUTCDay();
  return addDays(TODAY, (weekday - now + 7) % 7 || 7);
}

function numberDay(typed: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(typed)) return typed;
  const named = /^(\d{1,2})\.? ([a-z]{3})[a-z]*(?: (\d{4}))?$/.exec(typed);
  if (named) {
    const month = MONTHS.indexOf(named[2] ?? '') + 1;
    return month > 0 ? `${named[3] ?? '2026'}-${two(month)}-${two(named[1] ?? '')}` : null;
  }
  const slashed = /^(\d{1,2})[/.](\d{1,2})\.?(?:(\d{4}))?$/.exec(typed);
  return slashed
    ? `${slashed[3] ?? '2026'}-${two(slashed[1] ?? '')}-${two(slashed[2] ?? '')}`
    : null;
}

export function time(text: string): string | null {
  const match = /^\s*(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?\s*$/i.exec(text);
  if (!match) return null;
  const pm = match[3]?.toLowerCase() === 'pm';
  const hour = (Number(match[1]) % (match[3] ? 12 : 24)) + (pm ? 12 : 0);
  return `${two(hour)}:${match[2] ?? '00'}`;
}
