import { cleanup, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeBackend } from '$lib/backend/fake/backend';
import { router } from '$lib/router.svelte';
import { accessibilityFaults, nothingInSight, renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import { letterOf } from '$lib/writing';
import LetterPage from './LetterPage.svelte';

vi.setConfig({ testTimeout: 60_000 });
const LETTER = 'letter-1';
let backend: FakeBackend;

beforeEach(() => {
  nothingInSight();
  backend = new FakeBackend();
});
afterEach(() => {
  cleanup();
  toasts.clear();
  vi.unstubAllGlobals();
});

async function open(id = LETTER) {
  await renderScreen(LetterPage, { id }, backend);
  const user = userEvent.setup({ delay: null });
  await screen.findByRole('tab', { name: 'Choices' });
  return user;
}

const chosen = async () => (await backend.letter(LETTER)).letter;

describe('choices', () => {
  it('are saved at once, and leave the focus where it is', async () => {
    const user = await open();
    await user.click(screen.getByRole('tab', { name: 'Choices' }));
    await user.click(screen.getByRole('radio', { name: 'Firm' }));
    await waitFor(async () => expect((await chosen()).tone).toBe('firm'));
    expect(screen.getByRole('radio', { name: 'Firm' })).toHaveFocus();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('write to a person, by e-mail, with an answer in a week', async () => {
    const user = await open();
    await user.click(screen.getByRole('tab', { name: 'Choices' }));
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'To' }),
      'Northbank Trust: Marcus Bell, Customer service manager',
    );
    await user.click(screen.getByRole('radio', { name: 'E-mail' }));
    await user.click(screen.getByRole('radio', { name: '7 days' }));
    await waitFor(async () =>
      expect(await chosen()).toMatchObject({
        toVendor: 'northbank',
        toContact: 'marcus',
        by: 'email',
        replyBy: '2026-06-27',
      }),
    );
    expect(
      await screen.findByRole('heading', { name: 'Complaint to Marcus Bell' }),
      'the head follows',
    ).toBeVisible();
  });

  it('keep what is typed while it is typed, and save it when it rests', async () => {
    const user = await open();
    await user.click(screen.getByRole('tab', { name: 'Choices' }));
    const request = screen.getByRole('textbox', { name: 'What you ask for' });
    await user.type(request, 'The fee back, ');
    await waitFor(async () => expect((await chosen()).request?.trim()).toBe('The fee back,'));
    await screen.findByText('Draft. Saved.');
    expect(request, 'the blank at the end stays').toHaveValue('The fee back, ');
  });

  it('leave facts out, and copies in', async () => {
    const user = await open();
    await user.click(screen.getByRole('tab', { name: 'Choices' }));
    await user.click(screen.getByText('Facts'));
    await user.click(screen.getByRole('checkbox', { name: /not answered in 31 minutes/ }));
    await user.click(screen.getByText('Copies enclosed'));
    await user.click(
      screen.getByRole('checkbox', { name: 'The returned transfer on the statement' }),
    );
    await waitFor(async () =>
      expect(await chosen()).toMatchObject({ leaveOut: ['f4'], enclosures: ['at1'] }),
    );
  });
});

describe('before it goes', () => {
  it('leads to a choice of the letter', async () => {
    const letter = await chosen();
    await backend.saveLetter({ ...letter, replyBy: null });
    const user = await open();
    await user.click(screen.getByRole('tab', { name: /Before it goes/ }));
    const needed = screen.getByRole('region', { name: 'Needed' });
    await user.click(
      within(needed).getByRole('button', { name: 'Choose: It names no day for an answer.' }),
    );
    expect(screen.getByRole('radio', { name: 'None' })).toHaveFocus();
  });

  it('leads to a form of the dispute, and back to the letter', async () => {
    const user = await open();
    await user.click(screen.getByRole('tab', { name: /Before it goes/ }));
    await user.click(
      screen.getByRole('button', { name: /Fill it in: It does not say when it was/ }),
    );
    const form = await screen.findByRole('dialog', { name: 'Edit the subject' });
    await user.type(await within(form).findByLabelText('Bought on'), '2026-02-20');
    await user.click(within(form).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(screen.queryByText('It does not say when it was bought.'), 'mended').toBeNull(),
    );
    expect(screen.getByRole('tab', { name: /Before it goes/ })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  it('leads to the member who writes', async () => {
    const letter = await chosen();
    await backend.saveLetter({ ...letter, from: 'paul' });
    const user = await open();
    await user.click(screen.getByRole('tab', { name: /Before it goes/ }));
    await user.click(screen.getByRole('button', { name: /Your postal address is missing/ }));
    expect(await screen.findByRole('dialog', { name: 'Edit the member' })).toBeVisible();
  });
});

describe('marking as sent', () => {
  it('says what is needed first, and leads there', async () => {
    await backend.saveLetter({ ...(await chosen()), replyBy: null });
    const user = await open();
    await user.click(screen.getByRole('button', { name: 'Mark as sent' }));
    const dialog = screen.getByRole('dialog', { name: 'Mark as sent' });
    expect(within(dialog).getByText('It names no day for an answer.')).toBeVisible();
    expect(within(dialog).queryByLabelText('When did it go out?')).toBeNull();
    await user.click(within(dialog).getByRole('button', { name: /Go there/ }));
    expect(screen.getByRole('radio', { name: 'None' })).toHaveFocus();
    expect((await backend.letter(LETTER)).sent).toBeNull();
  });

  it('says what the chosen way needs', async () => {
    const vendor = backend.home.vendors.find((one) => one.id === 'northbank');
    if (vendor) vendor.address = [];
    if (vendor) vendor.channels = [];
    await backend.saveLetter({ ...(await chosen()), by: 'web_form' });
    const user = await open();
    await user.click(screen.getByRole('button', { name: 'Mark as sent' }));
    const dialog = screen.getByRole('dialog', { name: 'Mark as sent' });
    await user.click(await within(dialog).findByRole('radio', { name: 'Letter' }));
    await user.click(within(dialog).getByRole('button', { name: 'Mark as sent' }));
    expect(await within(dialog).findByText('The address to send it to is missing.')).toBeVisible();
    expect((await backend.letter(LETTER)).sent).toBeNull();
  });

  it('freezes the letter, plans the next step, finishes another, and can be undone', async () => {
    const user = await open();
    await user.click(screen.getByRole('button', { name: 'Mark as sent' }));
    const dialog = screen.getByRole('dialog', { name: 'Mark as sent' });
    await user.type(await within(dialog).findByLabelText('Tracking number'), 'RR 77');
    await within(dialog).findByLabelText(/Ask Northbank Trust whether the letter/);
    await user.click(
      within(dialog).getByLabelText('Call Harbor Funds about the 340.00 taken back'),
    );
    expect(await accessibilityFaults()).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Mark as sent' }));
    expect(await screen.findByText('Sent. This is how it went out.')).toBeVisible();
    expect(screen.getByText('RR 77')).toBeVisible();
    const { nextSteps } = backend.case('transfer');
    expect(nextSteps.find((step) => step.id === 'n1')?.doneOn).toBe('2026-06-20');
    expect(nextSteps.at(-1), 'the proposed step').toMatchObject({ on: '2026-06-27', doneOn: null });
    expect(await accessibilityFaults()).toEqual([]);
    toasts.list[0]?.button?.run();
    expect(await screen.findByRole('button', { name: 'Mark as sent' })).toBeVisible();
  });

  it('plans no step where none is wanted', async () => {
    const before = backend.case('transfer').nextSteps.length;
    const user = await open();
    await user.click(screen.getByRole('button', { name: 'Mark as sent' }));
    const dialog = screen.getByRole('dialog', { name: 'Mark as sent' });
    await user.click(await within(dialog).findByLabelText(/Ask Northbank Trust whether/));
    await user.click(within(dialog).getByRole('button', { name: 'Mark as sent' }));
    await screen.findByText('Sent. This is how it went out.');
    expect(backend.case('transfer').nextSteps).toHaveLength(before);
  });
});

describe('a letter that went out', () => {
  it('shows how it went, its proof, and is followed by another', async () => {
    await renderScreen(LetterPage, { id: 's1-letter' }, backend);
    const user = userEvent.setup({ delay: null });
    expect(await screen.findByText('RR 1234 5678 9 US')).toBeVisible();
    await user.click(screen.getByText('Proof'));
    expect(screen.getByText(/^4f1c5a77/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Follow up' }));
    await waitFor(() => expect(router.route.page).toBe('letter'));
    const made = router.route.page === 'letter' ? router.route.id : '';
    const { letter } = await backend.letter(made);
    expect(letter).toMatchObject({ kind: 'follow_up', about: 'e3', toVendor: 'northbank' });
    router.go({ page: 'today' });
  });

  it('is a draft again when it was marked by mistake', async () => {
    await renderScreen(LetterPage, { id: 's1-letter' }, backend);
    const user = userEvent.setup({ delay: null });
    await user.click(await screen.findByRole('button', { name: 'Take it back' }));
    expect(await screen.findByRole('button', { name: 'Mark as sent' })).toBeVisible();
  });
});

describe('the text for a form', () => {
  it('says its length, what is over, and that it was copied', async () => {
    const user = await open();
    const write = vi.spyOn(navigator.clipboard, 'writeText');
    await user.click(screen.getByRole('button', { name: 'More for this letter' }));
    await user.click(screen.getByRole('menuitem', { name: 'Copy the text' }));
    const text = (await backend.letter(LETTER)).draft?.plainText ?? '';
    const dialog = screen.getByRole('dialog', { name: 'Copy the text' });
    const most = text.length - 10;
    await user.type(within(dialog).getByLabelText(/The form takes at most/), String(most));
    expect(await within(dialog).findByText('10 characters are too many.')).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Copy the text' }));
    expect(await within(dialog).findByText('Copied. You can paste it now.')).toBeVisible();
    expect(write).toHaveBeenCalledWith(text);
    expect(await accessibilityFaults()).toEqual([]);
  });
});

describe('states', () => {
  it('says when the letter is no longer here', async () => {
    await renderScreen(LetterPage, { id: 'gone' }, backend);
    expect(await screen.findByText('This is no longer here.')).toBeVisible();
  });

  it('says what is wrong with the template, and offers the usual one', async () => {
    const works = backend.letter;
    backend.letter = async (id) => {
      const view = await works(id);
      if (view.letter.template === null) return view;
      const templateFault = { line: 4, said: 'unknown name `dispute.titel`' };
      return { ...view, draft: null, points: [], templateFault };
    };
    await backend.saveLetter({ ...(await chosen()), template: 'own' });
    const user = await open();
    expect(await screen.findByText(/Line 4: unknown name/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Mark as sent' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Use the usual template' }));
    expect(await screen.findByRole('button', { name: 'Mark as sent' })).toBeVisible();
  });
});

describe('a thank-you', () => {
  async function begun(contact: string | null) {
    const made = { ...letterOf({ dispute: 'transfer', kind: 'thank_you' }), toContact: contact };
    const { id } = await backend.startLetter({ ...made, toVendor: 'northbank' });
    const user = await open(id ?? '');
    await user.click(screen.getByRole('tab', { name: 'Choices' }));
    return user;
  }

  it('says where its words come from, and offers the help of the one who is thanked alone', async () => {
    await begun('dana');
    const helps = screen.getByRole('combobox', { name: 'Thanks for' });
    const offered = [...helps.querySelectorAll('option')].map((one) => one.textContent);
    expect(offered).toHaveLength(2);
    expect(offered[1]).toMatch(/^Dana Ruiz/);
    expect(helps).toHaveAccessibleDescription(/what you wrote down about it|may be told/);
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('leads to where help is written down, where nobody has yet', async () => {
    const read = backend.letter;
    vi.spyOn(backend, 'letter').mockImplementation(async (id) => {
      const view = await read(id);
      return { ...view, options: { ...view.options, helps: [] } };
    });
    const user = await begun('dana');
    expect(screen.queryByRole('combobox', { name: 'Thanks for' })).toBeNull();
    expect(screen.getByText(/is not written down yet/)).toHaveTextContent('How Dana Ruiz helped');
    await user.click(screen.getByRole('button', { name: 'Write it down' }));
    expect(await screen.findByRole('dialog')).toHaveTextContent('What they did');
  });
});
