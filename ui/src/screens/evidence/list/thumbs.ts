/** Small pictures are made one after the other, so that a long list does not take all cores. */
let last: Promise<unknown> = Promise.resolve();

/** Does a job when those before it are done; not at all where nobody wants it any more. */
export function inTurn<T>(wanted: () => boolean, job: () => Promise<T>): Promise<T | null> {
  const next = last.then(() => (wanted() ? job() : null));
  last = next.catch(() => null);
  return next;
}
