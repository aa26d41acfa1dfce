/** What was found, as people say it, and where it leads. */
import Building2 from '@lucide/svelte/icons/building-2';
import CalendarCheck from '@lucide/svelte/icons/calendar-check';
import CircleQuestionMark from '@lucide/svelte/icons/circle-question-mark';
import FilePenLine from '@lucide/svelte/icons/file-pen-line';
import FolderOpen from '@lucide/svelte/icons/folder-open';
import Footprints from '@lucide/svelte/icons/footprints';
import Handshake from '@lucide/svelte/icons/handshake';
import Banknote from '@lucide/svelte/icons/banknote';
import HeartHandshake from '@lucide/svelte/icons/heart-handshake';
import Mail from '@lucide/svelte/icons/mail';
import MessageSquareText from '@lucide/svelte/icons/message-square-text';
import Paperclip from '@lucide/svelte/icons/paperclip';
import Scale from '@lucide/svelte/icons/scale';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import House from '@lucide/svelte/icons/house';
import UserRound from '@lucide/svelte/icons/user-round';
import Wallet from '@lucide/svelte/icons/wallet';
import type { Hit, HitKind, HitWhat, Span } from '$lib/backend';
import type { Route, SpotKind } from '$lib/router.svelte';
import { dayText } from '$lib/words/dates';
import { letterName } from '$lib/words/letter-kinds';
import { moneyText } from '$lib/words/money';
import { CHANNEL_EVENTS } from '$lib/words/vocabulary';

/** The sorts, as headings. */
export const KINDS: Record<HitKind, string> = {
  disputes: 'Disputes',
  facts: 'What happened',
  money: 'Money',
  agreed: 'Promises, remedies and steps',
  people: 'People',
  vendors: 'Vendors',
  letters: 'Letters',
  documents: 'Files',
  bank: 'Bank statements',
};

export const ICONS: Record<HitWhat, typeof FolderOpen> = {
  dispute: FolderOpen,
  event: MessageSquareText,
  claim: Wallet,
  promise: Handshake,
  offer: Scale,
  remedy: ShieldCheck,
  help: HeartHandshake,
  rung: Footprints,
  step: CalendarCheck,
  person: UserRound,
  vendor: Building2,
  draft: FilePenLine,
  sent: Mail,
  file: Paperclip,
  issue: CircleQuestionMark,
  member: House,
  line: Banknote,
};

const plain = (text: string): Span[] => [{ text, marked: false }];

/** What a hit is called; what has no name of its own is called by what it is and with whom. */
export function titleOf(hit: Hit): Span[] {
  if (hit.title.length > 0) return hit.title;
  const with_ = hit.names[0] ?? null;
  if (hit.what === 'line') return plain(with_ ?? 'A line of a bank statement');
  if (hit.letterKind) return plain(`Draft: ${letterName(hit.letterKind, with_)}`);
  const what = hit.channel ? CHANNEL_EVENTS[hit.channel] : 'Something that happened';
  return plain(with_ ? `${what} with ${with_}` : what);
}

/** What has no day of its own. */
const TIMELESS: HitWhat[] = ['person', 'vendor', 'member'];

/** Where it lies and when it was, as far as the title does not say so. */
export function detailOf(hit: Hit, today: string): string[] {
  const dispute = hit.what === 'dispute' ? null : hit.dispute?.name;
  const vendor = hit.what === 'person' ? hit.names[0] : null;
  const household = hit.what === 'member' ? 'In the household' : null;
  const day = hit.on && !TIMELESS.includes(hit.what) ? dayText(hit.on, today) : null;
  const page = hit.page ? `page ${hit.page}` : null;
  const sum = hit.amount ? moneyText(hit.amount) : null;
  return [dispute, vendor, household, sum, page, day].filter(
    (part) => part !== null && part !== undefined,
  );
}

/** The exact place of a hit; a file has none, but is looked at. */
export function routeOf(hit: Hit): Route | null {
  const { id } = hit;
  const inDispute = (what: SpotKind): Route =>
    hit.dispute ? { page: 'dispute', id: hit.dispute.id, at: { what, id } } : { page: 'disputes' };
  switch (hit.what) {
    case 'dispute':
      return { page: 'dispute', id };
    case 'vendor':
      return { page: 'vendor', id };
    case 'person':
      return { page: 'contact', id };
    case 'draft':
      return { page: 'letter', id };
    case 'sent':
      return { page: 'sent', id };
    case 'event':
    case 'claim':
    case 'promise':
    case 'offer':
    case 'remedy':
    case 'help':
    case 'rung':
    case 'step':
    case 'issue':
      return inDispute(hit.what);
    case 'member':
      return { page: 'settings', member: id };
    case 'line':
      return { page: 'statement', id, line: hit.line ?? undefined };
    case 'file':
      return null;
  }
}
