/** What a form says of a field that has to be filled in. Fields that are fine give ''. */
import type { Choice, DayEntry, MoneyEntry } from '$lib/entries';

export const textMissing = (text: string, sentence: string): string =>
  text.trim() ? '' : sentence;

/** A day that is not understood says so itself; only an empty one is missing. */
export const dayMissing = (entry: DayEntry, sentence: string): string =>
  (entry.day ?? entry.text.trim()) ? '' : sentence;

export const sumMissing = (entry: MoneyEntry, sentence: string): string =>
  (entry.money ?? entry.text.trim()) ? '' : sentence;

/** What was typed but is none of the list would be lost without a word. */
export const notOfList = (choice: Choice): string =>
  choice.id === null && choice.name.trim()
    ? 'Please choose one of the list, or leave it empty.'
    : '';
