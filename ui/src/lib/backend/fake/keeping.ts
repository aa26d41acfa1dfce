/** What every write of the fake backend stands on: the household, and how it is changed and undone. */
import { BackendError } from '../error';
import type { Done, FieldProblem, JournalPage, Undone, VendorChoice } from '../types';
import type { Case, Household } from './record';

type Noun = { id: string | null };

export function failure(
  code:
    | 'not_found'
    | 'nothing_to_undo'
    | 'nothing_to_redo'
    | 'refused'
    | 'preview_gone'
    | 'original_erased',
  problems: FieldProblem[] = [],
  values: Record<string, string> = {},
) {
  return new BackendError({ code, values, problems });
}

export class Keeping {
  home: Household;
  #actions: { name: string; before: string }[] = [];
  #undone: { name: string; before: string; after: string }[] = [];
  #next = 1;

  constructor(home: Household) {
    this.home = home;
  }

  /** A dispute with all that hangs on it. */
  case(dispute: string): Case {
    const found = this.home.cases.find((one) => one.dispute.id === dispute);
    if (!found) throw failure('not_found');
    return found;
  }

  fresh(): string {
    return `new-${this.#next++}`;
  }

  /** Runs a write as one action that can be undone. */
  protected act(write: () => string | null): Done {
    const before = JSON.stringify(this.home);
    let made: string | null;
    try {
      made = write();
    } catch (thrown) {
      this.home = JSON.parse(before) as Household;
      throw thrown;
    }
    const action = `action-${this.#next++}`;
    this.#actions.push({ name: action, before });
    this.#undone = [];
    return { action, id: made, warnings: [] };
  }

  /** Puts a noun into its list, new or in the place of what it was. */
  put<N extends Noun>(list: N[], noun: N): string {
    const kept = { ...noun, id: noun.id ?? this.fresh() };
    const at = list.findIndex((one) => one.id === kept.id);
    if (at < 0) list.push(kept);
    else list[at] = kept;
    return kept.id;
  }

  protected needs(fields: Record<string, string | null | undefined>): void {
    const empty = Object.entries(fields).filter(([, text]) => !text?.trim());
    if (empty.length === 0) return;
    throw failure(
      'refused',
      empty.map(([field]) => ({ field, code: 'empty', values: {} })),
    );
  }

  vendorOf(choice: VendorChoice | null): string {
    if (!choice) throw failure('refused', [{ field: 'vendor', code: 'empty', values: {} }]);
    if (choice.id) return choice.id;
    this.needs({ vendor: choice.name });
    return this.put(this.home.vendors, {
      id: null,
      name: choice.name.trim(),
      kind: choice.kind,
      address: [],
      country: null,
      channels: [],
      knownAs: [],
    });
  }

  partyFor(one: Case, vendor: string): void {
    if (one.parties.some((party) => party.vendor === vendor)) return;
    this.put(one.parties, {
      id: null,
      vendor,
      roles: [],
      reference: null,
      policy: null,
      rationale: null,
    });
  }

  undo = async (action: string): Promise<Undone> => {
    const at = this.#actions.findIndex((one) => one.name === action);
    const found = this.#actions[at];
    if (!found) throw failure('nothing_to_undo');
    this.#undone.push({ ...found, after: JSON.stringify(this.home) });
    this.#actions = this.#actions.slice(0, at);
    this.home = JSON.parse(found.before) as Household;
    return { action: `action-${this.#next++}`, deed: null, about: '', again: false };
  };

  undoLast = async () => this.undo(this.#actions.at(-1)?.name ?? '');

  redoLast = async (): Promise<Undone> => {
    const found = this.#undone.pop();
    if (!found) throw failure('nothing_to_redo');
    this.#actions.push({ name: found.name, before: found.before });
    this.home = JSON.parse(found.after) as Household;
    return { action: `action-${this.#next++}`, deed: null, about: '', again: true };
  };

  /** What was done, the newest first; what was undone is not kept here. */
  journal = async (): Promise<JournalPage> => ({
    lines: this.#actions.toReversed().map(({ name }) => ({
      ...{ action: name, deed: 'save_event', about: name, noun: 'event', dispute: null },
      ...{ at: '2026-06-10T09:30:00', device: 'here', state: 'stands', undid: null },
    })),
    more: false,
  });
}
