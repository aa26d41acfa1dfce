import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import Tips from './Tips.svelte';
import { placeOf, REST_MS } from './tips';

describe('a tip', () => {
  const room = { width: 1000, height: 700 };
  const tip = { width: 100, height: 24 };

  it('stands above what it belongs to, where nothing is about to be pressed', () => {
    const place = placeOf({ left: 400, top: 300, width: 32, height: 32 }, tip, room);
    expect(place).toEqual({ left: 366, top: 270 });
  });

  it.each([
    ['left', { left: 0, top: 300, width: 32, height: 32 }, { left: 6, top: 270 }],
    ['right', { left: 960, top: 300, width: 32, height: 32 }, { left: 894, top: 270 }],
    ['upper', { left: 400, top: 10, width: 32, height: 32 }, { left: 366, top: 48 }],
  ])('stays inside at the %s edge', (_, of, wanted) => {
    expect(placeOf(of, tip, room)).toEqual(wanted);
  });
});

describe('tips', () => {
  let button: HTMLButtonElement;
  beforeEach(() => {
    vi.useFakeTimers();
    button = document.createElement('button');
    button.title = 'Close message';
    document.body.append(button);
    render(Tips);
  });
  afterEach(() => {
    cleanup();
    button.remove();
    vi.useRealTimers();
  });

  const over = (type: string) =>
    fireEvent(button, new MouseEvent(type, { bubbles: true, relatedTarget: document.body }));
  const enter = () => {
    const event = new MouseEvent('pointerover', { bubbles: true });
    Object.defineProperty(event, 'pointerType', { value: 'mouse' });
    return fireEvent(button, event);
  };

  it('say it once, after a rest, and give the title back', async () => {
    await enter();
    expect(button, 'or the system would say it too').not.toHaveAttribute('title');
    expect(screen.queryByText('Close message')).toBeNull();
    await vi.advanceTimersByTimeAsync(REST_MS);
    expect(screen.getByText('Close message')).toBeInTheDocument();
    await over('pointerout');
    expect(button).toHaveAttribute('title', 'Close message');
    expect(screen.queryByText('Close message')).toBeNull();
  });

  it('go as soon as anything is pressed, and do not come back over what opened', async () => {
    await enter();
    await vi.advanceTimersByTimeAsync(REST_MS);
    await over('pointerdown');
    expect(screen.queryByText('Close message')).toBeNull();
    await enter();
    await over('pointerdown');
    await vi.advanceTimersByTimeAsync(REST_MS * 2);
    expect(screen.queryByText('Close message')).toBeNull();
  });

  it('leave alone a title that changed meanwhile', async () => {
    await enter();
    button.title = 'Another';
    await over('pointerout');
    expect(button).toHaveAttribute('title', 'Another');
  });
});
