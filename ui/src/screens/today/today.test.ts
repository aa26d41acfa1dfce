import { cleanup, configure, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AgendaItem, AgendaRow, DueItem, Later, Today } from '$lib/backend';
import { FakeBackend } from '$lib/backend/fake/backend';
import { RULES } from '$lib/backend/fake/clocks';
import { accessibilityFaults, renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import { saidOf } from '../dispute/clocks';
import { hint, moreText, untilText, whenText } from './agenda';
import TodayPage from './TodayPage.svelte';

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 40_000 });
const user = userEvent.setup({ delay: null });
const TODAY = '2026-06-20';
let backend: FakeBackend;

beforeEach(() => (backend = new FakeBackend()));
afterEach(() => {
  cleanup();
  toasts.clear();
});

const due: DueItem = {
  kind: 'promise',
  id: 'p1',
  remedy: null,
  on: '2026-06-12',
  at: null,
  overdue: true,
  what: 'The refund is sent',
  dispute: { id: 'transfer', name: 'Transfers sent back' },
  person: null,
  vendor: { id: 'northbank', name: 'Northbank Trust' },
  channel: null,
};

const item = (more: Partial<AgendaItem>, of: Partial<DueItem> = {}): AgendaItem => ({
  due: { ...due, ...of },
  byCadence: false,
  inTouch: null,
  followedUp: null,
  putOff: null,
  letter: null,
  remedy: null,
  ...more,
});

/** Opens Today with nothing on the agenda but what is given. */
async function open(more: Partial<Today>) {
  const shown = await backend.today();
  const empty = { overdue: [], today: [], week: [], putOff: [], toThank: [] };
  backend.today = async () => ({ ...shown, ...empty, ...more });
  const view = await renderScreen(TodayPage, {}, backend);
  await screen.findByText('Owed to you');
  return view;
}

const row = (lead: AgendaItem, rest: AgendaItem[] = [], followed: AgendaItem[] = []) => ({
  dispute: lead.due.dispute,
  lead,
  rest,
  followed,
});

describe('words', () => {
  it.each([
    [item({}), { said: '8 days overdue', day: '2026-06-12' }, 'overdue'],
    [
      item({}, { on: TODAY, overdue: false, at: '15:00' }),
      { said: 'Today, 15:00', day: null },
      'now',
    ],
    [item({ byCadence: true }, { overdue: false }), { said: 'Due', day: null }, 'no day was named'],
    [item({}, { on: '2026-06-24', overdue: false }), { said: 'Wed 24 Jun', day: null }, 'to come'],
  ])('say when %#', (of, wanted, why) => {
    expect(whenText(of, TODAY), why).toEqual(wanted);
  });

  it.each([
    [item({}), ''],
    [item({ byCadence: true }), 'No day was named; it is time to ask.'],
    [item({ byCadence: true }, { kind: 'quiet' }), 'Is there something to ask, or to close?'],
    [item({ inTouch: '2026-06-18' }), 'They were in touch on Thu 18 Jun. Did it come?'],
    [
      item({ inTouch: '2026-06-18' }, { kind: 'next_step' }),
      'They were in touch on Thu 18 Jun. Is it still needed?',
    ],
    [item({ followedUp: '2026-06-15' }), 'Followed up on Mon 15 Jun; it waits with the rest.'],
  ])('say what else is to be known %#', (of, wanted) => {
    expect(hint(of, TODAY)).toBe(wanted);
  });

  it('say how much is folded, and when it comes back', () => {
    expect(moreText(row(item({}), [item({})], [item({})]))).toBe('1 more, 1 followed up');
    const putOff = { id: 's', until: '2026-06-29', orAnswer: false };
    expect(untilText(item({ putOff }), TODAY)).toBe('Back on Mon 29 Jun');
    expect(untilText(item({ putOff: { ...putOff, orAnswer: true } }), TODAY)).toBe(
      'Back when they answer, at the latest on Mon 29 Jun',
    );
  });
});

describe('Today', () => {
  it('says that nothing asks, where nothing does', async () => {
    await open({});
    expect(screen.getByText(/Nothing asks for you today/)).toBeVisible();
    expect(screen.queryByText('This week'), 'no empty sections').toBeNull();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('shows one thing a dispute and the rest folded beneath', async () => {
    const rest = item({}, { kind: 'next_step', id: 's1', what: 'Call again' });
    const followed = item({ followedUp: '2026-06-15' }, { id: 'p0', what: 'An older promise' });
    await open({ overdue: [row(item({}), [rest], [followed])] });
    const section = within(screen.getByRole('region', { name: 'Overdue' }));
    expect(section.getByText('The refund is sent')).toBeVisible();
    expect(section.getByText('Call again'), 'folded').not.toBeVisible();
    await user.click(section.getByText(/1 more, 1 followed up/));
    expect(section.getByText('Call again'), 'one click away').toBeVisible();
    expect(section.getByText(/Followed up on Mon 15 Jun/)).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('puts off to a day or until they answer, which can be undone', async () => {
    const put: Later[] = [];
    const real = backend.putOff;
    backend.putOff = (later) => (put.push(later), real(later));
    await renderScreen(TodayPage, {}, backend);
    const name = 'Later: Written confirmation of the exception';
    await user.click(await screen.findByRole('button', { name }));
    await user.click(screen.getByRole('menuitem', { name: 'Until they answer' }));
    await waitFor(() => expect(put).toHaveLength(1));
    expect(put[0]).toMatchObject({ kind: 'promise', orAnswer: true });
    await user.click(await screen.findByText(/^Put off/));
    await user.click(
      screen.getByRole('button', { name: 'Bring back: Written confirmation of the exception' }),
    );
    expect(await screen.findByRole('button', { name }), 'it is back').toBeVisible();
  });

  it('answers by keys on the line that has the focus', async () => {
    const step = item({}, { kind: 'next_step', what: 'Call again', person: null });
    const { app } = await open({ overdue: [row(step)] });
    const saved = vi.spyOn(backend, 'saveNextStep').mockResolvedValue({
      action: null,
      id: 's1',
      warnings: [],
    });
    screen.getByRole('link', { name: /Call again/ }).focus();
    await user.keyboard('c');
    expect(app.call, 'c opens the sheet for this dispute').toEqual({
      dispute: 'transfer',
      person: null,
    });
    await user.keyboard('s');
    expect(screen.getByRole('menu', { name: 'Later: Call again' })).toBeVisible();
    await user.keyboard('{Escape}');
    screen.getByRole('link', { name: /Call again/ }).focus();
    await user.keyboard('x');
    await waitFor(() => expect(saved).toHaveBeenCalledOnce());
  });

  it('takes a time limit as done in time, or notes that it was not done', async () => {
    const rule = RULES.find((one) => one.rule === 'us_transfer_error_decision');
    if (!rule) throw new Error('The invented household lacks a time limit.');
    const form = { ...saidOf(rule, true), vendor: 'northbank' };
    const { id } = await backend.saveClock('transfer', form);
    const kept = async () => (await backend.clocks('transfer')).clocks.find((one) => one.id === id);
    const clock = { kind: 'clock', id: id ?? '', what: rule.name, person: null } as const;
    const runs = item({}, { ...clock, on: '2026-06-29', overdue: false });
    await open({ week: [row(runs)] });
    await user.click(screen.getByRole('button', { name: `Done in time: ${rule.name}` }));
    await waitFor(async () => expect(await kept()).toMatchObject({ standing: 'met' }));
    cleanup();

    await open({ overdue: [row(item({}, clock))] });
    await user.click(screen.getByRole('button', { name: `How did it end: ${rule.name}` }));
    await user.click(screen.getByRole('menuitem', { name: 'It was not done' }));
    const noted = { metOn: null, missedOn: TODAY };
    await waitFor(async () => expect(await kept()).toMatchObject(noted));
  });

  it('writes the letter that fits what is late', async () => {
    const letter = item({ letter: 'l1' }, { kind: 'letter', what: 'No answer', person: null });
    await open({ overdue: [row(letter)] });
    const started = vi.spyOn(backend, 'startLetter');
    await user.click(screen.getByRole('button', { name: 'Write: No answer' }));
    await waitFor(() => expect(started).toHaveBeenCalledOnce());
    expect(started.mock.calls[0]?.[0]).toMatchObject({ dispute: 'transfer', kind: 'follow_up' });
  });
});

describe('many at once', () => {
  const named = (n: number) => ({ id: `d${n}`, name: `Refund ${n}` });
  const quiet = (n: number) =>
    row(
      item({ byCadence: true }, { kind: 'quiet', id: `d${n}`, dispute: named(n), overdue: false }),
    );
  const late = (n: number) =>
    row(item({}, { id: `p${n}`, what: `Promise ${n}`, dispute: named(n) }));
  const many = (count: number, one: (n: number) => AgendaRow) =>
    Array.from({ length: count }, (_, n) => one(n));

  it('asks in one place about all disputes in which nothing is planned', async () => {
    await open({ today: many(37, quiet), week: [quiet(40)] });
    expect(screen.getByText(/Nothing asks for you today/), 'no day was named').toBeVisible();
    expect(screen.queryByRole('region', { name: 'This week' }), 'nor in the week').toBeNull();
    const card = within(screen.getByRole('region', { name: 'Nothing is planned' }));
    expect(card.getAllByRole('link'), 'a few of them').toHaveLength(5);
    expect(await accessibilityFaults()).toEqual([]);
    await user.click(card.getByRole('button', { name: 'Show all 38' }));
    expect(card.getAllByRole('link'), 'all of them').toHaveLength(38);
  });

  it('leaves a dispute with something else to say where it was', async () => {
    const [only] = [quiet(1)];
    await open({
      today: only ? [{ ...only, followed: [item({ followedUp: '2026-06-15' })] }] : [],
    });
    expect(screen.queryByRole('region', { name: 'Nothing is planned' })).toBeNull();
    expect(screen.getByRole('region', { name: 'Due today' })).toHaveTextContent('1 followed up');
  });

  it('plans one step for all that are ticked', async () => {
    const plan = vi.fn(async () => ({ action: 'a1', id: null, warnings: [] }));
    backend.planStep = plan;
    await open({ today: many(3, quiet) });
    expect(screen.queryByRole('button', { name: /^Plan a step/ }), 'none is ticked').toBeNull();
    await user.click(screen.getByRole('checkbox', { name: 'All 3' }));
    await user.click(screen.getByRole('checkbox', { name: 'Plan for Refund 1' }));
    expect(screen.getByRole('checkbox', { name: 'All 3' }), 'some').toBePartiallyChecked();
    await user.click(screen.getByRole('button', { name: 'Plan a step for 2 disputes' }));
    const sheet = within(await screen.findByRole('dialog', { name: 'Plan a step for 2 disputes' }));
    const dialog = screen.getByRole('dialog');
    expect(dialog, 'which ones').toHaveTextContent('Refund 0, Refund 2');
    expect(await accessibilityFaults(dialog)).toEqual([]);
    await user.click(sheet.getByRole('button', { name: 'Plan it' }));
    await waitFor(() => expect(plan).toHaveBeenCalledOnce());
    expect(plan.mock.calls[0], 'one change for both').toMatchObject([
      ['d0', 'd2'],
      { what: 'Ask how it stands', on: '2026-06-21', contact: null },
    ]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByRole('checkbox', { name: 'All 3' }), 'ticked no more').not.toBeChecked();
  });

  it('shows the first of a long section, and all on demand', async () => {
    await open({ overdue: many(30, late) });
    const section = within(screen.getByRole('region', { name: 'Overdue' }));
    expect(section.getAllByRole('link')).toHaveLength(8);
    await user.click(section.getByRole('button', { name: 'Show all 30' }));
    expect(section.getAllByRole('link')).toHaveLength(30);
    await user.click(section.getByRole('button', { name: 'Show fewer' }));
    expect(section.getAllByRole('link')).toHaveLength(8);
  });

  it('names the look that is due, and not the remedy that came long ago', async () => {
    const look = item({}, { kind: 'check', what: 'Refund of 42.00 USD' });
    await open({ overdue: [row(look)] });
    const line = screen.getByRole('link', { name: 'Does it still hold? Refund of 42.00 USD' });
    expect(line).toBeVisible();
  });
});
