import { cleanup, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeBackend } from '$lib/backend/fake/backend';
import { accessibilityFaults, nothingInSight, renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import LetterPage from './LetterPage.svelte';

vi.setConfig({ testTimeout: 60_000 });
const LETTER = 'letter-1';
const OPENING = 'I am writing to ask for your help with something that has gone wrong.';
let backend: FakeBackend;

beforeEach(() => {
  nothingInSight();
  backend = new FakeBackend();
});
afterEach(() => {
  cleanup();
  toasts.clear();
  vi.unstubAllGlobals();
});

async function open(id = LETTER) {
  const rendered = await renderScreen(LetterPage, { id }, backend);
  const user = userEvent.setup({ delay: null });
  return { user, ...rendered };
}

const field = (words: string) => screen.findByDisplayValue<HTMLTextAreaElement>(words);
const change = async (user: ReturnType<typeof userEvent.setup>, number: number, item: string) => {
  await user.click(screen.getByRole('button', { name: `Change Paragraph ${number}` }));
  await user.click(screen.getByRole('menuitem', { name: item }));
};
const paragraph = async (key: string) =>
  (await backend.letter(LETTER)).draft?.paragraphs.find((one) => one.key === key);

describe('writing', () => {
  it('shows the letter in its parts, with nothing that a screen reader stumbles over', async () => {
    await open();
    expect(await field(OPENING)).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Complaint to Northbank Trust' })).toBeVisible();
    expect(screen.getByRole('link', { name: /Transfers sent back/ })).toHaveAttribute(
      'href',
      '#/disputes/transfer',
    );
    expect(within(screen.getByRole('group', { name: 'From' })).getByText('Ana Whitfield'));
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('saves what is typed, and leaves the caret where it is', async () => {
    const { user } = await open();
    const opening = await field(OPENING);
    await user.click(opening);
    await user.keyboard(' Thank you. ');
    await waitFor(async () =>
      expect((await paragraph('opening'))?.text).toBe(`${OPENING} Thank you.`),
    );
    await screen.findByText('Draft. Saved.');
    expect(document.activeElement, 'the field is the same and keeps the focus').toBe(opening);
    expect(opening.value, 'the blank at the end is not taken away').toBe(`${OPENING} Thank you. `);
    expect((await paragraph('opening'))?.standing).toBe('edited');
    expect(await backend.drafts(), 'what is saved is no draft any more').toEqual([]);
  });

  it('saves at once when the paragraph is left', async () => {
    const { user } = await open();
    const saved = vi.spyOn(backend, 'saveLetterEdit');
    await user.type(await field(OPENING), ' Please.');
    await user.tab();
    expect(
      saved.mock.calls.at(-1)?.slice(1),
      'key, what it was written over, and the words',
    ).toEqual(['opening', OPENING, `${OPENING} Please.`, null]);
  });

  it('uses the record’s words again, and takes that back with Undo', async () => {
    await backend.saveLetterEdit(LETTER, 'opening', OPENING, 'Good morning.', null);
    const { user } = await open();
    await field('Good morning.');
    await change(user, 1, 'Use the record’s words');
    await field(OPENING);
    toasts.list[0]?.button?.run();
    expect(await field('Good morning.')).toBeVisible();
  });

  it('leaves a paragraph out and puts it back', async () => {
    const { user } = await open();
    await field(OPENING);
    await change(user, 1, 'Leave out');
    await user.click(await screen.findByRole('button', { name: /Put back/ }));
    expect(await field(OPENING)).toBeVisible();
    expect((await paragraph('opening'))?.standing).toBe('composed');
  });

  it('adds paragraphs where they are wanted, in their order', async () => {
    const { user } = await open();
    await field(OPENING);
    await change(user, 1, 'Add a paragraph below');
    await user.keyboard('First.');
    await user.tab();
    await waitFor(async () =>
      expect((await backend.letter(LETTER)).draft?.plainText).toContain('First.'),
    );
    await change(user, 2, 'Add a paragraph below');
    await user.keyboard('Second.');
    await user.tab();
    const texts = async () =>
      (await backend.letter(LETTER)).draft?.paragraphs.slice(0, 3).map((one) => one.text);
    await waitFor(async () => expect(await texts()).toEqual([OPENING, 'First.', 'Second.']));
    await user.type(await field('Second.'), ' Indeed.');
    await user.tab();
    await waitFor(async () =>
      expect(await texts(), 'typing on moves nothing').toEqual([
        OPENING,
        'First.',
        'Second. Indeed.',
      ]),
    );
  });

  it('brings back what was typed when the window was killed in the middle of it', async () => {
    const { user } = await open();
    backend.saveLetterEdit = () => new Promise(() => undefined);
    await user.type(await field(OPENING), ' It matters');
    await waitFor(async () => expect(await backend.draft(`letter:${LETTER}`)).toContain('matters'));
    const kept = await backend.draft(`letter:${LETTER}`);
    cleanup();

    backend = new FakeBackend();
    await backend.saveDraft(`letter:${LETTER}`, kept ?? '');
    await open();
    expect(await field(`${OPENING} It matters`)).toBeVisible();
    expect(screen.getByText('What you were typing last is back.')).toBeVisible();
    await waitFor(async () =>
      expect((await paragraph('opening'))?.text).toBe(`${OPENING} It matters`),
    );
  });

  it('says when words could not be saved, and keeps them on the screen and in the draft', async () => {
    const { user } = await open();
    const works = backend.saveLetterEdit;
    backend.saveLetterEdit = async () => {
      throw { code: 'disk_full', values: {}, problems: [] };
    };
    await user.type(await field(OPENING), ' More.');
    await user.tab();
    expect(await screen.findByText('The disk is full.')).toBeVisible();
    expect(await field(`${OPENING} More.`)).toBeVisible();
    backend.saveLetterEdit = works;
    await user.click(screen.getByRole('button', { name: 'Save again' }));
    await waitFor(async () => expect((await paragraph('opening'))?.text).toBe(`${OPENING} More.`));
    expect(screen.queryByText('The disk is full.')).toBeNull();
  });
});

describe('when the record has changed since', () => {
  async function changed() {
    await backend.saveLetterEdit(LETTER, 'opening', 'How it was.', 'My own words.', null);
    return open();
  }

  it('asks, with what it said and what it says now', async () => {
    await changed();
    const asked = await screen.findByRole('region', { name: /The record has changed/ });
    expect(within(asked).getByText('How it was.')).toBeVisible();
    expect(within(asked).getByText(OPENING)).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('does not take typing on for an answer', async () => {
    const { user } = await changed();
    await user.type(await field('My own words.'), ' Yes.');
    await user.tab();
    await waitFor(async () =>
      expect((await paragraph('opening'))?.text).toBe('My own words. Yes.'),
    );
    expect((await paragraph('opening'))?.standing).toBe('outdated');
  });

  it.each([
    ['Keep mine', 'My own words.', 'edited'],
    ['Use the record’s words', OPENING, 'composed'],
  ])('%s', async (button, words, standing) => {
    const { user } = await changed();
    await user.click(await screen.findByRole('button', { name: button }));
    await waitFor(async () => expect((await paragraph('opening'))?.standing).toBe(standing));
    expect(await field(words)).toBeVisible();
    expect(screen.queryByText(/The record has changed since/)).toBeNull();
  });
});

describe('how it sounds', () => {
  const HARSH = 'This is TERRIBLE, and it always happens.';
  async function harsh() {
    await backend.saveLetterEdit(LETTER, 'opening', OPENING, HARSH, null);
    const opened = await open();
    await field(HARSH);
    return opened;
  }

  it('underlines the words, and never blocks', async () => {
    await harsh();
    const drawn = [...document.querySelectorAll('mark')].map((mark) => mark.textContent);
    expect(drawn).toEqual(['TERRIBLE', 'always']);
    expect(screen.getByRole('button', { name: 'Mark as sent' })).toBeEnabled();
  });

  it('says why where the caret stands, and puts calmer words in', async () => {
    const { user } = await harsh();
    const words = await field(HARSH);
    await user.click(words);
    words.setSelectionRange(12, 12);
    words.dispatchEvent(new Event('select'));
    const use = await screen.findByRole('button', { name: 'Use “terrible”' });
    const note = document.getElementById(words.getAttribute('aria-describedby') ?? '');
    expect(note).toHaveTextContent('Words in capitals read as shouting.');
    await user.click(use);
    expect(words.value).toBe('This is terrible, and it always happens.');
    await waitFor(async () => expect((await paragraph('opening'))?.text).toBe(words.value));
  });

  it('lists them, and selects the words that only the writer can put otherwise', async () => {
    const { user } = await harsh();
    await user.click(screen.getByRole('tab', { name: /Before it goes/ }));
    const list = await screen.findByRole('region', { name: 'How it sounds' });
    expect(within(list).getByText('Say how often, with dates.')).toBeVisible();
    await user.click(within(list).getByRole('button', { name: 'Rewrite these words: always' }));
    const words = await field(HARSH);
    expect(words).toHaveFocus();
    expect(words.value.slice(words.selectionStart, words.selectionEnd)).toBe('always');
    await user.keyboard('again and again');
    expect(words.value).toBe('This is TERRIBLE, and it again and again happens.');
  });
});
