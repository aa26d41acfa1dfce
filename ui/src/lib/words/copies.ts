/** That what is erased for good is so here: of copies that people made, nobody keeps a list. */
export const COPIES_KEEP =
  'Copies that you made yourself, such as a hand-over archive or a backup in another folder, still have it.';
