/** The picture of each entry: what it is, seen from the corner of the eye. */
import AtSign from '@lucide/svelte/icons/at-sign';
import Archive from '@lucide/svelte/icons/archive';
import BadgeCheck from '@lucide/svelte/icons/badge-check';
import ChevronsUp from '@lucide/svelte/icons/chevrons-up';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleX from '@lucide/svelte/icons/circle-x';
import Coins from '@lucide/svelte/icons/coins';
import FileText from '@lucide/svelte/icons/file-text';
import Flag from '@lucide/svelte/icons/flag';
import Footprints from '@lucide/svelte/icons/footprints';
import Globe from '@lucide/svelte/icons/globe';
import HandCoins from '@lucide/svelte/icons/hand-coins';
import HandHeart from '@lucide/svelte/icons/hand-heart';
import Handshake from '@lucide/svelte/icons/handshake';
import Heart from '@lucide/svelte/icons/heart';
import Mail from '@lucide/svelte/icons/mail';
import Mailbox from '@lucide/svelte/icons/mailbox';
import MessageCircle from '@lucide/svelte/icons/message-circle';
import NotebookPen from '@lucide/svelte/icons/notebook-pen';
import PackageCheck from '@lucide/svelte/icons/package-check';
import Phone from '@lucide/svelte/icons/phone';
import PhoneMissed from '@lucide/svelte/icons/phone-missed';
import PiggyBank from '@lucide/svelte/icons/piggy-bank';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import ShieldQuestion from '@lucide/svelte/icons/shield-question-mark';
import ShieldX from '@lucide/svelte/icons/shield-x';
import SquareCheck from '@lucide/svelte/icons/square-check';
import Undo2 from '@lucide/svelte/icons/undo-2';
import type { Channel, TimelineWhat } from '$lib/backend';
import type { Tone } from '$lib/parts/tones';

type Picture = typeof Mail;
export type EntryLook = { icon: Picture; tone: Tone };

const CHANNEL_PICTURES: Record<Channel, Picture> = {
  phone: Phone,
  email: Mail,
  letter: Mailbox,
  web_form: Globe,
  chat: MessageCircle,
  social: AtSign,
  visit: Footprints,
  statement: FileText,
  other: NotebookPen,
};

const look = (icon: Picture, tone: Tone = 'grey'): EntryLook => ({ icon, tone });

/** The picture and colour of an entry. The sentence beside it says the same in words. */
export function entryLook(what: TimelineWhat): EntryLook {
  switch (what.kind) {
    case 'opened':
      return look(Flag);
    case 'closed':
      return look(Archive);
    case 'event':
      return look(
        what.event.answered === false ? PhoneMissed : CHANNEL_PICTURES[what.event.channel],
      );
    case 'claim_arose':
      return look(Coins, 'amber');
    case 'moved':
      if (what.movement === 'reversed') return look(Undo2, 'brick');
      return look(PiggyBank, what.movement === 'written_off' ? 'grey' : 'teal');
    case 'promised':
      return look(Handshake, 'blue');
    case 'promise_ended':
      if (what.outcome === 'kept') return look(CircleCheck, 'teal');
      return what.outcome === 'broken' ? look(CircleX, 'brick') : look(Undo2);
    case 'offered':
      return look(HandCoins, 'blue');
    case 'offer_answered':
      return what.answer === 'accepted' ? look(CircleCheck, 'teal') : look(CircleX);
    case 'climbed':
      return look(ChevronsUp);
    case 'helped':
      return look(HandHeart, 'teal');
    case 'thanked':
      return look(Heart, 'teal');
    case 'agreed':
      return look(BadgeCheck, 'blue');
    case 'delivered':
      return look(PackageCheck, 'teal');
    case 'checked':
      if (what.result === 'holds') return look(ShieldCheck, 'teal');
      return what.result === 'does_not_hold' ? look(ShieldX, 'brick') : look(ShieldQuestion);
    case 'step_done':
      return look(SquareCheck, 'teal');
  }
}
