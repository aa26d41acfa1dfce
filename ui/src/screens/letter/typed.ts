/** What is typed into a letter, before and while it is saved. */
import type { Letter, LetterParagraph } from '$lib/backend';

/** A paragraph's words as typed. */
export type Typed = {
  /** How the record composed it when they were typed; empty for an added one. */
  base: string;
  text: string;
  /** Behind which paragraph an added one stands. */
  after: string | null;
  saved: boolean;
};

const OWN = 'own/';

/** The key of a new paragraph. Later ones sort behind earlier ones. */
export function newKey(ms: number): string {
  return `${OWN}${String(ms).padStart(15, '0')}`;
}

/** What the words were written over. Typing on does not answer the question about an outdated one. */
export function baseOf(paragraph: LetterParagraph): string {
  return paragraph.standing === 'added' ? '' : (paragraph.was ?? paragraph.composed);
}

/**
 * Behind which paragraph an added one stands: the nearest before it that was there when it was
 * added, for Rust lays the added ones in the order in which they were made.
 */
export function afterOf(
  paragraphs: readonly LetterParagraph[],
  paragraph: LetterParagraph,
): string | null {
  if (paragraph.standing !== 'added') return null;
  const before = paragraphs.slice(
    0,
    paragraphs.findIndex((one) => one.key === paragraph.key),
  );
  const older = (one: LetterParagraph) => one.standing !== 'added' || one.key < paragraph.key;
  return before.findLast(older)?.key ?? null;
}

/** The paragraphs with those that were added on the screen and hold no saved words yet. */
export function withNew(
  paragraphs: readonly LetterParagraph[],
  words: Record<string, Typed>,
): LetterParagraph[] {
  const all = [...paragraphs];
  const fresh = Object.keys(words).filter(
    (key) => key.startsWith(OWN) && !all.some((one) => one.key === key),
  );
  for (const key of fresh.sort()) {
    const after = words[key]?.after ?? null;
    const at = after === null ? 0 : all.findIndex((one) => one.key === after) + 1 || all.length;
    const blank = { composed: '', text: '', standing: 'added', was: null } as const;
    all.splice(at, 0, { key, style: 'prose', ...blank });
  }
  return all;
}

type Kept = { words: Record<string, Typed>; choices: Partial<Letter> | null };

/** What was kept, where it can be read as that. */
export function keptOf(found: unknown): Kept | null {
  if (typeof found !== 'object' || found === null || !('words' in found)) return null;
  const { words, choices } = found as Kept;
  const read = Object.entries(words ?? {}).filter(([, typed]) => typeof typed?.text === 'string');
  const all = read.map(([key, typed]) => [key, { ...typed, saved: false }] as const);
  return { words: Object.fromEntries(all), choices: choices ?? null };
}

const TEXTS = ['office', 'request', 'reason', 'basis', 'nextBody'] as const;

/** The choices as read. What is being typed keeps the blank at its end. */
export function takenOver(shown: Letter | null, read: Letter): Letter {
  const taken = { ...read };
  for (const field of TEXTS) {
    const text = shown?.[field] ?? '';
    if (text && text.trim() === (read[field] ?? '')) taken[field] = text;
  }
  return taken;
}
