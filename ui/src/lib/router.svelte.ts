/** Which page is shown, kept in the address after `#`, so that links are links and back is back. */

export type Route =
  | { page: 'today' }
  | { page: 'disputes' }
  /** A dispute, or one record on its page. */
  | { page: 'dispute'; id: string; at?: Spot | undefined }
  | { page: 'dossier'; id: string }
  | { page: 'wronged'; id: string }
  /** The household’s own list of refunds, on its way in. */
  | { page: 'refunds' }
  | { page: 'remedies' }
  | { page: 'statements' }
  /** A statement, or one line of it by its number. */
  | { page: 'statement'; id: string; line?: number | undefined }
  | { page: 'vendors' }
  | { page: 'vendor'; id: string }
  | { page: 'contact'; id: string }
  | { page: 'letters' }
  | { page: 'letter'; id: string }
  /** A letter as it went out, named by its sending: what was taken back is a draft again by its own name. */
  | { page: 'sent'; id: string }
  | { page: 'evidence' }
  /** The settings, or somebody of the household or a card among them. */
  | { page: 'settings'; member?: string | undefined; card?: SettingsCard | undefined }
  | { page: 'templates' }
  /** What was done. */
  | { page: 'journal' }
  | { page: 'bin' }
  /** Erasing words for good. */
  | { page: 'erase' };

/** A card of the settings that one is led to from elsewhere. */
const CARDS = ['protection', 'backups', 'handover'] as const;
export type SettingsCard = (typeof CARDS)[number];

/** A record on a dispute’s page. */
export type Spot = { what: SpotKind; id: string };

const SPOTS = [
  'event',
  'claim',
  'promise',
  'offer',
  'remedy',
  'help',
  'rung',
  'step',
  'issue',
] as const;
export type SpotKind = (typeof SPOTS)[number];

export type Page = Route['page'];

/** The address of a page, for `href`. */
export function href(route: Route): string {
  switch (route.page) {
    case 'dispute': {
      const spot = route.at ? `/${route.at.what}/${encodeURIComponent(route.at.id)}` : '';
      return `#/disputes/${encodeURIComponent(route.id)}${spot}`;
    }
    case 'dossier':
      return `#/disputes/${encodeURIComponent(route.id)}/dossier`;
    case 'wronged':
      return `#/disputes/${encodeURIComponent(route.id)}/wronged`;
    case 'statement': {
      const line = route.line === undefined ? '' : `/${route.line}`;
      return `#/statements/${encodeURIComponent(route.id)}${line}`;
    }
    case 'vendor':
      return `#/vendors/${encodeURIComponent(route.id)}`;
    case 'contact':
      return `#/people/${encodeURIComponent(route.id)}`;
    case 'letter':
      return `#/letters/${encodeURIComponent(route.id)}`;
    case 'sent':
      return `#/sent/${encodeURIComponent(route.id)}`;
    case 'settings':
      if (route.member) return `#/settings/members/${encodeURIComponent(route.member)}`;
      return route.card ? `#/settings/${route.card}` : '#/settings';
    case 'templates':
      return '#/settings/letters';
    case 'journal':
      return '#/settings/done';
    case 'bin':
      return '#/settings/bin';
    case 'erase':
      return '#/settings/erase';
    case 'today':
    case 'disputes':
    case 'refunds':
    case 'remedies':
    case 'statements':
    case 'vendors':
    case 'letters':
    case 'evidence':
      return `#/${route.page}`;
  }
}

/** The page of an address; what is not known leads to Today. */
export function parse(hash: string): Route {
  const [place = '', rawId, rest, rawSpot] = hash.replace(/^#?\/?/, '').split('/');
  const id = rawId ? safeDecode(rawId) : '';
  if (place === 'disputes' && id && (rest === 'dossier' || rest === 'wronged')) {
    return { page: rest, id };
  }
  if (place === 'disputes' && id) return { page: 'dispute', id, ...spotOf(rest, rawSpot) };
  if (place === 'statements' && id) {
    return { page: 'statement', id, ...(/^\d+$/.test(rest ?? '') ? { line: Number(rest) } : {}) };
  }
  if (place === 'vendors' && id) return { page: 'vendor', id };
  if (place === 'people' && id) return { page: 'contact', id };
  if (place === 'letters' && id) return { page: 'letter', id };
  if (place === 'sent' && id) return { page: 'sent', id };
  if (place === 'settings' && id === 'letters') return { page: 'templates' };
  if (place === 'settings' && id === 'done') return { page: 'journal' };
  if (place === 'settings' && id === 'bin') return { page: 'bin' };
  if (place === 'settings' && id === 'erase') return { page: 'erase' };
  if (place === 'settings' && id === 'members' && rest) {
    return { page: 'settings', member: safeDecode(rest) };
  }
  const card = CARDS.find((known) => known === id);
  if (place === 'settings' && card) return { page: 'settings', card };
  switch (place) {
    case 'disputes':
    case 'refunds':
    case 'remedies':
    case 'statements':
    case 'vendors':
    case 'letters':
    case 'evidence':
    case 'settings':
      return { page: place };
    default:
      return { page: 'today' };
  }
}

function spotOf(kind: string | undefined, rawId: string | undefined): { at?: Spot } {
  const what = SPOTS.find((known) => known === kind);
  const id = rawId ? safeDecode(rawId) : '';
  return what && id ? { at: { what, id } } : {};
}

/** The page above, where Esc leads when there is nothing to go back to. */
export function parent(route: Route): Route | null {
  switch (route.page) {
    case 'dispute':
    case 'refunds':
      return { page: 'disputes' };
    case 'dossier':
    case 'wronged':
      return { page: 'dispute', id: route.id };
    case 'statements':
      return { page: 'remedies' };
    case 'statement':
      return { page: 'statements' };
    case 'vendor':
    case 'contact':
      return { page: 'vendors' };
    case 'letter':
    case 'sent':
      return { page: 'letters' };
    case 'templates':
    case 'journal':
    case 'bin':
    case 'erase':
      return { page: 'settings' };
    case 'today':
    case 'disputes':
    case 'remedies':
    case 'vendors':
    case 'letters':
    case 'evidence':
    case 'settings':
      return null;
  }
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

class Router {
  route: Route = $state.raw({ page: 'today' });
  /** The page above, where only the page that is shown knows it; it says so while it is shown. */
  above: Route | null = null;

  /** Follows the address from now on; gives the way to stop. */
  start(): () => void {
    const follow = () => (this.route = parse(location.hash));
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }

  go(route: Route): void {
    location.hash = href(route);
    this.route = route;
  }

  /** Esc: the page above; nothing on a top-level page. */
  up(): void {
    const above = this.above ?? parent(this.route);
    if (above) this.go(above);
  }
}

export const router = new Router();
