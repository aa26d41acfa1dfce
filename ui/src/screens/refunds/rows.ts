/** What becomes of the rows of a list, with what the person leaves out. */
import type { Named, RefundRow, RefundStanding } from '$lib/backend';

/** Whether something of a row is brought in, unless the person leaves it out. */
export function isFresh(standing: RefundStanding): boolean {
  return standing === 'fresh' || standing === 'more';
}

type Left = { has(line: number): boolean };

/** Where nothing is left out. */
export const NOTHING_LEFT: Left = { has: () => false };

/** The first row of the matter that a row belongs to, as the list has it. */
const matterOf = (row: RefundRow) => row.joinedWith ?? row.line;

/** Of each matter for which a dispute begins, the line of the row that begins it. */
export function beginnings(rows: readonly RefundRow[], leftOut: Left): Map<number, number> {
  const lines = new Map<number, number>();
  for (const row of rows) {
    const begins = row.standing === 'fresh' && row.dispute === null && !leftOut.has(row.line);
    if (begins && !lines.has(matterOf(row))) lines.set(matterOf(row), row.line);
  }
  return lines;
}

/** The lines on which a vendor is named first that the record does not know. */
export function newVendors(rows: readonly RefundRow[], leftOut: Left): Set<number> {
  const lines = new Map<string, number>();
  for (const row of rows) {
    const makes = row.standing === 'fresh' && !row.vendorKnown && !leftOut.has(row.line);
    const name = row.vendor.toLocaleLowerCase();
    if (makes && !lines.has(name)) lines.set(name, row.line);
  }
  return new Set(lines.values());
}

export type Outcome =
  /** A dispute begins with it. */
  | { is: 'begins' }
  /** It belongs to the dispute that a row above begins. */
  | { is: 'joins'; line: number }
  /** It is added to a dispute of the record. */
  | { is: 'added'; to: Named }
  /** Only what came of it is added. */
  | { is: 'more'; to: Named | null }
  /** It is there already. */
  | { is: 'known'; in: Named | null }
  /** It is left out: by the person, because it cannot be read, or because it only sums up. */
  | { is: 'out' | 'unreadable' | 'total' };

/** What becomes of a row. */
export function outcomeOf(row: RefundRow, begun: Map<number, number>, leftOut: Left): Outcome {
  switch (row.standing) {
    case 'unreadable':
    case 'total':
      return { is: row.standing };
    case 'known':
      return { is: 'known', in: row.dispute };
    case 'more':
      return leftOut.has(row.line) ? { is: 'out' } : { is: 'more', to: row.dispute };
    case 'fresh': {
      if (leftOut.has(row.line)) return { is: 'out' };
      if (row.dispute) return { is: 'added', to: row.dispute };
      const line = begun.get(matterOf(row)) ?? row.line;
      return line === row.line ? { is: 'begins' } : { is: 'joins', line };
    }
  }
}
