import { cleanup, configure, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LetterTemplate } from '$lib/backend';
import { BackendError } from '$lib/backend';
import { FakeBackend } from '$lib/backend/fake/backend';
import { accessibilityFaults, renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import { byKind, faultOf, lineRange } from './templates';
import TemplatesPage from './TemplatesPage.svelte';

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 40_000 });
const user = userEvent.setup({ delay: null });
let backend: FakeBackend;
let saved: LetterTemplate[];
const OURS = '== subject\nOur words\n\n== opening\nGood day.\n';

beforeEach(() => {
  backend = new FakeBackend();
  saved = [];
  const save = backend.saveLetterTemplate;
  backend.saveLetterTemplate = (template) => {
    saved.push(template);
    return save(template);
  };
});
afterEach(() => {
  cleanup();
  toasts.clear();
});

const press = async (name: string) => user.click(await screen.findByRole('button', { name }));
const dialog = () => within(screen.getByRole('dialog'));
const row = async (name: string) => {
  const found = (await screen.findByRole('button', { name: `Edit: ${name}` })).closest('li');
  if (!found) throw new Error('A kind stands in a list.');
  return found;
};

async function write(text: string) {
  const field = await dialog().findByLabelText('Words');
  await user.clear(field);
  await user.click(field);
  await user.paste(text);
  return field as HTMLTextAreaElement;
}

async function save() {
  await user.click(dialog().getByRole('button', { name: 'Save' }));
}

describe('the templates', () => {
  it('are ten, Holdfast’s own at first', async () => {
    await renderScreen(TemplatesPage, {}, backend);
    await row('Complaint');
    expect(screen.getAllByText('Holdfast’s own')).toHaveLength(10);
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('become one’s own by an edit, and Holdfast’s again once that is confirmed', async () => {
    await renderScreen(TemplatesPage, {}, backend);
    await press('Edit: Complaint');
    await write(OURS);
    await save();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(saved).toEqual([{ id: null, kind: 'complaint', name: null, text: OURS }]);
    expect(await row('Complaint')).toHaveTextContent('Yours');
    await press('Use Holdfast’s own: Complaint');
    expect(backend.home.templates, 'nothing before it is confirmed').toHaveLength(1);
    await user.click(dialog().getByRole('button', { name: 'Use Holdfast’s own' }));
    await waitFor(() => expect(backend.home.templates).toEqual([]));
    expect(await row('Complaint')).toHaveTextContent('Holdfast’s own');
  });

  it('show a mistake with its line, mark it, and keep what was typed', async () => {
    const values = { line: '5', said: 'an `if` is not closed' };
    backend.saveLetterTemplate = () =>
      Promise.reject(new BackendError({ code: 'template_fault', values, problems: [] }));
    await renderScreen(TemplatesPage, {}, backend);
    await press('Edit: Complaint');
    const field = await write(OURS);
    await save();
    expect(await dialog().findByText('Line 5')).toBeVisible();
    expect(dialog().getByText('Good day.', { selector: 'code' })).toBeVisible();
    expect(dialog().getByText('An `if` is not closed.')).toBeVisible();
    await waitFor(() =>
      expect(OURS.slice(field.selectionStart, field.selectionEnd)).toBe('Good day.'),
    );
    expect(field, 'nothing is lost').toHaveValue(OURS);
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('are added with a name, beginning with the words of their kind', async () => {
    await renderScreen(TemplatesPage, {}, backend);
    await press('Add a template');
    await user.type(await dialog().findByLabelText('Name'), 'To our landlord');
    await user.selectOptions(dialog().getByLabelText('Kind of letter'), 'final_notice');
    await write(OURS);
    await save();
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]).toEqual({
      id: null,
      kind: 'final_notice',
      name: 'To our landlord',
      text: OURS,
    });
    expect(await screen.findByText('To our landlord')).toBeVisible();
    await press('Remove: To our landlord');
    await waitFor(() => expect(screen.queryByText('To our landlord')).toBeNull());
  });

  it('need a name where they are added', async () => {
    await renderScreen(TemplatesPage, {}, backend);
    await press('Add a template');
    await dialog().findByLabelText('Name');
    await save();
    expect(await dialog().findByText('What shall it be called?')).toBeVisible();
    expect(saved).toEqual([]);
  });
});

describe('a new template', () => {
  const text = (kind: string) => `== subject\nWords of ${kind}\n`;

  it('takes over the words of another kind, but never writes over one’s own', async () => {
    const all = (await backend.letterTemplates()).map((one) => ({ ...one, text: text(one.kind) }));
    backend.letterTemplates = async () => all;
    await renderScreen(TemplatesPage, {}, backend);
    await press('Add a template');
    const field = await dialog().findByLabelText('Words');
    const kind = dialog().getByLabelText('Kind of letter');
    await user.selectOptions(kind, 'escalation');
    expect(field).toHaveValue(text('escalation'));
    await write(OURS);
    await user.selectOptions(kind, 'follow_up');
    expect(field).toHaveValue(OURS);
  });
});

describe('a mistake', () => {
  it.each([
    [
      { line: '2', said: 'a gap' },
      { line: 2, said: 'A gap', words: 'two' },
    ],
    [
      { line: '', said: 'a gap' },
      { line: null, said: 'A gap', words: '' },
    ],
    [
      { line: '3', said: 'unexpected end of input, expected end of block' },
      {
        line: 3,
        said: 'An “if” or a “for” has no end. Each “if” needs an “endif”, each “for” an “endfor”',
        words: 'three',
      },
    ],
    [
      { line: '1', said: 'unexpected identifier, expected end of variable block' },
      {
        line: 1,
        said: 'A gap is not closed: it begins with “{{” and ends with “}}”',
        words: 'one',
      },
    ],
    [
      { line: '9', said: 'a gap' },
      { line: 9, said: 'A gap', words: '' },
    ],
  ])('is said with the words of its line (%o)', (values, fault) => {
    expect(faultOf(values, 'one\n  two \nthree')).toEqual(fault);
  });

  it.each([
    [1, 'one'],
    [2, '  two'],
    [3, ''],
    [4, 'four'],
  ])('is marked on line %i', (line, words) => {
    const text = 'one\n  two\n\nfour';
    expect(text.slice(...lineRange(text, line))).toBe(words);
  });

  it('never hides a kind', async () => {
    expect(byKind(await backend.letterTemplates())).toHaveLength(10);
  });
});
