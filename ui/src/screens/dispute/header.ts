/** The menus of the page's heading. */
import Archive from '@lucide/svelte/icons/archive';
import ArchiveRestore from '@lucide/svelte/icons/archive-restore';
import Pencil from '@lucide/svelte/icons/pencil';
import Printer from '@lucide/svelte/icons/printer';
import Scale from '@lucide/svelte/icons/scale';
import Trash2 from '@lucide/svelte/icons/trash-2';
import type { MenuItem } from '$lib/parts/Menu.svelte';
import { router } from '$lib/router.svelte';
import type { Desk } from './desk.svelte';

/** Everything that can be added, from wherever one stands. */
export function addMenu(desk: Desk): MenuItem[] {
  return [
    { label: 'What happened', run: () => desk.open({ of: 'event', event: null }) },
    { label: 'A claim', run: () => desk.open({ of: 'claim', claim: null }) },
    { label: 'A point in question', run: () => desk.open({ of: 'issue', issue: null }) },
    { label: 'A promise', run: () => desk.open({ of: 'promise', promise: null }) },
    { label: 'An offer', run: () => desk.open({ of: 'offer', offer: null }) },
    { label: 'A remedy', run: () => desk.open({ of: 'remedy', remedy: null }) },
    { label: 'A next step', run: () => desk.open({ of: 'next_step', step: null }) },
    { label: 'A step of the ladder', run: () => desk.open({ of: 'rung', rung: null }) },
    { label: 'Help', run: () => desk.open({ of: 'advocacy', advocacy: null }) },
    { label: 'A vendor', run: () => desk.open({ of: 'party', party: null }) },
    { label: 'Evidence', run: () => desk.addFiles() },
    { label: 'Paste what you have…', run: () => desk.open({ of: 'thread' }) },
  ];
}

/** What else can be done with the dispute. */
export function moreMenu(desk: Desk): MenuItem[] {
  const closed = desk.view.dispute.closedOn !== null;
  return [
    { label: 'Edit', icon: Pencil, run: () => desk.open({ of: 'dispute' }) },
    {
      label: 'Print dossier',
      icon: Printer,
      run: () => router.go({ page: 'dossier', id: desk.id }),
    },
    {
      label: 'Were we wronged?',
      icon: Scale,
      run: () => router.go({ page: 'wronged', id: desk.id }),
    },
    closed
      ? { label: 'Reopen', icon: ArchiveRestore, run: () => void reopen(desk) }
      : { label: 'Close', icon: Archive, run: () => desk.open({ of: 'close' }) },
    { label: 'Move to bin', icon: Trash2, careful: true, run: () => void bin(desk) },
  ];
}

async function reopen(desk: Desk): Promise<void> {
  await desk.act.run(() => desk.backend.reopenDispute(desk.id), 'Open again.');
}

/** The page goes first: what lies in the bin cannot be shown while it is read again. */
async function bin(desk: Desk): Promise<void> {
  const { id, act, backend } = desk;
  router.go({ page: 'disputes' });
  await act.run(() => backend.remove('dispute', id), 'Moved to the bin. Nothing is lost.');
}
