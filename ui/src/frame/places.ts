/** The places of the rail, in their order. */
import FolderOpen from '@lucide/svelte/icons/folder-open';
import Mail from '@lucide/svelte/icons/mail';
import Paperclip from '@lucide/svelte/icons/paperclip';
import Settings from '@lucide/svelte/icons/settings';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import Sun from '@lucide/svelte/icons/sun';
import Users from '@lucide/svelte/icons/users';
import type { Page, Route } from '$lib/router.svelte';

export type Place = {
  name: string;
  route: Route;
  icon: typeof Sun;
  key: string | null;
  /** The pages that lie in this place. */
  pages: Page[];
};

export const PLACES: Place[] = [
  { name: 'Today', route: { page: 'today' }, icon: Sun, key: 't', pages: ['today'] },
  {
    name: 'Disputes',
    route: { page: 'disputes' },
    icon: FolderOpen,
    key: 'd',
    pages: ['disputes', 'dispute', 'dossier', 'refunds'],
  },
  {
    name: 'Remedies',
    route: { page: 'remedies' },
    icon: ShieldCheck,
    key: 'r',
    pages: ['remedies', 'statements', 'statement'],
  },
  {
    name: 'People & vendors',
    route: { page: 'vendors' },
    icon: Users,
    key: 'p',
    pages: ['vendors', 'vendor', 'contact'],
  },
  {
    name: 'Letters',
    route: { page: 'letters' },
    icon: Mail,
    key: 'l',
    pages: ['letters', 'letter', 'sent'],
  },
  { name: 'Evidence', route: { page: 'evidence' }, icon: Paperclip, key: 'e', pages: ['evidence'] },
];

export const SETTINGS: Place = {
  name: 'Settings',
  route: { page: 'settings' },
  icon: Settings,
  key: null,
  pages: ['settings', 'templates', 'journal', 'bin', 'erase'],
};
