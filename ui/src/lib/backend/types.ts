/** The types that cross the window's boundary, as screens import them. */
export type * from './generated';
export type { ChannelKind as Channel } from './generated';
