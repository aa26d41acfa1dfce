/** Loads what a screen shows, and loads it again whenever the record changes. */
import { untrack } from 'svelte';
import { useApp } from './app.svelte';
import { BackendError } from './backend';

/** Nothing is shown for so many milliseconds; after that a skeleton. */
export const PATIENCE_MS = 100;

export class Loaded<T> {
  /** What was loaded; stays while it is loaded again, so that nothing jumps. */
  data: T | undefined = $state.raw(undefined);
  error: BackendError | undefined = $state.raw(undefined);
  /** Whether a first load takes long enough to show a skeleton. */
  slow = $state(false);
}

/**
 * Calls `fetch` now, whenever a rune that it reads (before its first `await`) changes, and after
 * every write. Answers that arrive late, after a newer question, are dropped.
 */
export function load<T>(fetch: () => Promise<T>): Loaded<T> {
  const app = useApp();
  const loaded = new Loaded<T>();
  let asked = 0;
  $effect(() => {
    void app.revision;
    const question = ++asked;
    const timer = setTimeout(() => {
      if (question === asked && loaded.data === undefined && !loaded.error) loaded.slow = true;
    }, PATIENCE_MS);
    const settle = (change: () => void) => {
      clearTimeout(timer);
      if (question !== asked) return;
      loaded.slow = false;
      untrack(change);
    };
    fetch().then(
      (data) =>
        settle(() => {
          loaded.data = data;
          loaded.error = undefined;
        }),
      (thrown) =>
        settle(() => {
          const error = BackendError.from(thrown);
          if (!app.refuses(error)) loaded.error = error;
        }),
    );
    return () => clearTimeout(timer);
  });
  return loaded;
}
