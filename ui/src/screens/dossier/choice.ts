/** What goes into a dossier: the choices, and the facts that can be left out. */
import type { DossierChoice, DossierPart, EventNoun, TimelineEntry } from '$lib/backend';
import { optional } from '$lib/entries';

export type Choices = {
  preparedFor: string;
  without: DossierPart[];
  leaveOut: string[];
  showAccounts: boolean;
  paper: 'a4' | 'letter';
  withExhibits: boolean;
};

export const ALL_IN: Choices = {
  preparedFor: '',
  without: [],
  leaveOut: [],
  showAccounts: false,
  paper: 'a4',
  withExhibits: false,
};

/** The parts as the printed headings have them, in their order. */
export const PARTS: { part: DossierPart; word: string }[] = [
  { part: 'summary', word: 'Summary' },
  { part: 'people', word: 'People' },
  { part: 'chronology', word: 'Chronology' },
  { part: 'issues', word: 'Issues' },
  { part: 'money', word: 'Money' },
  { part: 'remedies', word: 'Remedies' },
  { part: 'contact_log', word: 'Contact log' },
  { part: 'clocks', word: 'Time limits' },
  { part: 'exhibits', word: 'Index of exhibits' },
];

export const PAPERS = [
  { value: 'a4', label: 'A4' },
  { value: 'letter', label: 'US Letter' },
] as const;

/** What is sent. */
export function choiceOf(choices: Choices, dispute: string): DossierChoice {
  return {
    dispute,
    preparedFor: optional(choices.preparedFor),
    leaveOut: choices.leaveOut,
    without: choices.without,
    showAccounts: choices.showAccounts,
    usLetter: choices.paper === 'letter',
    withExhibits: choices.withExhibits && !choices.without.includes('exhibits'),
  };
}

/** An event with the facts that may go in or stay out. */
export type FactGroup = { key: string; day: string; event: EventNoun; facts: FactLine[] };
export type FactLine = { id: string; text: string };

/** The facts of a stretch of the timeline, event by event. Private notes are no facts. */
export function factGroups(entries: readonly TimelineEntry[]): FactGroup[] {
  return entries.flatMap(({ key, day, what }) => {
    if (what.kind !== 'event' || what.event.facts.length === 0) return [];
    const facts = what.event.facts.map((fact) => ({ id: fact.id ?? '', text: fact.text }));
    return [{ key, day, event: what.event, facts }];
  });
}

/** The list with one added or taken out. */
export function toggled<T>(list: readonly T[], one: T, on: boolean): T[] {
  const others = list.filter((each) => each !== one);
  return on ? [...others, one] : others;
}
