/**
 * The types that cross the window's boundary, as screens import them. `Promise` is a noun of the
 * record and a word of JavaScript; screens know the noun as `PromiseNoun`.
 */
export type * from './generated';
export type { Promise as PromiseNoun, Event as EventNoun } from './generated';
