/** Why a hand-over archive was not taken in, by the reason that the record gives. `text` says of what. */
const REASONS: Record<string, (text: string) => string> = {
  not_an_archive: () => 'It is not a hand-over archive.',
  changed: () => 'It has changed since it was encrypted, or was not copied whole.',
  other_key: () => 'It is encrypted in another way than with a passphrase.',
  too_much_work: () => 'Opening it would take far more work than it should.',
  bad_seal: () => 'How it is encrypted cannot be told.',
  cut_short: () => 'It ends in the middle: it may not have been copied whole.',
  foreign_bytes: () => 'Something is in it that belongs to nothing.',
  too_many_entries: () => 'It holds more than any record does.',
  unsafe_name: (text) => `A name in it (“${text}”) leads somewhere else.`,
  foreign_name: (text) => `“${text}” is nothing that archives hold.`,
  doubled_name: (text) => `“${text}” is in it twice.`,
  folder: (text) => `“${text}” is a folder, where only files belong.`,
  link: (text) => `“${text}” is a link to something else.`,
  encrypted: (text) => `“${text}” has a password of its own.`,
  unknown_compression: (text) => `“${text}” is packed in an unknown way.`,
  headers_differ: (text) => `It says two different things about “${text}”.`,
  unpacks_too_large: () => 'Unpacked, it would be far larger than any record.',
  size_differs: (text) => `“${text}” is longer or shorter than it should be.`,
  hash_differs: (text) => `“${text}” has changed since the archive was made.`,
  bad_manifest: () => 'Its list of contents cannot be read.',
  not_in_manifest: (text) => `“${text}” is not in its list of contents.`,
  missing_entry: (text) => `“${text}” is missing.`,
  bad_row: (text) => `A line cannot be read: ${text}.`,
  unknown_table: (text) => `It has a table “${text}”, which records do not have.`,
  other_columns: (text) => `Its table “${text}” has other columns than it should.`,
  not_accepted: (text) => `Its table “${text}” holds what cannot be.`,
  dangling: (text) => `Its table “${text}” names something that is not there.`,
  missing_original: () => 'A file that it names is missing.',
};

/** The reason as a sentence. */
export function archiveReason(reason: string, text: string): string {
  return REASONS[reason]?.(text) ?? 'What is in it does not add up.';
}
