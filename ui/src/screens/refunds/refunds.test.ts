import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BackendError, type RefundListTaking, type RefundRow } from '$lib/backend';
import { FakeBackend } from '$lib/backend/fake/backend';
import { router } from '$lib/router.svelte';
import { accessibilityFaults, renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import Window from '../../frame/Window.svelte';
import { bringing } from './bringing.svelte';
import RefundsPage from './RefundsPage.svelte';

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });
let backend: FakeBackend;
let sent: RefundListTaking[];

beforeEach(() => {
  backend = new FakeBackend();
  sent = [];
  const take = backend.takeInRefundList;
  backend.takeInRefundList = (one) => {
    sent.push(one);
    return take(one);
  };
  router.go({ page: 'refunds' });
});
afterEach(() => {
  cleanup();
  toasts.clear();
  bringing.taking = null;
});

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const bring = () => button(/^Bring (in \d+ rows?|them in)$/);
const meaning = (column: string) => screen.getByLabelText(`What “${column}” means`);
/** The row of the table that begins on a line of the list. */
function lineOf(line: number): HTMLElement {
  const table = screen.getByRole('table');
  const found = within(table)
    .getAllByRole('row')
    .find((row) => row.querySelector('.line')?.textContent === String(line));
  if (!found) throw new Error(`Line ${line} stands in the table.`);
  return found;
}

/** Opens the page and chooses a list of the invented household. */
async function choose(file: NonNullable<FakeBackend['refundFile']>) {
  backend.refundFile = file;
  const { app } = await renderScreen(RefundsPage, {}, backend);
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByRole('button', { name: 'Choose the file' }));
  await waitFor(() => expect(bringing.taking).not.toBeNull());
  return { app, user };
}

/** The same with a list that was changed on its way. */
async function chooseRows(rows: RefundRow[], all: number) {
  const open = backend.openRefundList;
  backend.openRefundList = async () => {
    const preview = await open();
    return preview && { ...preview, rows, count: { ...preview.count, all, fresh: all } };
  };
  return choose('usual');
}

describe('before a list is chosen', () => {
  it('says what will come of it, with the one button that starts it', async () => {
    await renderScreen(RefundsPage, {}, backend);
    expect(await screen.findByText(/You see it all before anything is saved/)).toBeVisible();
    expect(screen.getByText(/choose CSV there/)).toBeVisible();
    expect(screen.getAllByRole('button', { name: 'Choose the file' })).toHaveLength(1);
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('stays as it is where the person thinks better of it', async () => {
    backend.refundFile = null;
    await renderScreen(RefundsPage, {}, backend);
    await userEvent.setup({ delay: null }).click(button('Choose the file'));
    expect(button('Choose the file')).toBeEnabled();
    expect(bringing.taking).toBeNull();
  });

  it('says in a sentence why a file could not be opened', async () => {
    backend.openRefundList = () => {
      const values = { name: 'list.csv' };
      throw new BackendError({ code: 'file_not_understood', values, problems: [] });
    };
    await renderScreen(RefundsPage, {}, backend);
    await userEvent.setup({ delay: null }).click(button('Choose the file'));
    await waitFor(() => expect(toasts.list[0]?.title).toBe('This file could not be read.'));
    expect(button('Choose the file'), 'another may be chosen').toBeEnabled();
  });
});

describe('a list of which all is known', () => {
  it('is shown before anything is saved, and holds no fault for screen readers', async () => {
    await choose('usual');
    expect(screen.getByText(/^9 rows: 1 open, 1 waiting, 1 promised/)).toHaveTextContent(
      /asked for, 109\.00.EUR came back\.$/,
    );
    expect(screen.getByText(/left out until mended/)).toHaveTextContent(
      'This makes 5 disputes. 3 rows are left out until mended. 1 row only sums up the others.',
    );
    expect(bring(), 'only what can be read').toHaveAccessibleName('Bring in 6 rows');
    expect(sent, 'nothing is saved by looking').toEqual([]);
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('leaves all rows out and takes all in again with one tick', async () => {
    const { user } = await choose('usual');
    const all = screen.getByRole('checkbox', { name: 'Bring in all rows' });
    const rows = screen.getAllByRole('checkbox', { name: /^Bring in line/ });
    expect(all, 'all are brought in at first').toBeChecked();
    await user.click(rows[0] as HTMLElement);
    expect(all, 'one is left out').toBePartiallyChecked();
    await user.click(all);
    expect(all, 'the half-ticked box takes all in').toBeChecked();
    expect(rows[0]).toBeChecked();
    await user.click(all);
    for (const row of rows) expect(row, 'none').not.toBeChecked();
    expect(screen.getByText('Every row is left out.')).toBeVisible();
    await user.click(all);
    expect(bring()).toHaveAccessibleName('Bring in 6 rows');
  });

  it('tells of each row whether its vendor is new, and what becomes of it', async () => {
    await choose('usual');
    expect(within(lineOf(2)).queryByText('new'), 'a vendor of the record').toBeNull();
    expect(lineOf(2)).toHaveTextContent('A new dispute');
    expect(lineOf(3)).toHaveTextContent('The same dispute as line 2');
    expect(within(lineOf(4)).getByText('new')).toBeVisible();
    expect(within(lineOf(5)).queryByText('new'), 'once, where it is named first').toBeNull();
    expect(lineOf(11)).toHaveTextContent('It only sums up the others');
    expect(within(lineOf(11)).queryByRole('checkbox'), 'nothing to choose').toBeNull();
  });

  it('says on the row what is the matter, and how to mend it', async () => {
    await choose('usual');
    expect(lineOf(8)).toHaveTextContent('Left out until mended');
    expect(screen.getByText('“about 60” is not understood as a sum.')).toBeVisible();
    expect(screen.getByText(/^Mend line 8 in your list/)).toBeVisible();
    expect(screen.getByText('It names no vendor.')).toBeVisible();
    expect(
      screen.getByText(/^“in the queue” is not understood/),
      'odd, and no hindrance',
    ).toBeVisible();
    expect(lineOf(7)).toHaveTextContent('A new dispute');
  });

  it('becomes disputes with one button, says what was made, and is undone in one click', async () => {
    const before = backend.home.cases.length;
    const { user } = await choose('usual');
    await user.click(bring());
    await waitFor(() => expect(toasts.list).toHaveLength(1));
    expect(toasts.list[0]?.title).toBe(
      '5 disputes were begun: 6 sums asked for, 2 refunds to check, 3 new vendors, 1 new person. 3 rows were left out.',
    );
    expect(router.route.page, 'the way to the disputes').toBe('disputes');
    expect(backend.home.cases).toHaveLength(before + 5);
    expect(sent[0]).toMatchObject({ leaveOut: [], leadName: null });
    expect(bringing.taking, 'it lies on the desk no more').toBeNull();
    toasts.list[0]?.button?.run();
    await waitFor(() => expect(backend.home.cases).toHaveLength(before));
    await expect.poll(() => toasts.list.map((toast) => toast.title)).toEqual(['Undone.']);
  });

  it('leaves out the rows that the person leaves out', async () => {
    const { user } = await choose('usual');
    await user.click(within(lineOf(2)).getByRole('checkbox'));
    expect(lineOf(2)).toHaveTextContent('Left out');
    expect(lineOf(3), 'the next begins its dispute').toHaveTextContent('A new dispute');
    await user.click(within(lineOf(6)).getByRole('checkbox'));
    expect(screen.getByText(/2 rows are left out by you/)).toHaveTextContent(
      'This makes 4 disputes.',
    );
    await user.click(bring());
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.leaveOut).toEqual([2, 6]);
    expect(await backend.disputes({ search: 'Crossing', state: null })).toEqual([]);
  });

  it('cannot be brought in where every row is left out, and says so', async () => {
    const { user } = await choose('usual');
    const rows = screen.getAllByRole('checkbox', { name: /line \d/ });
    for (const box of rows) await user.click(box);
    expect(bring()).toBeDisabled();
    expect(bring()).toHaveAccessibleDescription('Every row is left out.');
  });

  it('is brought in with Ctrl+Enter, and its rows are walked with j and k', async () => {
    render(Window, { props: { backend } });
    const user = userEvent.setup({ delay: null });
    await user.click(await screen.findByRole('button', { name: 'Choose the file' }));
    await screen.findByRole('table');
    const title = screen.getByRole('heading', { level: 1 });
    await waitFor(() => expect(title, 'the button is gone').toHaveFocus());
    await user.keyboard('jj');
    expect(screen.getByRole('checkbox', { name: /line 3, Lumen Fiber/ })).toHaveFocus();
    await user.keyboard(' ');
    expect(screen.getByRole('checkbox', { name: /line 3/ })).not.toBeChecked();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(sent[0]?.leaveOut).toEqual([3]));
    const heading = await screen.findByRole('heading', { name: 'Disputes' });
    await waitFor(() => expect(heading).toHaveFocus());
  });

  it('has nothing to bring in a second time', async () => {
    const first = await choose('usual');
    await first.user.click(bring());
    await waitFor(() => expect(sent).toHaveLength(1));
    cleanup();
    await choose('usual');
    expect(screen.getByText(/6 rows are here already/)).toBeVisible();
    expect(lineOf(2)).toHaveTextContent('Here already: Router that never came');
    expect(bring()).toBeDisabled();
    expect(screen.getByText('Read as you said for such a list.')).toBeInTheDocument();
    expect(meaning('Vendor'), 'nothing is asked twice').not.toBeVisible();
  });

  it('is set against the record again when that changes', async () => {
    const { app, user } = await choose('usual');
    const first = await backend.openRefundList();
    expect(first, 'another list lies on the desk').not.toBeNull();
    await app.changed();
    await waitFor(() => expect(toasts.list[0]?.title).toBe('What is shown here is out of date.'));
    await user.click(await screen.findByRole('button', { name: 'Choose the file' }));
    expect(bringing.taking).not.toBeNull();
  });

  it('stays on the desk while another page is looked at, until it is put away', async () => {
    const first = await choose('usual');
    await first.user.click(within(lineOf(4)).getByRole('checkbox'));
    cleanup();
    await renderScreen(RefundsPage, {}, backend);
    expect(within(lineOf(4)).getByRole('checkbox'), 'as it was left').not.toBeChecked();
    const user = userEvent.setup({ delay: null });
    await user.click(button('More about this list'));
    await user.click(screen.getByRole('menuitem', { name: 'Put this list away' }));
    expect(await screen.findByRole('button', { name: 'Choose the file' })).toBeVisible();
    expect(sent).toEqual([]);
  });
});

describe('a list that has to be asked about', () => {
  it('cannot be brought in before its columns are said, and says which is missing', async () => {
    const { user } = await choose('unsure');
    expect(bring()).toBeDisabled();
    expect(bring()).toHaveAccessibleDescription(/Which column says who owes you the money/);
    expect(screen.queryByRole('table'), 'no row can be shown yet').toBeNull();
    expect(await accessibilityFaults()).toEqual([]);
    await user.selectOptions(meaning('Who'), 'Vendor');
    expect(await screen.findByRole('table')).toBeVisible();
    expect(bring()).toHaveAccessibleDescription('Please say first which day 03/04/2026 is.');
    await user.click(screen.getByLabelText('Friday, 3 April 2026'));
    await waitFor(() => expect(bring()).toBeEnabled());
    expect(lineOf(2)).toHaveTextContent('Fri 3 Apr');
    expect(screen.getByLabelText('Friday, 3 April 2026'), 'can still be changed').toBeChecked();
    await user.click(bring());
    await waitFor(() => expect(sent).toHaveLength(1));
  });

  it('has one column for each meaning but those that are joined', async () => {
    const { user } = await choose('unsure');
    await user.selectOptions(meaning('Who'), 'Vendor');
    await user.selectOptions(meaning('Thing'), 'Vendor');
    expect(meaning('Who')).toHaveDisplayValue('Leave out');
    await user.selectOptions(meaning('Thing'), 'Notes');
    expect(meaning('Remember'), 'remarks are joined').toHaveDisplayValue('Notes');
  });

  it('is read next time as was said', async () => {
    const first = await choose('unsure');
    await first.user.selectOptions(meaning('Who'), 'Vendor');
    await first.user.click(screen.getByLabelText('Friday, 3 April 2026'));
    await waitFor(() => expect(bring()).toBeEnabled());
    await first.user.click(bring());
    await waitFor(() => expect(sent).toHaveLength(1));
    cleanup();
    await choose('unsure');
    expect(screen.queryByText(/Which day is/), 'nobody is asked twice').toBeNull();
    expect(lineOf(2)).toHaveTextContent('Fri 3 Apr');
  });

  it('is read otherwise where that is said', async () => {
    const read = vi.spyOn(backend, 'readRefundList');
    const { user } = await choose('usual');
    await user.click(screen.getByText('Change how it is read'));
    await user.selectOptions(screen.getByLabelText('Between columns'), 'Comma');
    await user.click(screen.getByLabelText('Point: 1,234.56'));
    const currency = screen.getByLabelText('Currency where none is named');
    await user.clear(currency);
    await user.type(currency, 'chf');
    await user.tab();
    await waitFor(() => expect(read).toHaveBeenCalledTimes(3));
    expect(read.mock.calls[2]?.[1]).toMatchObject({
      delimiter: ',',
      decimalComma: false,
      currency: 'CHF',
      skip: 1,
    });
  });

  it('asks for the name of who brings it in where nobody is known', async () => {
    backend = new FakeBackend(false);
    const { user } = await choose('usual');
    expect(bring()).toHaveAccessibleDescription('Please write your name first.');
    await user.type(screen.getByLabelText('Your name'), 'Ana Whitfield');
    expect(bring()).toBeEnabled();
    await user.click(bring());
    await waitFor(() => expect(router.route.page).toBe('disputes'));
    expect(backend.home.members.map((member) => member.name)).toEqual(['Ana Whitfield']);
  });
});

describe('a file that is no list', () => {
  it('is said to be none, and another can be chosen', async () => {
    const { user } = await choose('broken');
    expect(screen.getByText('Holdfast cannot read this file. Nothing was saved.')).toBeVisible();
    expect(
      screen.getByText(/This looks like a spreadsheet in its program’s own form/),
    ).toBeVisible();
    expect(screen.queryByRole('table')).toBeNull();
    expect(await accessibilityFaults()).toEqual([]);
    const again = vi.spyOn(backend, 'openRefundList');
    await user.click(button('Choose another file'));
    expect(again).toHaveBeenCalledOnce();
  });
});

describe('a long list', () => {
  it('shows the first rows, says how many more there are, and counts them all', async () => {
    const [first] = (await backend.openRefundList())?.rows ?? [];
    if (!first) throw new Error('The list has rows.');
    const long = 'Überlandgesellschaft'.repeat(20);
    const rows = Array.from({ length: 200 }, (_, at) => ({
      ...first,
      line: at + 2,
      vendor: at === 0 ? long : at === 1 ? 'شركة النور' : first.vendor,
    }));
    await chooseRows(rows, 257);
    expect(screen.getByText(/^The first 200 rows are shown\. The other 57/)).toBeVisible();
    expect(bring()).toHaveAccessibleName('Bring in 257 rows');
    const name = screen.getByText('شركة النور');
    expect(name.tagName, 'in its own direction').toBe('BDI');
  });
});

describe('the ways to it', () => {
  it('lead there from the first start, the disputes, the settings and the search box', async () => {
    router.go({ page: 'today' });
    render(Window, { props: { backend: new FakeBackend(false) } });
    const user = userEvent.setup({ delay: null });
    await user.click(await screen.findByRole('link', { name: 'Bring it in' }));
    const title = 'Bring in your list of refunds';
    expect(await screen.findByRole('heading', { name: title })).toBeVisible();
    await user.keyboard('{Escape}');
    expect(router.route.page, 'back is the disputes').toBe('disputes');
    await user.click(await screen.findByRole('button', { name: 'Bring in a list of refunds' }));
    expect(router.route.page).toBe('refunds');
    router.go({ page: 'settings' });
    await user.click(await screen.findByRole('link', { name: 'Bring it in' }));
    await expect.poll(() => router.route.page).toBe('refunds');
    router.go({ page: 'disputes' });
    await user.click(await screen.findByRole('button', { name: 'More about disputes' }));
    await user.click(screen.getByRole('menuitem', { name: 'Bring in a list of refunds' }));
    expect(router.route.page).toBe('refunds');
    router.go({ page: 'disputes' });
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByLabelText('Search or do something'), 'list of ref{Enter}');
    expect(router.route.page).toBe('refunds');
  });
});
