import { cleanup, configure, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeBackend } from '$lib/backend/fake/backend';
import { accessibilityFaults, renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import Toasts from '$lib/parts/Toasts.svelte';
import EvidencePage from './EvidencePage.svelte';

configure({ asyncUtilTimeout: 8_000 });
vi.setConfig({ testTimeout: 40_000 });
const user = userEvent.setup({ delay: null });
let backend: FakeBackend;

beforeEach(() => {
  backend = new FakeBackend();
});
afterEach(() => {
  cleanup();
  toasts.clear();
});

describe('the caption of a file', () => {
  it('is written in one form, and taken back by Undo', async () => {
    await renderScreen(EvidencePage, {}, backend);
    await renderScreen(Toasts, {}, backend);
    const before = 'The returned transfer on the statement';
    await screen.findByText(before);
    await user.click(
      await screen.findByRole('button', { name: 'Edit the caption of statement-february.pdf' }),
    );
    const field = await screen.findByLabelText('What it shows');
    expect(field, 'what is there can be changed').toHaveValue(before);
    await user.clear(field);
    await user.type(field, 'Line 12 is the one that came back');
    expect(await accessibilityFaults()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Line 12 is the one that came back')).toBeVisible();
    await waitFor(() => expect(screen.queryByRole('dialog'), 'the form closes').toBeNull());
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText(before), 'one Undo brings it back').toBeVisible();
  });
});
