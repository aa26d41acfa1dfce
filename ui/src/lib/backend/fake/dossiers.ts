/** Dossiers of the fake backend: what each reader gets, and the editions that were sent. */
import type {
  DocumentPreview,
  DossierBoard,
  DossierChoice,
  DossierPart,
  DossierReader,
  DossierSending,
  EventNoun,
} from '../types';
import { Statements } from './statements';
import { failure } from './keeping';

const READERS: Record<DossierReader, { without: DossierPart[]; withExhibits: boolean }> = {
  ombudsman: { without: ['next_steps'], withExhibits: true },
  vendor: { without: ['helpers', 'next_steps', 'clocks'], withExhibits: false },
  issuer: {
    without: ['people', 'helpers', 'issues', 'remedies', 'next_steps', 'contact_log', 'clocks'],
    withExhibits: true,
  },
  court: { without: ['helpers', 'next_steps'], withExhibits: true },
  other: { without: [], withExhibits: false },
};

export class Dossiers extends Statements {
  #composed: DossierChoice | null = null;

  dossierBoard = async (dispute: string): Promise<DossierBoard> => {
    this.case(dispute);
    const kept = (this.home.dossiers ?? []).filter((one) => one.dispute === dispute);
    const readers = (Object.keys(READERS) as DossierReader[]).map((reader) => {
      const choice = kept.find((one) => one.reader === reader);
      return { choice: choice ?? this.#usual(dispute, reader), kept: choice !== undefined };
    });
    const sent = (this.home.editions ?? []).filter((one) => one.dispute === dispute);
    return structuredClone({ readers, sent: sent.map(({ edition }) => edition) });
  };

  saveDossierChoice = async (choice: DossierChoice) =>
    this.act(() => {
      const others = (this.home.dossiers ?? []).filter(
        (one) => one.dispute !== choice.dispute || one.reader !== choice.reader,
      );
      this.home.dossiers = [...others, choice];
      return choice.reader;
    });

  dropDossierChoice = async (dispute: string, reader: DossierReader) =>
    this.act(() => {
      this.home.dossiers = (this.home.dossiers ?? []).filter(
        (one) => one.dispute !== dispute || one.reader !== reader,
      );
      return reader;
    });

  composeDossier = async (choice: DossierChoice): Promise<DocumentPreview> => {
    this.#composed = choice;
    return {
      id: `preview-${choice.dispute}`,
      pages: 4,
      width: choice.usLetter ? 612 : 595,
      height: choice.usLetter ? 792 : 842,
      missing: [],
      fileName: 'dossier.pdf',
    };
  };
  saveDossier = async () => true;

  markDossierSent = async (_preview: string, sending: DossierSending) =>
    this.act(() => {
      const composed = this.#composed;
      if (!composed) throw failure('preview_gone');
      const edition = {
        id: this.fresh(),
        reader: composed.reader,
        recipient: sending.recipient,
        on: sending.on,
        size: 48_000,
        sha256: '5f'.repeat(32),
        exhibits: 2,
        takenBack: false,
      };
      const one = this.case(composed.dispute);
      const event = this.put(one.events, this.#sentEdition(composed.dispute, sending));
      const kept = { dispute: composed.dispute, edition, event };
      this.home.editions = [kept, ...(this.home.editions ?? [])];
      return edition.id;
    });

  takeBackSentDossier = async (what: string) =>
    this.act(() => {
      const { dispute, edition, event } = this.#kept(what);
      edition.takenBack = true;
      const one = this.case(dispute);
      one.events = one.events.filter((known) => known.id !== event);
      return what;
    });

  composeSentDossier = async (what: string): Promise<DocumentPreview> => ({
    id: `sent-${this.#edition(what).id}`,
    pages: 3,
    width: 595,
    height: 842,
    missing: [],
    fileName: 'dossier.pdf',
  });
  saveSentDossier = async () => true;

  #edition(what: string) {
    return this.#kept(what).edition;
  }

  #kept(what: string) {
    const found = (this.home.editions ?? []).find((one) => one.edition.id === what);
    if (!found) throw failure('not_found');
    return found;
  }

  #sentEdition(dispute: string, { on, by, recipient }: DossierSending): EventNoun {
    const fact = { id: this.fresh(), status: 'undisputed' as const, acknowledgedBy: null };
    const text = `The case file was sent${recipient ? ` to ${recipient}` : ''}.`;
    return {
      id: null,
      dispute,
      at: on,
      precision: 'exact',
      channel: by,
      direction: 'out',
      vendor: null,
      contacts: [],
      answered: null,
      waitedMinutes: null,
      minutes: null,
      facts: [{ ...fact, text }],
      note: null,
    };
  }

  #usual(dispute: string, reader: DossierReader): DossierChoice {
    return {
      dispute,
      reader,
      preparedFor: null,
      leaveOut: [],
      showAccounts: false,
      usLetter: false,
      covered: [],
      ...READERS[reader],
    };
  }
}
