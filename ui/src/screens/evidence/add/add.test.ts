import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Drag, EvidenceAdded, EvidenceProgress } from '$lib/backend';
import { FakeBackend } from '$lib/backend/fake/backend';
import Toasts from '$lib/parts/Toasts.svelte';
import { router } from '$lib/router.svelte';
import { accessibilityFaults, renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import AddEvidence from './AddEvidence.svelte';

configure({ asyncUtilTimeout: 8_000 });
vi.setConfig({ testTimeout: 40_000 });
const user = userEvent.setup({ delay: null });
let backend: FakeBackend;

beforeEach(() => {
  backend = new FakeBackend();
  router.go({ page: 'evidence' });
});
afterEach(() => {
  cleanup();
  toasts.clear();
});

const kept = async (dispute: string) => (await backend.dispute(dispute)).attachments;
const outcome = (more: Partial<EvidenceAdded>): EvidenceAdded => ({
  done: { action: null, id: null, warnings: [] },
  added: [],
  known: [],
  back: [],
  wholeAgain: [],
  leftOut: [],
  mails: [],
  stopped: false,
  ...more,
});

describe('files that are chosen', () => {
  it('go to the dispute at once, and what they show rests on them', async () => {
    const { app } = await renderScreen(AddEvidence, {}, backend);
    app.addEvidence({ from: 'files' }, 'train', [{ kind: 'claim', id: 't-c1' }]);
    await waitFor(async () => expect(await kept('train')).toHaveLength(7));
    const words = (await kept('train')).at(-1)?.citations.map((one) => one.words);
    expect(words).toEqual(['Price of the holiday']);
    await waitFor(() => expect(app.adding, 'nothing waits any more').toEqual([]));
  });

  it('ask for the dispute where it is not plain', async () => {
    const { app } = await renderScreen(AddEvidence, {}, backend);
    app.addEvidence({ from: 'files' });
    await user.click(await screen.findByRole('option', { name: /Holiday cancelled/ }));
    await waitFor(async () => expect(await kept('train')).toHaveLength(7));
  });

  it('say how far they are, and stop when told', async () => {
    let go = () => {};
    let tell: (progress: EvidenceProgress) => void = () => {};
    const add = vi
      .spyOn(backend, 'addEvidence')
      .mockImplementation((_adding, _folder, onprogress) => {
        tell = onprogress;
        return new Promise((resolve) => (go = () => resolve(outcome({ stopped: true }))));
      });
    const stop = vi.spyOn(backend, 'stopAdding');
    const { app } = await renderScreen(AddEvidence, {}, backend);
    const clock = vi.spyOn(performance, 'now').mockReturnValue(1_000);
    app.addEvidence({ from: 'folder' }, 'train');
    await waitFor(() => expect(add).toHaveBeenCalled());
    tell({ done: 0, total: 200, name: 'a.jpg' });
    await tick();
    expect(screen.queryByText(/Adding/), 'what is quick is not spoken of').toBeNull();
    clock.mockReturnValue(2_000);
    tell({ done: 11, total: 200, name: 'l.jpg' });
    expect(await screen.findByText('Adding 12 of 200')).toBeVisible();
    router.go({ page: 'today' });
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(stop, 'it goes on over other pages until it is stopped').toHaveBeenCalled();
    go();
    expect(await screen.findByText(/What was added until then is kept/)).toBeVisible();
  });

  it('that were lost are whole again, and that is said', async () => {
    backend.addEvidence = async () => outcome({ wholeAgain: ['receipt.pdf'] });
    const { app } = await renderScreen(AddEvidence, {}, backend);
    app.addEvidence({ from: 'files' }, 'train');
    const dialog = within(await screen.findByRole('dialog', { name: 'Nothing new was added' }));
    expect(dialog.getByRole('heading', { name: /^Whole again: / })).toBeVisible();
    expect(dialog.getByText('receipt.pdf')).toBeVisible();
  });

  it('that were erased for good are there again, and that is said', async () => {
    backend.addEvidence = async () =>
      outcome({ back: [{ name: 'passport.jpg', erasedOn: '2026-03-03' }] });
    const { app } = await renderScreen(AddEvidence, {}, backend);
    app.addEvidence({ from: 'files' }, 'train');
    const dialog = within(await screen.findByRole('dialog', { name: 'Nothing new was added' }));
    expect(dialog.getByText('passport.jpg')).toBeVisible();
    expect(dialog.getByText(/please erase it once more/)).toBeVisible();
  });

  it('that did not go in are named one by one, each with its reason', async () => {
    backend.addEvidence = async () =>
      outcome({
        known: [{ name: 'scan.pdf', attachment: { id: 't-at3', name: 'scan.pdf' } }],
        leftOut: [
          {
            name: 'film.mp4',
            error: {
              code: 'file_too_large',
              values: { name: 'film.mp4', limit: '250000000' },
              problems: [],
            },
          },
          {
            name: 'empty.txt',
            error: { code: 'file_empty', values: { name: 'empty.txt' }, problems: [] },
          },
        ],
      });
    const { app } = await renderScreen(AddEvidence, {}, backend);
    app.addEvidence({ from: 'files' }, 'train');
    const dialog = within(await screen.findByRole('dialog', { name: 'Nothing new was added' }));
    expect(dialog.getByText(/larger than 250 MB/)).toBeVisible();
    expect(dialog.getByText(/has nothing in it/)).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Open it' }));
    expect(app.looking, 'what was here already can be looked at').toEqual({ id: 't-at3', page: 1 });
  });
});

describe('files that are dropped', () => {
  let told: (drag: Drag) => void = () => {};

  async function drop(page: 'evidence' | 'dispute', names: string[]) {
    backend.watchDrops = async (ondrag) => {
      told = ondrag;
      return null;
    };
    router.go(page === 'dispute' ? { page, id: 'train' } : { page });
    const { app } = await renderScreen(AddEvidence, {}, backend);
    if (names.length > 0) told({ over: false, dropped: { id: '1', names } });
    return app;
  }

  it('are invited while they are over the window', async () => {
    await drop('evidence', []);
    const invited = 'Let go to add them as evidence';
    expect(screen.queryByText(invited)).toBeNull();
    told({ over: true, dropped: null });
    expect(await screen.findByText(invited)).toBeVisible();
    told({ over: false, dropped: null });
    await waitFor(() => expect(screen.queryByText(invited), 'they went away').toBeNull());
  });

  it('say to which dispute they go before they do', async () => {
    await drop('dispute', ['letter.jpg', 'mail.eml']);
    const dialog = within(await screen.findByRole('dialog', { name: 'Add 2 files' }));
    expect(await dialog.findByText('Holiday cancelled a day before')).toBeVisible();
    expect(dialog.getByText('mail.eml')).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
    expect(await kept('train'), 'nothing was added yet').toHaveLength(6);
    await user.click(dialog.getByRole('button', { name: 'Add' }));
    await waitFor(async () => expect(await kept('train')).toHaveLength(7));
  });

  it('may go to another dispute, or nowhere', async () => {
    const app = await drop('dispute', ['letter.jpg']);
    await user.click(await screen.findByRole('button', { name: 'Another dispute' }));
    await user.click(await screen.findByRole('option', { name: /Twice billed/ }));
    expect(await screen.findByText('Twice billed for the same line')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Do not add' }));
    await waitFor(() => expect(app.adding).toEqual([]));
    expect(await kept('fiber')).toHaveLength(0);
  });
});

describe('what is pasted', () => {
  const paste = (target: Element, text: string) =>
    fireEvent.paste(target, { clipboardData: { files: [], getData: () => text } });

  it('outside a field is shown, and kept as it was', async () => {
    const add = vi.spyOn(backend, 'addPasted');
    router.go({ page: 'dispute', id: 'train' });
    await renderScreen(AddEvidence, {}, backend);
    await paste(document.body, 'Lea: it leaves\r\ntoday');
    await user.click(await screen.findByRole('button', { name: 'Add' }));
    await waitFor(() => expect(add).toHaveBeenCalled());
    expect(add.mock.calls[0]).toMatchObject([
      { dispute: 'train' },
      { name: 'Pasted text 2026-06-20.txt', text: 'Lea: it leaves\r\ntoday', bytes: null },
    ]);
  });

  it('elsewhere is no evidence', async () => {
    router.go({ page: 'today' });
    const { app } = await renderScreen(AddEvidence, {}, backend);
    await paste(document.body, 'a shopping list');
    expect(app.adding).toEqual([]);
  });

  it('into the place for it is kept as a draft until it is added', async () => {
    const { app } = await renderScreen(AddEvidence, {}, backend);
    await renderScreen(Toasts, {}, backend);
    app.addEvidence({ from: 'typing' }, 'train');
    const field = await screen.findByLabelText('A text or a picture');
    await user.type(field, 'Chat of 2 June');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(async () => expect(await backend.draft('paste:train')).toContain('Chat of'));
    app.addEvidence({ from: 'typing' }, 'train');
    expect(await screen.findByLabelText('A text or a picture')).toHaveValue('Chat of 2 June');
    await user.click(screen.getByRole('button', { name: 'Add' }));
    await waitFor(async () => expect(await kept('train')).toHaveLength(7));
  });
});
