import { cleanup, configure, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Call } from '$lib/backend';
import { FakeBackend } from '$lib/backend/fake/backend';
import * as clock from '$lib/clock';
import { accessibilityFaults, renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import LogCall from './LogCall.svelte';

const DISPUTE = 'transfer';
const START = new Date('2026-06-20T10:15:00Z').getTime();
const min = (n: number) => n * 60_000;
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 40_000 });
let now = START;
let backend: FakeBackend;
let sent: Call[];

beforeEach(() => {
  now = START;
  vi.spyOn(clock, 'nowMs').mockImplementation(() => now);
  backend = new FakeBackend();
  sent = [];
  const save = backend.logCall;
  backend.logCall = (call) => {
    sent.push(call);
    return save(call);
  };
});
afterEach(() => {
  cleanup();
  toasts.clear();
});

async function open(dispute: string | null = DISPUTE) {
  const onclose = vi.fn(() => cleanup());
  const view = await renderScreen(LogCall, { dispute, onclose }, backend);
  if (dispute) await screen.findByLabelText('Fact 1');
  return { ...view, onclose, user: userEvent.setup({ delay: null }) };
}

const field = (name: string) => screen.getByRole('textbox', { name });

describe('logging a call', () => {
  it('opens with the focus where one types, the goal in sight and nothing wrong for screen readers', async () => {
    await open();
    await waitFor(() => expect(field('Fact 1')).toHaveFocus());
    const { dispute } = await backend.dispute(DISPUTE);
    expect(screen.getByText(dispute.goal)).toBeVisible();
    expect(await accessibilityFaults(), 'axe finds no fault').toEqual([]);
  });

  it('saves an unanswered call with its waiting time by one more key', async () => {
    const { onclose } = await open();
    now = START + min(31);
    await userEvent.keyboard('{Control>}u{/Control}');
    await waitFor(() => expect(onclose).toHaveBeenCalled());
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      dispute: DISPUTE,
      channel: 'phone',
      direction: 'out',
      answered: false,
      waitedMinutes: 31,
      minutes: null,
      precision: 'exact',
    });
    const vendor = sent[0]?.vendor?.name ?? '';
    expect(sent[0]?.facts, 'one factual sentence, no more').toEqual([
      {
        text: `A call to ${vendor} was not answered in 31 minutes.`,
        status: 'undisputed',
        acknowledged: false,
      },
    ]);
    expect(new Date(sent[0]?.at ?? '').getTime(), 'it began when the sheet was opened').toBe(START);
    expect(toasts.list[0]?.title).toBe('Call saved: nobody answered, 31 minutes waited.');
    expect(toasts.list[0]?.button?.label).toBe('Undo');
  });

  it('sends what was said as separate facts, with who acknowledged and what follows', async () => {
    const { user, onclose } = await open();
    await user.type(screen.getByRole('combobox', { name: 'Who' }), 'Dana Ruiz');
    now = START + min(12);
    await user.click(screen.getByRole('button', { name: 'They answered' }));
    await user.click(field('Fact 1'));
    await user.keyboard('The transfer was returned by mistake.{Enter}It is credited on Friday.');
    await user.selectOptions(screen.getByLabelText('How it stands (1)'), 'acknowledged');
    await user.selectOptions(screen.getByLabelText('How it stands (2)'), 'unsure');
    await user.click(screen.getByRole('button', { name: 'Promise' }));
    await user.type(field('What was promised'), 'Credit the transfer');
    await user.type(screen.getByLabelText(/^By when/), 'tomorrow');
    await user.click(screen.getByRole('button', { name: 'Private note' }));
    await user.type(field('Private note'), 'She was kind.');
    now = START + min(20);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(onclose).toHaveBeenCalled());
    expect(sent[0]).toMatchObject({
      answered: true,
      waitedMinutes: 12,
      minutes: 8,
      people: [{ id: 'dana', name: 'Dana Ruiz' }],
      facts: [
        { text: 'The transfer was returned by mistake.', status: 'undisputed', acknowledged: true },
        { text: 'It is credited on Friday.', status: 'unsure', acknowledged: false },
      ],
      note: 'She was kind.',
      promises: [{ what: 'Credit the transfer', dueOn: '2026-06-21' }],
    });
    expect(toasts.list[0]?.title).toBe('Call saved: 2 facts, 1 promise.');
  });

  it('makes a new person with their job and number at the vendor named', async () => {
    const { user, onclose } = await open();
    await user.type(screen.getByRole('combobox', { name: 'Who' }), 'Zoë Zimmer');
    await user.type(screen.getByLabelText(/^Their job/), 'Team lead');
    await user.type(screen.getByLabelText(/^Their direct number/), '555-0199');
    await user.click(screen.getByRole('button', { name: 'They helped' }));
    await user.type(field('What they did to help'), 'Found the file');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(onclose).toHaveBeenCalled());
    expect(sent[0]?.people).toEqual([
      { id: null, name: 'Zoë Zimmer', job: 'Team lead', phone: '555-0199' },
    ]);
    expect(sent[0]?.helped).toBe('Found the file');
  });

  it('shows what matters before the call, and asks what is not known', async () => {
    await open();
    const facts = await screen.findByRole('list', { name: 'The facts that matter' });
    expect(within(facts).getAllByRole('listitem').length).toBeLessThanOrEqual(3);
    const { facts: known } = await backend.callSheet(DISPUTE, 'northbank');
    expect(known[0]?.acknowledgedBy, 'what was acknowledged goes first').not.toBeNull();
    const asked = within(screen.getByRole('region', { name: 'Worth asking' }));
    expect(asked.getByLabelText('This call’s reference')).toBeVisible();
    expect(asked.getByText(/write them under “Who”/)).toBeVisible();
  });

  it('ticks a question once it is answered, and sends the answers with the call', async () => {
    const { user, onclose } = await open();
    await user.type(screen.getByRole('combobox', { name: 'Who' }), 'Zoë Zimmer');
    const region = await screen.findByRole('region', { name: 'Worth asking' });
    const asked = within(region);
    await user.type(asked.getByLabelText('This call’s reference'), 'C-77');
    await user.type(asked.getByLabelText('Their supervisor’s name'), 'Omar Reed');
    expect(asked.queryByLabelText('This call’s reference'), 'it is not asked again').toBeNull();
    expect(asked.getByText('C-77')).toBeVisible();
    await user.type(asked.getByLabelText('They call by'), 'tomorrow');
    await user.click(field('Fact 1'));
    await user.keyboard('They look into it.{Control>}{Enter}{/Control}');
    await waitFor(() => expect(onclose).toHaveBeenCalled());
    expect(sent[0]?.answers).toEqual({
      reference: 'C-77',
      supervisor: 'Omar Reed',
      rationale: null,
      alternatives: null,
      callBack: { who: null, dueOn: '2026-06-21' },
    });
    expect(toasts.list[0]?.title).toBe('Call saved: 1 fact, 3 answers.');
  });

  it('says who else is left owing because of a decision', async () => {
    const { user, onclose } = await open();
    await user.click(screen.getByRole('button', { name: 'Someone else owes' }));
    const part = screen.getByRole('region', { name: 'Does this leave someone else owing you?' });
    await user.type(within(part).getByRole('combobox', { name: /Who owes it/ }), 'Corner Market');
    await user.selectOptions(within(part).getByLabelText('What kind of vendor it is'), 'shop');
    await user.type(within(part).getByLabelText(/How much/), '35');
    await user.type(within(part).getByLabelText(/For what/), 'The fee');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(onclose).toHaveBeenCalled());
    expect(sent[0]?.leavesOwing).toEqual([
      {
        vendor: { id: null, name: 'Corner Market', kind: 'shop' },
        amount: { amount: '35.00', currency: 'USD' },
        reason: 'The fee',
        dueOn: null,
      },
    ]);
  });

  it('marks planned steps as done by the call', async () => {
    const { user, onclose } = await open();
    const view = await backend.dispute(DISPUTE);
    const step = view.nextSteps.find((one) => one.step.doneOn === null)?.step;
    await user.click(screen.getByRole('checkbox', { name: step?.what }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(onclose).toHaveBeenCalled());
    expect(sent[0]?.finishedSteps).toEqual([step?.id]);
  });

  it('refuses to save nothing, and says what to do', async () => {
    const { user, onclose } = await open();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(
      await screen.findByText('Please write what was said, or choose “Nobody answered”.'),
    ).toBeVisible();
    expect(sent).toHaveLength(0);
    expect(onclose).not.toHaveBeenCalled();
  });

  it('keeps what was typed when it is closed, and brings it back with the timer', async () => {
    const { user, onclose } = await open();
    await user.click(field('Fact 1'));
    await user.keyboard('They will look into it.');
    now = START + min(4);
    await user.click(screen.getByRole('button', { name: 'They answered' }));
    expect(field('Fact 1'), 'one goes on typing where one was').toHaveFocus();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(onclose).toHaveBeenCalled());

    now = START + min(10);
    await open();
    expect(field('Fact 1')).toHaveValue('They will look into it.');
    expect(field('Minutes waited'), 'waiting ended with the answer').toHaveValue('4');
    expect(field('Minutes talked'), 'the call went on while the sheet was closed').toHaveValue('6');
  });

  it('forgets the draft once the call is saved', async () => {
    const { user, onclose } = await open();
    await user.click(field('Fact 1'));
    await user.keyboard('Said and done.{Control>}{Enter}{/Control}');
    await waitFor(() => expect(onclose).toHaveBeenCalled());
    expect(await backend.draft(`log-call:${DISPUTE}`)).toBeNull();
  });

  it('takes minutes typed by hand over those counted', async () => {
    const { user, onclose } = await open();
    now = START + min(9);
    await user.clear(field('Minutes waited'));
    await user.type(field('Minutes waited'), '25');
    await user.click(field('Fact 1'));
    await user.keyboard('Half an hour on hold.{Control>}{Enter}{/Control}');
    await waitFor(() => expect(onclose).toHaveBeenCalled());
    expect(sent[0]?.waitedMinutes).toBe(25);
  });

  it('logs a call of earlier without inventing minutes', async () => {
    const { user, onclose } = await open();
    now = START + min(3);
    await user.click(screen.getByRole('button', { name: 'Change' }));
    await user.click(screen.getByRole('radio', { name: 'Earlier' }));
    const day = screen.getByRole('textbox', { name: 'Day' });
    await user.clear(day);
    await user.type(day, '2026-06-18');
    await user.click(field('Fact 1'));
    await user.keyboard('They refused.{Control>}{Enter}{/Control}');
    await waitFor(() => expect(onclose).toHaveBeenCalled());
    expect(sent[0]).toMatchObject({
      at: '2026-06-18',
      waitedMinutes: null,
      minutes: null,
      answered: true,
    });
  });

  it('lets one choose the dispute by typing where none is on the screen', async () => {
    const { user } = await open(null);
    await user.type(await screen.findByLabelText('Which dispute is it about?'), 'risk control');
    await user.keyboard('{Enter}');
    expect(await screen.findByLabelText('Fact 1')).toBeInTheDocument();
    expect(screen.getByText((await backend.dispute(DISPUTE)).dispute.goal)).toBeVisible();
  });
});
