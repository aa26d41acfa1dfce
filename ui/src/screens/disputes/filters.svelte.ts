import type { DisputeState } from '$lib/backend';

/** What the list of disputes is narrowed to; kept while one looks at a dispute and comes back. */
class Filters {
  search = $state('');
  state: DisputeState | 'all' = $state('all');

  clear(): void {
    this.search = '';
    this.state = 'all';
  }
}

export const filters = new Filters();
