/** What has the words that are to be erased, as a person would name it. */
import type {
  BackupsRenewed,
  EraseBackups,
  FileKeeper,
  EraseNoun,
  ErasePlaces,
} from '$lib/backend';
import { fullDayText } from '$lib/words/dates';

/** One of it, and several. */
const NOUNS: Record<EraseNoun, [string, string]> = {
  household: ['name of the household', 'names of the household'],
  member: ['field of a member', 'fields of members'],
  vendor: ['field of a vendor', 'fields of vendors'],
  person: ['field of a person', 'fields of people'],
  dispute: ['field of the dispute', 'fields of the dispute'],
  party: ['field of a vendor’s part', 'fields of vendors’ parts'],
  claim: ['claim', 'claims'],
  movement: ['payment', 'payments'],
  fact: ['fact', 'facts'],
  note: ['private note', 'private notes'],
  issue: ['point in question', 'points in question'],
  promise: ['promise', 'promises'],
  offer: ['offer', 'offers'],
  rung: ['step up the ladder', 'steps up the ladder'],
  help: ['note of help', 'notes of help'],
  remedy: ['remedy', 'remedies'],
  check: ['check', 'checks'],
  step: ['next step', 'next steps'],
  file: ['name or caption of a file', 'names or captions of files'],
  letter: ['letter being written', 'letters being written'],
  sent_letter: ['text of a letter as sent', 'texts of letters as sent'],
  template: ['letter template', 'letter templates'],
  dossier: ['choice for a dossier', 'choices for a dossier'],
  account: ['field of a bank account', 'fields of bank accounts'],
  statement: ['name of a bank’s file', 'names of a bank’s files'],
  line: ['bank line', 'bank lines'],
  layout: ['layout of a table', 'layouts of tables'],
  draft: ['form that is being typed', 'forms that are being typed'],
  document: ['text of a document', 'texts of documents'],
  unnamed: [
    'file that nothing in your records names, as a whole',
    'files that nothing in your records names, as a whole',
  ],
  before: ['older version in the history', 'older versions in the history'],
  journal: ['line of the history', 'lines of the history'],
};

/** “3 facts of ‘The lamp that hums’, one of them in the bin”. */
export function placeText({ noun, dispute, name, count, inBin }: ErasePlaces): string {
  const [one, several] = NOUNS[noun];
  const what =
    noun === 'document' ? 'The text read from' : `${count} ${count === 1 ? one : several}`;
  const file = name ? (noun === 'document' ? ` ${name}` : ` of ${name}`) : '';
  const of = dispute ? ` of “${dispute.name}”` : '';
  const bin = inBin === 0 ? '' : inBin === count ? ', in the bin' : `, ${inBin} of them in the bin`;
  return `${what}${file}${of}${bin}`;
}

/** What keeps the words. */
export function keptText({ kind, name }: FileKeeper): string {
  switch (kind) {
    case 'file':
      return `The file ${name} itself`;
    case 'sent_letter':
      return `The PDF of the letter “${name}”, as it was sent`;
    case 'statement':
      return `The bank’s file ${name}`;
    case 'dossier':
      return `Perhaps the dossier sent to ${name}; Holdfast does not read what was sent`;
  }
}

/** Which backups may have the words, and until when; nothing where there are none. */
export function backupsText(of: EraseBackups): string | null {
  const { count, keptDamaged, oldest, elsewhere } = of;
  if (count === 0 && !elsewhere) return null;
  const backups = count === 1 ? 'One backup, of' : `${count} backups, the oldest of`;
  const damaged = keptDamaged > 0 ? `, with ${keptDamagedText(keptDamaged)}` : '';
  const here = oldest ? `${backups} ${fullDayText(oldest)}${damaged}.` : '';
  const there = elsewhere ? ` The copies in ${elsewhere}.` : '';
  return `${here}${there} Backups of days of use go as they age; restoring one brings the words back.`.trim();
}

/** “one damaged file of originals kept beside them”, which lie among the backups and go with these. */
const keptDamagedText = (count: number) =>
  `${count === 1 ? 'one damaged file' : `${count} damaged files`} of originals kept beside them`;

/** What became of the older backups. */
export function renewedText({ removed, removedDamaged }: BackupsRenewed): string {
  const older = removed === 1 ? 'One older backup is' : `${removed} older backups are`;
  const damaged = removedDamaged > 0 ? `, with ${keptDamagedText(removedDamaged)}` : '';
  return `A new backup is made. ${older} removed${damaged}.`;
}
