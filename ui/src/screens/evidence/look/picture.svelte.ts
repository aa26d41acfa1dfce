/** The picture or page that is shown: a quick one first, a sharp one where somebody looks closely. */
import type { Backend } from '$lib/backend';
import { BackendError } from '$lib/backend';
import type { Sides } from './zoom';

/** The longer side of the quick picture, in pixels; enough for a whole window. */
const QUICK = 1600;
/** The longer side of the sharp one: beyond it no telephone takes pictures. */
const SHARP = 8000;
/** The width of a sharp page: about 290 dots an inch of paper. */
const SHARP_PAGE = 2400;

export class Picture {
  /** A `blob:` address. */
  address: string | null = $state(null);
  /** The one that takes its place once it is drawn, so that nothing flickers. */
  next: string | null = $state(null);
  /** Its sides in pixels, once it is drawn. */
  sides: Sides | null = $state.raw(null);
  busy = $state(false);
  failed: BackendError | null = $state.raw(null);
  readonly #backend: Backend;
  #asked = 0;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Draws a page of a piece, or the piece itself, which has no pages. */
  async draw(id: string, page: number, isPage: boolean, sharp: boolean): Promise<void> {
    const question = ++this.#asked;
    this.busy = true;
    try {
      const size = sharp ? (isPage ? SHARP_PAGE : SHARP) : QUICK;
      const made = await this.#backend.evidencePicture(id, page, size);
      if (question !== this.#asked) return URL.revokeObjectURL(made);
      this.#show(made);
      this.failed = null;
    } catch (thrown) {
      if (question === this.#asked) this.failed = BackendError.from(thrown);
    }
    if (question === this.#asked) this.busy = false;
  }

  /** How large it turned out to be once it was drawn. */
  measured(drawn: Sides): void {
    if (drawn.width <= 0 || drawn.height <= 0) return;
    if (this.next) {
      if (this.address) URL.revokeObjectURL(this.address);
      this.address = this.next;
      this.next = null;
    }
    this.sides = drawn;
  }

  /** Lets go of what is shown, and of what is on its way. */
  stop(): void {
    this.#asked += 1;
    for (const address of [this.address, this.next]) if (address) URL.revokeObjectURL(address);
    this.address = this.next = this.sides = null;
  }

  #show(made: string): void {
    const [old, place] = this.sides
      ? [this.next, 'next' as const]
      : [this.address, 'address' as const];
    if (old) URL.revokeObjectURL(old);
    this[place] = made;
  }
}
