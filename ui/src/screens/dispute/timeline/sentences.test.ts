import { describe, expect, it } from 'vitest';
import type { Channel, Direction, EventNoun, Person, TimelineWhat } from '$lib/backend';
import { about, byDay } from './groups';
import { quickEvent, QUICK_WAYS } from './quick';
import { eventLine, eventMeta, plain, tell } from './sentences';

const TODAY = '2026-06-20';
const bank = { id: 'v1', name: 'Northbank Trust' };
const dana: Person = { id: 'c1', name: 'Dana Ruiz', job: null, vendor: bank };
const marcus: Person = { id: 'c2', name: 'Marcus Bell', job: 'Manager', vendor: bank };
const lea: Person = { id: 'c3', name: 'Léa Brönnimann', job: null, vendor: bank };
const sum = { amount: '1840.00', currency: 'USD' };
const MONEY = '1,840.00\u00a0USD';

function event(channel: Channel, direction: Direction, more: Partial<EventNoun> = {}): EventNoun {
  return {
    id: 'e1',
    dispute: 'd1',
    at: '2026-03-02',
    precision: 'exact',
    channel,
    direction,
    vendor: null,
    contacts: [],
    answered: null,
    waitedMinutes: null,
    minutes: null,
    facts: [],
    note: null,
    ...more,
  };
}

describe('who reached whom', () => {
  const CASES: [Channel, Direction, Person[], boolean, string][] = [
    ['phone', 'out', [dana], true, 'We called Dana Ruiz of Northbank Trust'],
    ['phone', 'in', [dana, marcus], true, 'Dana Ruiz and Marcus Bell of Northbank Trust called us'],
    ['phone', 'out', [], true, 'We called Northbank Trust'],
    ['phone', 'out', [], false, 'We made a call'],
    ['email', 'in', [dana], false, 'Dana Ruiz of Northbank Trust sent us an e-mail'],
    ['letter', 'out', [], true, 'We wrote a letter to Northbank Trust'],
    ['statement', 'in', [], false, 'A statement came'],
    ['statement', 'in', [], true, 'A statement of Northbank Trust came'],
    ['visit', 'out', [], true, 'We went to see Northbank Trust'],
    ['other', 'internal', [], false, 'A note of ours'],
    ['other', 'internal', [], true, 'A note of ours on Northbank Trust'],
    [
      'chat',
      'out',
      [dana, marcus, lea],
      true,
      'We chatted with Dana Ruiz, Marcus Bell and Léa Brönnimann of Northbank Trust',
    ],
  ];
  it.each(CASES)('%s, %s, with %j', (channel, direction, people, vendor, sentence) => {
    const line = eventLine(event(channel, direction), people, vendor ? bank : null);
    expect(plain(line)).toBe(sentence);
  });

  it('has a sentence for every channel and direction, with and without a name', () => {
    const channels: Channel[] = [
      ...['phone', 'email', 'letter', 'web_form', 'chat', 'social', 'visit', 'statement'],
      'other',
    ] as Channel[];
    for (const channel of channels) {
      for (const direction of ['in', 'out', 'internal'] as Direction[]) {
        const named = plain(eventLine(event(channel, direction), [], bank));
        expect(named, `${channel} ${direction} names the vendor`).toContain('Northbank Trust');
        const alone = plain(eventLine(event(channel, direction), [], null));
        expect(alone, `${channel} ${direction} leaves no gap`).not.toMatch(
          /\{|undefined| {2}|^ | $/,
        );
      }
    }
  });

  it('keeps people and vendors as links, not as letters', () => {
    const line = eventLine(event('phone', 'out'), [dana], bank);
    expect(line).toContainEqual({ person: dana });
    expect(line).toContainEqual({ vendor: bank });
  });

  it('says how it went, and nothing of what was not noted', () => {
    expect(eventMeta(event('phone', 'out'))).toEqual([]);
    expect(
      eventMeta(event('phone', 'out', { answered: false, waitedMinutes: 31, precision: 'about' })),
    ).toEqual(['about this time', 'nobody answered', 'waited 31 min']);
  });
});

describe('what else happened', () => {
  const promise = {
    id: 'p1',
    by: 'c1',
    vendor: null,
    madeOn: '2026-03-02',
    what: 'Her manager will call back',
    dueOn: '2026-03-04',
    outcome: null,
    outcomeOn: null,
  };
  const CASES: [TimelineWhat, string, string | null, string[]][] = [
    [{ kind: 'opened', title: 'T' }, 'The dispute began', null, []],
    [
      { kind: 'closed', how: 'accepted_less' },
      'The dispute was closed; we accepted less',
      null,
      [],
    ],
    [
      { kind: 'claim_arose', id: '1', reason: 'The fee', amount: sum, vendor: bank },
      `Northbank Trust owes us ${MONEY}`,
      'The fee',
      [],
    ],
    [
      { kind: 'promised', promise, by: dana, vendor: bank },
      'Dana Ruiz of Northbank Trust promised',
      promise.what,
      ['due Wed 4 Mar'],
    ],
    [
      { kind: 'promise_ended', id: 'p1', what: promise.what, outcome: 'broken', by: null },
      'They did not keep the promise',
      promise.what,
      [],
    ],
    [
      { kind: 'offered', id: 'o', terms: 'A voucher', amount: sum, by: null, vendor: bank },
      `Northbank Trust made an offer of ${MONEY}`,
      'A voucher',
      [],
    ],
    [
      { kind: 'offer_answered', id: 'o', terms: 'A voucher', answer: 'declined' },
      'We declined the offer',
      'A voucher',
      [],
    ],
    [
      { kind: 'climbed', id: 'r', reason: 'She may not', contact: marcus, vendor: bank },
      'We went up to Marcus Bell of Northbank Trust',
      'She may not',
      [],
    ],
    [{ kind: 'helped', id: 'a', contact: dana, did: 'Asked' }, 'Dana Ruiz helped us', 'Asked', []],
    [{ kind: 'thanked', id: 'a', contact: dana }, 'We thanked Dana Ruiz', null, []],
    [
      {
        kind: 'agreed',
        id: 'm',
        what: 'No fee',
        scope: 'The fee of May',
        caveat: 'Twice',
        by: marcus,
        vendor: bank,
      },
      'Marcus Bell of Northbank Trust agreed',
      'No fee',
      ['Covers: The fee of May', 'Depends on: Twice'],
    ],
    [{ kind: 'delivered', id: 'm', what: 'No fee' }, 'What was agreed was done', 'No fee', []],
    [
      { kind: 'checked', id: 'm', what: 'No fee', result: 'does_not_hold', note: 'Gone' },
      'We looked: it no longer holds',
      'No fee',
      ['Gone'],
    ],
    [{ kind: 'step_done', id: 's', what: 'Call' }, 'We did what we had planned', 'Call', []],
  ];
  it.each(CASES)('%j', (what, line, under, meta) => {
    const told = tell(what, TODAY);
    expect([plain(told.line), told.under, told.meta]).toEqual([line, under, meta]);
  });

  it.each([
    ['received', `Northbank Trust paid ${MONEY}`],
    ['credited', `Northbank Trust credited ${MONEY}`],
    ['provisional_credit', `Northbank Trust credited ${MONEY} for the time being`],
    ['waived', `Northbank Trust waived ${MONEY}`],
    ['written_off', `We gave up ${MONEY} that Northbank Trust owed`],
    ['reversed', `Northbank Trust took back ${MONEY}`],
  ] as const)('a movement %s', (movement, sentence) => {
    const what: TimelineWhat = {
      kind: 'moved',
      id: 'm',
      claim: 'c',
      movement,
      amount: sum,
      vendor: bank,
      reason: 'The transfer',
      reference: 'ACH 1',
    };
    const told = tell(what, TODAY);
    expect(plain(told.line)).toBe(sentence);
    expect([told.under, told.meta]).toEqual(['The transfer', ['ACH 1']]);
  });
});

describe('grouping', () => {
  const at = (key: string, day: string, what: TimelineWhat) => ({ key, day, instant: null, what });
  const opened: TimelineWhat = { kind: 'opened', title: 'T' };
  const owed: TimelineWhat = {
    kind: 'claim_arose',
    id: '1',
    reason: 'The fee',
    amount: sum,
    vendor: bank,
  };
  const entries = [
    at('a', '2026-03-02', opened),
    at('b', '2026-03-02', owed),
    at('c', '2026-03-01', owed),
  ];

  it('puts a day’s entries together and keeps their order', () => {
    expect(byDay(entries).map((group) => [group.day, group.entries.map((one) => one.key)])).toEqual(
      [
        ['2026-03-02', ['a', 'b']],
        ['2026-03-01', ['c']],
      ],
    );
  });

  it('narrows to one topic', () => {
    expect(about(entries, 'money').map((one) => one.key)).toEqual(['b', 'c']);
    expect(about(entries, 'all')).toHaveLength(3);
    expect(about(entries, 'remedy')).toEqual([]);
  });
});

describe('a quick note', () => {
  it('is one undisputed fact of today, by the way that was chosen', () => {
    const note = quickEvent('d1', { text: '  The letter came.  ', way: 'letter_in' }, TODAY);
    expect(note).toEqual(
      event('letter', 'in', {
        id: null,
        at: TODAY,
        facts: [{ id: null, text: 'The letter came.', status: 'undisputed', acknowledgedBy: null }],
      }),
    );
  });

  it('knows each way once', () => {
    const values = QUICK_WAYS.map((way) => way.value);
    expect(new Set(values).size).toBe(values.length);
  });
});
