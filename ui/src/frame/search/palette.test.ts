import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeBackend } from '$lib/backend/fake/backend';
import { recent } from '$lib/recent.svelte';
import { router } from '$lib/router.svelte';
import { accessibilityFaults, nothingInSight } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import Window from '../Window.svelte';

async function open() {
  const backend = new FakeBackend(true);
  render(Window, { props: { backend } });
  const user = userEvent.setup({ delay: null });
  await screen.findByRole('heading', { level: 1, name: 'Today' });
  await user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('combobox', { name: 'Search or do something' });
  return { backend, user };
}

const group = (name: string) => screen.findByRole('group', { name });

beforeEach(() => {
  nothingInSight();
  Element.prototype.scrollIntoView = vi.fn();
  recent.clear();
  router.go({ page: 'today' });
});
afterEach(() => {
  cleanup();
  toasts.clear();
});

describe('the search box', () => {
  it('shows what was found by sorts, with the words marked where they stand', async () => {
    const { backend, user } = await open();
    const text = backend.home.cases[0]?.events.flatMap((event) => event.facts)[0]?.text ?? '';
    const word = /\p{L}{5,}/u.exec(text)?.[0] ?? '';
    await user.paste(word);
    const facts = within(await group('What happened')).getAllByRole('option');
    const [mark] = facts.flatMap((one) => [...one.querySelectorAll('mark')]);
    expect(mark, 'the word stands in the fact').toHaveTextContent(new RegExp(`^${word}`, 'i'));
    expect(facts[0], 'and its day beside it, however long ago').toHaveTextContent(
      / · \p{L}+ \d+ \p{L}+/u,
    );
    expect(screen.getByText(/^\d+ found$/), 'how many is said to who cannot see').toBeDefined();
    expect(await accessibilityFaults(screen.getByRole('dialog'))).toEqual([]);
  });

  it('leads to the very event, and marks it on the page', async () => {
    const { backend, user } = await open();
    const one = backend.home.cases.find((each) => each.events.length > 1);
    const event = one?.events.find((each) => each.facts.length > 0);
    const [fact] = event?.facts ?? [];
    if (!one || !event || !fact) throw new Error('the invented household has facts');
    await user.paste(fact.text);
    await user.click(within(await group('What happened')).getAllByRole('option')[0] as HTMLElement);
    expect(router.route, 'its place is in the address').toEqual({
      page: 'dispute',
      id: one.dispute.id,
      at: { what: 'event', id: event.id },
    });
    const entry = () => document.querySelector(`[data-record="${event.id}"]`);
    await expect.poll(entry, { message: 'it is read, however far back' }).toBeTruthy();
    await expect.poll(() => document.activeElement === entry()).toBe(true);
    expect(entry(), 'for a moment').toHaveClass('spotted');
  });

  it('opens the section in which a claim stands', async () => {
    const { backend, user } = await open();
    const claim = backend.home.cases[0]?.claims[0]?.claim;
    await user.paste(claim?.reason ?? '');
    await user.click(within(await group('Money')).getAllByRole('option')[0] as HTMLElement);
    await expect
      .poll(() => document.querySelector(`[data-record="${claim?.id}"]`), { message: 'it stands' })
      .toHaveClass('spotted');
    expect(screen.getByRole('tab', { name: /Money/ })).toHaveAttribute('aria-selected', 'true');
  });

  it('opens a file where it is looked at, over the page that is shown', async () => {
    const { backend, user } = await open();
    const file = backend.home.cases.flatMap((one) => one.attachments)[0];
    if (!file) throw new Error('the invented household has files');
    await user.paste(file.name);
    await user.click(within(await group('Files')).getAllByRole('option')[0] as HTMLElement);
    expect(await screen.findByRole('dialog', { name: file.caption ?? file.name })).toBeVisible();
    expect(router.route, 'the page beneath stays').toEqual({ page: 'today' });
  });

  it('never offers first what takes something away', async () => {
    const { backend, user } = await open();
    const id = backend.home.cases[0]?.dispute.id ?? '';
    await user.keyboard('{Escape}');
    router.go({ page: 'dispute', id });
    await screen.findByRole('heading', { level: 1, name: backend.home.cases[0]?.dispute.title });
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('combobox', { name: 'Search or do something' });
    await user.paste('bin');
    const bin = await screen.findByRole('option', { name: 'Open the bin' });
    expect(bin, 'Enter opens it').toHaveAttribute('aria-selected', 'true');
    const all = screen.getAllByRole('option').map((one) => one.textContent);
    expect(all.at(-1), 'it is found all the same').toMatch(/Move this dispute to the bin/);
  });

  it('says in plain words that nothing was found, and offers what can be done', async () => {
    const { user } = await open();
    await user.paste('zzyzx');
    expect(await screen.findByText(/Nothing has this word/)).toBeVisible();
    await user.clear(screen.getByRole('combobox', { name: 'Search or do something' }));
    await user.paste('log a');
    expect(await screen.findByRole('option', { name: /Log a call/ })).toBeVisible();
  });

  it('shows more of one sort where more was found', async () => {
    const { backend, user } = await open();
    const [one] = backend.home.cases;
    const event = one?.events.find((each) => each.facts.length > 0);
    const [fact] = event?.facts ?? [];
    if (!one || !event || !fact) throw new Error('the invented household has facts');
    for (let n = 0; n < 9; n += 1) {
      const facts = [{ ...fact, id: `f${n}`, text: `The lighthouse, part ${n}` }];
      one.events.push({ ...event, id: `e${n}`, facts });
    }
    await user.paste('lighthouse');
    const few = within(await group('What happened')).getAllByRole('option');
    expect(few, 'five, and the way to the others').toHaveLength(6);
    await user.click(await screen.findByRole('option', { name: /More: what happened/ }));
    await expect
      .poll(() => screen.getAllByRole('option', { name: /lighthouse/ }).length, {
        message: 'all of them, and the box stays open',
      })
      .toBe(9);
  });

  it('shows where one was when nothing is typed yet', async () => {
    const { backend, user } = await open();
    const title = backend.home.cases[0]?.dispute.title ?? '';
    await user.paste(title);
    await user.click(within(await group('Disputes')).getAllByRole('option')[0] as HTMLElement);
    await screen.findByRole('heading', { level: 1, name: title });
    router.go({ page: 'today' });
    await screen.findByRole('heading', { level: 1, name: 'Today' });
    await user.keyboard('{Control>}k{/Control}');
    const before = within(await group('Where you were')).getAllByRole('option');
    expect(before[0], 'the page that was left').toHaveTextContent(title);
    expect(await accessibilityFaults(screen.getByRole('dialog'))).toEqual([]);
  });

  it('leads to what keeps the records, and the focus stands there', async () => {
    const { user } = await open();
    await user.keyboard('passphrase{Enter}');
    const card = await screen.findByRole('region', { name: 'Protection' });
    await expect.poll(() => document.activeElement).toBe(card);
    await user.keyboard('{Control>}k{/Control}backups{Enter}');
    const backups = await screen.findByRole('region', { name: 'Backups' });
    await expect.poll(() => document.activeElement).toBe(backups);
  });

  it('is closed with Esc, and nothing has changed', async () => {
    const { user } = await open();
    await user.paste('refund');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('combobox', { name: 'Search or do something' })).toBeNull();
    expect(router.route).toEqual({ page: 'today' });
  });
});

describe('in a dispute', () => {
  const DISPUTE = 'transfer';
  const box = () => screen.findByRole('combobox', { name: 'Search or do something' });
  const names = (options: HTMLElement[]) => options.map((one) => one.textContent?.trim());

  async function inDispute() {
    const backend = new FakeBackend();
    render(Window, { props: { backend } });
    const user = userEvent.setup({ delay: null });
    await screen.findByRole('heading', { level: 1, name: 'Today' });
    router.go({ page: 'dispute', id: DISPUTE });
    await screen.findByRole('tab', { name: /Timeline/ });
    await user.keyboard('{Control>}k{/Control}');
    await box();
    return { backend, user };
  }

  it('offers what can be done with this dispute first, and nothing twice', async () => {
    await inDispute();
    const all = within(screen.getByRole('listbox', { name: 'Found' })).getAllByRole('option');
    const own = within(await group('In this dispute')).getAllByRole('option');
    expect(all.slice(0, own.length), 'its own lines go before everything').toEqual(own);
    for (const name of [
      /^Log a call/,
      /^Write a letter/,
      /^Write down what happened/,
      /^Add evidence/,
      /^Print dossier/,
      /^Were we wronged\?/,
      /^Show the time limits/,
    ]) {
      const found = names(all).filter((one) => name.test(one ?? ''));
      expect(found, `${String(name)} stands once`).toHaveLength(1);
    }
    expect(own[0], 'Enter at once logs a call').toHaveAttribute('aria-selected', 'true');
    expect(await accessibilityFaults(screen.getByRole('dialog'))).toEqual([]);
  });

  it('has everything that the menus of its page have', async () => {
    const { user } = await inDispute();
    await user.keyboard('{Escape}');
    const menus: string[] = [];
    for (const menu of ['Add to the dispute', 'More on this dispute']) {
      await user.click(screen.getByRole('button', { name: menu }));
      menus.push(...screen.getAllByRole('menuitem').map((one) => one.textContent?.trim() ?? ''));
      await user.keyboard('{Escape}');
    }
    await user.keyboard('{Control>}k{/Control}');
    await box();
    await user.click(await screen.findByRole('option', { name: 'More: in this dispute' }));
    const own = names(within(await group('In this dispute')).getAllByRole('option'));
    expect(menus.length, 'both menus were read').toBeGreaterThan(12);
    for (const item of menus) {
      const named = item.replace('Move to bin', 'to the bin').replace('History…', 'history of');
      const word = named.toLowerCase();
      const found = own.filter((one) => one?.toLowerCase().includes(word));
      expect(found.length, `“${item}” of the menu is offered`).toBeGreaterThan(0);
    }
  });

  it('opens a form of the dispute, and the focus stands in it', async () => {
    const { user } = await inDispute();
    await user.keyboard('add a claim{Enter}');
    const sheet = await screen.findByRole('dialog', { name: /claim/i });
    await expect.poll(() => sheet.contains(document.activeElement)).toBe(true);
  });

  it('leads to the dossier, and to the time limits', async () => {
    const { user } = await inDispute();
    await user.keyboard('time lim');
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('tab', { name: /^Steps/ })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await expect
      .poll(() => document.querySelector('.spotted')?.textContent, { message: 'shown at once' })
      .toMatch(/Time limits/);
    await user.keyboard('{Control>}k{/Control}');
    await box();
    await user.keyboard('print{Enter}');
    await expect.poll(() => router.route).toEqual({ page: 'dossier', id: DISPUTE });
  });

  it('offers to close what is open and to reopen what is closed, and nothing of it elsewhere', async () => {
    const { backend, user } = await inDispute();
    await user.keyboard('close this');
    expect(await screen.findByRole('option', { name: 'Close this dispute' })).toBeVisible();
    await user.keyboard('{Escape}');
    const one = backend.home.cases.find((each) => each.dispute.id === DISPUTE);
    if (!one) throw new Error('the invented household has this dispute');
    one.dispute.closedOn = '2026-06-19';
    router.go({ page: 'today' });
    await screen.findByRole('heading', { level: 1, name: 'Today' });
    await user.keyboard('{Control>}k{/Control}');
    await box();
    expect(screen.queryByRole('group', { name: 'In this dispute' }), 'not on Today').toBeNull();
    await user.keyboard('{Escape}');
    router.go({ page: 'dispute', id: DISPUTE });
    await screen.findByRole('tab', { name: /Timeline/ });
    await user.keyboard('{Control>}k{/Control}');
    await box();
    await user.keyboard('reopen');
    expect(await screen.findByRole('option', { name: 'Reopen this dispute' })).toBeVisible();
  });
});
