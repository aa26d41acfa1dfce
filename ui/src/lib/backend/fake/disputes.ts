/** The invented household's first disputes, in every state. */
import { emptyCase, type Case } from './record';
import type { Dispute, EventNoun, Subject } from '../types';

export const NO_SUBJECT: Subject = {
  what: null,
  boughtOn: null,
  place: null,
  price: null,
  paidBy: null,
  order: null,
  account: null,
  model: null,
  serial: null,
};

export function dispute(
  id: string,
  title: string,
  goal: string,
  openedOn: string,
  more: Partial<Dispute> = {},
): Dispute {
  return {
    id,
    title,
    goal,
    openedOn,
    lead: 'ana',
    closedOn: null,
    closedAs: null,
    effect: null,
    subject: NO_SUBJECT,
    ...more,
  };
}

export function event(id: string, at: string, more: Partial<EventNoun>): EventNoun {
  return {
    id,
    dispute: '',
    at,
    precision: 'exact',
    channel: 'phone',
    direction: 'out',
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

export const said = (id: string, text: string, acknowledgedBy: string | null = null) => ({
  id,
  text,
  status: 'undisputed' as const,
  acknowledgedBy,
});

const usd = (amount: string) => ({ amount, currency: 'USD' });

export const transfer: Case = {
  ...emptyCase(
    dispute(
      'transfer',
      'Transfers sent back by risk control',
      'The returned transfer of 1,840.00 USD credited again, and the two transfers of May let through',
      '2026-03-02',
      {
        effect:
          'The transfer had to be arranged a second time, and a payment to the fund was missed',
        subject: {
          ...NO_SUBJECT,
          what: 'Joint checking account with standing transfers to Harbor Funds',
          place: 'Northbank Trust',
          account: '000123454471',
        },
      },
    ),
  ),
  parties: [
    {
      id: 'p1',
      vendor: 'northbank',
      roles: ['caused_it'],
      reference: 'CASE-88120',
      policy: 'Transfers above 1,500.00 USD to a new payee are returned by risk control',
      rationale: 'Fraud prevention; the standing exception for joint accounts was not considered',
    },
    {
      id: 'p2',
      vendor: 'harbor',
      roles: ['holds_the_money', 'must_remedy'],
      reference: 'HF-2291',
      policy: null,
      rationale: null,
    },
  ],
  claims: [
    {
      claim: {
        id: 'c1',
        vendor: 'harbor',
        amount: usd('1840.00'),
        reason: 'Transfer of 20 February returned in error',
        aroseOn: '2026-02-20',
        dueOn: '2026-03-31',
        becauseOf: 'e1',
      },
      movements: [
        {
          id: 'm1',
          kind: 'received',
          amount: usd('1840.00'),
          on: '2026-04-11',
          reference: 'ACH 55120',
          remedy: 'r2',
        },
        {
          id: 'm2',
          kind: 'reversed',
          amount: usd('340.00'),
          on: '2026-05-04',
          reference: 'ACH 58833',
          remedy: null,
        },
      ],
    },
    {
      claim: {
        id: 'c2',
        vendor: 'northbank',
        amount: usd('35.00'),
        reason: 'Returned-item fee',
        aroseOn: '2026-02-21',
        dueOn: null,
        becauseOf: null,
      },
      movements: [
        {
          id: 'm3',
          kind: 'waived',
          amount: usd('35.00'),
          on: '2026-03-05',
          reference: null,
          remedy: null,
        },
      ],
    },
  ],
  events: [
    event('e1', '2026-02-20', {
      channel: 'statement',
      direction: 'in',
      facts: [said('f1', 'Northbank Trust returned a transfer of 1,840.00 USD to Harbor Funds.')],
    }),
    event('e2', '2026-03-02T10:15:00-05:00', {
      contacts: ['dana'],
      vendor: 'northbank',
      minutes: 42,
      answered: true,
      facts: [
        said(
          'f2',
          'Dana Ruiz said that risk control had returned the transfer and that she could not change it.',
          'dana',
        ),
        {
          id: 'f3',
          text: 'Dana Ruiz agreed that the account’s standing exception had not been considered.',
          status: 'unsure',
          acknowledgedBy: null,
        },
      ],
      note: 'She was kind. Ask for her by name.',
    }),
    event('e4', '2026-03-04T09:05:00-05:00', {
      vendor: 'northbank',
      answered: false,
      waitedMinutes: 31,
      facts: [said('f4', 'A call to Northbank Trust was not answered in 31 minutes.')],
    }),
    event('e3', '2026-03-05T14:30:00-05:00', {
      direction: 'in',
      vendor: 'northbank',
      contacts: ['dana', 'marcus'],
      minutes: 18,
      answered: true,
      facts: [
        said(
          'f5',
          'Marcus Bell agreed that the May transfers would not be returned, if they are announced two business days ahead.',
          'marcus',
        ),
      ],
    }),
  ],
  promises: [
    {
      id: 'pr1',
      by: 'dana',
      vendor: null,
      madeOn: '2026-03-02',
      what: 'Her manager will call back',
      dueOn: '2026-03-04',
      outcome: 'kept',
      outcomeOn: '2026-03-05',
    },
    {
      id: 'pr2',
      by: 'marcus',
      vendor: null,
      madeOn: '2026-03-05',
      what: 'Written confirmation of the exception',
      dueOn: '2026-06-12',
      outcome: null,
      outcomeOn: null,
    },
  ],
  offers: [
    {
      id: 'o1',
      by: null,
      vendor: 'northbank',
      on: '2026-03-03',
      terms: 'A goodwill credit of 15.00 USD for the fee',
      amount: usd('15.00'),
      openUntil: null,
      answer: 'declined',
      answeredOn: '2026-03-05',
    },
  ],
  rungs: [
    {
      id: 'ru1',
      contact: 'dana',
      vendor: null,
      reachedOn: '2026-03-02',
      reason: 'First contact',
      result: 'No; internal process',
    },
    {
      id: 'ru2',
      contact: 'marcus',
      vendor: null,
      reachedOn: '2026-03-05',
      reason: 'The representative may not override risk control; her manager may',
      result: 'Yes, with a caveat',
    },
    {
      id: 'ru3',
      contact: null,
      vendor: 'fairbank',
      reachedOn: null,
      reason: 'If the 340.00 is not credited by July',
      result: null,
    },
  ],
  advocates: [
    {
      id: 'a1',
      contact: 'dana',
      on: '2026-03-05',
      did: 'Took the matter to her manager and stayed on the line',
      thankedOn: null,
      mayQuote: true,
    },
    {
      id: 'a2',
      contact: 'marcus',
      on: '2026-03-05',
      did: 'Obtained the exception from risk control',
      thankedOn: '2026-03-09',
      mayQuote: false,
    },
  ],
  remedies: [
    {
      remedy: {
        id: 'r1',
        kind: 'policy_exception',
        by: 'marcus',
        vendor: null,
        agreedOn: '2026-03-05',
        what: 'The May transfers will not be returned',
        scope: null,
        caveat: 'Announced two business days ahead',
        beforeUse: null,
        claim: null,
        expectedBy: '2026-05-29',
        deliveredOn: '2026-05-15',
        endsOn: null,
        satisfiedOn: null,
      },
      checks: [
        { id: 'k1', dueOn: '2026-05-20', doneOn: '2026-05-20', result: 'holds', note: null },
        { id: 'k2', dueOn: '2026-06-19', doneOn: null, result: null, note: null },
      ],
    },
    {
      remedy: {
        id: 'r2',
        kind: 'refund',
        by: null,
        vendor: 'harbor',
        agreedOn: '2026-04-02',
        what: 'Transfer of 20 February credited again',
        scope: null,
        caveat: null,
        beforeUse: null,
        claim: 'c1',
        expectedBy: '2026-04-15',
        deliveredOn: '2026-04-11',
        endsOn: null,
        satisfiedOn: null,
      },
      checks: [
        {
          id: 'k3',
          dueOn: '2026-05-11',
          doneOn: '2026-05-11',
          result: 'does_not_hold',
          note: '340.00 taken back on 4 May',
        },
      ],
    },
  ],
  nextSteps: [
    {
      id: 'n1',
      on: '2026-06-18',
      at: null,
      what: 'Call Harbor Funds about the 340.00 taken back',
      channel: 'phone',
      contact: 'ines',
      doneOn: null,
    },
    {
      id: 'n2',
      on: '2026-03-09',
      at: null,
      what: 'Thank Marcus Bell',
      channel: 'letter',
      contact: 'marcus',
      doneOn: '2026-03-09',
    },
  ],
  attachments: [
    {
      id: 'at1',
      name: 'statement-february.pdf',
      mediaType: 'application/pdf',
      size: 184_220,
      sha256: '9f2c5a7704d1c1b0a6e94a0f9f5c1ce0f8c3f7a7d8b6c2e1a0f3d4c5b6a79881',
      caption: 'The returned transfer on the statement',
      at: '2026-02-28',
      precision: 'exact',
      obtained: 'downloaded from the bank’s site',
      vendor: null,
      author: null,
      covered: [],
      citations: [
        {
          id: 'ci1',
          of: { kind: 'event', id: 'e1' },
          event: 'e1',
          on: '2026-03-02',
          words: 'Statement: The transfer was returned.',
          place: 'p. 2, line 12',
        },
        {
          id: 'ci2',
          of: { kind: 'claim', id: 'c1' },
          event: null,
          on: '2026-03-02',
          words: 'The transfer that came back',
          place: null,
        },
      ],
      addedAt: '2026-03-02T16:00:00Z',
      erasedOn: null,
    },
  ],
};
