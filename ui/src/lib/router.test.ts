import { describe, expect, it } from 'vitest';
import { href, parent, parse, type Route } from './router.svelte';

const ROUTES: Route[] = [
  { page: 'today' },
  { page: 'disputes' },
  { page: 'dispute', id: '0190-a' },
  { page: 'dispute', id: '0190-a', at: { what: 'event', id: 'e/1' } },
  { page: 'dossier', id: '0190-a' },
  { page: 'refunds' },
  { page: 'remedies' },
  { page: 'vendors' },
  { page: 'vendor', id: 'a/b #c' },
  { page: 'contact', id: 'x' },
  { page: 'letters' },
  { page: 'letter', id: '0190-l' },
  { page: 'sent', id: '0190-s' },
  { page: 'evidence' },
  { page: 'settings' },
  { page: 'settings', card: 'backups' },
  { page: 'templates' },
  { page: 'bin' },
  { page: 'erase' },
];

describe('addresses', () => {
  it.each(ROUTES)('lead to $page and back', (route) => {
    expect(parse(href(route)), 'an address is its page').toEqual(route);
  });

  it.each(['', '#', '#/', '#/nowhere', '#/disputes/%E0%A4%A', '#/people'])(
    'that are not known (%s) lead somewhere',
    (hash) => {
      expect(['today', 'disputes'], 'never to an empty window').toContain(parse(hash).page);
    },
  );

  it('know the page above', () => {
    expect(parent({ page: 'dossier', id: '1' })).toEqual({ page: 'dispute', id: '1' });
    expect(parent({ page: 'contact', id: '1' })).toEqual({ page: 'vendors' });
    expect(parent({ page: 'today' }), 'Esc does nothing at the top').toBeNull();
  });
});
