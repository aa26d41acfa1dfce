/** What the columns of a list mean, and what of its writing is in doubt. */
import type { RefundColumn, RefundListHow, RefundListPreview } from '$lib/backend';
import { twoDays, type DayExample } from '$lib/words/figures';

/** What several columns may mean at once: they are joined, or left out. */
const JOINED: readonly RefundColumn[] = ['what', 'notes', 'ignore'];

/** Gives a column its meaning; another that had it is left out. */
export function assign(
  columns: readonly RefundColumn[],
  index: number,
  meaning: RefundColumn,
): RefundColumn[] {
  return columns.map((known, at) => {
    if (at === index) return meaning;
    return known === meaning && !JOINED.includes(meaning) ? 'ignore' : known;
  });
}

/** How a list is read now, to be said with a change. */
export function howOf({ reading, columns }: RefundListPreview): RefundListHow {
  const { delimiter, skip, dayOrder, decimalComma, currency } = reading;
  const meanings = columns.map((one) => one.column);
  return { delimiter, skip, dayOrder, decimalComma, currency, columns: meanings };
}

type Read = Pick<RefundListPreview, 'columns' | 'problems'>;

const samplesOf = ({ columns }: Read, wanted: readonly RefundColumn[]) =>
  columns.flatMap((one) => (wanted.includes(one.column) ? one.samples : []));

const textsOf = ({ problems }: Read, code: string) =>
  problems.flatMap((one) => (one.code === code && one.text ? one.text : []));

/** The first day of the list that can be read in two ways; null where none of those shown can. */
export function dayExample(read: Read): DayExample | null {
  return twoDays([
    ...textsOf(read, 'day_order_unsure'),
    ...samplesOf(read, ['asked_on', 'refunded_on']),
  ]);
}

/** A sum of the list that can be read in two ways, and how it is read with each decimal sign. */
export type SumExample = { text: string; point: string; comma: string };

/** The first sum of the list that can be read in two ways, such as `1,250`; null where none can. */
export function sumExample(read: Read): SumExample | null {
  const texts = [...textsOf(read, 'decimal_unsure'), ...samplesOf(read, ['amount', 'refunded'])];
  for (const text of texts) {
    const match = /(?<![\d.,])([1-9]\d{0,2})([.,])(\d{3})(?!\d|[.,]\d)/.exec(text);
    if (!match) continue;
    const [, thousands = '', sign = '', rest = ''] = match;
    const [grouped, decimal] = [`${thousands},${rest}.00`, `${thousands}.${rest}`];
    const [point, comma] = sign === '.' ? [decimal, grouped] : [grouped, decimal];
    return { text: text.trim(), point, comma };
  }
  return null;
}
