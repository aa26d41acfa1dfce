import { cleanup, configure, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeBackend } from '$lib/backend/fake/backend';
import { router } from '$lib/router.svelte';
import { accessibilityFaults, renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import WrongedPage from '$screens/wronged/WrongedPage.svelte';
import { routeOf } from '../../frame/search/hits';
import DisputePage from './DisputePage.svelte';

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 180_000 });
const user = userEvent.setup({ delay: null });
const DISPUTE = 'transfer';
const LONG = `Whether the fee was agreed: ${'Überweisungsgebührenvereinbarung '.repeat(6)}هل اتفق على الرسوم؟`;
const HEADING = 'What is in question';
let backend: FakeBackend;

beforeEach(() => {
  backend = new FakeBackend();
  router.go({ page: 'dispute', id: DISPUTE });
});
afterEach(() => {
  cleanup();
  toasts.clear();
});

const issues = async () => (await backend.issues(DISPUTE)).issues;
const section = async () =>
  (await screen.findByRole('heading', { name: HEADING })).closest('section') as HTMLElement;
const sheet = () => within(screen.getByRole('dialog'));
const press = async (name: string | RegExp) =>
  user.click(await screen.findByRole('button', { name }));

async function open() {
  await renderScreen(DisputePage, { id: DISPUTE }, backend);
  await user.click(await screen.findByRole('tab', { name: 'About' }));
  await section();
}

async function dispute(text: string) {
  const one = backend.home.cases.find((each) => each.dispute.id === DISPUTE);
  const [fact] = one?.events[0]?.facts ?? [];
  if (!fact) throw new Error('There is a fact to dispute.');
  fact.status = 'disputed';
  fact.text = text;
  return fact.id;
}

describe('what is in question', () => {
  it('says why it helps while there is nothing, and is put down by keys alone', async () => {
    await open();
    expect(screen.getByText(/whoever decides the matter sees at once/)).toBeVisible();
    expect(await accessibilityFaults(), 'the empty section').toEqual([]);
    const start = within(await section()).getByRole('button', {
      name: 'Put something in question',
    });
    start.focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(sheet().getByLabelText('What is in question')).toHaveFocus());
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await sheet().findByText('What is in question?'), 'a question is wanted').toBeVisible();
    expect(await accessibilityFaults(), 'the form').toEqual([]);
    await user.paste(LONG);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await within(await section()).findByText(LONG), 'long, in two scripts').toBeVisible();
    expect(within(await section()).getByText('No reply is recorded.')).toBeVisible();
  });

  it('keeps the term, the facts and the reply, and shows where each stands', async () => {
    await open();
    await press('Put something in question');
    const type = async (label: string | RegExp, text: string) => {
      (await sheet().findByLabelText(label)).focus();
      await user.paste(text);
    };
    await type('What is in question', 'Was the transfer stopped in time?');
    await type(/^The term or rule/, 'Transfers can be stopped until noon');
    await type(/^Where it stands/, 'terms, clause 7');
    const { citable } = await backend.evidenceOptions(DISPUTE);
    const facts = citable.filter(({ of }) => of.kind === 'fact').slice(0, 2);
    for (const { words } of facts) {
      const field = sheet().getByRole('combobox', { name: /^(A fact|Another fact)/ });
      field.focus();
      await user.paste(words.slice(0, 24));
      await user.keyboard('{ArrowDown}{Enter}');
    }
    const [first] = facts;
    if (!first) throw new Error('There are facts to choose from.');
    await user.click(sheet().getByRole('button', { name: `Take out “${first.words}”` }));
    await type(/^What they replied/, 'It had gone out already.');
    await type(/^They replied on/, '2026-06-10');
    await user.selectOptions(sheet().getByLabelText('What it comes to'), 'They did not agree');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const [kept] = await issues();
    expect(kept?.issue, 'what was typed is what is kept').toMatchObject({
      term: 'Transfers can be stopped until noon',
      source: 'terms, clause 7',
      facts: [facts[1]?.of.id],
      reply: 'It had gone out already.',
      repliedOn: '2026-06-10',
      answer: 'refused',
    });
    const shown = within(await section());
    expect(await shown.findByText('They did not agree')).toBeVisible();
    expect(shown.getByText('It had gone out already.')).toBeVisible();
    const link = shown.getByRole('link', { name: facts[1]?.words ?? '' });
    expect(link.getAttribute('href'), 'a fact leads to its event').toContain('/event/');
    expect(await accessibilityFaults(), 'the section with an issue').toEqual([]);
  });

  it('takes a disputed fact in two clicks, an answer in one, and gives both back', async () => {
    const text = 'The bank did not stop the transfer in time.';
    const fact = await dispute(text);
    await open();
    expect(await accessibilityFaults(), 'what may be put down').toEqual([]);
    await press(`Put in question: ${text}`);
    await waitFor(() => expect(sheet().getByLabelText('What is in question')).toHaveValue(text));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect((await issues())[0]?.issue.facts, 'it rests on the fact').toEqual([fact]);
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: /^Put in question/ })).toBeNull(),
    );
    await press('They agreed');
    await waitFor(async () => expect((await issues())[0]?.standing).toBe('conceded'));
    expect((await issues())[0]?.issue.repliedOn, 'on that day').toBe('2026-06-20');
    toasts.list.find((toast) => toast.button?.label === 'Undo')?.button?.run();
    await waitFor(async () => expect((await issues())[0]?.standing).toBe('open'));
    await press(`More on “${text}”`);
    await user.click(await screen.findByRole('menuitem', { name: 'Remove' }));
    await waitFor(async () => expect(await issues()).toEqual([]));
    await screen.findByRole('button', { name: `Put in question: ${text}` });
  });
});

describe('a finding of “Were we wronged?”', () => {
  it('is put in question with its rule and its place filled in, once', async () => {
    const WORDS = /May this be an error that the bank has to look into/;
    router.go({ page: 'wronged', id: DISPUTE });
    await renderScreen(WrongedPage, { dispute: DISPUTE }, backend);
    await press('A payment came back');
    await press('A bank made a mistake');
    const offered = () => screen.queryAllByRole('button', { name: 'Put in question' });
    await waitFor(() => expect(offered(), 'only where a rule is named').toHaveLength(1));
    await user.click(await screen.findByRole('button', { name: 'Put in question' }));
    expect(await sheet().findByLabelText(/^The term or rule/)).toHaveValue('12 CFR 1005.11');
    const where = sheet().getByLabelText(/^Where it stands/);
    expect(where, 'the place and the day').toHaveDisplayValue(/United States.*looked at on/);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const [kept] = await issues();
    expect(kept?.issue.question).toMatch(WORDS);
    expect(kept?.vendor?.name, 'with whom it is').toBe('Northbank Trust');
    expect(await screen.findByText('It is put in question, in the record.')).toBeVisible();
    expect(offered(), 'it is not offered again').toHaveLength(0);
    toasts.list.find((toast) => toast.button?.label === 'Undo')?.button?.run();
    await waitFor(() => expect(offered(), 'until that is undone').toHaveLength(1));
  });
});

describe('what search finds', () => {
  it('is an issue by its words, and leads to its place', async () => {
    const question = 'Was the surcharge ever mentioned?';
    const issue = {
      id: null,
      vendor: null,
      question,
      term: 'Prices are shown whole',
      source: null,
      facts: [],
      reply: null,
      repliedOn: null,
      repliedAt: null,
      answer: null,
    };
    await backend.saveIssue(DISPUTE, issue, null);
    const query = { words: 'prices whole', kinds: [], limit: 5, locale: 'en-US' };
    const hit = (await backend.search(query)).flatMap(({ hits }) => hits)[0];
    if (!hit) throw new Error('It is found by its term.');
    const route = routeOf(hit);
    expect(route).toEqual({ page: 'dispute', id: DISPUTE, at: { what: 'issue', id: hit.id } });
    if (route) router.go(route);
    await renderScreen(DisputePage, { id: DISPUTE }, backend);
    const item = (await screen.findByText(question)).closest('[data-record]');
    await waitFor(() => expect(item, 'it has the focus').toHaveFocus());
  });
});
