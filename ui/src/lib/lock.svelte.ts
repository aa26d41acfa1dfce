/** Locking: by hand, and of its own accord after a while without use. */
import { tick } from 'svelte';
import type { Act } from './act.svelte';
import type { App } from './app.svelte';
import { BackendError } from './backend';
import { nowMs } from './clock';
import { flushDrafts } from './unwritten';
import { router } from './router.svelte';
import { toasts } from './toasts.svelte';

/** How often is looked whether the time has come. */
const LOOK_MS = 5_000;

/** Whether there is anything to lock: a passphrase opens the records, and they are open. */
function canLock(app: App): boolean {
  return app.protection.isEncrypted && app.refused === null;
}

/** Locks the records, after all that was typed is kept. Where there is no passphrase, says how to set one. */
export async function lock(app: App, act: Act): Promise<void> {
  if (!canLock(app)) {
    if (app.refused === null) sayHow();
    return;
  }
  // The sample is closed with one's own records, which are opened again.
  if (app.start.isSample) router.go({ page: 'today' });
  // What was typed a moment ago is handed to the drafts first.
  await tick();
  await flushDrafts();
  app.refuses(lockedError());
  try {
    await app.backend.lock();
  } catch (thrown) {
    // They are still open, and are shown again.
    app.refused = null;
    await app.changed();
    act.complain(thrown);
  }
}

/** The records were locked by something else. What was typed last waits until they are unlocked. */
export async function wasLocked(app: App): Promise<void> {
  await tick();
  await flushDrafts();
  app.refuses(lockedError());
}

const lockedError = () => new BackendError({ code: 'locked', values: {}, problems: [] });

function sayHow() {
  toasts.show({
    title: 'There is no passphrase yet.',
    body: 'With one, your records can be locked.',
    button: { label: 'Settings', run: () => router.go({ page: 'settings' }) },
  });
}

/** Watches whether the window is used. The screen being painted anew is no use. */
export class Idle {
  #used = nowMs();
  #at = '';

  /** Keys, and a pointer that is pressed or turned. */
  touch(): void {
    this.#used = nowMs();
  }

  /** A pointer that is said to have moved: pages that change below it say so, too. */
  moved(event: { screenX: number; screenY: number }): void {
    const at = `${event.screenX} ${event.screenY}`;
    if (at === this.#at) return;
    this.#at = at;
    this.touch();
  }

  /** Locks once nobody has used the window for as long as is set; gives the way to stop looking. */
  watch(app: App, act: Act): () => void {
    this.touch();
    const timer = setInterval(() => {
      const minutes = app.protection.lockAfterMinutes;
      // By the clock, which goes on while the computer sleeps.
      const isDue = minutes !== null && nowMs() - this.#used >= minutes * 60_000;
      if (isDue && canLock(app)) void lock(app, act);
    }, LOOK_MS);
    return () => clearInterval(timer);
  }
}
