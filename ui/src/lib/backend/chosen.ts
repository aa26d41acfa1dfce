import { tauriBackend } from './backend';

/** The backend of the real window. */
export const backend = tauriBackend();
