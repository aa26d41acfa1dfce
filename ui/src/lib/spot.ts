/** Showing one record on a page: it is scrolled to, focused, and marked for a moment. */

const MARKED_MS = 2400;

/**
 * Shows the element that has the record’s id in `data-record` as soon as it stands below `root`, and
 * keeps it in sight while what stands above it is still being loaded. One that is higher than the
 * page begins at its top. Gives the way to stop waiting for it.
 */
export function showSpot(root: HTMLElement, id: string): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let marked: HTMLElement | undefined;
  const toSight = (spot: HTMLElement) => {
    const block = spot.offsetHeight > window.innerHeight / 2 ? 'start' : 'center';
    spot.scrollIntoView({ block });
  };
  const loading = new ResizeObserver(() => {
    if (marked && document.activeElement === marked) toSight(marked);
  });
  const done = () => {
    loading.disconnect();
    marked?.classList.remove('spotted');
  };
  const show = (): boolean => {
    const all = root.querySelectorAll<HTMLElement>('[data-record]');
    const spot = [...all].find((one) => one.dataset['record'] === id);
    if (!spot) return false;
    marked = spot;
    if (!spot.hasAttribute('tabindex')) spot.tabIndex = -1;
    toSight(spot);
    spot.focus({ preventScroll: true });
    spot.classList.add('spotted');
    loading.observe(root);
    timer = setTimeout(done, MARKED_MS);
    return true;
  };
  const waiting = new MutationObserver(() => show() && waiting.disconnect());
  if (!show()) waiting.observe(root, { childList: true, subtree: true });
  return () => {
    waiting.disconnect();
    clearTimeout(timer);
    done();
  };
}
