/** A list of refunds on its way in: how it is read, which rows are left out, what is still asked. */
import { SvelteSet } from 'svelte/reactivity';
import { Act } from '$lib/act.svelte';
import type { App } from '$lib/app.svelte';
import {
  BackendError,
  type DayOrder,
  type RefundColumn,
  type RefundListHow,
  type RefundListPreview,
  type RefundRow,
} from '$lib/backend';
import { router } from '$lib/router.svelte';
import { toasts } from '$lib/toasts.svelte';
import { refundProblem } from '$lib/words/refunds';
import { assign, dayExample, howOf, sumExample } from './columns';
import { beginnings, isFresh, NOTHING_LEFT } from './rows';
import { takenSentence } from './words';

export class Taking {
  preview: RefundListPreview = $state.raw() as RefundListPreview;
  /** The lines of the rows that the person leaves out. */
  readonly leftOut = new SvelteSet<number>();
  /** The order of day and month as the person said; null until they did. */
  order: DayOrder | null = $state(null);
  /** Who leads the new disputes, of those who are known. */
  lead: string = $state('');
  /** Their name, where nobody is known yet. */
  leadName: string = $state('');
  busy = $state(false);
  /** Whether the columns are shown; they are not where they were said before. */
  showsColumns: boolean = $state(false);
  readonly #app: App;
  readonly #act: Act;
  readonly #away: () => void;
  /** How it is read, where the person said so. */
  #how: RefundListHow | null = null;
  /** Whether the person said themselves what a column means. */
  #assigned = false;
  /** Whether it was read as the person once said: then nothing is in doubt. */
  readonly #remembered: boolean;
  #question = 0;

  /** @param away called once the list is no longer held */
  constructor(app: App, preview: RefundListPreview, away: () => void) {
    this.#app = app;
    this.#away = away;
    this.#act = new Act(app);
    this.preview = preview;
    this.lead = app.start.members[0]?.id ?? '';
    this.showsColumns = !(preview.ready && preview.reading.remembered);
    this.#remembered = preview.reading.remembered;
  }

  /** Whether it is a table at all, so that something can be said of its columns. */
  get isTable(): boolean {
    return this.preview.columns.length > 0;
  }

  /** Whether the order of day and month is asked for. */
  get asksOrder(): boolean {
    const { reading, columns } = this.preview;
    if (this.order !== null) return true;
    const hasDays = columns.some((one) => one.column === 'asked_on');
    return (
      !this.#remembered && hasDays && !reading.dayOrderSure && reading.dayOrder !== 'year_first'
    );
  }

  /** Whether rows cannot be read before their currency is said, or it was said here. */
  get asksCurrency(): boolean {
    return (
      this.#saidCurrency ||
      this.preview.problems.some((problem) => problem.code === 'currency_unknown')
    );
  }
  #saidCurrency = $state(false);

  /** Whether the person who brings it in has to say their name. */
  get asksName(): boolean {
    return this.#app.start.members.length === 0;
  }

  /** How many rows would be brought in, of those that are shown and the rest. */
  get chosen(): number {
    const { count } = this.preview;
    const out = this.offered.filter((row) => this.leftOut.has(row.line));
    return count.fresh + count.more - out.length;
  }

  /** How many rows the person leaves out. */
  get outCount(): number {
    return this.preview.count.fresh + this.preview.count.more - this.chosen;
  }

  /** How many disputes would be begun. */
  get disputes(): number {
    const { disputes, rows } = this.preview;
    return disputes - beginnings(rows, NOTHING_LEFT).size + beginnings(rows, this.leftOut).size;
  }

  /** Why it cannot be brought in yet, as a sentence; null where it can. */
  get missing(): string | null {
    const { preview } = this;
    const stands = preview.problems.find((one) => one.isError && one.line === null);
    if (stands) return refundProblem(stands);
    if (!preview.ready) return 'It cannot be read like this.';
    if (this.order === null && this.asksOrder) {
      const day = dayExample(preview)?.text;
      return day
        ? `Please say first which day ${day} is.`
        : 'Please say first how its days are written.';
    }
    if (this.chosen === 0) return this.#nothing();
    if (this.asksName && this.leadName.trim() === '') return 'Please write your name first.';
    return null;
  }

  #nothing(): string {
    const { count } = this.preview;
    if (this.outCount > 0) return 'Every row is left out.';
    if (count.known > 0) {
      return count.unreadable === 0
        ? 'All of it is here already.'
        : 'All of it that can be read is here already.';
    }
    if (this.asksCurrency) return 'Please say first in which currency the sums are.';
    return 'There is no row that can be brought in as it stands.';
  }

  /** The sum that is asked about, where the decimal sign does not show. */
  get sum() {
    const isOpen = !this.#remembered && !this.preview.reading.decimalSure;
    return isOpen ? sumExample(this.preview) : null;
  }

  /** Leaves a row out, or takes it in after all. */
  leaveOut(line: number, out: boolean): void {
    if (out) this.leftOut.add(line);
    else this.leftOut.delete(line);
  }

  /** The rows that are shown and can be brought in. */
  get offered(): RefundRow[] {
    return this.preview.rows.filter((row) => isFresh(row.standing));
  }

  /** Leaves all rows out that are shown, or takes all of them in after all. */
  leaveAllOut(out: boolean): void {
    for (const { line } of this.offered) this.leaveOut(line, out);
  }

  /** Gives a column another meaning. */
  assign(index: number, meaning: RefundColumn): Promise<void> {
    this.#assigned = true;
    const columns = this.preview.columns.map((one) => one.column);
    return this.change({ columns: assign(columns, index, meaning) });
  }

  /** Says where its columns are. What they mean is found out anew, unless the person said it. */
  lay(part: Partial<Pick<RefundListHow, 'delimiter' | 'skip'>>): Promise<void> {
    const moved = part.delimiter !== undefined || !this.#assigned;
    return this.change(moved ? { ...part, columns: [] } : part);
  }

  /** Says in which order the days are written. */
  sayOrder(dayOrder: DayOrder): Promise<void> {
    this.order = dayOrder;
    return this.change({ dayOrder });
  }

  /** Says the currency of sums that name none. */
  async sayCurrency(text: string): Promise<void> {
    const currency = text.trim().toUpperCase();
    if (!/^[A-Z]{3}$/.test(currency) || currency === this.preview.reading.currency) return;
    this.#saidCurrency = true;
    await this.change({ currency });
  }

  /** Reads the list otherwise. What is chosen is shown at once; what it makes of the list follows. */
  async change(part: Partial<RefundListHow>): Promise<void> {
    this.#how = { ...howOf(this.preview), ...part };
    const { columns, ...reading } = this.#how;
    this.preview = {
      ...this.preview,
      reading: { ...this.preview.reading, ...reading },
      columns: this.preview.columns.map((one, at) => ({
        ...one,
        column: columns[at] ?? one.column,
      })),
    };
    await this.read();
  }

  /** Reads the list once more: the record may have changed meanwhile. */
  async read(): Promise<void> {
    const question = ++this.#question;
    try {
      const preview = await this.#app.backend.readRefundList(this.preview.id, this.#how);
      if (question === this.#question) this.preview = preview;
    } catch (thrown) {
      if (question === this.#question) this.#failed(thrown);
    }
  }

  /** Brings it in, and leads to the disputes; nothing where something stands in the way. */
  async take(): Promise<void> {
    if (this.missing !== null || this.busy) return;
    this.busy = true;
    try {
      const taken = await this.#app.backend.takeInRefundList({
        preview: this.preview.id,
        leaveOut: [...this.leftOut],
        lead: this.asksName ? null : this.lead || null,
        leadName: this.asksName ? this.leadName.trim() : null,
      });
      // It is gone from the desk, so that its page must not ask for it when it loads again.
      this.#away();
      router.go({ page: 'disputes' });
      const title = takenSentence(taken);
      await this.#act.run(() => Promise.resolve(taken.done), title);
      if (taken.done.action === null) toasts.show({ title });
    } catch (thrown) {
      this.#failed(thrown);
    } finally {
      this.busy = false;
    }
  }

  /** Puts it away; nothing of it is kept. */
  async putAway(): Promise<void> {
    this.#away();
    try {
      await this.#app.backend.putAwayRefundList(this.preview.id);
    } catch (thrown) {
      this.#act.complain(thrown);
    }
  }

  #failed(thrown: unknown): void {
    if (BackendError.from(thrown).code === 'preview_gone') this.#away();
    this.#act.complain(thrown);
  }
}
