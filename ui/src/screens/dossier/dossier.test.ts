import { cleanup, configure, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Backend, DossierChoice, DocumentPreview } from '$lib/backend';
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
  backend.composeDossier = async (choice) => {
    asked.push(choice);
    return preview(`p${asked.length}`);
  };
});
afterEach(() => {
  cleanup();
  toasts.clear();
  vi.unstubAllGlobals();
});

const last = () => asked.at(-1);
const ALL_IN = {
  dispute: DISPUTE,
  preparedFor: null,
  leaveOut: [],
  without: [],
  showAccounts: false,
  usLetter: false,
  withExhibits: false,
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
