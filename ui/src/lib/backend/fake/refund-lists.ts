/** The household's own list of refunds on the fake backend's desk: opened, read otherwise, taken in. */
import type {
  RefundListHow,
  RefundListPreview,
  RefundListTaken,
  RefundListTaking,
  RefundRow,
  RefundState,
  RefundStateCount,
  RefundSum,
} from '../types';
import { Dossiers } from './dossiers';
import { NO_SUBJECT } from './disputes';
import { emptyCase, id, TODAY, type Case } from './record';
import { REFUND_FILES, type RefundFile } from './refund-list-data';
import { problemsOf, rowsOf } from './refund-list-reading';
import { checkPlan } from './remedies';
import { major, minor } from './rules';
import { Views } from './views';
import { failure } from './keeping';

type Held = { id: string; file: RefundFile; how: RefundListHow; remembered: boolean };

const SHOWN = 200;
const ORDER: readonly RefundState[] = [
  'open',
  'waiting',
  'promised',
  'partly_refunded',
  'refunded',
  'refused',
  'given_up',
];
const is = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

export class RefundLists extends Dossiers {
  /** The list that is chosen next; null where the person thinks better of it. */
  refundFile: keyof typeof REFUND_FILES | null = 'usual';
  #list: Held | null = null;
  readonly #layouts = new Map<string, RefundListHow>();

  openRefundList = async (): Promise<RefundListPreview | null> => {
    if (this.refundFile === null) return null;
    const file = REFUND_FILES[this.refundFile];
    // In a browser each choice shows another list.
    const names = Object.keys(REFUND_FILES) as (keyof typeof REFUND_FILES)[];
    this.refundFile = names[(names.indexOf(this.refundFile) + 1) % names.length] ?? 'usual';
    const known = this.#layouts.get(file.names.join());
    this.#list = {
      id: this.fresh(),
      file,
      how: known ?? file.how,
      remembered: known !== undefined,
    };
    return this.#shown(this.#list);
  };

  readRefundList = async (
    preview: string,
    how: RefundListHow | null,
  ): Promise<RefundListPreview> => {
    const held = this.#heldList(preview);
    held.how =
      (how && withColumns(how, held.file)) ??
      this.#layouts.get(held.file.names.join()) ??
      held.file.how;
    held.remembered = how === null && this.#layouts.has(held.file.names.join());
    return this.#shown(held);
  };

  putAwayRefundList = async (preview: string) => {
    if (this.#list?.id === preview) this.#list = null;
    return null;
  };

  takeInRefundList = async (taking: RefundListTaking): Promise<RefundListTaken> => {
    const held = this.#heldList(taking.preview);
    const shown = this.#shown(held);
    if (!shown.ready) throw failure('refused');
    const taken = { disputes: 0, addedTo: 0, claims: 0, remedies: 0, vendors: 0, people: 0 };
    const before = [this.home.vendors.length, this.home.contacts.length] as const;
    const rows = shown.rows.filter(
      (row) => row.standing === 'fresh' && !taking.leaveOut.includes(row.line),
    );
    const done = this.act(() => {
      const lead = taking.lead ?? this.home.members[0]?.id ?? this.#leadNamed(taking.leadName);
      const made = new Map<number, Case>();
      for (const row of rows) {
        const one = made.get(row.joinedWith ?? -1) ?? this.#begun(row, lead);
        if (!made.has(row.joinedWith ?? -1)) taken.disputes += 1;
        made.set(row.line, one);
        taken.claims += 1;
        taken.remedies += this.#entered(one, row);
      }
      this.#layouts.set(held.file.names.join(), held.how);
      return null;
    });
    taken.vendors = this.home.vendors.length - before[0];
    taken.people = this.home.contacts.length - before[1];
    this.#list = null;
    const { all, known, totals } = shown.count;
    return { done, ...taken, known, leftOut: all - totals - known - rows.length };
  };

  #leadNamed(name: string | null): string {
    this.needs({ leadName: name });
    return this.put(this.home.members, {
      id: null,
      name: name ?? '',
      address: [],
      email: null,
      phone: null,
    });
  }

  #heldList(preview: string): Held {
    if (this.#list?.id !== preview) throw failure('preview_gone');
    return this.#list;
  }

  #shown({ id: preview, file, how, remembered }: Held): RefundListPreview {
    const problems = problemsOf(file, how);
    const ready = !problems.some((one) => one.isError);
    const rows = ready ? rowsOf(file, how).map((row) => this.#standing(row)) : [];
    const count = (standing: RefundRow['standing']) =>
      rows.filter((row) => row.standing === standing).length;
    const { delimiter, skip, dayOrder, decimalComma, currency } = how;
    const reading = { delimiter, skip, dayOrder, decimalComma, currency };
    return {
      id: preview,
      fileName: file.name,
      reading: {
        ...reading,
        encoding: file.encoding,
        dayOrderSure: file.dayOrderSure || remembered,
        decimalSure: true,
        remembered,
      },
      columns: file.names.map((name, at) => ({
        name,
        samples: file.cells.flatMap((cells) => cells[at] || []).slice(0, 3),
        column: how.columns[at] ?? 'ignore',
      })),
      rows: rows.slice(0, SHOWN),
      count: {
        all: rows.length,
        fresh: count('fresh'),
        more: 0,
        known: count('known'),
        unreadable: count('unreadable'),
        totals: count('total'),
      },
      states: statesOf(rows),
      disputes: rows.filter((row) => row.standing === 'fresh' && row.joinedWith === null).length,
      sums: sumsOf(rows),
      problems: [...problems, ...rows.flatMap((row) => row.problems)].slice(0, SHOWN),
      ready,
    };
  }

  /** The row with what the record knows of it. */
  #standing(row: RefundRow): RefundRow {
    const vendor = this.home.vendors.find((one) => is(one.name, row.vendor));
    const vendorKnown = vendor !== undefined;
    if (row.standing !== 'fresh') return { ...row, vendorKnown };
    const there = this.home.cases.find((one) =>
      one.claims.some(
        ({ claim }) =>
          claim.vendor === vendor?.id &&
          claim.aroseOn === row.askedOn &&
          claim.amount.amount === row.amount?.amount &&
          is(claim.reason, row.what),
      ),
    );
    const dispute = there ? new Views(this.home).named(there) : null;
    return { ...row, vendorKnown, dispute, standing: there ? 'known' : 'fresh' };
  }

  #begun(row: RefundRow, lead: string): Case {
    const one = emptyCase({
      id: this.fresh(),
      title: row.what || `Refund from ${row.vendor}`,
      goal: `${row.amount?.amount ?? ''} ${row.amount?.currency ?? ''} back from ${row.vendor}.`,
      openedOn: row.askedOn ?? TODAY,
      lead,
      closedOn: null,
      closedAs: null,
      effect: null,
      subject: { ...NO_SUBJECT, what: row.what },
    });
    this.home.cases.push(one);
    return one;
  }

  /** Writes a row down, and says how many refunds it had. */
  #entered(one: Case, row: RefundRow): number {
    const known = this.home.vendors.find((each) => is(each.name, row.vendor));
    const vendor = this.vendorOf({
      id: known ? id(known) : null,
      name: row.vendor,
      kind: 'other',
    });
    this.partyFor(one, vendor);
    const party = one.parties.find((each) => each.vendor === vendor);
    if (party) party.reference = row.reference;
    const amount = row.amount ?? { amount: '0.00', currency: '' };
    const claim = {
      id: this.fresh(),
      vendor,
      amount,
      reason: row.what || 'Refund',
      aroseOn: row.askedOn ?? TODAY,
      dueOn: null,
      becauseOf: null,
    };
    const entry: Case['claims'][number] = { claim, movements: [] };
    one.claims.push(entry);
    one.events.push(this.#asked(one, row, vendor));
    if (!row.refunded || !row.refundedOn) return 0;
    const remedy = {
      id: this.fresh(),
      kind: 'refund' as const,
      by: null,
      vendor,
      agreedOn: row.refundedOn,
      what: `Refund of ${row.refunded.amount} ${row.refunded.currency}`,
      scope: null,
      caveat: null,
      beforeUse: null,
      claim: claim.id,
      expectedBy: null,
      deliveredOn: row.refundedOn,
      endsOn: null,
      satisfiedOn: null,
    };
    const { looks } = checkPlan({ ...remedy, deliveredOn: row.refundedOn });
    const dueOn = looks.at(-1) ?? TODAY;
    const check = { id: this.fresh(), dueOn, doneOn: null, result: null, note: null };
    one.remedies.push({ remedy, checks: [check] });
    entry.movements.push({
      id: this.fresh(),
      kind: 'received',
      amount: row.refunded,
      on: row.refundedOn,
      reference: null,
      remedy: remedy.id,
    });
    return 1;
  }

  #asked(one: Case, row: RefundRow, vendor: string): Case['events'][number] {
    const somebody = this.home.contacts.find(
      (each) => each.vendor === vendor && is(each.name, row.contact ?? ''),
    );
    const made = {
      id: null,
      vendor,
      name: row.contact ?? '',
      job: null,
      department: null,
      phone: null,
      email: null,
      supervisor: null,
    };
    const contact = row.contact ? (somebody?.id ?? this.put(this.home.contacts, made)) : null;
    const text = `Asked ${row.vendor} for ${row.amount?.amount} ${row.amount?.currency} back.`;
    return {
      id: this.fresh(),
      dispute: id(one.dispute),
      at: row.askedOn ?? TODAY,
      precision: 'exact',
      channel: 'other',
      direction: 'out',
      vendor,
      contacts: contact ? [contact] : [],
      answered: null,
      waitedMinutes: null,
      minutes: null,
      facts: [{ id: this.fresh(), text, status: 'undisputed', acknowledgedBy: null }],
      note: row.notes,
    };
  }
}

/** Where nothing is said of the columns, they are found out. */
const withColumns = (how: RefundListHow, file: RefundFile): RefundListHow =>
  how.columns.length > 0 ? how : { ...how, columns: file.how.columns };

const isRead = (row: RefundRow) => ['fresh', 'more', 'known'].includes(row.standing);

function statesOf(rows: readonly RefundRow[]): RefundStateCount[] {
  const states = rows.filter(isRead).map((row) => row.state);
  return ORDER.flatMap((state) => {
    const count = states.filter((one) => one === state).length;
    return count > 0 ? { state, rows: count } : [];
  });
}

function sumsOf(rows: readonly RefundRow[]): RefundSum[] {
  const read = rows.filter(isRead);
  const currencies = new Set(read.flatMap((row) => row.amount?.currency ?? []));
  const total = (currency: string, of: 'amount' | 'refunded') => {
    const sums = read.flatMap((row) => (row[of]?.currency === currency ? row[of].amount : []));
    return { amount: major(sums.reduce((all, one) => all + minor(one), 0n)), currency };
  };
  return [...currencies].map((currency) => ({
    claimed: total(currency, 'amount'),
    refunded: total(currency, 'refunded'),
  }));
}
