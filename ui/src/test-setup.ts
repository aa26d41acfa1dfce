import '@testing-library/jest-dom/vitest';
import { configure } from '@testing-library/svelte';

// A screen may take its time where builds use the same cores; a wrong one still fails.
configure({ asyncUtilTimeout: 15_000 });

// jsdom draws nothing and so lacks the modal half of <dialog>; what tests need of it is its state.
if (typeof HTMLDialogElement.prototype.showModal !== 'function') {
  HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
    this.setAttribute('open', '');
  };
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
    this.removeAttribute('open');
    this.dispatchEvent(new Event('close'));
  };
}
HTMLCanvasElement.prototype.getContext = () => null;
Element.prototype.scrollIntoView = () => undefined;

// Nothing is ever in sight there either.
class Unseen {
  observe() {}
  unobserve() {}
  disconnect() {}
}
for (const name of ['IntersectionObserver', 'ResizeObserver']) {
  if (!(name in globalThis))
    Object.defineProperty(globalThis, name, { value: Unseen, configurable: true, writable: true });
}
