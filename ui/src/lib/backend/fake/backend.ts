/**
 * A backend without Rust, for tests and for looking at screens in a browser. It keeps an invented
 * household in memory; every write can be undone. It is never part of the real window.
 */
import type { Backend } from '../backend';
import type {
  DisputeRow,
  DisputesQuery,
  Done,
  LostFile,
  RecordCheck,
  FieldChange,
  FoundClaim,
  Imported,
  RecordHistory,
  RecordNoun,
  RegionBoard,
  Repair,
  Binned,
  SearchQuery,
  SharedPlace,
  Start,
  TimelineEntry,
  TimelinePage,
  WrongedAnswer,
} from '../types';
import { Backups } from './backups';
import { COUNTRIES } from './calendar';
import { clockBoard } from './clocks';
import { HISTORY, LOOK } from './history';
import { FakeProtection } from './protection';
import { EvidenceDesk } from './evidence-desk';
import { issueBoard } from './issues';
import { erasedFrom, lookToErase } from './erase';
import { inventedLetters } from './more-letters';
import { cases } from './more-disputes';
import { contacts, members, vendors } from './people';
import { remedyBoard } from './remedies';
import { TODAY, USUAL_CADENCE, emptyHousehold, id } from './record';
import { searchIn } from './search';
import { callSheetOf, ladderOf } from './sheets';
import { inventedBank } from './statement-data';
import { eventEntry, timelineOf } from './timeline';
import * as typing from './typing';
import { contactView, vendorRow, vendorView } from './vendor-views';
import { Views } from './views';
import { Handover } from './handover';
import { failure } from './keeping';
import { roleOf, wrongedBoard, type Answered } from './wronged';

const PAGE = 50;
const plain = (text: string) => text.toLocaleLowerCase();

function pageOf(entries: TimelineEntry[], after: string | null): TimelinePage {
  const from = after === null ? 0 : Number(after);
  const to = from + PAGE;
  return { entries: entries.slice(from, to), next: to < entries.length ? String(to) : null };
}

function here<T>(found: T | null): T {
  if (found === null) throw failure('not_found');
  return found;
}

export class FakeBackend extends EvidenceDesk implements Backend {
  readonly #drafts = new Map<string, string>();
  #own: string | null = null;

  /** @param filled whether something was written down already */
  constructor(filled = true) {
    super(filled ? invented() : emptyHousehold());
  }

  get #views(): Views {
    return new Views(this.home);
  }

  readonly protecting = new FakeProtection();

  protection = async () => this.protecting.state;
  lock = async () => {
    this.protecting.isLocked = true;
    return null;
  };
  unlock = async (passphrase: string) => {
    this.protecting.unlock(passphrase);
    return this.start();
  };
  unlockWithCode = async (code: string) => {
    this.protecting.unlockWithCode(code);
    return this.start();
  };
  encrypt = async (passphrase: string) => {
    const code = this.protecting.set(passphrase);
    return { code, start: await this.start() };
  };
  changePassphrase = async (current: string, next: string) => {
    this.protecting.check(current);
    this.protecting.passphrase = next;
    return null;
  };
  newRecoveryCode = async (current: string) => {
    this.protecting.check(current);
    return this.protecting.newCode();
  };
  removePassphrase = async (current: string) => {
    this.protecting.check(current);
    this.protecting.passphrase = null;
    return this.start();
  };
  setLockAfter = async (minutes: number | null) => {
    this.protecting.lockAfter = minutes;
    return null;
  };
  saveRecoveryCode = async () => true;
  watchLocks = async (_onlocked: () => void) => null;

  start = async (): Promise<Start> => {
    this.protecting.open();
    return this.#started();
  };

  readonly #started = (): Start => ({
    household: this.home.name,
    members: this.home.members,
    isEmpty: this.home.cases.length === 0,
    isSample: this.#own !== null,
    currency: this.home.cases.length ? 'USD' : null,
    day: TODAY,
    version: '0.1.0',
  });

  today = async () => this.#views.today();

  clocks = async (dispute: string) => clockBoard(dispute, this.home.clocks ?? []);

  issues = async (dispute: string) => issueBoard(this.#views, this.case(dispute));

  readonly #answered = new Map<string, Answered>();

  wrongedBoard = async (dispute: string) =>
    wrongedBoard(this.home, this.case(dispute), this.#answersOf(dispute), this.found);

  chooseProblem = async (dispute: string, problem: string | null) => {
    this.#answered.set(dispute, { ...this.#answersOf(dispute), problem });
    return this.wrongedBoard(dispute);
  };

  answerQuestion = async (
    dispute: string,
    problem: string,
    question: string,
    answer: WrongedAnswer | null,
  ) => {
    const { of } = this.#answersOf(dispute);
    const others = Object.entries(of[problem] ?? {}).filter(([key]) => key !== question);
    const said = answer === null ? [] : [[question, answer] as const];
    const answers = Object.fromEntries([...others, ...said]);
    this.#answered.set(dispute, { problem, of: { ...of, [problem]: answers } });
    return this.wrongedBoard(dispute);
  };

  saveFoundClaim = async (dispute: string, made: FoundClaim) =>
    this.act(() => {
      this.needs({ reason: made.claim.reason });
      const one = this.case(dispute);
      const vendor = this.vendorOf(made.vendor);
      this.partyFor(one, vendor);
      const role = roleOf(made);
      const party = one.parties.find((each) => each.vendor === vendor);
      if (party && role && !party.roles.includes(role)) party.roles.push(role);
      const claim = { ...made.claim, id: this.fresh(), vendor };
      one.claims.push({ claim, movements: [] });
      return claim.id;
    });

  #answersOf(dispute: string): Answered {
    return this.#answered.get(dispute) ?? { problem: null, of: {} };
  }

  regionBoard = async (locale: string): Promise<RegionBoard> => {
    const region = this.home.region ?? null;
    const proposed = COUNTRIES.find((one) => locale.endsWith(`-${one.code}`))?.code ?? null;
    return { region, proposed: region === null ? proposed : null, countries: COUNTRIES };
  };

  disputes = async (query: DisputesQuery): Promise<DisputeRow[]> => {
    const words = plain(query.search).split(/\s+/).filter(Boolean);
    return this.home.cases
      .filter((one) => words.every((word) => plain(this.#words(one)).includes(word)))
      .map((one) => this.#views.row(one))
      .filter((row) => query.state === null || row.state === query.state)
      .sort((a, b) => b.lastOn.localeCompare(a.lastOn));
  };

  #words(one: (typeof this.home.cases)[number]): string {
    return JSON.stringify([one, this.#views.row(one).vendors, this.#views.dispute(one).people]);
  }

  dispute = async (dispute: string) => this.#views.dispute(this.case(dispute));

  ladder = async (dispute: string) => ladderOf(this.#views, this.case(dispute));

  callSheet = async (dispute: string, vendor: string | null) =>
    callSheetOf(this.#views, this.case(dispute), vendor);

  timeline = async (dispute: string, newestFirst: boolean, after: string | null) => {
    const entries = timelineOf(this.#views, this.case(dispute));
    return pageOf(newestFirst ? entries.reverse() : entries, after);
  };

  vendors = async (search: string) =>
    this.home.vendors
      .map((one) => vendorRow(this.home, id(one)))
      .filter((row) => plain(JSON.stringify([row.name, row.people])).includes(plain(search.trim())))
      .sort((a, b) => a.name.localeCompare(b.name));

  vendor = async (vendor: string) => here(vendorView(this.home, vendor));

  contact = async (contact: string) => here(contactView(this.home, contact));

  encounters = async (vendor: string | null, contact: string | null, after: string | null) => {
    const works = (one: string) => this.home.contacts.find((each) => each.id === one)?.vendor;
    const entries = this.home.cases.flatMap((one) =>
      one.events
        .filter((event) =>
          contact === null
            ? event.vendor === vendor || event.contacts.some((each) => works(each) === vendor)
            : event.contacts.includes(contact),
        )
        .map((event) => eventEntry(this.#views, one, event)),
    );
    return pageOf(
      entries.sort((a, b) => b.day.localeCompare(a.day)),
      after,
    );
  };

  remedies = async () => remedyBoard(this.#views);

  search = async (query: SearchQuery) => searchIn(this.home, query);

  bin = async (): Promise<Binned[]> =>
    this.home.bin.map(({ kind, id: what, name, dispute, deletedAt }) => {
      const found = this.home.cases.find((one) => one.dispute.id === dispute);
      const named = found ? this.#views.named(found) : null;
      return { kind, id: what, name, deletedAt, dispute: named, along: [] };
    });

  history = async (): Promise<RecordHistory> => HISTORY;
  lookBack = async (): Promise<FieldChange[]> => LOOK;
  backTo = async (_noun: RecordNoun, what: string): Promise<Done> => this.act(() => what);

  understandMoney = async (text: string, currency: string | null) => typing.money(text, currency);
  understandDay = async (text: string) => typing.day(text);
  understandTime = async (text: string) => typing.time(text);

  saveDraft = async (key: string, text: string) => {
    this.protecting.open();
    this.#drafts.set(key, text);
    return null;
  };
  draft = async (key: string) => this.#drafts.get(key) ?? null;
  dropDraft = async (key: string) => {
    this.#drafts.delete(key);
    return null;
  };
  readonly madeBackups = new Backups();

  backUp = async () => 0;
  backUpNow = async () => this.madeBackups.make(this.home);
  backups = async () => this.madeBackups.list();
  lookAtBackup = async (id: string) => this.madeBackups.look(this.home, id);
  restoreBackup = async (id: string) => {
    this.home = this.madeBackups.restored(this.home, id);
    return this.start();
  };

  repairOriginals = async (): Promise<Repair> => ({
    repaired: null,
    lost: await this.lostFiles(),
  });
  repairOriginalsFrom = async (): Promise<Repair | null> => this.repairOriginals();
  lostFiles = async (): Promise<LostFile[]> => [];
  readFilesAgain = async (): Promise<LostFile[]> => this.lostFiles();
  checkRecord = async (): Promise<RecordCheck> => ({
    findings: [],
    lost: await this.lostFiles(),
    read: 2,
  });

  readonly handover = new Handover();
  saveArchive = async (passphrase: string | null) => this.handover.save(passphrase);
  saveFolder = async () => this.handover.folder();
  chooseArchive = async () => true;
  lookAtArchive = async (passphrase: string | null) => this.handover.look(passphrase);
  takeArchive = async (replace: boolean) => {
    this.handover.replaced = replace;
    return this.start();
  };

  lookToErase = async (words: string) => lookToErase(this.home, words, this.madeBackups);
  eraseWords = async (words: string) => {
    const found = await this.lookToErase(words);
    this.home = erasedFrom(this.home, words);
    return {
      places: found.places.reduce((sum, it) => sum + it.count, 0),
      isClean: true,
      backups: found.backups,
    };
  };
  lookToEraseOriginal = async (file: string) => {
    const { name, size } = this.whole(file);
    const { caption, dispute } = await this.attachment(file);
    const namedBy = [{ kind: 'file' as const, id: file, name: caption ?? name, dispute }];
    const elsewhere = this.madeBackups.place?.name ?? null;
    return { name, size, namedBy, elsewhere, keptDamaged: 0 };
  };
  eraseOriginal = async (file: string) => {
    this.whole(file).erasedOn = TODAY;
    return { on: TODAY, isClean: true };
  };
  renewBackups = async () => ({
    removed: this.madeBackups.renew(this.home),
    removedDamaged: 0,
    notReached: null,
  });

  backupPlace = async () => this.madeBackups.place;
  chooseBackupPlace = async () => this.madeBackups.choose(this.home);
  copyBackupElsewhere = async () => this.madeBackups.copy();
  forgetBackupPlace = async () => this.madeBackups.forget();
  sharedPlace = async (): Promise<SharedPlace | null> => null;
  beginAllTheSame = async () => this.start();

  drafts = async () => [...this.#drafts.keys()];

  documentPage = async (_preview: string, page: number, width: number) => {
    const lines = Array.from(
      { length: 14 },
      (_, line) =>
        `<rect x="80" y="${190 + line * 34}" width="${400 - (line % 4) * 60}" height="8" fill="#ddd"/>`,
    );
    const drawn = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595 842" width="${width}">
      <rect width="595" height="842" fill="#fff"/>
      <text x="80" y="130" font-family="serif" font-size="26" fill="#222">Page ${page + 1}</text>
      ${lines.join('')}</svg>`;
    return URL.createObjectURL(new Blob([drawn], { type: 'image/svg+xml' }));
  };

  importHousehold = async (): Promise<Imported | null> => null;
  exportHousehold = async () => true;

  openSample = async () => {
    this.#own ??= JSON.stringify(this.home);
    this.home = invented();
    return this.start();
  };
  leaveSample = async () => {
    if (this.#own !== null) this.home = JSON.parse(this.#own) as typeof this.home;
    this.#own = null;
    return this.start();
  };
}

function invented() {
  const name = 'The Whitfield household';
  const persistence = { putOff: [], cadence: USUAL_CADENCE, bank: inventedBank };
  const record = { name, members, vendors, contacts, cases, bin: [], ...persistence };
  return structuredClone({ ...record, ...inventedLetters });
}
