/** The list of refunds that lies on the desk. It stays there while other pages are looked at. */
import { Act } from '$lib/act.svelte';
import type { App } from '$lib/app.svelte';
import { Taking } from './taking.svelte';

class Bringing {
  taking: Taking | null = $state.raw(null);
  /** Whether a file is being chosen or read. */
  busy = $state(false);

  /** Lets the person choose a list, and lays it on the desk in place of another. */
  async choose(app: App): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      const preview = await app.backend.openRefundList();
      if (preview === null) return;
      const taking: Taking = new Taking(app, preview, () => {
        if (this.taking === taking) this.taking = null;
      });
      this.taking = taking;
    } catch (thrown) {
      new Act(app).complain(thrown);
    } finally {
      this.busy = false;
    }
  }
}

export const bringing = new Bringing();
