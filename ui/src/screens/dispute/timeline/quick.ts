/** The quick line: in which ways something can have happened, and the event that it makes. */
import type { Channel, Direction, EventNoun } from '$lib/backend';

export type QuickWay =
  | 'note'
  | 'called'
  | 'were_called'
  | 'email_out'
  | 'email_in'
  | 'letter_out'
  | 'letter_in'
  | 'chat'
  | 'visit'
  | 'statement';

export type QuickFields = { text: string; way: QuickWay };

type Way = { value: QuickWay; label: string; channel: Channel; direction: Direction };

/** The ways, as people say them. */
export const QUICK_WAYS: readonly Way[] = [
  { value: 'note', label: 'Note', channel: 'other', direction: 'internal' },
  { value: 'called', label: 'We called', channel: 'phone', direction: 'out' },
  { value: 'were_called', label: 'They called', channel: 'phone', direction: 'in' },
  { value: 'email_out', label: 'E-mail sent', channel: 'email', direction: 'out' },
  { value: 'email_in', label: 'E-mail came', channel: 'email', direction: 'in' },
  { value: 'letter_out', label: 'Letter sent', channel: 'letter', direction: 'out' },
  { value: 'letter_in', label: 'Letter came', channel: 'letter', direction: 'in' },
  { value: 'chat', label: 'Chat', channel: 'chat', direction: 'out' },
  { value: 'visit', label: 'Visit', channel: 'visit', direction: 'out' },
  { value: 'statement', label: 'Statement', channel: 'statement', direction: 'in' },
];

/** The channel and direction of a way; a note where a kept draft names one that is not known. */
export function wayOf(way: QuickWay): { channel: Channel; direction: Direction } {
  return QUICK_WAYS.find((one) => one.value === way) ?? { channel: 'other', direction: 'internal' };
}

/** The event of a quick note: one undisputed fact of today. */
export function quickEvent(dispute: string, fields: QuickFields, today: string): EventNoun {
  const { channel, direction } = wayOf(fields.way);
  return {
    id: null,
    dispute,
    at: today,
    precision: 'exact',
    channel,
    direction,
    vendor: null,
    contacts: [],
    answered: null,
    waitedMinutes: null,
    minutes: null,
    facts: [{ id: null, text: fields.text.trim(), status: 'undisputed', acknowledgedBy: null }],
    note: null,
  };
}
