/** Short messages at the foot of the window, some with one button such as Undo. */

export type Toast = {
  id: number;
  tone: 'done' | 'problem';
  title: string;
  body: string | null;
  button: { label: string; run: () => void } | null;
};

/** How long a message stays; pointing at it or focusing it keeps it. */
export const TOAST_MS = { done: 8_000, problem: 14_000 } as const;
const AT_MOST = 3;

class Toasts {
  list: Toast[] = $state([]);
  #next = 1;

  show(toast: Partial<Toast> & { title: string }): number {
    const id = this.#next++;
    const full: Toast = { tone: 'done', body: null, button: null, ...toast, id };
    this.list = [...this.list, full].slice(-AT_MOST);
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
