/** For the tests of forms: one form of the invented dispute, filled in as people do. */
import { cleanup, configure, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { DisputeView } from '$lib/backend';
import { FakeBackend } from '$lib/backend/fake/backend';
import { renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import type { FormRequest } from '../desk.svelte';
import FormHost from './FormHost.svelte';

configure({ asyncUtilTimeout: 8_000 });
vi.setConfig({ testTimeout: 40_000 });

/** The day on which the invented household is looked at. */
export const TODAY = '2026-06-20';
export const user = userEvent.setup({ delay: null });
export let backend: FakeBackend;
export let view: DisputeView;

beforeEach(async () => {
  backend = new FakeBackend();
  view = await backend.dispute('transfer');
});
afterEach(() => {
  cleanup();
  toasts.clear();
});

export const sheet = () => within(screen.getByRole('dialog'));

export async function open(
  request: FormRequest,
  button: RegExp | string = /^(Save|Accept and save)$/,
) {
  await renderScreen(FormHost, { view, request }, backend);
  await sheet().findByRole('button', { name: button });
}

export async function fill(name: string, text: string) {
  const field = sheet().getByLabelText(name);
  await user.clear(field);
  await user.type(field, text);
}

export async function choose(name: string, option: string) {
  await user.selectOptions(sheet().getByLabelText(name), option);
}

/** Types into a combobox and takes the first of what is offered. */
export async function pick(name: string, text: string) {
  await fill(name, text);
  await user.keyboard('{ArrowDown}{Enter}');
}

export async function save() {
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.queryByRole('dialog'), 'the sheet closes').toBeNull());
}
