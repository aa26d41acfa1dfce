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

/**
 * The words that can stand there instead without anybody thinking about them, or null: the advice is
 * a sentence for the writer, who alone knows the facts that it asks for.
 */
export function instead(mark: ToneMark, text: string): string | null {
  const { rule, words, start, calmer } = mark;
  if (calmer === null) return '';
  if (rule === 'exclamation') return /[?？]/.test(words) ? '?' : '.';
  if (rule !== 'capitals') return null;
  const small = words.toLocaleLowerCase();
  const begins = /(^|[.!?…]["”’)]*\s+)$/.test(text.slice(0, start));
  return begins ? small.charAt(0).toLocaleUpperCase() + small.slice(1) : small;
}

/** What the button says that changes the words: puts others in, or has them rewritten. */
export function verb(mark: ToneMark, text: string): string {
  const words = instead(mark, text);
  if (words === null) return 'Rewrite these words';
  return words === '' ? 'Take these words out' : `Use “${words}”`;
}

/** Puts the other words in, or selects the words so that typing replaces them. */
export function mend(field: HTMLTextAreaElement, mark: ToneMark): void {
  const text = field.value;
  const words = instead(mark, text);
  if (words === null) {
    field.focus();
    field.setSelectionRange(mark.start, mark.end);
  } else typeInto(field, words === '' ? around(text, mark) : mark, words);
}

/** Words that only go take the blank beside them along. */
export function around(text: string, { start, end }: ToneMark): { start: number; end: number } {
  if (text[start - 1] === ' ' && /^[\s.,;:!?]|^$/.test(text.slice(end))) {
    return { start: start - 1, end };
  }
  return { start, end: text[end] === ' ' ? end + 1 : end };
}

/** Puts words into a field as if they were typed, so that Ctrl+Z takes them out again. */
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
