/** E-mails of the invented household that wait to be told what they are. */
import type { MailProposal, MailsAdded, MailsAdding, Named } from '../types';
import { invented } from './evidence';
import { id } from './record';
import type { Writes } from './writes';

/** What is told of one of the vendor's; the name of the second shows that nobody is known there. */
export function proposalOf(of: string, vendor: Named | null): MailProposal {
  const host = vendor ? 'alpenstern.example' : 'post.example';
  return {
    id: of,
    subject: vendor ? 'Your journey AR-40071' : '',
    sentAt: vendor ? '2026-06-02T16:04:00+02:00' : null,
    from: vendor ? [`Lea Brunner <lea@${host}>`] : [`Someone <x@${host}>`],
    to: ['Noor Whitfield <noor@whitfield.example>'],
    text: 'Dear guest,\n\nwe are sorry to say that the journey cannot take place.',
    direction: 'in',
    vendor,
    people: [
      { id: null, name: vendor ? 'Lea Brunner' : 'Someone', email: `x@${host}`, keep: true },
    ],
    host,
    enclosed: vendor
      ? [
          { name: 'terms.pdf', mediaType: 'application/pdf', size: 81_220, keep: true },
          { name: 'sign.gif', mediaType: 'image/gif', size: 812, keep: false },
        ]
      : [],
    known: null,
    problems: vendor ? ['remote_left_out'] : ['no_date'],
  };
}

/** Writes e-mails down; gives the events and the evidence. */
export function written(
  writes: Writes,
  adding: MailsAdding,
): Pick<MailsAdded, 'events' | 'added' | 'known'> {
  const one = writes.case(adding.dispute);
  const events: Named[] = [];
  const added: Named[] = [];
  for (const mail of adding.mails) {
    const kept = invented(writes.fresh(), one, []);
    one.attachments.push({ ...kept, name: mail.name, mediaType: 'message/rfc822' });
    added.push({ id: kept.id, name: mail.name });
    if (!mail.event) continue;
    const { at, precision, direction, people, summary } = mail.event;
    const vendor = mail.event.vendor ? writes.vendorOf(mail.event.vendor) : null;
    if (vendor) writes.partyFor(one, vendor);
    const contacts = people.map(
      (person) =>
        person.id ??
        writes.put(writes.home.contacts, {
          ...{ id: null, vendor: vendor ?? '', name: person.name, email: person.email },
          ...{ job: null, department: null, phone: null, supervisor: null },
        }),
    );
    const event = writes.put(one.events, {
      id: null,
      dispute: id(one.dispute),
      ...{ at, precision, direction, vendor, contacts, channel: 'email' as const },
      ...{ answered: null, waitedMinutes: null, minutes: null, note: null },
      facts: [
        { id: writes.fresh(), text: summary, status: 'undisputed' as const, acknowledgedBy: null },
      ],
    });
    events.push({ id: event, name: summary });
  }
  return { events, added, known: [] };
}
