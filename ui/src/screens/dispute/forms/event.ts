/** What the form of an event holds, and what it sends. */
import type { Channel, Direction, EventNoun, FactStatus, Person, Precision } from '$lib/backend';
import { instantOf } from '$lib/clock';
import {
  dayEntry,
  optional,
  timeEntry,
  wholeNumber,
  type Choice,
  type DayEntry,
  type TimeEntry,
} from '$lib/entries';
import { timeText } from '$lib/words/dates';
import type { Begun } from '../desk.svelte';
import { NO_PERSON, personPick, type PersonPick, type VendorPick } from './picks';

export type FactFields = {
  id: string | null;
  text: string;
  status: FactStatus;
  acknowledgedBy: Choice;
};

export type EventFields = {
  day: DayEntry;
  time: TimeEntry;
  precision: Precision;
  channel: Channel;
  direction: Direction;
  vendor: VendorPick;
  people: PersonPick[];
  answered: 'yes' | 'no' | 'unknown';
  waited: string;
  minutes: string;
  facts: FactFields[];
  note: string;
};

export const blankFact = (text = ''): FactFields => ({
  id: null,
  text,
  status: 'undisputed',
  acknowledgedBy: { id: null, name: '' },
});

const ANSWERED = { true: 'yes', false: 'no', null: 'unknown' } as const;

/** The fields of an event as it stands; `personOf` finds the people that it names. */
export function eventFields(
  event: EventNoun,
  vendor: VendorPick,
  personOf: (id: string) => Person | undefined,
): EventFields {
  const people = event.contacts.map((id) => personPick(personOf(id) ?? { id, name: '…' }));
  return {
    day: dayEntry(event.at.slice(0, 10)),
    time: timeEntry(timeText(event.at)),
    precision: event.precision,
    channel: event.channel,
    direction: event.direction,
    vendor,
    people: people.length > 0 ? people : [{ ...NO_PERSON }],
    answered: ANSWERED[`${event.answered}`],
    waited: event.waitedMinutes === null ? '' : String(event.waitedMinutes),
    minutes: event.minutes === null ? '' : String(event.minutes),
    facts:
      event.facts.length > 0
        ? event.facts.map((fact) => ({
            id: fact.id,
            text: fact.text,
            status: fact.status,
            acknowledgedBy: fact.acknowledgedBy
              ? { id: fact.acknowledgedBy, name: personOf(fact.acknowledgedBy)?.name ?? '…' }
              : { id: null, name: '' },
          }))
        : [blankFact()],
    note: event.note ?? '',
  };
}

/** The fields of a new event. */
export function newEventFields(today: string, vendor: VendorPick, begun?: Begun): EventFields {
  return {
    day: dayEntry(today),
    time: timeEntry(null),
    precision: 'exact',
    channel: begun?.channel ?? 'phone',
    direction: begun?.direction ?? 'out',
    vendor,
    people: [{ ...NO_PERSON }],
    answered: 'unknown',
    waited: '',
    minutes: '',
    facts: [blankFact(begun?.text)],
    note: '',
  };
}

/**
 * When it happened, as it is sent: a day, or an instant. What was not changed goes back as it was; a
 * changed time keeps the offset in which the event was recorded.
 */
export function atOf(fields: Pick<EventFields, 'day' | 'time'>, before: string | null): string {
  const day = fields.day.day ?? '';
  const { time } = fields.time;
  if (time === null) return day;
  if (before && before.slice(0, 10) === day && timeText(before) === time) return before;
  const offset = before ? /T.*?(Z|[+-]\d{2}:\d{2})$/.exec(before)?.[1] : undefined;
  return offset ? `${day}T${time}:00${offset}` : instantOf(day, time);
}

/** What is missing or cannot be a number of minutes. */
export function eventMissing(fields: EventFields): Record<string, string> {
  const minutes = (text: string) =>
    text.trim() && wholeNumber(text) === null ? 'Please write a whole number of minutes.' : '';
  const said = fields.facts.some((fact) => fact.text.trim()) || fields.note.trim();
  const known = said || fields.people.some((one) => one.name.trim()) || fields.vendor.name.trim();
  return {
    at: fields.day.day || fields.day.text.trim() ? '' : 'On which day?',
    waitedMinutes: minutes(fields.waited),
    minutes: minutes(fields.minutes),
    text: known ? '' : 'Please write what happened, or with whom.',
  };
}

/** The event as it is sent. `idOf` gives the id of somebody by their choice, also of a new one. */
export function eventOf(
  dispute: string,
  fields: EventFields,
  before: EventNoun | null,
  ids: { vendor: string | null; people: string[]; acknowledged: (choice: Choice) => string | null },
): EventNoun {
  return {
    id: before?.id ?? null,
    dispute,
    at: atOf(fields, before?.at ?? null),
    precision: fields.precision,
    channel: fields.channel,
    direction: fields.direction,
    vendor: ids.vendor,
    contacts: ids.people,
    answered: { yes: true, no: false, unknown: null }[fields.answered],
    waitedMinutes: wholeNumber(fields.waited),
    minutes: wholeNumber(fields.minutes),
    facts: fields.facts
      .filter((fact) => fact.text.trim())
      .map((fact) => ({
        id: fact.id,
        text: fact.text.trim(),
        status: fact.status,
        acknowledgedBy: ids.acknowledged(fact.acknowledgedBy),
      })),
    note: optional(fields.note),
  };
}
