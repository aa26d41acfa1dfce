/** What can be done with a dispute: one list, for the menus of its page and for search and commands. */
import Archive from '@lucide/svelte/icons/archive';
import ArchiveRestore from '@lucide/svelte/icons/archive-restore';
import ArrowRight from '@lucide/svelte/icons/arrow-right';
import Building2 from '@lucide/svelte/icons/building-2';
import CalendarPlus from '@lucide/svelte/icons/calendar-plus';
import CircleQuestionMark from '@lucide/svelte/icons/circle-question-mark';
import ClipboardPaste from '@lucide/svelte/icons/clipboard-paste';
import Footprints from '@lucide/svelte/icons/footprints';
import Handshake from '@lucide/svelte/icons/handshake';
import HeartHandshake from '@lucide/svelte/icons/heart-handshake';
import History from '@lucide/svelte/icons/history';
import Hourglass from '@lucide/svelte/icons/hourglass';
import MailPlus from '@lucide/svelte/icons/mail-plus';
import MessageSquareText from '@lucide/svelte/icons/message-square-text';
import Paperclip from '@lucide/svelte/icons/paperclip';
import Pencil from '@lucide/svelte/icons/pencil';
import PhoneCall from '@lucide/svelte/icons/phone-call';
import Printer from '@lucide/svelte/icons/printer';
import Scale from '@lucide/svelte/icons/scale';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import Tag from '@lucide/svelte/icons/tag';
import Trash2 from '@lucide/svelte/icons/trash-2';
import Wallet from '@lucide/svelte/icons/wallet';
import type { Command } from '$lib/here.svelte';
import type { MenuItem } from '$lib/parts/Menu.svelte';
import { router } from '$lib/router.svelte';
import type { Desk } from './desk.svelte';
import { SECTIONS, type Section } from './sections';

/** The menus of the page’s heading. */
export type MenuName = 'add' | 'more';

/** Something to do; `in` says in which menu it stands, and `label` what it is called there. */
type Action = Omit<Command, 'id' | 'detail'> & {
  in?: MenuName;
  label?: string;
  keys?: string;
  careful?: boolean;
};

/** Everything, what is wanted most often first. */
function actionsOf(desk: Desk): Action[] {
  return [...talking(desk), ...adding(desk), ...keeping(desk), ...showing(desk)];
}

/** What can be done with the dispute, as commands. */
export function commandsOf(desk: Desk): Command[] {
  return actionsOf(desk).map(({ name, icon, careful, run, keys = '' }) => ({
    ...{ id: name, name, icon, careful, run },
    detail: keys,
  }));
}

/** What stands in a menu of the page’s heading. */
export function menuOf(desk: Desk, menu: MenuName): MenuItem[] {
  return actionsOf(desk)
    .filter((one) => one.in === menu)
    .map(({ name, label = name, icon, careful, run }) => ({ label, icon, careful, run }));
}

function talking(desk: Desk): Action[] {
  const { app, id } = desk;
  return [
    {
      name: 'Log a call',
      keys: 'Ctrl+Shift+L',
      icon: PhoneCall,
      run: () => app.logCall(id),
    },
    {
      name: 'Write a letter',
      keys: 'Ctrl+Shift+W',
      icon: MailPlus,
      run: () => app.writeLetter(id),
    },
    {
      in: 'add',
      name: 'Write down what happened',
      label: 'What happened',
      icon: MessageSquareText,
      run: () => desk.open({ of: 'event', event: null }),
    },
    {
      in: 'add',
      name: 'Add evidence',
      label: 'Evidence',
      icon: Paperclip,
      run: () => desk.addFiles(),
    },
    {
      in: 'more',
      name: 'Print dossier',
      icon: Printer,
      run: () => router.go({ page: 'dossier', id }),
    },
    {
      in: 'more',
      name: 'Were we wronged?',
      icon: Scale,
      run: () => router.go({ page: 'wronged', id }),
    },
    { name: 'Show the time limits', icon: Hourglass, run: () => desk.showTimeLimits() },
  ];
}

function adding(desk: Desk): Action[] {
  const add = (label: string, icon: Action['icon'], run: () => void): Action => ({
    in: 'add',
    name: `Add ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
    ...{ label, icon, run },
  });
  return [
    {
      in: 'add',
      name: 'Paste what you have…',
      icon: ClipboardPaste,
      run: () => desk.open({ of: 'thread' }),
    },
    add('A next step', CalendarPlus, () => desk.open({ of: 'next_step', step: null })),
    add('A claim', Wallet, () => desk.open({ of: 'claim', claim: null })),
    add('A promise', Handshake, () => desk.open({ of: 'promise', promise: null })),
    add('An offer', Tag, () => desk.open({ of: 'offer', offer: null })),
    add('A remedy', ShieldCheck, () => desk.open({ of: 'remedy', remedy: null })),
    add('A point in question', CircleQuestionMark, () => desk.open({ of: 'issue', issue: null })),
    add('A step of the ladder', Footprints, () => desk.open({ of: 'rung', rung: null })),
    add('A vendor', Building2, () => desk.open({ of: 'party', party: null })),
    {
      in: 'add',
      name: 'Add help that somebody gave',
      label: 'Help',
      icon: HeartHandshake,
      run: () => desk.open({ of: 'advocacy', advocacy: null }),
    },
  ];
}

/** What is done with the dispute as a whole. */
function keeping(desk: Desk): Action[] {
  const closed = desk.view.dispute.closedOn !== null;
  const more = (does: string, icon: Action['icon'], run: () => void): Action => ({
    in: 'more',
    name: `${does} this dispute`,
    label: does,
    ...{ icon, run },
  });
  return [
    more('Edit', Pencil, () => desk.open({ of: 'dispute' })),
    closed
      ? more('Reopen', ArchiveRestore, () => void reopen(desk))
      : more('Close', Archive, () => desk.open({ of: 'close' })),
    {
      in: 'more',
      name: 'History of this dispute',
      label: 'History…',
      icon: History,
      run: () => desk.app.showHistory('dispute', desk.id),
    },
    {
      in: 'more',
      name: 'Move this dispute to the bin',
      label: 'Move to bin',
      icon: Trash2,
      careful: true,
      run: () => void bin(desk),
    },
  ];
}

function showing(desk: Desk): Action[] {
  const sections = Object.entries(SECTIONS) as [Section, string][];
  return sections.map(([section, name]) => ({
    name: `Show: ${name}`,
    icon: ArrowRight,
    run: () => desk.show(section),
  }));
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
