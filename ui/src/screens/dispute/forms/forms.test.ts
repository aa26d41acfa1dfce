import { cleanup, configure, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Claim, DisputeView, Movement, Subject } from '$lib/backend';
import { FakeBackend } from '$lib/backend/fake/backend';
import { renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import type { FormRequest } from '../desk.svelte';
import FormHost from './FormHost.svelte';

configure({ asyncUtilTimeout: 8_000 });
vi.setConfig({ testTimeout: 40_000 });

const TODAY = '2026-06-20';
const user = userEvent.setup({ delay: null });
let backend: FakeBackend;
let view: DisputeView;

beforeEach(async () => {
  backend = new FakeBackend();
  view = await backend.dispute('transfer');
});
afterEach(() => {
  cleanup();
  toasts.clear();
});

const sheet = () => within(screen.getByRole('dialog'));

async function open(request: FormRequest) {
  await renderScreen(FormHost, { view, request }, backend);
  await sheet().findByRole('button', { name: /^(Save|Accept and save)$/ });
}

async function fill(name: string, text: string) {
  const field = sheet().getByLabelText(name);
  await user.clear(field);
  await user.type(field, text);
}

async function choose(name: string, option: string) {
  await user.selectOptions(sheet().getByLabelText(name), option);
}

/** Types into a combobox and takes the first of what is offered. */
async function pick(name: string, text: string) {
  await fill(name, text);
  await user.keyboard('{ArrowDown}{Enter}');
}

async function save() {
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.queryByRole('dialog'), 'the sheet closes').toBeNull());
}

const claim = (reason: string) => {
  const found = view.claims.find((one) => one.claim.reason === reason);
  if (!found) throw new Error(`The invented household lacks the claim “${reason}”.`);
  return found;
};
const RETURNED = 'Transfer of 20 February returned in error';

describe('money', () => {
  it('sends a claim with its cause, as understood from what was typed', async () => {
    const write = vi.spyOn(backend, 'saveClaim');
    await open({ of: 'claim', claim: null });
    await fill('Amount', '$35');
    await fill('For what', 'Returned-item fee');
    await pick('Vendor', 'North');
    await fill('Since', '21 Feb');
    await fill('Due by', '31 Mar');
    await pick('Because of', 'Northbank Trust returned');
    await save();
    expect(write).toHaveBeenCalledWith('transfer', {
      id: null,
      vendor: 'northbank',
      amount: { amount: '35.00', currency: 'USD' },
      reason: 'Returned-item fee',
      aroseOn: '2026-02-21',
      dueOn: '2026-03-31',
      becauseOf: 'e1',
    } satisfies Claim);
  });

  it('leaves a claim as it was where nothing was changed', async () => {
    const write = vi.spyOn(backend, 'saveClaim');
    const before = claim(RETURNED);
    await open({ of: 'claim', claim: before });
    await save();
    expect(write).toHaveBeenCalledWith('transfer', before.claim);
  });

  it('sends a movement, with the remedy that it carries out', async () => {
    const write = vi.spyOn(backend, 'saveMovement');
    const before = claim(RETURNED);
    await open({ of: 'movement', claim: before, movement: null });
    await user.click(sheet().getByLabelText('Taken back'));
    await fill('Amount', '340');
    await fill('On', '4 May');
    await fill('Reference', 'ACH 58833');
    await choose('Carries out', 'Transfer of 20 February credited again');
    await save();
    expect(write).toHaveBeenCalledWith('transfer', before.claim.id, {
      id: null,
      kind: 'reversed',
      amount: { amount: '340.00', currency: 'USD' },
      on: '2026-05-04',
      reference: 'ACH 58833',
      remedy: view.remedies.find((one) => one.remedy.claim !== null)?.remedy.id ?? '',
    } satisfies Movement);
  });

  it('fills in all that is owed with one click', async () => {
    const write = vi.spyOn(backend, 'saveMovement');
    await open({ of: 'movement', claim: claim(RETURNED), movement: null });
    await user.click(sheet().getByRole('button', { name: /All that is owed/ }));
    await save();
    expect(write.mock.calls[0]?.[2]).toMatchObject({
      kind: 'received',
      amount: { amount: '340.00', currency: 'USD' },
      on: TODAY,
    });
  });
});

describe('words given', () => {
  it('sends a promise that has ended', async () => {
    const write = vi.spyOn(backend, 'savePromise');
    await open({ of: 'promise', promise: null });
    await fill('What was promised', 'Her manager will call back');
    await pick('Who', 'Dana');
    await fill('Made on', '2 Mar');
    await fill('Due', '4 Mar');
    await choose('How it ended', 'Kept');
    await fill('Ended on', '5 Mar');
    await save();
    expect(write).toHaveBeenCalledWith('transfer', {
      id: null,
      by: 'dana',
      vendor: null,
      madeOn: '2026-03-02',
      what: 'Her manager will call back',
      dueOn: '2026-03-04',
      outcome: 'kept',
      outcomeOn: '2026-03-05',
    });
  });

  it('forgets when it ended where it is open again', async () => {
    const write = vi.spyOn(backend, 'savePromise');
    const kept = view.promises.find((one) => one.promise.outcome === 'kept') ?? null;
    expect(kept, 'the case needs a promise that was kept').not.toBeNull();
    await open({ of: 'promise', promise: kept });
    await choose('How it ended', 'Still open');
    await save();
    expect(write.mock.calls[0]?.[1]).toMatchObject({ outcome: null, outcomeOn: null });
  });

  it('sends an offer that was declined', async () => {
    const write = vi.spyOn(backend, 'saveOffer');
    await open({ of: 'offer', offer: null });
    await fill('What they propose', 'A goodwill credit');
    await fill('Amount', '15');
    await pick('Vendor', 'North');
    await fill('Made on', '3 Mar');
    await choose('Our answer', 'Declined');
    await fill('Answered on', '5 Mar');
    await save();
    expect(write).toHaveBeenCalledWith('transfer', {
      id: null,
      by: null,
      vendor: 'northbank',
      on: '2026-03-03',
      terms: 'A goodwill credit',
      amount: { amount: '15.00', currency: 'USD' },
      openUntil: null,
      answer: 'declined',
      answeredOn: '2026-03-05',
    });
  });

  it('accepting an offer makes the remedy first, then answers', async () => {
    const [remedy, offer] = [vi.spyOn(backend, 'saveRemedy'), vi.spyOn(backend, 'saveOffer')];
    const proposed = view.offers[0];
    if (!proposed) throw new Error('The invented household lacks an offer.');
    await open({ of: 'remedy', remedy: null, offer: proposed });
    expect(sheet().getByLabelText('What was agreed')).toHaveValue(proposed.offer.terms);
    await save();
    expect(remedy.mock.calls[0]?.[1]).toMatchObject({
      kind: 'refund',
      what: proposed.offer.terms,
      vendor: 'northbank',
      agreedOn: TODAY,
    });
    expect(offer.mock.calls[0]?.[1]).toMatchObject({ answer: 'accepted', answeredOn: TODAY });
    const order = [remedy, offer].map((one) => one.mock.invocationCallOrder[0] ?? 0);
    expect(order[0], 'nothing is answered before it is kept').toBeLessThan(order[1] ?? 0);
  });
});

describe('people', () => {
  it('sends a new vendor with its part', async () => {
    const write = vi.spyOn(backend, 'saveParty');
    await open({ of: 'party', party: null });
    await fill('Vendor', 'Office for Transfers');
    await choose('What sort of vendor', 'Regulator');
    await user.click(sheet().getByLabelText('Can compel'));
    await fill('Their reference', 'OT-1');
    await fill('Reason they give', 'It is their rule');
    await save();
    expect(write).toHaveBeenCalledWith(
      'transfer',
      {
        id: null,
        vendor: '',
        roles: ['can_compel'],
        reference: 'OT-1',
        policy: null,
        rationale: 'It is their rule',
      },
      { id: null, name: 'Office for Transfers', kind: 'regulator' },
    );
  });

  it('wants a reason for each step of the ladder', async () => {
    const write = vi.spyOn(backend, 'saveRung');
    await open({ of: 'rung', rung: null });
    await pick('Who', 'Marcus');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await sheet().findByText(/each step up needs its reason/)).toBeVisible();
    await fill('Reason', 'She may not override it; he may');
    await fill('Reached on', '5 Mar');
    await fill('What came of it', 'Yes, with a caveat');
    await save();
    expect(write).toHaveBeenCalledExactlyOnceWith('transfer', {
      id: null,
      contact: 'marcus',
      vendor: null,
      reachedOn: '2026-03-05',
      reason: 'She may not override it; he may',
      result: 'Yes, with a caveat',
    });
  });

  it('keeps a rung planned where the day is left empty', async () => {
    const write = vi.spyOn(backend, 'saveRung');
    await open({ of: 'rung', rung: null });
    await fill('Reason', 'If nothing comes');
    await user.clear(sheet().getByLabelText('Reached on'));
    await save();
    expect(write.mock.calls[0]?.[1]).toMatchObject({ reachedOn: null, contact: null });
  });

  it('makes a new person where they work, and sends their help', async () => {
    const [person, write] = [vi.spyOn(backend, 'saveContact'), vi.spyOn(backend, 'saveAdvocacy')];
    await open({ of: 'advocacy', advocacy: null });
    await fill('Who', 'Iris Okafor');
    await fill('Their job', 'Team leader');
    await fill('What they did', 'Found the letter');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await sheet().findByText('Where does Iris Okafor work?')).toBeVisible();
    expect(person, 'nothing is made before all is known').not.toHaveBeenCalled();
    await pick('Vendor', 'Harbor');
    await fill('Thanked on', '9 Mar');
    await user.click(sheet().getByLabelText('May be quoted by name'));
    await save();
    const made = (await backend.dispute('transfer')).people.find(
      (one) => one.name === 'Iris Okafor',
    );
    expect(made).toMatchObject({ job: 'Team leader', vendor: { id: 'harbor' } });
    expect(write).toHaveBeenCalledWith('transfer', {
      id: null,
      contact: made?.id,
      on: TODAY,
      did: 'Found the letter',
      thankedOn: '2026-03-09',
      mayQuote: true,
    });
  });
});

describe('what was agreed and what comes', () => {
  it('sends a remedy with all that it has', async () => {
    const write = vi.spyOn(backend, 'saveRemedy');
    await open({ of: 'remedy', remedy: null });
    await fill('What was agreed', 'The May transfers will not be returned');
    await choose('Kind', 'Exception to a policy');
    await fill('Agreed on', '5 Mar');
    await pick('Who', 'Marcus');
    await fill('It depends on', 'Announced two business days ahead');
    await fill('Expected by', '29 May');
    await fill('Delivered on', '15 May');
    await fill('First check on', '20 May');
    await save();
    expect(write).toHaveBeenCalledWith(
      'transfer',
      {
        id: null,
        kind: 'policy_exception',
        by: 'marcus',
        vendor: null,
        agreedOn: '2026-03-05',
        what: 'The May transfers will not be returned',
        caveat: 'Announced two business days ahead',
        claim: null,
        expectedBy: '2026-05-29',
        deliveredOn: '2026-05-15',
        endsOn: null,
      },
      '2026-05-20',
    );
  });

  it('sends a look that was done, with what it showed', async () => {
    const write = vi.spyOn(backend, 'saveCheck');
    const remedy = view.remedies[0];
    if (!remedy) throw new Error('The invented household lacks a remedy.');
    await open({ of: 'check', remedy, check: null });
    await fill('Look on', '11 May');
    await choose('What it showed', 'No longer holds');
    await fill('Looked on', '11 May');
    await fill('Note', '340.00 taken back on 4 May');
    await save();
    expect(write).toHaveBeenCalledWith('transfer', remedy.remedy.id, {
      id: null,
      dueOn: '2026-05-11',
      doneOn: '2026-05-11',
      result: 'does_not_hold',
      note: '340.00 taken back on 4 May',
    });
  });

  it('sends a next step, done already', async () => {
    const write = vi.spyOn(backend, 'saveNextStep');
    await open({ of: 'next_step', step: null });
    await fill('What', 'Thank Marcus Bell');
    await fill('On', '9 Mar');
    await fill('At', '9:30');
    await choose('Channel', 'Letter');
    await pick('Who', 'Marcus');
    await fill('Done on', '9 Mar');
    await save();
    expect(write).toHaveBeenCalledWith('transfer', {
      id: null,
      on: '2026-03-09',
      at: '09:30',
      what: 'Thank Marcus Bell',
      channel: 'letter',
      contact: 'marcus',
      doneOn: '2026-03-09',
    });
  });
});

describe('what happened', () => {
  it('sends an event with two people, two facts and what is private', async () => {
    const write = vi.spyOn(backend, 'saveEvent');
    await open({ of: 'event', event: null });
    await choose('Channel', 'Phone');
    await choose('Direction', 'They reached us');
    await fill('Day', '5 Mar');
    await pick('Who', 'Dana');
    await user.click(sheet().getByRole('button', { name: 'Add another person' }));
    await pick('Who else 1', 'Marcus');
    await fill('Fact 1', 'He agreed that they would not be returned.');
    await pick('Acknowledged by', 'Marcus');
    await user.click(sheet().getByRole('button', { name: 'Add another fact' }));
    await fill('Fact 2', 'He may have said until June.');
    const status = sheet().getAllByLabelText('Does the other side agree?').at(-1);
    await user.selectOptions(status as HTMLElement, 'Not sure');
    await user.click(sheet().getByLabelText('Yes'));
    await fill('Took (minutes)', '18');
    await fill('Private note', 'Kind.');
    await save();
    expect(write).toHaveBeenCalledWith({
      id: null,
      dispute: 'transfer',
      at: '2026-03-05',
      precision: 'exact',
      channel: 'phone',
      direction: 'in',
      vendor: null,
      contacts: ['dana', 'marcus'],
      answered: true,
      waitedMinutes: null,
      minutes: 18,
      facts: [
        {
          id: null,
          text: 'He agreed that they would not be returned.',
          status: 'undisputed',
          acknowledgedBy: 'marcus',
        },
        {
          id: null,
          text: 'He may have said until June.',
          status: 'unsure',
          acknowledgedBy: null,
        },
      ],
      note: 'Kind.',
    });
  });
});

describe('the dispute', () => {
  it('changes the subject and nothing else of the dispute', async () => {
    const write = vi.spyOn(backend, 'saveDispute');
    await open({ of: 'subject' });
    await fill('Model', 'X-200');
    await fill('Price', '$129.90');
    await save();
    const before = view.dispute;
    const subject: Subject = {
      ...before.subject,
      model: 'X-200',
      price: { amount: '129.90', currency: 'USD' },
    };
    expect(write).toHaveBeenCalledWith({ ...before, subject });
  });

  it('changes who leads it and keeps the subject', async () => {
    const write = vi.spyOn(backend, 'saveDispute');
    await open({ of: 'dispute' });
    await choose('Led by', 'Paul Whitfield');
    await save();
    expect(write).toHaveBeenCalledWith({ ...view.dispute, lead: 'paul' });
  });
});
