import { describe, expect, it } from 'vitest';
import type { RefundColumn, RefundRow } from '$lib/backend';
import { assign, dayExample, sumExample } from './columns';
import { NOTHING_LEFT, beginnings, outcomeOf } from './rows';

describe('what a column means', () => {
  const cases: [string, RefundColumn[], number, RefundColumn, RefundColumn[]][] = [
    ['one vendor only', ['vendor', 'ignore'], 1, 'vendor', ['ignore', 'vendor']],
    ['remarks are joined', ['notes', 'ignore'], 1, 'notes', ['notes', 'notes']],
    ['what it was for is joined', ['what', 'vendor'], 1, 'what', ['what', 'what']],
    ['leaving out harms nothing', ['ignore', 'amount'], 1, 'ignore', ['ignore', 'ignore']],
  ];
  it.each(cases)('%s', (_, before, index, meaning, after) => {
    expect(assign(before, index, meaning)).toEqual(after);
  });
});

const list = (column: RefundColumn, samples: string[], code = '', text = '') => ({
  columns: [{ name: '', column, samples }],
  problems: code ? [{ isError: false, line: null, column: null, code, text }] : [],
});

describe('what can be read in two ways', () => {
  it('is a day that the reader names, else one of those shown', () => {
    expect(dayExample(list('asked_on', ['03/04/2026'], 'day_order_unsure', '06/07/26'))).toEqual({
      text: '06/07/26',
      days: { day_first: '2026-07-06', month_first: '2026-06-07' },
    });
    expect(dayExample(list('refunded_on', ['13/04/2026', '3.4.2026']))?.text).toBe('3.4.2026');
    expect(dayExample(list('notes', ['03/04/2026'])), 'no column of days').toBeNull();
    expect(dayExample(list('asked_on', ['04/04/2026'])), 'one day either way').toBeNull();
  });

  it.each([
    ['1,250', '1,250.00', '1.250'],
    ['$1.250', '1.250', '1,250.00'],
    ['12,500 EUR', '12,500.00', '12.500'],
  ])('is the sum %s', (text, point, comma) => {
    expect(sumExample(list('amount', [text]))).toEqual({ text, point, comma });
  });

  it.each(['1,250.00', '12,50', '1250', '0,125', '1,250,000', ''])('is not the sum %s', (text) => {
    expect(sumExample(list('amount', [text]))).toBeNull();
  });
});

describe('what becomes of a row', () => {
  const row = (line: number, over: Partial<RefundRow> = {}): RefundRow => ({
    line,
    standing: 'fresh',
    vendor: 'Lumen Fiber',
    vendorKnown: false,
    what: '',
    amount: null,
    askedOn: null,
    state: 'open',
    stateText: '',
    reference: null,
    refunded: null,
    refundedOn: null,
    contact: null,
    notes: null,
    joinedWith: null,
    dispute: null,
    problems: [],
    ...over,
  });
  const dispute = { id: 'd', name: 'Two bills' };
  const of = (rows: RefundRow[], out: number[] = []) => {
    const left = new Set(out);
    const begun = beginnings(rows, left);
    return rows.map((one) => outcomeOf(one, begun, left));
  };

  it('a dispute begins, or it is the same as that of a row above', () => {
    expect(of([row(2), row(3, { joinedWith: 2 }), row(4)])).toEqual([
      { is: 'begins' },
      { is: 'joins', line: 2 },
      { is: 'begins' },
    ]);
  });

  it('the next row begins the dispute where the first is left out', () => {
    expect(of([row(2), row(3, { joinedWith: 2 }), row(4, { joinedWith: 2 })], [2])).toEqual([
      { is: 'out' },
      { is: 'begins' },
      { is: 'joins', line: 3 },
    ]);
  });

  it('it is added to what the record has, or is there already', () => {
    expect(
      of([
        row(2, { dispute }),
        row(3, { standing: 'more', dispute }),
        row(4, { standing: 'known', dispute }),
        row(5, { standing: 'unreadable' }),
        row(6, { standing: 'total' }),
      ]),
    ).toEqual([
      { is: 'added', to: dispute },
      { is: 'more', to: dispute },
      { is: 'known', in: dispute },
      { is: 'unreadable' },
      { is: 'total' },
    ]);
  });

  it('only rows of their own begin disputes', () => {
    const rows = [row(2), row(3, { dispute }), row(4, { standing: 'unreadable' })];
    expect([...beginnings(rows, NOTHING_LEFT).values()]).toEqual([2]);
  });
});
