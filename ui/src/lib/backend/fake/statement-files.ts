/** Files of invented banks that can be chosen, and how they read. */
import type {
  Account,
  CsvColumn,
  CsvReading,
  DayOrder,
  StatementFormat,
  StatementPreview,
  StatementProblem,
  StatementSum,
} from '../types';
import { major, minor } from './rules';
import { bankLine, type BankLine } from './statement-record';

/** What a file says of one account. */
type Part = { account: Account; known: boolean; lines: BankLine[] };
/** A CSV file: its cells, and how it reads where nobody says otherwise. */
type Csv = { names: string[]; cells: string[][]; reading: CsvReading };
export type BankFile = {
  name: string;
  format: StatementFormat;
  parts: Part[];
  csv: Csv | null;
  problems: StatementProblem[];
};

const account = (name: string, number: string | null, currency: string): Account => ({
  id: null,
  name,
  bank: number === null ? null : 'Birch & Vale Bank',
  number,
  currency,
});

const READING: CsvReading = {
  delimiter: ',',
  skip: 1,
  dayOrder: 'month_first',
  dayOrderSure: false,
  decimalComma: false,
  columns: ['day', 'text', 'ignore', 'amount'],
  remembered: false,
};

/** A card's file: which of day and month comes first it does not show, and purchases have no minus. */
const card: BankFile = {
  name: 'birch-card-activity.csv',
  format: 'csv',
  parts: [{ account: account('Birch & Vale card', null, 'USD'), known: false, lines: [] }],
  problems: [],
  csv: {
    names: ['Posted', 'Description', 'Category', 'Amount'],
    reading: READING,
    cells: [
      ['03/04/2026', 'GREEN BASKET MARKET', 'Groceries', '61.35'],
      ['05/04/2026', 'MAPLE & SONS APPLIANCES', 'Home', '89.00'],
      ['05/05/2026', 'RIVERSIDE PHARMACY', 'Health', '12.40'],
      ['06/05/2026', 'JUNIPER STREET FUEL', 'Car', '44.10'],
      ['09/06/2026', 'PAYMENT, THANK YOU', 'Payment', '-150.00'],
      ['11/06/2026', 'HRBR FDS 0091 REFUND', 'Refund', '-340.00'],
    ],
  },
};

/** The same account once more, with lines that are known and three that are new. */
const known: BankFile = {
  name: 'northbank-late-june.qfx',
  format: 'ofx',
  csv: null,
  problems: [],
  parts: [
    {
      account: {
        id: 'everyday',
        name: 'Everyday account',
        bank: 'Northbank Trust',
        number: '…4471',
        currency: 'USD',
      },
      known: true,
      lines: [
        bankLine('2026-06-12', '340.00', 'USD', 'HRBR FDS 0091', 'ACH CREDIT', 'ACH 60412'),
        bankLine('2026-06-15', '-129.80', 'USD', 'LUMEN FIBER', 'CREDIT REVERSED'),
        bankLine('2026-06-19', '-22.15', 'USD', 'Green Basket Market', 'CARD PURCHASE'),
        bankLine('2026-06-19', '-22.15', 'USD', 'Green Basket Market', 'CARD PURCHASE'),
        bankLine('2026-06-20', '-9.99', 'USD', 'Fernway Films', 'MONTHLY'),
      ],
    },
  ],
};

const both: BankFile = {
  name: 'birch-both-accounts.xml',
  format: 'camt',
  csv: null,
  problems: [],
  parts: [
    {
      account: account('Birch & Vale …2210', '…2210', 'EUR'),
      known: false,
      lines: [bankLine('2026-06-01', '-18.00', 'EUR', 'Café am See', 'KARTENZAHLUNG')],
    },
    {
      account: account('Birch & Vale …2211', '…2211', 'EUR'),
      known: false,
      lines: [bankLine('2026-06-04', '4.10', 'EUR', 'Birch & Vale Bank', 'ZINSEN')],
    },
  ],
};

const broken: BankFile = {
  name: 'statement-may.pdf',
  format: 'csv',
  csv: null,
  parts: [{ account: account('', null, ''), known: false, lines: [] }],
  problems: [{ isError: true, line: null, code: 'binary', text: 'PDF' }],
};

export const FILES = { card, known, both, broken };

type Read = { lines: BankLine[]; problems: StatementProblem[] };

const ORDERS: Record<DayOrder, readonly [number, number, number]> = {
  day_first: [2, 1, 0],
  month_first: [2, 0, 1],
  year_first: [0, 1, 2],
};

function day(text: string, order: DayOrder): string | null {
  const figures = text.split(/\D+/);
  const [year, month, date] = ORDERS[order].map((at) => figures[at] ?? '');
  const made = `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`;
  const exists = new Date(`${made}T00:00:00Z`).toJSON()?.startsWith(made);
  return exists && year?.length === 4 ? made : null;
}

function sum(text: string, turned: boolean): string | null {
  if (!/^-?\d+\.\d\d$/.test(text)) return null;
  return major(minor(text) * (turned ? -1n : 1n)).replace('-.', '-0.');
}

/** Reads the cells of a CSV file as it is said. */
export function readCsv(csv: Csv, reading: CsvReading, currency: string): Read {
  const { columns, dayOrder } = reading;
  const at = (...meanings: CsvColumn[]) => columns.findIndex((one) => meanings.includes(one));
  const [days, sums] = [at('day'), at('amount', 'amount_reversed')];
  const problem = (line: number | null, code: string, text: string) => ({
    isError: true,
    line,
    code,
    text,
  });
  if (days < 0) return { lines: [], problems: [problem(null, 'day_column_unknown', '')] };
  if (sums < 0) return { lines: [], problems: [problem(null, 'amount_column_unknown', '')] };
  const read: Read = { lines: [], problems: [] };
  csv.cells.forEach((cells, index) => {
    const [on, amount] = [cells[days] ?? '', cells[sums] ?? ''];
    const booked = day(on, dayOrder);
    const units = sum(amount, columns[sums] === 'amount_reversed');
    const line = index + 1 + reading.skip;
    if (booked === null) read.problems.push(problem(line, 'bad_day', on));
    else if (units === null) read.problems.push(problem(line, 'bad_amount', amount));
    else {
      const text = cells.filter((_, cell) => columns[cell] === 'text').join(' ');
      const party = cells[at('party')] ?? null;
      read.lines.push(
        bankLine(booked, units, currency, party, text, cells[at('reference')] ?? null),
      );
    }
  });
  return read.problems.length > 0 ? { lines: [], problems: read.problems } : read;
}

/** What came in and went out, per currency. */
export function sumsOf(lines: readonly BankLine[]): StatementSum[] {
  return [...new Set(lines.map((line) => line.amount.currency))].map((currency) => {
    const of = (isCredit: boolean) =>
      lines
        .filter((line) => line.amount.currency === currency)
        .map((line) => minor(line.amount.amount))
        .filter((units) => units > 0n === isCredit)
        .reduce((total, units) => total + units, 0n);
    const debits = of(false);
    return {
      credits: { amount: major(of(true)), currency },
      debits: { amount: major(-debits), currency },
    };
  });
}

/** The days from and until which lines lie. */
export function periodOf(lines: readonly BankLine[]): {
  from: string | null;
  until: string | null;
} {
  const days = lines.map((line) => line.on).sort();
  return { from: days[0] ?? null, until: days.at(-1) ?? null };
}

/** A part of a file as it is shown before it is taken in. */
export function previewOf(
  file: BankFile,
  nth: number,
  id: string,
  read: Read,
  csv: CsvReading | null,
  knownLines: number,
): StatementPreview {
  const part = file.parts[nth];
  if (!part) throw new Error('A file has at least one part.');
  const encoding = file.problems.length > 0 ? '' : 'UTF-8';
  return {
    id,
    fileName: file.name,
    reading: { format: file.format, encoding, csv, days: null },
    account: part.account,
    accountKnown: part.known,
    ...periodOf(read.lines),
    lines: read.lines.length,
    known: knownLines,
    sums: sumsOf(read.lines),
    first: read.lines.slice(0, 12).map((line) => ({ ...line, id: '', matched: [] })),
    problems: [...file.problems, ...read.problems],
    ready: ![...file.problems, ...read.problems].some((problem) => problem.isError),
    columns: (file.csv?.names ?? []).map((name, at) => ({
      name,
      samples: (file.csv?.cells ?? []).map((cells) => cells[at] ?? '').slice(0, 3),
    })),
  };
}
