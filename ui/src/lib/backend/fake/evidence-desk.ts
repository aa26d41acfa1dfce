/** Evidence on the fake backend's desk: files, e-mails and threads that are added, and what is said of them. */
import type { OnProgress } from '../backend';
import type {
  Cited,
  DayOrder,
  Drag,
  Evidence,
  EvidenceAdded,
  EvidenceAdding,
  MailsAdded,
  MailsAdding,
  Part,
  Pasted,
  ThreadAdding,
} from '../types';
import { citeIn, invented as inventedFile, optionsOf } from './evidence';
import { drawing, lookOf } from './evidence-data';
import { failure } from './keeping';
import { proposalOf, written } from './mail';
import { id } from './record';
import { RefundLists } from './refund-lists';
import { boardOf, takenOver } from './thread';
import { Views } from './views';

export class EvidenceDesk extends RefundLists {
  evidence = async () => {
    const views = new Views(this.home);
    return {
      attachments: this.home.cases.flatMap((one) =>
        one.attachments.map((file) => ({ ...file, dispute: views.named(one) })),
      ),
    };
  };

  attachment = async (file: string) => {
    const found = (await this.evidence()).attachments.find((one) => one.id === file);
    if (!found) throw failure('not_found');
    return found;
  };
  evidenceOptions = async (dispute: string) =>
    optionsOf(
      this.case(dispute),
      this.home.vendors.map((one) => ({ id: id(one), name: one.name })),
    );
  saveEvidence = async (form: Evidence) =>
    this.act(() => {
      const vendor = this.home.vendors.find((one) => one.id === form.vendor);
      const named = vendor ? { id: id(vendor), name: vendor.name } : null;
      Object.assign(this.keptFile(form.id), { ...form, vendor: named });
      return form.id;
    });
  cite = async (file: string, of: Cited, place: string | null) =>
    this.act(() => {
      const dispute = this.home.cases.find((one) => one.attachments.some((it) => it.id === file));
      if (!dispute) throw failure('not_found');
      citeIn(this.keptFile(file), dispute, of, place, this.fresh());
      return file;
    });
  uncite = async (file: string, citation: string) =>
    this.act(() => {
      const found = this.keptFile(file);
      found.citations = found.citations.filter((one) => one.id !== citation);
      return file;
    });
  cover = async (file: string, part: Part) =>
    this.act(() => {
      this.keptFile(file).covered.push({ id: this.fresh(), part });
      return file;
    });
  uncover = async (file: string, covered: string) =>
    this.act(() => {
      const found = this.keptFile(file);
      found.covered = found.covered.filter((one) => one.id !== covered);
      return file;
    });
  protected keptFile(wanted: string) {
    const all = this.home.cases.flatMap((one) => one.attachments);
    const found = all.find((one) => one.id === wanted);
    if (!found) throw failure('not_found');
    return found;
  }
  addEvidence = async (adding: EvidenceAdding, _folder: boolean, onprogress: OnProgress) => {
    onprogress({ done: 0, total: 1, name: 'receipt.jpg' });
    return this.addPasted(adding);
  };
  addDropped = async (_dropped: string, adding: EvidenceAdding, onprogress: OnProgress) =>
    this.addEvidence(adding, false, onprogress);
  addPasted = async (adding: EvidenceAdding, pasted?: Pasted): Promise<EvidenceAdded> => {
    const one = this.case(adding.dispute);
    if (pasted?.text?.startsWith('From:')) {
      const waits = { id: this.fresh(), name: pasted.name };
      const done = { action: null, id: null, warnings: [] };
      return {
        done,
        added: [],
        known: [],
        back: [],
        wholeAgain: [],
        leftOut: [],
        mails: [waits],
        stopped: false,
      };
    }
    const file = inventedFile(this.fresh(), one, adding.cited);
    const done = await this.act(() => {
      one.attachments.push({ ...file, caption: adding.caption, obtained: adding.obtained });
      return file.id;
    });
    const added = [{ id: file.id, name: adding.caption ?? file.name }];
    return {
      done,
      added,
      known: [],
      back: [],
      wholeAgain: [],
      leftOut: [],
      mails: [],
      stopped: false,
    };
  };
  mailBoard = async (dispute: string, mails: string[]) => {
    const [party] = this.case(dispute).parties;
    const vendor = this.home.vendors.find((one) => one.id === party?.vendor);
    const named = vendor ? { id: id(vendor), name: vendor.name } : null;
    return mails.map((mail, index) => proposalOf(mail, index === 0 ? named : null));
  };
  addMails = async (adding: MailsAdding): Promise<MailsAdded> => {
    let made: Pick<MailsAdded, 'events' | 'added' | 'known'> = { events: [], added: [], known: [] };
    const done = this.act(() => {
      made = written(this, adding);
      return made.events[0]?.id ?? null;
    });
    return { done, ...made };
  };
  readThread = async (dispute: string, text: string, order: DayOrder | null) => {
    const vendor = (await this.evidenceOptions(dispute)).vendors[0] ?? null;
    return boardOf(text, vendor, order !== null);
  };
  addThread = async (adding: ThreadAdding) => this.act(() => takenOver(this, adding));
  watchDrops = async (_ondrag: (drag: Drag) => void) => null;
  stopAdding = async () => null;
  saveAttachment = async () => true;
  evidenceLook = async (file: string) => lookOf(this.whole(file).mediaType);
  evidencePicture = async (_file: string, page: number, size: number) => drawing(page, size);
  saveEnclosed = async () => true;

  /** A file that nobody has erased. */
  protected whole(file: string) {
    const kept = this.keptFile(file);
    if (kept.erasedOn) throw failure('original_erased', [], { on: kept.erasedOn });
    return kept;
  }
}
