import { cleanup, configure, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LetterBoard, LetterProposal, NewLetter, SentRow } from '$lib/backend';
import { BackendError } from '$lib/backend';
import { FakeBackend } from '$lib/backend/fake/backend';
import { router } from '$lib/router.svelte';
import { accessibilityFaults, renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import LettersPage from './LettersPage.svelte';
import WriteLetter from './WriteLetter.svelte';

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 40_000 });
const user = userEvent.setup({ delay: null });
let backend: FakeBackend;
let started: NewLetter[];

beforeEach(() => {
  backend = new FakeBackend();
  started = [];
  const start = backend.startLetter;
  backend.startLetter = (letter) => {
    started.push(letter);
    return start(letter);
  };
  router.go({ page: 'letters' });
});
afterEach(() => {
  cleanup();
  toasts.clear();
});

const card = async (name: string) => within(await screen.findByRole('region', { name }));

/** Rows that wait: one long overdue, one that has its time. */
async function twoWaiting(): Promise<LetterBoard> {
  const board = await backend.letters();
  const [late] = board.waiting;
  if (!late) throw new Error('The invented household must wait for an answer.');
  const inTime: SentRow = {
    ...late,
    id: 'later',
    letter: 'later-letter',
    addressee: 'Harbor Funds',
    vendor: { id: 'harbor', name: 'Harbor Funds' },
    replyBy: '2026-06-26',
    overdue: false,
    by: 'web_form',
    tracking: null,
  };
  return { ...board, waiting: [late, inTime] };
}

describe('the letters', () => {
  it('stand in groups, with nothing wrong for screen readers', async () => {
    await renderScreen(LettersPage, {}, backend);
    const waiting = (await card('Waiting for an answer')).getByRole('link');
    expect(waiting).toHaveTextContent('Complaint to Northbank Trust');
    expect(waiting).toHaveTextContent('Sent Mon 20 Apr by post');
    expect((await card('Being written')).getAllByRole('link')).toHaveLength(1);
    expect((await card('Earlier')).getByRole('link')).toHaveTextContent('Thank-you to Marcus Bell');
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('lead to the letter, not to its sending', async () => {
    await renderScreen(LettersPage, {}, backend);
    const link = (await card('Waiting for an answer')).getByRole('link');
    expect(link).toHaveAttribute('href', '#/letters/s1-letter');
  });

  it('keep what was taken back folded', async () => {
    await renderScreen(LettersPage, {}, backend);
    const fold = await screen.findByText(/^Taken back/, { selector: 'summary' });
    expect(fold.closest('details')).not.toHaveAttribute('open');
  });

  it('say in words that an answer is overdue, and otherwise when it is asked for', async () => {
    const board = await twoWaiting();
    backend.letters = async () => board;
    await renderScreen(LettersPage, {}, backend);
    const [late, inTime] = (await card('Waiting for an answer')).getAllByRole('listitem');
    expect(late, 'the day stands beside it').toHaveTextContent(
      /47 days overdue\s*answer asked for by Mon 4 May/,
    );
    expect(inTime).toHaveTextContent(/answer asked for by Fri 26 Jun\s*in 6 days/);
    expect(inTime, 'nothing is late').not.toHaveTextContent('overdue');
    expect(inTime).toHaveTextContent('through a web form');
  });

  it('are followed up in one click, about the letter that went out', async () => {
    await renderScreen(LettersPage, {}, backend);
    await user.click(
      await screen.findByRole('button', { name: 'Follow up: Complaint to Northbank Trust' }),
    );
    await waitFor(() => expect(router.route.page).toBe('letter'));
    expect(started).toEqual([
      expect.objectContaining({ dispute: 'transfer', kind: 'follow_up', about: 'e3' }),
    ]);
  });

  it('are not begun twice where a follow-up is being written', async () => {
    const draft = await backend.startLetter({
      ...{ dispute: 'transfer', kind: 'follow_up', about: 'e3' },
      ...{ toVendor: 'northbank', toContact: null, help: null },
    });
    started = [];
    await renderScreen(LettersPage, {}, backend);
    await user.click(await screen.findByRole('button', { name: /^Follow up: Complaint/ }));
    await waitFor(() => expect(router.route).toEqual({ page: 'letter', id: draft.id }));
    expect(started).toEqual([]);
  });

  it('say in one sentence what will be here, with the one button that begins', async () => {
    const { app } = await renderScreen(LettersPage, {}, new FakeBackend(false));
    await user.click(await screen.findByRole('button', { name: 'Write a letter' }));
    expect(screen.getAllByRole('button'), 'one button').toHaveLength(1);
    expect(app.letter, 'which dispute is asked').toEqual({ dispute: null });
  });
});

describe('the sheet', () => {
  const open = (dispute: string | null = 'transfer') =>
    renderScreen(WriteLetter, { dispute, onclose: vi.fn() }, backend);
  const fits = async () => within(await screen.findByRole('region', { name: 'What fits now' }));

  it('offers what fits first, with why, and can be read by everyone', async () => {
    await open();
    const [best] = (await fits()).getAllByRole('listitem');
    expect(best).toHaveTextContent('Follow-up to Northbank Trust');
    expect(best).toHaveTextContent(
      'Your letter of Mon 20 Apr asked for an answer by Mon 4 May. None has come.',
    );
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('writes it in one click, as it was proposed', async () => {
    const [best] = await backend.proposeLetter('transfer');
    await open();
    await user.click((await fits()).getByRole('button', { name: /^Write it: Follow-up/ }));
    await waitFor(() => expect(router.route.page).toBe('letter'));
    expect(started, 'with all that the record knows').toEqual([best?.start]);
  });

  it('goes on with a draft instead of beginning another', async () => {
    const [best] = await backend.proposeLetter('transfer');
    const proposal: LetterProposal = { ...(best as LetterProposal), draft: 'letter-1' };
    backend.proposeLetter = async () => [proposal];
    await open();
    await user.click((await fits()).getByRole('button', { name: /^Continue: Follow-up/ }));
    expect(router.route).toEqual({ page: 'letter', id: 'letter-1' });
    expect(started).toEqual([]);
  });

  it('has all ten kinds, and continues one that was begun', async () => {
    await open();
    const all = within(await screen.findByRole('region', { name: 'Another kind' }));
    expect(all.getAllByRole('listitem')).toHaveLength(10);
    await user.click(all.getByRole('button', { name: 'Continue: Complaint to Northbank Trust' }));
    expect(router.route).toEqual({ page: 'letter', id: 'letter-1' });
  });

  it('leaves all but the kind to the record', async () => {
    await open();
    const all = within(await screen.findByRole('region', { name: 'Another kind' }));
    await user.click(all.getByRole('button', { name: /^Escalation/ }));
    await waitFor(() => expect(started).toHaveLength(1));
    expect(started[0]).toEqual({
      ...{ dispute: 'transfer', kind: 'escalation' },
      ...{ about: null, toVendor: null, toContact: null, help: null },
    });
  });

  it('begins one letter however often one clicks', async () => {
    await open();
    const button = (await fits()).getByRole('button', { name: /^Write it: Follow-up/ });
    button.click();
    button.click();
    await waitFor(() => expect(router.route.page).toBe('letter'));
    expect(started).toHaveLength(1);
  });

  it('says what to do where there is nobody to write to', async () => {
    backend.case('transfer').parties = [];
    backend.proposeLetter = async () => [];
    await open();
    await user.click(await screen.findByRole('button', { name: 'Go to the dispute' }));
    expect(router.route).toEqual({ page: 'dispute', id: 'transfer' });
  });

  it('says so and stays when the letter cannot be begun', async () => {
    backend.startLetter = () =>
      Promise.reject(new BackendError({ code: 'disk_full', values: {}, problems: [] }));
    await open();
    await user.click((await fits()).getByRole('button', { name: /^Write it: Follow-up/ }));
    await waitFor(() => expect(toasts.list[0]?.title).toBe('The disk is full.'));
    expect(router.route.page).toBe('letters');
  });

  it('asks for the dispute where none is on the screen', async () => {
    await open(null);
    await user.type(await screen.findByLabelText('Which dispute is it about?'), 'risk{Enter}');
    expect(await fits()).toBeDefined();
  });
});
