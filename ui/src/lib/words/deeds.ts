/** What was done, in words: the journal’s one table of sentences. */
import type { Deed, JournalLine, Undone } from '$lib/backend';

export const DEEDS: Record<Deed, string> = {
  add_mail: 'Wrote down an e-mail',
  add_thread: 'Wrote down what was pasted',
  answer_check: 'Looked whether a remedy holds',
  attach: 'Added evidence',
  bring_back: 'Brought back what was put off',
  cite: 'Rested something on evidence',
  close_dispute: 'Closed a dispute',
  confirm_match: 'Confirmed a bank line',
  cover: 'Covered a part of evidence',
  dismiss_match: 'Set aside a bank line',
  drop_dossier_choice: 'Let go of choices for a dossier',
  drop_letter: 'Put a letter away',
  drop_letter_edit: 'Took back words of a letter',
  import_household: 'Took in a household file',
  log_call: 'Logged a call',
  mark_dossier_sent: 'Marked a dossier as sent',
  mark_sent: 'Marked a letter as sent',
  open_sample: 'Opened the sample',
  plan_step: 'Planned a step',
  put_off: 'Put something off',
  remove: 'Moved to the bin',
  reopen_dispute: 'Opened a dispute again',
  reset_letter_template: 'Went back to Holdfast’s own template',
  restore: 'Took out of the bin',
  save_account: 'Saved a bank account',
  save_advocacy: 'Saved help that somebody gave',
  save_cadence: 'Changed when to follow up',
  save_check: 'Saved a look at a remedy',
  save_claim: 'Saved a claim',
  save_clock: 'Saved a time limit',
  save_contact: 'Saved a person',
  save_dispute: 'Saved a dispute',
  save_dossier_choice: 'Chose for a dossier',
  save_event: 'Saved what happened',
  save_evidence: 'Described evidence',
  save_household: 'Named the household',
  save_issue: 'Saved a point in question',
  save_letter: 'Changed a letter',
  save_letter_edit: 'Wrote words of a letter',
  save_letter_template: 'Saved a template',
  save_member: 'Saved a member of the household',
  save_movement: 'Saved what came of a claim',
  save_next_step: 'Saved a next step',
  save_offer: 'Saved an offer',
  save_party: 'Saved a vendor’s part',
  save_promise: 'Saved a promise',
  save_region: 'Chose the region',
  save_remedy: 'Saved a remedy',
  save_rung: 'Saved a step of the ladder',
  save_vendor: 'Saved a vendor',
  start_dispute: 'Began a dispute',
  start_letter: 'Began a letter',
  take_back_sent: 'Took back that a letter was sent',
  take_back_sent_dossier: 'Took back that a dossier was sent',
  take_in_refund_list: 'Brought in a list of refunds',
  take_statement: 'Took in a bank statement',
  thank: 'Noted thanks',
  uncite: 'Took away what rested on evidence',
  uncover: 'Uncovered a part of evidence',
  undo: 'Undid',
  redo: 'Did again',
  back_to: 'Went back to an earlier moment',
  erase: 'Erased words for good',
  erase_original: 'Erased an original for good',
};

/** What a newer Holdfast did, of which this one knows no more. */
const NEWER = 'Something that a newer Holdfast did';

/** `Logged a call`; what nobody here knows is said as such. */
export const deedText = (deed: Deed | null): string => (deed === null ? NEWER : DEEDS[deed]);

/** `Logged a call: They agreed to pay`. */
export function doneText(of: { deed: Deed | null; about: string }): string {
  return of.about ? `${deedText(of.deed)}: ${of.about}` : deedText(of.deed);
}

/** What an undo or a redo did, as its heading: `Undone.` or `Done again.` */
export const undoneTitle = (of: Undone): string => (of.again ? 'Done again.' : 'Undone.');

/** What a line of the journal says was done. */
export function lineText(line: JournalLine): string {
  if (!line.undid) return deedText(line.deed);
  return line.undid.again ? DEEDS.redo : DEEDS.undo;
}

/** What it was done to; what was undone is named with what it was. */
export function lineAbout(line: JournalLine): string {
  return line.undid ? doneText(line.undid) : line.about;
}
