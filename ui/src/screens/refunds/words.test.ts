import { describe, expect, it } from 'vitest';
import type { RefundListPreview, RefundListTaken, RefundRowCount } from '$lib/backend';
import { becomes, bringText, howRead, restText, takenSentence, understood } from './words';

const counts = (over: Partial<RefundRowCount> = {}): RefundRowCount => ({
  all: 14,
  fresh: 14,
  more: 0,
  known: 0,
  unreadable: 0,
  totals: 0,
  ...over,
});
const sum = (claimed: string, refunded: string, currency = 'USD') => ({
  claimed: { amount: claimed, currency },
  refunded: { amount: refunded, currency },
});
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('what was understood', () => {
  const said = (over: Partial<RefundListPreview>) =>
    plain(
      understood({
        count: counts(),
        states: [
          { state: 'open', rows: 9 },
          { state: 'refunded', rows: 5 },
        ],
        sums: [sum('1840.00', '612.40')],
        ...over,
      } as RefundListPreview),
    );

  it('is one sentence with how they stand and the sums', () => {
    expect(said({})).toBe(
      '14 rows: 9 open, 5 refunded; 1,840.00 USD asked for, 612.40 USD came back.',
    );
  });

  it('keeps currencies apart, and says nothing of sums that are nothing', () => {
    expect(said({ sums: [sum('1840.00', '0.00'), sum('89.00', '89.00', 'EUR')] })).toContain(
      '1,840.00 USD and 89.00 EUR asked for, 89.00 EUR came back.',
    );
    expect(said({ sums: [sum('10.00', '0.00')] })).toContain('asked for, nothing back yet.');
    expect(said({ sums: [] })).toBe('14 rows: 9 open, 5 refunded.');
  });

  it('counts what cannot be read, and not what only sums up', () => {
    const count = counts({ all: 2, fresh: 0, unreadable: 1, totals: 1 });
    expect(said({ count, states: [], sums: [] })).toBe('1 row: 1 that cannot be read yet.');
  });
});

describe('what becomes of the rows', () => {
  it.each([
    [counts(), 11, 0, 'This makes 11 disputes.'],
    [counts({ known: 1 }), 1, 0, 'This makes 1 dispute. 1 row is here already.'],
    [counts({ known: 2 }), 0, 1, '2 rows are here already. 1 row is left out by you.'],
    [
      counts({ unreadable: 3, totals: 1 }),
      0,
      0,
      '3 rows are left out until mended. 1 row only sums up the others.',
    ],
    [counts({ totals: 2 }), 0, 0, '2 rows only sum up the others.'],
  ])('is said in short sentences', (count, disputes, out, sentences) => {
    expect(becomes({ count, disputes }, out).join(' ')).toBe(sentences);
  });

  it('is said on the button', () => {
    expect([bringText(0), bringText(1), bringText(14)]).toEqual([
      'Bring them in',
      'Bring in 1 row',
      'Bring in 14 rows',
    ]);
  });

  it('is said of the rest that is not shown', () => {
    expect(restText(200, 57)).toContain('The other 57 are');
    expect(restText(200, 1)).toContain('The other one is');
  });
});

describe('how it was read', () => {
  it('is one sentence, with the currency only where there is one', () => {
    const reading = {
      delimiter: ';',
      skip: 1,
      encoding: 'UTF-8',
      dayOrder: 'day_first' as const,
      dayOrderSure: true,
      decimalComma: true,
      decimalSure: true,
      currency: null,
      remembered: false,
    };
    const begins = 'Read in UTF-8: semicolon between columns, a decimal comma, ';
    expect(howRead(reading)).toBe(`${begins}days as day, month, year.`);
    expect(howRead({ ...reading, currency: 'EUR' })).toBe(
      `${begins}EUR where no currency is named, days as day, month, year.`,
    );
  });
});

describe('what was made', () => {
  const nothing: Omit<RefundListTaken, 'done'> = {
    disputes: 0,
    addedTo: 0,
    claims: 0,
    remedies: 0,
    vendors: 0,
    people: 0,
    known: 0,
    leftOut: 0,
  };
  it.each([
    [
      { disputes: 11, claims: 12, remedies: 4, vendors: 9, people: 2 },
      '11 disputes were begun: 12 sums asked for, 4 refunds to check, 9 new vendors, 2 new people.',
    ],
    [
      { disputes: 1, addedTo: 1, claims: 1, leftOut: 1 },
      '1 dispute was begun and 1 dispute more got something new: 1 sum asked for. 1 row was left out.',
    ],
    [{ addedTo: 2, remedies: 2 }, '2 disputes got something new: 2 refunds to check.'],
    [{}, 'Nothing new was found.'],
  ])('is one sentence for %o', (over, sentence) => {
    const done = { action: 'a', id: null, warnings: [] };
    expect(takenSentence({ ...nothing, ...over, done })).toBe(sentence);
  });
});
