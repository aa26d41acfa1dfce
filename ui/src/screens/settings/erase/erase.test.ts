import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BackendError } from '$lib/backend';
import { FakeBackend } from '$lib/backend/fake/backend';
import { router } from '$lib/router.svelte';
import { accessibilityFaults, renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import Window from '../../../frame/Window.svelte';
import ErasePage from './ErasePage.svelte';
import { backupsText, placeText, renewedText } from './words';

afterEach(() => {
  cleanup();
  toasts.clear();
});

/** A word of the first fact of the invented household. */
function secret(backend: FakeBackend): string {
  const texts = backend.home.cases.flatMap((one) =>
    one.events.flatMap((event) => event.facts.map((fact) => fact.text)),
  );
  const word = texts.flatMap((text) => text.split(/\W+/)).find((it) => it.length > 6);
  if (!word) throw new Error('the household says nothing');
  return word;
}

const has = (backend: FakeBackend, word: string) =>
  backend.home.cases.some((one) => JSON.stringify(one.events.map((it) => it.facts)).includes(word));

async function page() {
  const backend = new FakeBackend();
  backend.madeBackups.make(backend.home);
  const word = secret(backend);
  const rendered = await renderScreen(ErasePage, {}, backend);
  const user = userEvent.setup({ delay: null });
  const look = async (words: string) => {
    await user.type(screen.getByLabelText('Words to erase'), words);
    await user.click(screen.getByRole('button', { name: 'Look for it' }));
  };
  return { ...rendered, backend, user, word, look };
}

describe('erasing for good', () => {
  it('begins in its field', async () => {
    router.go({ page: 'settings' });
    render(Window, { props: { backend: new FakeBackend() } });
    const user = userEvent.setup({ delay: null });
    await user.click(await screen.findByRole('button', { name: 'Erase words for good…' }));
    const field = await screen.findByLabelText('Words to erase');
    await expect.poll(() => document.activeElement).toBe(field);
    router.go({ page: 'today' });
  });

  it('shows where the words stand and what has them still, and changes nothing yet', async () => {
    const { backend, word, look } = await page();
    await look(word);
    const places = within(await screen.findByRole('region', { name: 'Where they stand' }));
    expect(places.getAllByText(/\d facts? of “/).length).toBeGreaterThan(0);
    expect(places.getAllByText(word, { selector: 'mark' }).length).toBeGreaterThan(0);
    expect(screen.getByText(/One backup, of /)).toBeVisible();
    const renew = screen.getByLabelText('Then make a new backup and remove all older ones');
    expect(renew, 'that is a choice of its own').not.toBeChecked();
    expect(has(backend, word)).toBe(true);
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('asks once more, erases, and leaves older backups alone', async () => {
    const { backend, user, word, look } = await page();
    await look(word);
    await user.click(await screen.findByRole('button', { name: 'Erase for good…' }));
    const asked = within(await screen.findByRole('dialog', { name: /Erase these words/ }));
    expect(asked.getByRole('button', { name: 'Cancel' }), 'nothing by chance').toHaveFocus();
    await user.click(asked.getByRole('button', { name: 'Erase for good' }));
    const done = await screen.findByRole('region', { name: 'Erased' });
    expect(done).toHaveTextContent(/the mark \[erased\] now/);
    expect(has(backend, word)).toBe(false);
    expect(await backend.backups()).toHaveLength(1);
    expect(screen.getByLabelText('Words to erase'), 'nothing is left of it').toHaveValue('');
    expect(document.body).not.toHaveTextContent(word);
  });

  it('removes older backups later too, when the words stand nowhere else any more', async () => {
    const { backend, user, look } = await page();
    backend.madeBackups.make(backend.home);
    await look('cdefghij');
    await user.click(await screen.findByRole('button', { name: /^Make a new backup and remove/ }));
    expect(await backend.backups(), 'not before the answer').toHaveLength(2);
    const asked = within(await screen.findByRole('dialog', { name: /Remove all older/ }));
    await user.click(asked.getByRole('button', { name: 'Remove them' }));
    expect(await screen.findByText(/2 older backups are removed/)).toBeVisible();
    expect(await backend.backups()).toHaveLength(1);
  });

  it('removes older backups where that was ticked', async () => {
    const { backend, user, word, look } = await page();
    backend.madeBackups.make(backend.home);
    await look(word);
    await user.click(await screen.findByLabelText(/remove all older ones/));
    await user.click(screen.getByRole('button', { name: 'Erase for good…' }));
    const asked = within(await screen.findByRole('dialog', { name: /Erase these words/ }));
    await user.click(asked.getByRole('button', { name: 'Erase for good' }));
    expect(await screen.findByText(/2 older backups are removed/)).toBeVisible();
    expect(await backend.backups()).toHaveLength(1);
  });

  it('keeps what is typed out of the drafts, and looks again where it was changed', async () => {
    const { backend, user, word, look } = await page();
    await look(word);
    expect(await screen.findByRole('button', { name: 'Erase for good…' })).toBeVisible();
    await user.type(screen.getByLabelText('Words to erase'), 'x');
    expect(screen.queryByRole('button', { name: 'Erase for good…' })).toBeNull();
    await new Promise((done) => setTimeout(done, 400));
    expect(await backend.drafts()).toEqual([]);
  });

  it('says what is too little, what is nowhere, and what went wrong', async () => {
    const { backend, user, look } = await page();
    await look('ab');
    expect(await screen.findByText(/at least four letters or digits/)).toBeVisible();
    await look('cdefghij');
    expect(await screen.findByText(/stand nowhere/)).toBeVisible();
    const full = new BackendError({ code: 'disk_full', values: {}, problems: [] });
    vi.spyOn(backend, 'lookToErase').mockRejectedValue(full);
    await user.click(screen.getByRole('button', { name: 'Look for it' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(/The disk is full/);
  });
});

it('names places as a person would', () => {
  const dispute = { id: '1', name: 'The lamp that hums' };
  const place = { dispute, name: null, count: 3, inBin: 1, excerpts: [] };
  expect(placeText({ ...place, noun: 'fact' })).toBe(
    '3 facts of “The lamp that hums”, 1 of them in the bin',
  );
  const read = { ...place, dispute: null, name: 'scan.pdf', count: 1, inBin: 0 };
  expect(placeText({ ...read, noun: 'document' })).toBe('The text read from scan.pdf');
  expect(placeText({ ...read, noun: 'unnamed', name: null })).toBe(
    '1 file that nothing in your records names, as a whole',
  );
  expect(backupsText({ count: 0, keptDamaged: 0, oldest: null, elsewhere: null })).toBeNull();
  const some = { count: 2, keptDamaged: 1, oldest: '2026-05-04', elsewhere: 'Blue drive' };
  expect(backupsText(some)).toMatch(
    /^2 backups, the oldest of .*2026, with one damaged file of originals kept beside them\. The copies in Blue drive\./,
  );
  expect(renewedText({ removed: 2, removedDamaged: 3, notReached: null })).toBe(
    'A new backup is made. 2 older backups are removed, with 3 damaged files of originals kept beside them.',
  );
});
