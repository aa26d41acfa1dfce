import { cleanup, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeBackend } from '$lib/backend/fake/backend';
import { router } from '$lib/router.svelte';
import { accessibilityFaults, renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import SettingsPage from '../SettingsPage.svelte';
import { folderText, lookText, savedText } from './words';

beforeEach(() => router.go({ page: 'settings' }));
afterEach(() => {
  cleanup();
  toasts.clear();
});

async function settings() {
  const backend = new FakeBackend();
  await renderScreen(SettingsPage, {}, backend);
  const user = userEvent.setup({ delay: null });
  const card = await screen.findByRole('region', { name: 'Hand over' });
  const press = (name: string) => user.click(within(card).getByRole('button', { name }));
  return { backend, user, press };
}

const titles = () => toasts.list.map((toast) => toast.title);

describe('words', () => {
  it('say what was written, and what could not come along', () => {
    expect(savedText({ disputes: 1, files: 0, lacking: 0 })).toBe(
      '1 dispute and 0 files are in it. It was read again and is whole.',
    );
    expect(folderText({ disputes: 2, letters: 1, files: 3, lacking: 1 })).toBe(
      '2 disputes, 1 letter and 3 files are in a new folder there. 1 file that your records name was missing or damaged, and could not come along.',
    );
    const look = {
      household: null,
      madeAt: '2026-06-19T13:00:00Z',
      disputes: 1,
      files: 1,
      lacking: 2,
    };
    expect(lookText(look)).toContain('2 files that your records name were missing');
  });
});

describe('saving', () => {
  it('asks for a passphrase twice, and for none where none is wanted', async () => {
    const { backend, user, press } = await settings();
    await press('Save a hand-over archive…');
    const dialog = await screen.findByRole('dialog', { name: 'Save a hand-over archive' });
    expect(await accessibilityFaults()).toEqual([]);
    const go = within(dialog).getByRole('button', { name: 'Choose where…' });
    await user.type(within(dialog).getByLabelText(/^Passphrase/), 'mild winds');
    expect(go).toBeDisabled();
    await user.type(within(dialog).getByLabelText(/The same again/), 'mild wind');
    expect(within(dialog).getByText('The two are not the same.')).toBeVisible();
    await user.type(within(dialog).getByLabelText(/The same again/), 's');
    await user.click(go);
    expect(backend.handover.savedWith).toEqual(['mild winds']);
    expect(titles()).toContain('The archive is saved.');

    await press('Save a hand-over archive…');
    await user.click(await screen.findByRole('button', { name: 'Choose where…' }));
    expect(backend.handover.savedWith).toEqual(['mild winds', null]);
  });

  it('says of an encrypted record what its passphrase does not cover', async () => {
    const { user, backend } = await settings();
    expect(screen.queryByText(/your passphrase does not cover them/)).toBeNull();
    cleanup();
    const { app } = await renderScreen(SettingsPage, {}, backend);
    app.protection = { ...app.protection, isEncrypted: true };
    expect(await screen.findByText(/your passphrase does not cover them/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Save a hand-over archive…' }));
    expect(await screen.findByText(/does not cover this file/)).toBeVisible();
  });

  it('writes plain files', async () => {
    const { press } = await settings();
    await press('Save everything as plain files…');
    expect(titles()).toContain('Everything is saved as plain files.');
  });
});

describe('opening', () => {
  it('shows what is in it and replaces only after a yes', async () => {
    const { backend, user, press } = await settings();
    await press('Open a hand-over archive…');
    expect(await screen.findByText(/7 disputes and 12 files of The Marlows/)).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
    expect(backend.handover.replaced).toBe(null);
    await user.click(screen.getByRole('button', { name: 'Replace my records' }));
    expect(backend.handover.replaced).toBe(true);
    expect(titles()).toContain('The archive is open.');
  });

  it('asks for the passphrase, and again where it is another', async () => {
    const { backend, user, press } = await settings();
    backend.handover.passphrase = 'mild winds';
    await press('Open a hand-over archive…');
    const field = await screen.findByLabelText(/^Passphrase/);
    await user.type(field, 'wild winds');
    await user.click(screen.getByRole('button', { name: 'Read it' }));
    expect(await screen.findByText(/saved with another one/)).toBeVisible();
    await user.clear(field);
    await user.type(field, 'mild winds');
    await user.click(screen.getByRole('button', { name: 'Read it' }));
    expect(await screen.findByText(/7 disputes/)).toBeVisible();
  });
});
