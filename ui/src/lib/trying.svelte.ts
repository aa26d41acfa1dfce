/** Something that is tried where no records are open that could say how it went. */
import { BackendError } from './backend';
import { errorSentence } from './words/errors';

export class Trying {
  /** Whether it is on its way. */
  busy = $state(false);
  /** Why it could not be done, in a sentence or two; nothing while it has not failed. */
  problem: string | null = $state(null);

  /** Does it, and keeps why it could not be done. */
  async run(work: () => Promise<void>): Promise<void> {
    [this.busy, this.problem] = [true, null];
    try {
      await work();
    } catch (thrown) {
      const { title, body } = errorSentence(BackendError.from(thrown));
      this.problem = `${title} ${body}`;
    } finally {
      this.busy = false;
    }
  }
}
