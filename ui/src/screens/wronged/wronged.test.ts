import { cleanup, configure, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeBackend } from '$lib/backend/fake/backend';
import { href, parse, router } from '$lib/router.svelte';
import { accessibilityFaults, renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import DisputePage from '$screens/dispute/DisputePage.svelte';
import WrongedPage from './WrongedPage.svelte';

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 40_000 });
const user = userEvent.setup({ delay: null });
const DISPUTE = 'transfer';
const RETURNED = 'A payment came back';
const FEE = /May the bank give its fee back/;
const REASON = 'The bank’s fee for the returned payment';
let backend: FakeBackend;

beforeEach(() => {
  backend = new FakeBackend();
  router.go({ page: 'wronged', id: DISPUTE });
});
afterEach(() => {
  cleanup();
  toasts.clear();
});

const open = () => renderScreen(WrongedPage, { dispute: DISPUTE }, backend);
const press = async (name: string | RegExp) =>
  user.click(await screen.findByRole('button', { name }));
const asked = (words: string | RegExp) => screen.findByRole('heading', { name: words });
const findings = () => within(screen.getByRole('region', { name: 'What may be worth asking' }));
const answers = async () => (await backend.wrongedBoard(DISPUTE)).questions;

/** The payment came back because of them, and the bank charged 25.00 USD on 1 June. */
async function answered() {
  await open();
  await press(RETURNED);
  await press('They refused it, or had changed their account');
  await asked('What did your bank charge for it?');
  await user.type(await screen.findByRole('textbox'), '25{Enter}');
  await asked('On which day did it come back?');
  await user.type(await screen.findByRole('textbox'), '2026-06-01{Enter}');
  await screen.findByText(/That is all we ask/);
}

describe('were we wronged', () => {
  it('asks one thing after another, says why, and has no fault for screen readers', async () => {
    await open();
    await asked('What is it about?');
    expect(await accessibilityFaults(), 'the problems').toEqual([]);
    await press(RETURNED);
    await asked('Why did it come back?');
    expect(screen.getByText('Whoever caused it may bear its cost.')).toBeVisible();
    await press('They refused it, or had changed their account');
    expect(
      await asked('What did your bank charge for it?'),
      'one that no longer matters is not asked',
    ).toBeVisible();
    expect(await accessibilityFaults(), 'a question with findings').toEqual([]);
    expect(findings().getByText(FEE)).toBeVisible();
    expect(findings().getByText(/No rule is claimed/)).toBeVisible();
  });

  it('is answered by keys alone, and the next question takes the focus', async () => {
    await open();
    (await screen.findByRole('button', { name: RETURNED })).focus();
    await user.keyboard('{Enter}');
    await asked('Why did it come back?');
    (screen.getByRole('button', { name: /They refused it/ }) as HTMLElement).focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByRole('textbox'), 'to be typed at once').toHaveFocus());
    await user.keyboard('25{Enter}');
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: /On which day did it come back/ })).toHaveFocus(),
    );
  });

  it('keeps every answer, shows it when opened again, and lets it be changed', async () => {
    await answered();
    cleanup();
    await open();
    const said = within(await screen.findByLabelText('What you answered'));
    expect(said.getByText('25.00 USD')).toBeVisible();
    await press('Change the answer to “Why did it come back?”');
    await screen.findByRole('button', { name: /They refused it/, pressed: true });
    await press('There was too little in the account');
    await asked('Had money owed to you not come?');
    await press('Not sure');
    await findings().findByText(/the one who was late bear that cost/);
    const kept = (await answers()).find((one) => one.key === 'fee')?.answer;
    expect(kept, 'what was answered before still counts').toMatchObject({ kind: 'sum' });
  });

  it('goes back to the question before, and can leave it as it is', async () => {
    await open();
    await press(RETURNED);
    await press('A bank made a mistake');
    await asked('What did your bank charge for it?');
    await press('Back');
    await asked('Why did it come back?');
    await press('Leave it as it is');
    await asked('What did your bank charge for it?');
    expect((await answers())[0]?.answer).toEqual({ kind: 'chosen', option: 'bank' });
  });

  it('says what was not understood instead of going on', async () => {
    await open();
    await press('A fee that we did not expect');
    await press('No');
    await user.type(await screen.findByRole('textbox'), 'a lot{Enter}');
    await waitFor(() =>
      expect(screen.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true'),
    );
    expect((await answers())[1]?.answer, 'nothing is kept for an answer').toBeNull();
  });

  it('goes back to all problems and loses nothing', async () => {
    await answered();
    await press('Another problem');
    await asked('What is it about?');
    expect(screen.getByRole('button', { name: `${RETURNED} begun` })).toBeVisible();
  });
});

describe('what may follow', () => {
  it('becomes a claim with its vendor in one action, and says so then', async () => {
    await answered();
    const before = (await backend.dispute(DISPUTE)).claims.length;
    const save = vi.spyOn(backend, 'saveFoundClaim');
    await press('Add the claim');
    const sheet = within(await screen.findByRole('dialog'));
    expect(await sheet.findByLabelText('For what'), 'filled in').toHaveValue(REASON);
    expect(sheet.getByLabelText('Amount')).toHaveValue('25.00');
    expect(sheet.getByLabelText('Vendor')).toHaveValue('Northbank Trust');
    await user.click(sheet.getByRole('button', { name: 'Save' }));
    await findings().findByText(/A claim in the record says so/);
    expect(findings().queryByRole('button', { name: 'Add the claim' })).toBeNull();
    expect(save).toHaveBeenCalledOnce();
    expect(save.mock.calls[0]?.[1].claim.aroseOn, 'since the day that was answered').toBe(
      '2026-06-01',
    );
    await backend.undoLast();
    expect((await backend.dispute(DISPUTE)).claims, 'one undo takes it back').toHaveLength(before);
  });

  it('notes the part of a vendor that is there, and keeps what was known of it', async () => {
    await answered();
    await press('Note the part of Northbank Trust');
    const sheet = within(await screen.findByRole('dialog'));
    expect(await sheet.findByRole('checkbox', { name: 'Holds the money' })).toBeChecked();
    expect(sheet.getByRole('checkbox', { name: 'Caused it' }), 'as before').toBeChecked();
    await user.click(sheet.getByRole('button', { name: 'Save' }));
    await findings().findByText(/holds the money, in the record/);
  });

  it('starts a time limit from the day that was answered', async () => {
    await open();
    await press(RETURNED);
    await press('A bank made a mistake');
    await press('Not sure');
    await asked('On which day did it come back?');
    await press('Not sure');
    await asked('On which day did you tell the bank?');
    await user.type(await screen.findByRole('textbox'), '2026-06-12{Enter}');
    await screen.findByText(/That is all we ask/);
    await press('Start the time limit');
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByRole('textbox', { name: /The day that starts it/ })).toHaveValue(
      '2026-06-12',
    );
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await findings().findByText('It runs already.');
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('says that the place matters until it is known', async () => {
    await answered();
    expect(findings().getByRole('link', { name: 'Say where you live' })).toBeVisible();
    cleanup();
    await backend.saveRegion('GB');
    await open();
    await screen.findByText(/That is all we ask/);
    expect(findings().queryByRole('link', { name: 'Say where you live' })).toBeNull();
  });
});

describe('the way there', () => {
  it('has an address of its own, below the dispute', () => {
    const route = { page: 'wronged', id: 'a b' } as const;
    expect(parse(href(route))).toEqual(route);
  });

  it('is offered with the claims of a dispute', async () => {
    await renderScreen(DisputePage, { id: DISPUTE }, backend);
    await user.click(await screen.findByRole('tab', { name: /^Money/ }));
    router.go({ page: 'dispute', id: DISPUTE });
    await press('Were we wronged?');
    expect(router.route).toEqual({ page: 'wronged', id: DISPUTE });
  });
});
