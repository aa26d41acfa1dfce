/** More of the invented household's disputes: other currencies, scripts and states. */
import { dispute, event, said, transfer, NO_SUBJECT } from './disputes';
import { holidayPieces } from './evidence-data';
import { emptyCase, type Case } from './record';
import type { Claim, Money, Movement, Party, Role } from '../types';

const eur = (amount: string): Money => ({ amount, currency: 'EUR' });
const usd = (amount: string): Money => ({ amount, currency: 'USD' });

const party = (
  id: string,
  vendor: string,
  roles: Role[],
  reference: string | null = null,
): Party => ({
  id,
  vendor,
  roles,
  reference,
  policy: null,
  rationale: null,
});

function claim(
  id: string,
  vendor: string,
  amount: Money,
  reason: string,
  aroseOn: string,
  movements: Movement[] = [],
): {
  claim: Claim;
  movements: Movement[];
} {
  return {
    claim: { id, vendor, amount, reason, aroseOn, dueOn: null, becauseOf: null },
    movements,
  };
}

const train: Case = {
  ...emptyCase(
    dispute(
      'train',
      'Holiday cancelled a day before',
      'The price of 1,240.50 EUR refunded',
      '2026-05-18',
      {
        lead: 'noor',
        subject: {
          ...NO_SUBJECT,
          what: 'A week in Graubünden for four',
          price: eur('1240.50'),
          order: 'AR-40071',
        },
      },
    ),
  ),
  parties: [party('t-p1', 'alpenstern', ['caused_it', 'must_remedy'], 'AR-40071')],
  claims: [claim('t-c1', 'alpenstern', eur('1240.50'), 'Price of the holiday', '2026-05-18')],
  events: [
    event('t-e1', '2026-05-18', {
      channel: 'email',
      direction: 'in',
      vendor: 'alpenstern',
      facts: [said('t-f1', 'Alpenstern Reisen cancelled the holiday of 19 May by e-mail. 😞')],
    }),
  ],
  promises: [
    {
      id: 't-pr1',
      by: 'lea',
      vendor: null,
      madeOn: '2026-06-08',
      what: 'The refund leaves within fourteen days',
      dueOn: '2026-06-22',
      outcome: null,
      outcomeOn: null,
    },
  ],
  remedies: [
    {
      remedy: {
        id: 't-r1',
        kind: 'refund',
        by: 'lea',
        vendor: null,
        agreedOn: '2026-06-08',
        what: 'The whole price comes back to the card',
        scope: null,
        caveat: null,
        beforeUse: null,
        claim: 't-c1',
        expectedBy: '2026-06-22',
        deliveredOn: null,
        endsOn: null,
        satisfiedOn: null,
      },
      checks: [{ id: 't-k1', dueOn: '2026-06-24', doneOn: null, result: null, note: null }],
    },
  ],
  nextSteps: [
    {
      id: 't-n1',
      on: '2026-06-23',
      at: '10:00',
      what: 'Look whether the refund has come',
      channel: null,
      contact: null,
      doneOn: null,
    },
  ],
  attachments: holidayPieces,
};

const fiber: Case = {
  ...emptyCase(
    dispute(
      'fiber',
      'Twice billed for the same line',
      'Both bills of April and May credited',
      '2026-04-28',
      { lead: 'paul' },
    ),
  ),
  parties: [party('f-p1', 'lumen', ['caused_it', 'must_remedy', 'holds_the_money'], '0091-77')],
  claims: [
    claim('f-c1', 'lumen', usd('129.80'), 'Two bills for a line that was moved', '2026-04-28', [
      {
        id: 'f-m1',
        kind: 'credited',
        amount: usd('129.80'),
        on: '2026-05-20',
        reference: null,
        remedy: 'f-r1',
      },
    ]),
  ],
  events: [
    event('f-e1', '2026-05-14T18:20:00-04:00', {
      channel: 'chat',
      vendor: 'lumen',
      contacts: ['wei'],
      answered: true,
      minutes: 35,
      facts: [
        said(
          'f-f1',
          '陈伟明 confirmed that the line at the old address was closed on 31 March.',
          'wei',
        ),
      ],
    }),
  ],
  advocates: [
    {
      id: 'f-a1',
      contact: 'wei',
      on: '2026-05-14',
      did: 'Found the old order and stopped both bills',
      thankedOn: null,
      mayQuote: true,
    },
  ],
  remedies: [
    {
      remedy: {
        id: 'f-r1',
        kind: 'credit',
        by: 'wei',
        vendor: null,
        agreedOn: '2026-05-14',
        what: 'Both bills credited, and no further bill for the old line',
        scope: null,
        caveat: null,
        beforeUse: null,
        claim: 'f-c1',
        expectedBy: '2026-05-31',
        deliveredOn: '2026-05-20',
        endsOn: null,
        satisfiedOn: null,
      },
      checks: [{ id: 'f-k1', dueOn: '2026-06-28', doneOn: null, result: null, note: null }],
    },
  ],
};

const baggage: Case = {
  ...emptyCase(
    dispute(
      'baggage',
      'A suitcase that came back eleven days late and without its left wheel, after three flights, two forms, one promise at a counter, and a great many friendly words: all of it about one blue suitcase 🧳',
      'The replacement of the suitcase paid',
      '2026-06-01',
    ),
  ),
  parties: [party('b-p1', 'long', ['must_remedy']), party('b-p2', 'ruach', ['caused_it'])],
  claims: [
    claim('b-c1', 'long', usd('219.00'), 'A suitcase of the same kind', '2026-06-01'),
    claim('b-c3', 'long', usd('60.00'), 'Clothes for the first days', '2026-06-02'),
    claim('b-c2', 'ruach', eur('48.00'), 'Taxi to the airport and back', '2026-06-03', [
      {
        id: 'b-m1',
        kind: 'received',
        amount: eur('50.00'),
        on: '2026-06-10',
        reference: null,
        remedy: null,
      },
    ]),
  ],
  nextSteps: [
    {
      id: 'b-n1',
      on: '2026-06-20',
      at: '14:30',
      what: 'Call back with the receipt',
      channel: 'phone',
      contact: 'layla',
      doneOn: null,
    },
  ],
};

const fridge: Case = {
  ...emptyCase(
    dispute(
      'fridge',
      'The refrigerator that hums',
      'The compressor repaired without charge',
      '2025-11-03',
      {
        closedOn: '2026-01-15',
        closedAs: 'settled',
        lead: 'paul',
      },
    ),
  ),
  parties: [party('r-p1', 'maple', ['caused_it', 'must_remedy'])],
  advocates: [
    {
      id: 'r-a1',
      contact: 'tom',
      on: '2026-01-12',
      did: 'Came on a Sunday',
      thankedOn: '2026-01-20',
      mayQuote: true,
    },
  ],
};

const heating: Case = {
  ...emptyCase(
    dispute(
      'heating',
      'Estimated heating bill',
      'The bill counted again from the meter',
      '2026-02-11',
      {
        closedOn: '2026-04-30',
        closedAs: 'accepted_less',
      },
    ),
  ),
  parties: [party('h-p1', 'cityheat', ['caused_it', 'must_remedy'])],
  claims: [
    claim('h-c1', 'cityheat', eur('312.40'), 'Billed too much', '2026-02-11', [
      {
        id: 'h-m1',
        kind: 'credited',
        amount: eur('260.00'),
        on: '2026-04-22',
        reference: null,
        remedy: null,
      },
      {
        id: 'h-m2',
        kind: 'written_off',
        amount: eur('52.40'),
        on: '2026-04-30',
        reference: null,
        remedy: null,
      },
    ]),
  ],
};

export const cases: Case[] = [transfer, train, fiber, baggage, fridge, heating].map((one) => ({
  ...one,
  events: one.events.map((each) => ({ ...each, dispute: one.dispute.id ?? '' })),
}));
