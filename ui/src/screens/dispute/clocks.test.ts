import { cleanup, configure, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeBackend } from '$lib/backend/fake/backend';
import { RULES } from '$lib/backend/fake/clocks';
import { router } from '$lib/router.svelte';
import { accessibilityFaults, renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import { countedText } from '$lib/words/clocks';
import DisputePage from './DisputePage.svelte';

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 40_000 });
const user = userEvent.setup({ delay: null });
const DECISION = 'The bank decides on a transfer error';
const NOTICE = 'Tell a bank of an error in an electronic transfer';
let backend: FakeBackend;

beforeEach(async () => {
  backend = new FakeBackend();
  router.go({ page: 'dispute', id: 'transfer' });
  await renderScreen(DisputePage, { id: 'transfer' }, backend);
  await user.click(await screen.findByRole('tab', { name: /^Steps/ }));
  await screen.findByRole('heading', { name: 'Time limits' });
});
afterEach(() => {
  cleanup();
  toasts.clear();
});

const actions = (name: string) => screen.findByRole('group', { name });
const standing = async (rule: string) =>
  (await backend.clocks('transfer')).clocks.find((one) => one.rule === rule)?.standing;

describe('time limits', () => {
  it('ask whether they apply, with their count, holidays and source', async () => {
    await actions(DECISION);
    expect(screen.getByText('Check whether this applies.')).toBeTruthy();
    expect(screen.getByText(/Juneteenth/), 'a skipped holiday is named').toBeTruthy();
    expect(screen.getByText(/1005\.11\(c\)\(1\)/), 'and where the rule stands').toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('run once they apply, and are done in one click', async () => {
    await user.click(within(await actions(DECISION)).getByRole('button', { name: 'This applies' }));
    expect(await standing('us_transfer_error_decision')).toBe('running');
    await user.click(await screen.findByRole('button', { name: 'Done in time' }));
    expect(await standing('us_transfer_error_decision')).toBe('met');
  });

  it('are not asked again where they do not apply, and can be taken back', async () => {
    await user.click(
      within(await actions(DECISION)).getByRole('button', { name: 'Does not apply' }),
    );
    expect(await standing('us_transfer_error_decision')).toBe('does_not_apply');
    await user.click(await screen.findByRole('button', { name: 'It applies after all' }));
    expect(await standing('us_transfer_error_decision')).toBe('running');
  });

  it('are not offered once their time is over, but their day can be put right', async () => {
    const buttons = within(await actions(NOTICE)).getAllByRole('button');
    const names = buttons.map((one) => one.textContent?.trim());
    expect(names, 'what is closed is not offered, but may have been done in time').toEqual([
      'It was done in time',
      'Change the day that starts it',
    ]);
  });

  it('can be done on another day, which may be too late', async () => {
    await user.click(within(await actions(DECISION)).getByRole('button', { name: 'This applies' }));
    await user.click(await screen.findByRole('button', { name: 'Done on another day' }));
    const field = await screen.findByRole('textbox', { name: /Done on/ });
    await user.clear(field);
    await user.type(field, '2026-07-01');
    expect(await screen.findByText(/Later than its last day/)).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: 'Save' }));
    await screen.findByText('Done, but late');
    expect(await standing('us_transfer_error_decision')).toBe('met_late');
    await user.click(await screen.findByRole('button', { name: 'It is not over' }));
    expect(await standing('us_transfer_error_decision'), 'opened again').toBe('running');
  });

  it('can count from another day', async () => {
    const change = { name: 'Change the day that starts it' };
    await user.click(within(await actions(DECISION)).getByRole('button', change));
    const field = await screen.findByRole('textbox', { name: /The day that starts it/ });
    await user.clear(field);
    await user.type(field, '2026-06-15');
    await user.click(await screen.findByRole('button', { name: 'Save' }));
    await screen.findByRole('button', { name: 'Done in time' });
    const { clocks } = await backend.clocks('transfer');
    const kept = clocks.find((one) => one.rule === 'us_transfer_error_decision');
    expect(kept?.triggerOn, 'the day as it was typed').toBe('2026-06-15');
  });
});

describe('the words of a count', () => {
  it('say everything that is needed to count again', () => {
    const [decision] = RULES;
    if (!decision) throw new Error('There is a rule to speak of.');
    const said = countedText(decision, '2026-06-20').join(' ');
    for (const word of ['10 business days', 'received', 'Day one', 'United States', 'Juneteenth']) {
      expect(said, `“${word}” belongs to the count`).toContain(word);
    }
    const { counted } = decision;
    if (!counted) throw new Error('It has a count of days.');
    const moved = {
      ...counted,
      standstills: [{ from: '2026-06-13', to: '2026-06-15', isOver: true }],
      countsPauses: true,
      movedFrom: '2026-06-27',
    };
    const why = countedText({ ...decision, counted: moved }, '2026-06-20').join(' ');
    expect(why).toMatch(/stood still from .*13 Jun to .*15 Jun/);
    expect(why, 'and that its last day moved').toMatch(/27 Jun is no business day/);
    const words = countedText({ ...decision, pauses: 'until the goods are back' }, '2026-06-20');
    expect(words.join(' '), 'what the record cannot know is not counted').toContain(
      'That is not counted here',
    );
    expect(countedText({ ...decision, counted: null }, '2026-06-20')).toEqual([
      'This rule has no count of days.',
    ]);
  });
});
