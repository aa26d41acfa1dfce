/** What the invented household is made of: the nouns of the wire, with their ids. */
import type {
  Advocacy,
  AttachmentView,
  Check,
  Claim,
  Contact,
  Dispute,
  EventNoun,
  Member,
  Movement,
  NextStep,
  Offer,
  Party,
  PromiseNoun,
  RecordKind,
  Remedy,
  Rung,
  Vendor,
} from '../types';

export type Case = {
  dispute: Dispute;
  parties: Party[];
  claims: { claim: Claim; movements: Movement[] }[];
  events: EventNoun[];
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

export type Household = {
  name: string;
  members: Member[];
  vendors: Vendor[];
  contacts: Contact[];
  cases: Case[];
  bin: Thrown[];
};

/** The day on which the invented household is looked at. */
export const TODAY = '2026-06-20';

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
  return { name: '', members: [], vendors: [], contacts: [], cases: [], bin: [] };
}
