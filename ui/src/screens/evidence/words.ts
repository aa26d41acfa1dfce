/** What is said of a piece of evidence, in the same words everywhere. */
import type {
  AttachmentView,
  CitationView,
  CitedKind,
  FileKeeperKind,
  EraseOriginalLook,
} from '$lib/backend';
import { COPIES_KEEP } from '$lib/words/copies';
import { dayText } from '$lib/words/dates';

/** The nouns that may rest on evidence. */
export const CITED_KINDS: Record<CitedKind, string> = {
  event: 'Event',
  fact: 'Fact',
  claim: 'Claim',
  promise: 'Promise',
  remedy: 'Remedy',
  letter: 'Letter',
  issue: 'In question',
};

/** What a piece is called: by what it shows, or else by its name. */
export function pieceName(file: Pick<AttachmentView, 'caption' | 'name'>): string {
  return file.caption ?? file.name;
}

/** The day that it bears: `Tue 5 May`, `about Tue 5 May`, `date not known`. */
export function pieceDay(file: Pick<AttachmentView, 'at' | 'precision'>, today: string): string {
  if (file.at === null || file.precision === 'unknown') return 'date not known';
  const day = dayText(file.at, today);
  return file.precision === 'about' ? `about ${day}` : day;
}

/** Who made it, or an empty text. */
export function pieceAuthor(file: Pick<AttachmentView, 'author' | 'vendor'>): string {
  return file.author ?? file.vendor?.name ?? '';
}

/** What rests on it, in a line: `Fact: They cancelled it, p. 2`. */
export function citationText({ of, words, place }: CitationView): string {
  return `${CITED_KINDS[of.kind]}: ${words}${place ? `, ${place}` : ''}`;
}

/** So many, as people say it: `one file`, `12 files`. */
export function filesText(count: number): string {
  return count === 1 ? 'one file' : `${count} files`;
}

const PROBLEMS: Record<string, string> = {
  empty: 'Nothing is in it.',
  too_large: 'It is too large to be shown here.',
  not_drawn: '',
  not_read: '',
  unknown_kind: 'What it is cannot be told from its content.',
  damaged: 'It may be damaged, or locked with a password.',
  encrypted: 'It is locked with a password.',
  cut_short: 'It breaks off in the middle. What is there is shown.',
  too_many_pixels: 'It has more pixels than can safely be shown.',
  no_text: 'There is no text in it.',
  text_too_long: 'Its text is very long; the rest is in the file.',
  lost_characters: 'A few characters could not be read.',
  remote_left_out: 'Pictures from the internet in it were not loaded.',
  script_left_out: 'A program in it was left out. It was not run.',
  no_date: 'It does not say when it was sent.',
  bad_date: 'The day on which it was sent cannot be read.',
  no_sender: 'It does not say who sent it.',
  bad_attachment: 'A file in it could not be taken out.',
};

/** What is the matter with it, as sentences; nothing where there is nothing to say. */
export function problemTexts(codes: readonly string[]): string[] {
  return [...new Set(codes.map((code) => PROBLEMS[code] ?? ''))].filter(Boolean);
}

/** Whether every word of a search stands in what is said of a piece. */
export function fits(file: AttachmentView, search: string): boolean {
  const words = plain(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const said = [file.name, file.caption, pieceAuthor(file), file.obtained, file.dispute.name];
  const resting = file.citations.map((one) => `${one.words} ${one.place ?? ''}`);
  const all = plain([...said, ...resting].join(' '));
  return words.every((word) => all.includes(word));
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** How many files there are, and how they are kept; `lost` says whether one is not there as it was. */
export function keptText(all: readonly AttachmentView[], lost: (id: string) => unknown): string {
  const count = all.length;
  if (count === 0) return 'Files that show what happened.';
  const erased = all.filter((file) => file.erasedOn !== null).length;
  const gone = all.filter((file) => lost(file.id)).length;
  const files = count === 1 ? 'One file' : `${count} files`;
  if (erased === count) return `${files}, erased for good.`;
  if (gone === count) return `${files}, lost.`;
  const kept = count === 1 ? 'kept as it was added' : 'kept as they were added';
  const but = [erased > 0 ? `${erased} erased for good` : '', gone > 0 ? `${gone} lost` : ''];
  const said = but.filter((one) => one !== '').join(' and ');
  return said === '' ? `${files}, ${kept}.` : `${files}, ${kept} but for ${said}.`;
}

const KEEPERS: Record<FileKeeperKind, string> = {
  file: 'the evidence',
  sent_letter: 'the letter as sent',
  statement: 'the bank statement',
  dossier: 'the dossier sent to',
};

/** What is gone with a file, and what stays, before it is erased for good. */
export function eraseFileText(found: EraseOriginalLook): string {
  const named = found.namedBy.map((one) => {
    const of = one.dispute ? ` of “${one.dispute.name}”` : '';
    return `${KEEPERS[one.kind]} “${one.name}”${of}`;
  });
  const copies = found.elsewhere
    ? ` From the copies in ${found.elsewhere} it goes with the next backup.`
    : '';
  const damaged =
    found.keptDamaged > 0
      ? ' What is kept of damaged files beside the backups goes as well, for it may have it too.'
      : '';
  return `The file ${found.name} and what was read of it are gone then, and nothing brings them back; Undo does not either. It is gone from ${named.join(', ')}. What was written about it stays.${copies}${damaged} ${COPIES_KEEP}`;
}
