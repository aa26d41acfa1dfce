import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { accessibilityFaults } from '$lib/testing';
import { backend, open, sheet, TODAY, user, view } from '../forms/form-testing';
import {
  bothDays,
  draftFields,
  readFields,
  threadAdding,
  threadMissing,
  type DraftFields,
} from './thread';

const CHAT = `2026-05-03 Lea: It leaves on Friday.

2026-05-04 Noor: It has not come.

2026-05-05 Lea: Please wait again.`;

/** As a paste does, all at once. */
async function paste(text: string) {
  await user.click(sheet().getByLabelText('A thread of e-mails, or a chat'));
  await user.paste(text);
}
const read = async (text: string) => {
  await open({ of: 'thread' }, 'Read it');
  await paste(text);
  await user.click(sheet().getByRole('button', { name: 'Read it' }));
  await sheet().findByText(/found\./);
};
const events = async () => {
  const page = await backend.timeline(view.dispute.id ?? '', false, null);
  return page.entries.filter((entry) => entry.what.kind === 'event').length;
};

describe('what was pasted', () => {
  it('becomes dated drafts; what is ticked is added at once, and one Undo takes it back', async () => {
    const before = await events();
    const add = vi.spyOn(backend, 'addThread');
    await read(CHAT);
    expect(await accessibilityFaults()).toEqual([]);
    const ticks = sheet().getAllByRole('checkbox', { name: /May/ });
    expect(
      ticks.map((tick) => (tick as HTMLInputElement).checked),
      'what is known already is marked and not ticked',
    ).toEqual([true, true, false]);
    expect(sheet().getByText(/You have one of that day already: They cancelled it/)).toBeVisible();
    expect(await events(), 'nothing is added before it was looked at').toBe(before);
    const [words] = sheet().getAllByLabelText('What was said');
    await user.clear(words as HTMLElement);
    await user.type(words as HTMLElement, 'She said that it leaves on Friday.');
    await user.click(sheet().getByRole('button', { name: 'Add 2 events' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const sent = add.mock.calls[0]?.[0];
    expect(sent?.events.map((event) => event.words)).toEqual([
      'She said that it leaves on Friday.',
      'It has not come.',
    ]);
    expect(sent?.events.map((event) => event.direction)).toEqual(['in', 'out']);
    expect(sent?.text, 'the text is kept as it was pasted').toBe(CHAT);
    expect(await events()).toBe(before + 2);
    expect(await backend.drafts(), 'what is added is no draft any more').toEqual([]);
    await backend.undoLast();
    expect(await events()).toBe(before);
  });

  it('is kept when the sheet is closed, with all that was said of it', async () => {
    await read(CHAT);
    await user.click(sheet().getByRole('checkbox', { name: /Noor/ }));
    await user.click(sheet().getByRole('button', { name: 'Back to the text' }));
    await user.click(sheet().getByRole('button', { name: 'Read it' }));
    await sheet().findByText(/found\./);
    await user.click(sheet().getByRole('button', { name: 'Cancel' }));
    await waitFor(async () => expect(await backend.drafts()).toEqual(['thread:transfer']));
    const kept = JSON.parse((await backend.draft('thread:transfer')) ?? '{}') as {
      text: string;
      drafts: DraftFields[];
    };
    expect(kept.text).toBe(CHAT);
    expect(kept.drafts.map((draft) => draft.wanted)).toEqual([true, false, false]);
  });

  it('is asked for its days where they can be read in two ways', async () => {
    const ask = vi.spyOn(backend, 'readThread');
    await read('Lea: On 03/05/2026 I called.');
    const question = within(sheet().getByRole('group', { name: 'Which day is 03/05/2026?' }));
    await user.click(question.getByRole('radio', { name: 'Thursday, 5 March 2026' }));
    await waitFor(() => expect(ask.mock.lastCall?.[2]).toBe('month_first'));
  });

  it('that has no day is asked for one before it is added', async () => {
    const add = vi.spyOn(backend, 'addThread');
    await read('Lea: It leaves on Friday.');
    await user.click(sheet().getByRole('button', { name: 'Add one event' }));
    expect(await sheet().findByText('On which day?')).toBeVisible();
    expect(add).not.toHaveBeenCalled();
  });

  it('is asked for where there is nothing', async () => {
    await open({ of: 'thread' }, 'Read it');
    await user.click(sheet().getByRole('button', { name: 'Read it' }));
    expect(await sheet().findByText('Please paste something first.')).toBeVisible();
  });
});

describe('a draft', () => {
  const draft = (more: Partial<DraftFields> = {}): DraftFields => ({
    ...draftFields({
      ...{ line: 3, on: '2026-05-03', time: '14:02', who: 'Lea', channel: 'chat' },
      ...{ direction: 'in', vendor: null, people: [], words: 'Hello', known: null },
    }),
    ...more,
  });
  const NEW = { id: null, name: 'Lea', email: null, keep: true };

  it('that is read anew keeps what was said of it, and its day only where that was changed', () => {
    const read = (on: string) => ({
      ...{ line: 3, on, time: '14:02', who: 'Lea', channel: 'chat' as const, words: 'Hello' },
      ...{ direction: 'in' as const, vendor: null, people: [], known: null },
    });
    const board = (on: string) => ({
      ...{ drafts: [read(on), { ...read(on), words: 'New' }], dayOrder: null },
      ...{ unsureDay: null, problems: [] },
    });
    const said = draft({ words: 'She said hello.', wanted: false });
    const again = readFields(board('2026-03-05'), [said]).drafts;
    expect([again[0]?.words, again[0]?.wanted, again[0]?.day.day]).toEqual([
      'She said hello.',
      false,
      '2026-03-05',
    ]);
    expect(again[1]?.words, 'a message that is new is as it was read').toBe('New');
    const moved = draft({ day: { text: '2026-05-04', day: '2026-05-04' } });
    expect(readFields(board('2026-03-05'), [moved]).drafts[0]?.day.day).toBe('2026-05-04');
  });

  it.each([
    ['nothing', {}, []],
    ['its words', { words: ' ' }, ['draft-0-words']],
    ['a day that has come', { day: { text: '', day: '2026-07-01' } }, ['draft-0-day']],
    ['where somebody new works', { people: [NEW] }, ['draft-0-vendor']],
    ['nothing of what is not wanted', { words: '', wanted: false }, ['drafts']],
  ])('lacks %s', (_, more, expected) => {
    const fields = {
      text: 'x',
      order: null,
      unsure: null,
      drafts: [draft(more)],
      step: 'drafts' as const,
    };
    expect(Object.keys(threadMissing(fields, TODAY))).toEqual(expected);
  });

  it('keeps its time in the offset of this computer, and its line', () => {
    const fields = {
      text: 'x',
      order: null,
      unsure: null,
      drafts: [draft({ about: true })],
      step: 'drafts' as const,
    };
    const [event] = threadAdding('transfer', fields, 'x.txt').events;
    expect(event?.at).toMatch(/^2026-05-03T14:02:00([+-]\d{2}:\d{2}|Z)$/);
    expect([event?.line, event?.precision]).toEqual([3, 'about']);
  });

  it.each([
    ['03/05/2026', '2026-05-03', '2026-03-05'],
    ['3.5.26', '2026-05-03', '2026-03-05'],
    ['May', undefined, undefined],
  ])('reads %s in both ways', (text, day, month) => {
    expect([bothDays(text)?.day_first, bothDays(text)?.month_first]).toEqual([day, month]);
  });
});
