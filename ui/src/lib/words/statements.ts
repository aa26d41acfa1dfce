/** The words of bank statements: how a file is read, what is wrong with it, what a line may mean. */
import type {
  CsvColumn,
  DayOrder,
  MatchReason,
  StatementFormat,
  StatementProblem,
} from '../backend/types';

export const STATEMENT_FORMATS: Record<StatementFormat, string> = {
  ofx: 'OFX',
  csv: 'CSV',
  camt: 'CAMT',
  qif: 'QIF',
  mt940: 'MT940',
};

/** What a column may mean, in the order in which a choice offers them. */
export const CSV_COLUMNS: Record<CsvColumn, string> = {
  ignore: 'Not needed',
  day: 'Day',
  amount: 'Amount',
  amount_reversed: 'Amount, as cards write it',
  credit: 'Money in',
  debit: 'Money out',
  side: 'In or out, as a word',
  currency: 'Currency',
  party: 'Who',
  text: 'What the bank writes',
  reference: 'Reference',
  bank_id: 'The bank’s own number',
};

export const DAY_ORDERS: Record<DayOrder, string> = {
  day_first: 'Day, month, year',
  month_first: 'Month, day, year',
  year_first: 'Year, month, day',
};

const DELIMITERS: Record<string, string> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Upright line',
};

export type Delimiter = keyof typeof DELIMITERS;

/** The characters between columns, as the options of a `Select`. */
export const DELIMITER_OPTIONS = Object.entries(DELIMITERS).map(([value, label]) => ({
  value,
  label,
}));

/** What a character between columns is called, within a sentence. */
export function delimiterWord(delimiter: string): string {
  return DELIMITERS[delimiter]?.toLowerCase() ?? `“${delimiter}”`;
}

/** What speaks for a match, each as one short sentence. */
export const MATCH_REASONS: Record<MatchReason, string> = {
  same_amount: 'The sum is exactly what is owed.',
  part_of_amount: 'The sum is a part of what is owed.',
  sum_of_claims: 'The sum is that of several claims together.',
  sum_of_credits: 'Several credits together make what is owed.',
  vendor_name: 'The bank writes the vendor’s name.',
  learned_name: 'The bank writes a name that you confirmed before.',
  reference: 'The line bears a reference of the dispute.',
  in_time: 'It came in the days in which it was expected.',
  late_in_time: 'It came later than expected.',
  same_as_received: 'It is the same sum that came in before.',
  same_as_waived: 'It is the same sum that was waived.',
  after_end: 'It came after the end that was agreed.',
};

type Say = (text: string) => string;

const quoted = (text: string, otherwise: string) => (text ? `“${text}”` : otherwise);

/** `3 transactions are`, from the number that the readers give as text. */
const several = (count: string, noun: string) =>
  count === '1' ? `One ${noun} is` : `${count || 'Some'} ${noun}s are`;

/** What is said of each code of the readers; the line is said before it. */
export const STATEMENT_PROBLEMS: Record<string, Say> = {
  unknown_form: () =>
    'This is none of the kinds of file in which banks give out their lines: OFX, QFX, CSV, CAMT, QIF or MT940.',
  too_large: () => 'This file is larger than any bank statement. Please choose a shorter period.',
  empty_file: () => 'This file is empty. The download may not have finished.',
  binary: (text) =>
    `This is ${text ? `a ${text} file` : 'no text'}. Your bank’s website offers its lines as CSV or OFX too, often under “Export”.`,
  cut_short: () => 'This file ends in the middle. Please download it again.',
  lost_characters: (text) =>
    `${text ? `${text} characters` : 'Some characters'} could not be read and are shown as “\u{FFFD}”.`,
  padded: () => 'This file ends in nothing but zeros. The download may not have finished.',
  document_type: () =>
    'This file holds instructions that no bank writes. It was not read, to be on the safe side.',
  not_well_formed: (text) =>
    `The file is broken here${text ? `, at “${text}”` : ''}. Please download it again.`,
  too_deep: () => 'This file is built in a way that no bank writes. It was not read.',
  no_statement: () => 'The file is of the right kind and holds no account’s lines.',
  currency_unknown: () => 'The file does not say in which currency it counts. Please say it below.',
  bad_currency: (text) => `${quoted(text, 'The currency')} is not a currency that banks know.`,
  bad_day: (text) => `${quoted(text, 'The day')} is not understood as a day.`,
  bad_amount: (text) => `${quoted(text, 'The amount')} is not understood as a sum.`,
  missing_field: (text) => `A transaction here has no ${text ? `“${text}”` : 'sum or day'}.`,
  text_too_long: () => 'A text is longer than can be kept.',
  unexpected_line: (text) => `${quoted(text, 'This line')} does not belong here.`,
  bad_period: (text) =>
    `The file’s own period${text ? `, “${text}”,` : ''} is not understood. That of its lines is used.`,
  sign_against_sort: (text) =>
    `${several(text, 'transaction')} of a sort that contradicts the sign. The sign was believed.`,
  balance_differs: (text) =>
    `The transactions do not add up to the balance at the end${text ? `, “${text}”` : ''}. Some may be missing from the file.`,
  skipped_entries: (text) =>
    `${several(text, 'transaction')} about something other than money, such as securities, and left out.`,
  pending_entries: (text) =>
    `${several(text, 'transaction')} not booked yet, and left out until the bank has done so.`,
  assumed_day: () =>
    'This transaction says no day. That on which the file was made is taken in its place.',
  no_entries: () => 'There is no transaction in it.',
  open_quote: () => 'A quotation mark opens here and is not closed where it should be.',
  day_column_unknown: () => 'Which column holds the day? Please say it below.',
  amount_column_unknown: () =>
    'Which column holds the amount, or which two the money in and out? Please say it below.',
  columns_contradict: (text) =>
    `${quoted(text in CSV_COLUMNS ? CSV_COLUMNS[text as CsvColumn] : '', 'The same')} is said of two columns, or beside what contradicts it.`,
  day_order_unsure: (text) => `${quoted(text, 'A day')} can be read as another day too.`,
  decimal_unsure: (text) =>
    `${quoted(text, 'An amount')} can be read in two ways. Please compare the sums; “Read it otherwise” changes the decimal sign.`,
  signs_unsure: () =>
    'Which sums came in and which went out does not show, or looks turned round. Please compare them below.',
  bad_side: (text) =>
    `${quoted(text, 'A word')} does not say clearly whether it came in or went out.`,
  ignored_lines: (text) => `${several(text, 'line')} without a sum, such as remarks, and left out.`,
};

/** What is said of a problem that has no sentence of its own. */
export const UNKNOWN_PROBLEM = 'Something here is not as it is in a bank statement.';

/** `Line 14: “31/02/2026” is not understood as a day.` */
export function statementProblem(
  problem: Pick<StatementProblem, 'code' | 'line' | 'text'>,
): string {
  const said = STATEMENT_PROBLEMS[problem.code]?.(problem.text) ?? UNKNOWN_PROBLEM;
  return problem.line === null ? said : `Line ${problem.line}: ${said}`;
}
