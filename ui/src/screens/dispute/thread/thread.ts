/** What stands in the sheet for a pasted thread or chat, and what is sent of it. */
import type {
  Channel,
  DayOrder,
  Direction,
  Named,
  ThreadAdding,
  ThreadBoard,
  ThreadDraft,
} from '$lib/backend';
import { dayEntry, timeEntry, type DayEntry, type TimeEntry } from '$lib/entries';
import { placeUnknown, sideFields, sideOf, type SideFields } from '../../mail/mail';
import { atOf } from '../forms/event';

/** So much can be pasted at once, in bytes; see `mail::thread::LONGEST`. */
export const LONGEST = 400_000;

/** Something that seems to have happened, as it is edited. */
export type DraftFields = SideFields & {
  line: number;
  wanted: boolean;
  /** Whether all of it is shown; otherwise its words alone. */
  open: boolean;
  day: DayEntry;
  time: TimeEntry;
  about: boolean;
  who: string;
  channel: Channel;
  direction: Direction;
  words: string;
  known: Named | null;
  /** Its words and its day as they were read, by which it is told again when the text is read anew. */
  read: { words: string; on: string | null };
};

export type ThreadFields = {
  text: string;
  /** The order of day and month as the person said it. */
  order: DayOrder | null;
  /** A day whose order is to be asked. */
  unsure: string | null;
  /** What was read of the text. */
  drafts: DraftFields[];
  /** What is shown: the text, or what was read of it. */
  step: 'text' | 'drafts';
};

export const NOTHING_PASTED: ThreadFields = {
  text: '',
  order: null,
  unsure: null,
  drafts: [],
  step: 'text',
};

/** A draft as it begins. What the dispute has already is not taken over again. */
export function draftFields(of: ThreadDraft): DraftFields {
  const side = sideFields(of);
  return {
    line: of.line,
    wanted: of.known === null && of.words.trim() !== '',
    open: of.on === null || placeUnknown(side) !== '',
    day: dayEntry(of.on),
    time: timeEntry(of.time),
    about: false,
    who: of.who,
    channel: of.channel,
    direction: of.direction,
    words: of.words,
    known: of.known,
    read: { words: of.words, on: of.on },
    ...side,
  };
}

/** What was read, as the form holds it. What was said of a message before stays said. */
export function readFields(
  board: ThreadBoard,
  before: readonly DraftFields[],
): Pick<ThreadFields, 'drafts' | 'unsure' | 'step'> {
  const left = [...before];
  const drafts = board.drafts.map((of) => {
    const at = left.findIndex((one) => one.read.words === of.words && one.who === of.who);
    const [said] = at < 0 ? [] : left.splice(at, 1);
    return said ? saidAgain(draftFields(of), said) : draftFields(of);
  });
  return { drafts, unsure: board.unsureDay, step: 'drafts' };
}

/** A draft that was read anew, with what was said of it before; its day only where it was changed. */
function saidAgain(read: DraftFields, said: DraftFields): DraftFields {
  const isDayKept = said.day.day !== said.read.on || said.day.text !== (said.read.on ?? '');
  const { day, time } = isDayKept ? said : read;
  return { ...said, day, time, line: read.line, known: read.known, read: read.read };
}

/** The two days that a day in figures may be; null where it is not such a one. */
export function bothDays(text: string): Record<'day_first' | 'month_first', string> | null {
  const match = /(\d{1,2})[./ -]+(\d{1,2})[./ -]+(\d{4}|\d{2})\b/.exec(text);
  if (!match) return null;
  const [, first = '', second = '', year = ''] = match;
  const full = year.length === 2 ? `20${year}` : year;
  const two = (figure: string) => figure.padStart(2, '0');
  return {
    day_first: `${full}-${two(second)}-${two(first)}`,
    month_first: `${full}-${two(first)}-${two(second)}`,
  };
}

/** What is missing, by field. */
export function threadMissing(value: ThreadFields, today: string): Record<string, string> {
  if (!value.drafts.some((draft) => draft.wanted))
    return { drafts: 'Please tick what is to be taken over.' };
  const found: Record<string, string> = {};
  value.drafts.forEach((draft, index) => {
    if (!draft.wanted) return;
    const at = (field: string) => `draft-${index}-${field}`;
    const { day, text } = draft.day;
    if (!draft.words.trim()) found[at('words')] = 'Please write what was said.';
    if (!day && !text.trim()) found[at('day')] = 'On which day?';
    else if (day && day > today) found[at('day')] = 'That day has not come yet.';
    const place = placeUnknown(draft);
    if (place) found[at('vendor')] = place;
  });
  return found;
}

/** What is sent. */
export function threadAdding(dispute: string, value: ThreadFields, name: string): ThreadAdding {
  const wanted = value.drafts.filter((draft) => draft.wanted);
  return {
    dispute,
    text: value.text,
    name,
    events: wanted.map((draft) => ({
      line: draft.line,
      at: atOf({ day: draft.day, time: draft.time }, null),
      precision: draft.about ? 'about' : 'exact',
      channel: draft.channel,
      direction: draft.direction,
      ...sideOf(draft),
      words: draft.words.trim(),
    })),
  };
}

/** So many events, as people say it. */
export function eventsText(count: number): string {
  return count === 1 ? 'one event' : `${count} events`;
}
