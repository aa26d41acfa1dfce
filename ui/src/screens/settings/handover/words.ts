/** What is told of a hand-over archive and of a folder of plain files. */
import type { ArchiveLook, ArchiveSaved, FolderSaved } from '$lib/backend';

const counted = (count: number, one: string, several: string) =>
  `${count} ${count === 1 ? one : several}`;
const disputes = (count: number) => counted(count, 'dispute', 'disputes');
const files = (count: number) => counted(count, 'file', 'files');

function lacking(count: number): string {
  if (count === 0) return '';
  const which =
    count === 1
      ? '1 file that your records name was'
      : `${count} files that your records name were`;
  return ` ${which} missing or damaged, and could not come along.`;
}

export function savedText(of: ArchiveSaved): string {
  return `${disputes(of.disputes)} and ${files(of.files)} are in it. It was read again and is whole.${lacking(of.lacking)}`;
}

export function folderText(of: FolderSaved): string {
  const letters = counted(of.letters, 'letter', 'letters');
  return `${disputes(of.disputes)}, ${letters} and ${files(of.files)} are in a new folder there.${lacking(of.lacking)}`;
}

/** What an archive holds, and from which day. */
export function lookText(of: ArchiveLook): string {
  const whose = of.household ? ` of ${of.household}` : '';
  return `${disputes(of.disputes)} and ${files(of.files)}${whose}, as of ${of.madeAt.slice(0, 10)}.${lacking(of.lacking)}`;
}
