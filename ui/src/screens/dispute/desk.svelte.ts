/** What the parts of a dispute's page share: the dispute, which form is open, and the small writes. */
import { getContext, setContext } from 'svelte';
import { useAct, type Act } from '$lib/act.svelte';
import { useApp, type App } from '$lib/app.svelte';
import { Writing } from '$lib/writing';
import type {
  AdvocacyView,
  Backend,
  Channel,
  Check,
  Cited,
  ClaimView,
  Direction,
  DisputeView,
  Done,
  EventNoun,
  IssueView,
  LadderNext,
  LetterBoard,
  Movement,
  Named,
  NextStepView,
  OfferView,
  PartyView,
  PromiseView,
  RecordKind,
  RemedyView,
  Role,
  RungView,
  SentRow,
  VendorKind,
  WrongedFinding,
} from '$lib/backend';
import type { IssueBegun } from './issues';
import { TIME_LIMITS, type Section } from './sections';

/** A form that is to be opened; `null` stands for a new thing. */
export type FormRequest =
  | { of: 'event'; event: EventNoun | null; begun?: Begun }
  | { of: 'thread' }
  | { of: 'dispute' }
  | { of: 'subject' }
  | { of: 'close' }
  | { of: 'party'; party: PartyView | null; found?: FoundPart }
  | { of: 'claim'; claim: ClaimView | null; found?: FoundOwed }
  | { of: 'movement'; claim: ClaimView; movement: Movement | null }
  | { of: 'issue'; issue: IssueView | null; begun?: IssueBegun }
  | { of: 'promise'; promise: PromiseView | null }
  | { of: 'offer'; offer: OfferView | null }
  | { of: 'rung'; rung: RungView | null; begun?: LadderNext }
  | { of: 'advocacy'; advocacy: AdvocacyView | null }
  | { of: 'remedy'; remedy: RemedyView | null; offer?: OfferView }
  | { of: 'check'; remedy: RemedyView; check: Check | null }
  | { of: 'person'; vendor: Named }
  | { of: 'next_step'; step: NextStepView | null }
  | { of: 'evidence'; cited: Cited; words: string };

/** A finding of “Were we wronged?” that a claim is made of. */
export type FoundOwed = { problem: string; finding: WrongedFinding };
/** The part that a finding speaks of, and the kind that a new vendor would be of. */
export type FoundPart = { kind: VendorKind; role: Role };

/** What was typed into the quick line before the whole form was wanted. */
export type Begun = { text: string; channel: Channel; direction: Direction };

export class Desk {
  readonly app: App;
  readonly act: Act;
  readonly writing: Writing;
  readonly #view: () => DisputeView | undefined;
  readonly #letters: () => LetterBoard | undefined;
  /** The form that is open. */
  request: FormRequest | null = $state.raw(null);
  /** The section that is shown. */
  section: Section = $state('timeline');
  /** What is to be brought into sight in that section, by its `data-record`. */
  spot: { id: string } | null = $state.raw(null);

  constructor(
    app: App,
    act: Act,
    view: () => DisputeView | undefined,
    letters: () => LetterBoard | undefined,
  ) {
    this.app = app;
    this.act = act;
    this.writing = new Writing(app, act);
    this.#view = view;
    this.#letters = letters;
  }

  get backend(): Backend {
    return this.app.backend;
  }

  /** The dispute as it was loaded last. Only what stands inside the page may ask. */
  get view(): DisputeView {
    const view = this.#view();
    if (!view) throw new Error('The dispute was asked for before it was loaded.');
    return view;
  }

  /** The dispute’s letters, once they are loaded. */
  get letters(): LetterBoard | undefined {
    return this.#letters();
  }

  /** The letter whose going out is this event, if it is one. */
  letterOf(event: string | null): SentRow | undefined {
    const board = this.letters;
    return board && [...board.waiting, ...board.earlier].find((row) => row.event === event);
  }

  get id(): string {
    return this.view.dispute.id ?? '';
  }

  /** The currency proposed for a new sum of this dispute; empty where none is known. */
  get currency(): string {
    return this.view.currency ?? this.app.currency;
  }

  open(request: FormRequest): void {
    this.request = request;
  }

  close = (): void => {
    this.request = null;
  };

  /** Shows a section, and where it is named, one place in it. */
  show(section: Section, spot: string | null = null): void {
    this.section = section;
    this.spot = spot === null ? null : { id: spot };
  }

  showTimeLimits(): void {
    this.show('steps', TIME_LIMITS);
  }

  /** Puts something into the bin; Undo brings it back. */
  remove(kind: RecordKind, id: string | null): Promise<Done | null> {
    return this.act.run(
      () => this.backend.remove(kind, id ?? ''),
      'Moved to the bin. Nothing is lost.',
    );
  }

  /** Adds files to the dispute; where something is named, it rests on them. */
  addFiles(cited: Cited[] = []): void {
    this.app.addEvidence({ from: 'files' }, this.id, cited);
  }

  /** Evidence for one record: of what the dispute has, or new. */
  addEvidence(cited: Cited, words: string): void {
    if (this.view.attachments.length === 0) this.addFiles([cited]);
    else this.open({ of: 'evidence', cited, words });
  }
}

const KEY = Symbol('desk');

/** Gives the desk to all components below; to be called while a component is being set up. */
export function provideDesk(
  view: () => DisputeView | undefined,
  letters: () => LetterBoard | undefined = () => undefined,
): Desk {
  return setContext(KEY, new Desk(useApp(), useAct(), view, letters));
}

/** The desk; to be called while a component is being set up. */
export function useDesk(): Desk {
  const desk = getContext<Desk | undefined>(KEY);
  if (!desk) throw new Error('No dispute is shown above this component.');
  return desk;
}
