/** Whether the window is so narrow that the rail is folded to icons; the same as the look's 960 px. */

/** Follows the window; to be called while a component is being set up. */
export function useNarrow(): { readonly now: boolean } {
  let now = $state(false);
  $effect(() => {
    const query = window.matchMedia?.('(max-width: 960px)');
    if (!query) return;
    const follow = () => (now = query.matches);
    follow();
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  });
  return {
    get now() {
      return now;
    },
  };
}
