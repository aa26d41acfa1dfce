export type { Backend } from './backend';
export { BackendError } from './error';
export type * from './types';
