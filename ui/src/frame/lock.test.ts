import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BackendError } from '$lib/backend';
import { FakeBackend } from '$lib/backend/fake/backend';
import { router } from '$lib/router.svelte';
import { accessibilityFaults } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import Window from './Window.svelte';

const PASSPHRASE = 'four calm words here';

beforeEach(() => router.go({ page: 'today' }));
afterEach(() => {
  cleanup();
  toasts.clear();
  vi.useRealTimers();
});

/** Opens the window on records with a passphrase, locked or not. */
function open(isLocked: boolean) {
  const backend = new FakeBackend();
  backend.protecting.set(PASSPHRASE);
  backend.protecting.isLocked = isLocked;
  render(Window, { props: { backend } });
  return { backend, user: userEvent.setup({ delay: null }) };
}

const passphrase = () => screen.findByLabelText('Passphrase');

describe('locked records', () => {
  it('show nothing of themselves, and the field has the focus', async () => {
    open(true);
    expect(await passphrase()).toHaveFocus();
    expect(screen.getByText('They are safe.'), 'nothing was being typed yet').toBeVisible();
    expect(document.body.textContent).not.toMatch(/Whitfield|Harbor/);
    expect(screen.queryByRole('navigation')).toBeNull();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('take a wrong passphrase calmly: it is selected, to be typed anew', async () => {
    const { user } = open(true);
    const field = await passphrase();
    await user.type(field, 'four calm word{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent(/^This is not the passphrase\./);
    await expect.poll(() => document.activeElement).toBe(field);
    expect(field).toHaveValue('four calm word');
    expect((field as HTMLInputElement).selectionEnd).toBe(14);
    expect(await accessibilityFaults()).toEqual([]);
    await user.keyboard(`${PASSPHRASE}{Enter}`);
    expect(await screen.findByRole('navigation'), 'typed over it').toBeVisible();
  });

  it('show what is typed only while that is wanted', async () => {
    const { user } = open(true);
    const field = await passphrase();
    expect(field).toHaveAttribute('type', 'password');
    await user.click(screen.getByRole('button', { name: 'Show what is typed' }));
    expect(field).toHaveAttribute('type', 'text');
    await user.click(screen.getByRole('button', { name: 'Hide what is typed' }));
    expect(field).toHaveAttribute('type', 'password');
  });

  it('say that unlocking takes a moment, and are asked once', async () => {
    const { backend, user } = open(true);
    let letIn = () => {};
    const unlock = vi.spyOn(backend, 'unlock').mockImplementation(async () => {
      await new Promise<void>((done) => (letIn = done));
      backend.protecting.isLocked = false;
      return backend.start();
    });
    await user.type(await passphrase(), `${PASSPHRASE}{Enter}{Enter}`);
    expect(await screen.findByRole('button', { name: 'Unlocking…' })).toBeVisible();
    expect(unlock).toHaveBeenCalledOnce();
    letIn();
    expect(await screen.findByRole('navigation')).toBeVisible();
  });

  it('open with the recovery code, and a new passphrase is proposed', async () => {
    const { backend, user } = open(true);
    await passphrase();
    await user.click(screen.getByRole('button', { name: 'Use the recovery code instead' }));
    const field = await screen.findByLabelText('Recovery code');
    await expect.poll(() => document.activeElement).toBe(field);
    await user.type(field, '7K2M{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent(/slip in this code/);
    await user.clear(field);
    await user.type(field, `${backend.protecting.code.toLowerCase().replaceAll('-', ' ')}{Enter}`);
    const dialog = within(await screen.findByRole('dialog', { name: 'Choose a new passphrase?' }));
    expect(await accessibilityFaults()).toEqual([]);
    await user.type(dialog.getByLabelText('New passphrase'), 'another few words');
    await user.type(dialog.getByLabelText('The same again'), 'another few words');
    await user.click(dialog.getByRole('button', { name: 'Set it' }));
    await expect.poll(() => backend.protecting.passphrase).toBe('another few words');
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  });

  it('that turn out to be damaged are said to be so', async () => {
    const { backend, user } = open(true);
    const error = {
      code: 'key_missing' as const,
      values: { path: '/a/home.db-key' },
      problems: [],
    };
    vi.spyOn(backend, 'unlock').mockRejectedValue(new BackendError(error));
    await user.type(await passphrase(), `${PASSPHRASE}{Enter}`);
    expect(await screen.findByText(/The key to your records is missing/)).toBeVisible();
  });
});

describe('locking', () => {
  it('by a key keeps what is typed and where one was', async () => {
    const { backend, user } = open(false);
    await screen.findByRole('heading', { name: 'Today' });
    router.go({ page: 'disputes' });
    await user.keyboard('{Control>}n{/Control}');
    await user.type(await screen.findByLabelText('What happened?'), 'Half a sent');
    await user.keyboard('{Control>}{Shift>}K{/Shift}{/Control}');
    const field = await passphrase();
    expect(backend.protecting.isLocked).toBe(true);
    expect(screen.queryByRole('dialog'), 'nothing lies open over the lock').toBeNull();
    expect(document.title).toBe('Holdfast');
    await user.type(field, `${PASSPHRASE}{Enter}`);
    expect(await screen.findByLabelText('What happened?')).toHaveValue('Half a sent');
    expect(router.route).toEqual({ page: 'disputes' });
  });

  it('closes what lies open on a page, and forgets what was typed there of a passphrase', async () => {
    const { user } = open(false);
    await screen.findByRole('heading', { name: 'Today' });
    router.go({ page: 'settings' });
    await user.click(await screen.findByRole('button', { name: 'Change the passphrase…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Change the passphrase' }));
    await user.type(dialog.getByLabelText('The passphrase of now'), PASSPHRASE);
    await user.keyboard('{Control>}{Shift>}K{/Shift}{/Control}');
    const field = await passphrase();
    expect(screen.queryByRole('dialog'), 'nothing lies open over the lock').toBeNull();
    expect(field, 'nor is anything filled in').toHaveValue('');
    await user.type(field, `${PASSPHRASE}{Enter}`);
    await screen.findByRole('button', { name: 'Change the passphrase…' });
    expect(screen.queryByRole('dialog'), 'it stays closed').toBeNull();
  });

  /** Opens the window on records that the shell locks, as after sleep, when it is told to. */
  async function slept() {
    const backend = new FakeBackend();
    backend.protecting.set(PASSPHRASE);
    let told = () => {};
    backend.watchLocks = async (onlocked) => {
      told = onlocked;
      return null;
    };
    render(Window, { props: { backend } });
    const user = userEvent.setup({ delay: null });
    await screen.findByRole('heading', { name: 'Today' });
    const sleep = () => {
      backend.protecting.isLocked = true;
      told();
    };
    return { backend, user, sleep };
  }

  it('by the shell, as after sleep, loses no letter that was on its way', async () => {
    const { backend, user, sleep } = await slept();
    await user.keyboard('{Control>}n{/Control}');
    await user.type(await screen.findByLabelText('What happened?'), 'Half a sent');
    sleep();
    const field = await passphrase();
    expect(await backend.drafts(), 'it came too late for the record').toEqual([]);
    await user.type(field, `${PASSPHRASE}{Enter}`);
    expect(await screen.findByLabelText('What happened?')).toHaveValue('Half a sent');
    await expect.poll(() => backend.drafts()).toHaveLength(1);
  });

  it('by the shell takes away what was said of something under the pointer', async () => {
    const { user, sleep } = await slept();
    const named = document.body.appendChild(document.createElement('span'));
    named.title = 'Dana Ruiz, Harbor Funds';
    await user.pointer({ target: named });
    await screen.findByText('Dana Ruiz, Harbor Funds', {}, { timeout: 2000 });
    sleep();
    await passphrase();
    expect(document.body.textContent).not.toMatch(/Dana Ruiz/);
    named.remove();
  });

  it('is noticed at the next thing that is asked, too', async () => {
    const { backend, user } = open(false);
    await screen.findByRole('heading', { name: 'Today' });
    const locked = new BackendError({ code: 'locked', values: {}, problems: [] });
    vi.spyOn(backend, 'disputes').mockRejectedValue(locked);
    await user.click(screen.getByRole('link', { name: 'Disputes' }));
    expect(await passphrase()).toHaveFocus();
  });

  it('that fails shows the records again, and says so', async () => {
    const { backend, user } = open(false);
    await screen.findByRole('heading', { name: 'Today' });
    const full = new BackendError({ code: 'disk_full', values: {}, problems: [] });
    vi.spyOn(backend, 'lock').mockRejectedValue(full);
    await user.keyboard('{Control>}{Shift>}K{/Shift}{/Control}');
    expect(await screen.findByText('The disk is full.')).toBeVisible();
    expect(await screen.findByRole('heading', { name: 'Today' })).toBeVisible();
  });

  it('is offered by search and commands only where there is a passphrase', async () => {
    const { backend, user } = open(false);
    await screen.findByRole('heading', { name: 'Today' });
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), 'lock');
    expect(await screen.findByRole('option', { name: /^Lock Ctrl/ })).toBeVisible();
    cleanup();
    backend.protecting.passphrase = null;
    render(Window, { props: { backend } });
    await screen.findByRole('heading', { name: 'Today' });
    await user.keyboard('{Control>}{Shift>}K{/Shift}{/Control}');
    expect(await screen.findByText('There is no passphrase yet.')).toBeVisible();
    expect(backend.protecting.isLocked).toBe(false);
  });
});

describe('records that nobody uses', () => {
  async function idle(minutes: number | null) {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const backend = new FakeBackend();
    backend.protecting.set(PASSPHRASE);
    backend.protecting.lockAfter = minutes;
    render(Window, { props: { backend } });
    await screen.findByRole('heading', { name: 'Today' });
    return backend;
  }

  it('lock once the time has come, and not before', async () => {
    const backend = await idle(5);
    await vi.advanceTimersByTimeAsync(4 * 60_000);
    expect(backend.protecting.isLocked).toBe(false);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }));
    await vi.advanceTimersByTimeAsync(4 * 60_000);
    expect(backend.protecting.isLocked, 'a key was pressed meanwhile').toBe(false);
    await vi.advanceTimersByTimeAsync(66_000);
    expect(backend.protecting.isLocked).toBe(true);
    expect(screen.getByLabelText('Passphrase')).toBeVisible();
  });

  it('are not used by a page that is painted anew below the pointer', async () => {
    const backend = await idle(5);
    const move = () =>
      window.dispatchEvent(new MouseEvent('pointermove', { screenX: 40, screenY: 40 }));
    move();
    await vi.advanceTimersByTimeAsync(4 * 60_000);
    move();
    await vi.advanceTimersByTimeAsync(66_000);
    expect(backend.protecting.isLocked).toBe(true);
  });

  it('stay open where that was chosen', async () => {
    const backend = await idle(null);
    await vi.advanceTimersByTimeAsync(24 * 60 * 60_000);
    expect(backend.protecting.isLocked).toBe(false);
  });
});
