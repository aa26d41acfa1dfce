/** The menu that most records have. */
import Paperclip from '@lucide/svelte/icons/paperclip';
import Pencil from '@lucide/svelte/icons/pencil';
import Trash2 from '@lucide/svelte/icons/trash-2';
import type { CitedKind, RecordKind } from '$lib/backend';
import { historyItem } from '$lib/history';
import type { MenuItem } from '$lib/parts/Menu.svelte';
import type { Desk, FormRequest } from '../desk.svelte';

/** Edit, what else there is, its history, and Remove. */
export function recordMenu(
  desk: Desk,
  edit: FormRequest,
  kind: RecordKind,
  id: string | null,
  more: MenuItem[] = [],
): MenuItem[] {
  return [
    { label: 'Edit', icon: Pencil, run: () => desk.open(edit) },
    ...more,
    historyItem(desk.app, kind, id),
    { label: 'Remove', icon: Trash2, careful: true, run: () => void desk.remove(kind, id) },
  ];
}

/** Evidence for a record, as one entry of its menu. */
export function evidenceItem(
  desk: Desk,
  kind: CitedKind,
  id: string | null,
  words: string,
): MenuItem {
  const run = () => desk.addEvidence({ kind, id: id ?? '' }, words);
  return { label: 'Add evidence…', icon: Paperclip, run };
}
