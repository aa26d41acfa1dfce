import { cleanup, configure, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MatchAnswer, StatementLineView } from '$lib/backend';
import { FakeBackend } from '$lib/backend/fake/backend';
import { moneyEntry } from '$lib/entries';
import { accessibilityFaults, renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import StatementPage from '../StatementPage.svelte';
import { blank, blankPart, chosen, lacks, restOf, targetsOf, unsaid } from './by-hand';

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });
let backend: FakeBackend;
let sent: MatchAnswer[];

beforeEach(() => {
  backend = new FakeBackend();
  sent = [];
  const confirm = backend.confirmMatch;
  backend.confirmMatch = (answer) => {
    sent.push(answer);
    return confirm(answer);
  };
});
afterEach(() => {
  cleanup();
  toasts.clear();
});

async function statement(id: string) {
  await renderScreen(StatementPage, { id }, backend);
  await screen.findByRole('heading', { name: /All lines/ });
  return userEvent.setup({ delay: null });
}
const rows = () => screen.getAllByRole('button', { name: /^This is for…/ });

describe('the lines of a statement', () => {
  it('are shown page by page', async () => {
    const user = await statement('st-spring');
    await waitFor(() => expect(rows()).toHaveLength(100));
    await user.click(screen.getByRole('button', { name: 'Show more lines' }));
    await waitFor(() => expect(rows()).toHaveLength(121));
    expect(screen.queryByRole('button', { name: 'Show more lines' }), 'the end').toBeNull();
  });

  it('are searched by every word', async () => {
    const user = await statement('st-spring');
    const box = screen.getByLabelText('Search the lines');
    await user.type(box, 'rent alder');
    await waitFor(() => expect(rows()).toHaveLength(5));
    await user.clear(box);
    await user.type(box, 'zeppelin');
    expect(await screen.findByText('No line holds these words.')).toBeVisible();
  });
});

describe('saying by hand what a line is for', () => {
  async function say(line: RegExp) {
    const user = await statement('st-june');
    const [button] = await screen.findAllByRole('button', { name: line });
    if (!button) throw new Error('The line is there.');
    await user.click(button);
    const dialog = within(await screen.findByRole('dialog', { name: 'What is this line for?' }));
    await dialog.findByLabelText('Which dispute?');
    return { user, dialog };
  }

  it('picks the dispute and what in it, and writes it', async () => {
    const { user, dialog } = await say(/^This is for…: Pinehill/);
    expect(dialog.queryByText('What was it?'), 'money that comes in pays').toBeNull();
    expect(await accessibilityFaults()).toEqual([]);
    await user.type(dialog.getByLabelText('Which dispute?'), 'sent back by risk{ArrowDown}{Enter}');
    const what = dialog.getByLabelText('For what in it?');
    await waitFor(() => expect(within(what).getAllByRole('option').length).toBeGreaterThan(1));
    const owed = within(what).getByRole('option', { name: /^Transfer of .* 340\.00.USD owed$/ });
    await user.selectOptions(what, owed);
    expect(dialog.getByLabelText('How much of the line'), 'no more than is owed').toHaveValue(
      '340.00',
    );
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      kind: 'pays',
      parts: [{ dispute: 'transfer', claim: 'c1', amount: { amount: '340.00', currency: 'USD' } }],
    });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(toasts.list[0]?.title).toBe('Noted as paid.');
  });

  it('asks what money that went out was, and splits a line over several', async () => {
    const { user, dialog } = await say(/^This is for…: Green Basket/);
    await user.click(dialog.getByLabelText('Charged again'));
    await user.type(dialog.getByLabelText('Which dispute?'), 'twice billed{ArrowDown}{Enter}');
    const what = dialog.getByLabelText('For what in it?');
    await waitFor(() => expect(what, 'the only sum there').not.toHaveValue(''));
    const sum = dialog.getByLabelText('How much of the line');
    await user.clear(sum);
    await user.type(sum, '30');
    expect(await dialog.findByText(/18\.17.USD of it is for nothing yet/)).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Split it: add another' }));
    const [, second] = dialog.getAllByLabelText('How much of the line');
    expect(second, 'the rest').toHaveValue('18.17');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await dialog.findByText(/Please choose the dispute/)).toBeVisible();
    expect(sent, 'nothing is sent').toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Leave part 2 out' }));
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      kind: 'charged_again',
      parts: [{ dispute: 'fiber', claim: 'f-c1', remedy: 'f-r1', amount: { amount: '30.00' } }],
    });
  });

  it('keeps what was typed when it is left with Esc', async () => {
    const { user, dialog } = await say(/^This is for…: Pinehill/);
    await user.type(dialog.getByLabelText('Which dispute?'), 'suitc');
    await user.keyboard('{Escape}{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const [button] = await screen.findAllByRole('button', { name: /^This is for…: Pinehill/ });
    if (!button) throw new Error('The line is there.');
    await user.click(button);
    expect(await screen.findByLabelText('Which dispute?')).toHaveValue('suitc');
  });
});

describe('what a line can be for', () => {
  const line = (amount: string): StatementLineView => ({
    id: 's:1',
    on: '2026-06-12',
    amount: { amount, currency: 'USD' },
    party: 'HRBR FDS',
    text: 'ACH',
    reference: null,
    matched: [],
  });
  const view = () => backend.dispute('transfer');

  it('begins with what is owed for money that came, and with what was settled for what went', async () => {
    const first = async (amount: string, kind: 'pays' | 'takes_back') =>
      targetsOf(await view(), line(amount), kind).map((one) => one.value);
    expect(await first('340.00', 'pays')).toEqual(['claim:c1', 'claim:c2']);
    expect(await first('-35.00', 'takes_back')).toEqual(['claim:c2', 'claim:c1']);
  });

  it('needs no claim where something was charged: that makes one', async () => {
    const targets = targetsOf(await view(), line('-35.00'), 'charged_after_end');
    expect(targets.map((one) => one.value)).toContain('remedy:r1');
  });

  it('is only what was not said of the line before', () => {
    const part = {
      kind: 'pays' as const,
      dispute: { id: 'd', name: 'D' },
      vendor: null,
      what: 'A claim',
      amount: { amount: '300.00', currency: 'USD' },
      action: 'a',
    };
    const half = { ...line('340.00'), matched: [part] };
    expect(unsaid(half).amount).toBe('40.00');
    expect(blank(half).parts[0]?.amount.money?.amount, 'proposed for the next').toBe('40.00');
  });

  it('offers no claim of another currency', async () => {
    const euros = { ...line('340.00'), amount: { amount: '340.00', currency: 'EUR' } };
    expect(targetsOf(await view(), euros, 'pays')).toEqual([]);
  });

  it('takes no more than is owed, and leaves what was typed less', async () => {
    const [target] = targetsOf(await view(), line('500.00'), 'pays');
    const [part] = blank(line('500.00')).parts;
    if (!part) throw new Error('It begins with one part.');
    expect(chosen(part, target, 'pays').amount.money?.amount).toBe('340.00');
    const less = { ...part, amount: moneyEntry({ amount: '40.00', currency: 'USD' }, 'USD') };
    expect(chosen(less, target, 'pays').amount.money?.amount).toBe('40.00');
  });

  it('is no more than the line holds', () => {
    const of = line('-100.00');
    const [part] = blank(of).parts;
    if (!part) throw new Error('It begins with one part.');
    const full = { ...part, dispute: { id: 'd', name: 'D' }, target: 'claim:c' };
    const parts = [
      full,
      { ...full, amount: moneyEntry({ amount: '0.50', currency: 'USD' }, 'USD') },
    ];
    expect(restOf(of, parts).amount).toBe('-0.50');
    expect(lacks(of, { kind: 'takes_back', parts, learnName: true })).toMatch(
      /^That is 0\.50.USD more/,
    );
    expect(lacks(of, { kind: 'takes_back', parts: [full], learnName: true })).toBe('');
    expect(blankPart(of, [full]).amount.money, 'nothing is left for another').toBeNull();
  });
});
