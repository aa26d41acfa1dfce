/** Short messages at the foot of the window, some with one button such as Undo. */

export type ToastButton = { label: string; run: () => void };

export type Toast = {
  id: number;
  tone: 'done' | 'problem';
  title: string;
  body: string | null;
  button: ToastButton | null;
  /** What is most likely done next; it stands before the other. */
  next: ToastButton | null;
};

/** How long what was done is said; pointing at it or focusing it keeps it. A problem stays until it is closed. */
export const TOAST_MS = 8_000;

/** One thing done is said at a time. A problem stays unread beside it, but is not said twice. */
function replaces(toast: Toast, known: Toast): boolean {
  if (toast.tone === 'done') return known.tone === 'done';
  return known.tone === 'problem' && known.title === toast.title && known.body === toast.body;
}

class Toasts {
  list: Toast[] = $state([]);
  #next = 1;

  show(toast: Partial<Toast> & { title: string }): number {
    const id = this.#next++;
    const full: Toast = { tone: 'done', body: null, button: null, next: null, ...toast, id };
    this.list = [...this.list.filter((known) => !replaces(full, known)), full];
    return id;
  }

  close(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  clear(): void {
    this.list = [];
  }
}

export const toasts = new Toasts();
