import type { Backend } from '..';
export const backend = {} as Backend;
