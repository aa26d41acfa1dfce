import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LetterProposal } from '../backend/types';
import {
  KINDS_IN_ORDER,
  LETTER_PURPOSES,
  letterName,
  WHY_CODES,
  whySentence,
} from './letter-kinds';
import { LETTER_KINDS } from './letters';

const TODAY = '2026-06-20';
const northbank = { id: 'northbank', name: 'Northbank Trust' };
const marcus = { id: 'marcus', name: 'Marcus Bell', job: null, vendor: northbank };

function proposal(code: string, values: Record<string, string> = {}): LetterProposal {
  return {
    start: {
      dispute: 'transfer',
      kind: 'complaint',
      about: null,
      toVendor: northbank.id,
      toContact: null,
      help: null,
    },
    why: { code, values },
    about: null,
    to: {
      vendor: northbank,
      contact: null,
      name: northbank.name,
      lines: [],
      email: null,
      hasAddress: false,
    },
    draft: null,
  };
}

const call = {
  id: 'e3',
  day: '2026-03-05',
  channel: 'phone' as const,
  direction: 'in' as const,
  vendor: northbank,
  people: [marcus],
  words: '',
  sent: null,
};

describe('the reason for a letter', () => {
  it.each([
    [
      'nothing_sent',
      { since: '2026-03-02' },
      'This began on Mon 2 Mar, and no letter has gone out yet.',
    ],
    [
      'promise_not_kept',
      { madeOn: '2026-03-05', dueOn: '2026-03-12' },
      'What Northbank Trust promised on Thu 5 Mar was due on Thu 12 Mar and has not been done.',
    ],
    [
      'promise_not_kept',
      { madeOn: '2026-03-05' },
      'What Northbank Trust promised on Thu 5 Mar has not been done.',
    ],
    [
      'no_answer',
      { sentOn: '2026-04-20', replyBy: '2026-05-04' },
      'Your letter of Mon 20 Apr asked for an answer by Mon 4 May. None has come.',
    ],
    [
      'no_answer_to_follow_up',
      { since: '2026-04-20', days: '61' },
      'You wrote on Mon 20 Apr and followed it up. After 61 days there is no answer.',
    ],
    [
      'long_unanswered',
      { since: '2025-12-01', days: '201' },
      'You first wrote on Mon 1 Dec 2025. After 201 days there is still no answer.',
    ],
    [
      'final_notice_passed',
      { sentOn: '2026-05-04', replyBy: '2026-05-18' },
      'Your last letter, of Mon 4 May, named Mon 18 May. That day has passed.',
    ],
    ['tomorrow’s reason', {}, 'It fits where things stand now.'],
  ])('%s is one plain sentence', (code, values: Record<string, string>, said) => {
    expect(whySentence(proposal(code, values), TODAY)).toBe(said);
  });

  it('has a sentence for every code of Rust, and none for a code that is gone', () => {
    const file = '../../../../src-tauri/crates/app/src/letters/proposals.rs';
    const source = readFileSync(join(import.meta.dirname, file), 'utf8');
    const arm = /Why::\w+ \{[^}]*\} => (?:\{\s*(?:let [^;]*;\s*)*)?\(\s*"([a-z_]+)"/g;
    const codes = [...source.matchAll(arm)].map(([, code]) => code ?? '');
    expect(codes.length, 'the pattern still fits the source').toBeGreaterThan(9);
    expect([...WHY_CODES].sort()).toEqual(codes.sort());
  });

  it('names with whom one spoke, and otherwise to whom it would go', () => {
    const agreed = proposal('agreed_in_conversation', { on: '2026-03-05' });
    expect(whySentence({ ...agreed, about: call }, TODAY)).toBe(
      'You agreed things with Marcus Bell on Thu 5 Mar, and nothing is in writing yet.',
    );
    expect(whySentence(agreed, TODAY), 'no call is known').toContain('with Northbank Trust on');
  });

  it.each(WHY_CODES)('%s leaves no hole where all that it needs is there', (code) => {
    const days = { since: TODAY, on: TODAY, madeOn: TODAY, sentOn: TODAY, replyBy: TODAY };
    const said = whySentence(proposal(code, { ...days, agreedOn: TODAY, days: '30' }), TODAY);
    expect(said).not.toMatch(/undefined|null|\s{2}| [.,]/);
    expect(said, 'a sentence').toMatch(/^[A-Z].*\.$/);
  });
});

describe('the kinds', () => {
  it('are ten, each with its line, in one order', () => {
    expect([...KINDS_IN_ORDER].sort()).toEqual(Object.keys(LETTER_KINDS).sort());
    expect(Object.values(LETTER_PURPOSES).every((line) => line.endsWith('.'))).toBe(true);
  });

  it('are said with the addressee where there is one', () => {
    expect(letterName('follow_up', 'Marcus Bell')).toBe('Follow-up to Marcus Bell');
    expect(letterName('follow_up', null)).toBe('Follow-up');
  });
});
