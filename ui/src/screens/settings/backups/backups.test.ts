import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import Window from '../../../frame/Window.svelte';
import { BackendError, type Backup, type BackupLook } from '$lib/backend';
import { FakeBackend } from '$lib/backend/fake/backend';
import { router } from '$lib/router.svelte';
import { accessibilityFaults, renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import SettingsPage from '../SettingsPage.svelte';
import { changesOf, countsText, holdingText, lastText, missingText, whenText } from './words';

const NONE = { disputes: 0, events: 0, letters: 0, evidence: 0 };
const BACKUP: Backup = {
  id: '2026-11-15T090000.db',
  kind: 'dated',
  on: '2026-11-15',
  at: '09:00',
  size: 512_000,
  state: 'readable',
  holding: { household: null, counts: { ...NONE, disputes: 3, events: 12 }, last: null },
};
const LOOK: BackupLook = {
  backup: BACKUP,
  doneSince: 0,
  gone: NONE,
  back: NONE,
  missingFiles: 0,
  drafts: 0,
};

beforeEach(() => router.go({ page: 'settings' }));
afterEach(() => {
  cleanup();
  toasts.clear();
});

async function settings() {
  const backend = new FakeBackend();
  const { app } = await renderScreen(SettingsPage, {}, backend);
  const user = userEvent.setup({ delay: null });
  const card = await screen.findByRole('region', { name: 'Backups' });
  return { backend, app, user, card };
}

describe('words', () => {
  it.each([
    [NONE, ''],
    [{ ...NONE, disputes: 1 }, '1 dispute'],
    [{ ...NONE, disputes: 2, letters: 1 }, '2 disputes and 1 letter'],
    [
      { disputes: 3, events: 12, letters: 2, evidence: 1 },
      '3 disputes, 12 events, 2 letters and 1 file',
    ],
  ])('count %j', (counts, wanted) => expect(countsText(counts)).toBe(wanted));

  it('say when it was made, as exactly as is known', () => {
    expect(whenText(BACKUP, '2026-11-22')).toBe('Sun 15 Nov, 09:00');
    expect(whenText({ ...BACKUP, at: null }, '2026-11-22'), 'older ones').toBe('Sun 15 Nov');
  });

  it('say what it holds, or why that cannot be said', () => {
    expect(holdingText(BACKUP)).toBe('3 disputes and 12 events · 512 KB');
    const newer: Backup = { ...BACKUP, state: 'newer', holding: null };
    expect(holdingText(newer)).toBe('Made by a newer Holdfast');
    const damaged: Backup = { ...BACKUP, state: 'damaged', holding: null };
    expect(holdingText(damaged)).toBe('Cannot be read any more');
    const last = { deed: 'log_call' as const, about: 'The lamp', at: '2026-11-15T08:00:00Z' };
    expect(lastText({ ...BACKUP, holding: { household: null, counts: NONE, last } })).toBe(
      'Logged a call: The lamp',
    );
  });

  it('say what would change', () => {
    expect(changesOf(LOOK)).toEqual([
      'Nothing was changed since. Restoring it would change nothing.',
    ]);
    const since = { doneSince: 1, gone: { ...NONE, disputes: 3, events: 12 }, drafts: 1 };
    expect(changesOf({ ...LOOK, ...since, back: { ...NONE, events: 1 } })).toEqual([
      '3 disputes and 12 events that came since would no longer be shown.',
      '1 event would come back.',
      '1 change made since would be taken out of view.',
      'The form that you have not saved yet stays as typed.',
    ]);
    const replaced = { ...LOOK, back: { ...NONE, disputes: 1 } };
    expect(changesOf(replaced), 'what an older backup had replaced').toEqual([
      '1 dispute would come back.',
    ]);
    expect(missingText(LOOK), 'all files are there').toBeNull();
    expect(missingText({ ...LOOK, missingFiles: 2 })).toMatch(/^2 files that it names are not/);
  });
});

describe('the card', () => {
  it('makes one, shows what it holds, and can be read by everyone', async () => {
    const { user, card } = await settings();
    expect(await within(card).findByText('There is none yet.')).toBeVisible();
    await user.click(within(card).getByRole('button', { name: 'Back up now' }));
    await user.click(await within(card).findByRole('button', { name: /^Look: the backup of/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Backup' });
    expect(await within(dialog).findByText('Logged a call: The invoice')).toBeVisible();
    expect(within(dialog).getByText(/Restoring it would change nothing/)).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('restores after a question, keeps what it replaced, and that is the way back', async () => {
    const { backend, app, user, card } = await settings();
    const before = backend.home.cases.length;
    await user.click(within(card).getByRole('button', { name: 'Back up now' }));
    backend.home.cases.pop();
    await user.click(await within(card).findByRole('button', { name: /^Look: the backup of/ }));
    const go = await screen.findByRole('button', { name: 'Restore this backup' });
    expect(screen.getByText(/would come back/), 'what would change is said').toBeVisible();
    await user.click(go);
    expect(backend.home.cases.length, 'a question comes first').toBe(before - 1);
    await user.click(screen.getByRole('button', { name: 'Restore' }));
    await expect.poll(() => backend.home.cases.length, { message: 'restored' }).toBe(before);
    await expect.poll(() => router.route.page, { message: 'a fresh page' }).toBe('today');
    const [said] = toasts.list;
    expect(said?.title, 'which, and of which day').toMatch(/^The backup of .*\d.* is restored\.$/);
    expect(said?.body).toMatch(/^What it replaced is kept/);
    expect(app.revision, 'all screens load again').toBeGreaterThan(0);
    const [kept] = await backend.backups();
    expect(kept?.kind, 'what was replaced').toBe('replaced');
  });

  it('is where everything is checked, and lost files are had again', async () => {
    const { backend, user, card } = await settings();
    await user.click(within(card).getByRole('button', { name: 'Check your records' }));
    const sound = 'Your records and their 2 files are as they should be.';
    await expect.poll(() => toasts.list.map((it) => it.title)).toEqual([sound]);
    expect(within(card).queryByText('Not as it should be')).toBeNull();

    const naming = { kind: 'file' as const, id: 'f1', name: 'photo.jpg', dispute: null };
    backend.lostFiles = async () => [{ naming, isChanged: true }];
    await user.click(within(card).getByRole('button', { name: 'Check your records' }));
    expect(await within(card).findByText('photo.jpg: no longer as it was')).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
    backend.repairOriginalsFrom = async () => {
      backend.lostFiles = async () => [];
      return { repaired: { saved: 1, missing: 0, kept: null }, lost: [] };
    };
    await user.click(within(card).getByRole('button', { name: 'Look in a copy…' }));
    await expect
      .poll(() => toasts.list.map((it) => it.title))
      .toEqual(['One attached file is there again.']);
    await expect.poll(() => within(card).queryByText('Not as it should be')).toBeNull();
  });

  it('says after a backup which files are lost', async () => {
    const { backend, user, card } = await settings();
    const naming = { kind: 'file' as const, id: 'f1', name: 'photo.jpg', dispute: null };
    backend.lostFiles = async () => [{ naming, isChanged: false }];
    await user.click(within(card).getByRole('button', { name: 'Back up now' }));
    await expect
      .poll(() => toasts.list.map((it) => it.body))
      .toEqual(['One of your files is not there as it was.']);
    expect(await within(card).findByText('photo.jpg')).toBeVisible();
  });

  it('stays away in the sample, which is thrown away', async () => {
    const backend = new FakeBackend();
    await backend.openSample();
    await renderScreen(SettingsPage, {}, backend);
    await screen.findByRole('region', { name: 'Sample household' });
    expect(screen.queryByRole('region', { name: 'Backups' })).toBeNull();
  });
});

describe('a start', () => {
  it('says that files are lost which were not before, with the way to them', async () => {
    const backend = new FakeBackend();
    const user = userEvent.setup({ delay: null });
    backend.backUp = async () => 2;
    render(Window, { props: { backend } });
    expect(await screen.findByText('2 of your files are not there as they were.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'See which' }));
    expect(router.route).toEqual({ page: 'settings', card: 'backups' });
  });
});

describe('records that cannot be read', () => {
  /** A window that finds this in place of the records, until `mended`. */
  function found(code: 'store_damaged' | 'originals_damaged' | 'originals_gone' | 'record_gone') {
    const backend = new FakeBackend();
    const start = backend.start;
    const restorable = code === 'store_damaged' ? 'yes' : '';
    const values = { path: '/home/a/home.db', backup: '/home/a/1.db', restorable };
    backend.start = async () => {
      throw new BackendError({ code, values, problems: [] });
    };
    const mended = () => (backend.start = start);
    const restored: string[] = [];
    const restore = backend.restoreBackup;
    backend.restoreBackup = async (id: string) => {
      restored.push(id);
      mended();
      return restore(id);
    };
    return { backend, restored, mended, user: userEvent.setup({ delay: null }) };
  }

  it('are had again from a backup, after a question', async () => {
    const { backend, restored, user } = found('store_damaged');
    const made = await backend.backUpNow();
    render(Window, { props: { backend } });
    await user.click(await screen.findByRole('button', { name: /^Restore the backup of/ }));
    expect(screen.getByText(/which is kept beside the backups/)).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
    expect(restored, 'not before the answer').toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Restore' }));
    expect(await screen.findByRole('navigation'), 'the window goes on').toBeVisible();
    expect(restored).toEqual([made.id]);
    expect(screen.getByText(/^The backup of .* is restored\.$/)).toBeVisible();
    expect(screen.getByText('The damaged file is kept beside the backups.')).toBeVisible();
  });

  it('open without the attached files that cannot be read, and say which these are', async () => {
    const { backend, mended, user } = found('originals_damaged');
    await backend.backUpNow();
    const repaired = { saved: 2, missing: 1, kept: 'damaged-originals-1.db' };
    const dispute = { id: 'd1', name: 'The lamp that hums' };
    const naming = { kind: 'file' as const, id: 'f1', name: 'photo.jpg', dispute };
    const lost = [{ naming, isChanged: false }];
    backend.lostFiles = async () => lost;
    backend.repairOriginals = async () => {
      mended();
      return { repaired, lost };
    };
    render(Window, { props: { backend } });
    await user.click(await screen.findByRole('button', { name: 'Go on with what can be read' }));
    const said = await screen.findByRole('status', { name: 'Your records open again' });
    expect(said).toHaveTextContent('2 attached files are there again.');
    expect(said).toHaveTextContent('photo.jpg of “The lamp that hums”');
    expect(screen.queryByText('Go on from a backup'), 'these have no files').toBeNull();
    expect(await accessibilityFaults()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Go on' }));
    expect(await screen.findByRole('navigation'), 'the window goes on').toBeVisible();
    cleanup();
    await renderScreen(SettingsPage, {}, backend);
    expect(await screen.findByText('photo.jpg of “The lamp that hums”')).toBeVisible();
  });

  it('open where a copy has the attached files that are gone', async () => {
    const { backend, mended, user } = found('originals_gone');
    let asked = 0;
    backend.repairOriginalsFrom = async () => {
      asked += 1;
      // The first time the person thinks better of it.
      if (asked === 1) return null;
      mended();
      return { repaired: { saved: 2, missing: 0, kept: null }, lost: [] };
    };
    render(Window, { props: { backend } });
    expect(await screen.findByText('The attached files are not here.')).toBeVisible();
    const look = screen.getByRole('button', { name: 'Look in a copy…' });
    await user.click(look);
    expect(look, 'nothing was chosen').toBeEnabled();
    await user.click(look);
    expect(await screen.findByRole('navigation'), 'the window goes on').toBeVisible();
  });

  it('are had again from a backup where they are gone, or begun anew after a question', async () => {
    const { backend, restored, mended, user } = found('record_gone');
    const made = await backend.backUpNow();
    let begun = 0;
    backend.beginAllTheSame = async () => {
      begun += 1;
      mended();
      return backend.start();
    };
    render(Window, { props: { backend } });
    const anew = await screen.findByRole('button', { name: /^Begin with empty records/ });
    await user.click(anew);
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(begun, 'not before the answer').toBe(0);
    expect(await accessibilityFaults()).toEqual([]);
    await user.click(screen.getByRole('button', { name: /^Restore the backup of/ }));
    expect(screen.getByText(/takes the place of what is gone/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Restore' }));
    expect(await screen.findByRole('navigation'), 'the window goes on').toBeVisible();
    expect(restored).toEqual([made.id]);
    expect(screen.getByText(/^The backup of .* is restored\.$/)).toBeVisible();
    expect(screen.queryByText(/^The damaged file/), 'nothing was damaged').toBeNull();
  });

  it('can be begun anew where they are gone', async () => {
    const { backend, restored, mended, user } = found('record_gone');
    backend.beginAllTheSame = async () => {
      mended();
      return backend.start();
    };
    render(Window, { props: { backend } });
    await user.click(await screen.findByRole('button', { name: /^Begin with empty records/ }));
    await user.click(screen.getByRole('button', { name: 'Begin' }));
    expect(await screen.findByRole('navigation'), 'the window goes on').toBeVisible();
    expect(restored).toEqual([]);
  });
});
