/** A hand-over archive of another household, which may have a passphrase. */
import { BackendError } from '../error';
import type { ArchiveLook, ArchiveSaved, FolderSaved } from '../types';

const NAME = { name: 'marlow.holdfast' };
const LOOK: ArchiveLook = {
  household: 'The Marlows',
  madeAt: '2026-06-19T13:00:00Z',
  disputes: 7,
  files: 12,
  lacking: 0,
};

export class Handover {
  /** What the archive that is chosen needs. */
  passphrase: string | null = null;
  /** With which passphrases archives were saved. */
  savedWith: (string | null)[] = [];
  /** Whether the records were replaced when it was taken in. */
  replaced: boolean | null = null;

  save(passphrase: string | null): ArchiveSaved {
    this.savedWith.push(passphrase);
    return { disputes: 4, files: 3, lacking: 0 };
  }

  folder = (): FolderSaved => ({ disputes: 4, letters: 2, files: 3, lacking: 1 });

  look(typed: string | null): ArchiveLook {
    if (this.passphrase === typed) return LOOK;
    const code = typed === null ? 'archive_sealed' : 'archive_wrong_passphrase';
    throw new BackendError({ code, values: NAME, problems: [] });
  }
}
