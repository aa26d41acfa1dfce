/** What is due, in words. */
import type { DueItem } from '../backend';

/**
 * What stands where a due thing is named alone. Of a look it is the look that is due, and not the
 * remedy, which may have arrived long ago.
 */
export function dueText({ kind, what }: Pick<DueItem, 'kind' | 'what'>): string {
  switch (kind) {
    case 'check':
      return `Does it still hold? ${what}`;
    case 'quiet':
      return 'Nothing is planned or awaited';
    case 'promise':
    case 'next_step':
    case 'letter':
    case 'clock':
      return what;
  }
}
