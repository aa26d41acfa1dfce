import { cleanup, configure, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeBackend } from '$lib/backend/fake/backend';
import { accessibilityFaults, renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import DisputePage from './DisputePage.svelte';

configure({ asyncUtilTimeout: 8_000 });
vi.setConfig({ testTimeout: 40_000 });

const DISPUTE = 'transfer';
let backend: FakeBackend;
const user = userEvent.setup({ delay: null });

beforeEach(() => {
  backend = new FakeBackend();
});
afterEach(() => {
  cleanup();
  toasts.clear();
});

async function open(dispute = DISPUTE) {
  const view = await renderScreen(DisputePage, { id: dispute }, backend);
  await screen.findByRole('tab', { name: /Timeline/ });
  await screen.findByLabelText('What happened?');
  return view;
}

const tab = async (name: string) =>
  user.click(screen.getByRole('tab', { name: new RegExp(`^${name}`) }));
const press = async (name: string | RegExp, within_: HTMLElement = document.body) =>
  user.click(within(within_).getAllByRole('button', { name })[0] as HTMLElement);

async function add(what: string) {
  await press('Add to the dispute');
  await user.click(screen.getByRole('menuitem', { name: what }));
  return within(await screen.findByRole('dialog'));
}

async function save(name = 'Save') {
  await press(name, screen.getByRole('dialog'));
  await waitFor(() => expect(screen.queryByRole('dialog'), 'the sheet closes').toBeNull());
}

describe('the page', () => {
  it('keeps the goal, what is owed, the next step and the helpers in sight', async () => {
    await open();
    const glance = within(screen.getByRole('complementary', { name: 'At a glance' }));
    expect(glance.getByRole('region', { name: 'What we want' })).toHaveTextContent('1,840.00 USD');
    expect(glance.getByRole('region', { name: 'What is owed to us' })).toHaveTextContent('340.00');
    expect(glance.getByRole('region', { name: 'Next step' })).toHaveTextContent('Written');
    expect(glance.getByRole('region', { name: 'On our side' })).toHaveTextContent('Dana Ruiz');
    expect(await accessibilityFaults(), 'axe finds no fault').toEqual([]);
  });

  it('shows how the sums add up on demand', async () => {
    await open();
    expect(screen.queryByText('Claimed')).toBeNull();
    await press('How it adds up');
    expect(screen.getAllByText('Claimed').length).toBeGreaterThan(0);
    expect(screen.getByText('Taken back')).toBeVisible();
  });

  it('has nothing wrong for screen readers in any section', async () => {
    await open();
    const faults: string[] = [];
    for (const name of ['Money', 'Promises', 'Remedies', 'Steps', 'People', 'Files', 'About']) {
      await tab(name);
      const panel = screen.getByRole('tabpanel', { name: new RegExp(`^${name}`) });
      faults.push(...(await accessibilityFaults(panel)).map((fault) => `${name}: ${fault}`));
    }
    expect(faults, 'axe finds no fault').toEqual([]);
  });

  it('moves among the sections with the arrow keys', async () => {
    await open();
    screen.getByRole('tab', { name: /Timeline/ }).focus();
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: /Money/ })).toHaveFocus();
    expect(screen.getByRole('button', { name: 'Add a claim' })).toBeVisible();
    await user.keyboard('{End}');
    expect(screen.getByRole('tab', { name: /About/ })).toHaveAttribute('aria-selected', 'true');
  });
});

describe('the timeline', () => {
  it('marks private notes, and says who acknowledged a fact', async () => {
    await open();
    expect(await screen.findByText(/Private: never in a dossier/)).toBeVisible();
    const call = screen.getByRole('article', { name: /We called Dana Ruiz/ });
    expect(call).toHaveTextContent('Not sure');
    expect(call).toHaveTextContent('took 42 min');
  });

  it('notes a sentence with Enter, and is ready for the next', async () => {
    await open();
    const write = vi.spyOn(backend, 'saveEvent');
    await user.selectOptions(screen.getByLabelText('How'), 'Letter came');
    await user.type(screen.getByLabelText('What happened?'), 'They wrote back.{Enter}');
    await waitFor(() => expect(write).toHaveBeenCalledTimes(1));
    expect(write.mock.calls[0]?.[0]).toMatchObject({
      at: '2026-06-20',
      channel: 'letter',
      direction: 'in',
      facts: [{ text: 'They wrote back.', status: 'undisputed' }],
    });
    expect(await screen.findByText('They wrote back.')).toBeVisible();
    await waitFor(() => expect(screen.getByLabelText('What happened?')).toHaveValue(''));
    expect(screen.getByLabelText('What happened?')).toHaveFocus();
  });

  it('keeps a half-written note when the page is left', async () => {
    await open();
    await user.type(screen.getByLabelText('What happened?'), 'Half a thou');
    cleanup();
    await waitFor(async () => expect(await backend.draft(`note:${DISPUTE}`)).toContain('Half'));
    await open();
    await waitFor(() => expect(screen.getByLabelText('What happened?')).toHaveValue('Half a thou'));
  });

  it('takes a note into the whole form', async () => {
    await open();
    await user.type(screen.getByLabelText('What happened?'), 'She agreed.');
    await press('More details');
    const sheet = within(await screen.findByRole('dialog', { name: 'What happened' }));
    expect(await sheet.findByLabelText('Fact 1')).toHaveValue('She agreed.');
    expect(screen.getByLabelText('What happened?')).toHaveValue('');
  });

  it('narrows to one topic and turns round', async () => {
    await open();
    await screen.findByRole('article', { name: /took back/ });
    await user.selectOptions(screen.getByLabelText('Show'), 'Money');
    const sentences = () =>
      screen.getAllByRole('article').map((one) => one.getAttribute('aria-label'));
    expect(sentences().every((one) => /owes|paid|took back|waived/.test(one ?? ''))).toBe(true);
    const newest = sentences();
    await press('Newest first');
    await waitFor(() => expect(sentences()).toEqual(newest.toReversed()));
    await press('Oldest first');
  });

  it('puts an event into the bin, with Undo in the message', async () => {
    await open();
    const remove = vi.spyOn(backend, 'remove');
    const entry = await screen.findByRole('article', { name: /A statement came/ });
    await press('More on this entry', entry);
    await user.click(screen.getByRole('menuitem', { name: 'Remove' }));
    await waitFor(() => expect(remove).toHaveBeenCalledWith('event', 'e1'));
    expect(toasts.list.at(-1)?.button?.label).toBe('Undo');
  });
});

describe('one click', () => {
  it('ends a promise as kept today', async () => {
    await open();
    const write = vi.spyOn(backend, 'savePromise');
    await tab('Promises');
    const group = screen.getByRole('group', { name: 'Written confirmation of the exception' });
    await press('Kept', group);
    expect(write.mock.calls[0]?.[1]).toMatchObject({ outcome: 'kept', outcomeOn: '2026-06-20' });
    await waitFor(() =>
      expect(screen.queryByRole('group', { name: /Written confirmation/ })).toBeNull(),
    );
  });

  it('answers that a remedy still holds, and plans no look unasked', async () => {
    await open();
    const write = vi.spyOn(backend, 'answerCheck');
    await tab('Remedies');
    await press('Still holds', screen.getByRole('tabpanel', { name: /Remedies/ }));
    await waitFor(() => expect(write).toHaveBeenCalledTimes(1));
    expect(write.mock.calls[0]?.[0]).toMatchObject({ result: 'holds', on: '2026-06-20' });
    expect(write.mock.calls[0]?.[0].nextOn).toBeNull();
  });

  it('marks a helper as thanked', async () => {
    await open();
    const write = vi.spyOn(backend, 'thank');
    await press('Thanked today: Dana Ruiz');
    expect(write).toHaveBeenCalledWith(DISPUTE, 'dana', '2026-06-20');
  });

  it('does a step, and moves one to another day', async () => {
    await open();
    const write = vi.spyOn(backend, 'saveNextStep');
    await tab('Steps');
    await press('Move to another day', screen.getByRole('tabpanel', { name: /Steps/ }));
    await press('In a week', await screen.findByRole('dialog'));
    await save('Move');
    expect(write.mock.calls[0]?.[1]).toMatchObject({ on: '2026-06-27', doneOn: null });
    await press('Done', screen.getByRole('tabpanel', { name: /Steps/ }));
    await waitFor(() => expect(write).toHaveBeenCalledTimes(2));
    expect(write.mock.calls[1]?.[1]).toMatchObject({ doneOn: '2026-06-20' });
  });
});

describe('closing', () => {
  it('says that the rest is written off, and closes as chosen', async () => {
    await open();
    const write = vi.spyOn(backend, 'closeDispute');
    await press('More on this dispute');
    await user.click(screen.getByRole('menuitem', { name: 'Close' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Close the dispute' }));
    await user.click(await dialog.findByLabelText('Accepted less'));
    expect(dialog.getByText(/340\.00.USD, is written off/)).toBeVisible();
    await save('Close the dispute');
    expect(write).toHaveBeenCalledWith(DISPUTE, '2026-06-20', 'accepted_less');
    await press('More on this dispute');
    expect(await screen.findByRole('menuitem', { name: 'Reopen' })).toBeVisible();
  });
});

describe('a draft', () => {
  it('is kept when the sheet is closed by Esc, and comes back', async () => {
    await open();
    const sheet = await add('A claim');
    await user.type(await sheet.findByLabelText('For what'), 'Half a reason');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const again = await add('A claim');
    expect(await again.findByLabelText('For what')).toHaveValue('Half a reason');
    expect(again.getByText(/kept for you/)).toBeVisible();
  });

  it('says what is missing beside the field, and sends nothing', async () => {
    await open();
    const write = vi.spyOn(backend, 'saveClaim');
    const sheet = await add('A claim');
    await sheet.findByLabelText('Amount');
    await press('Save', screen.getByRole('dialog'));
    expect(await sheet.findByText('How much is it?')).toBeVisible();
    expect(sheet.getByText('What is it for?')).toBeVisible();
    expect(sheet.getByLabelText('Amount')).toHaveAttribute('aria-invalid', 'true');
    expect(write).not.toHaveBeenCalled();
  });
});
