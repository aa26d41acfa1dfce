/** How a letter in a list looks: by which way it goes out, and where it stands. */
import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleSlash from '@lucide/svelte/icons/circle-slash';
import ClockAlert from '@lucide/svelte/icons/clock-alert';
import CornerDownRight from '@lucide/svelte/icons/corner-down-right';
import FolderClosed from '@lucide/svelte/icons/folder-closed';
import Globe from '@lucide/svelte/icons/globe';
import Hourglass from '@lucide/svelte/icons/hourglass';
import Mail from '@lucide/svelte/icons/mail';
import Mailbox from '@lucide/svelte/icons/mailbox';
import Undo2 from '@lucide/svelte/icons/undo-2';
import type { Channel, SentRow, SentStanding } from '$lib/backend';
import type { Tone } from '$lib/parts/tones';
import { dayText, overdueText } from '$lib/words/dates';
import { SENT_STANDINGS } from '$lib/words/letters';

type Picture = typeof Mail;

/** The picture of the way by which a letter goes out. */
export function wayPicture(by: Channel): Picture {
  if (by === 'email') return Mail;
  return by === 'web_form' ? Globe : Mailbox;
}

/** `by post`, `by e-mail`, `through a web form`. */
export function wayText(by: Channel): string {
  if (by === 'email') return 'by e-mail';
  return by === 'web_form' ? 'through a web form' : 'by post';
}

const STANDING: Record<SentStanding, { tone: Tone; icon: Picture }> = {
  waiting: { tone: 'blue', icon: Hourglass },
  answered: { tone: 'teal', icon: CircleCheck },
  followed_up: { tone: 'grey', icon: CornerDownRight },
  nothing_asked: { tone: 'grey', icon: CircleSlash },
  closed: { tone: 'grey', icon: FolderClosed },
  taken_back: { tone: 'grey', icon: Undo2 },
};

/** Where a letter stands that went out, as a badge. */
export function standingBadge(row: SentRow, today: string) {
  if (row.overdue && row.replyBy) {
    return { tone: 'brick' as Tone, icon: ClockAlert, word: overdueText(row.replyBy, today) };
  }
  return { ...STANDING[row.standing], word: SENT_STANDINGS[row.standing] };
}

/** By when a letter that went out asked for an answer. */
export function askedText(replyBy: string, today: string): string {
  return `answer asked for by ${dayText(replyBy, today)}`;
}

/** By when a letter that is being written asks for an answer. */
export function asksText(replyBy: string, today: string): string {
  return `asks for an answer by ${dayText(replyBy, today)}`;
}
