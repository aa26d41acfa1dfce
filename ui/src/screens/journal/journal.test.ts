import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeBackend } from '$lib/backend/fake/backend';
import type { JournalLine } from '$lib/backend';
import { accessibilityFaults, renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import { DEEDS, lineAbout, lineText } from '$lib/words/deeds';
import Window from '../../frame/Window.svelte';
import JournalPage from './JournalPage.svelte';

const LINE: JournalLine = {
  ...{ action: 'a', deed: 'log_call', about: 'They agreed to pay', noun: 'event' },
  ...{ dispute: { id: 'd', name: 'The lamp' }, at: '2026-06-10T09:30', device: 'here' },
  ...{ state: 'stands', undid: null },
};

beforeEach(() => toasts.clear());

describe('what was done', () => {
  it('names every deed in words, and none of them twice', () => {
    const words = Object.values(DEEDS);
    expect(words.filter((text) => /_|^[a-z]/.test(text))).toEqual([]);
    expect(new Set(words).size).toBe(words.length);
  });

  it('says of an undo what it undid', () => {
    const undid = { action: 'b', deed: 'log_call', about: 'They agreed', again: false } as const;
    const line: JournalLine = { ...LINE, deed: 'undo', about: '', undid };
    expect(`${lineText(line)} · ${lineAbout(line)}`).toBe('Undid · Logged a call: They agreed');
    expect(lineText({ ...line, undid: { ...undid, again: true } })).toBe('Did again');
  });

  it('lists by day, pages, and undoes one by one', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend(true);
    const undone: string[] = [];
    const earlier: JournalLine = { ...LINE, action: 'c', at: '2026-06-09T08:00' };
    backend.journal = async (before?: string | null) =>
      before
        ? { lines: [earlier], more: false }
        : { lines: [LINE, { ...LINE, action: 'b', state: 'undone' as const }], more: true };
    backend.undo = async (action) => {
      undone.push(action);
      return { action: 'u', deed: 'log_call', about: 'They agreed to pay', again: false };
    };
    await renderScreen(JournalPage, {}, backend);
    await screen.findByText('Wed 10 Jun');
    expect(screen.getAllByRole('button', { name: /^Undo this/ })).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Show earlier' }));
    const section = await screen.findByRole('region', { name: 'Tue 9 Jun' });
    await user.click(within(section).getByRole('button', { name: /^Undo this/ }));
    await waitFor(() => expect(undone).toEqual(['c']));
    expect(toasts.list.at(-1)).toMatchObject({
      title: 'Undone.',
      body: 'Logged a call: They agreed to pay',
    });
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('undoes and does again by keys', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend(true);
    render(Window, { props: { backend } });
    await screen.findByRole('heading', { name: 'Today' });
    const count = () => backend.home.cases.length;
    const all = count();
    await backend.remove('dispute', backend.home.cases[0]?.dispute.id ?? '');
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(count()).toBe(all));
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await waitFor(() => expect(count()).toBe(all - 1));
    expect(await screen.findByText('Done again.')).toBeTruthy();
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(count()).toBe(all));
    await user.keyboard('{Control>}y{/Control}');
    await waitFor(() => expect(count()).toBe(all - 1));
  });
});
