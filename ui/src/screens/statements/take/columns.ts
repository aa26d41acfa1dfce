/** What the columns of a CSV file mean, and the question which day a date is. */
import type { CsvColumn, StatementPreview, StatementReading } from '$lib/backend';
import { twoDays, type DayExample } from '$lib/words/figures';

/** Where the sum stands: one column with a sign, or one a direction. */
const ONE_SUM: readonly CsvColumn[] = ['amount', 'amount_reversed'];
const TWO_SUMS: readonly CsvColumn[] = ['credit', 'debit'];

/** What cannot stand beside a meaning in another column. */
function excludedBy(meaning: CsvColumn): readonly CsvColumn[] {
  if (meaning === 'ignore' || meaning === 'text') return [];
  if (ONE_SUM.includes(meaning)) return [...ONE_SUM, ...TWO_SUMS];
  if (TWO_SUMS.includes(meaning)) return [meaning, ...ONE_SUM, 'side'];
  if (meaning === 'side') return [meaning, ...TWO_SUMS];
  return [meaning];
}

/** Gives a column its meaning. Whatever cannot be true beside it is no longer needed. */
export function assign(
  columns: readonly CsvColumn[],
  index: number,
  meaning: CsvColumn,
): CsvColumn[] {
  const excluded = excludedBy(meaning);
  return columns.map((known, at) => {
    if (at === index) return meaning;
    return excluded.includes(known) ? 'ignore' : known;
  });
}

/** Whether the file writes purchases without a minus; null where no column holds a signed sum. */
export function signsReversed(columns: readonly CsvColumn[]): boolean | null {
  const found = columns.find((column) => ONE_SUM.includes(column));
  return found === undefined ? null : found === 'amount_reversed';
}

/** Turns the signs of the file round, or back. */
export function withSigns(columns: readonly CsvColumn[], reversed: boolean): CsvColumn[] {
  return columns.map((column) =>
    ONE_SUM.includes(column) ? (reversed ? 'amount_reversed' : 'amount') : column,
  );
}

/** What a file's preview says of its columns. */
type Read = Pick<StatementPreview, 'reading' | 'columns' | 'problems'>;

/** The first date of the file that can be read in two ways; null where none of those shown can. */
export function dayExample({ reading, columns, problems }: Read): DayExample | null {
  const unsure = problems.flatMap((one) => (one.code === 'day_order_unsure' ? one.text : []));
  const samples = (reading.csv?.columns ?? []).flatMap((meaning, index) =>
    meaning === 'day' ? (columns[index]?.samples ?? []) : [],
  );
  return twoDays([...unsure, ...samples]);
}

/** Whether the order of day and month has to be asked for: neither the file nor the bank shows it. */
export function asksForOrder({ csv, days }: StatementReading): boolean {
  if (csv === null) return days !== null && !days.sure && days.order !== 'year_first';
  return (
    !csv.dayOrderSure &&
    !csv.remembered &&
    csv.dayOrder !== 'year_first' &&
    csv.columns.includes('day')
  );
}
