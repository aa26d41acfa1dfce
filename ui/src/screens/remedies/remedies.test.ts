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

/** A board that names nothing as most important. */
const BOARD = { due: [], reversed: [], heldLongest: [], atRisk: [] };
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
  const links = await screen.findAllByRole('link', { name: view.remedy.what });
  const article = links.map((link) => link.closest('article')).find((found) => found !== null);
  if (!article) throw new Error('A remedy stands on a card.');
  return within(article);
}

/** A due remedy that settled a sum, in place of those of the household. */
function withClaim(): RemedyView {
  const claim = { ...due, remedy: { ...due.remedy, claim: 'claim-1' } };
  const view = { ...claim, worth: { amount: '340.00', currency: 'USD' } };
  backend.remedies = async () => ({ ...BOARD, remedies: [view] });
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

  it('are answered with “Still holds” in one click, which says whether one looks again', async () => {
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
      nextOn: null,
    });
    await waitFor(() =>
      expect(toasts.list[0]?.title).toBe('It still holds. No further look is planned.'),
    );
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
    backend.remedies = async () => ({ ...BOARD, remedies: [due] });
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

describe('once it is taken back', () => {
  it('is told with the letter about it one click away, to whoever agreed', async () => {
    const { app } = await renderScreen(RemediesPage, {}, backend);
    const user = userEvent.setup({ delay: null });
    const begun = vi.spyOn(backend, 'startLetter');
    expect(due.remedy.claim, 'no sum is asked for').toBeNull();
    await user.click((await card(due)).getByRole('button', { name: 'Taken back' }));
    await waitFor(() => expect(toasts.list[0]?.next?.label).toBe('Write the letter'));
    expect(toasts.list[0]?.button?.label, 'and it can be undone').toBe('Undo');
    toasts.list[0]?.next?.run();
    await waitFor(() => expect(begun).toHaveBeenCalled());
    expect(begun.mock.calls[0]?.[0]).toMatchObject({
      dispute: due.dispute.id,
      kind: 'follow_up',
      toContact: due.by?.id,
    });
    expect(app.letter, 'nothing stands before the letter').toBeNull();
  });

  it('keeps its life in sight, with the way to the letter', async () => {
    await renderScreen(RemediesPage, {}, backend);
    const lost = (await backend.remedies()).remedies.find((view) => view.status === 'reversed');
    if (!lost) throw new Error('The invented household must have a remedy that was taken back.');
    const shown = await card(lost);
    const life = within(shown.getByRole('list', { name: 'What has happened to it' }));
    const said = life.getAllByRole('listitem').map((item) => item.textContent?.trim());
    expect(said).toEqual(['Granted Thu 2 Apr', 'delivered Sat 11 Apr', 'taken back Mon 11 May']);
    expect(shown.getByRole('button', { name: 'Write the letter' })).toBeVisible();
  });

  it('says that a closed dispute is open again', () => {
    const answer = answerOf(due, 'does_not_hold', today);
    const closed = { ...due, inClosedDispute: true };
    expect(answeredSentence(closed, answer, today)).toMatch(/ The dispute is open again\.$/);
  });
});

describe('after the last planned look', () => {
  const asked = () => {
    const view = { ...due, checkDue: null, nextCheck: null, asksWhetherSatisfied: true };
    backend.remedies = async () => ({ ...BOARD, remedies: [view] });
    return view;
  };

  it('the household says that it is satisfied', async () => {
    const view = asked();
    const save = vi.spyOn(backend, 'saveRemedy');
    const user = userEvent.setup({ delay: null });
    await renderScreen(RemediesPage, {}, backend);
    await user.click((await card(view)).getByRole('button', { name: 'We are satisfied' }));
    await waitFor(() => expect(save).toHaveBeenCalled());
    expect(save.mock.calls[0]).toEqual([
      view.dispute.id,
      { ...view.remedy, satisfiedOn: today },
      { looks: null, step: null, accepts: null },
    ]);
  });

  it('or goes on looking, on the day that is proposed', async () => {
    const view = asked();
    const save = vi.spyOn(backend, 'saveCheck');
    const user = userEvent.setup({ delay: null });
    await renderScreen(RemediesPage, {}, backend);
    await user.click((await card(view)).getByRole('button', { name: 'Go on looking' }));
    await waitFor(() => expect(save).toHaveBeenCalled());
    expect(save.mock.calls[0]?.[2]).toMatchObject({ dueOn: view.furtherLook, doneOn: null });
  });
});

describe('the head of the board', () => {
  it('names what is due, taken back, held longest, and the money at risk', async () => {
    const { remedies } = await backend.remedies();
    const [first, second] = remedies;
    if (!first?.remedy.id || !second?.remedy.id) throw new Error('Two remedies are needed.');
    const atRisk = [{ amount: '1840.00', currency: 'USD' }];
    const [due, reversed] = [[first.remedy.id], [second.remedy.id]];
    backend.remedies = async () => ({ remedies, due, reversed, heldLongest: [], atRisk });
    await renderScreen(RemediesPage, {}, backend);
    const terms = (await screen.findAllByRole('term')).map((term) => term.textContent?.trim());
    expect(terms).toEqual(['Due now', 'Taken back', 'Held longest', 'Money at risk']);
    const said = screen.getAllByRole('definition').map((one) => one.textContent ?? '');
    expect(said[0]).toContain(first.remedy.what);
    expect(said[1]).toContain(second.remedy.what);
    expect(said[2]).toContain('Nothing was seen to hold yet.');
    expect(said[3]).toContain('1,840.00');
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
