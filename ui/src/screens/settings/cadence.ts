/** How long the household waits for answers, in words and as it is typed. */
import { wholeNumber } from '$lib/entries';

/** `Be in touch again after 7, 14, 28 and 42 days.` */
export function cadenceText(days: number[]): string {
  const rest = days.slice(0, -1).join(', ');
  return `Be in touch again after ${rest} and ${days.at(-1) ?? ''} days.`;
}

/** The days as typed; null while one is not understood. */
export function typedDays(texts: string[]): number[] | null {
  const days = texts.map(wholeNumber);
  return days.every((day) => day !== null) ? days : null;
}

/** What stands in the way of the days: a sentence, or nothing. */
export function cadenceProblem(texts: string[]): string {
  const days = typedDays(texts);
  if (!days) return 'Please write whole days, such as 14.';
  const rising = days.every((day, place) => day > (days[place - 1] ?? 0));
  if (!rising) return 'Each has to be longer than the one before.';
  return (days.at(-1) ?? 0) > 365 ? 'The longest is a year, 365 days.' : '';
}
