/** The lock of the invented household: a passphrase and a code in memory, and nothing encrypted. */
import { BackendError } from '../error';
import type { ErrorCode, Protection } from '../types';

const no = (code: ErrorCode, values: Record<string, string> = {}) =>
  new BackendError({ code, values, problems: [] });

/** Codes differ in their letters, blanks and dashes do not count. */
const bare = (code: string) => code.toUpperCase().replace(/[^A-Z0-9]/g, '');

export class FakeProtection {
  passphrase: string | null = null;
  code = '';
  isLocked = false;
  lockAfter: number | null = 15;
  #codes = 0;

  get state(): Protection {
    return { isEncrypted: this.passphrase !== null, lockAfterMinutes: this.lockAfter };
  }

  /** Nothing of the household is told while it is locked. */
  open(): void {
    if (this.isLocked) throw no('locked');
  }

  set(passphrase: string): string {
    if (passphrase.length < 8) throw no('passphrase_too_short', { min: '8' });
    this.passphrase = passphrase;
    return this.newCode();
  }

  newCode(): string {
    this.#codes += 1;
    return (this.code = `7K2M-${this.#codes}QXW-V9RT-H4BN-C6PD-3FYA-${this.#codes}ZGJ`);
  }

  unlock(passphrase: string): void {
    if (passphrase !== this.passphrase) throw no('wrong_passphrase');
    this.isLocked = false;
  }

  unlockWithCode(code: string): void {
    if (bare(code) !== bare(this.code)) {
      throw no('wrong_recovery_code', { mistyped: bare(code).length === 28 ? '' : 'yes' });
    }
    this.isLocked = false;
  }

  /** Whether that is the passphrase, or the code that opens the same. */
  check(current: string): void {
    if (current !== this.passphrase && bare(current) !== bare(this.code)) {
      throw no('wrong_passphrase');
    }
  }
}
