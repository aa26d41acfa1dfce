import { FakeBackend } from './backend';

/** The invented household; `?empty` in the address gives one that nothing was written in. */
export const backend = new FakeBackend(!location.search.includes('empty'));
