import { cleanup, configure, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CheckAnswer, RemedyView } from '$lib/backend';
import { FakeBackend } from '$lib/backend/fake/backend';
import { answerOf, answeredSentence, isAskable, nextLook } from '$lib/holds';
import { accessibilityFaults, renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import { addDays } from '$lib/words/dates';
import { grouped } from './columns';
import RemediesPage from './RemediesPage.svelte';

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 40_000 });
let backend: FakeBackend;
let sent: CheckAnswer[];
let due: RemedyView;
let today: string;

beforeEach(async () => {
  backend = new FakeBackend();
  sent = [];
  const answer = backend.answerCheck;
  backend.answerCheck = (one) => {
    sent.push(one);
    return answer(one);
  };
  today = (await backend.start()).day;
  const found = (await backend.remedies()).remedies.find((view) => view.checkDue);
  if (!found) throw new Error('The invented household must have a look that is due.');
  due = found;
});
afterEach(() => {
  cleanup();
  toasts.clear();
});

async function card(view: RemedyView) {
  const link = await screen.findByRole('link', { name: view.remedy.what });
  const article = link.closest('article');
  if (!article) throw new Error('A remedy stands on a card.');
  return within(article);
}

/** A due remedy that settled a sum, in place of those of the household. */
function withClaim(): RemedyView {
  const claim = { ...due, remedy: { ...due.remedy, claim: 'claim-1' } };
  const view = { ...claim, worth: { amount: '340.00', currency: 'USD' } };
  backend.remedies = async () => ({ remedies: [view] });
  backend.answerCheck = async (one) => {
    sent.push(one);
    return { action: 'a', id: null, warnings: [] };
  };
  return view;
}

describe('the remedies', () => {
  it('stand in columns by status, without the empty ones, and hold no fault for screen readers', async () => {
    await renderScreen(RemediesPage, {}, backend);
    const { remedies } = await backend.remedies();
    await card(due);
    const columns = screen.getAllByRole('heading', { level: 2 });
    expect(columns).toHaveLength(grouped(remedies).length);
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('are answered with “Still holds” in one click, which says when one looks next', async () => {
    const user = userEvent.setup({ delay: null });
    await renderScreen(RemediesPage, {}, backend);
    await user.click((await card(due)).getByRole('button', { name: 'Still holds' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toEqual({
      dispute: due.dispute.id,
      remedy: due.remedy.id,
      check: due.checkDue?.id,
      result: 'holds',
      on: today,
      note: null,
      takenBack: null,
      nextOn: due.proposedNextCheck,
    });
    await waitFor(() => expect(toasts.list[0]?.title).toMatch(/^It still holds. Next look: /));
    expect(toasts.list[0]?.button?.label).toBe('Undo');
  });

  it('are looked at again in a week when it is not clear yet', async () => {
    const user = userEvent.setup({ delay: null });
    await renderScreen(RemediesPage, {}, backend);
    await user.click((await card(due)).getByRole('button', { name: 'Not clear yet' }));
    await waitFor(() => expect(sent[0]?.nextOn).toBe(addDays(today, 7)));
    expect(sent[0]?.result).toBe('unclear');
  });

  it('are taken back in one click where no sum hangs on them', async () => {
    due = { ...due, remedy: { ...due.remedy, claim: null }, worth: null };
    backend.remedies = async () => ({ remedies: [due] });
    const user = userEvent.setup({ delay: null });
    await renderScreen(RemediesPage, {}, backend);
    await user.click((await card(due)).getByRole('button', { name: 'Taken back' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ result: 'does_not_hold', takenBack: null, nextOn: null });
  });

  it('ask for the sum that was taken back, proposing what it was worth', async () => {
    const view = withClaim();
    const user = userEvent.setup({ delay: null });
    await renderScreen(RemediesPage, {}, backend);
    await user.click((await card(view)).getByRole('button', { name: 'Taken back' }));
    const sum = await screen.findByLabelText(/How much was taken back/);
    expect(sum).toHaveValue('340.00');
    await user.clear(sum);
    await user.type(sum, '120');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      result: 'does_not_hold',
      takenBack: { amount: '120.00', currency: 'USD' },
      on: today,
      nextOn: null,
    });
  });

  it('can be taken back where no money moved, by leaving the sum empty', async () => {
    const view = withClaim();
    const user = userEvent.setup({ delay: null });
    await renderScreen(RemediesPage, {}, backend);
    await user.click((await card(view)).getByRole('button', { name: 'Taken back' }));
    await user.clear(await screen.findByLabelText(/How much was taken back/));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(sent[0]).toMatchObject({ result: 'does_not_hold', takenBack: null }),
    );
  });
});

describe('what is said', () => {
  const of = (takenBack: CheckAnswer['takenBack']) => {
    const vendor = { id: 'v', name: 'Harbor Funds' };
    const answer = answerOf(due, 'does_not_hold', today, { on: '2026-05-04', takenBack });
    return answeredSentence({ ...due, vendor }, answer, today);
  };

  it('names who took back how much, and when', () => {
    expect(of({ amount: '1340.00', currency: 'USD' }).replaceAll('\u00a0', ' ')).toBe(
      'Harbor Funds took back 1,340.00 USD on Mon 4 May. This no longer holds.',
    );
    expect(of(null)).toBe('Harbor Funds took it back on Mon 4 May. This no longer holds.');
  });
});

describe('the next look', () => {
  it('is the one that is planned already, so that nobody is asked twice', () => {
    const later = { id: 'c2', dueOn: '2026-09-01', doneOn: null, result: null, note: null };
    const view = { ...due, checks: [...due.checks, later] };
    expect(nextLook(view, 'holds', today)).toBe('2026-09-01');
    expect(answerOf(view, 'holds', today).nextOn).toBe('2026-09-01');
  });

  it('can be brought forward only for what was delivered or holds', () => {
    const of = (status: RemedyView['status']) => isAskable({ ...due, status, checkDue: null });
    expect([of('delivered'), of('holding')]).toEqual([true, true]);
    expect([of('promised'), of('late'), of('reversed'), of('expired')]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
