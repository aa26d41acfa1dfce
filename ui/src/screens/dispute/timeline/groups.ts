/** The timeline's entries by day, and by what they are about. */
import type { TimelineEntry } from '$lib/backend';

export type Topic = 'all' | 'contact' | 'money' | 'word' | 'remedy' | 'way';

/** What the timeline can be narrowed to, as people say it. */
export const TOPICS: Record<Topic, string> = {
  all: 'Everything',
  contact: 'Calls, letters and notes',
  money: 'Money',
  word: 'Promises and offers',
  remedy: 'Remedies',
  way: 'Steps and helpers',
};

const TOPIC_OF: Record<TimelineEntry['what']['kind'], Exclude<Topic, 'all'>> = {
  opened: 'way',
  closed: 'way',
  event: 'contact',
  claim_arose: 'money',
  moved: 'money',
  promised: 'word',
  promise_ended: 'word',
  offered: 'word',
  offer_answered: 'word',
  climbed: 'way',
  helped: 'way',
  thanked: 'way',
  agreed: 'remedy',
  delivered: 'remedy',
  checked: 'remedy',
  step_done: 'way',
};

/** The entries about one topic, in their order. */
export function about(entries: readonly TimelineEntry[], topic: Topic): TimelineEntry[] {
  return topic === 'all'
    ? [...entries]
    : entries.filter((entry) => TOPIC_OF[entry.what.kind] === topic);
}

export type DayGroup = { day: string; entries: TimelineEntry[] };

/** Neighbouring entries of one day together, in their order. */
export function byDay(entries: readonly TimelineEntry[]): DayGroup[] {
  const groups: DayGroup[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last?.day === entry.day) last.entries.push(entry);
    else groups.push({ day: entry.day, entries: [entry] });
  }
  return groups;
}
