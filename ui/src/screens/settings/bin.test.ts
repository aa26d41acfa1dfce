import { screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Binned } from '$lib/backend';
import { FakeBackend } from '$lib/backend/fake/backend';
import { renderScreen } from '$lib/testing';
import BinPage from './BinPage.svelte';

const thing = (id: string, name: string, more: Partial<Binned> = {}): Binned => ({
  ...{ id, name, kind: 'promise', dispute: { id: 'lamp', name: 'The lamp that hums' } },
  ...{ deletedAt: '2026-06-10T09:30', along: [], ...more },
});

describe('the bin', () => {
  it('is searched by name, kind and dispute', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend(true);
    const some = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => thing(id, `Call back ${id}`));
    const other = { kind: 'vendor', dispute: null } as const;
    backend.bin = async () => [...some, thing('v', 'Harbor Funds', other)];
    await renderScreen(BinPage, {}, backend);
    const box = await screen.findByRole('searchbox', { name: 'Search in the bin' });
    const left = () => screen.queryAllByRole('button', { name: /^Put/ }).length;
    expect(left()).toBe(7);
    await user.type(box, 'vendor harbor');
    expect(left()).toBe(1);
    await user.clear(box);
    await user.type(box, 'lamp promise c');
    expect(left(), 'every word is wanted; “c” is in “Call”').toBe(6);
    await user.clear(box);
    await user.type(box, 'nothing of the sort');
    expect(screen.getByText('Nothing in the bin has these words.')).toBeTruthy();
  });

  it('says when by the clock on the wall, and what comes back along with a thing', async () => {
    const backend = new FakeBackend(true);
    const along = [{ noun: 'dispute' as const, id: 'lamp', name: 'The lamp that hums' }];
    backend.bin = async () => [thing('a', 'Call back', { along })];
    await renderScreen(BinPage, {}, backend);
    expect(await screen.findByText(/comes back along with it: dispute “The lamp that hums”\./));
    expect(screen.getByText('Wed 10 Jun, 09:30')).toBeTruthy();
  });
});
