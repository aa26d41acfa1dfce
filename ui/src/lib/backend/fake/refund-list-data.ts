/** Lists of refunds out of an invented household's spreadsheet, as their cells stand there. */
import type { RefundListHow } from '../types';

/** A list: its cells, and how it reads where nobody says otherwise. */
export type RefundFile = {
  name: string;
  encoding: string;
  names: string[];
  cells: string[][];
  how: RefundListHow;
  dayOrderSure: boolean;
  /** What keeps it from being read at all, and the text in question. */
  broken: { code: string; text: string } | null;
};

/** A list with names that are known, day first, commas, and a row of each sort. */
const usual: RefundFile = {
  name: 'our-refunds.csv',
  encoding: 'UTF-8',
  names: [
    'Vendor',
    'What',
    'Amount',
    'Currency',
    'Asked on',
    'Status',
    'Reference',
    'Refunded',
    'Refunded on',
    'Spoke with',
    'Notes',
  ],
  cells: [
    'Lumen Fiber|Router that never came|89,00|EUR|28.03.2026|refunded|LF-2209|89,00|14.04.2026|陈伟明|He promised to look into the second one too.',
    'Lumen Fiber|Second router, charged twice|89,00|EUR|28.03.2026|waiting|LF-2209||||',
    'Copper & Pine|Desk lamp, broken on arrival|42,50|EUR|02.04.2026|partly refunded|CP-118|20,00|20.04.2026|Maren Holt|',
    'Copper & Pine|Shelf, wrong colour|120,00|EUR|05.04.2026|refused: past 14 days|||||Ask again with the photographs.',
    'Blue Ferry Line|Crossing that was cancelled|216,00|EUR|11.05.2026|promised|BFL 77-40||||',
    'Kestrel Outdoor|Tent|310,00|EUR|19.05.2026|in the queue|||||',
    'Kestrel Outdoor|Sleeping bag|about 60|EUR|19.05.2026|open|||||',
    '|Gift card|25,00|EUR|20.05.2026|open|||||',
    'Juniper Books|Two parcels|18,00|EUR||open|||||',
    'Total||891,50|||||109,00|||',
  ].map((row) => row.split('|')),
  how: {
    delimiter: ';',
    skip: 1,
    dayOrder: 'day_first',
    decimalComma: true,
    currency: 'EUR',
    columns: [
      'vendor',
      'what',
      'amount',
      'currency',
      'asked_on',
      'state',
      'reference',
      'refunded',
      'refunded_on',
      'contact',
      'notes',
    ],
  },
  dayOrderSure: true,
  broken: null,
};

/** A list of which nothing shows whether the day or the month stands first, nor which is the vendor. */
const unsure: RefundFile = {
  name: 'money back 2026.csv',
  encoding: 'windows-1252',
  names: ['Who', 'Thing', 'How much', 'When', 'Back?', 'Remember'],
  cells: [
    'Maple & Sons Appliances|Toaster|$34.99|03/04/2026|no|',
    'Fernway Films|Subscription after cancelling|$9.99|05/06/2026|no|Call before the 20th.',
  ].map((row) => row.split('|')),
  how: {
    delimiter: ',',
    skip: 1,
    dayOrder: 'month_first',
    decimalComma: false,
    currency: 'USD',
    columns: ['notes', 'what', 'amount', 'asked_on', 'state', 'notes'],
  },
  dayOrderSure: false,
  broken: null,
};

const broken: RefundFile = {
  ...unsure,
  name: 'refunds.xlsx',
  encoding: '',
  names: [],
  cells: [],
  how: { ...unsure.how, columns: [] },
  broken: { code: 'binary', text: 'ZIP' },
};

export const REFUND_FILES = { usual, unsure, broken };
