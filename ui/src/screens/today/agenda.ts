/** The agenda in words, and its items as drawn in lists. */
import type { AgendaItem, AgendaRow } from '$lib/backend';
import { dayText, nearText, overdueText } from '$lib/words/dates';

/** What tells an item of a list from the others. */
export function itemKey({ due }: AgendaItem): string {
  return `${due.kind} ${due.id}`;
}

/** How much else there is in a dispute: `2 more, 1 followed up`. */
export function moreText({ rest, followed }: AgendaRow): string {
  const parts = [
    rest.length > 0 && `${rest.length} more`,
    followed.length > 0 && `${followed.length} followed up`,
  ].filter(Boolean);
  return parts.join(', ');
}

/** When, in two lines: how it stands to today, and the day. */
export function whenText(item: AgendaItem, today: string): { said: string; day: string | null } {
  const { on, at, overdue } = item.due;
  const time = at ? `, ${at}` : '';
  if (overdue) return { said: overdueText(on, today), day: on };
  if (on < today) return { said: 'Due', day: null };
  if (on === today) return { said: `Today${time}`, day: null };
  return { said: `${dayText(on, today)}${time}`, day: null };
}

/** How far away a day is, where that says more than the day. */
export function farText(item: AgendaItem, today: string): string {
  return item.due.on > today ? nearText(item.due.on, today) : '';
}

/** What else is to be known before one acts: one sentence, or nothing. */
export function hint(item: AgendaItem, today: string): string {
  const { followedUp, inTouch, byCadence, due } = item;
  if (followedUp) return `Followed up on ${dayText(followedUp, today)}; it waits with the rest.`;
  if (inTouch && due.kind === 'next_step') {
    return `They were in touch on ${dayText(inTouch, today)}. Is it still needed?`;
  }
  if (inTouch) return `They were in touch on ${dayText(inTouch, today)}. Did it come?`;
  if (!byCadence) return '';
  return due.kind === 'quiet'
    ? 'Is there something to ask, or to close?'
    : 'No day was named; it is time to ask.';
}

/** Until when something was put off: `Back on Mon 29 Jun, or when they answer`. */
export function untilText({ putOff }: AgendaItem, today: string): string {
  if (!putOff) return '';
  const day = dayText(putOff.until, today);
  return putOff.orAnswer ? `Back when they answer, at the latest on ${day}` : `Back on ${day}`;
}
