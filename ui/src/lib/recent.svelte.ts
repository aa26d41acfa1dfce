/** The records whose pages were opened last, while the window is open. */
import { href, type Route } from './router.svelte';

const KEPT = 6;

export type RecentPlace = { route: Route; name: string };

class Recent {
  places: RecentPlace[] = $state.raw([]);

  /** Notes that the page of a record is shown under this name. Places of the rail are not noted. */
  visit(route: Route, name: string): void {
    if (!('id' in route)) return;
    const place = { route: route.page === 'dispute' ? { ...route, at: undefined } : route, name };
    const address = href(place.route);
    const others = this.places.filter((one) => href(one.route) !== address);
    this.places = [place, ...others].slice(0, KEPT + 1);
  }

  /** Where one was before, the latest first, without the page that is shown. */
  before(shown: Route): RecentPlace[] {
    const here = href(shown.page === 'dispute' ? { ...shown, at: undefined } : shown);
    return this.places.filter((one) => href(one.route) !== here).slice(0, KEPT);
  }

  clear(): void {
    this.places = [];
  }
}

export const recent = new Recent();
