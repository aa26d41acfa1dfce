/** Pasted threads, as the fake backend reads them: a message a paragraph, in an invented order. */
import type { ThreadAdding, ThreadBoard, ThreadDraft } from '../types';
import { invented } from './evidence';
import { id } from './record';
import type { Writes } from './writes';

/** What seems to have happened: `2026-05-03 Name: words`, a paragraph each. */
export function boardOf(text: string, vendor: ThreadDraft['vendor'], asked: boolean): ThreadBoard {
  const paragraphs = text.split(/\n\s*\n/).filter((one) => one.trim());
  const drafts = paragraphs.map((paragraph, index): ThreadDraft => {
    const match = /^(\d{4}-\d{2}-\d{2})? ?(?:([^:]+): )?([^]*)$/.exec(paragraph.trim());
    const [, on = null, who = '', words = ''] = match ?? [];
    const isOurs = who === 'Noor';
    return {
      line: index * 2 + 1,
      on,
      time: null,
      who,
      channel: 'chat',
      direction: isOurs ? 'out' : 'in',
      vendor,
      people: isOurs || !who ? [] : [{ id: null, name: who, email: null, keep: true }],
      words,
      known: words.includes('again') ? { id: 't-e1', name: 'They cancelled it.' } : null,
    };
  });
  const unsureDay = asked || !text.includes('03/05/2026') ? null : '03/05/2026';
  return { drafts, dayOrder: 'day_first', unsureDay, problems: [] };
}

/** Takes over what was confirmed; gives the first event. */
export function takenOver(writes: Writes, adding: ThreadAdding): string | null {
  const one = writes.case(adding.dispute);
  const made = adding.events.map((event) => {
    const { at, precision, channel, direction, people, words } = event;
    const vendor = event.vendor ? writes.vendorOf(event.vendor) : null;
    if (vendor) writes.partyFor(one, vendor);
    const contacts = people.map(
      (person) =>
        person.id ??
        writes.put(writes.home.contacts, {
          ...{ id: null, vendor: vendor ?? '', name: person.name, email: person.email },
          ...{ job: null, department: null, phone: null, supervisor: null },
        }),
    );
    return writes.put(one.events, {
      id: null,
      dispute: id(one.dispute),
      ...{ at, precision, channel, direction, vendor, contacts },
      ...{ answered: null, waitedMinutes: null, minutes: null, note: null },
      facts: [
        { id: writes.fresh(), text: words, status: 'undisputed' as const, acknowledgedBy: null },
      ],
    });
  });
  const cited = made.map((event) => ({ kind: 'event' as const, id: event }));
  const kept = invented(writes.fresh(), one, cited);
  one.attachments.push({ ...kept, name: adding.name, mediaType: 'text/plain' });
  return made[0] ?? null;
}
