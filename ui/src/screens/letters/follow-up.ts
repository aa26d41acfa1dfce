import type { NewLetter, SentRow } from '$lib/backend';
import { letterOf } from '$lib/writing';

/** A follow-up to a letter that went out; the record knows to whom that was. */
export function followUp(row: SentRow): NewLetter {
  return letterOf({ dispute: row.dispute.id, kind: 'follow_up', about: row.event });
}
