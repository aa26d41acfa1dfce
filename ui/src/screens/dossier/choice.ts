/** What goes into a dossier: its reader, the choices, and the facts that can be left out. */
import type {
  DossierChoice,
  DossierPart,
  DossierReader,
  EventNoun,
  TimelineEntry,
} from '$lib/backend';
import { optional } from '$lib/entries';

export type Choices = {
  preparedFor: string;
  without: DossierPart[];
  leaveOut: string[];
  showAccounts: boolean;
  paper: 'a4' | 'letter';
  withExhibits: boolean;
  /** A word or phrase a line. */
  covered: string;
};

/** Who may read it, with what such a reader gets. */
export const READERS: { value: DossierReader; label: string; gets: string }[] = [
  {
    value: 'ombudsman',
    label: 'An ombudsman',
    gets: 'Everything with its proof, but not your own next steps.',
  },
  {
    value: 'vendor',
    label: 'The vendor',
    gets: 'The facts and the sums. Not who helped inside, your time limits, or your next steps.',
  },
  {
    value: 'issuer',
    label: 'The card issuer',
    gets: 'What happened when, the money, and the proof.',
  },
  {
    value: 'court',
    label: 'A court',
    gets: 'Everything factual with its proof. Not who helped, or your next steps.',
  },
  { value: 'other', label: 'Somebody else', gets: 'Everything, with a list of the exhibits.' },
];

/** How a reader is called where an edition is listed. */
export const readerWord = (reader: DossierReader) =>
  READERS.find((one) => one.value === reader)?.label ?? '';

/** The parts as the printed headings have them, in their order. */
export const PARTS: { part: DossierPart; word: string }[] = [
  { part: 'summary', word: 'Summary' },
  { part: 'people', word: 'People' },
  { part: 'helpers', word: 'Who helped' },
  { part: 'chronology', word: 'Chronology' },
  { part: 'issues', word: 'Issues' },
  { part: 'money', word: 'Money' },
  { part: 'remedies', word: 'Remedies' },
  { part: 'next_steps', word: 'Next steps' },
  { part: 'contact_log', word: 'Contact log' },
  { part: 'clocks', word: 'Time limits' },
  { part: 'exhibits', word: 'Index of exhibits' },
];

export const PAPERS = [
  { value: 'a4', label: 'A4' },
  { value: 'letter', label: 'US Letter' },
] as const;

/** What was kept or follows from the reader, as the screen has it. */
export function choicesOf(choice: DossierChoice): Choices {
  return {
    preparedFor: choice.preparedFor ?? '',
    without: choice.without,
    leaveOut: choice.leaveOut,
    showAccounts: choice.showAccounts,
    paper: choice.usLetter ? 'letter' : 'a4',
    withExhibits: choice.withExhibits,
    covered: choice.covered.join('\n'),
  };
}

/** What is sent. */
export function choiceOf(choices: Choices, dispute: string, reader: DossierReader): DossierChoice {
  return {
    dispute,
    reader,
    preparedFor: optional(choices.preparedFor),
    leaveOut: choices.leaveOut,
    without: choices.without,
    showAccounts: choices.showAccounts,
    usLetter: choices.paper === 'letter',
    withExhibits: choices.withExhibits && !choices.without.includes('exhibits'),
    covered: choices.covered.split('\n').filter((line) => /[\p{L}\p{N}]/u.test(line)),
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
