/** Showing one record on a page: it is scrolled to, focused, and marked for a moment. */

const MARKED_MS = 2400;

/**
 * Shows the element that has the record’s id in `data-record` as soon as it stands below `root`.
 * Gives the way to stop waiting for it.
 */
export function showSpot(root: HTMLElement, id: string): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let marked: HTMLElement | undefined;
  const show = (): boolean => {
    const all = root.querySelectorAll<HTMLElement>('[data-record]');
    const spot = [...all].find((one) => one.dataset['record'] === id);
    if (!spot) return false;
    marked = spot;
    if (!spot.hasAttribute('tabindex')) spot.tabIndex = -1;
    spot.scrollIntoView({ block: 'center' });
    spot.focus({ preventScroll: true });
    spot.classList.add('spotted');
    timer = setTimeout(() => spot.classList.remove('spotted'), MARKED_MS);
    return true;
  };
  const waiting = new MutationObserver(() => show() && waiting.disconnect());
  if (!show()) waiting.observe(root, { childList: true, subtree: true });
  return () => {
    waiting.disconnect();
    clearTimeout(timer);
    marked?.classList.remove('spotted');
  };
}
