import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayText,
  daysBetween,
  fullDayText,
  minutesText,
  nearText,
  overdueText,
  relativeText,
  sizeText,
  timerText,
  timeText,
} from './dates';
import { ERROR_CODES, errorSentence } from './errors';
import { grouped, isZero, moneyText, share } from './money';
import { FALLBACK, PROBLEMS, problemSentence } from './problems';

const usd = (amount: string) => ({ amount, currency: 'USD' });

describe('money', () => {
  it.each([
    ['0.00', '0.00'],
    ['35.00', '35.00'],
    ['1840.00', '1,840.00'],
    ['999999', '999,999'],
    ['90071992547409.91', '90,071,992,547,409.91'],
    ['1234.567', '1,234.567'],
    ['-340.00', '−340.00'],
    ['not a number', 'not a number'],
  ])('groups %s as %s, digit by digit', (amount, said) => {
    expect(grouped(amount), 'a sum is text from end to end').toBe(said);
  });

  it('keeps the currency on the line of the sum', () => {
    expect(moneyText(usd('1840.00')), 'a space that does not break').toBe('1,840.00\u00a0USD');
  });

  it.each([
    ['0.00', true],
    ['0', true],
    ['0.01', false],
    ['10.00', false],
  ])('knows whether %s is nothing', (amount, nothing) => {
    expect(isZero(usd(amount))).toBe(nothing);
  });

  it.each([
    ['25.00', '100.00', 25],
    ['100.00', '100.00', 100],
    ['150.00', '100.00', 100],
    ['1.00', '0.00', 0],
    ['90071992547409.90', '90071992547409.91', 99],
  ])('draws %s of %s as %i hundredths', (part, whole, hundredths) => {
    expect(share(usd(part), usd(whole)), 'large sums lose nothing').toBe(hundredths);
  });
});

describe('days', () => {
  const today = '2026-06-20';

  it.each([
    ['2026-05-05', 'Tue 5 May'],
    ['2025-12-31', 'Wed 31 Dec 2025'],
    ['2024-02-29', 'Thu 29 Feb 2024'],
    ['2026-03-02T10:15:00-05:00', 'Mon 2 Mar'],
    ['nonsense', 'nonsense'],
  ])('says %s as %s', (day, said) => {
    expect(dayText(day, today), 'the year only where it is another').toBe(said);
  });

  it.each([
    ['2026-06-20', 'today'],
    ['2026-06-21', 'tomorrow'],
    ['2026-06-19', 'yesterday'],
    ['2026-06-23', 'in 3 days'],
    ['2026-06-08', '12 days ago'],
    ['2026-07-25', 'in 5 weeks'],
    ['2026-04-25', '8 weeks ago'],
    ['2026-08-15', 'in 8 weeks'],
    ['2026-04-24', 'Fri 24 Apr'],
    ['2026-08-16', 'Sun 16 Aug'],
    ['2024-10-20', 'Sun 20 Oct 2024'],
  ])('says %s as %s from that day', (day, said) => {
    expect(relativeText(day, today), 'what is far away is a date').toBe(said);
  });

  it('says nothing more of a day that is far away where its date stands already', () => {
    expect(nearText('2026-06-23', today)).toBe('in 3 days');
    expect(nearText('2024-10-20', today)).toBe('');
  });

  it.each([
    ['2026-06-20', ''],
    ['2026-06-21', ''],
    ['2026-06-19', '1 day overdue'],
    ['2026-06-12', '8 days overdue'],
    ['2026-04-25', '56 days overdue'],
    ['2024-10-20', 'long overdue'],
  ])('says how long %s is overdue', (day, said) => {
    expect(overdueText(day, today)).toBe(said);
  });

  it('counts over months, leap days and the change of clocks', () => {
    expect(daysBetween('2024-02-28', '2024-03-01'), 'a leap day').toBe(2);
    expect(daysBetween('2026-03-07', '2026-03-09'), 'a night of 23 hours').toBe(2);
    expect(addDays('2026-12-31', 1), 'over the year').toBe('2027-01-01');
  });

  it('says the rest in full', () => {
    expect(fullDayText('2026-05-05')).toBe('Tuesday, 5 May 2026');
    expect(timeText('2026-03-02T10:15:00-05:00'), 'as it was recorded').toBe('10:15');
    expect(timeText('2026-03-02'), 'a day has no time').toBeNull();
    expect([minutesText(42), minutesText(60), minutesText(65)]).toEqual([
      '42 min',
      '1 h',
      '1 h 5 min',
    ]);
    expect([timerText(7), timerText(247), timerText(3847)]).toEqual(['0:07', '4:07', '1:04:07']);
    expect([sizeText(12), sizeText(812_400), sizeText(3_410_000)]).toEqual([
      '12 bytes',
      '812 KB',
      '3.4 MB',
    ]);
  });
});

describe('errors', () => {
  it.each(ERROR_CODES)('says for %s what happened and what is safe or to do', (code) => {
    const { title, body } = errorSentence({ code, values: {} });
    expect(title, 'a sentence').toMatch(/^[A-Z].*\.$/);
    expect(body.length, 'more than the title').toBeGreaterThan(10);
    expect(`${title} ${body}`, 'no value is left open').not.toMatch(/undefined|null|\{/);
  });

  it('names the path where it is known', () => {
    const { body } = errorSentence({ code: 'store_newer', values: { path: '/home/ana/home.db' } });
    expect(body).toContain('/home/ana/home.db');
  });
});

describe('problems', () => {
  /** Every code that Rust gives, read from where it is named. */
  function codesOf(path: string): string[] {
    const crates = join(import.meta.dirname, '../../../../src-tauri/crates');
    const source = readFileSync(join(crates, path), 'utf8');
    return [...source.matchAll(/Self::\w+(?: \{ \.\. \})? => "([a-z_]+)"/g)].map(
      ([, code]) => code ?? '',
    );
  }
  const codes = [...codesOf('domain/src/typed.rs'), ...codesOf('domain/src/validity/problem.rs')];

  it('finds the codes of Rust', () => {
    expect(codes.length, 'the pattern still fits the source').toBeGreaterThan(25);
  });

  it('has a sentence of its own for every code', () => {
    expect(
      codes.filter((code) => !(code in PROBLEMS)),
      'codes without words',
    ).toEqual([]);
  });

  it.each(Object.keys(PROBLEMS))('says %s as a sentence even without values', (code) => {
    const said = problemSentence({ field: '', code, values: {} });
    expect(said).toMatch(/^[A-Z“].*[.?]$/s);
    expect(said, 'no value is left open').not.toMatch(/undefined|null/);
  });

  it('takes the words of Rust, and else a calm sentence, for a code that is new', () => {
    const said = { said: 'the moon is full' };
    expect(problemSentence({ field: '', code: 'new', values: said })).toBe('The moon is full.');
    expect(problemSentence({ field: '', code: 'new', values: {} })).toBe(FALLBACK);
  });
});
