/** The disputes in which nothing is planned: they ask together, and not one by one. */
import type { AgendaRow, Today } from '$lib/backend';

/** Whether nothing else asks in the dispute of this row. */
function isQuiet({ lead, rest, followed }: AgendaRow): boolean {
  return lead.due.kind === 'quiet' && rest.length + followed.length === 0;
}

/** The rows that ask for something, and apart from them those in which only nothing is planned. */
export function apart(shown: Pick<Today, 'overdue' | 'today' | 'week'>) {
  const asks = (rows: AgendaRow[]) => rows.filter((row) => !isQuiet(row));
  return {
    overdue: asks(shown.overdue),
    today: asks(shown.today),
    week: asks(shown.week),
    quiet: [...shown.today, ...shown.week].filter(isQuiet),
  };
}

/** The button that plans for those that are ticked: `Plan a step for 4 disputes`. */
export function planText(ticked: number): string {
  return ticked === 1 ? 'Plan a step' : `Plan a step for ${ticked} disputes`;
}
