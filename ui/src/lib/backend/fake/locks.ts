/** The protection of the invented household: a passphrase and a code, kept in memory. */
import { BackendError } from '../error';
import type { ErrorCode, Protection } from '../types';

const SHORTEST = 8;
const CODES = ['7K2M-Q9XD-4HTP-W3RB-8NFC-V5JS-A6GE', 'B4XN-2WQH-K7TD-9FMR-C3PV-6JZS-8GYA'];

const plain = (code: string) => code.replace(/[^0-9A-Za-z]/gu, '').toUpperCase();

const failure = (code: ErrorCode, values: Record<string, string> = {}) =>
  new BackendError({ code, values, problems: [] });

export class Locks {
  #passphrase: string | null = null;
  #isLocked = false;
  #codes = 0;
  #lockAfter: number | null = 15;

  /** Whether nothing may be shown. */
  get isLocked(): boolean {
    return this.#isLocked;
  }

  get #code(): string {
    return CODES[this.#codes % CODES.length] ?? '';
  }

  unlock(passphrase: string): void {
    if (passphrase !== this.#passphrase) throw failure('wrong_passphrase');
    this.#isLocked = false;
  }

  unlockWithCode(code: string): void {
    const length = plain(this.#code).length;
    const mistyped = plain(code).length === length ? '' : 'yes';
    if (plain(code) !== plain(this.#code)) throw failure('wrong_recovery_code', { mistyped });
    this.#isLocked = false;
  }

  lock(): null {
    this.#isLocked = this.#passphrase !== null;
    return null;
  }

  shown(): Protection {
    return { isEncrypted: this.#passphrase !== null, lockAfterMinutes: this.#lockAfter };
  }

  encrypt(passphrase: string): string {
    this.#check(passphrase);
    this.#passphrase = passphrase;
    return this.#code;
  }

  change(current: string, next: string): null {
    this.#check(next);
    this.#isOurs(current);
    this.#passphrase = next;
    return null;
  }

  newCode(current: string): string {
    this.#isOurs(current);
    this.#codes += 1;
    return this.#code;
  }

  remove(current: string): void {
    this.#isOurs(current);
    this.#passphrase = null;
  }

  lockAfter(minutes: number | null): null {
    this.#lockAfter = minutes;
    return null;
  }

  #check(passphrase: string): void {
    if ([...passphrase].length < SHORTEST) {
      throw failure('passphrase_too_short', { min: String(SHORTEST) });
    }
  }

  #isOurs(current: string): void {
    const isCode = plain(current) === plain(this.#code);
    if (current !== this.#passphrase && !isCode) throw failure('wrong_passphrase');
  }
}
