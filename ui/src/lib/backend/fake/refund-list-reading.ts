/** How the rows of an invented list of refunds are understood, near enough to Rust's. */
import type {
  DayOrder,
  Money,
  RefundColumn,
  RefundListHow,
  RefundProblem,
  RefundRow,
  RefundState,
} from '../types';
import type { RefundFile } from './refund-list-data';
import { major } from './rules';

const STATES: Record<string, RefundState> = {
  open: 'open',
  no: 'open',
  waiting: 'waiting',
  promised: 'promised',
  'partly refunded': 'partly_refunded',
  refunded: 'refunded',
  yes: 'refunded',
  refused: 'refused',
  'given up': 'given_up',
};

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

function sum(text: string, how: RefundListHow, currency: string): Money | null {
  const plain = text.replace(/^[$€]\s?/, '').replaceAll(how.decimalComma ? '.' : ',', '');
  const figures = plain.replace(',', '.');
  if (!/^\d+(\.\d\d)?$/.test(figures)) return null;
  const units = BigInt(figures.includes('.') ? figures.replace('.', '') : `${figures}00`);
  return { amount: major(units), currency };
}

/** Reads one row. What becomes of it is told later, against the record. */
function rowOf(file: RefundFile, how: RefundListHow, cells: string[], line: number): RefundRow {
  const at = (column: RefundColumn) => cells[how.columns.indexOf(column)]?.trim() ?? '';
  const problems: RefundProblem[] = [];
  const wrong = (isError: boolean, column: RefundColumn, code: string, text: string) =>
    problems.push({ isError, line, column, code, text });
  const words = at('state');
  const [head = '', ...rest] = words.split(':');
  const state = STATES[head.trim().toLowerCase()] ?? null;
  const currency = at('currency') || how.currency || '';
  const [amount, refunded] = [sum(at('amount'), how, currency), sum(at('refunded'), how, currency)];
  const [askedOn, refundedOn] = [
    day(at('asked_on'), how.dayOrder),
    day(at('refunded_on'), how.dayOrder),
  ];
  if (!at('vendor')) wrong(true, 'vendor', 'vendor_missing', '');
  if (!at('amount')) wrong(true, 'amount', 'amount_missing', '');
  else if (!amount) wrong(true, 'amount', 'bad_amount', at('amount'));
  else if (!currency) wrong(true, 'currency', 'currency_unknown', at('amount'));
  if (!at('asked_on')) wrong(true, 'asked_on', 'day_missing', '');
  else if (!askedOn) wrong(true, 'asked_on', 'bad_day', at('asked_on'));
  if (state === 'refunded' && !refundedOn) wrong(true, 'refunded_on', 'refund_day_missing', '');
  if (words && !state) wrong(false, 'state', 'state_unknown', words);
  const kept = cells.filter((cell, index) => how.columns[index] === 'notes' && cell.trim());
  const unknown = words && !state ? [`${file.names[how.columns.indexOf('state')]}: ${words}`] : [];
  const answer = rest.length > 0 ? [rest.join(':').trim()] : [];
  return {
    line,
    standing: problems.some((one) => one.isError) ? 'unreadable' : 'fresh',
    vendor: at('vendor'),
    vendorKnown: false,
    what: at('what'),
    amount,
    askedOn,
    state: state ?? (refunded ? 'refunded' : 'open'),
    stateText: words,
    reference: at('reference') || null,
    refunded: refunded ?? (state === 'refunded' ? amount : null),
    refundedOn,
    contact: at('contact') || null,
    notes: [...kept, ...answer, ...unknown].join('\n') || null,
    joinedWith: null,
    dispute: null,
    problems,
  };
}

/** All rows of a list, read as it is said. */
export function rowsOf(file: RefundFile, how: RefundListHow): RefundRow[] {
  const rows = file.cells.map((cells, index) => rowOf(file, how, cells, index + 1 + how.skip));
  return rows.map((row): RefundRow => {
    if (/^total$/i.test(row.vendor) && !row.askedOn) {
      return { ...row, standing: 'total', problems: [] };
    }
    const first = rows.find(
      (one) => row.reference && one.vendor === row.vendor && one.reference === row.reference,
    );
    return { ...row, joinedWith: first && first !== row ? first.line : null };
  });
}

/** What keeps a list from being taken in as its columns are said. */
export function problemsOf(file: RefundFile, how: RefundListHow): RefundProblem[] {
  const problem = (code: string, column: RefundColumn | null, isError = true): RefundProblem => ({
    isError,
    line: null,
    column,
    code,
    text: '',
  });
  if (file.broken) return [{ ...problem(file.broken.code, null), text: file.broken.text }];
  const single = how.columns.filter((one) => !['what', 'notes', 'ignore'].includes(one));
  const twice = single.find((one, index) => single.indexOf(one) !== index);
  const missing = (['vendor', 'amount', 'asked_on'] as const).filter(
    (one) => !how.columns.includes(one),
  );
  return [
    ...missing.map((one) => problem('column_missing', one)),
    ...(twice ? [problem('columns_contradict', twice)] : []),
    ...(file.dayOrderSure ? [] : [problem('day_order_unsure', 'asked_on', false)]),
  ];
}
