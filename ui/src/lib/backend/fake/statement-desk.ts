/** A bank's file on the fake backend's desk: chosen, read otherwise, taken in. */
import { BackendError } from '../error';
import type { StatementPreview, StatementReading, StatementTaken, StatementTaking } from '../types';
import { Letters } from './letters';
import { TODAY } from './record';
import { FILES, previewOf, readCsv, type BankFile } from './statement-files';
import type { BankLine, StatementRecord } from './statement-record';
import { failure } from './keeping';

type Chosen = { file: BankFile; readings: Map<string, StatementReading>; currency: string | null };

export class StatementDesk extends Letters {
  /** The file that is chosen next; null where the person thinks better of it. */
  file: keyof typeof FILES | null = 'card';
  #chosen: Chosen | null = null;
  #choices = 0;

  chooseStatement = async (): Promise<StatementPreview[]> => {
    if (this.file === null) return [];
    const file = FILES[this.file];
    // In a browser each choice shows another file.
    const names = Object.keys(FILES) as (keyof typeof FILES)[];
    this.file = names[(names.indexOf(this.file) + 1) % names.length] ?? 'card';
    this.#choices += 1;
    this.#chosen = { file, readings: new Map(), currency: null };
    return file.parts.map((_, nth) => this.#preview(`file-${this.#choices}-${nth}`));
  };

  readStatement = async (
    preview: string,
    reading: StatementReading | null,
    currency: string | null,
  ): Promise<StatementPreview> => {
    const chosen = this.#onDesk(preview);
    if (reading) chosen.readings.set(preview, reading);
    chosen.currency = currency;
    return this.#preview(preview);
  };

  #onDesk(preview: string): Chosen {
    const known = preview.startsWith(`file-${this.#choices}-`) ? this.#chosen : null;
    if (!known) throw new BackendError({ code: 'preview_gone', values: {}, problems: [] });
    return known;
  }

  #preview(preview: string): StatementPreview {
    const { file, readings, currency } = this.#onDesk(preview);
    const nth = Number(preview.split('-').at(-1));
    const part = file.parts[nth];
    if (!part) throw failure('not_found');
    const remembered = this.home.bank.layouts[file.csv?.names.join() ?? ''];
    const csv = file.csv ? (readings.get(preview)?.csv ?? remembered ?? file.csv.reading) : null;
    const read =
      file.csv && csv
        ? readCsv(file.csv, csv, currency ?? part.account.currency)
        : { lines: part.lines, problems: [] };
    return previewOf(
      file,
      nth,
      preview,
      read,
      csv,
      this.#known(part.account.id, read.lines).length,
    );
  }

  /** The lines that an account has already; of two that are equal each needs its own. */
  #known(account: string | null, lines: readonly BankLine[]): BankLine[] {
    const there = this.home.bank.statements
      .filter((one) => one.account === account)
      .flatMap((one) => one.lines.map((line) => JSON.stringify(line)));
    return lines.filter((line) => {
      const at = there.indexOf(JSON.stringify(line));
      if (at >= 0) there.splice(at, 1);
      return at >= 0;
    });
  }

  takeStatement = async (taking: StatementTaking): Promise<StatementTaken> => {
    const { file } = this.#onDesk(taking.preview);
    if (taking.reading) await this.readStatement(taking.preview, taking.reading, null);
    const nth = Number(taking.preview.split('-').at(-1));
    const { csv } = this.#preview(taking.preview).reading;
    const lines =
      file.csv && csv
        ? readCsv(file.csv, csv, taking.account.currency).lines
        : (file.parts[nth]?.lines ?? []);
    const known = this.#known(taking.account.id, lines);
    const added = lines.filter((line) => !known.includes(line));
    if (added.length === 0) {
      return { statement: null, added: 0, known: known.length, action: null, warnings: [] };
    }
    const done = this.act(() => {
      this.needs({ name: taking.account.name });
      if (file.csv && csv) {
        this.home.bank.layouts[file.csv.names.join()] = { ...csv, remembered: true };
      }
      const made: StatementRecord = {
        id: this.fresh(),
        account: this.put(this.home.bank.accounts, taking.account),
        fileName: file.name,
        format: file.format,
        importedOn: TODAY,
        lines: added,
      };
      this.home.bank.statements.unshift(made);
      return made.id;
    });
    const { action, warnings } = done;
    return { statement: done.id, added: added.length, known: known.length, action, warnings };
  };
}
