/** A year of the invented household's bank statements. */
import { addDays } from '../../words/dates';
import { bankLine, type Bank, type BankLine } from './statement-record';

/** What a household pays and gets, whatever else happens: every how many days, how much, to whom. */
const USUAL: readonly (readonly [number, string, string, string])[] = [
  [3, '-48.17', 'Green Basket Market', 'CARD PURCHASE'],
  [5, '-12.40', 'Riverside Pharmacy', 'CARD PURCHASE'],
  [7, '-39.95', 'Juniper Street Fuel', 'CARD PURCHASE'],
  [14, '2150.00', 'Pinehill School District', 'PAYROLL'],
  [30, '-1240.00', 'Alder Lane Homes', 'RENT'],
  [30, '-64.20', 'Bluewater Utility', 'DIRECT DEBIT'],
];

function usual(from: string, days: number): BankLine[] {
  return Array.from({ length: days }, (_, day) => day).flatMap((day) =>
    USUAL.filter(([every]) => day % every === every - 1).map(([, amount, party, text]) =>
      bankLine(addDays(from, day), amount, 'USD', party, text),
    ),
  );
}

const inOrder = (lines: BankLine[]) => [...lines].sort((a, b) => a.on.localeCompare(b.on));
const usd = (on: string, amount: string, party: string | null, text: string, reference?: string) =>
  bankLine(on, amount, 'USD', party, text, reference ?? null);
const eur = (on: string, amount: string, party: string, text: string, reference?: string) =>
  bankLine(on, amount, 'EUR', party, text, reference ?? null);

const june: BankLine[] = [
  usd('2026-06-02', '-35.00', 'NRTHBNK TRST', 'RETURNED ITEM FEE'),
  usd('2026-06-03', '-64.90', 'LUMEN FIBER', 'MONTHLY BILL 0091-77'),
  usd('2026-06-09', '279.00', 'VOHM TRAVEL', 'CLAIM SETTLEMENT', 'BG-7714'),
  usd('2026-06-12', '340.00', 'HRBR FDS 0091', 'ACH CREDIT', 'ACH 60412'),
  usd('2026-06-15', '-129.80', 'LUMEN FIBER', 'CREDIT REVERSED'),
];

const euros: BankLine[] = [
  eur('2026-05-11', '-48.00', 'Taxi Lindau', 'KARTENZAHLUNG'),
  eur('2026-06-10', '-260.00', 'STADTWÄRME LINDAU', 'RÜCKBUCHUNG GUTSCHRIFT', 'KD 4471-2'),
  eur('2026-06-12', '620.25', 'ALPENSTERN REISEN', 'ERSTATTUNG TEIL 1', 'AR-40071'),
  eur('2026-06-15', '620.25', 'ALPENSTERN REISEN', 'ERSTATTUNG TEIL 2', 'AR-40071'),
];

export const inventedBank: Bank = {
  accounts: [
    {
      id: 'everyday',
      name: 'Everyday account',
      bank: 'Northbank Trust',
      number: '…4471',
      currency: 'USD',
    },
    {
      id: 'holiday',
      name: 'Euro account',
      bank: 'Alpenglow Bank',
      number: '…0093',
      currency: 'EUR',
    },
  ],
  statements: [
    {
      id: 'st-june',
      account: 'everyday',
      fileName: 'northbank-june.qfx',
      format: 'ofx',
      importedOn: '2026-06-19',
      lines: inOrder([...usual('2026-06-01', 18), ...june]),
    },
    {
      id: 'st-spring',
      account: 'everyday',
      fileName: 'northbank-spring.qfx',
      format: 'ofx',
      importedOn: '2026-06-01',
      lines: usual('2026-01-01', 151),
    },
    {
      id: 'st-2025',
      account: 'everyday',
      fileName: 'northbank-2025.csv',
      format: 'csv',
      importedOn: '2026-01-06',
      lines: usual('2025-07-01', 184),
    },
    {
      id: 'st-euro',
      account: 'holiday',
      fileName: 'alpenglow-mai-juni.xml',
      format: 'camt',
      importedOn: '2026-06-18',
      lines: euros,
    },
  ],
  said: [],
  dismissed: [],
  layouts: {},
};
