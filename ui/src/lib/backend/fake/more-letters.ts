/** The invented household's letters: one being written, some that went out, one taken back. */
import type { Letter, SentRow, SentStanding } from '../types';
import type { Household, SentRecord } from './record';

export const BLANK: Omit<Letter, 'id' | 'dispute' | 'kind' | 'toVendor' | 'from'> = {
  template: null,
  toContact: null,
  office: null,
  by: 'letter',
  about: null,
  help: null,
  request: null,
  reason: null,
  basis: null,
  nextBody: null,
  replyBy: null,
  tone: 'gentle',
  withEffect: true,
  withDossier: false,
  showAccounts: false,
  leaveOut: [],
  leaveOutClaims: [],
  enclosures: [],
};

function sent(id: string, standing: SentStanding, row: Partial<SentRow>): SentRecord {
  const subject = row.subject ?? 'Complaint: Transfers sent back by risk control';
  return {
    row: {
      id,
      letter: `${id}-letter`,
      dispute: { id: 'transfer', name: 'Transfers sent back by risk control' },
      kind: 'complaint',
      addressee: 'Northbank Trust',
      vendor: { id: 'northbank', name: 'Northbank Trust' },
      on: '2026-04-20',
      by: 'letter',
      tracking: 'RR 1234 5678 9 US',
      replyBy: '2026-05-04',
      overdue: standing === 'waiting',
      event: 'e3',
      ...row,
      subject,
      standing,
    },
    text: `${subject}\n\nDear Sir or Madam,\n\nI am writing to ask for your help.\n\nAna Whitfield\n`,
    pdfSha256: '4f1c5a7704d1c1b0a6e94a0f9f5c1ce0f8c3f7a7d8b6c2e1a0f3d4c5b6a79881',
    dossierSha256: standing === 'waiting' ? '0'.repeat(64) : null,
    markedAt: `${row.on ?? '2026-04-20'}T15:20:00Z`,
    takenBack: standing === 'taken_back',
  };
}

const sentOnes = [
  sent('s1', 'waiting', {}),
  sent('s2', 'nothing_asked', {
    kind: 'thank_you',
    addressee: 'Marcus Bell',
    subject: 'Thank you',
    on: '2026-03-09',
    by: 'email',
    tracking: null,
    replyBy: null,
  }),
  sent('s3', 'taken_back', { on: '2026-04-18', tracking: null }),
];

const draft: Letter = {
  ...BLANK,
  id: 'letter-1',
  dispute: 'transfer',
  kind: 'complaint',
  toVendor: 'northbank',
  from: 'ana',
  replyBy: '2026-07-04',
};

export const inventedLetters: Pick<Household, 'letters' | 'sent' | 'templates'> = {
  letters: [
    { letter: draft, begunAt: '2026-06-19T17:00:00Z', edits: [] },
    ...sentOnes
      .filter((one) => !one.takenBack)
      .map(({ row }) => ({
        letter: {
          ...draft,
          id: row.letter,
          kind: row.kind,
          by: row.by,
          toVendor: row.vendor.id,
          replyBy: row.replyBy,
        },
        begunAt: `${row.on}T09:00:00Z`,
        edits: [],
      })),
  ],
  sent: sentOnes,
  templates: [],
};
