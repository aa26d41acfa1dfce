import { describe, expect, it } from 'vitest';
import { dayEntry, timeEntry } from '$lib/entries';
import type { EventNoun } from '$lib/backend';
import { atOf, eventFields, eventMissing, eventOf, newEventFields } from './event';
import { vendorPick } from './picks';

const when = (day: string, time: string | null) => ({ day: dayEntry(day), time: timeEntry(time) });

describe('when it happened', () => {
  const BEFORE = '2026-03-02T10:15:30-05:00';
  it.each([
    ['a day alone stays a day', when('2026-03-02', null), null, '2026-03-02'],
    ['what was not changed keeps its seconds', when('2026-03-02', '10:15'), BEFORE, BEFORE],
    [
      'a changed time keeps the offset in which it was recorded',
      when('2026-03-02', '11:00'),
      BEFORE,
      '2026-03-02T11:00:00-05:00',
    ],
    ['a time can be taken away', when('2026-03-02', null), BEFORE, '2026-03-02'],
    [
      'an instant in UTC stays in UTC',
      when('2026-03-03', '09:00'),
      '2026-03-02T10:15:00Z',
      '2026-03-03T09:00:00Z',
    ],
  ])('%s', (_why, fields, before, at) => {
    expect(atOf(fields, before)).toBe(at);
  });

  it('a new time has the offset of this computer', () => {
    expect(atOf(when('2026-03-02', '10:15'), null)).toMatch(/^2026-03-02T10:15:00[+-]\d{2}:\d{2}$/);
  });
});

describe('an event in its form', () => {
  const event: EventNoun = {
    id: 'e1',
    dispute: 'd1',
    at: '2026-03-05T14:30:00-05:00',
    precision: 'about',
    channel: 'phone',
    direction: 'in',
    vendor: 'v1',
    contacts: ['c1', 'c2'],
    answered: true,
    waitedMinutes: 3,
    minutes: 18,
    facts: [
      { id: 'f1', text: 'Agreed.', status: 'undisputed', acknowledgedBy: 'c2' },
      { id: 'f2', text: 'Perhaps.', status: 'unsure', acknowledgedBy: null },
    ],
    note: 'Kind.',
  };
  const vendor = { id: 'v1', name: 'Northbank Trust' };
  const personOf = (id: string) => ({ id, name: `Name of ${id}`, job: null, vendor });

  it('comes back the same when nothing is changed: no field is lost on the way', () => {
    const fields = eventFields(event, vendorPick(vendor), personOf);
    const ids = {
      vendor: fields.vendor.id,
      people: fields.people.flatMap((pick) => pick.id ?? []),
      acknowledged: (choice: { id: string | null }) => choice.id,
    };
    expect(eventOf('d1', fields, event, ids)).toEqual(event);
  });

  it('leaves out empty facts and says what is missing', () => {
    const blank = newEventFields('2026-06-20', vendorPick(null));
    const sent = eventOf('d1', blank, null, { vendor: null, people: [], acknowledged: () => null });
    expect(sent.facts).toEqual([]);
    expect(eventMissing(blank).text).not.toBe('');
    expect(eventMissing({ ...blank, note: 'Only for us' }).text).toBe('');
    expect(eventMissing({ ...blank, waited: 'half an hour' }).waitedMinutes).not.toBe('');
    expect(eventMissing({ ...blank, waited: ' 31 ' }).waitedMinutes).toBe('');
  });
});
