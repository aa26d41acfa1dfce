/** What can be done with a piece of evidence, wherever it is shown. */
import Download from '@lucide/svelte/icons/download';
import Eraser from '@lucide/svelte/icons/eraser';
import Eye from '@lucide/svelte/icons/eye';
import Link2 from '@lucide/svelte/icons/link-2';
import Pencil from '@lucide/svelte/icons/pencil';
import Trash2 from '@lucide/svelte/icons/trash-2';
import { useAct, type Act } from '$lib/act.svelte';
import { useApp, type App } from '$lib/app.svelte';
import type { AttachmentView, CitationView, CoveredPart, Done, Part } from '$lib/backend';
import { historyItem } from '$lib/history';
import type { MenuItem } from '$lib/parts/Menu.svelte';
import { toasts } from '$lib/toasts.svelte';
import { pieceName } from './words';

/** A form over a piece: what is said of it, what rests on it, or whether it goes for good. */
export type PieceRequest =
  | { of: 'say'; file: AttachmentView }
  | { of: 'erase'; file: AttachmentView }
  | { of: 'rest'; file: AttachmentView; citation: CitationView | null };

export class Pieces {
  readonly #app: App;
  readonly #act: Act;
  /** The form that is open. */
  request: PieceRequest | null = $state.raw(null);

  constructor(app: App, act: Act) {
    this.#app = app;
    this.#act = act;
  }

  close = (): void => {
    this.request = null;
  };

  /** All that can be done from a list. */
  menu(file: AttachmentView): MenuItem[] {
    const ofBytes = (item: MenuItem): MenuItem[] => (file.erasedOn ? [] : [item]);
    return [
      { label: 'Open', icon: Eye, run: () => this.#app.look(file.id) },
      { label: 'Edit', icon: Pencil, run: () => (this.request = { of: 'say', file }) },
      {
        label: 'What rests on it…',
        icon: Link2,
        run: () => (this.request = { of: 'rest', file, citation: null }),
      },
      ...ofBytes({ label: 'Save a copy…', icon: Download, run: () => void this.saveCopy(file) }),
      historyItem(this.#app, 'attachment', file.id),
      { label: 'Remove', icon: Trash2, careful: true, run: () => void this.remove(file) },
      ...ofBytes({
        label: 'Erase for good…',
        icon: Eraser,
        careful: true,
        run: () => (this.request = { of: 'erase', file }),
      }),
    ];
  }

  /** Puts it into the bin; Undo brings it back. */
  remove(file: AttachmentView): Promise<Done | null> {
    return this.#act.run(
      () => this.#app.backend.remove('attachment', file.id),
      'Moved to the bin. Nothing is lost.',
    );
  }

  /** Says that something no longer rests on it. */
  unlink(file: AttachmentView, citation: CitationView): Promise<Done | null> {
    return this.#act.run(
      () => this.#app.backend.uncite(file.id, citation.id),
      'It no longer rests on this.',
    );
  }

  /** Covers a part of it in dossiers. */
  cover(file: AttachmentView, part: Part): Promise<Done | null> {
    return this.#act.run(
      () => this.#app.backend.cover(file.id, part),
      'Covered in every dossier from now on.',
    );
  }

  /** Covers a part no longer. */
  uncover(file: AttachmentView, one: CoveredPart): Promise<Done | null> {
    return this.#act.run(() => this.#app.backend.uncover(file.id, one.id), 'No longer covered.');
  }

  /** Saves a copy where the person says. */
  saveCopy(file: AttachmentView): Promise<void> {
    return this.saved(() => this.#app.backend.saveAttachment(file.id), pieceName(file));
  }

  /** Saves something, and says so where it was. */
  async saved(save: () => Promise<boolean>, name: string): Promise<void> {
    try {
      if (await save()) toasts.show({ title: `A copy of ${name} was saved.` });
    } catch (thrown) {
      this.#act.complain(thrown);
    }
  }
}

/** To be called while a component is being set up. */
export function usePieces(): Pieces {
  return new Pieces(useApp(), useAct());
}
