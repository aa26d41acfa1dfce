import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BackendError } from '$lib/backend';
import { FakeBackend } from '$lib/backend/fake/backend';
import { accessibilityFaults, renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import { edges, grown, isMeant, moved, partBetween } from './parts';
import Viewer from './Viewer.svelte';
import { FIT, FULL, scaleOf, seen, stepped, transformOf, turned } from './zoom';

configure({ asyncUtilTimeout: 8_000 });
vi.setConfig({ testTimeout: 40_000 });
const user = userEvent.setup({ delay: null });
let backend: FakeBackend;
let made: string[];
let revoked: string[];

beforeEach(() => {
  backend = new FakeBackend();
  [made, revoked] = [[], []];
  URL.createObjectURL = () => {
    made.push(`blob:${made.length}`);
    return made.at(-1) ?? '';
  };
  URL.revokeObjectURL = (address) => revoked.push(address);
});
afterEach(() => {
  cleanup();
  toasts.clear();
});

async function open(id: string) {
  const onclose = vi.fn();
  await renderScreen(Viewer, { id, onclose }, backend);
  return { onclose, dialog: within(await screen.findByRole('dialog')) };
}

/** What a browser does once it has drawn the picture. */
async function draw(picture: HTMLElement, naturalWidth: number, naturalHeight: number) {
  Object.defineProperties(picture, {
    naturalWidth: { value: naturalWidth },
    naturalHeight: { value: naturalHeight },
  });
  await fireEvent.load(picture);
}

describe('a picture', () => {
  it('grows, shrinks, fits and turns by buttons and by keys', async () => {
    const asked = vi.spyOn(backend, 'evidencePicture');
    const { dialog } = await open('t-at2');
    await draw(await dialog.findByRole('img', { name: /Packed/ }), 1600, 1200);
    const drawn = () => dialog.getByRole('img', { name: /Packed/ });
    const sides = () => [drawn().getAttribute('width'), drawn().getAttribute('height')];
    expect(sides(), 'the whole of it').toEqual(['1600', '1200']);
    await user.keyboard('r');
    expect(sides(), 'a quarter turn swaps the sides').toEqual(['1200', '1600']);
    await user.keyboard('-');
    expect(sides()).toEqual(['960', '1280']);
    expect(asked, 'a quick picture is enough so far').toHaveBeenCalledTimes(1);
    await user.keyboard('0');
    await user.click(dialog.getByRole('button', { name: 'Larger (+)' }));
    expect(sides()).toEqual(['1500', '2000']);
    await waitFor(() =>
      expect(asked, 'looked at closely it is drawn sharply').toHaveBeenCalledTimes(2),
    );
    expect(asked.mock.lastCall?.[2]).toBeGreaterThan(1600);
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('lets go of every picture that it made', async () => {
    const { dialog } = await open('t-at2');
    await draw(await dialog.findByRole('img', { name: /Packed/ }), 1600, 1200);
    await user.keyboard('1');
    await waitFor(() => expect(made).toHaveLength(2));
    cleanup();
    await waitFor(() => expect(revoked.toSorted()).toEqual(made.toSorted()));
  });

  it('that cannot be drawn says so, and that it is safe', async () => {
    backend.evidencePicture = () =>
      Promise.reject(new BackendError({ code: 'typesetting_failed', values: {}, problems: [] }));
    const { dialog } = await open('t-at2');
    expect(await dialog.findByRole('alert')).toHaveTextContent('The original is kept unchanged');
  });
});

describe('pages', () => {
  it('are turned by buttons, by keys, and by their number', async () => {
    const asked = vi.spyOn(backend, 'evidencePicture');
    const { dialog } = await open('t-at3');
    expect(await dialog.findByRole('img', { name: /page 1 of 3/ })).toBeInTheDocument();
    expect(dialog.getByRole('button', { name: 'Previous page' })).toBeDisabled();
    await user.click(dialog.getByRole('button', { name: 'Next page' }));
    await user.keyboard('{PageDown}');
    await waitFor(() => expect(asked.mock.lastCall?.[1]).toBe(2));
    expect(dialog.getByRole('button', { name: 'Next page' })).toBeDisabled();
    const number = dialog.getByRole('textbox', { name: /^Page/ });
    await user.clear(number);
    await user.type(number, '9{Enter}');
    expect(number, 'there is no ninth page').toHaveValue('3');
    await user.clear(number);
    await user.type(number, '1{Enter}');
    await waitFor(() => expect(asked.mock.lastCall?.[1]).toBe(0));
    expect(await accessibilityFaults()).toEqual([]);
  });
});

describe('covering', () => {
  it('is done with the keys, shown, and taken back one by one', async () => {
    const { dialog } = await open('t-at3');
    await draw(await dialog.findByRole('img', { name: /page 1 of 3/ }), 600, 800);
    await user.click(dialog.getByRole('button', { name: 'Cover…' }));
    await user.click(dialog.getByRole('button', { name: 'Place with the keys' }));
    expect(dialog.getByText(/^35 to 65 % from the left/)).toBeVisible();
    await user.keyboard('{ArrowLeft}{ArrowUp}{Shift>}{ArrowRight}{/Shift}');
    expect(dialog.getByText(/^34 to 65 % from the left, 44 to 54 % from the top/)).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Cover this' }));
    const kept = async () => (await backend.attachment('t-at3')).covered.map(({ part }) => part);
    expect(await kept()).toEqual([{ page: 1, left: 340, top: 440, right: 650, bottom: 540 }]);
    const listed = within(await dialog.findByRole('list', { name: 'Covered on this page' }));
    expect(listed.getByText(/^34 to 65 % from the left/)).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
    await user.keyboard('{PageDown}');
    expect(dialog.queryByRole('list', { name: 'Covered on this page' }), 'page 2').toBeNull();
    await user.keyboard('{PageUp}');
    await user.click(await dialog.findByRole('button', { name: 'Uncover number 1' }));
    expect(await kept()).toEqual([]);
  });

  it('is dragged, whichever way, and a slip covers nothing', () => {
    const part = partBetween(2, { x: 700.4, y: -20 }, { x: 100.6, y: 300.2 });
    expect(part).toEqual({ page: 2, left: 100, top: 0, right: 701, bottom: 301 });
    expect(isMeant(part)).toBe(true);
    expect(isMeant(partBetween(1, { x: 10, y: 10 }, { x: 12, y: 400 }))).toBe(false);
  });

  it('stays on the page', () => {
    const part = { page: 1, left: 900, top: 10, right: 990, bottom: 60 };
    expect(moved(part, 50, -50)).toMatchObject({ left: 910, right: 1000, top: 0, bottom: 50 });
    expect(grown(part, 50, -90)).toMatchObject({ right: 1000, bottom: 14 });
    expect(edges(part, { width: 500, height: 200 })).toEqual({
      x: 450,
      y: 2,
      width: 45,
      height: 10,
    });
  });
});

describe('words', () => {
  it('of a text stay text, whatever they look like', async () => {
    const { dialog } = await open('t-at6');
    expect(await dialog.findByText(/<b>Noor<\/b>: Thank you/)).toBeVisible();
    expect(dialog.getByRole('region', { name: 'Its text' }).querySelector('b')).toBeNull();
  });

  it('of an e-mail stand below who wrote to whom; its files can be saved', async () => {
    const save = vi.spyOn(backend, 'saveEnclosed');
    const { dialog } = await open('t-at1');
    expect(await dialog.findByText('Your journey AR-40071')).toBeVisible();
    expect(dialog.getByText('Alpenstern Reisen <service@alpenstern.example>')).toBeVisible();
    expect(dialog.getByText(/from the internet in it were not loaded/)).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Save a copy of terms.pdf' }));
    expect(save).toHaveBeenCalledWith('t-at1', 0);
    expect(await accessibilityFaults()).toEqual([]);
  });
});

describe('what cannot be shown', () => {
  it.each([
    ['t-at4', /Picture \(image\/heic\)/],
    ['t-at5', /Sound \(audio\/mpeg\)/],
  ])('says what it is and offers a copy: %s', async (id, said) => {
    const save = vi.spyOn(backend, 'saveAttachment');
    const { dialog } = await open(id);
    expect(await dialog.findByText(said)).toHaveTextContent('the original is kept unchanged');
    await user.click(dialog.getAllByRole('button', { name: 'Save a copy…' })[0] as HTMLElement);
    expect(save).toHaveBeenCalledWith(id);
  });
});

describe('what rests on a piece', () => {
  it('is unlinked beside it, and leaves with the piece', async () => {
    const { dialog, onclose } = await open('t-at1');
    await user.click(await dialog.findByRole('button', { name: /^More on “Alpenstern/ }));
    await user.click(dialog.getByRole('menuitem', { name: 'Unlink' }));
    expect(await dialog.findByText(/^Nothing yet/)).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Remove' }));
    expect(onclose, 'what is in the bin is not looked at').toHaveBeenCalled();
    await expect(backend.attachment('t-at1')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the size of a picture', () => {
  const picture = { width: 4000, height: 2000 };
  const room = { width: 1000, height: 1000 };
  it.each([
    ['fits the room', scaleOf(FIT, picture, room), 0.25],
    ['is never larger than its pixels by itself', scaleOf(FIT, { width: 10, height: 10 }, room), 1],
    ['is its own', scaleOf(FULL, picture, room), 1],
    ['is its own where nothing was measured', scaleOf(FIT, picture, { width: 0, height: 0 }), 1],
    ['grows by a quarter', scaleOf(stepped(FULL, 1, picture, room), picture, room), 1.25],
    ['stops growing', scaleOf({ of: 'full', times: 99 }, picture, room), 8],
  ])('%s', (_what, scale, wanted) => expect(scale).toBeCloseTo(wanted));

  it('is turned back into sight', () => {
    expect(turned(270), 'four quarters are a whole').toBe(0);
    expect(seen(picture, 90)).toEqual({ width: 2000, height: 4000 });
    expect(transformOf(picture, 90)).toBe('translate(2000 0) rotate(90)');
  });
});

describe('a file that was erased for good', () => {
  it('is shown as a plain sentence, without a copy to save', async () => {
    await backend.eraseOriginal('t-at2');
    const { dialog } = await open('t-at2');
    expect(await dialog.findByText('This file was erased for good.')).toBeVisible();
    expect(dialog.getByText(/What was written about it is still here/)).toBeVisible();
    const nothing = dialog.queryByText(/kept unchanged/);
    expect(nothing, 'it is not').toBeNull();
  });
});
