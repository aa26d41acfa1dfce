import type { MatchKind } from '$lib/backend';

/** What was made of a line, before what it is for. */
export const MADE_OF: Record<MatchKind, string> = {
  pays: 'Paid',
  takes_back: 'Taken back',
  charged_again: 'Charged again',
  charged_after_end: 'Charged after its end',
};
