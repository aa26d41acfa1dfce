/** One account's part of a file on its way in: how it is read, which account it is, what is asked. */
import type { Act } from '$lib/act.svelte';
import type { App } from '$lib/app.svelte';
import type {
  Account,
  CsvColumn,
  CsvReading,
  DayOrder,
  StatementPreview,
  StatementReading,
  StatementTaken,
} from '$lib/backend';
import type { Choice } from '$lib/entries';
import { toasts } from '$lib/toasts.svelte';
import { asksForOrder, assign, withSigns } from './columns';
import { takenSentence } from '../words';

export class Taking {
  preview: StatementPreview = $state.raw() as StatementPreview;
  account: Choice = $state() as Choice;
  currency: string = $state('');
  /** The order of day and month as the person said; null until they did. */
  order: DayOrder | null = $state(null);
  /** What is missing before it can be taken in, said once it was tried. */
  missing: string | null = $state(null);
  busy = $state(false);
  readonly #app: App;
  readonly #act: Act;
  /** Whether the file was read otherwise than it was found, and how its reading goes back. */
  #changed = false;
  #question = 0;

  constructor(app: App, act: Act, preview: StatementPreview) {
    this.#app = app;
    this.#act = act;
    this.preview = preview;
    this.account = { id: preview.account.id, name: preview.account.name };
    this.currency = preview.account.currency;
  }

  /** Whether the order of day and month is still to be said. */
  get asksOrder(): boolean {
    return this.order === null && asksForOrder(this.preview.reading);
  }

  /** Whether nothing can be read before its currency is known. */
  get asksCurrency(): boolean {
    return this.preview.problems.some((problem) => problem.code === 'currency_unknown');
  }

  /** Whether there is something to choose or to look at: else the file cannot be read at all. */
  get isReadable(): boolean {
    return this.preview.ready || this.preview.reading.csv !== null || this.asksCurrency;
  }

  /** Whether every line is in the records already. */
  get isKnown(): boolean {
    return this.preview.ready && this.preview.known === this.preview.lines;
  }

  /** Gives a column of the file another meaning. */
  assign(index: number, meaning: CsvColumn): Promise<void> {
    return this.change((csv) => ({ columns: assign(csv.columns, index, meaning) }));
  }

  /** Turns the signs of the sums round, or back. */
  turn(reversed: boolean): Promise<void> {
    return this.change((csv) => ({ columns: withSigns(csv.columns, reversed) }));
  }

  /** Says in which order the days are written. */
  sayOrder(order: DayOrder): Promise<void> {
    this.order = order;
    this.missing = null;
    const { reading } = this.preview;
    if (reading.csv !== null) return this.change(() => ({ dayOrder: order }));
    if (reading.days === null) return Promise.resolve();
    return this.#readAs({ ...reading, days: { ...reading.days, order } });
  }

  /** Reads the file otherwise. */
  async change(how: (csv: CsvReading) => Partial<CsvReading>): Promise<void> {
    const { reading } = this.preview;
    if (reading.csv === null) return;
    const csv = { ...reading.csv, ...how(reading.csv), remembered: false };
    await this.#readAs({ ...reading, csv });
  }

  /** Says which account it is. Its currency is that of lines that name none. */
  async choose(account: Choice, accounts: readonly Account[]): Promise<void> {
    this.missing = null;
    this.account = account;
    const known = accounts.find((one) => one.id === account.id);
    if (known && known.currency !== this.currency) await this.changeCurrency(known.currency);
  }

  /** Reads lines that name no currency in this one. */
  async changeCurrency(currency: string): Promise<void> {
    this.currency = currency.trim().toUpperCase();
    if (this.currency.length === 3) await this.#read();
  }

  /** Takes it in. Gives what came of it, or null where something stands in the way. */
  async take(accounts: readonly Account[]): Promise<StatementTaken | null> {
    this.missing = this.#lacks();
    if (this.missing !== null || this.busy || !this.preview.ready) return null;
    this.busy = true;
    let taken: StatementTaken | null = null;
    const done = await this.#act.run(
      async () => {
        taken = await this.#app.backend.takeStatement({
          preview: this.preview.id,
          reading: this.#changed ? this.preview.reading : null,
          account: this.#account(accounts),
        });
        const { action, statement, warnings } = taken;
        return { action, id: statement, warnings };
      },
      () => (taken ? takenSentence(taken) : ''),
    );
    this.busy = false;
    if (done && done.action === null && taken) toasts.show({ title: takenSentence(taken) });
    return done && taken;
  }

  #lacks(): string | null {
    if (this.asksOrder) return 'Please say first which day the bank means.';
    if (this.account.name.trim() === '')
      return 'Please give the account a name, such as “Everyday account”.';
    return null;
  }

  /** The account as chosen. A known one learns its number from the file, to be recognised later. */
  #account(accounts: readonly Account[]): Account {
    const found = this.preview.account;
    const known = accounts.find((one) => one.id === this.account.id);
    if (!known) {
      return { ...found, id: null, name: this.account.name.trim(), currency: this.currency };
    }
    return { ...known, bank: known.bank ?? found.bank, number: known.number ?? found.number };
  }

  async #readAs(reading: StatementReading): Promise<void> {
    this.#changed = true;
    // What is chosen is shown at once; what it makes of the file follows.
    this.preview = { ...this.preview, reading };
    await this.#read();
  }

  async #read(): Promise<void> {
    const question = ++this.#question;
    const { id, reading } = this.preview;
    try {
      const preview = await this.#app.backend.readStatement(id, reading, this.currency || null);
      if (question === this.#question) this.preview = preview;
    } catch (thrown) {
      if (question === this.#question) this.#act.complain(thrown);
    }
  }
}
