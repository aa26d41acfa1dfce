import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MatchAnswer, MatchKind } from '$lib/backend';
import { FakeBackend } from '$lib/backend/fake/backend';
import { router } from '$lib/router.svelte';
import { accessibilityFaults, renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import Window from '../../frame/Window.svelte';
import StatementPage from './StatementPage.svelte';
import StatementsPage from './StatementsPage.svelte';
import { YES } from './said/sentences';

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
  router.go({ page: 'statements' });
});
afterEach(() => {
  cleanup();
  toasts.clear();
});

const user = () => userEvent.setup({ delay: null });

async function statement(id: string) {
  await renderScreen(StatementPage, { id }, backend);
  await screen.findByRole('heading', { name: /All lines/ });
}

/** A proposal by the beginning of its sentence. */
async function proposal(sentence: RegExp) {
  const heading = await screen.findByRole('heading', { name: sentence });
  const article = heading.closest('article');
  if (!article) throw new Error('A proposal stands in an article.');
  return within(article);
}

const claimOf = (dispute: string, claim: string) => {
  const found = backend.home.cases
    .find((one) => one.dispute.id === dispute)
    ?.claims.find((one) => one.claim.id === claim);
  if (!found) throw new Error('The invented household has this claim.');
  return found;
};
const lastMovement = (dispute: string, claim: string) => claimOf(dispute, claim).movements.at(-1);

describe('the bank statements', () => {
  it('say in an empty place what they are for, with the one button that starts it', async () => {
    backend = new FakeBackend(false);
    await renderScreen(StatementsPage, {}, backend);
    expect(
      await screen.findByText(/to see whether a refund came and whether it stayed/),
    ).toBeVisible();
    expect(screen.getAllByRole('button', { name: 'Import a bank statement' })).toHaveLength(1);
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('show what waits over all of them, then the accounts, the latest statement first', async () => {
    await renderScreen(StatementsPage, {}, backend);
    const { proposals } = await backend.statements();
    await screen.findByRole('heading', { name: 'Everyday account' });
    expect(screen.getAllByRole('article')).toHaveLength(proposals.length);
    const links = screen.getAllByRole('link', { name: /northbank-/ });
    expect(links.map((link) => /northbank-\w+/.exec(link.textContent ?? '')?.[0])).toEqual([
      'northbank-june',
      'northbank-spring',
      'northbank-2025',
    ]);
    expect(links[0]).toHaveTextContent('5 lines to answer');
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('let an account be called otherwise', async () => {
    await renderScreen(StatementsPage, {}, backend);
    const keys = user();
    await keys.click(
      await screen.findByRole('button', { name: 'Edit the account Everyday account' }),
    );
    const name = await screen.findByLabelText('What you call it');
    await keys.clear(name);
    await keys.type(name, 'Joint account{Enter}');
    expect(await screen.findByRole('heading', { name: 'Joint account' })).toBeVisible();
  });
});

describe('what a statement says about the disputes', () => {
  it('holds no fault for screen readers', async () => {
    await statement('st-june');
    await proposal(/^Harbor Funds paid/);
    expect(await accessibilityFaults()).toEqual([]);
  });

  const cases: [MatchKind, string, RegExp, string, string, string][] = [
    ['pays', 'st-june', /^Harbor Funds paid/, 'transfer', 'c1', 'received'],
    ['takes_back', 'st-june', /^Lumen Fiber took back/, 'fiber', 'f-c1', 'reversed'],
    ['charged_again', 'st-june', /^Northbank Trust charged/, 'transfer', 'c2', 'reversed'],
  ];
  it.each(cases)(
    'is answered for %s in one click, which writes the movement and can be undone',
    async (kind, id, sentence, dispute, claim, movement) => {
      await statement(id);
      const before = claimOf(dispute, claim).movements.length;
      const one = await proposal(sentence);
      await user().click(one.getByRole('button', { name: YES[kind] }));
      await waitFor(() => expect(lastMovement(dispute, claim)?.kind).toBe(movement));
      expect(sent[0]).toMatchObject({ kind, parts: [{ dispute, claim }] });
      await waitFor(() => expect(screen.queryByRole('heading', { name: sentence })).toBeNull());
      expect(screen.getByRole('heading', { name: /What you said of it/ })).toBeVisible();
      toasts.list[0]?.button?.run();
      await waitFor(() => expect(claimOf(dispute, claim).movements).toHaveLength(before));
      await proposal(sentence);
    },
  );

  it('says what follows where something was taken back, and writes the letter', async () => {
    await statement('st-june');
    const one = await proposal(/^Lumen Fiber took back/);
    const keys = user();
    await keys.click(one.getByRole('button', { name: 'Yes, it was taken back' }));
    const follows = within(await screen.findByRole('region', { name: 'What follows' }));
    expect(follows.getByText(/no longer holds/)).toHaveTextContent(/129\.80.USD is owed again/);
    await keys.click(follows.getByRole('button', { name: 'Write the letter' }));
    await expect.poll(() => router.route.page).toBe('letter');
    expect(backend.home.letters[0]?.letter).toMatchObject({
      dispute: 'fiber',
      kind: 'follow_up',
      toVendor: 'lumen',
      toContact: 'wei',
    });
  });

  it('no longer says what follows once the answer was undone', async () => {
    await statement('st-june');
    const one = await proposal(/^Lumen Fiber took back/);
    await user().click(one.getByRole('button', { name: 'Yes, it was taken back' }));
    await screen.findByRole('region', { name: 'What follows' });
    toasts.list[0]?.button?.run();
    await waitFor(() => expect(screen.queryByRole('region', { name: 'What follows' })).toBeNull());
  });

  it('takes back what was said of a line, also when its toast is long gone', async () => {
    await statement('st-june');
    const before = claimOf('transfer', 'c1').movements.length;
    const one = await proposal(/^Harbor Funds paid/);
    const keys = user();
    await keys.click(one.getByRole('button', { name: YES.pays }));
    toasts.clear();
    const [back] = await screen.findAllByRole('button', { name: /^Take back what was said of it/ });
    if (back) await keys.click(back);
    await waitFor(() => expect(claimOf('transfer', 'c1').movements).toHaveLength(before));
    await proposal(/^Harbor Funds paid/);
  });

  it('knows what was charged after its end, which moves no claim', async () => {
    await statement('st-june');
    const one = await proposal(/^Lumen Fiber charged 64\.90/);
    await user().click(one.getByRole('button', { name: YES.charged_after_end }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.parts[0]).toMatchObject({ claim: null, remedy: 'f-r1', check: 'f-k1' });
    const follows = within(await screen.findByRole('region', { name: 'What follows' }));
    expect(follows.getByText(/no longer holds/)).toHaveTextContent(/64\.90.USD is owed now/);
  });

  it('opens a dispute again that was closed', async () => {
    await statement('st-euro');
    const one = await proposal(/^Stadtwärme Lindau took back/);
    await user().click(one.getByRole('button', { name: 'Yes, it was taken back' }));
    await expect
      .poll(
        () => backend.home.cases.find((each) => each.dispute.id === 'heating')?.dispute.closedOn,
      )
      .toBeNull();
    expect(toasts.list[0]?.title).toContain('“Estimated heating bill” is open again.');
    const follows = within(await screen.findByRole('region', { name: 'What follows' }));
    expect(follows.getByText(/is owed again/)).toHaveTextContent(
      /^260\.00.EUR is owed again for “Billed too much”, and “Estimated heating bill” is open again\./,
    );
  });

  it('pays several claims with one credit, each with its part', async () => {
    await statement('st-june');
    const one = await proposal(/paid 279\.00/);
    await user().click(one.getByRole('button', { name: 'Yes, that is it' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.parts.map((part) => [part.claim, part.amount.amount])).toEqual([
      ['b-c1', '219.00'],
      ['b-c3', '60.00'],
    ]);
  });

  it('knows of two credits that they settle one claim together', async () => {
    await statement('st-euro');
    const halves = await screen.findAllByText(
      /^Together with 620\.25.EUR of .* it settles the sum/,
    );
    expect(halves).toHaveLength(2);
    const one = await proposal(/paid 620\.25.EUR on Fri 12 Jun/);
    const keys = user();
    await keys.click(one.getByRole('button', { name: 'Yes, that is it' }));
    const other = await proposal(/paid 620\.25.EUR on Mon 15 Jun/);
    await waitFor(() => expect(other.getByText(/It settles/), 'the rest').toBeVisible());
  });

  it('remembers a name of the vendor unless that is taken off', async () => {
    await statement('st-june');
    const one = await proposal(/^Harbor Funds paid/);
    expect(one.getByLabelText('Remember this name for Harbor Funds')).toBeChecked();
    const lumen = await proposal(/^Lumen Fiber took back/);
    expect(lumen.queryByLabelText(/^Remember/), 'a name that is known').toBeNull();
    await user().click(one.getByLabelText(/^Remember/));
    await user().click(one.getByRole('button', { name: 'Yes, that is it' }));
    await waitFor(() => expect(sent[0]?.learnName).toBe(false));
    const harbor = backend.home.vendors.find((vendor) => vendor.id === 'harbor');
    expect(harbor?.knownAs).toEqual([]);
  });

  it('is not asked again what was said to be something else', async () => {
    await statement('st-june');
    const one = await proposal(/^Northbank Trust charged/);
    await user().click(one.getByRole('button', { name: 'Not this one' }));
    await waitFor(() =>
      expect(screen.queryByRole('heading', { name: /^Northbank Trust charged/ })).toBeNull(),
    );
    expect(toasts.list[0]?.title).toBe('Noted: it is not this one.');
    expect(sent, 'nothing is written').toEqual([]);
    toasts.list[0]?.button?.run();
    await proposal(/^Northbank Trust charged/);
  });

  it('says why on demand', async () => {
    await statement('st-june');
    const one = await proposal(/^Northbank Trust charged/);
    expect(one.queryByText('It is the same sum that was waived.')).toBeNull();
    await user().click(one.getByRole('button', { name: 'Why?' }));
    expect(one.getByText('It is the same sum that was waived.')).toBeVisible();
  });

  it('says what was expected and is not there, and follows it up', async () => {
    await statement('st-spring');
    expect(screen.getByText(/Its lines seem to have nothing to do/)).toBeVisible();
    await user().click(screen.getByRole('button', { name: /^Follow up with Harbor Funds/ }));
    await expect.poll(() => router.route.page).toBe('letter');
    expect(backend.home.letters[0]?.letter).toMatchObject({
      dispute: 'transfer',
      kind: 'follow_up',
      toVendor: 'harbor',
    });
  });

  it('stays where something was said of its lines, as the evidence of that', async () => {
    await statement('st-june');
    const keys = user();
    const one = await proposal(/^Harbor Funds paid/);
    await keys.click(one.getByRole('button', { name: 'Yes, that is it' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    await keys.click(screen.getByRole('button', { name: 'More about this statement' }));
    await keys.click(await screen.findByRole('menuitem', { name: 'Remove this statement' }));
    await waitFor(() => expect(toasts.list.at(-1)?.body).toContain('it is the evidence of that'));
    expect(await backend.bin()).toEqual([]);
  });

  it('is removed into the bin, and its board shown', async () => {
    await statement('st-spring');
    const keys = user();
    await keys.click(screen.getByRole('button', { name: 'More about this statement' }));
    await keys.click(await screen.findByRole('menuitem', { name: 'Remove this statement' }));
    await expect.poll(() => router.route.page).toBe('statements');
    expect((await backend.bin())[0]).toMatchObject({ kind: 'statement', id: 'st-spring' });
  });
});

describe('the keys', () => {
  it('go from line to line, answer with Enter, and lead up with Esc', async () => {
    router.go({ page: 'statement', id: 'st-june' });
    render(Window, { props: { backend } });
    await proposal(/^Lumen Fiber took back/);
    const keys = user();
    await keys.keyboard('jj');
    const one = await proposal(/^Northbank Trust charged/);
    expect(one.getByRole('button', { name: YES.charged_again })).toHaveFocus();
    await keys.keyboard('{Enter}');
    await waitFor(() => expect(sent[0]?.kind).toBe('charged_again'));
    await keys.keyboard('{Escape}');
    expect(router.route.page).toBe('statements');
    await keys.keyboard('{Escape}');
    expect(router.route.page, 'from which one came').toBe('remedies');
    expect(await screen.findByText(/lines of your bank statements wait for a word/)).toBeVisible();
    await keys.click(screen.getByRole('button', { name: 'Bank statements' }));
    expect(router.route.page).toBe('statements');
  });

  it('import a statement from the palette, over whatever page is shown', async () => {
    router.go({ page: 'today' });
    render(Window, { props: { backend } });
    const keys = user();
    await screen.findByRole('heading', { level: 1 });
    await keys.keyboard('{Control>}k{/Control}');
    await keys.type(await screen.findByLabelText('Search or do something'), 'import a bank{Enter}');
    expect(await screen.findByRole('dialog', { name: 'Take in a bank statement' })).toBeVisible();
    await keys.keyboard('{Escape}');
    expect(screen.queryByRole('dialog'), 'nothing was saved').toBeNull();
    expect(backend.home.bank.statements).toHaveLength(4);
  });

  it('change nothing where no file was chosen', async () => {
    backend.file = null;
    render(Window, { props: { backend } });
    const keys = user();
    await keys.click(await screen.findByRole('button', { name: 'Import a bank statement' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
