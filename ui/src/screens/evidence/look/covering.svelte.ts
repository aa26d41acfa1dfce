/** Covering parts of a page: dragged with the mouse, or set with the keys. */
import type { AttachmentView, Part } from '$lib/backend';
import type { Pieces } from '../pieces.svelte';
import { grown, isMeant, middle, moved, partBetween, type Point } from './parts';

const STEP = 10;
const KEYS: Record<string, [number, number]> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

export class Covering {
  /** Whether parts are being covered. */
  on = $state(false);
  /** The part that is not saved yet. */
  pending: Part | null = $state.raw(null);
  /** Whether that one is set with the keys. */
  byKeys = $state(false);
  readonly #pieces: Pieces;
  #corner: Point | null = null;

  constructor(pieces: Pieces) {
    this.#pieces = pieces;
  }

  toggle = (): void => {
    this.on = !this.on;
    this.drop();
  };

  /** Lets go of the part that is not saved. */
  drop = (): void => {
    this.pending = null;
    this.byKeys = false;
    this.#corner = null;
  };

  /** The mouse goes down on the page. */
  begin(page: number, at: Point): void {
    this.byKeys = false;
    this.#corner = at;
    this.pending = partBetween(page, at, at);
  }

  drag(page: number, at: Point): void {
    if (this.#corner) this.pending = partBetween(page, this.#corner, at);
  }

  /** The mouse is let go of: what was dragged is saved, a slip is not. */
  async end(file: AttachmentView): Promise<void> {
    const part = this.#corner ? this.pending : null;
    this.drop();
    if (part && isMeant(part)) await this.#pieces.cover(file, part);
  }

  /** Begins a part in the middle of the page, to be moved with the keys. */
  beginByKeys(page: number): void {
    this.pending = middle(page);
    this.byKeys = true;
  }

  /** Arrows move it, with Shift they change its size; Enter saves, Escape lets go. Whether it did. */
  key(event: KeyboardEvent, file: AttachmentView): boolean {
    if (!this.pending || !this.byKeys) return false;
    const step = KEYS[event.key];
    if (step) this.pending = (event.shiftKey ? grown : moved)(this.pending, ...step);
    else if (event.key === 'Enter') void this.save(file);
    else if (event.key === 'Escape') this.drop();
    else return false;
    return true;
  }

  /** Saves the part that was set with the keys. */
  async save(file: AttachmentView): Promise<void> {
    const part = this.pending;
    this.drop();
    if (part) await this.#pieces.cover(file, part);
  }
}
