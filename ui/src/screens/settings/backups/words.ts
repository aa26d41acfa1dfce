/** What backups are called, what they hold, and what restoring one would change. */
import type {
  Backup,
  BackupCounts,
  BackupLook,
  BackupMoment,
  BackupTrouble,
  FileKeeper,
  LostFile,
  Repair,
} from '$lib/backend';
import { dayText, sizeText } from '$lib/words/dates';
import { doneText } from '$lib/words/deeds';

const COUNTED: [keyof BackupCounts, string, string][] = [
  ['disputes', 'dispute', 'disputes'],
  ['events', 'event', 'events'],
  ['letters', 'letter', 'letters'],
  ['evidence', 'file', 'files'],
];

const counted = (count: number, one: string, many: string) =>
  `${count} ${count === 1 ? one : many}`;

function listed(parts: string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${last}` : last;
}

/** `3 disputes, 12 events and 1 letter`; empty where there is nothing. */
export function countsText(counts: BackupCounts): string {
  const some = COUNTED.filter(([key]) => counts[key] > 0);
  return listed(some.map(([key, one, many]) => counted(counts[key], one, many)));
}

/** `Sun 15 Nov, 09:00`. */
export function whenText(backup: Backup, today: string): string {
  const day = dayText(backup.on, today);
  return backup.at ? `${day}, ${backup.at}` : day;
}

/** What is said once it took the place of the records. */
export const restoredText = (backup: Backup, today: string) =>
  `The backup of ${whenText(backup, today)} is restored.`;

/** What is in it, in a line; or why that cannot be said. */
export function holdingText(backup: Backup): string {
  if (backup.state === 'newer') return 'Made by a newer Holdfast';
  if (backup.state === 'locked') return `Encrypted · ${sizeText(backup.size)}`;
  if (!backup.holding) return 'Cannot be read any more';
  const held = countsText(backup.holding.counts) || 'Nothing written down yet';
  return `${held} · ${sizeText(backup.size)}`;
}

/** Why it was made, where that is not only because a day has passed. */
export function kindText(backup: Backup): string | null {
  switch (backup.kind) {
    case 'dated':
      return null;
    case 'before_update':
      return 'Before an update of Holdfast';
    case 'replaced':
      return 'Your records as they were before a backup was restored';
  }
}

/** The last thing that was done before it was made. */
export function lastText(backup: Backup): string | null {
  const last = backup.holding?.last;
  if (!last) return null;
  return doneText(last);
}

/** What would change, a sentence each. */
export function changesOf(look: BackupLook): string[] {
  const said: string[] = [];
  const gone = countsText(look.gone);
  const back = countsText(look.back);
  if (gone) said.push(`${gone} that came since would no longer be shown.`);
  if (back) said.push(`${back} would come back.`);
  if (look.doneSince > 0) {
    const changes = counted(look.doneSince, 'change', 'changes');
    said.push(`${changes} made since would be taken out of view.`);
  } else if (!gone && !back) {
    said.push('Nothing was changed since. Restoring it would change nothing.');
  }
  if (look.drafts > 0) {
    const forms = look.drafts === 1 ? 'The form' : `The ${look.drafts} forms`;
    said.push(
      `${forms} that you have not saved yet ${look.drafts === 1 ? 'stays' : 'stay'} as typed.`,
    );
  }
  return said;
}

/** What of the evidence it names is lost; null where all is there. */
export function missingText(look: BackupLook): string | null {
  if (look.missingFiles === 0) return null;
  return look.missingFiles === 1
    ? 'One file that it names is not among your evidence any more.'
    : `${look.missingFiles} files that it names are not among your evidence any more.`;
}

/** `Sun 15 Nov, 09:00`. */
export function momentText(moment: BackupMoment, today: string): string {
  return `${dayText(moment.on, today)}, ${moment.at}`;
}

/** Why a second place gets no backups, since when, and what comes of it. */
export function troubleText(trouble: BackupTrouble, today: string): string {
  const since = dayText(trouble.since, today);
  switch (trouble.why) {
    case 'not_there':
      return `Not reachable since ${since}. For a drive that is not plugged in that is as it should be: once it is back, the next backup goes there.`;
    case 'disk_full':
      return `The disk there has been full since ${since}. Please make room there; it is tried again at the next backup.`;
    case 'read_only':
      return `Holdfast may not write there since ${since}. It is tried again at the next backup.`;
    case 'another_record':
      return `Since ${since}, backups of other records lie there, and nothing of yours was copied. Please choose another folder, or make a new one on that drive.`;
    case 'another_key':
      return `Nothing was copied there since ${since}: the copies there are from before you changed how your records are protected. Please choose another folder, or move them away; they still open with the passphrase of their time.`;
    case 'failed':
      return `Copying there has failed since ${since}. The backups beside your records are made all the same; it is tried again at the next one.`;
  }
}

/** What became of a file of originals that was damaged or lacked some; nothing where it was sound. */
export function repairedText({ repaired }: Repair): string | null {
  if (!repaired) return null;
  const saved =
    repaired.saved === 0
      ? 'No attached file could be had again.'
      : repaired.saved === 1
        ? 'One attached file is there again.'
        : `${repaired.saved} attached files are there again.`;
  return repaired.kept === null
    ? saved
    : `${saved} The damaged file is kept beside the backups as ${repaired.kept}.`;
}

/** A file that is lost, by what names it. */
export function lostFileText({ naming, isChanged }: LostFile): string {
  const named = namingText(naming);
  return isChanged ? `${named}: no longer as it was` : named;
}

/** How many files are lost that were not when they were looked at before. */
export function newlyLostText(count: number): string {
  return count === 1
    ? 'One of your files is not there as it was.'
    : `${count} of your files are not there as they were.`;
}

/** That a check found nothing wrong. */
export function soundText(read: number): string {
  if (read === 0) return 'Your records are as they should be.';
  return read === 1
    ? 'Your records and their one file are as they should be.'
    : `Your records and their ${read} files are as they should be.`;
}

function namingText({ kind, name, dispute }: FileKeeper): string {
  const of = dispute ? ` of “${dispute.name}”` : '';
  switch (kind) {
    case 'file':
      return `${name}${of}`;
    case 'sent_letter':
      return `The pages of the letter “${name}”${of}, as it was sent`;
    case 'statement':
      return `The bank’s file ${name}; what was read out of it is there`;
    case 'dossier':
      return `The dossier${of} that was sent to ${name}`;
  }
}
