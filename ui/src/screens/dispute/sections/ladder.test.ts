import { cleanup, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LadderView, OfferView } from '$lib/backend';
import { FakeBackend } from '$lib/backend/fake/backend';
import { accessibilityFaults, renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import { LADDER_DECIDES } from '$lib/words/ladder';
import DisputePage from '../DisputePage.svelte';

vi.setConfig({ testTimeout: 40_000 });
const user = userEvent.setup({ delay: null });
let backend: FakeBackend;

beforeEach(() => {
  backend = new FakeBackend();
});
afterEach(() => {
  cleanup();
  toasts.clear();
});

async function open(tab: RegExp) {
  await renderScreen(DisputePage, { id: 'transfer' }, backend);
  await user.click(await screen.findByRole('tab', { name: tab }, { timeout: 10_000 }));
}

/** The ladder with nobody planned and Marcus Bell one rung up. */
async function nextIsMarcus(): Promise<LadderView> {
  const ladder = await backend.ladder('transfer');
  const person = (await backend.dispute('transfer')).people.find((one) => one.id === 'marcus');
  if (!person) throw new Error('The invented household lacks Marcus Bell.');
  const next = { rung: null, person, vendor: person.vendor, channel: null };
  backend.ladder = async () => ({ ...ladder, next });
  return ladder;
}

describe('the ladder', () => {
  it('shows every level with what it can decide, and no fault for screen readers', async () => {
    await open(/^Steps/);
    const part = within(await screen.findByRole('region', { name: 'The ladder' }));
    for (const sentence of Object.values(LADDER_DECIDES)) {
      expect(await part.findByText(sentence)).toBeVisible();
    }
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('climbs one rung with whoever is next filled in, and wants a reason', async () => {
    await nextIsMarcus();
    const write = vi.spyOn(backend, 'saveRung');
    await open(/^Steps/);
    expect(await screen.findByText('Marcus Bell', { selector: '.climb bdi' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Climb one rung' }));
    const sheet = within(await screen.findByRole('dialog'));
    expect(await sheet.findByLabelText('Who')).toHaveValue('Marcus Bell');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await sheet.findByText(/each step up needs its reason/)).toBeVisible();
    await user.type(sheet.getByLabelText('Reason'), 'She could not decide it');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(write).toHaveBeenCalled());
    expect(write.mock.calls[0]?.[1]).toMatchObject({
      contact: 'marcus',
      reason: 'She could not decide it',
    });
  });

  it('says why a body is not offered, and leaves it within reach', async () => {
    const ladder = await backend.ladder('transfer');
    const body = { id: 'northbank', name: 'Northbank Trust' };
    const closed = [{ body, limit: 'Ask the ombudsman', lastDay: '2026-06-19' }];
    const steps = ladder.steps.map((step) =>
      step.level === 'outside_body' ? { ...step, closed } : step,
    );
    backend.ladder = async () => ({ ...ladder, steps });
    await open(/^Steps/);
    expect(await screen.findByText(/“Ask the ombudsman” ended on/)).toBeVisible();
    const name = 'Turn to them all the same: Northbank Trust';
    await user.click(screen.getByRole('button', { name }));
    const sheet = within(await screen.findByRole('dialog'));
    expect(await sheet.findByDisplayValue('Northbank Trust'), 'filled in').toBeVisible();
  });

  it('writes the escalation to whoever is next', async () => {
    await nextIsMarcus();
    const begun = vi.spyOn(backend, 'startLetter');
    await open(/^Steps/);
    await screen.findByText('Marcus Bell', { selector: '.climb bdi' });
    await user.click(screen.getByRole('button', { name: 'Write the escalation' }));
    await waitFor(() => expect(begun).toHaveBeenCalled());
    expect(begun.mock.calls[0]?.[0]).toMatchObject({ kind: 'escalation', toContact: 'marcus' });
  });
});

describe('an offer', () => {
  async function offered(change: Partial<OfferView>) {
    const view = await backend.dispute('transfer');
    const [first] = view.offers;
    if (!first) throw new Error('The invented household lacks an offer.');
    const open = { ...first.offer, answer: null, answeredOn: null };
    const offer = { ...first, offer: open, standing: 'open', ...change } as OfferView;
    backend.dispute = async () => ({ ...view, offers: [offer] });
    return offer;
  }

  it('is measured, and named where its words may end everything', async () => {
    const owed = { amount: '340.00', currency: 'USD' };
    const part = { amount: '300.00', currency: 'USD' };
    const less = { amount: '40.00', currency: 'USD' };
    const settling = ['full and final settlement'];
    await offered({ measures: [{ owed, offered: less, missing: part }], settling });
    await open(/^Promises/);
    const said = (text: string) => text.replaceAll('\u00a0', ' ');
    const leaves = 'It leaves 300.00 USD of 340.00 USD unpaid.';
    const is = (text: string) => (_: string, node: Element | null) =>
      said(node?.textContent ?? '') === text && node?.children.length === 0;
    expect(await screen.findByText(is(leaves))).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Accept' }));
    const sheet = within(await screen.findByRole('dialog'));
    expect(await sheet.findByText(/What would you give up\?/)).toBeVisible();
    expect(sheet.getByText('“full and final settlement”')).toBeVisible();
  });

  it('has its last day in sight while it can be accepted', async () => {
    await offered({ lastDay: '2026-06-25' });
    await renderScreen(DisputePage, { id: 'transfer' }, backend);
    const said = /Their offer can be accepted until Thu 25 Jun, in 5 days/;
    expect(await screen.findByText(said, {}, { timeout: 10_000 })).toBeVisible();
  });

  it('is declined with the letter one click away', async () => {
    await offered({});
    const begun = vi.spyOn(backend, 'startLetter');
    const write = vi.spyOn(backend, 'saveOffer');
    await open(/^Promises/);
    await user.click(await screen.findByRole('button', { name: 'Decline' }));
    await waitFor(() => expect(toasts.list[0]?.next?.label).toBe('Write the letter'));
    expect(write.mock.calls[0]?.[1]).toMatchObject({ answer: 'declined' });
    toasts.list[0]?.next?.run();
    await waitFor(() => expect(begun).toHaveBeenCalled());
    expect(begun.mock.calls[0]?.[0]).toMatchObject({ kind: 'follow_up' });
  });
});
