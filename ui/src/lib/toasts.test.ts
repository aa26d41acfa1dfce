import { beforeEach, describe, expect, it, vi } from 'vitest';
import { render, screen } from '@testing-library/svelte';
import Toasts from './parts/Toasts.svelte';
import { TOAST_MS, toasts } from './toasts.svelte';

const titles = () => toasts.list.map((toast) => toast.title);

describe('messages', () => {
  beforeEach(() => toasts.clear());

  it('says one thing done at a time, and leaves a problem until it is read', () => {
    toasts.show({ title: 'Claim saved.' });
    toasts.show({ tone: 'problem', title: 'The disk is full.' });
    toasts.show({ title: 'Offer saved.' });
    expect(titles(), 'the newer one takes the place').toEqual([
      'The disk is full.',
      'Offer saved.',
    ]);
    toasts.show({ tone: 'problem', title: 'The disk is full.' });
    expect(titles(), 'the same problem is not said twice').toEqual([
      'Offer saved.',
      'The disk is full.',
    ]);
    toasts.show({ tone: 'problem', title: 'This file is too large.' });
    expect(toasts.list.length, 'another problem is another matter').toBe(3);
  });

  it('takes away what was done after a while, and never a problem', async () => {
    vi.useFakeTimers();
    try {
      render(Toasts);
      toasts.show({ title: 'Claim saved.' });
      toasts.show({ tone: 'problem', title: 'The disk is full.' });
      await vi.advanceTimersByTimeAsync(TOAST_MS + 100);
      expect(screen.queryByText('Claim saved.')).toBeNull();
      await vi.advanceTimersByTimeAsync(10 * TOAST_MS);
      expect(screen.getByText('The disk is full.')).toBeVisible();
    } finally {
      vi.useRealTimers();
    }
  });
});
