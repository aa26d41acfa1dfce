import type { Today } from '$lib/backend';

/** How many disputes stand where, in words: `4 open, 1 watched`. */
export function standing(today: Pick<Today, 'open' | 'watching' | 'closed'>): string {
  const said = [
    today.open > 0 && `${today.open} open`,
    today.watching > 0 && `${today.watching} watched`,
    today.closed > 0 && `${today.closed} closed`,
  ].filter(Boolean);
  return said.join(', ') || 'no disputes yet';
}
