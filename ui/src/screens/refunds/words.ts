/** What is said of a list of refunds: what was understood, what becomes of it, what was made. */
import type { Money, RefundListPreview, RefundListReading, RefundListTaken } from '$lib/backend';
import { isZero, moneyText } from '$lib/words/money';
import { REFUND_STATES } from '$lib/words/refunds';
import { DAY_ORDERS, delimiterWord } from '$lib/words/statements';

/** `1 row`, `14 rows`. */
export const rowCount = (count: number) => (count === 1 ? '1 row' : `${count} rows`);

const many = (count: number, one: string, several: string) =>
  count === 1 ? `1 ${one}` : `${count} ${several}`;

/** `a`, `a and b`, `a, b and c`. */
function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

const sumsText = (sums: readonly Money[]) =>
  listed(sums.filter((sum) => !isZero(sum)).map(moneyText));

/** `14 rows: 9 open, 5 refunded; 1,840.00 USD asked for, 612.40 USD came back.` */
export function understood({ count, states, sums }: RefundListPreview): string {
  const stand = states.map((one) => `${one.rows} ${REFUND_STATES[one.state].toLowerCase()}`);
  const unread = count.unreadable > 0 ? [`${count.unreadable} that cannot be read yet`] : [];
  const rows = [rowCount(count.all - count.totals), [...stand, ...unread].join(', ')];
  const asked = sumsText(sums.map((sum) => sum.claimed));
  const back = sumsText(sums.map((sum) => sum.refunded));
  const money = asked
    ? `; ${asked} asked for, ${back ? `${back} came back` : 'nothing back yet'}`
    : '';
  return `${rows.filter(Boolean).join(': ')}${money}.`;
}

/** How many rows are brought in, beside those that the person leaves out. */
export const bringText = (count: number) =>
  count === 0 ? 'Bring them in' : `Bring in ${rowCount(count)}`;

/** `The first 200 rows are shown. The other 57 are brought in too, where they can be read.` */
export function restText(shown: number, rest: number): string {
  const other = rest === 1 ? 'The other one is' : `The other ${rest} are`;
  return `The first ${rowCount(shown)} are shown. ${other} brought in too, unless something is the matter.`;
}

/** What becomes of the rows, each as a short sentence. */
export function becomes(
  { count, disputes }: Pick<RefundListPreview, 'count'> & { disputes: number },
  leftOut: number,
): string[] {
  const { known, unreadable, totals } = count;
  // Where none can be read, that was said already.
  const isSome = count.fresh + count.more + known > 0;
  const is = (rows: number, words: string) =>
    rows === 1 ? `1 row is ${words}.` : `${rows} rows are ${words}.`;
  return [
    disputes > 0 ? `This makes ${many(disputes, 'dispute', 'disputes')}.` : '',
    known > 0 ? is(known, 'here already') : '',
    leftOut > 0 ? is(leftOut, 'left out by you') : '',
    unreadable > 0 && isSome ? is(unreadable, 'left out until mended') : '',
    totals > 0 ? `${rowCount(totals)} only ${totals === 1 ? 'sums' : 'sum'} up the others.` : '',
  ].filter(Boolean);
}

/** `Read in UTF-8: semicolon between columns, a decimal comma, days as day, month, year.` */
export function howRead(reading: RefundListReading): string {
  const { encoding, delimiter, decimalComma, dayOrder, currency } = reading;
  const parts = [
    `${delimiterWord(delimiter)} between columns`,
    decimalComma ? 'a decimal comma' : 'a decimal point',
    ...(currency ? [`${currency} where no currency is named`] : []),
    `days as ${DAY_ORDERS[dayOrder].toLowerCase()}`,
  ];
  return `Read in ${encoding}: ${parts.join(', ')}.`;
}

/** `11 disputes were begun: 12 sums asked for, 4 refunds to check, 9 new vendors.` */
export function takenSentence(taken: RefundListTaken): string {
  const { disputes, addedTo, claims, remedies, vendors, people, leftOut } = taken;
  const begun = disputes > 0 ? many(disputes, 'dispute was begun', 'disputes were begun') : '';
  const grown =
    addedTo > 0
      ? `${many(addedTo, 'dispute', 'disputes')} ${begun ? 'more ' : ''}got something new`
      : '';
  const made = [
    claims > 0 ? many(claims, 'sum asked for', 'sums asked for') : '',
    remedies > 0 ? many(remedies, 'refund to check', 'refunds to check') : '',
    vendors > 0 ? many(vendors, 'new vendor', 'new vendors') : '',
    people > 0 ? many(people, 'new person', 'new people') : '',
  ].filter(Boolean);
  const did = listed([begun, grown].filter(Boolean)) || 'Nothing new was found';
  const rest =
    leftOut > 0 ? ` ${rowCount(leftOut)} ${leftOut === 1 ? 'was' : 'were'} left out.` : '';
  return `${did}${made.length > 0 ? `: ${made.join(', ')}` : ''}.${rest}`;
}
