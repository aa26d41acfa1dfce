import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  REFUND_COLUMNS,
  REFUND_PROBLEMS,
  REFUND_STATES,
  UNKNOWN_REFUND_PROBLEM,
  refundProblem,
  refundProblemAt,
} from './refunds';

const reader = join(import.meta.dirname, '../../../../src-tauri/crates/intake/src/refund_list');

/** Every code that the reader gives, from where they are named. */
function codes(): string[] {
  const file = join(reader, 'problem.rs');
  expect(existsSync(file), 'refund_list/problem.rs is where the codes are named').toBe(true);
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/^ {4}\w+ = "([a-z_]+)",$/gm)].map(([, code]) => code ?? '');
}

describe('what is wrong with a list of refunds', () => {
  it('has a sentence for every code of the reader, and none for a code that is gone', () => {
    expect(codes().length, 'the pattern still fits the source').toBeGreaterThan(25);
    expect(Object.keys(REFUND_PROBLEMS).sort()).toEqual(codes().sort());
  });

  it.each(Object.keys(REFUND_PROBLEMS))('says %s with and without what is in question', (code) => {
    for (const text of ['', '31/02/2026']) {
      for (const column of [null, 'vendor'] as const) {
        const said = refundProblem({ code, text, column });
        expect(said, 'whole sentences').toMatch(/^[A-Z0-9“].*[.?]$/);
        expect(said, 'no value is left open').not.toMatch(/undefined|null|“”/);
      }
    }
  });

  it('names the line where it does not stand beside its row', () => {
    const problem = { isError: true, line: 14, column: null, code: 'bad_day', text: '31/02/2026' };
    expect(refundProblem(problem)).toBe('“31/02/2026” is not understood as a day.');
    expect(refundProblemAt(problem)).toBe('Line 14: “31/02/2026” is not understood as a day.');
    expect(refundProblemAt({ ...problem, line: null })).toBe(refundProblem(problem));
  });

  it('asks for a column that is missing by what it says', () => {
    const missing = { code: 'column_missing', text: '' };
    expect(refundProblem({ ...missing, column: 'vendor' })).toContain('who owes you the money');
    expect(refundProblem({ ...missing, column: 'asked_on' })).toContain('when you asked');
  });

  it('writes days out', () => {
    const early = { code: 'refund_before_asked', text: '2026-03-04', column: null };
    expect(refundProblem(early)).toContain('Wednesday, 4 March 2026');
  });

  it('is calm about a code that is new', () => {
    expect(refundProblem({ code: 'new', text: '', column: null })).toBe(UNKNOWN_REFUND_PROBLEM);
  });
});

describe('the words of a list', () => {
  it('offer first that a column is left out, and never two meanings of one name', () => {
    const names = Object.values(REFUND_COLUMNS);
    expect(names[0]).toBe('Leave out');
    expect(new Set(names).size, 'each can be told apart').toBe(names.length);
  });

  it('tell how a matter stands in words of their own', () => {
    const names = Object.values(REFUND_STATES);
    expect(new Set(names).size, 'each can be told apart').toBe(names.length);
  });
});
