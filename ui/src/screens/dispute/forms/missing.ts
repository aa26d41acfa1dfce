/** What a form says of a field that has to be filled in. Fields that are fine give ''. */
import type { DayEntry, MoneyEntry } from '$lib/entries';

export const textMissing = (text: string, sentence: string): string =>
  text.trim() ? '' : sentence;

/** A day that is not understood says so itself; only an empty one is missing. */
export const dayMissing = (entry: DayEntry, sentence: string): string =>
  (entry.day ?? entry.text.trim()) ? '' : sentence;

export const sumMissing = (entry: MoneyEntry, sentence: string): string =>
  (entry.money ?? entry.text.trim()) ? '' : sentence;
