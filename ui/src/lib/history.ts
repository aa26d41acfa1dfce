/** The history of a record, as one entry of its menu. */
import History from '@lucide/svelte/icons/history';
import type { App } from './app.svelte';
import type { RecordNoun } from './backend';
import type { MenuItem } from './parts/Menu.svelte';

/** Shows what changed in a record, and the way back to any moment of it. */
export function historyItem(app: App, noun: RecordNoun, id: string | null): MenuItem {
  return { label: 'History…', icon: History, run: () => app.showHistory(noun, id ?? '') };
}
