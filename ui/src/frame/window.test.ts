import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BackendError } from '$lib/backend';
import { FakeBackend } from '$lib/backend/fake/backend';
import { href, router } from '$lib/router.svelte';
import { accessibilityFaults } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import Window from './Window.svelte';

/** Opens the window on an invented household, or on one that nothing was written in. */
function open(filled: boolean) {
  const backend = new FakeBackend(filled);
  render(Window, { props: { backend } });
  return { backend, user: userEvent.setup({ delay: null }) };
}

beforeEach(() => router.go({ page: 'today' }));
afterEach(() => {
  cleanup();
  toasts.clear();
});

describe('the first start', () => {
  it('has two doors', async () => {
    open(false);
    await screen.findByRole('button', { name: /Write down your first dispute/ });
    expect(screen.getByRole('button', { name: /Look around in a sample/ })).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('writes down the first dispute, with its vendor and sum', async () => {
    const { backend, user } = open(false);
    await user.click(await screen.findByRole('button', { name: /Write down your first dispute/ }));
    await user.type(await screen.findByLabelText('Your name'), 'Ana Whitfield');
    await user.type(screen.getByLabelText('What happened?'), 'Two bills for one line');
    await user.type(screen.getByLabelText('What outcome do you want?'), 'Both credited');
    await user.type(screen.getByLabelText('With whom?'), 'Lumen Fiber');
    await user.click(screen.getByLabelText('Yes'));
    await user.type(screen.getByLabelText('How much?'), '$129.80');
    await user.type(screen.getByLabelText('For what?'), 'Two bills');
    await user.click(screen.getByRole('button', { name: 'Write it down' }));
    await expect.poll(() => router.route.page, { message: 'its page opens' }).toBe('dispute');
    const [one] = backend.home.cases;
    expect(one?.claims[0]?.claim.amount, 'the sum is saved as understood').toEqual({
      amount: '129.80',
      currency: 'USD',
    });
    expect(backend.home.vendors.map((vendor) => vendor.name)).toEqual(['Lumen Fiber']);
    expect(await backend.drafts(), 'what is saved is no draft any more').toEqual([]);
  });

  it('keeps what was typed when the form is left with Esc', async () => {
    const { user } = open(false);
    const door = await screen.findByRole('button', { name: /Write down your first dispute/ });
    await user.click(door);
    await user.type(await screen.findByLabelText('What happened?'), 'Two bills');
    await user.keyboard('{Escape}');
    expect(screen.queryByLabelText('What happened?'), 'closed').toBeNull();
    await user.click(door);
    expect(await screen.findByLabelText('What happened?'), 'and not lost').toHaveValue('Two bills');
    expect(screen.getByText(/It was kept for you/)).toBeVisible();
  });

  it('says beside the fields what is missing, and saves nothing', async () => {
    const { backend, user } = open(false);
    await user.click(await screen.findByRole('button', { name: /Write down your first dispute/ }));
    await user.click(await screen.findByRole('button', { name: 'Write it down' }));
    expect(await screen.findByText('Please write your name.')).toBeVisible();
    expect(screen.getByLabelText('What happened?')).toBeInvalid();
    expect(backend.home.cases).toEqual([]);
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('leads to the bin where the only dispute lies there', async () => {
    const { backend, user } = open(true);
    await screen.findByRole('heading', { level: 1, name: 'Today' });
    cleanup();
    const { id, title } = backend.home.cases[0]?.dispute ?? { id: '', title: '' };
    backend.home.cases.length = 0;
    const binned = {
      kind: 'dispute' as const,
      id: id ?? '',
      name: title,
      deletedAt: '2026-06-20T09:00',
    };
    backend.bin = async () => [{ ...binned, dispute: null, along: [] }];
    render(Window, { props: { backend } });
    expect(await screen.findByText(new RegExp(`“${title}” waits in the bin`))).toBeVisible();
    expect(screen.queryByText('Welcome to Holdfast'), 'somebody was here before').toBeNull();
    expect(screen.getByRole('link', { name: 'Open the bin' })).toHaveAttribute(
      'href',
      href({ page: 'bin' }),
    );
    expect(await accessibilityFaults()).toEqual([]);

    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox', { name: /^Search or do/ }), 'call');
    expect(screen.queryByRole('option', { name: /Log a call/ }), 'with whom?').toBeNull();
    await user.clear(screen.getByRole('combobox', { name: /^Search or do/ }));
    await user.keyboard('bin{Enter}');
    await expect.poll(() => router.route).toEqual({ page: 'bin' });
  });

  it('opens the sample and leaves it again', async () => {
    const { user } = open(false);
    await user.click(await screen.findByRole('button', { name: /Look around in a sample/ }));
    await screen.findByText(/You are looking at a sample/);
    await user.click(screen.getByRole('button', { name: 'Leave' }));
    expect(await screen.findByRole('button', { name: /Write down your first/ })).toBeVisible();
  });
});

describe('today', () => {
  it('shows the longest overdue first, and can be read by everyone', async () => {
    open(true);
    const card = await screen.findByRole('region', { name: 'Overdue' });
    const [first] = within(card).getAllByRole('listitem');
    expect(first).toHaveTextContent('8 days overdue');
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('answers a step in one click, which can be undone', async () => {
    const { user } = open(true);
    const done = { name: 'Done: Call Harbor Funds about the 340.00 taken back' };
    const [fold] = await screen.findAllByText(/^\d more/);
    if (fold) await user.click(fold);
    await user.click(await screen.findByRole('button', done));
    await expect.poll(() => screen.queryByRole('button', done)).toBeNull();
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('button', done), 'as it was').toBeVisible();
  });

  it('answers whether a remedy holds, and thanks a person', async () => {
    const { backend, user } = open(true);
    await user.click(await screen.findByRole('button', { name: 'Still holds' }));
    await screen.findByText(/It still holds. No further look is planned/);
    await user.click(await screen.findByRole('button', { name: 'Thanked: Dana Ruiz' }));
    await expect
      .poll(() => backend.home.cases[0]?.advocates[0]?.thankedOn, { message: 'thanked today' })
      .toBe('2026-06-20');
  });
});

describe('the frame', () => {
  it('opens search with Ctrl+K, finds a person, and goes there', async () => {
    const { user } = open(true);
    await screen.findByRole('heading', { name: 'Today' });
    await user.keyboard('{Control>}k{/Control}');
    await user.type(
      await screen.findByRole('combobox', { name: 'Search or do something' }),
      'dana',
    );
    const [first] = await screen.findAllByRole('option', { name: /Dana Ruiz/ });
    expect(first, 'who is called so stands before what only names her').toHaveAttribute(
      'aria-selected',
      'true',
    );
    expect(await accessibilityFaults()).toEqual([]);
    await user.keyboard('{Enter}');
    expect(router.route).toEqual({ page: 'contact', id: 'dana' });
  });

  it('lists the disputes, narrowed by words and by where they stand', async () => {
    const { user } = open(true);
    await user.click(await screen.findByRole('link', { name: 'Disputes' }));
    const list = await screen.findByRole('list', { name: 'Disputes' });
    expect(within(list).getAllByRole('link')).toHaveLength(6);
    expect(await accessibilityFaults()).toEqual([]);
    await user.click(screen.getByLabelText('Closed'));
    await expect.poll(() => screen.getAllByRole('link', { name: /Closed/ }).length).toBe(2);
    await user.type(screen.getByLabelText('Search in disputes'), 'nothing of that sort');
    await user.click(await screen.findByRole('button', { name: 'Show all disputes' }));
    expect(await screen.findByText('Holiday cancelled a day before')).toBeVisible();
  });

  it('shows all keys', async () => {
    const { user } = open(true);
    await user.click(await screen.findByRole('button', { name: 'All keys' }));
    expect(screen.getByRole('dialog', { name: 'All keys' })).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('says over the whole window when the records cannot be opened', async () => {
    const backend = new FakeBackend();
    backend.start = () =>
      Promise.reject(new BackendError({ code: 'store_in_use', values: {}, problems: [] }));
    render(Window, { props: { backend } });
    expect(await screen.findByText('Holdfast is already open.')).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
  });
});

describe('the rail', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    [false, null, 'words name themselves'],
    [true, 'Disputes (g d)', 'a picture alone has to say what it is'],
  ])('names its entries on hover where it is folded (%s)', async (folded, title, why) => {
    const query = { matches: folded, addEventListener: vi.fn(), removeEventListener: vi.fn() };
    vi.stubGlobal('matchMedia', () => query);
    open(true);
    const rail = within(await screen.findByRole('navigation', { name: 'Places' }));
    const entry = rail.getByRole('link', { name: 'Disputes' });
    await expect.poll(() => entry.getAttribute('title'), { message: why }).toBe(title);
  });
});

describe('a damaged record', () => {
  it('says what to do, and keeps what only a technician reads folded', async () => {
    const backend = new FakeBackend(true);
    const values = { path: '/home/ana/home.db', detail: 'database disk image is malformed' };
    const error = new BackendError({ code: 'store_damaged', values, problems: [] });
    vi.spyOn(backend, 'start').mockRejectedValue(error);
    render(Window, { props: { backend } });
    expect(await screen.findByText('Your records cannot be read.')).toBeVisible();
    expect(screen.getByText(values.detail), 'not thrown at anybody').not.toBeVisible();
    await userEvent.setup({ delay: null }).click(screen.getByText('Details'));
    expect(screen.getByText(values.detail), 'there for who asks').toBeVisible();
  });
});
