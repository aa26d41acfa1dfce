/** What can be done with an entry of the timeline: change it, add a file to it, remove it. */
import MailCheck from '@lucide/svelte/icons/mail-check';
import MailOpen from '@lucide/svelte/icons/mail-open';
import Pencil from '@lucide/svelte/icons/pencil';
import Reply from '@lucide/svelte/icons/reply';
import Trash2 from '@lucide/svelte/icons/trash-2';
import type { Channel, EventNoun, LetterKind, RecordKind, TimelineWhat } from '$lib/backend';
import { historyItem } from '$lib/history';
import type { MenuItem } from '$lib/parts/Menu.svelte';
import { letterOf } from '$lib/writing';
import { CHANNEL_EVENTS } from '$lib/words/vocabulary';
import type { Desk, FormRequest } from '../desk.svelte';
import { evidenceItem } from '../sections/menu';

/** The form and the record of an entry; null where the entry has none of its own. */
function ownerOf(desk: Desk, what: TimelineWhat): [FormRequest, RecordKind, string] | null {
  const { view } = desk;
  const found = <T>(
    list: readonly T[],
    id: (one: T) => string | null,
    wanted: string | null,
    request: (one: T) => FormRequest,
    kind: RecordKind,
  ): [FormRequest, RecordKind, string] | null => {
    const one = list.find((each) => id(each) === wanted);
    return one && wanted ? [request(one), kind, wanted] : null;
  };
  switch (what.kind) {
    case 'opened':
      return null;
    case 'closed':
      return null;
    case 'event':
      return what.event.id ? [{ of: 'event', event: what.event }, 'event', what.event.id] : null;
    case 'claim_arose':
      return found(
        view.claims,
        (one) => one.claim.id,
        what.id,
        (claim) => ({ of: 'claim', claim }),
        'claim',
      );
    case 'moved': {
      const claim = view.claims.find((one) => one.claim.id === what.claim);
      if (!claim) return null;
      return found(
        claim.movements,
        (one) => one.id,
        what.id,
        (movement) => ({ of: 'movement', claim, movement }),
        'movement',
      );
    }
    case 'promised':
      return found(
        view.promises,
        (one) => one.promise.id,
        what.promise.id,
        (promise) => ({ of: 'promise', promise }),
        'promise',
      );
    case 'promise_ended':
      return found(
        view.promises,
        (one) => one.promise.id,
        what.id,
        (promise) => ({ of: 'promise', promise }),
        'promise',
      );
    case 'offered':
    case 'offer_answered':
      return found(
        view.offers,
        (one) => one.offer.id,
        what.id,
        (offer) => ({ of: 'offer', offer }),
        'offer',
      );
    case 'climbed':
      return found(
        view.rungs,
        (one) => one.rung.id,
        what.id,
        (rung) => ({ of: 'rung', rung }),
        'rung',
      );
    case 'helped':
    case 'thanked':
      return found(
        view.advocates,
        (one) => one.advocacy.id,
        what.id,
        (advocacy) => ({ of: 'advocacy', advocacy }),
        'advocacy',
      );
    case 'agreed':
    case 'delivered':
    case 'checked':
      return found(
        view.remedies,
        (one) => one.remedy.id,
        what.id,
        (remedy) => ({ of: 'remedy', remedy }),
        'remedy',
      );
    case 'step_done':
      return found(
        view.nextSteps,
        (one) => one.step.id,
        what.id,
        (step) => ({ of: 'next_step', step }),
        'next_step',
      );
  }
}

/** Whether the entry is the record itself, so that removing the entry removes the record. */
function isTheRecord(what: TimelineWhat): boolean {
  return !['promise_ended', 'offer_answered', 'thanked', 'delivered', 'checked'].includes(
    what.kind,
  );
}

/** What is said and not written, so that a letter can put it in writing. */
const SPOKEN: readonly Channel[] = ['phone', 'visit'];
/** What can be followed up: contacts with a vendor, not papers and notes. */
const FOLLOWED: readonly Channel[] = [...SPOKEN, 'email', 'letter', 'web_form', 'chat', 'social'];

/** The letters that an event calls for. */
export function letterMenu(desk: Desk, event: EventNoun): MenuItem[] {
  const sent = desk.letterOf(event.id);
  const about = (kind: LetterKind) => () =>
    void desk.writing.fitting(letterOf({ dispute: desk.id, kind, about: event.id }));
  const withVendor =
    event.direction !== 'internal' && (event.vendor !== null || event.contacts.length > 0);
  const items: MenuItem[] = [];
  if (sent) {
    const open = () => desk.writing.open(sent.letter);
    items.push({ label: 'Open the letter', icon: MailOpen, run: open });
  }
  if (withVendor && SPOKEN.includes(event.channel) && event.answered !== false) {
    items.push({ label: 'Confirm it in writing', icon: MailCheck, run: about('confirmation') });
  }
  if (withVendor && FOLLOWED.includes(event.channel)) {
    items.push({ label: 'Follow up', icon: Reply, run: about('follow_up') });
  }
  return items;
}

/** The menu of an entry. */
export function entryMenu(desk: Desk, what: TimelineWhat): MenuItem[] {
  const owner = ownerOf(desk, what);
  if (!owner) return [];
  const [request, kind, id] = owner;
  const items: MenuItem[] = [{ label: 'Edit', icon: Pencil, run: () => desk.open(request) }];
  if (what.kind === 'event') {
    items.unshift(...letterMenu(desk, what.event));
    const [fact] = what.event.facts;
    items.push(evidenceItem(desk, 'event', id, fact?.text ?? CHANNEL_EVENTS[what.event.channel]));
  }
  items.push(historyItem(desk.app, kind, id));
  // What a sent letter became goes only when the letter is taken back, on its own page.
  const isLetter = what.kind === 'event' && desk.letterOf(what.event.id) !== undefined;
  if (isTheRecord(what) && !isLetter) {
    items.push({
      label: 'Remove',
      icon: Trash2,
      careful: true,
      run: () => void desk.remove(kind, id),
    });
  }
  return items;
}
