/** The pieces whose files are not there as they were. */
import { useApp } from '$lib/app.svelte';
import type { LostFile } from '$lib/backend';
import { load } from '$lib/load.svelte';

/** Gives what is known of a piece of that id, where its file is lost. */
export function useLost(): (id: string) => LostFile | undefined {
  const app = useApp();
  const known = load(() => app.backend.lostFiles());
  return (id) => known.data?.find((one) => one.naming.id === id);
}
