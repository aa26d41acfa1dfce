/** The letters of a dispute in one list, and how many they are. */
import type { LetterBoard, LetterRow, SentRow } from '$lib/backend';

/** How many letters there are; those that were taken back never went out. */
export function lettersIn(board: LetterBoard | undefined): number {
  if (!board) return 0;
  return board.drafts.length + board.waiting.length + board.earlier.length;
}

export type LetterItem = { draft: LetterRow; sent: null } | { draft: null; sent: SentRow };

/** What is being written, what waits, what is over, and last what was taken back. */
export function lettersInOrder(board: LetterBoard): LetterItem[] {
  const sent = [...board.waiting, ...board.earlier, ...board.takenBack];
  return [
    ...board.drafts.map((draft): LetterItem => ({ draft, sent: null })),
    ...sent.map((row): LetterItem => ({ draft: null, sent: row })),
  ];
}
