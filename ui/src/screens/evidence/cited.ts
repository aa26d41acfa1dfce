/** What rests on which piece of evidence. */
import type { AttachmentView, CitedKind } from '$lib/backend';

/** A piece of evidence as something rests on it: with the place in it. */
export type CitedPiece = { file: AttachmentView; place: string | null };

/** What a record rests on. */
export function piecesOf(
  files: readonly AttachmentView[],
  kind: CitedKind,
  id: string | null,
): CitedPiece[] {
  return files.flatMap((file) =>
    file.citations
      .filter(({ of }) => of.kind === kind && of.id === id)
      .map(({ place }) => ({ file, place })),
  );
}
