import { cleanup, configure, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LetterProposal, NewLetter } from '$lib/backend';
import { FakeBackend } from '$lib/backend/fake/backend';
import { router } from '$lib/router.svelte';
import { renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import TodayPage from '$screens/today/TodayPage.svelte';
import DisputePage from './DisputePage.svelte';
import type { Desk } from './desk.svelte';
import { event } from '$lib/backend/fake/disputes';
import { entryMenu, letterMenu } from './timeline/menus';

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 40_000 });
const user = userEvent.setup({ delay: null });
let backend: FakeBackend;
let started: NewLetter[];

beforeEach(() => {
  backend = new FakeBackend();
  started = [];
  const start = backend.startLetter;
  backend.startLetter = (letter) => {
    started.push(letter);
    return start(letter);
  };
  router.go({ page: 'dispute', id: 'transfer' });
});
afterEach(() => {
  cleanup();
  toasts.clear();
});

async function open() {
  const view = await renderScreen(DisputePage, { id: 'transfer' }, backend);
  await screen.findByRole('tab', { name: /^Letters/ });
  await screen.findByLabelText('What happened?');
  return view;
}

const sent = async () => {
  const row = (await backend.lettersOf('transfer')).waiting[0];
  if (!row) throw new Error('The invented household must wait for an answer.');
  return row;
};

describe('the menu of something that happened', () => {
  const MENUS = [
    ['a call', { vendor: 'northbank' }, ['Confirm it in writing', 'Follow up']],
    ['a call that nobody answered', { vendor: 'northbank', answered: false }, ['Follow up']],
    ['a visit', { contacts: ['dana'], channel: 'visit' }, ['Confirm it in writing', 'Follow up']],
    ['an e-mail', { vendor: 'northbank', channel: 'email' }, ['Follow up']],
    ['a statement', { vendor: 'northbank', channel: 'statement' }, []],
    ['a note among ourselves', { vendor: 'northbank', direction: 'internal' }, []],
    ['a call with nobody known', {}, []],
  ] as const;

  it.each(MENUS)('proposes for %s what fits it', (_what, more, labels) => {
    const desk = { id: 'transfer', letterOf: () => undefined } as unknown as Desk;
    const of = event('e', '2026-06-01', {
      ...more,
      contacts: [...('contacts' in more ? more.contacts : [])],
    });
    expect(letterMenu(desk, of).map((item) => item.label)).toEqual(labels);
  });

  it('leads to the letter where it is one', async () => {
    const row = await sent();
    const opened = vi.fn();
    const desk = { id: 'transfer', letterOf: () => row, writing: { open: opened } };
    const items = letterMenu(
      desk as unknown as Desk,
      event(row.event, row.on, { channel: 'letter', vendor: 'northbank' }),
    );
    items.find((item) => item.label === 'Open the letter')?.run();
    expect(opened).toHaveBeenCalledWith(row.letter);
  });

  it.each([
    ['a letter that went out', true, ['Edit', 'Add evidence…', 'History…']],
    ['anything else', false, ['Edit', 'Add evidence…', 'History…', 'Remove']],
  ])('removes no letter behind its back: %s', async (_what, isLetter, labels) => {
    const row = await sent();
    const desk = { id: 'transfer', letterOf: () => (isLetter ? row : undefined) };
    const of = event(row.event, row.on, { channel: 'statement' });
    const menu = entryMenu(desk as unknown as Desk, {
      kind: 'event',
      event: of,
      people: [],
      vendor: null,
      dispute: { id: 'transfer', name: '' },
    });
    const own = menu.map((item) => item.label).filter((label) => label !== 'Open the letter');
    expect(own, 'taking “sent” back has its own place, with what follows from it').toEqual(labels);
  });
});

describe('a dispute’s page', () => {
  it('begins a letter about the call from which it is asked for', async () => {
    await open();
    const entry = await screen.findByRole('article', { name: /We called Dana Ruiz/ });
    await user.click(within(entry).getByRole('button', { name: 'More on this entry' }));
    await user.click(screen.getByRole('menuitem', { name: 'Confirm it in writing' }));
    await waitFor(() => expect(router.route.page).toBe('letter'));
    expect(started).toEqual([
      expect.objectContaining({ dispute: 'transfer', kind: 'confirmation', about: 'e2' }),
    ]);
  });

  it('shows which event is a letter, and leads to it', async () => {
    const row = await sent();
    await open();
    const link = await screen.findByRole('link', { name: /^Open the letter: Complaint/ });
    expect(link).toHaveAttribute('href', `#/letters/${row.letter}`);
  });

  it('lists its letters: being written, waiting, earlier, taken back', async () => {
    await open();
    await user.click(screen.getByRole('tab', { name: /^Letters/ }));
    const section = within(await screen.findByRole('region', { name: 'Letters' }));
    const items = section.getAllByRole('listitem').map((item) => item.textContent);
    expect(items).toEqual([
      expect.stringContaining('Being written'),
      expect.stringContaining('47 days overdue'),
      expect.stringContaining('Nothing asked'),
      expect.stringContaining('Taken back'),
    ]);
    await user.click(section.getByRole('button', { name: 'Follow up' }));
    await waitFor(() => expect(started).toHaveLength(1));
  });

  it('lists the dossiers that were sent', async () => {
    const { readers } = await backend.dossierBoard('transfer');
    const { choice } = readers[0] ?? {};
    if (choice) await backend.composeDossier(choice);
    await backend.markDossierSent('', {
      on: '2026-06-19',
      by: 'email',
      recipient: 'The Harbour Office',
    });
    await open();
    await user.click(screen.getByRole('tab', { name: /^Letters/ }));
    const dossier = await screen.findByRole('link', { name: 'Dossier: The Harbour Office' });
    expect(dossier).toHaveAttribute('href', '#/disputes/transfer/dossier');
  });

  it('says quietly which letter fits now, and begins it', async () => {
    await open();
    const next = within(screen.getByRole('region', { name: 'Next step' }));
    await user.click(await next.findByRole('button', { name: 'Follow-up to Northbank Trust' }));
    await waitFor(() => expect(started).toHaveLength(1));
    expect(started[0]).toMatchObject({ kind: 'follow_up', about: (await sent()).event });
  });

  it('opens the sheet for this dispute', async () => {
    const { app } = await open();
    await user.click(screen.getByRole('button', { name: 'Write a letter' }));
    expect(app.letter).toEqual({ dispute: 'transfer' });
  });

  it('begins a thank-you for the help that has had none', async () => {
    await open();
    const ours = within(screen.getByRole('region', { name: 'On our side' }));
    await user.click(ours.getByRole('button', { name: 'Write a thank-you: Dana Ruiz' }));
    await waitFor(() => expect(started).toHaveLength(1));
    const help = backend.case('transfer').advocates.find((one) => one.contact === 'dana');
    expect(started[0], 'with the help that the record knows').toMatchObject({
      kind: 'thank_you',
      toContact: 'dana',
      help: help?.id,
    });
  });
});

describe('Today', () => {
  it('follows up a promise that is overdue, to whoever gave it', async () => {
    await renderScreen(TodayPage, {}, backend);
    await user.click(
      await screen.findByRole('button', { name: 'Write: Written confirmation of the exception' }),
    );
    await waitFor(() => expect(started).toHaveLength(1));
    expect(started[0]).toMatchObject({
      kind: 'follow_up',
      toVendor: 'northbank',
      toContact: 'marcus',
    });
  });

  it('takes the letter as the record proposes it, with the call that it follows', async () => {
    const [other] = await backend.proposeLetter('transfer');
    const start: NewLetter = {
      ...{ dispute: 'transfer', kind: 'follow_up', about: 'e3' },
      ...{ toVendor: 'northbank', toContact: 'marcus', help: null },
    };
    const proposed: LetterProposal = { ...(other as LetterProposal), start, draft: null };
    backend.proposeLetter = async () => [other as LetterProposal, proposed];
    await renderScreen(TodayPage, {}, backend);
    await user.click(
      await screen.findByRole('button', { name: 'Write: Written confirmation of the exception' }),
    );
    await waitFor(() => expect(started).toEqual([start]));
  });

  it('begins a thank-you beside “Thanked”', async () => {
    await renderScreen(TodayPage, {}, backend);
    await user.click(await screen.findByRole('button', { name: 'Write a thank-you: Dana Ruiz' }));
    await waitFor(() => expect(started).toHaveLength(1));
    expect(started[0]).toMatchObject({ kind: 'thank_you', toContact: 'dana' });
    expect(
      backend.case('transfer').advocates.find((one) => one.contact === 'dana')?.thankedOn,
      'thanked only when the letter goes out',
    ).toBeNull();
  });
});
