import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import Window from '../../../frame/Window.svelte';
import { BackendError } from '$lib/backend';
import { FakeBackend } from '$lib/backend/fake/backend';
import { router } from '$lib/router.svelte';
import { accessibilityFaults, renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import SettingsPage from '../SettingsPage.svelte';
import { troubleText } from './words';

beforeEach(() => router.go({ page: 'settings' }));
afterEach(() => {
  cleanup();
  toasts.clear();
});

async function settings(backend = new FakeBackend()) {
  const { app } = await renderScreen(SettingsPage, {}, backend);
  const user = userEvent.setup({ delay: null });
  const region = await screen.findByRole('region', { name: 'In a second place, too' });
  return { backend, app, user, place: within(region) };
}

describe('a second place for backups', () => {
  it('is chosen, says where it is and when it worked, and is given up', async () => {
    const { backend, user, place } = await settings();
    await user.click(await place.findByRole('button', { name: 'Choose a folder…' }));
    expect(await place.findByText('Blue drive')).toBeVisible();
    expect(place.getByText(/Last copied Sat 20 Jun, 09:30/)).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
    await user.click(place.getByRole('button', { name: 'More for the second place' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Copy there no more' }));
    expect(await place.findByRole('button', { name: 'Choose a folder…' })).toBeVisible();
    expect(await backend.backupPlace()).toBeNull();
  });

  it('that is not there is no alarm, and is tried again', async () => {
    const { backend, user, place } = await settings();
    await user.click(await place.findByRole('button', { name: 'Choose a folder…' }));
    backend.madeBackups.isAway = true;
    await user.click(await place.findByRole('button', { name: 'Copy now' }));
    expect(await place.findByRole('note')).toHaveTextContent(/^Not reachable since Sat 20 Jun/);
    expect(screen.queryByRole('alert'), 'a drive in a drawer is as it should be').toBeNull();
    expect(toasts.list.every((it) => it.tone === 'done')).toBe(true);
    backend.madeBackups.isAway = false;
    await user.click(place.getByRole('button', { name: 'Try again now' }));
    await expect.poll(() => place.queryByRole('note')).toBeNull();
  });

  it('whose folder could not be used is said, and nothing is chosen', async () => {
    const backend = new FakeBackend();
    const error = { code: 'disk_full' as const, values: {}, problems: [] };
    vi.spyOn(backend, 'chooseBackupPlace').mockRejectedValue(new BackendError(error));
    const { user, place } = await settings(backend);
    await user.click(await place.findByRole('button', { name: 'Choose a folder…' }));
    await expect.poll(() => toasts.list.map((it) => it.title)).toEqual(['The disk is full.']);
    expect(place.getByRole('button', { name: 'Choose a folder…' })).toBeEnabled();
  });

  it('says where copies lie that anybody can read', async () => {
    const backend = new FakeBackend();
    const chosen = backend.madeBackups.choose(backend.home);
    const folder = 'Holdfast backups, encrypted';
    backend.madeBackups.place = { ...chosen, folder, plainFolder: 'Holdfast backups' };
    const { place } = await settings(backend);
    const note = await place.findByText(/from before you set the passphrase/);
    expect(note).toHaveTextContent(/^In “Holdfast backups” there/);
  });

  it('says on which disk it is, and each trouble in its own words', async () => {
    const backend = new FakeBackend();
    const chosen = backend.madeBackups.choose(backend.home);
    backend.madeBackups.place = { ...chosen, isSameDisk: true };
    const { place } = await settings(backend);
    expect(place.queryByText(/from before you set the passphrase/)).toBeNull();
    expect(await place.findByText(/on the same disk as your records/)).toBeVisible();
    const kinds = [
      'not_there',
      'disk_full',
      'read_only',
      'another_record',
      'another_key',
      'failed',
    ] as const;
    const said = kinds.map((why) => troubleText({ since: '2025-06-18', why }, '2026-06-20'));
    expect(new Set(said).size, 'each thing has its sentence').toBe(kinds.length);
    for (const one of said) expect(one).toMatch(/since Wed 18 Jun 2025/i);
  });
});

describe('records in a shared folder', () => {
  const values = { program: 'Dropbox', path: '/home/ana/Dropbox/home.db', named: 'yes' };
  const error = () => new BackendError({ code: 'shared_place', values, problems: [] });

  it('are not begun before the person has read what can go wrong', async () => {
    const backend = new FakeBackend(false);
    vi.spyOn(backend, 'start').mockRejectedValueOnce(error());
    const begun = vi.spyOn(backend, 'beginAllTheSame');
    router.go({ page: 'today' });
    render(Window, { props: { backend } });
    const user = userEvent.setup({ delay: null });
    expect(await screen.findByText(/Dropbox carries this folder/)).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Keep them elsewhere' }));
    expect(screen.getByText(/leave that out/), 'how it is done').toBeVisible();
    expect(begun, 'nothing was begun').not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Go on all the same' }));
    expect(await screen.findByText('Welcome to Holdfast')).toBeVisible();
    expect(begun).toHaveBeenCalledOnce();
  });

  it('are asked about when the sample is left, too', async () => {
    const backend = new FakeBackend(false);
    render(Window, { props: { backend } });
    const user = userEvent.setup({ delay: null });
    router.go({ page: 'today' });
    await user.click(await screen.findByRole('button', { name: /Look around in a sample/ }));
    vi.spyOn(backend, 'leaveSample').mockRejectedValueOnce(error());
    await user.click(await screen.findByRole('button', { name: 'Leave' }));
    expect(await screen.findByRole('button', { name: 'Go on all the same' })).toBeVisible();
  });

  it('that lie there already are a calm line in Settings', async () => {
    const backend = new FakeBackend();
    backend.sharedPlace = async () => ({ program: 'Dropbox' });
    await settings(backend);
    const card = screen.getByRole('region', { name: 'Your records as a file' });
    expect(await within(card).findByRole('note')).toHaveTextContent(/Dropbox carries to other/);
    expect(await accessibilityFaults()).toEqual([]);
  });
});
