/** Letters of the fake backend: begun, changed, marked as sent and taken back. */
import { addDays, dayText } from '../../words/dates';
import { BackendError } from '../error';
import type {
  Channel,
  DocumentPreview,
  Letter,
  LetterKind,
  LetterOptions,
  LetterTemplate,
  LetterView,
  NewLetter,
  Sending,
  SendingProposal,
  SentLetterView,
  SentPart,
  SentRow,
} from '../types';
import {
  addressOf,
  claimsOf,
  factsOf,
  isThanks,
  marksOf,
  pointsOf,
  replyDays,
  textOf,
  vendorOf,
} from './letter-text';
import { LetterBoards } from './letter-boards';
import { BLANK } from './more-letters';
import { TODAY, id, type Case } from './record';
import { failure } from './keeping';

const KINDS: LetterKind[] = [
  'complaint',
  'follow_up',
  'confirmation',
  'escalation',
  'thank_you',
  'commendation',
  'final_notice',
  'billing_error',
  'before_claim',
  'refusal_request',
];
const BROUGHT = '== subject\nComplaint: {{ dispute.title }}\n\n== opening\nI am writing to you.\n';

export class Letters extends LetterBoards {
  startLetter = async (made: NewLetter) =>
    this.act(() => {
      const one = this.case(made.dispute);
      const toVendor = made.toVendor ?? one.parties[0]?.vendor;
      if (!toVendor) {
        throw failure('refused', [{ field: 'toVendor', code: 'missing', values: {} }]);
      }
      const letter: Letter = {
        ...BLANK,
        id: this.fresh(),
        dispute: made.dispute,
        kind: made.kind,
        toVendor,
        toContact: made.toContact,
        from: one.dispute.lead,
        about: made.about,
        help: made.help,
        by: addressOf(this.home, toVendor, made.toContact).hasAddress ? 'letter' : 'email',
        replyBy: isThanks(made.kind) ? null : addDays(TODAY, 14),
      };
      this.home.letters.unshift({ letter, begunAt: `${TODAY}T09:00:00Z`, edits: [] });
      return letter.id;
    });

  letter = async (what: string): Promise<LetterView> => {
    const { letter, edits } = this.begun(what);
    const one = this.case(letter.dispute);
    const sent = this.sending(what) ?? null;
    const draft = sent ? null : textOf(this.home, letter, edits);
    return structuredClone({
      letter,
      dispute: this.views.named(one),
      draft,
      templateFault: null,
      points: draft ? pointsOf(this.home, letter, draft) : [],
      marks: draft ? marksOf(draft) : [],
      options: this.#options(one, letter),
      replyBy: replyDays(),
      sent,
    });
  };

  #options(one: Case, letter: Letter): LetterOptions {
    const view = this.views.dispute(one);
    const vendors = [
      ...one.parties.map((party) => party.vendor),
      ...one.rungs.flatMap((rung) => rung.vendor ?? []),
      letter.toVendor,
    ];
    return {
      recipients: [...new Set(vendors)].flatMap((vendor) => [
        ...this.home.contacts
          .filter((contact) => contact.vendor === vendor)
          .map((contact) => this.recipient(vendor, id(contact))),
        this.recipient(vendor, null),
      ]),
      members: this.home.members,
      facts: factsOf(one),
      claims: claimsOf(this.home, one),
      events: this.events(one),
      helps: view.advocates,
      attachments: view.attachments,
      templates: this.home.templates
        .filter((each) => each.kind === letter.kind && each.name)
        .map((each) => ({ id: each.id ?? '', name: each.name ?? '' })),
      openSteps: view.nextSteps.filter(({ step }) => !step.doneOn),
    };
  }

  saveLetter = async (letter: Letter) =>
    this.act(() => {
      const known = this.unsent(letter.id);
      known.letter = { ...letter, dispute: known.letter.dispute, kind: known.letter.kind };
      return letter.id;
    });

  saveLetterEdit = async (
    letter: string,
    key: string,
    base: string,
    text: string,
    after: string | null,
  ) =>
    this.act(() => {
      const known = this.unsent(letter);
      const edit = { key, base, text: text.trim(), after };
      const at = known.edits.findIndex((one) => one.key === key);
      if (edit.text === base) known.edits = known.edits.filter((one) => one.key !== key);
      else if (at < 0) known.edits.push(edit);
      else known.edits[at] = edit;
      return letter;
    });

  dropLetterEdit = async (letter: string, key: string) =>
    this.act(() => {
      const known = this.unsent(letter);
      known.edits = known.edits.filter((one) => one.key !== key);
      return letter;
    });

  dropLetter = async (letter: string) =>
    this.act(() => {
      const { letter: gone } = this.unsent(letter);
      const before = JSON.stringify(this.home);
      this.home.letters = this.home.letters.filter((one) => one.letter.id !== letter);
      const name = addressOf(this.home, gone.toVendor, gone.toContact).name;
      const deletedAt = `${TODAY}T09:00`;
      const thrown = { id: letter, name, dispute: gone.dispute, deletedAt, before };
      this.home.bin.unshift({ kind: 'letter', ...thrown });
      return letter;
    });

  composeLetter = async (letter: string): Promise<DocumentPreview> => {
    this.begun(letter);
    return { ...page(letter), pages: 1 };
  };
  saveLetterFile = async () => true;

  sendingProposal = async (letter: string, on: string, by: Channel): Promise<SendingProposal> => {
    const { kind, replyBy, toVendor } = this.begun(letter).letter;
    if (isThanks(kind)) return { nextStepOn: null, nextStep: '' };
    const vendor = vendorOf(this.home, toVendor)?.name ?? '?';
    const chase = by === 'web_form';
    return {
      nextStepOn: chase ? addDays(replyBy ?? addDays(on, 13), 1) : addDays(on, 7),
      nextStep: chase
        ? `Ask ${vendor} for the answer to the letter of ${dayText(on, TODAY)}`
        : `Ask ${vendor} whether the letter of ${dayText(on, TODAY)} arrived`,
    };
  };

  markSent = async (what: string, sending: Sending) => {
    const { nextStepOn, nextStep } = await this.sendingProposal(what, sending.on, sending.by);
    return this.act(() => {
      const known = this.unsent(what);
      const { letter } = known;
      letter.by = sending.by;
      const text = textOf(this.home, letter, known.edits);
      if (!text) throw failure('not_found');
      const missing = pointsOf(this.home, letter, text).filter((point) => point.refuse);
      if (missing.length) {
        const problems = missing.map(({ code, place }) => ({
          field: place.field ?? '',
          code,
          values: {},
        }));
        throw new BackendError({ code: 'letter_incomplete', values: {}, problems });
      }
      const one = this.case(letter.dispute);
      const event = this.put(one.events, this.#sentEvent(letter, sending));
      for (const step of one.nextSteps) {
        if (sending.finishedSteps.includes(id(step))) step.doneOn = sending.on;
      }
      const on = sending.nextStepOn ?? nextStepOn;
      if (on && !sending.withoutNextStep) {
        const step = { at: null, channel: null, contact: letter.toContact, doneOn: null };
        this.put(one.nextSteps, { id: null, on, what: nextStep || 'Follow up', ...step });
      }
      for (const help of one.advocates) {
        if (help.id === letter.help) help.thankedOn ??= sending.on;
      }
      const row: SentRow = {
        id: this.fresh(),
        letter: what,
        dispute: this.views.named(one),
        kind: letter.kind,
        addressee: text.recipient[0] ?? '?',
        vendor: this.views.vendor(letter.toVendor),
        subject: text.subject,
        on: sending.on,
        by: sending.by,
        tracking: sending.tracking,
        replyBy: letter.replyBy,
        overdue: false,
        standing: isThanks(letter.kind) ? 'nothing_asked' : 'waiting',
        event,
      };
      const pdfSha256 = 'ab'.repeat(32);
      const dossierSha256 = letter.withDossier ? 'cd'.repeat(32) : null;
      const frozen = { row, text: text.plainText, pdfSha256, dossierSha256, takenBack: false };
      this.home.sent.unshift({ ...frozen, markedAt: `${TODAY}T09:00:00Z` });
      return row.id;
    });
  };

  #sentEvent(letter: Letter, sending: Sending) {
    const vendor = vendorOf(this.home, letter.toVendor)?.name ?? '?';
    const fact = { id: this.fresh(), status: 'undisputed' as const, acknowledgedBy: null };
    return {
      id: null,
      dispute: letter.dispute,
      at: sending.on,
      precision: 'exact' as const,
      channel: sending.by,
      direction: 'out' as const,
      vendor: letter.toVendor,
      contacts: letter.toContact ? [letter.toContact] : [],
      answered: null,
      waitedMinutes: null,
      minutes: null,
      facts: [{ ...fact, text: `A letter was sent to ${vendor}.` }],
      note: null,
    };
  }

  takeBackSent = async (sending: string) =>
    this.act(() => {
      const known = this.sent(sending);
      known.takenBack = true;
      known.row.standing = 'taken_back';
      const one = this.case(known.row.dispute.id);
      one.events = one.events.filter((event) => event.id !== known.row.event);
      return sending;
    });

  sentLetter = async (sending: string): Promise<SentLetterView> =>
    structuredClone(this.sent(sending));

  composeSentLetter = async (sending: string, part: SentPart): Promise<DocumentPreview> => {
    this.sent(sending);
    return { ...page(`${sending}-${part}`), pages: part === 'dossier' ? 4 : 1 };
  };
  saveSentLetter = async () => true;

  letterTemplates = async (): Promise<LetterTemplate[]> => {
    const own = this.home.templates;
    const brought = KINDS.map(
      (kind): LetterTemplate =>
        own.find((one) => one.kind === kind && one.name === null) ?? {
          id: null,
          kind,
          name: null,
          text: BROUGHT,
        },
    );
    return structuredClone([...brought, ...own.filter((one) => one.name !== null)]);
  };
  saveLetterTemplate = async (template: LetterTemplate) =>
    this.act(() => {
      this.needs({ text: template.text });
      if (template.text.includes('{% if') && !template.text.includes('{% endif')) {
        const values = { line: '1', said: 'an `if` is not closed' };
        throw new BackendError({ code: 'template_fault', values, problems: [] });
      }
      return this.put(this.home.templates, template);
    });
  resetLetterTemplate = async (template: string) =>
    this.act(() => {
      this.home.templates = this.home.templates.filter((one) => one.id !== template);
      return template;
    });
}

let composedOnes = 0;

function page(of: string): DocumentPreview {
  const name = { id: `preview-${of}-${++composedOnes}`, fileName: `${of}.pdf`, missing: [] };
  return { ...name, pages: 1, width: 612, height: 792 };
}
