import type { Act } from '$lib/act.svelte';
import type { App } from '$lib/app.svelte';

/** Lets the person choose a bank’s file, and shows what it holds over whatever page is shown. */
export async function chooseStatement(app: App, act: Act): Promise<void> {
  try {
    const previews = await app.backend.chooseStatement();
    if (previews.length > 0) app.statement = previews;
  } catch (thrown) {
    act.complain(thrown);
  }
}
