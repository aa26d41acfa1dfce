import { describe, expect, it } from 'vitest';
import type { CsvColumn, CsvReading, StatementReading } from '$lib/backend';
import { asksForOrder, assign, dayExample, signsReversed, withSigns } from './columns';

const reading = (over: Partial<CsvReading> = {}): CsvReading => ({
  delimiter: ',',
  skip: 1,
  dayOrder: 'month_first',
  dayOrderSure: false,
  decimalComma: false,
  columns: ['day', 'text', 'amount'],
  remembered: false,
  ...over,
});

const csvFile = (over: Partial<CsvReading> = {}): StatementReading => ({
  format: 'csv',
  encoding: 'UTF-8',
  csv: reading(over),
  days: null,
});

describe('what a column means', () => {
  const cases: [string, CsvColumn[], number, CsvColumn, CsvColumn[]][] = [
    ['one day only', ['day', 'ignore'], 1, 'day', ['ignore', 'day']],
    ['several texts are joined', ['text', 'ignore'], 1, 'text', ['text', 'text']],
    [
      'a sum, or one a direction',
      ['credit', 'debit', 'ignore'],
      2,
      'amount',
      ['ignore', 'ignore', 'amount'],
    ],
    [
      'one a direction, or a sum',
      ['amount', 'side', 'ignore'],
      2,
      'credit',
      ['ignore', 'ignore', 'credit'],
    ],
    ['money in beside money out', ['credit', 'ignore'], 1, 'debit', ['credit', 'debit']],
    [
      'a sum has one sign',
      ['amount', 'ignore'],
      1,
      'amount_reversed',
      ['ignore', 'amount_reversed'],
    ],
    ['a word beside a sum', ['amount', 'ignore'], 1, 'side', ['amount', 'side']],
    ['what is not needed harms nothing', ['day', 'amount'], 0, 'ignore', ['ignore', 'amount']],
  ];
  it.each(cases)('%s', (_, before, index, meaning, after) => {
    expect(assign(before, index, meaning)).toEqual(after);
  });
});

describe('the signs', () => {
  it('are asked for only where one column holds a sum with its sign', () => {
    expect(signsReversed(['day', 'credit', 'debit'])).toBeNull();
    expect(signsReversed(['day', 'amount'])).toBe(false);
    expect(signsReversed(['day', 'amount_reversed'])).toBe(true);
  });

  it('are turned round and back, and nothing else is', () => {
    expect(withSigns(['day', 'amount', 'text'], true)).toEqual(['day', 'amount_reversed', 'text']);
    expect(withSigns(['day', 'amount_reversed'], false)).toEqual(['day', 'amount']);
  });
});

describe('which of day and month comes first', () => {
  const file = (samples: string[], unsure?: string) => ({
    reading: csvFile(),
    columns: [
      { name: 'Date', samples },
      { name: 'Text', samples: ['01/02/2026'] },
      { name: 'Amount', samples: [] },
    ],
    problems:
      unsure === undefined
        ? []
        : [{ isError: false, line: 2, code: 'day_order_unsure', text: unsure }],
  });

  it.each([
    [['03/04/2026'], '03/04/2026', '2026-04-03', '2026-03-04'],
    [['13/04/2026', '3.4.26'], '3.4.26', '2026-04-03', '2026-03-04'],
    [['05-05-2026', '11-12-2026'], '11-12-2026', '2026-12-11', '2026-11-12'],
  ])('is asked with a date of %s that can be two days', (samples, text, first, second) => {
    expect(dayExample(file(samples))).toEqual({
      text,
      days: { day_first: first, month_first: second },
    });
  });

  it('has no example where every date shown is one day either way', () => {
    expect(dayExample(file(['05/05/2026', '2026-03-04', '']))).toBeNull();
  });

  it('is asked with the date that the reader names, where it can be two days', () => {
    expect(dayExample(file(['03/04/2026'], '06/07/2026'))?.text).toBe('06/07/2026');
    expect(dayExample(file(['03/04/2026'], '06/06/2026'))?.text).toBe('03/04/2026');
  });

  it.each([
    ['the file shows it', { dayOrderSure: true }, false],
    ['it was said for this bank before', { remembered: true }, false],
    ['the year comes first', { dayOrder: 'year_first' as const }, false],
    ['no column holds a day yet', { columns: ['text' as const] }, false],
    ['nothing shows it', {}, true],
  ])('is asked or not where %s', (_, over, asks) => {
    expect(asksForOrder(csvFile(over))).toBe(asks);
  });

  it.each([
    ['a form that writes days in one way only', null, false],
    ['QIF that does not show it', { order: 'month_first' as const, sure: false }, true],
    ['QIF that shows it', { order: 'day_first' as const, sure: true }, false],
  ])('is asked or not of %s', (_, days, asks) => {
    expect(asksForOrder({ format: 'qif', encoding: 'UTF-8', csv: null, days })).toBe(asks);
  });
});
