import { cleanup, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BackendError } from '$lib/backend';
import { FakeBackend } from '$lib/backend/fake/backend';
import { router } from '$lib/router.svelte';
import { accessibilityFaults, renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import SettingsPage from '../SettingsPage.svelte';

const PASSPHRASE = 'four calm words here';

beforeEach(() => router.go({ page: 'settings' }));
afterEach(() => {
  cleanup();
  toasts.clear();
});

async function settings(isEncrypted: boolean) {
  const backend = new FakeBackend();
  if (isEncrypted) backend.protecting.set(PASSPHRASE);
  const { app } = await renderScreen(SettingsPage, {}, backend);
  app.protection = await backend.protection();
  const card = within(await screen.findByRole('region', { name: 'Protection' }));
  return { backend, app, card, user: userEvent.setup({ delay: null }) };
}

/** The dialog that lies open, under its title. */
const dialog = async (name: string) => within(await screen.findByRole('dialog', { name }));

describe('setting a passphrase', () => {
  async function set(first: string, second: string) {
    const all = await settings(false);
    await all.user.click(all.card.getByRole('button', { name: 'Set a passphrase…' }));
    const asked = await dialog('Set a passphrase');
    expect(asked.getByLabelText('Passphrase')).toHaveFocus();
    await all.user.type(asked.getByLabelText('Passphrase'), first);
    await all.user.type(asked.getByLabelText('The same again'), second);
    await all.user.click(asked.getByRole('button', { name: 'Encrypt my records' }));
    return { ...all, asked };
  }

  it('asks for a long one, typed twice alike, and changes nothing before', async () => {
    const { backend, user, asked } = await set('short', 'short');
    expect(await asked.findByText('Please take at least 8 characters.')).toBeVisible();
    await expect.poll(() => document.activeElement).toBe(asked.getByLabelText('Passphrase'));
    expect(await accessibilityFaults()).toEqual([]);
    await user.keyboard(PASSPHRASE);
    await user.click(asked.getByRole('button', { name: 'Encrypt my records' }));
    expect(await asked.findByText(/differs from what you typed above/)).toBeVisible();
    expect(backend.protecting.passphrase).toBeNull();
  });

  it('keeps it out of the drafts, which lie on the disk', async () => {
    const { backend } = await set(PASSPHRASE, 'four calm');
    await new Promise((done) => setTimeout(done, 400));
    expect(await backend.drafts()).toEqual([]);
  });

  it('shows the code once, and is not left before it is kept', async () => {
    const { backend, app, user, card } = await set(PASSPHRASE, PASSPHRASE);
    const shown = await dialog('Your recovery code');
    const groups = backend.protecting.code.split('-');
    expect(shown.getByLabelText('Recovery code')).toHaveTextContent(groups.join(''));
    expect(await accessibilityFaults()).toEqual([]);
    await user.keyboard('{Escape}');
    expect(shown.getByRole('alert'), 'not by chance').toHaveTextContent(/cannot be shown again/);
    await user.click(shown.getByRole('button', { name: 'Save as PDF to print…' }));
    expect(await shown.findByText(/Saved/)).toBeVisible();
    await user.click(shown.getByLabelText('I have put it where I will find it'));
    await user.click(shown.getByRole('button', { name: 'Done' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(app.protection.isEncrypted).toBe(true);
    expect(card.getByRole('button', { name: 'Lock now' })).toBeVisible();
  });

  it('that fails says so and leaves the records as they were', async () => {
    const { backend, card, user } = await settings(false);
    const full = new BackendError({ code: 'disk_full', values: {}, problems: [] });
    vi.spyOn(backend, 'encrypt').mockRejectedValue(full);
    await user.click(card.getByRole('button', { name: 'Set a passphrase…' }));
    const asked = await dialog('Set a passphrase');
    await user.type(asked.getByLabelText('Passphrase'), PASSPHRASE);
    await user.type(asked.getByLabelText('The same again'), `${PASSPHRASE}{Enter}`);
    expect(await asked.findByRole('alert')).toHaveTextContent(/The disk is full/);
    expect(asked.getByLabelText('Passphrase'), 'nothing to type again').toHaveValue(PASSPHRASE);
  });
});

describe('records with a passphrase', () => {
  it('lock after so many minutes, or never', async () => {
    const { backend, app, card, user } = await settings(true);
    const after = card.getByLabelText('Lock when nobody uses it for');
    expect(after).toHaveValue('15');
    await user.selectOptions(after, 'never');
    await expect.poll(() => backend.protecting.lockAfter).toBeNull();
    await user.selectOptions(after, '5');
    await expect.poll(() => app.protection.lockAfterMinutes).toBe(5);
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('get another one, by who knows the one of now', async () => {
    const { backend, card, user } = await settings(true);
    await user.click(card.getByRole('button', { name: 'Change the passphrase…' }));
    const asked = await dialog('Change the passphrase');
    await user.type(asked.getByLabelText('The passphrase of now'), 'not this one');
    await user.type(asked.getByLabelText('The new one'), 'other calm words');
    await user.type(asked.getByLabelText('The same again'), 'other calm words{Enter}');
    expect(await asked.findByText(/^This is not the passphrase/)).toBeVisible();
    const current = asked.getByLabelText('The passphrase of now');
    await expect.poll(() => document.activeElement, { message: 'to be typed over' }).toBe(current);
    await user.keyboard(`${PASSPHRASE}{Enter}`);
    await expect.poll(() => backend.protecting.passphrase).toBe('other calm words');
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  });

  it('get a new code, which puts the older out of use', async () => {
    const { backend, card, user } = await settings(true);
    const before = backend.protecting.code;
    await user.click(card.getByRole('button', { name: 'New recovery code…' }));
    const asked = await dialog('New recovery code');
    await user.type(asked.getByLabelText('Passphrase'), `${PASSPHRASE}{Enter}`);
    await dialog('Your recovery code');
    expect(backend.protecting.code).not.toBe(before);
  });

  it('lose it only with the one of now', async () => {
    const { backend, card, user } = await settings(true);
    await user.click(card.getByRole('button', { name: 'Remove the passphrase…' }));
    const asked = await dialog('Remove the passphrase');
    await user.click(asked.getByRole('button', { name: 'Remove it' }));
    expect(await asked.findByText('Please type it.')).toBeVisible();
    await user.type(asked.getByLabelText('Passphrase'), `${PASSPHRASE}{Enter}`);
    await expect.poll(() => backend.protecting.passphrase).toBeNull();
    expect(await card.findByRole('button', { name: 'Set a passphrase…' })).toBeVisible();
  });
});
