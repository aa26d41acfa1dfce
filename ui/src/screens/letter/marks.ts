/** Where the words stand that sound harsher than they need to, while the paragraph is typed in. */
import type { ToneMark } from '$lib/backend';

export type Piece = { text: string; mark: ToneMark | null };

/** The marks of a text at the places where their words stand now; those that are gone are left out. */
export function placed(marks: readonly ToneMark[], text: string): ToneMark[] {
  const found: ToneMark[] = [];
  let free = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    const start = nearest(text, mark, free);
    if (start === null) continue;
    found.push({ ...mark, start, end: start + mark.words.length });
    free = start + mark.words.length;
  }
  return found;
}

/** Where the mark's words begin, closest to where they were, behind what is marked already. */
function nearest(text: string, mark: ToneMark, free: number): number | null {
  const { words, start } = mark;
  if (words === '') return null;
  if (start >= free && text.startsWith(words, start)) return start;
  const behind = text.indexOf(words, Math.max(free, start));
  const before = text.lastIndexOf(words, start);
  const there = [behind, before].filter((at) => at >= free);
  if (there.length === 0) return null;
  return there.reduce((a, b) => (Math.abs(a - start) <= Math.abs(b - start) ? a : b));
}

/** The text in pieces, marked and unmarked, in reading order. */
export function pieces(text: string, marks: readonly ToneMark[]): Piece[] {
  const all: Piece[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start > at) all.push({ text: text.slice(at, mark.start), mark: null });
    all.push({ text: text.slice(mark.start, mark.end), mark });
    at = mark.end;
  }
  if (at < text.length) all.push({ text: text.slice(at), mark: null });
  return all;
}

/** The stretch that is replaced: words that only go take the blank before them along. */
export function stretch(text: string, mark: ToneMark): { start: number; end: number } {
  const { start, end } = mark;
  if (mark.calmer) return { start, end };
  if (text[start - 1] === ' ' && /^[\s.,;:!?]|^$/.test(text.slice(end))) {
    return { start: start - 1, end };
  }
  return { start, end: text[end] === ' ' ? end + 1 : end };
}

/**
 * Puts words into a field as if they were typed, so that Ctrl+Z takes them out again; gives nothing
 * where the field is not shown.
 */
export function typeInto(
  field: HTMLTextAreaElement,
  { start, end }: { start: number; end: number },
  words: string,
): void {
  field.focus();
  field.setSelectionRange(start, end);
  // The only command that a field's own undo knows; marked as old, and without a successor.
  const command: unknown = Reflect.get(document, 'execCommand');
  const typed =
    typeof command === 'function' &&
    (words === ''
      ? (command.call(document, 'delete') as boolean)
      : (command.call(document, 'insertText', false, words) as boolean));
  if (typed) return;
  field.setRangeText(words, start, end, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
}
