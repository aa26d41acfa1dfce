/** What can be answered on Today with one click, as writes. */
import type { Backend, Done, DueItem, PromiseOutcome } from '$lib/backend';
import { BackendError } from '$lib/backend';
import { endedOf, type Ending } from '../dispute/clocks';

/** A planned step that was done today. */
export function stepDone(backend: Backend, item: DueItem, today: string): Promise<Done> {
  const { id, on, at, what, channel } = item;
  return backend.saveNextStep(item.dispute.id, {
    ...{ id, on, at, what, channel },
    contact: item.person?.id ?? null,
    doneOn: today,
  });
}

/** How a promise ended today. */
export async function promiseEnded(
  backend: Backend,
  item: DueItem,
  outcome: PromiseOutcome,
  today: string,
): Promise<Done> {
  const view = await backend.dispute(item.dispute.id);
  const found = view.promises.find((one) => one.promise.id === item.id);
  if (!found) throw new BackendError({ code: 'not_found', values: {}, problems: [] });
  return backend.savePromise(item.dispute.id, { ...found.promise, outcome, outcomeOn: today });
}

/** How a time limit ended. */
export async function clockEnded(
  backend: Backend,
  item: DueItem,
  ending: Partial<Ending>,
): Promise<Done> {
  const { clocks } = await backend.clocks(item.dispute.id);
  const found = clocks.find((one) => one.id === item.id);
  if (!found) throw new BackendError({ code: 'not_found', values: {}, problems: [] });
  return backend.saveClock(item.dispute.id, endedOf(found, ending));
}
