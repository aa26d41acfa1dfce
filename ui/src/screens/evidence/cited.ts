import type { AttachmentView, CitedKind } from '$lib/backend';

/** Whether a record rests on a piece of evidence. */
export function restsOn(file: AttachmentView, kind: CitedKind, id: string | null): boolean {
  return file.citations.some(({ of }) => of.kind === kind && of.id === id);
}
