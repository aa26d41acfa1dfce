import { cleanup, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RecordHistory as History } from '$lib/backend';
import { FakeBackend } from '$lib/backend/fake/backend';
import { HISTORY } from '$lib/backend/fake/history';
import { accessibilityFaults, renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import RecordHistory from './RecordHistory.svelte';

const user = userEvent.setup({ delay: null });

async function open(history: Partial<History> = {}) {
  const backend = new FakeBackend(true);
  backend.history = async () => ({ ...HISTORY, ...history });
  const onclose = vi.fn();
  const props = { noun: 'promise' as const, id: 'one', onclose };
  await renderScreen(RecordHistory, props, backend);
  await screen.findByText('Promise');
  return { backend, onclose };
}

afterEach(() => {
  cleanup();
  toasts.clear();
});

describe('the history of a record', () => {
  it('lists what was done, the newest first, with the words that changed', async () => {
    await open();
    const [newest, entry] = screen.getAllByRole('listitem') as [HTMLElement, HTMLElement];
    expect(newest).toHaveTextContent('As it is now');
    expect(newest.querySelector('time')).toHaveTextContent('Wed 10 Jun, 09:30');
    const texts = (what: string) => [...newest.querySelectorAll(what)].map((it) => it.textContent);
    expect(texts('del')).toEqual(['it was: ten', 'it was: Fri 12 Jun']);
    expect(texts('ins')).toEqual(['now: whole ', 'now: five', 'now: Sun 7 Jun']);
    expect(within(newest).getByText('Due on')).toBeTruthy();
    expect(newest).toHaveTextContent('Fri 12 Jun →');
    expect(entry.querySelector('del'), 'what was first written is shown plain').toBeNull();
    expect(await accessibilityFaults(), 'axe finds no fault').toEqual([]);
  });

  it('shows what would change before it goes back, and then offers Undo', async () => {
    const { backend, onclose } = await open();
    const back = vi.spyOn(backend, 'backTo');
    await user.click(screen.getByRole('button', { name: /^Back to this moment: Tue 2 Jun/ }));
    await screen.findByText(/so that it is as it was on Tue 2 Jun, 16:05/);
    expect(await screen.findByText('What was promised')).toBeTruthy();
    expect(await accessibilityFaults(), 'axe finds no fault').toEqual([]);
    expect(back, 'a look changes nothing').not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Go back to this moment' }));
    await waitFor(() => expect(onclose).toHaveBeenCalled());
    expect(back).toHaveBeenCalledWith('promise', 'one', '2026-06-02T16:05');
    expect(toasts.list[0]?.title).toBe('Back to how it was on Tue 2 Jun, 16:05.');
    expect(toasts.list[0]?.button?.label).toBe('Undo');
  });

  it('goes back to the list where somebody thinks better of it', async () => {
    const { onclose } = await open();
    await user.click(screen.getByRole('button', { name: /^Back to this moment/ }));
    await user.click(await screen.findByRole('button', { name: 'Leave it as it is' }));
    expect(await screen.findAllByRole('listitem')).toHaveLength(2);
    expect(onclose).not.toHaveBeenCalled();
  });

  it('says that nothing was changed where only its entry is known', async () => {
    await open({ moments: HISTORY.moments.slice(1).map((one) => ({ ...one, differs: false })) });
    expect(screen.getByText('Nothing was changed since it was written down.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Back to/ })).toBeNull();
  });

  it('offers no way back for what went out', async () => {
    await open({ sent: true });
    expect(screen.getByText(/This letter went out/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Back to/ })).toBeNull();
  });
});
