import { cleanup, configure, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MailProposal } from '$lib/backend';
import { FakeBackend } from '$lib/backend/fake/backend';
import { proposalOf } from '$lib/backend/fake/mail';
import { accessibilityFaults, renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import { asksDay, mailFields, mailsAdding, mailsMissing, spread } from './mail';
import MailSheet from './MailSheet.svelte';

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

const TODAY = '2026-06-20';
const VENDOR = { id: 'alpenstern', name: 'Alpenstern Reisen' };
const told = (more: Partial<MailProposal> = {}): MailProposal => ({
  ...proposalOf('a', VENDOR),
  ...more,
});
const sheet = (names: string[]) => {
  const onclose = vi.fn();
  const mails = names.map((name, index) => ({ id: `m-${index}`, name }));
  const props = { waiting: { dispute: 'train', mails }, onclose };
  return renderScreen(MailSheet, props, backend).then((rendered) => ({ ...rendered, onclose }));
};
const kept = async () => (await backend.dispute('train')).attachments.length;

describe('an e-mail that was added', () => {
  it('is told with all that is known of it, and added with one click', async () => {
    const before = await kept();
    const add = vi.spyOn(backend, 'addMails');
    const { onclose } = await sheet(['answer.eml']);
    const dialog = within(await screen.findByRole('dialog', { name: 'An e-mail to write down' }));
    expect(await dialog.findByRole('heading', { name: 'Your journey AR-40071' })).toBeVisible();
    expect(dialog.getByText('Lea Brunner <lea@alpenstern.example>')).toBeVisible();
    expect(dialog.getByRole('combobox', { name: 'With which vendor' })).toHaveValue(VENDOR.name);
    expect(dialog.getByRole('checkbox', { name: 'Lea Brunner' })).toBeChecked();
    expect(dialog.getByRole('checkbox', { name: /sign.gif/ }), 'a sign is not').not.toBeChecked();
    expect(dialog.queryByText('Sent on'), 'a day that it says is not asked').toBeNull();
    expect(await accessibilityFaults()).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Add to the timeline' }));
    await waitFor(() => expect(onclose).toHaveBeenCalledOnce());
    const { event } = add.mock.calls[0]?.[0].mails[0] ?? {};
    expect(event?.at, 'its own clock').toBe('2026-06-02T16:04:00+02:00');
    expect(event?.enclosed, 'the terms alone').toEqual([0]);
    expect(add, 'closing keeps no second copy').toHaveBeenCalledOnce();
    expect(await kept()).toBe(before + 1);
    expect(toasts.list.at(-1)?.title).toBe('The e-mail is in the timeline.');
  });

  it('that is closed keeps its file, and can be undone', async () => {
    const before = await kept();
    const add = vi.spyOn(backend, 'addMails');
    const { onclose } = await sheet(['answer.eml']);
    await screen.findByRole('heading', { name: 'Your journey AR-40071' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(onclose).toHaveBeenCalledOnce());
    expect(add.mock.calls[0]?.[0].mails[0]?.event, 'no event was asked for').toBeNull();
    expect(await kept(), 'what was said to be added is added').toBe(before + 1);
    expect(toasts.list.at(-1)?.button?.label).toBe('Undo');
  });

  it('is asked for its day where it does not say one', async () => {
    const add = vi.spyOn(backend, 'addMails');
    await sheet(['answer.eml', 'other.eml']);
    await screen.findByRole('dialog', { name: '2 e-mails to write down' });
    const cards = await screen.findAllByRole('region');
    const second = within(cards[1] as HTMLElement);
    expect(second.getByText('It does not say when it was sent.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Add to the timeline' }));
    expect(await second.findByText('On which day was it sent?')).toBeVisible();
    expect(second.getByText(/Please say where they work/)).toBeVisible();
    expect(add, 'nothing is sent before it is said').not.toHaveBeenCalled();
    expect(await accessibilityFaults()).toEqual([]);
    await user.click(second.getByRole('checkbox', { name: 'Write it down in the timeline' }));
    await user.click(screen.getByRole('button', { name: 'Add to the timeline' }));
    await waitFor(() => expect(add).toHaveBeenCalledOnce());
    const events = add.mock.calls[0]?.[0].mails.map((mail) => mail.event !== null);
    expect(events, 'of the second only the file').toEqual([true, false]);
  });
});

describe('what is said of e-mails', () => {
  const NOBODY = told({ id: 'b', vendor: null });

  it.each([
    ['a vendor for those of the same place', [told(), NOBODY], ['Alpenstern Reisen']],
    ['nothing for those of another', [told(), { ...NOBODY, host: 'x.example' }], ['']],
    ['nothing where no place is known', [told({ host: null }), { ...NOBODY, host: null }], ['']],
  ] as const)('gives %s', (_, proposals, [expected]) => {
    const mails = proposals.map(mailFields);
    spread(mails, proposals, 0);
    expect(mails[1]?.vendor.name).toBe(expected);
  });

  it.each([
    ['a day that is known', told(), false],
    ['no day', told({ sentAt: null }), true],
    ['a clock that went wrong', told({ sentAt: '2036-01-01T00:00:00Z' }), true],
  ])('asks for the day only where it has to: %s', (_, proposal, expected) => {
    expect(asksDay(proposal, TODAY)).toBe(expected);
  });

  it('asks for nothing of an e-mail that is here already', () => {
    const known = told({ known: { id: 't-at1', name: 'here' }, sentAt: null, subject: '' });
    const fields = { mails: [mailFields(known)] };
    expect(mailsMissing(fields, TODAY)).toEqual({});
    const waiting = { dispute: 'train', mails: [{ id: 'a', name: 'a.eml' }] };
    expect(mailsAdding(waiting, [known], fields).mails[0]?.event).toBeNull();
  });
});
