/** What can be done with an entry of the timeline: change it, add a file to it, remove it. */
import Paperclip from '@lucide/svelte/icons/paperclip';
import Pencil from '@lucide/svelte/icons/pencil';
import Trash2 from '@lucide/svelte/icons/trash-2';
import type { RecordKind, TimelineWhat } from '$lib/backend';
import type { MenuItem } from '$lib/parts/Menu.svelte';
import type { Desk, FormRequest } from '../desk.svelte';

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

/** The menu of an entry. */
export function entryMenu(desk: Desk, what: TimelineWhat): MenuItem[] {
  const owner = ownerOf(desk, what);
  if (!owner) return [];
  const [request, kind, id] = owner;
  const items: MenuItem[] = [{ label: 'Edit', icon: Pencil, run: () => desk.open(request) }];
  if (kind === 'event') {
    items.push({ label: 'Attach a file', icon: Paperclip, run: () => void desk.attach(id) });
  }
  if (isTheRecord(what)) {
    items.push({
      label: 'Remove',
      icon: Trash2,
      careful: true,
      run: () => void desk.remove(kind, id),
    });
  }
  return items;
}
