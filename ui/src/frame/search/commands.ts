/** What can be done from the search box. */
import FilePlus from '@lucide/svelte/icons/file-plus-2';
import FileDown from '@lucide/svelte/icons/file-down';
import History from '@lucide/svelte/icons/history';
import Keyboard from '@lucide/svelte/icons/keyboard';
import Landmark from '@lucide/svelte/icons/landmark';
import KeyRound from '@lucide/svelte/icons/key-round';
import Lock from '@lucide/svelte/icons/lock';
import MailPlus from '@lucide/svelte/icons/mail-plus';
import ListPlus from '@lucide/svelte/icons/list-plus';
import PhoneCall from '@lucide/svelte/icons/phone-call';
import Archive from '@lucide/svelte/icons/archive';
import DatabaseBackup from '@lucide/svelte/icons/database-backup';
import Eraser from '@lucide/svelte/icons/eraser';
import RedoIcon from '@lucide/svelte/icons/redo-2';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import Trash from '@lucide/svelte/icons/trash-2';
import UndoIcon from '@lucide/svelte/icons/undo-2';
import type { Act } from '$lib/act.svelte';
import type { App } from '$lib/app.svelte';
import type { Command } from '$lib/here.svelte';
import { disputeShown } from '$lib/keys.svelte';
import { lock } from '$lib/lock.svelte';
import { router, type Route, type SettingsCard } from '$lib/router.svelte';
import { chooseStatement } from '$screens/statements/choose';
import { PLACES, SETTINGS } from '../places';

export function commandsOf(app: App, act: Act): Command[] {
  const go = (route: Route) => () => router.go(route);
  return [
    ...(app.start.isEmpty ? [] : talking(app)),
    {
      id: 'dispute',
      name: 'New dispute',
      detail: '',
      icon: FilePlus,
      run: () => (app.newDispute = true),
    },
    ...(app.start.isEmpty ? [] : [statement(app, act)]),
    {
      id: 'refunds',
      name: 'Bring in a list of refunds',
      detail: '',
      icon: ListPlus,
      run: go({ page: 'refunds' }),
    },
    ...[...PLACES, SETTINGS].map((place) => ({
      id: place.name,
      name: `Go to ${place.name}`,
      detail: place.key ? `g ${place.key}` : '',
      icon: place.icon,
      run: go(place.route),
    })),
    {
      id: 'statements',
      name: 'Go to Bank statements',
      detail: '',
      icon: Landmark,
      run: go({ page: 'statements' }),
    },
    ...(app.protection.isEncrypted
      ? [
          {
            id: 'lock',
            name: 'Lock',
            detail: 'Ctrl+Shift+K',
            icon: Lock,
            run: () => void lock(app, act),
          },
        ]
      : []),
    { id: 'bin', name: 'Open the bin', detail: '', icon: Trash, run: go({ page: 'bin' }) },
    {
      id: 'undo',
      name: 'Undo the last change',
      detail: 'Ctrl+Z',
      icon: UndoIcon,
      run: () => void act.undo(),
    },
    {
      id: 'redo',
      name: 'Redo what was undone last',
      detail: 'Ctrl+Shift+Z',
      icon: RedoIcon,
      run: () => void act.redo(),
    },
    { id: 'done', name: 'What was done', detail: '', icon: History, run: go({ page: 'journal' }) },
    ...(app.start.isSample ? [] : keeping(app)),
    {
      id: 'erase',
      name: 'Erase words for good',
      detail: '',
      icon: Eraser,
      run: go({ page: 'erase' }),
    },
    { id: 'keys', name: 'All keys', detail: '?', icon: Keyboard, run: () => (app.keys = true) },
  ];
}

/** What keeps the records: it is looked for by name, and stands far down in the settings. */
function keeping(app: App): Command[] {
  const to = (card: SettingsCard) => () => router.go({ page: 'settings', card });
  const protect = app.protection.isEncrypted ? 'Passphrase and recovery code' : 'Set a passphrase';
  return [
    { id: 'backups', name: 'Backups', detail: '', icon: DatabaseBackup, run: to('backups') },
    {
      id: 'check',
      name: 'Check your records',
      detail: '',
      icon: ShieldCheck,
      run: to('backups'),
    },
    { id: 'protection', name: protect, detail: '', icon: KeyRound, run: to('protection') },
    {
      id: 'handover',
      name: 'Hand over everything',
      detail: '',
      icon: Archive,
      run: to('handover'),
    },
  ];
}

/** What needs a dispute. */
function talking(app: App): Command[] {
  return [
    {
      id: 'call',
      name: 'Log a call',
      detail: 'Ctrl+Shift+L',
      icon: PhoneCall,
      run: () => app.logCall(disputeShown()),
    },
    {
      id: 'letter',
      name: 'Write a letter',
      detail: 'Ctrl+Shift+W',
      icon: MailPlus,
      run: () => app.writeLetter(disputeShown()),
    },
  ];
}

/** A bank statement is matched with disputes that are there. */
function statement(app: App, act: Act): Command {
  return {
    id: 'statement',
    name: 'Import a bank statement',
    detail: '',
    icon: FileDown,
    run: () => void chooseStatement(app, act),
  };
}
