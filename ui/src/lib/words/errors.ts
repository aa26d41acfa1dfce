/** A sentence for each error: what happened, what is safe, what to do. The only place for them. */
import type { ErrorCode, RecordKind } from '../backend/types';
import { archiveReason } from './archiveReasons';
import { fullDayText } from './dates';
import { RECORDS } from './vocabulary';

type Values = Record<string, string>;
export type Sentence = {
  /** What happened, in a few words. */
  title: string;
  /** What is safe and what to do. */
  body: string;
};

const value = (values: Values, name: string, otherwise: string) => values[name] || otherwise;

const copy = (values: Values) =>
  values.backup
    ? values.restorable
      ? 'You can go on from one of your backups.'
      : `The newest copy of your records is ${values.backup}.`
    : 'There is no copy of it yet. Please keep the file; someone may be able to read it.';

/** What can be done about a damaged file of originals, before the records are open or after. */
const mended = (values: Values) =>
  values.open
    ? 'Settings → Backups says which files are lost, and gets back what a copy of your records has.'
    : 'You can go on with every attached file that can still be read, also out of the copies among your backups elsewhere. The damaged file is kept.';

const noun = (values: Values, name: string, otherwise: string) => {
  const record = values[name];
  return record !== undefined && record in RECORDS
    ? `A ${RECORDS[record as RecordKind].toLowerCase()}`
    : otherwise;
};

function megabytes(values: Values): string {
  const bytes = Number(values.limit);
  return Number.isFinite(bytes) && bytes > 0 ? `${Math.floor(bytes / 1_000_000)} MB` : 'the limit';
}

const SENTENCES: Record<ErrorCode, (values: Values) => Sentence> = {
  not_found: () => ({
    title: 'This is no longer here.',
    body: 'It may lie in the bin. Nothing was changed. Settings → Bin shows what can be taken out again.',
  }),
  refused: () => ({
    title: 'This cannot be saved yet.',
    body: 'What you typed is kept. Please look at the fields that are marked.',
  }),
  conflict: () => ({
    title: 'This was changed since.',
    body: 'Undoing it now would lose the later change, so nothing was done. You can still edit it by hand.',
  }),
  nothing_to_undo: () => ({ title: 'There is nothing to undo.', body: 'All is as you left it.' }),
  nothing_to_redo: () => ({
    title: 'There is nothing to do again.',
    body: 'Nothing was undone since your last change.',
  }),
  never_undone: () => ({
    title: 'That was for good.',
    body: 'What was erased is not kept anywhere in your records, so it cannot be brought back.',
  }),
  no_way_back: () => ({
    title: 'It cannot go back to this moment.',
    body: 'What was written down since no longer fits with it. Nothing was changed. You can still edit it by hand.',
  }),
  store_in_use: () => ({
    title: 'Holdfast is already open.',
    body: 'Another window is using your records. They are safe. Please go to that window, or close it and start again.',
  }),
  store_read_only: (values) => ({
    title: 'Holdfast may not write to your records.',
    body: `${value(values, 'path', 'The file')} is read-only, so nothing new could be kept. Your records are unchanged. Please allow writing to its folder, then start again.`,
  }),
  store_gone: (values) => ({
    title: 'Your records are not where they were.',
    body: `${value(values, 'path', 'Their file')} was moved or deleted, or its drive was unplugged, while Holdfast was open. This could not be saved; what you typed is still on the screen. Please put it back, then save again.`,
  }),
  store_newer: (values) => ({
    title: 'Your records were written by a newer Holdfast.',
    body: `This version does not know how to read ${value(values, 'path', 'them')} without harm, so it left the file unchanged. Please install the newer version.`,
  }),
  store_foreign: (values) => ({
    title: 'This file holds no Holdfast records.',
    body: `${value(values, 'path', 'The file')} belongs to something else and was left unchanged. Please choose another file, or move this one away.`,
  }),
  store_damaged: (values) => ({
    title: 'Your records cannot be read.',
    body: `${value(values, 'path', 'The file')} is damaged. It was left as it is. ${copy(values)}`,
  }),
  originals_gone: (values) => ({
    title: 'The attached files are not here.',
    body: `${value(values, 'path', 'The file that holds them')} was moved or deleted. What you wrote lies elsewhere and is safe. If you know where it is, please put it back and try again. Otherwise you can go on with every attached file that a copy among your backups has.`,
  }),
  not_a_copy: (values) => ({
    title: 'There is no copy of your records in that folder.',
    body: `${value(values, 'name', 'The folder')} has no file ${value(values, 'file', 'of that name')}. Nothing was changed. Please choose the folder that a backup was copied to.`,
  }),
  originals_damaged: (values) => ({
    title: values.open ? 'An attached file cannot be read.' : 'The attached files cannot be read.',
    body: `${value(values, 'path', 'The file that holds them')} is damaged. What you wrote lies elsewhere and is safe. ${mended(values)}`,
  }),
  record_gone: (values) => ({
    title: 'Your records are not here, but their backups are.',
    body: `${value(values, 'path', 'The file')} was moved or deleted. If you know where it is, please put it back and try again. Otherwise you can go on from a backup.`,
  }),
  backup_damaged: (values) => ({
    title: 'This backup cannot be read.',
    body: `${value(values, 'name', 'The file')} is damaged. Nothing was changed. Please take another one. (${value(values, 'detail', 'no more is known')})`,
  }),
  backup_newer: () => ({
    title: 'This backup was made by a newer Holdfast.',
    body: 'This version does not know how to read it without harm. Nothing was changed. Please install the newer version.',
  }),
  archive_refused: (values) => ({
    title: 'This archive was not taken in.',
    body: `${archiveReason(values.reason ?? '', values.text ?? '')} ${value(values, 'name', 'The file')} was left as it is, and nothing was changed. If you have another copy of it, please try that.`,
  }),
  archive_newer: (values) => ({
    title: 'This archive was made by a newer Holdfast.',
    body: `This version does not know how to read ${value(values, 'name', 'it')}. Nothing was changed. Please install the newer version.`,
  }),
  archive_sealed: (values) => ({
    title: 'This archive has a passphrase.',
    body: `${value(values, 'name', 'It')} can be read with the passphrase that it was saved with. Nothing was changed.`,
  }),
  archive_wrong_passphrase: (values) => ({
    title: 'That is not its passphrase.',
    body: `${value(values, 'name', 'The archive')} was saved with another one. Nothing was changed. Please try again; capitals and spaces count.`,
  }),
  folder_not_empty: (values) => ({
    title: 'There is something in this folder already.',
    body: `Your files are not mixed with others, so nothing was written into ${value(values, 'name', 'it')}. Please choose another folder.`,
  }),
  record_holds_something: () => ({
    title: 'There is a record here already.',
    body: 'An archive is never mixed into another record. Nothing was changed. You can put it in the place of this one in Settings; this one is then kept as a backup.',
  }),
  locked: () => ({
    title: 'Your records are locked.',
    body: 'They are safe, and what you typed is kept. Please unlock them to go on.',
  }),
  already_encrypted: () => ({
    title: 'Your records are encrypted already.',
    body: 'Nothing was changed. You can change the passphrase under Settings, in Protection.',
  }),
  not_encrypted: () => ({
    title: 'Your records are not encrypted.',
    body: 'There is no passphrase to them, and nothing was changed. You can set one under Settings, in Protection.',
  }),
  wrong_passphrase: () => ({
    title: 'This is not the passphrase.',
    body: 'Please try again; small and capital letters count. If it is forgotten, the printed recovery code opens your records.',
  }),
  wrong_recovery_code: (values) =>
    values.mistyped
      ? {
          title: 'There is a slip in this code.',
          body: 'Please compare it with the printed one, group by group; capitals and dashes do not matter. Nothing was changed.',
        }
      : {
          title: 'This code does not open these records.',
          body: 'It may be an earlier code, or one of other records. Nothing was changed.',
        },
  passphrase_too_short: (values) => ({
    title: 'This passphrase is too short.',
    body: `Please use at least ${value(values, 'min', '8')} letters. Several words are easy to keep in mind and hard to guess. Nothing was changed.`,
  }),
  key_missing: (values) => ({
    title: 'The key to your records is missing.',
    body: `Your records are encrypted, and ${value(values, 'path', 'the file with their key')} is gone. They are unchanged. Please put that file back; a copy lies in each folder of backups.`,
  }),
  key_damaged: (values) => ({
    title: 'The key to your records cannot be used.',
    body: `${value(values, 'path', 'The file with the key')} is damaged or belongs to other records. Your records are unchanged. Please put the file back from a copy; one lies in each folder of backups. (${value(values, 'detail', 'no more is known')})`,
  }),
  store_no_folder: (values) => ({
    title: 'The folder for your records is not there.',
    body: `${value(values, 'path', 'It')} cannot be found. If it lies on a drive or in a shared folder, please connect that, then start again. Nothing was changed.`,
  }),
  shared_place: (values) => ({
    title: 'Your records would lie in a shared folder.',
    body: values.program
      ? `${values.program} carries this folder to other computers, also while Holdfast writes. That can damage your records, or leave two versions of them of which one is lost. Nothing was written yet.`
      : 'It lies behind a network. Where the connection breaks while Holdfast writes, or two computers open your records at once, they can be damaged. Nothing was written yet.',
  }),
  still_named: (values) => ({
    title: 'Something else still needs this.',
    body:
      values.by === 'statement_match'
        ? 'You said what some of its lines are for, and it is the evidence of that. It was left where it is.'
        : `${noun(values, 'by', 'Another record')} names it, so it was left where it is. Please change or remove that first.`,
  }),
  in_bin: (values) => ({
    title: 'It belongs to something in the bin.',
    body: `${noun(values, 'record', 'What it belongs to')} lies in the bin. Please take that out first; nothing was changed.`,
  }),
  several_found: () => ({
    title: 'More than one dispute has this name.',
    body: 'Nothing was done. Please choose it by its reference.',
  }),
  disk_full: () => ({
    title: 'The disk is full.',
    body: 'This could not be saved. What you typed is still on the screen, and everything saved before is safe. Please free some space, then save again.',
  }),
  io: (values) => ({
    title: 'A file could not be read or written.',
    body: `Everything saved before is safe. Please try again. (${value(values, 'detail', 'no more is known')})`,
  }),
  file_too_large: (values) => ({
    title: 'This file is too large.',
    body: `${value(values, 'name', 'It')} is larger than ${megabytes(values)}. It was not added; nothing else changed.`,
  }),
  too_many_files: (values) => ({
    title: 'These are too many files at once.',
    body: `Up to ${value(values, 'limit', 'so many')} files, with those in folders, can be added at a time. None was added. Please choose fewer.`,
  }),
  file_empty: (values) => ({
    title: 'This file is empty.',
    body: `${value(values, 'name', 'It')} has nothing in it, so there is nothing to keep. It was not added.`,
  }),
  file_not_understood: (values) => ({
    title: 'This file could not be read.',
    body: `${value(values, 'name', 'It')} is not what it should be. Nothing was imported, and nothing changed.`,
  }),
  evidence_damaged: (values) =>
    values.missing
      ? {
          title: 'This file is not there any more.',
          body: `The stored original of ${value(values, 'name', 'it')} is missing. What you wrote about it is safe. If you still have the file, please add it again.`,
        }
      : {
          title: 'This file has changed since it was added.',
          body: `The stored original of ${value(values, 'name', 'it')} no longer matches its fingerprint. It was not saved out. A copy on another disk may still hold the original.`,
        },
  original_erased: (values) => ({
    title: 'This file was erased for good.',
    body: `It was erased ${values.on ? `on ${fullDayText(values.on)}` : 'earlier'}, so it cannot be shown or saved any more. What was written about it is still here.`,
  }),
  typesetting_failed: (values) => ({
    title: 'The pages could not be made.',
    body: `Your records are safe and unchanged. Please try again without one of the sections. (${value(values, 'detail', 'no more is known')})`,
  }),
  letter_sent: () => ({
    title: 'This letter went out.',
    body: 'What was sent is kept as it was. You can follow it with another letter, or take “sent” back.',
  }),
  letter_incomplete: () => ({
    title: 'The letter is not complete yet.',
    body: 'Nothing was marked as sent. What is missing is listed beside the letter.',
  }),
  template_fault: (values) => ({
    title: 'The template has a mistake.',
    body: `${values.line ? `Line ${values.line}: ` : ''}${value(values, 'said', 'it cannot be read')}. Nothing was changed.`,
  }),
  preview_gone: () => ({
    title: 'What is shown here is out of date.',
    body: 'Nothing is lost. Please make the pages, or choose the file, once more.',
  }),
  place_of_another_record: () => ({
    title: 'Backups of other records lie in this folder.',
    body: 'Yours beside them could not be told apart, so nothing was copied. Please choose another folder, or make a new one on that drive.',
  }),
  place_under_another_key: () => ({
    title: 'The copies in this folder are from before you changed how your records are protected.',
    body: 'Yours cannot lie among them, so nothing was copied, and they are as they were. Please choose another folder, or move them away first.',
  }),
  not_in_sample: () => ({
    title: 'This cannot be done in the sample.',
    body: 'The sample is only for looking around. Leave it first; your own records are safe.',
  }),
  internal: (values) => ({
    title: 'Something went wrong in Holdfast.',
    body: `It is our fault, not yours. What you typed is kept, and everything saved before is safe. Please try again. (${value(values, 'detail', 'no more is known')})`,
  }),
};

/** The sentence for an error, by its code and values. */
export function errorSentence(error: { code: ErrorCode; values: Values }): Sentence {
  return SENTENCES[error.code](error.values);
}

/** Every code that has a sentence. */
export const ERROR_CODES = Object.keys(SENTENCES) as ErrorCode[];
