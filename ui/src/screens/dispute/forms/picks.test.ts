import { describe, expect, it, vi } from 'vitest';
import { FakeBackend } from '$lib/backend/fake/backend';
import { NO_PERSON, NO_VENDOR, Picker, placeMissing } from './picks';

async function books(dispute = 'transfer') {
  const backend = new FakeBackend();
  const party = vi.spyOn(backend, 'saveParty');
  const contact = vi.spyOn(backend, 'saveContact');
  const view = await backend.dispute(dispute);
  return { backend, party, contact, view, picker: new Picker(backend, view) };
}

describe('vendors and people that a form names', () => {
  it('are nothing where nothing was typed', async () => {
    const { picker, party, contact } = await books();
    expect(await picker.vendor({ ...NO_VENDOR, name: '  ' })).toBeNull();
    expect(await picker.person(NO_PERSON, null)).toBeNull();
    expect([party.mock.calls, contact.mock.calls]).toEqual([[], []]);
  });

  it('a vendor of the dispute is taken as it is, by its name too', async () => {
    const { picker, party } = await books();
    expect(await picker.vendor({ ...NO_VENDOR, name: ' harbor FUNDS ' })).toBe('harbor');
    expect(party, 'nothing is made twice').not.toHaveBeenCalled();
  });

  it('a vendor of the household that had no part gets one', async () => {
    const { picker, party, backend } = await books();
    expect(await picker.vendor({ id: 'lumen', name: 'Lumen Fiber', kind: 'other' })).toBe('lumen');
    expect(party).toHaveBeenCalledTimes(1);
    const after = await backend.dispute('transfer');
    expect(after.parties.map((one) => one.party.vendor)).toContain('lumen');
  });

  it('a new vendor is made once, and found again when saving is tried again', async () => {
    const { picker, party, backend } = await books();
    const made = await picker.vendor({ id: null, name: 'Quay Airways', kind: 'airline' });
    expect(made).toBeTruthy();
    const again = new Picker(backend, await backend.dispute('transfer'));
    expect(await again.vendor({ id: null, name: 'Quay Airways', kind: 'airline' })).toBe(made);
    expect(party).toHaveBeenCalledTimes(1);
  });

  it('a new person works at the vendor that was chosen, and is made once', async () => {
    const { picker, contact, backend } = await books();
    const pick = { id: null, name: 'Iris Okafor', job: 'Team leader' };
    const id = await picker.person(pick, 'harbor');
    expect(contact.mock.calls[0]?.[0]).toMatchObject({
      vendor: 'harbor',
      name: 'Iris Okafor',
      job: 'Team leader',
    });
    const again = new Picker(backend, await backend.dispute('transfer'));
    expect(await again.person(pick, 'harbor')).toBe(id);
    expect(contact).toHaveBeenCalledTimes(1);
  });

  it('asks where a new person works only where that is not plain', async () => {
    const two = (await books()).view;
    const one = (await books('train')).view;
    const stranger = { id: null, name: 'Iris Okafor', job: '' };
    expect(one.parties, 'the case needs a dispute with one vendor').toHaveLength(1);
    expect(placeMissing(two, stranger, NO_VENDOR)).toBe('Where does Iris Okafor work?');
    expect(placeMissing(one, stranger, NO_VENDOR)).toBe('');
    expect(placeMissing(two, { id: 'dana', name: 'Dana Ruiz', job: '' }, NO_VENDOR)).toBe('');
  });
});
