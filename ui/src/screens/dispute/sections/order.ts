/** The order of lists: what is still open first and by its day, then what is over, the newest first. */
export function openFirst<T>(
  list: readonly T[],
  isOpen: (one: T) => boolean,
  day: (one: T) => string,
): T[] {
  const by = (a: T, b: T) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0);
  const open = list.filter(isOpen).sort(by);
  const over = list.filter((one) => !isOpen(one)).sort((a, b) => by(b, a));
  return [...open, ...over];
}
