/** What was typed and is not on the disk yet, over all forms: kept before the records are locked. */
import type { Backend } from './backend';

export type Drafts = Pick<Backend, 'saveDraft' | 'draft' | 'dropDraft'>;

/** Drafts of which something is not on the disk yet. */
export const unwritten = new Set<{ flush: () => Promise<unknown> }>();

/** What is being written or could not be, by key; its form may be gone. */
export const left = new Map<string, string>();

/** Whether anything that was typed is not on the disk. */
export const isUnwritten = (): boolean => unwritten.size > 0 || left.size > 0;

/** Keeps all that was typed and is not kept yet; done when that was tried. */
export async function flushDrafts(): Promise<void> {
  await Promise.all([...unwritten].map((draft) => draft.flush()));
}

/** Writes what could not be written, such as while the records were locked. What fails stays. */
export async function writeLeft(backend: Drafts): Promise<void> {
  for (const [key, text] of [...left]) {
    try {
      await backend.saveDraft(key, text);
      left.delete(key);
    } catch {
      // Its form shows it all the same, and keeps it again.
    }
  }
}
