import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Act } from './act.svelte';
import { App } from './app.svelte';
import { FakeBackend } from './backend/fake/backend';
import { isTyping, Keys } from './keys.svelte';
import { router } from './router.svelte';

describe('keys', () => {
  let app: App;
  let keys: Keys;
  const press = (
    key: string,
    more: KeyboardEventInit = {},
    target: HTMLElement = document.body,
  ) => {
    const event = new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true, ...more });
    target.addEventListener('keydown', (heard) => keys.handle(heard as KeyboardEvent), {
      once: true,
    });
    target.dispatchEvent(event);
    return event;
  };

  beforeEach(() => {
    const backend = new FakeBackend();
    app = new App(backend);
    keys = new Keys(app, new Act(app));
    router.go({ page: 'today' });
  });
  afterEach(() => document.body.replaceChildren());

  it.each([
    ['t', 'today'],
    ['d', 'disputes'],
    ['r', 'remedies'],
    ['p', 'vendors'],
    ['l', 'letters'],
    ['e', 'evidence'],
  ])('g then %s goes to %s', (key, page) => {
    press('g');
    press(key);
    expect(router.route.page).toBe(page);
  });

  it('a letter alone goes nowhere', () => {
    press('d');
    expect(router.route.page, 'only after g').toBe('today');
  });

  it('opens search, the sheet for a call, and the list of keys', () => {
    press('k', { ctrlKey: true });
    press('L', { ctrlKey: true, shiftKey: true });
    press('?');
    expect([app.palette, app.call, app.keys]).toEqual([
      true,
      { dispute: null, person: null },
      true,
    ]);
  });

  it('logs a call in the dispute that is shown', () => {
    router.go({ page: 'dispute', id: 'transfer' });
    press('L', { ctrlKey: true, shiftKey: true });
    expect(app.call).toEqual({ dispute: 'transfer', person: null });
  });

  it('makes a new dispute where a page has nothing else', () => {
    press('n', { ctrlKey: true });
    expect(app.newDispute).toBe(true);
  });

  it('undoes, but leaves Ctrl+Z to a field that is typed in', () => {
    const undo = vi
      .spyOn(app.backend, 'undoLast')
      .mockResolvedValue({ action: 'a', deed: null, about: '', again: false });
    const field = document.body.appendChild(document.createElement('input'));
    press('z', { ctrlKey: true }, field);
    expect(undo, 'the field undoes its own typing').not.toHaveBeenCalled();
    press('z', { ctrlKey: true });
    expect(undo).toHaveBeenCalledOnce();
  });

  it('leaves letters to fields', () => {
    const field = document.body.appendChild(document.createElement('textarea'));
    press('g', {}, field);
    press('d', {}, field);
    expect(router.route.page, 'typing “gd” is typing').toBe('today');
    expect(isTyping(field)).toBe(true);
  });

  it('walks through rows with j and k', () => {
    document.body.innerHTML = '<main><a href="#1" data-row>1</a><a href="#2" data-row>2</a></main>';
    const walked = ['j', 'j', 'j', 'k'].map((key) => {
      press(key);
      return document.activeElement?.textContent;
    });
    expect(walked, 'it stops at both ends').toEqual(['1', '2', '2', '1']);
  });

  it('Esc goes to the page above', () => {
    router.go({ page: 'dossier', id: '1' });
    press('Escape');
    expect(router.route).toEqual({ page: 'dispute', id: '1' });
  });

  it('is quiet while a dialog is open', () => {
    document.body.appendChild(document.createElement('dialog')).setAttribute('open', '');
    press('Escape');
    press('g');
    press('d');
    press('n', { ctrlKey: true });
    expect([router.route.page, app.newDispute], 'the dialog has the keys').toEqual([
      'today',
      false,
    ]);
  });
});
