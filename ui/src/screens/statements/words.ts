/** What is said while a file is taken in. */
import type {
  StatementPreview,
  StatementReading,
  StatementRow,
  StatementTaken,
} from '$lib/backend';
import { dayText } from '$lib/words/dates';
import { DAY_ORDERS, STATEMENT_FORMATS, delimiterWord } from '$lib/words/statements';

/** `1 line`, `212 lines`. */
export const lineCount = (count: number) => (count === 1 ? '1 line' : `${count} lines`);

/** `Thu 1 Jan to Tue 31 Mar`. */
export function periodText(from: string | null, until: string | null, today: string): string {
  if (from === null || until === null) return from ?? until ?? '';
  if (from === until) return dayText(from, today);
  return `${dayText(from, today)} to ${dayText(until, today)}`;
}

/** How many lines it holds, and how many of them are there already. */
export function linesText({ lines, known }: Pick<StatementPreview, 'lines' | 'known'>): string {
  if (lines === 0) return 'No lines';
  if (known === 0) return lines === 1 ? '1 line, new' : `${lines} lines, all new`;
  if (known === lines) {
    return lines === 1 ? '1 line, known already' : `${lines} lines, all known already`;
  }
  return `${lines} lines, ${known} of them known already`;
}

/** `Read as CSV in UTF-8, with semicolons between columns, a decimal comma, and day, month, year.` */
export function howRead({ format, encoding, csv, days }: StatementReading): string {
  const form = `Read as ${STATEMENT_FORMATS[format]}${encoding ? ` in ${encoding}` : ''}`;
  if (!csv) return days ? `${form}, days as ${DAY_ORDERS[days.order].toLowerCase()}.` : `${form}.`;
  const decimal = csv.decimalComma ? 'a decimal comma' : 'a decimal point';
  const order = DAY_ORDERS[csv.dayOrder].toLowerCase();
  return `${form}: ${delimiterWord(csv.delimiter)} between columns, ${decimal}, days as ${order}.`;
}

/** What the toast says of a file that was taken in. */
export function takenSentence({ added, known }: StatementTaken): string {
  if (added === 0) return 'All of it was here already. Nothing was added.';
  const was = added === 1 ? 'was' : 'were';
  const before = known === 0 ? '' : ` ${known} more ${known === 1 ? 'was' : 'were'} here already.`;
  return `${lineCount(added)} ${was} taken in.${before}`;
}

/** Where a statement stands: `2 to answer`, `3 matched`. */
export function standing({
  toAnswer,
  matched,
}: Pick<StatementRow, 'toAnswer' | 'matched'>): string {
  if (toAnswer > 0) return toAnswer === 1 ? '1 line to answer' : `${toAnswer} lines to answer`;
  return matched > 0 ? `${matched} matched` : 'Nothing to answer';
}

/** `3 lines of your statements wait for a word.` */
export function waitingText(count: number): string {
  return count === 1
    ? 'One line of your bank statements waits for a word.'
    : `${count} lines of your bank statements wait for a word.`;
}
