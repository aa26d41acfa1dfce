/** The sections of a dispute’s page. */
import type { DisputeView, LetterBoard } from '$lib/backend';
import type { SpotKind } from '$lib/router.svelte';
import { lettersIn } from './sections/letters';

export type Section =
  | 'timeline'
  | 'money'
  | 'promises'
  | 'remedies'
  | 'letters'
  | 'steps'
  | 'people'
  | 'files'
  | 'about';

/** What each is called, in their order. */
export const SECTIONS: Record<Section, string> = {
  timeline: 'Timeline',
  money: 'Money',
  promises: 'Promises',
  remedies: 'Remedies',
  letters: 'Letters',
  steps: 'Steps',
  people: 'People',
  files: 'Files',
  about: 'About',
};

/** In which section a record stands that search leads to. */
export const SECTION_OF: Record<SpotKind, Section> = {
  event: 'timeline',
  claim: 'money',
  promise: 'promises',
  offer: 'promises',
  remedy: 'remedies',
  help: 'people',
  rung: 'steps',
  step: 'steps',
  issue: 'about',
};

/** The place of the time limits in their section, as `data-record` says it. */
export const TIME_LIMITS = 'time-limits';

/** The sections as tabs, each with how many things stand in it. */
export function tabsOf(view: DisputeView, letters: LetterBoard | undefined) {
  const counts: Partial<Record<Section, number>> = {
    money: view.claims.length,
    promises: view.promises.length + view.offers.length,
    remedies: view.remedies.length,
    letters: lettersIn(letters),
    steps: view.nextSteps.length + view.rungs.length,
    people: view.parties.length,
    files: view.attachments.length,
  };
  const names = Object.entries(SECTIONS) as [Section, string][];
  return names.map(([value, label]) => ({ value, label, count: counts[value] }));
}
