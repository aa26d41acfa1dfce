import { describe, expect, it, vi } from 'vitest';
import type { Subject } from '$lib/backend';
import { renderScreen } from '$lib/testing';
import FormHost from './FormHost.svelte';
import { backend, choose, fill, open, pick, save, sheet, user, view } from './form-testing';

describe('a sum whose currency nobody knows', () => {
  it('is not saved before its currency was typed', async () => {
    const start = await backend.start();
    vi.spyOn(backend, 'start').mockResolvedValue({ ...start, currency: null });
    const write = vi.spyOn(backend, 'saveOffer');
    const props = {
      view: { ...view, currency: null },
      request: { of: 'offer', offer: null } as const,
    };
    await renderScreen(FormHost, props, backend);
    await sheet().findByRole('button', { name: 'Save' });
    await fill('What they propose', 'A credit');
    await fill('Amount', '15');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await sheet().findByText(/In which currency is “15”/)).toBeVisible();
    expect(write, 'no currency is made up').not.toHaveBeenCalled();
    await fill('Amount', '15 CHF');
    await save();
    expect(write.mock.calls[0]?.[1].amount).toEqual({ amount: '15.00', currency: 'CHF' });
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
    await fill('It covers', 'The transfers of May');
    await user.click(sheet().getByRole('radio', { name: 'Each time it is used' }));
    expect(
      sheet().getByLabelText('Asked before each use'),
      'the condition is proposed as the question',
    ).toHaveValue('Announced two business days ahead');
    expect(await sheet().findByText(/you look each time before you use it/)).toBeVisible();
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
        scope: 'The transfers of May',
        caveat: 'Announced two business days ahead',
        beforeUse: 'Announced two business days ahead',
        claim: null,
        expectedBy: '2026-05-29',
        deliveredOn: '2026-05-15',
        endsOn: null,
        satisfiedOn: null,
      },
      { looks: [], step: null, accepts: null },
    );
  });

  it('plans the looks that fit, unless they are changed', async () => {
    const write = vi.spyOn(backend, 'saveRemedy');
    await open({ of: 'remedy', remedy: null });
    await fill('What was agreed', 'The fee is paid back');
    await choose('Kind', 'Refund');
    expect(await sheet().findByText('Mon 20 Jul · Wed 19 Aug')).toBeVisible();
    await fill('Expected by', '1 July');
    expect(await sheet().findByText('Fri 31 Jul · Sun 30 Aug')).toBeVisible();
    await save();
    expect(write.mock.calls[0]?.[2].looks).toEqual([
      { id: null, on: '2026-07-31' },
      { id: null, on: '2026-08-30' },
    ]);
  });

  it('lets looks be changed, taken out and added, and asks for a step where one is wanted', async () => {
    const write = vi.spyOn(backend, 'saveRemedy');
    await open({ of: 'remedy', remedy: null });
    await fill('What was agreed', 'The kettle is repaired');
    await choose('Kind', 'Repair');
    await user.click(await sheet().findByRole('button', { name: 'Change the looks' }));
    await fill('Look 1', '1 Aug');
    await user.click(sheet().getByRole('button', { name: 'Take look 2 out' }));
    await user.click(sheet().getByRole('button', { name: 'Another look' }));
    await fill('It depends on', 'The kettle is sent in');
    await user.click(sheet().getByRole('radio', { name: 'On a day' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await sheet().findByText('When do you look?')).toBeVisible();
    expect(sheet().getByText('What will you do?')).toBeVisible();
    await fill('Look 2', '1 Dec');
    await fill('What you will do', 'Send the kettle in');
    await fill('On which day', '25 June');
    await save();
    expect(write.mock.calls[0]?.[2]).toEqual({
      looks: [
        { id: null, on: '2026-08-01' },
        { id: null, on: '2026-12-01' },
      ],
      step: {
        id: null,
        on: '2026-06-25',
        at: null,
        what: 'Send the kettle in',
        channel: null,
        contact: null,
        doneOn: null,
      },
      accepts: null,
    });
  });

  it('leaves the looks of a known remedy as they are, until they are changed', async () => {
    const write = vi.spyOn(backend, 'saveRemedy');
    const remedy = view.remedies[0];
    if (!remedy) throw new Error('The invented household lacks a remedy.');
    await open({ of: 'remedy', remedy });
    expect(await sheet().findByText('Fri 19 Jun')).toBeVisible();
    await save();
    expect(write.mock.calls[0]?.[2].looks, 'nothing is said of looks').toBeNull();
  });

  it('takes all looks out in one click', async () => {
    const write = vi.spyOn(backend, 'saveRemedy');
    const remedy = view.remedies[0];
    if (!remedy) throw new Error('The invented household lacks a remedy.');
    await open({ of: 'remedy', remedy });
    await user.click(await sheet().findByRole('button', { name: 'Plan no looks' }));
    await save();
    expect(write.mock.calls[0]?.[2].looks, 'none is wanted').toEqual([]);
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
