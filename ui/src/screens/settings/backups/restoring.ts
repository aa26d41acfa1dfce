/** Putting a backup in the place of the records, and showing what stands there then. */
import type { App } from '$lib/app.svelte';
import { locale } from '$lib/clock';
import { router } from '$lib/router.svelte';
import { toasts } from '$lib/toasts.svelte';

/** Restores a backup. What is on the screen belongs to the records that were replaced, and goes. */
export async function restore(app: App, id: string): Promise<void> {
  const start = await app.backend.restoreBackup(id, locale());
  // What they offer to undo was done in other records.
  toasts.clear();
  app.leave();
  app.start = start;
  app.revision += 1;
  router.go({ page: 'today' });
  toasts.show({
    title: 'The backup is restored.',
    body: 'Your records as they were are kept: Settings → Backups.',
  });
}
