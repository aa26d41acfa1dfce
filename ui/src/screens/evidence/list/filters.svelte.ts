/** What is looked for on the page of all evidence; it stays while other pages are shown. */
import type { AttachmentView } from '$lib/backend';
import { fits } from '../words';

class Filters {
  search = $state('');
  /** A dispute’s id; empty for all. */
  dispute = $state('');

  /** Those that are looked for. */
  of(all: readonly AttachmentView[]): AttachmentView[] {
    return all.filter(
      (file) =>
        (this.dispute === '' || file.dispute.id === this.dispute) && fits(file, this.search),
    );
  }

  clear(): void {
    this.search = '';
    this.dispute = '';
  }
}

export const filters = new Filters();
