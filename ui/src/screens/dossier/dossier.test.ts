import { cleanup, configure, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AttachmentView, Backend, DossierChoice, DocumentPreview } from '$lib/backend';
import { FakeBackend } from '$lib/backend/fake/backend';
import { Composed, REST_MS } from '$lib/pages/composed.svelte';
import { accessibilityFaults, nothingInSight, renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import { factGroups } from './choice';
import DossierPage from './DossierPage.svelte';

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 40_000 });
const DISPUTE = 'transfer';
let backend: FakeBackend;
let asked: DossierChoice[];

const preview = (id: string): DocumentPreview => ({
  id,
  pages: 2,
  width: 595,
  height: 842,
  missing: [],
  fileName: `${id}.pdf`,
});

beforeEach(() => {
  nothingInSight();
  backend = new FakeBackend();
  asked = [];
  const compose = backend.composeDossier;
  backend.composeDossier = async (choice) => {
    asked.push(choice);
    await compose(choice);
    return preview(`p${asked.length}`);
  };
});
afterEach(() => {
  cleanup();
  toasts.clear();
  vi.unstubAllGlobals();
});

const last = () => asked.at(-1);
const ALL_IN: DossierChoice = {
  dispute: DISPUTE,
  reader: 'other',
  preparedFor: null,
  leaveOut: [],
  without: [],
  showAccounts: false,
  usLetter: false,
  withExhibits: false,
  covered: [],
};

async function open() {
  await renderScreen(DossierPage, { dispute: DISPUTE }, backend);
  await screen.findByText('2 pages');
  return userEvent.setup({ delay: null });
}

describe('the dossier', () => {
  it('begins with everything in, account numbers masked, on A4', async () => {
    await open();
    expect(asked).toEqual([ALL_IN]);
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('follows the choices', async () => {
    const user = await open();
    await user.click(screen.getByRole('checkbox', { name: 'Contact log' }));
    await user.click(screen.getByRole('checkbox', { name: 'Show account numbers whole' }));
    await user.click(screen.getByRole('checkbox', { name: 'With the exhibits themselves' }));
    await user.click(screen.getByRole('radio', { name: 'US Letter' }));
    await user.type(screen.getByRole('combobox', { name: 'Prepared for' }), 'The ombudsman');
    await waitFor(() =>
      expect(last()).toEqual({
        ...ALL_IN,
        without: ['contact_log'],
        showAccounts: true,
        usLetter: true,
        withExhibits: true,
        preparedFor: 'The ombudsman',
      }),
    );
  });

  it('leaves a fact out and takes it in again', async () => {
    const user = await open();
    const { entries } = await backend.timeline(DISPUTE, false, null);
    const fact = factGroups(entries)[0]?.facts[0];
    await user.click(screen.getByRole('button', { name: 'Choose facts' }));
    const box = await screen.findByRole('checkbox', { name: fact?.text });
    await user.click(box);
    await waitFor(() => expect(last()?.leaveOut).toEqual([fact?.id]));
    expect(screen.getByText('All facts are in but one.')).toBeVisible();
    await user.click(box);
    await waitFor(() => expect(last()?.leaveOut).toEqual([]));
  });

  it('reads the facts of every stretch of the timeline', async () => {
    const { entries } = await backend.timeline(DISPUTE, false, null);
    const half = Math.ceil(entries.length / 2);
    backend.timeline = async (_dispute, _newest, after) =>
      after === null
        ? { entries: entries.slice(0, half), next: 'more' }
        : { entries: entries.slice(half), next: null };
    const user = await open();
    await user.click(screen.getByRole('button', { name: 'Choose facts' }));
    for (const { facts } of factGroups(entries)) {
      for (const { text } of facts) {
        expect(await screen.findByRole('checkbox', { name: text }), text).toBeChecked();
      }
    }
  });

  it('never offers a private note', async () => {
    const { entries } = await backend.timeline(DISPUTE, false, null);
    const notes = entries.flatMap(({ what }) =>
      what.kind === 'event' && what.event.note ? [what.event.note] : [],
    );
    const texts = factGroups(entries).flatMap((group) => group.facts.map((fact) => fact.text));
    expect(notes.length, 'the invented dispute must have a private note').toBeGreaterThan(0);
    for (const note of notes) expect(texts).not.toContain(note);
  });

  it('saves the pages of the choices as they stand', async () => {
    const saved: string[] = [];
    (backend as Backend).saveDossier = async (id) => {
      saved.push(id);
      return true;
    };
    const user = await open();
    await user.click(screen.getByRole('checkbox', { name: 'Money' }));
    await user.click(screen.getByRole('button', { name: 'Save as PDF' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(last()?.without, 'even where the pages had not caught up').toEqual(['money']);
    expect(saved).toEqual([`p${asked.length}`]);
    expect(toasts.list[0]?.title).toBe(`p${asked.length}.pdf was saved.`);
  });

  it('says plainly which characters no font can print', async () => {
    backend.composeDossier = async () => ({ ...preview('p'), missing: ['\u{13080}'] });
    await renderScreen(DossierPage, { dispute: DISPUTE }, backend);
    expect(await screen.findByText(/One character cannot be printed/)).toBeVisible();
  });

  it('says before it is handed over that a file of it is lost', async () => {
    const { attachments } = await backend.dispute(DISPUTE);
    const [{ id, name }] = attachments as [AttachmentView];
    const naming = { kind: 'file' as const, id, name, dispute: null };
    backend.lostFiles = async () => [{ naming, isChanged: false }];
    await renderScreen(DossierPage, { dispute: DISPUTE }, backend);
    expect(await screen.findByText(/^One file of this dispute cannot be read/)).toBeVisible();
  });

  it('asks first who reads it, and gives what such a reader gets', async () => {
    const user = await open();
    const question = screen.getByRole('combobox', { name: 'Who will read it?' });
    await user.selectOptions(question, 'The vendor');
    await waitFor(() => expect(last()?.reader).toBe('vendor'));
    expect(last()?.without).toEqual(['helpers', 'next_steps', 'clocks']);
    expect(screen.getByText(/Not who helped inside/)).toBeVisible();
    expect(screen.getByRole('checkbox', { name: 'Who helped' })).not.toBeChecked();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('keeps what is chosen for each reader, and can be as usual again', async () => {
    const user = await open();
    const question = () => screen.getByRole('combobox', { name: 'Who will read it?' });
    await user.selectOptions(question(), 'A court');
    await user.click(screen.getByRole('checkbox', { name: 'Money' }));
    await user.selectOptions(question(), 'An ombudsman');
    await waitFor(() => expect(screen.getByRole('checkbox', { name: 'Money' })).toBeChecked());
    await user.selectOptions(question(), 'A court');
    await waitFor(() => expect(screen.getByRole('checkbox', { name: 'Money' })).not.toBeChecked());
    await user.click(await screen.findByRole('button', { name: 'As usual again' }));
    await waitFor(() => expect(screen.getByRole('checkbox', { name: 'Money' })).toBeChecked());
    expect(toasts.list[0]?.button?.label).toBe('Undo');
  });

  it('covers words, a line each', async () => {
    const user = await open();
    await user.type(screen.getByRole('textbox', { name: /Words to cover/ }), 'Dana Ruiz{Enter}…');
    await waitFor(() => expect(last()?.covered).toEqual(['Dana Ruiz']));
  });

  it('keeps what was sent as it was, and shows it again', async () => {
    const user = await open();
    const marked: unknown[] = [];
    const mark = backend.markDossierSent;
    backend.markDossierSent = async (preview, sending) => {
      marked.push([preview, sending]);
      return mark(preview, sending);
    };
    await user.click(screen.getByRole('button', { name: 'I have sent this' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox', { name: /To whom/ }), 'The ombudsman');
    expect(await accessibilityFaults()).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Keep it as sent' }));
    await screen.findByRole('heading', { name: 'Sent editions' });
    expect(marked).toEqual([
      [
        expect.stringMatching(/^p\d/),
        { on: '2026-06-20', by: 'email', recipient: 'The ombudsman' },
      ],
    ]);
    await user.click(screen.getByRole('button', { name: 'Look at it: The ombudsman' }));
    expect(await screen.findByText(/the edition as it was sent on/)).toBeVisible();
    await screen.findByText('3 pages');
    expect(screen.queryByRole('button', { name: 'I have sent this' })).toBeNull();
    expect(await accessibilityFaults()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Back to the new edition' }));
    await screen.findByText('2 pages');
  });

  it('keeps the choices for the next time', async () => {
    const user = await open();
    await user.click(screen.getByRole('checkbox', { name: 'People' }));
    await waitFor(() => expect(last()?.without).toEqual(['people']));
    cleanup();
    asked = [];
    await renderScreen(DossierPage, { dispute: DISPUTE }, backend);
    await waitFor(() => expect(last()?.without).toEqual(['people']));
    expect(screen.getByRole('checkbox', { name: 'People' })).not.toBeChecked();
  });
});

describe('composing', () => {
  it('waits until the choices rest, and keeps the old pages until the new are there', async () => {
    vi.useFakeTimers();
    try {
      const composed = new Composed(backend.composeDossier);
      composed.want(ALL_IN);
      await vi.advanceTimersByTimeAsync(0);
      expect(composed.preview?.id, 'the first pages are made at once').toBe('p1');
      composed.want({ ...ALL_IN, usLetter: true });
      composed.want({ ...ALL_IN, showAccounts: true });
      await vi.advanceTimersByTimeAsync(REST_MS - 1);
      expect(asked).toHaveLength(1);
      expect(composed.preview?.id).toBe('p1');
      await vi.advanceTimersByTimeAsync(1);
      expect(asked, 'two quick changes make one new dossier').toHaveLength(2);
      expect(asked[1]?.showAccounts).toBe(true);
      expect(composed.preview?.id).toBe('p2');
    } finally {
      vi.useRealTimers();
    }
  });

  it('keeps the pages and says what happened when new ones cannot be made', async () => {
    const composed = new Composed<DossierChoice>(async (choice) => {
      if (choice.usLetter) throw { code: 'typesetting_failed', values: {}, problems: [] };
      return preview('p1');
    });
    composed.want(ALL_IN);
    await composed.again();
    composed.want({ ...ALL_IN, usLetter: true });
    await composed.again();
    expect(composed.error?.code).toBe('typesetting_failed');
    expect(composed.preview?.id).toBe('p1');
    expect(composed.busy).toBe(false);
  });
});
