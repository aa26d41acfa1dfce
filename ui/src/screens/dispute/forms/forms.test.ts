import { describe, expect, it, vi } from 'vitest';
import type { Claim, Movement } from '$lib/backend';
import { backend, choose, fill, open, pick, save, sheet, TODAY, user, view } from './form-testing';

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

  it('never drops what was typed and is nothing of the list', async () => {
    const write = vi.spyOn(backend, 'saveClaim');
    await open({ of: 'claim', claim: null });
    await fill('Amount', '$35');
    await fill('For what', 'Returned-item fee');
    await pick('Vendor', 'North');
    await fill('Because of', 'the thing with the form');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await sheet().findByText(/“the thing with the form” is not in the list/)).toBeVisible();
    expect(write, 'nothing is saved without it').not.toHaveBeenCalled();
    expect(sheet().getByLabelText('Because of')).toHaveValue('the thing with the form');
    await user.clear(sheet().getByLabelText('Because of'));
    await save();
    expect(write.mock.calls[0]?.[1].becauseOf).toBeNull();
  });

  it('says it beside the one fact whose witness nobody knows', async () => {
    const write = vi.spyOn(backend, 'saveEvent');
    await open({ of: 'event', event: null });
    await fill('Fact 1', 'They agreed.');
    await pick('Acknowledged by', 'Marcus');
    await user.click(sheet().getByRole('button', { name: 'Add another fact' }));
    await fill('Fact 2', 'They will write.');
    const second = () => sheet().getAllByLabelText('Acknowledged by')[1] as HTMLElement;
    await user.type(second(), 'Iris');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await sheet().findAllByText(/“Iris” is not in the list/)).toHaveLength(1);
    expect(second()).toHaveAccessibleDescription(/“Iris” is not in the list/);
    expect(write).not.toHaveBeenCalled();
    await fill('Who', 'Iris');
    await pick('Vendor', 'North');
    await save();
    const facts = write.mock.calls[0]?.[0].facts ?? [];
    expect(facts[0]?.acknowledgedBy).toBe('marcus');
    expect(facts[1]?.acknowledgedBy, 'the new person of this event').toBeTruthy();
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

  it('accepts an offer and makes its remedy in one action, undone as a whole', async () => {
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
    expect(remedy.mock.calls[0]?.[2].accepts).toEqual({ offer: proposed.offer.id, on: TODAY });
    expect(offer, 'the answer goes with the remedy').not.toHaveBeenCalled();
    const after = await backend.dispute('transfer');
    expect(after.offers[0]?.offer).toMatchObject({ answer: 'accepted', answeredOn: TODAY });
    await backend.undoLast();
    const undone = await backend.dispute('transfer');
    expect(undone.offers[0], 'one Undo takes the answer back').toEqual(proposed);
    expect(undone.remedies.length, 'and the remedy with it').toBe(view.remedies.length);
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
