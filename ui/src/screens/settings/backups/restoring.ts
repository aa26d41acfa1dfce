/** Putting a backup in the place of the records, and showing what stands there then. */
import type { App } from '$lib/app.svelte';
import type { Backup } from '$lib/backend';
import { locale } from '$lib/clock';
import { router } from '$lib/router.svelte';
import { toasts } from '$lib/toasts.svelte';
import { restoredText } from './words';

/** Restores a backup. What is on the screen belongs to the records that were replaced, and goes. */
export async function restore(app: App, backup: Backup): Promise<void> {
  const title = restoredText(backup, app.today);
  const start = await app.backend.restoreBackup(backup.id, locale());
  // What they offer to undo was done in other records.
  toasts.clear();
  app.leave();
  app.start = start;
  app.revision += 1;
  router.go({ page: 'today' });
  toasts.show({
    title,
    body: 'What it replaced is kept, and can be restored the same way: Settings → Backups.',
  });
}
