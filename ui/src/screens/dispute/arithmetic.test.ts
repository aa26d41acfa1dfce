import { describe, expect, it } from 'vitest';
import type { Balance } from '$lib/backend';
import { arithmetic, hasMoved } from './arithmetic';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const NOTHING = '0.00';

function balance(sums: Partial<Record<keyof Balance, string>>): Balance {
  const of = (name: keyof Balance) => usd(sums[name] ?? NOTHING);
  return {
    claimed: of('claimed'),
    received: of('received'),
    credited: of('credited'),
    provisionalCredit: of('provisionalCredit'),
    waived: of('waived'),
    writtenOff: of('writtenOff'),
    reversed: of('reversed'),
    outstanding: of('outstanding'),
    overpaid: of('overpaid'),
  };
}

const lines = (of: Balance) =>
  arithmetic(of).map((line) => `${line.sign} ${line.word} ${line.money.amount}`.trim());

describe('how a sum adds up', () => {
  const CASES: [string, Balance, string[]][] = [
    [
      'a claim that nothing happened to has no lines of nothing',
      balance({ claimed: '35.00', outstanding: '35.00' }),
      ['Claimed 35.00', '= Still owed 35.00'],
    ],
    [
      'what was taken back is added again',
      balance({
        claimed: '1840.00',
        received: '1840.00',
        reversed: '340.00',
        outstanding: '340.00',
      }),
      ['Claimed 1840.00', '− Received 1840.00', '+ Taken back 340.00', '= Still owed 340.00'],
    ],
    [
      'every sort of movement has its own line, in the order of the rule',
      balance({
        claimed: '100.00',
        received: '10.00',
        credited: '20.00',
        provisionalCredit: '30.00',
        waived: '5.00',
        writtenOff: '15.00',
        reversed: '1.00',
        outstanding: '21.00',
      }),
      [
        'Claimed 100.00',
        '− Received 10.00',
        '− Credited 20.00',
        '− Credited for now 30.00',
        '− Waived 5.00',
        '− Given up 15.00',
        '+ Taken back 1.00',
        '= Still owed 21.00',
      ],
    ],
    [
      'below zero it is paid too much, never a negative sum',
      balance({ claimed: '48.00', received: '50.00', overpaid: '2.00' }),
      ['Claimed 48.00', '− Received 50.00', '= Paid too much 2.00'],
    ],
  ];
  it.each(CASES)('%s', (_why, of, expected) => {
    expect(lines(of)).toEqual(expected);
  });

  it('says whether anything happened, so that the sums are offered only then', () => {
    expect(hasMoved(balance({ claimed: '35.00', outstanding: '35.00' }))).toBe(false);
    expect(hasMoved(balance({ claimed: '35.00', waived: '35.00' }))).toBe(true);
  });
});
