/** Lists of the fake backend's letters, and which would fit now. */
import { BackendError } from '../error';
import type {
  LetterBoard,
  LetterEvent,
  LetterKind,
  LetterProposal,
  NewLetter,
  Recipient,
  SentRow,
} from '../types';
import { addressOf } from './letter-text';
import { TODAY, id, type Case } from './record';
import { Views } from './views';
import { failure } from './keeping';
import { Writes } from './writes';

export class LetterBoards extends Writes {
  protected get views(): Views {
    return new Views(this.home);
  }

  protected begun(letter: string) {
    const found = this.home.letters.find((one) => one.letter.id === letter);
    if (!found) throw failure('not_found');
    return found;
  }

  protected unsent(letter: string) {
    if (this.sending(letter)) {
      throw new BackendError({ code: 'letter_sent', values: {}, problems: [] });
    }
    return this.begun(letter);
  }

  protected sending(letter: string) {
    return this.home.sent.find((one) => one.row.letter === letter && !one.takenBack);
  }

  protected sent(sending: string) {
    const found = this.home.sent.find((one) => one.row.id === sending);
    if (!found) throw failure('not_found');
    return found;
  }

  letters = async (): Promise<LetterBoard> => this.#board(() => true);
  lettersOf = async (dispute: string): Promise<LetterBoard> => {
    this.case(dispute);
    return this.#board((one) => one === dispute);
  };

  #board(shown: (dispute: string) => boolean): LetterBoard {
    const rows = this.home.sent.map((one) => one.row).filter((row) => shown(row.dispute.id));
    const drafts = this.home.letters.filter(
      ({ letter }) => shown(letter.dispute) && !this.sending(letter.id),
    );
    const of = (wanted: (row: SentRow) => boolean) => rows.filter(wanted);
    return {
      drafts: drafts.map(({ letter, begunAt }) => ({
        id: letter.id,
        dispute: this.views.named(this.case(letter.dispute)),
        kind: letter.kind,
        addressee: addressOf(this.home, letter.toVendor, letter.toContact).name,
        vendor: this.views.vendor(letter.toVendor),
        by: letter.by,
        begunAt,
        replyBy: letter.replyBy,
        overdue: (letter.replyBy ?? TODAY) < TODAY,
      })),
      waiting: of((row) => row.standing === 'waiting'),
      earlier: of((row) => row.standing !== 'waiting' && row.standing !== 'taken_back'),
      takenBack: of((row) => row.standing === 'taken_back'),
    };
  }

  proposeLetter = async (dispute: string): Promise<LetterProposal[]> => {
    const one = this.case(dispute);
    const start = (kind: LetterKind, vendor: string, contact: string | null): NewLetter => ({
      dispute,
      kind,
      about: null,
      toVendor: vendor,
      toContact: contact,
      help: null,
    });
    const proposals: LetterProposal[] = [];
    const first = one.parties[0]?.vendor;
    const waiting = this.home.sent.find(
      ({ row }) => row.dispute.id === dispute && row.standing === 'waiting',
    );
    if (waiting && !one.dispute.closedOn) {
      const { row } = waiting;
      proposals.push(
        this.#proposal(
          { ...start('follow_up', row.vendor.id, null), about: row.event },
          'no_answer',
          { sentOn: row.on, replyBy: row.replyBy ?? row.on },
        ),
      );
    } else if (first && !one.dispute.closedOn) {
      const since = { since: one.dispute.openedOn };
      proposals.push(this.#proposal(start('complaint', first, null), 'nothing_sent', since));
    }
    for (const help of one.advocates.filter((each) => !each.thankedOn)) {
      const vendor = this.views.someone(help.contact).vendor.id;
      const thanks = { ...start('thank_you', vendor, help.contact), help: help.id };
      proposals.push(this.#proposal(thanks, 'not_thanked', { on: help.on }));
    }
    return proposals;
  };

  #proposal(start: NewLetter, code: string, values: Record<string, string>): LetterProposal {
    const one = this.case(start.dispute);
    const begun = this.home.letters.find(
      ({ letter }) =>
        letter.dispute === start.dispute && letter.kind === start.kind && !this.sending(letter.id),
    );
    return {
      start,
      why: { code, values },
      about: this.events(one).find((event) => event.id === start.about) ?? null,
      to: start.toVendor ? this.recipient(start.toVendor, start.toContact) : null,
      draft: begun?.letter.id ?? null,
    };
  }

  protected recipient(vendor: string, contact: string | null): Recipient {
    const { name, lines, email, hasAddress } = addressOf(this.home, vendor, contact);
    const person = this.views.person(contact);
    return { vendor: this.views.vendor(vendor), contact: person, name, lines, email, hasAddress };
  }

  protected events(one: Case): LetterEvent[] {
    return [...one.events].reverse().map((event) => ({
      id: id(event),
      day: event.at.slice(0, 10),
      channel: event.channel,
      direction: event.direction,
      vendor: this.views.vendorOrNone(event.vendor, event.contacts[0] ?? null),
      people: event.contacts.map((contact) => this.views.someone(contact)),
      words: event.facts[0]?.text ?? '',
      sent: this.home.sent.find((each) => each.row.event === event.id)?.row.id ?? null,
    }));
  }
}
