/** What the invented household is made of: the nouns of the wire, with their ids. */
import type {
  Advocacy,
  AttachmentView,
  Check,
  Claim,
  Contact,
  Dispute,
  DossierChoice,
  DueKind,
  EventNoun,
  Issue,
  Letter,
  LetterTemplate,
  Member,
  Movement,
  NextStep,
  Offer,
  Party,
  PromiseNoun,
  RecordKind,
  Remedy,
  Rung,
  SentDossier,
  SentLetterView,
  Vendor,
} from '../types';
import type { KeptClock } from './clocks';
import { emptyBank, type Bank } from './statement-record';

export type Case = {
  dispute: Dispute;
  parties: Party[];
  claims: { claim: Claim; movements: Movement[] }[];
  events: EventNoun[];
  /** What is in question; absent until something was put down. */
  issues?: Issue[];
  promises: PromiseNoun[];
  offers: Offer[];
  rungs: Rung[];
  advocates: Advocacy[];
  remedies: { remedy: Remedy; checks: Check[] }[];
  nextSteps: NextStep[];
  attachments: Omit<AttachmentView, 'dispute'>[];
};

export type Thrown = {
  kind: RecordKind;
  id: string;
  name: string;
  dispute: string | null;
  deletedAt: string;
  before: string;
};

/** A paragraph in the person's own words. */
export type LetterEdit = { key: string; base: string; text: string; after: string | null };
/** A letter that went out, or that did so by mistake. */
export type SentRecord = SentLetterView & { takenBack: boolean };

export type Household = {
  name: string;
  /** Where it lives; absent until it was said. */
  region?: string;
  /** What was said of time limits. */
  clocks?: KeptClock[];
  /** What is chosen for the dossiers' readers. */
  dossiers?: DossierChoice[];
  /** The editions that were sent, the newest first. */
  editions?: { dispute: string; edition: SentDossier; event: string }[];
  members: Member[];
  vendors: Vendor[];
  contacts: Contact[];
  cases: Case[];
  bin: Thrown[];
  letters: { letter: Letter; begunAt: string; edits: LetterEdit[] }[];
  sent: SentRecord[];
  templates: LetterTemplate[];
  putOff: { id: string; kind: DueKind; item: string; until: string; orAnswer: boolean }[];
  cadence: number[];
  bank: Bank;
};

/** The day on which the invented household is looked at. */
export const TODAY = '2026-06-20';

/** The usual times of waiting, in days. */
export const USUAL_CADENCE = [7, 14, 28, 42];

export const id = (noun: { id: string | null }): string => noun.id ?? '';

export function emptyCase(dispute: Dispute): Case {
  return {
    dispute,
    parties: [],
    claims: [],
    events: [],
    promises: [],
    offers: [],
    rungs: [],
    advocates: [],
    remedies: [],
    nextSteps: [],
    attachments: [],
  };
}

export function emptyHousehold(): Household {
  const letters = { letters: [], sent: [], templates: [] };
  const persistence = { putOff: [], cadence: [...USUAL_CADENCE], bank: emptyBank() };
  return {
    name: '',
    members: [],
    vendors: [],
    contacts: [],
    cases: [],
    bin: [],
    ...letters,
    ...persistence,
  };
}
