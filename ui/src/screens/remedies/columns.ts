/** The columns of the remedies' board. */
import type { RemedyStatus, RemedyView } from '$lib/backend';

/** The columns, in the order of a remedy's life. */
export const COLUMNS: readonly RemedyStatus[] = [
  'promised',
  'late',
  'delivered',
  'holding',
  'reversed',
  'expired',
];

/** What each column means, in a few words. */
export const COLUMN_HINTS: Record<RemedyStatus, string> = {
  promised: 'Agreed, not here yet',
  late: 'The day has passed',
  delivered: 'Here; not looked at yet',
  holding: 'Looked at, and it held',
  reversed: 'Does not hold any more',
  expired: 'Its time is over',
};

/** The remedies of each column that has any. */
export function grouped(views: readonly RemedyView[]): [RemedyStatus, RemedyView[]][] {
  return COLUMNS.map((status): [RemedyStatus, RemedyView[]] => [
    status,
    views.filter((view) => view.status === status),
  ]).filter(([, group]) => group.length > 0);
}
