import { cleanup, configure, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FakeBackend } from '$lib/backend/fake/backend';
import { accessibilityFaults, renderScreen } from '$lib/testing';
import { cadenceProblem, cadenceText } from './cadence';
import FollowUpCard from './FollowUpCard.svelte';

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 40_000 });
afterEach(cleanup);

describe('the waiting times', () => {
  it('read as a sentence', () => {
    expect(cadenceText([7, 14, 28, 42])).toBe('Be in touch again after 7, 14, 28 and 42 days.');
  });

  it.each([
    [['7', '14', '28', '42'], ''],
    [['7', '7', '28', '42'], 'Each has to be longer than the one before.'],
    [['0', '14', '28', '42'], 'Each has to be longer than the one before.'],
    [['7', '14', 'soon', '42'], 'Please write whole days, such as 14.'],
    [['7', '14', '28', '366'], 'The longest is a year, 365 days.'],
  ])('%j', (days, wanted) => {
    expect(cadenceProblem(days)).toBe(wanted);
  });
});

describe('the card', () => {
  it('changes the times, the reminders, and saves a calendar file', async () => {
    const user = userEvent.setup({ delay: null });
    const backend = new FakeBackend();
    await renderScreen(FollowUpCard, {}, backend);
    await user.click(await screen.findByRole('button', { name: 'Change the waiting times' }));
    const first = await screen.findByLabelText('Ask whether it arrived, after days');
    await user.clear(first);
    await user.type(first, '3');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Be in touch again after 3, 14, 28 and 42 days.')).toBeVisible();
    await user.click(screen.getByRole('checkbox', { name: /Remind me/ }));
    await waitFor(async () => expect(await backend.wantsReminders()).toBe(false));
    const saved = vi.spyOn(backend, 'saveCalendarFile');
    await user.click(screen.getByRole('button', { name: 'Save a calendar file' }));
    expect(saved).toHaveBeenCalledOnce();
    expect(await accessibilityFaults()).toEqual([]);
  });
});
