/** Bank statements of the fake backend: what they say, and what is answered line by line. */
import type {
  Account,
  AccountView,
  MatchAnswer,
  MatchConfirmed,
  MatchKind,
  MatchPart,
  Money,
  MovementKind,
  Named,
  NotSeen,
  ReversedRemedy,
  StatementBoard,
  StatementLines,
  StatementRow,
  StatementView,
} from '../types';
import { id, type Case } from './record';
import { balanceOf, minor } from './rules';
import { StatementDesk } from './statement-desk';
import { periodOf, sumsOf } from './statement-files';
import { Guesses, viewOf } from './statement-guess';
import { lineId, type BankLine, type StatementRecord } from './statement-record';
import { failure } from './keeping';

const PAGE = 100;
const MOVED: Record<MatchKind, MovementKind | null> = {
  pays: 'received',
  takes_back: 'reversed',
  charged_again: 'reversed',
  charged_after_end: null,
};
export class Statements extends StatementDesk {
  get #guesses(): Guesses {
    return new Guesses(this.views);
  }

  statements = async (): Promise<StatementBoard> => ({
    accounts: this.home.bank.accounts.map((account): AccountView => ({
      account,
      statements: this.home.bank.statements
        .filter((one) => one.account === account.id)
        .map((one) => this.#row(one))
        .sort((a, b) => (b.until ?? '').localeCompare(a.until ?? '')),
    })),
    proposals: this.#proposals(this.home.bank.statements),
  });

  #proposals(statements: StatementRecord[]) {
    const { said, dismissed } = this.home.bank;
    const answered = new Set(said.map((one) => one.line));
    return this.#guesses
      .of(statements, (line) => answered.has(line))
      .filter((one) => !dismissed.includes(one.id));
  }

  #row(one: StatementRecord): StatementRow {
    const { id: name, fileName, format, importedOn, lines } = one;
    return {
      id: name,
      fileName,
      format,
      ...periodOf(lines),
      importedOn,
      lines: lines.length,
      toAnswer: this.#proposals([one]).length,
      matched: this.#lines(one).filter((line) => line.matched.length > 0).length,
    };
  }

  #record(statement: string): StatementRecord {
    const found = this.home.bank.statements.find((one) => one.id === statement);
    if (!found) throw failure('not_found');
    return found;
  }

  #lines(one: StatementRecord) {
    const { said } = this.home.bank;
    return one.lines.map((_, number) => {
      const matched = said.filter((each) => each.line === lineId(one.id, number));
      return viewOf(
        one,
        number,
        matched.flatMap((each) => each.parts),
      );
    });
  }

  statement = async (what: string): Promise<StatementView> => {
    const one = this.#record(what);
    const account = this.home.bank.accounts.find((each) => each.id === one.account);
    return structuredClone({
      row: this.#row(one),
      account: { id: one.account, name: account?.name ?? '?' },
      proposals: this.#proposals([one]),
      matched: this.#lines(one).filter((line) => line.matched.length > 0),
      missing: this.#missing(one, account?.currency ?? ''),
      sums: sumsOf(one.lines),
    });
  };

  #missing(one: StatementRecord, currency: string): NotSeen[] {
    const { from, until } = periodOf(one.lines);
    const seen = this.#proposals([one]).flatMap(({ parts }) => parts.map((part) => part.claim));
    return this.home.cases.flatMap((each) =>
      each.claims
        .filter(({ claim }) => claim.amount.currency === currency && !seen.includes(claim.id))
        .filter(({ claim }) => claim.dueOn !== null && claim.dueOn <= (until ?? ''))
        .filter(({ claim }) => claim.aroseOn >= (from ?? ''))
        .map((found) => ({ found, owed: balanceOf([found], currency).outstanding }))
        .filter(({ owed }) => minor(owed.amount) > 0n)
        .map(({ found: { claim }, owed }) => ({
          dispute: this.views.named(each),
          vendor: this.views.vendor(claim.vendor),
          what: claim.reason,
          amount: owed,
          dueOn: claim.dueOn,
          remedy: null,
        })),
    );
  }

  statementLines = async (
    what: string,
    search: string,
    after: number | null,
  ): Promise<StatementLines> => {
    const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const all = this.#lines(this.#record(what)).map((line, number) => ({ line, number }));
    const found = all
      .filter(({ number }) => number > (after ?? -1))
      .filter(({ line }) => {
        const where = JSON.stringify(line).toLocaleLowerCase();
        return words.every((word) => where.includes(word));
      });
    const page = found.slice(0, PAGE);
    return structuredClone({
      lines: page.map(({ line }) => line),
      next: found.length > PAGE ? (page.at(-1)?.number ?? null) : null,
    });
  };

  saveAccount = async (account: Account) =>
    this.act(() => {
      this.needs({ name: account.name, currency: account.currency });
      return this.put(this.home.bank.accounts, account);
    });

  dismissMatch = async (proposal: string) =>
    this.act(() => {
      this.home.bank.dismissed.push(proposal);
      return null;
    });

  confirmMatch = async (answer: MatchAnswer): Promise<MatchConfirmed> => {
    const reopened: Named[] = [];
    const reversed: ReversedRemedy[] = [];
    const done = this.act(() => {
      const [statement = '', number = ''] = answer.line.split(':');
      const line = this.#record(statement).lines[Number(number)];
      if (!line) throw failure('not_found');
      if (answer.parts.length === 0) {
        throw failure('refused', [{ field: 'parts', code: 'empty', values: {} }]);
      }
      const parts = answer.parts.map((part) => {
        const one = this.case(part.dispute);
        const wasClosed = one.dispute.closedOn !== null;
        const vendor = this.#write(one, part, answer.kind, line);
        if (answer.kind !== 'pays') {
          one.dispute = { ...one.dispute, closedOn: null, closedAs: null };
          if (wasClosed) reopened.push(this.views.named(one));
          reversed.push(...this.#takenBack(one, part, vendor, line));
        }
        if (answer.learnName && vendor) this.#learn(vendor.id, line);
        return {
          kind: answer.kind,
          dispute: this.views.named(one),
          vendor,
          what: this.#what(one, part),
          amount: part.amount,
        };
      });
      this.home.bank.said.push({
        line: answer.line,
        parts: parts.map((part) => ({ ...part, action: '' })),
      });
      return null;
    });
    // The action has its name only once it is written.
    this.home.bank.said.at(-1)?.parts.forEach((part) => (part.action = done.action ?? ''));
    return { action: done.action, warnings: done.warnings, reopened, reversed };
  };

  #what(one: Case, part: MatchPart): string {
    const claim = one.claims.find((each) => each.claim.id === part.claim)?.claim;
    const remedy = one.remedies.find((each) => each.remedy.id === part.remedy)?.remedy;
    return claim?.reason ?? remedy?.what ?? '?';
  }

  /** Writes the movement and the day of delivery; gives the vendor. */
  #write(one: Case, part: MatchPart, kind: MatchKind, line: BankLine): Named | null {
    const each = one.claims.find((known) => known.claim.id === part.claim);
    const remedy = one.remedies.find((known) => known.remedy.id === part.remedy)?.remedy;
    const moved = MOVED[kind];
    if (each && moved) {
      const money: Money = part.amount;
      if (money.currency !== each.claim.amount.currency) throw failure('refused');
      this.put(each.movements, {
        id: null,
        kind: moved,
        amount: money,
        on: line.on,
        reference: line.reference,
        remedy: part.remedy,
      });
    }
    if (kind === 'pays' && remedy) remedy.deliveredOn ??= line.on;
    const vendor = each
      ? this.views.vendor(each.claim.vendor)
      : this.views.vendorOrNone(remedy?.vendor ?? null, remedy?.by ?? null);
    if (!moved && vendor) this.#charged(one, part, vendor.id, line);
    return vendor;
  }

  /** What was charged without right is owed from that day. */
  #charged(one: Case, part: MatchPart, vendor: string, line: BankLine): void {
    const claim = {
      id: this.fresh(),
      vendor,
      amount: part.amount,
      reason: `Charged after it was ended: “${line.text}”`,
      aroseOn: line.on,
      dueOn: null,
      becauseOf: null,
    };
    one.claims.push({ claim, movements: [] });
  }

  #takenBack(one: Case, part: MatchPart, vendor: Named | null, line: BankLine): ReversedRemedy[] {
    const found = one.remedies.find((each) => each.remedy.id === part.remedy);
    if (!found || !vendor) return [];
    const { remedy, checks } = found;
    const answered = { doneOn: line.on, result: 'does_not_hold' as const, note: line.text };
    const planned = checks.find((check) => check.id === part.check);
    if (planned) Object.assign(planned, answered);
    else this.put(checks, { id: null, dueOn: line.on, ...answered });
    const dispute = this.views.named(one);
    const person = this.home.contacts.find((contact) => contact.id === remedy.by);
    return [
      {
        remedy: { id: id(remedy), name: remedy.what },
        dispute,
        vendor,
        person: person ? { id: id(person), name: person.name } : null,
      },
    ];
  }

  #learn(vendor: string, line: BankLine): void {
    const known = this.home.vendors.find((one) => one.id === vendor);
    const name = line.party ?? line.text;
    if (known && !known.knownAs.includes(name)) known.knownAs.push(name);
  }
}
