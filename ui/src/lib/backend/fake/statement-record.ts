/** What the invented household keeps of its bank's files. */
import type {
  Account,
  CsvReading,
  MatchedPart,
  StatementFormat,
  StatementLineView,
} from '../types';

/** A line as the bank says it; what was made of it stands apart. */
export type BankLine = Omit<StatementLineView, 'id' | 'matched'>;

export type StatementRecord = {
  id: string;
  account: string;
  fileName: string;
  format: StatementFormat;
  importedOn: string;
  lines: BankLine[];
};

/** What was said of a line: what it means, or that it does not mean something. */
export type Said = { line: string; parts: MatchedPart[] };

export type Bank = {
  accounts: Account[];
  statements: StatementRecord[];
  said: Said[];
  /** The proposals that were answered with “not this one”. */
  dismissed: string[];
  /** How a bank's CSV files are read, by the names of their columns. */
  layouts: Record<string, CsvReading>;
};

export const emptyBank = (): Bank => ({
  accounts: [],
  statements: [],
  said: [],
  dismissed: [],
  layouts: {},
});

export const lineId = (statement: string, number: number) => `${statement}:${number}`;

/** A line of the bank, from its day, sum, party and text. */
export function bankLine(
  on: string,
  amount: string,
  currency: string,
  party: string | null,
  text: string,
  reference: string | null = null,
): BankLine {
  return { on, amount: { amount, currency }, party, text, reference };
}
