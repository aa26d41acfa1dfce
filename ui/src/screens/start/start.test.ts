import { cleanup, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Binned } from '$lib/backend';
import { FakeBackend } from '$lib/backend/fake/backend';
import { renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import FirstStart from './FirstStart.svelte';
import NewDispute from './NewDispute.svelte';

afterEach(() => {
  cleanup();
  toasts.clear();
});

describe('a new dispute', () => {
  const problem = (field: HTMLElement) => field.getAttribute('aria-invalid');

  it('says what is missing until that is written, and no longer', async () => {
    await renderScreen(NewDispute, { onclose: () => {} }, new FakeBackend());
    const user = userEvent.setup({ delay: null });
    const title = await screen.findByLabelText('What happened?');
    const goal = screen.getByLabelText('What outcome do you want?');
    await user.click(screen.getByLabelText('Yes'));
    await user.click(screen.getByRole('button', { name: 'Write it down' }));
    await screen.findByText('A few words are enough.');
    const vendor = screen.getByLabelText('With whom?');
    expect([title, goal, vendor].map(problem)).toEqual(['true', 'true', 'true']);

    await user.type(title, 'T');
    expect([title, goal].map(problem), 'only what was touched').toEqual([null, 'true']);
    expect(screen.getByText(/This cannot be saved yet/)).toBeVisible();
    await user.type(goal, 'M');
    await user.click(vendor);
    await user.keyboard('{ArrowDown}{Enter}');
    expect(problem(vendor), 'choosing is changing too').toBeNull();
    await user.type(screen.getByLabelText('How much?'), '35 USD');
    await user.type(screen.getByLabelText('For what?'), 'The lamp');
    expect(screen.queryByText(/This cannot be saved yet/), 'nothing is in the way').toBeNull();
  });
});

describe('the first start', () => {
  it('greets nobody before it is known whether somebody was here before', async () => {
    const backend = new FakeBackend();
    let answer = (_: Binned[]) => {};
    vi.spyOn(backend, 'bin').mockReturnValue(new Promise((resolve) => (answer = resolve)));
    await renderScreen(FirstStart, {}, backend);
    expect(screen.queryByRole('heading')).toBeNull();
    const deletedAt = '2026-06-20T09:00';
    const binned = (id: string, name: string): Binned => {
      return { kind: 'dispute', id, name, deletedAt, dispute: null, along: [] };
    };
    answer([binned('1', 'A torn tent'), binned('2', 'A late parcel')]);
    await screen.findByRole('heading', { name: 'No dispute is here now' });
    screen.getByText(
      /2 disputes wait in the bin, with all that belongs to them\. Nothing is lost\./,
    );
  });

  it('leads back to the records where a backup holds some', async () => {
    const backend = new FakeBackend();
    const none = { disputes: 0, events: 0, letters: 0, evidence: 0 };
    const backup = (id: string, disputes: number) => ({
      id,
      kind: 'dated' as const,
      on: '2026-06-02',
      at: '09:00',
      size: 4096,
      state: 'readable' as const,
      holding: { household: null, counts: { ...none, disputes }, last: null },
    });
    const backups = vi.spyOn(backend, 'backups');
    backups.mockResolvedValue([backup('empty.db', 0), backup('full.db', 3)]);
    await renderScreen(FirstStart, {}, backend);
    const link = await screen.findByRole('link', { name: 'See the backups' });
    expect(link).toHaveAttribute('href', '#/settings/backups');
    expect(link.closest('p')).toHaveTextContent(/A backup of .*2 Jun.* holds 3 disputes\./);
    cleanup();

    backups.mockResolvedValue([backup('empty.db', 0)]);
    await renderScreen(FirstStart, {}, backend);
    await waitFor(() => expect(backups).toHaveBeenCalledTimes(2));
    await screen.findByText('Welcome to Holdfast');
    expect(
      screen.queryByRole('link', { name: 'See the backups' }),
      'nothing to go back to',
    ).toBeNull();
  });
});
