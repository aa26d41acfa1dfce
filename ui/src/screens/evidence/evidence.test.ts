import { cleanup, configure, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeBackend } from '$lib/backend/fake/backend';
import Toasts from '$lib/parts/Toasts.svelte';
import { accessibilityFaults, renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import EvidencePage from './EvidencePage.svelte';
import { filters } from './list/filters.svelte';

configure({ asyncUtilTimeout: 8_000 });
vi.setConfig({ testTimeout: 40_000 });
const user = userEvent.setup({ delay: null });
let backend: FakeBackend;

beforeEach(() => {
  backend = new FakeBackend();
  filters.clear();
});
afterEach(() => {
  cleanup();
  toasts.clear();
});

const rows = async () =>
  within(await screen.findByRole('list', { name: 'Evidence' })).getAllByRole('button', {
    name: /^Open /,
  });

async function menu(of: string, item: string) {
  await user.click(await screen.findByRole('button', { name: `More on “${of}”` }));
  await user.click(screen.getByRole('menuitem', { name: item }));
}

describe('the page of all evidence', () => {
  it('says of each piece what it is, of when, from whom, and what rests on it', async () => {
    await renderScreen(EvidencePage, {}, backend);
    expect(await rows(), 'every piece of every dispute').toHaveLength(7);
    expect(screen.getByText('about Tue 19 May'), 'a date that is only about right').toBeVisible();
    expect(screen.getAllByText('date not known').length).toBeGreaterThan(0);
    expect(screen.getByText('Alpenstern Reisen')).toBeVisible();
    expect(screen.getByText(/^Fact: Alpenstern Reisen cancelled.*second paragraph$/)).toBeVisible();
    expect(await accessibilityFaults(), 'axe finds no fault').toEqual([]);
  });

  it('finds a piece by any word that is said of it, and by its dispute', async () => {
    await renderScreen(EvidencePage, {}, backend);
    await rows();
    await user.type(screen.getByLabelText('Search in evidence'), 'noor إيصال');
    expect((await rows()).map((row) => row.title)).toEqual(['إيصال الدفع.pdf']);
    await user.clear(screen.getByLabelText('Search in evidence'));
    await user.selectOptions(screen.getByLabelText('Of which dispute'), 'train');
    expect(await rows(), 'only those of the holiday').toHaveLength(6);
    await user.type(screen.getByLabelText('Search in evidence'), 'nothing of the sort');
    await user.click(await screen.findByRole('button', { name: 'Show all files' }));
    expect(await rows()).toHaveLength(7);
  });

  it('asks for the first file where there is none', async () => {
    const { app } = await renderScreen(EvidencePage, {}, new FakeBackend(false));
    await user.click(await screen.findByRole('button', { name: 'Add your first file' }));
    expect(app.adding.map((one) => one.what.from)).toEqual(['files']);
  });

  it('puts a piece into the bin, and Undo brings it back', async () => {
    await renderScreen(EvidencePage, {}, backend);
    await renderScreen(Toasts, {}, backend);
    await menu('chat with Lea.txt', 'Remove');
    await waitFor(async () => expect(await rows()).toHaveLength(6));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await rows(), 'one Undo brings it back').toHaveLength(7));
  });
});

describe('a file that is lost', () => {
  it('says so in the list', async () => {
    const naming = { kind: 'file' as const, id: 't-at3', name: 'scan.pdf', dispute: null };
    backend.lostFiles = async () => [{ naming, isChanged: false }];
    await renderScreen(EvidencePage, {}, backend);
    const said = await screen.findByText('File not there any more');
    const file = (await backend.dispute('train')).attachments.find((one) => one.id === 't-at3');
    expect(said.closest('li')).toHaveTextContent(file?.name ?? 'it is there');
    expect(screen.queryAllByText('File not there any more'), 'and no other').toHaveLength(1);
    expect(screen.getByText('7 files, kept as they were added but for 1 lost.')).toBeVisible();
  });
});

describe('what is said of a piece', () => {
  it('is written in one form, and taken back by Undo', async () => {
    await renderScreen(EvidencePage, {}, backend);
    await renderScreen(Toasts, {}, backend);
    const before = 'The returned transfer on the statement';
    await menu(before, 'Edit');
    const field = await screen.findByLabelText('What it shows');
    expect(field, 'what is there can be changed').toHaveValue(before);
    await user.clear(field);
    await user.type(field, 'Line 12');
    await user.selectOptions(screen.getByLabelText('How sure is the date?'), 'About');
    await user.type(screen.getByLabelText('Who made it'), 'Bo');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Line 12')).toBeVisible();
    expect(await backend.attachment('at1')).toMatchObject({
      precision: 'about',
      at: '2026-02-28',
      author: 'Bo',
      obtained: 'downloaded from the bank’s site',
    });
    await waitFor(() => expect(screen.queryByRole('dialog'), 'the form closes').toBeNull());
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText(before), 'one Undo brings it back').toBeVisible();
  });

  it('names what rests on it, with the place in it', async () => {
    await renderScreen(EvidencePage, {}, backend);
    await menu('chat with Lea.txt', 'What rests on it…');
    const form = within(await screen.findByRole('dialog'));
    await form.findByLabelText('Where in it');
    expect(await accessibilityFaults(await screen.findByRole('dialog'))).toEqual([]);
    await user.click(form.getByRole('button', { name: 'Link' }));
    expect(await form.findByText('Please choose it from the list.')).toBeVisible();
    const box = form.getByRole('combobox', { name: /What rests on it/ });
    await user.type(box, 'Price of the');
    await user.click(form.getByRole('option', { name: /Price of the holiday/ }));
    await user.type(form.getByLabelText('Where in it'), 'first line');
    await user.click(form.getByRole('button', { name: 'Link' }));
    expect(await screen.findByText('Claim: Price of the holiday, first line')).toBeVisible();
  });
});

describe('erasing a file for good', () => {
  it('asks first, says what is gone, and does it only with a yes', async () => {
    const erased = vi.spyOn(backend, 'eraseOriginal');
    const { container } = await renderScreen(EvidencePage, {}, backend);
    const more = (await screen.findAllByRole('button', { name: /^More on/ }))[0];
    const ask = async () => {
      await user.click(more as HTMLElement);
      await user.click(screen.getByRole('menuitem', { name: 'Erase for good…' }));
      return within(await screen.findByRole('dialog', { name: 'Erase this file for good?' }));
    };
    let dialog = await ask();
    expect(dialog.getByText(/Undo does not either. It is gone from the evidence “/)).toBeVisible();
    expect(await accessibilityFaults(container)).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(erased, 'nothing without a yes').not.toHaveBeenCalled();
    dialog = await ask();
    await user.click(dialog.getByRole('button', { name: 'Erase for good' }));
    await waitFor(() => expect(erased).toHaveBeenCalledTimes(1));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await screen.findByText(/^File erased for good on /)).toBeVisible();
    expect(
      screen.getByText(/, kept as they were added but for 1 erased for good\.$/),
    ).toBeVisible();
    await user.click(more as HTMLElement);
    const offered = screen.getAllByRole('menuitem').map((item) => item.textContent.trim());
    expect(offered, 'there is nothing left to save or to erase').not.toContain('Save a copy…');
    expect(offered).not.toContain('Erase for good…');
    expect(offered, 'what is said of it can still be changed').toContain('Edit');
  });
});
