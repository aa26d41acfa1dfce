/** Two problems of “Were we wronged?” for the invented household: a payment that came back, a fee. */
import type {
  OwedKind,
  Role,
  VendorKind,
  WrongedClock,
  WrongedQuestion,
  WrongedSource,
} from '../types';

export type Asked = Omit<WrongedQuestion, 'answer'>;
export type Told = {
  key: string;
  words: string;
  jurisdiction: string;
  /** The answers that it needs: the words or option keys that will do, by question. */
  when: Record<string, string[]>;
  owed: { kind: OwedKind; reason: string; sum: string; since: string } | null;
  whom: { words: string; kind: VendorKind | null; role: Role };
  clocks: (Omit<WrongedClock, 'triggerOn' | 'vendor' | 'said'> & { from: string })[];
  source: WrongedSource | null;
};
export type Table = { key: string; title: string; questions: Asked[]; findings: Told[] };

const plain = (key: string, kind: Asked['kind'], words: string, why: string): Asked => ({
  key,
  kind,
  words,
  why,
  options: [],
});

const RETURNED: Table = {
  key: 'returned_payment',
  title: 'A payment came back',
  questions: [
    {
      ...plain('why', 'one_of', 'Why did it come back?', 'Whoever caused it may bear its cost.'),
      options: [
        { key: 'vendor', words: 'They refused it, or had changed their account' },
        { key: 'bank', words: 'A bank made a mistake' },
        { key: 'low', words: 'There was too little in the account' },
      ],
    },
    plain('late_money', 'yes_no', 'Had money owed to you not come?', 'Then another may bear it.'),
    plain('fee', 'sum', 'What did your bank charge for it?', 'The fee may be asked back.'),
    plain('returned_on', 'day', 'On which day did it come back?', 'It may be owed since then.'),
    plain('told_on', 'day', 'On which day did you tell the bank?', 'Its time counts from then.'),
  ],
  findings: [
    {
      key: 'bank_fee',
      words: 'The return was not of your making. May the bank give its fee back?',
      jurisdiction: '*',
      when: { why: ['vendor', 'bank', 'unsure'] },
      owed: {
        kind: 'fee',
        reason: 'The bank’s fee for the returned payment',
        sum: 'fee',
        since: 'returned_on',
      },
      whom: {
        words: 'the bank that returned the payment',
        kind: 'bank',
        role: 'holds_the_money',
      },
      clocks: [],
      source: null,
    },
    {
      key: 'late_money',
      words: 'Money that was owed to you had not come. May the one who was late bear that cost?',
      jurisdiction: '*',
      when: { why: ['low'], late_money: ['yes', 'unsure'] },
      owed: {
        kind: 'costs',
        reason: 'What their delay cost at the bank',
        sum: 'fee',
        since: 'returned_on',
      },
      whom: { words: 'the one whose payment was late', kind: null, role: 'caused_it' },
      clocks: [],
      source: null,
    },
    {
      key: 'us_error',
      words: 'May this be an error that the bank has to look into within days of being told?',
      jurisdiction: 'US',
      when: { why: ['bank', 'unsure'] },
      owed: null,
      whom: { words: 'the bank', kind: 'bank', role: 'must_remedy' },
      clocks: [
        {
          rule: 'us_transfer_error_decision',
          name: 'The bank decides on a transfer error',
          trigger: 'the bank received the notice',
          holder: 'vendor',
          from: 'told_on',
          lastDay: '2026-06-29',
          closed: false,
          source: '12 CFR 1005.11(c)(1)',
        },
      ],
      source: { text: '12 CFR 1005.11', confidence: 'A', checkedOn: '2026-11-22' },
    },
  ],
};

const FEE: Table = {
  key: 'fee',
  title: 'A fee that we did not expect',
  questions: [
    plain('told', 'yes_no', 'Were you told of it before it was charged?', 'Then it was agreed.'),
    plain('sum', 'sum', 'How much is it?', 'It can be asked back in one sentence.'),
    plain('charged_on', 'day', 'On which day was it charged?', 'It may be owed since then.'),
  ],
  findings: [
    {
      key: 'give_back',
      words: 'It may be worth asking them to give it back, or once as a courtesy.',
      jurisdiction: '*',
      when: { told: ['no', 'unsure'] },
      owed: { kind: 'fee', reason: 'The fee', sum: 'sum', since: 'charged_on' },
      whom: { words: 'the one who charged it', kind: null, role: 'holds_the_money' },
      clocks: [],
      source: null,
    },
  ],
};

export const PROBLEMS: Table[] = [FEE, RETURNED];
