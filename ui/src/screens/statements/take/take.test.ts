import { cleanup, configure, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StatementTaking } from '$lib/backend';
import { FakeBackend } from '$lib/backend/fake/backend';
import { router } from '$lib/router.svelte';
import { accessibilityFaults, renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import TakeIn from './TakeIn.svelte';

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 40_000 });
let backend: FakeBackend;
let sent: StatementTaking[];

beforeEach(() => {
  backend = new FakeBackend();
  sent = [];
  const take = backend.takeStatement;
  backend.takeStatement = (one) => {
    sent.push(one);
    return take(one);
  };
  router.go({ page: 'statements' });
});
afterEach(() => {
  cleanup();
  toasts.clear();
});

/** Shows a file of an invented bank as if it had just been chosen. */
async function choose(file: NonNullable<FakeBackend['file']>) {
  backend.file = file;
  const previews = await backend.chooseStatement();
  const onclose = vi.fn();
  await renderScreen(TakeIn, { previews, onclose }, backend);
  const dialog = within(await screen.findByRole('dialog'));
  return { user: userEvent.setup({ delay: null }), dialog, onclose };
}

const button = (name: string) => screen.getByRole('button', { name });
const meaning = (column: string) => screen.getByLabelText(`What “${column}” means`);

describe('a file on its way in', () => {
  it('is shown before anything is saved, and holds no fault for screen readers', async () => {
    const { dialog } = await choose('known');
    expect(dialog.getByText('5 lines, 2 of them known already')).toBeVisible();
    expect(dialog.getByText('Fri 12 Jun to Sat 20 Jun')).toBeVisible();
    expect(screen.getByLabelText('Which account is it?'), 'recognised').toHaveValue(
      'Everyday account',
    );
    expect(dialog.getByText(/Known from before: Northbank Trust, …4471/)).toBeVisible();
    expect(screen.queryByLabelText('Its currency'), 'known with its account').toBeNull();
    expect(sent, 'nothing is saved by looking').toEqual([]);
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('is taken in with one button, leads to what it says, and can be undone', async () => {
    const { user, onclose } = await choose('known');
    await user.click(button('Take it in'));
    await waitFor(() => expect(onclose).toHaveBeenCalled());
    expect(toasts.list[0]?.title).toBe('3 lines were taken in. 2 more were here already.');
    expect(router.route.page, 'what it says about the disputes').toBe('statement');
    expect(sent[0], 'as it was shown').toMatchObject({
      reading: null,
      account: { id: 'everyday' },
    });
    toasts.list[0]?.button?.run();
    await expect
      .poll(() => backend.home.bank.statements.map((one) => one.fileName))
      .not.toContain('northbank-late-june.qfx');
  });

  it('keeps two equal lines of one day in one file', async () => {
    const { user } = await choose('known');
    await user.click(button('Take it in'));
    await waitFor(() => expect(sent).toHaveLength(1));
    const made = backend.home.bank.statements.find((one) => one.fileName.includes('late-june'));
    expect(made?.lines.filter((line) => line.amount.amount === '-22.15')).toHaveLength(2);
  });

  it('has nothing to take in where every line is known', async () => {
    const first = await choose('known');
    await first.user.click(button('Take it in'));
    await waitFor(() => expect(first.onclose).toHaveBeenCalled());
    cleanup();
    const { user, dialog, onclose } = await choose('known');
    expect(dialog.getByText('5 lines, all known already')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Take it in' })).toBeNull();
    await user.click(screen.getAllByRole('button', { name: 'Close' }).at(-1) ?? document.body);
    expect(onclose).toHaveBeenCalled();
    expect(sent).toHaveLength(1);
  });

  it('takes its accounts one after the other, or leaves one out', async () => {
    const { user, dialog, onclose } = await choose('both');
    expect(dialog.getByText('Account 1 of 2 in this file')).toBeVisible();
    await user.click(button('Leave this account out'));
    expect(await dialog.findByText('Account 2 of 2 in this file')).toBeVisible();
    const name = screen.getByLabelText('Which account is it?');
    await user.clear(name);
    await user.type(name, 'Savings');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(onclose).toHaveBeenCalled());
    expect(
      sent.map((one) => one.account.name),
      'named by the person',
    ).toEqual(['Savings']);
    expect(sent[0]?.account, 'a new one, known by its number later').toMatchObject({
      id: null,
      number: '…2211',
    });
  });

  it('asks for the name of its account', async () => {
    const { user, dialog } = await choose('both');
    await user.clear(screen.getByLabelText('Which account is it?'));
    await user.click(button('Take it in'));
    expect(await dialog.findByRole('alert')).toHaveTextContent('Please give the account a name');
    expect(sent).toEqual([]);
  });
});

describe('the account of a file that does not name it', () => {
  it('is a known one where that is said, and gives its currency to lines that name none', async () => {
    const { user, dialog } = await choose('card');
    const name = screen.getByLabelText('Which account is it?');
    await user.clear(name);
    await user.type(name, 'euro account');
    expect(await dialog.findAllByText('EUR'), 'read again in its currency').not.toHaveLength(0);
    expect(dialog.queryAllByText('USD')).toHaveLength(0);
    expect(screen.queryByLabelText('Its currency'), 'known with its account').toBeNull();
    await user.click(screen.getByLabelText('Friday, 3 April 2026'));
    await user.click(button('Take it in'));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.account).toMatchObject({ id: 'holiday', currency: 'EUR' });
  });
});

describe('a file that cannot be read', () => {
  it('says what it is and that nothing was imported, and offers another', async () => {
    const { user, dialog, onclose } = await choose('broken');
    expect(dialog.getByText('Holdfast cannot read this file. Nothing was imported.')).toBeVisible();
    expect(dialog.getByText(/This is a PDF file/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Take it in' })).toBeNull();
    expect(await accessibilityFaults()).toEqual([]);
    const again = vi.spyOn(backend, 'chooseStatement');
    await user.click(button('Choose another file'));
    expect(onclose).toHaveBeenCalled();
    expect(again).toHaveBeenCalledOnce();
  });

  it('asks for the currency where neither the file nor the person said it', async () => {
    const [preview] = await (async () => {
      backend.file = 'both';
      return backend.chooseStatement();
    })();
    if (!preview) throw new Error('The file holds two accounts.');
    const problem = { isError: true, line: null, code: 'currency_unknown', text: '' };
    const asking = { ...preview, ready: false, problems: [problem], lines: 0, first: [] };
    const read = vi.spyOn(backend, 'readStatement');
    await renderScreen(TakeIn, { previews: [asking], onclose: () => {} }, backend);
    expect(await screen.findByText(/does not say in which currency/)).toBeVisible();
    const currency = screen.getByLabelText('Its currency');
    const user = userEvent.setup({ delay: null });
    await user.clear(currency);
    await user.type(currency, 'chf');
    await user.tab();
    await waitFor(() => expect(read).toHaveBeenCalledWith(preview.id, preview.reading, 'CHF'));
    await waitFor(() => expect(button('Take it in')).toBeEnabled());
  });
});

describe('a CSV file', () => {
  it('asks which day a date is, and is not taken in before that is said', async () => {
    const { user, dialog } = await choose('card');
    expect(dialog.getByText('Which day is 03/04/2026?')).toBeVisible();
    await user.click(button('Take it in'));
    expect(await dialog.findByRole('alert')).toHaveTextContent('which day the bank means');
    expect(sent).toEqual([]);
    await user.click(screen.getByLabelText('Friday, 3 April 2026'));
    expect(await dialog.findByText('Fri 3 Apr to Thu 11 Jun'), 'read again').toBeVisible();
    expect(dialog.queryByRole('alert'), 'nothing is missing any more').toBeNull();
    expect(screen.getByLabelText('Friday, 3 April 2026'), 'can still be changed').toBeChecked();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('writes purchases without a minus where that is said, and shows it in its sums', async () => {
    const { user, dialog } = await choose('card');
    const cameIn = () => dialog.getByText('Came in').nextElementSibling?.textContent;
    expect(cameIn()).toMatch(/^206\.85/);
    await user.click(screen.getByLabelText(/Without one/));
    await waitFor(() => expect(cameIn()).toMatch(/^490\.00/));
    expect(meaning('Amount')).toHaveDisplayValue('Amount, as cards write it');
  });

  it('is read anew when a column gets another meaning', async () => {
    const { user, dialog } = await choose('card');
    await user.selectOptions(meaning('Amount'), 'Not needed');
    expect(
      await dialog.findByText('It cannot be read like this yet. Nothing was imported.'),
    ).toBeVisible();
    expect(button('Take it in'), 'nothing to take in').toBeDisabled();
    await user.selectOptions(meaning('Amount'), 'Amount');
    await waitFor(() => expect(button('Take it in')).toBeEnabled());
    await user.selectOptions(meaning('Category'), 'What the bank writes');
    expect(await dialog.findByText('GREEN BASKET MARKET Groceries')).toBeVisible();
  });

  it('says with its line what cannot be read', async () => {
    const { user, dialog } = await choose('card');
    await user.selectOptions(meaning('Category'), 'Amount');
    expect(
      await dialog.findByText('Line 2: “Groceries” is not understood as a sum.'),
    ).toBeVisible();
    expect(meaning('Amount'), 'one column holds the sum').toHaveDisplayValue('Not needed');
  });

  it('is read next time as was said for its bank', async () => {
    const first = await choose('card');
    await first.user.click(screen.getByLabelText('Friday, 3 April 2026'));
    await first.user.click(screen.getByLabelText(/Without one/));
    await first.dialog.findByText('Fri 3 Apr to Thu 11 Jun');
    await first.user.click(button('Take it in'));
    await waitFor(() => expect(first.onclose).toHaveBeenCalled());
    expect(sent[0]?.reading?.csv, 'as the person said').toMatchObject({
      dayOrder: 'day_first',
      columns: ['day', 'text', 'ignore', 'amount_reversed'],
    });
    cleanup();
    const { dialog } = await choose('card');
    expect(dialog.getByText('Read as you said for this bank.')).toBeInTheDocument();
    expect(dialog.queryByText(/Which day is/), 'nobody is asked twice').toBeNull();
    expect(dialog.getByText('Fri 3 Apr to Thu 11 Jun')).toBeVisible();
  });
});

describe('a QIF file', () => {
  it('asks which day a date is too, and is read as that is said', async () => {
    backend.file = 'both';
    const [preview] = await backend.chooseStatement();
    if (!preview) throw new Error('The file holds two accounts.');
    const days = { order: 'month_first' as const, sure: false };
    const reading = { ...preview.reading, format: 'qif' as const, days };
    const unsure = { isError: false, line: 3, code: 'day_order_unsure', text: '3/4/26' };
    const read = vi.spyOn(backend, 'readStatement');
    const asking = { ...preview, reading, problems: [unsure] };
    await renderScreen(TakeIn, { previews: [asking], onclose: () => {} }, backend);
    expect(await screen.findByText('Which day is 3/4/26?')).toBeVisible();
    expect(screen.queryByText(/can be read as another day/), 'asked, not said').toBeNull();
    await userEvent.setup({ delay: null }).click(screen.getByLabelText('Friday, 3 April 2026'));
    await waitFor(() => expect(read).toHaveBeenCalledOnce());
    expect(read.mock.calls[0]?.[1]?.days).toEqual({ order: 'day_first', sure: false });
  });
});
