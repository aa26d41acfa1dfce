import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  CSV_COLUMNS,
  DELIMITER_OPTIONS,
  MATCH_REASONS,
  STATEMENT_PROBLEMS,
  UNKNOWN_PROBLEM,
  delimiterWord,
  statementProblem,
} from './statements';

const readers = join(import.meta.dirname, '../../../../src-tauri/crates/intake/src/statement');

/** Every code that the readers give, from where they are named. */
function codes(): string[] {
  const file = join(readers, 'problem.rs');
  expect(existsSync(file), 'statement/problem.rs is where the codes are named').toBe(true);
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/^ {4}\w+ = "([a-z_]+)",$/gm)].map(([, code]) => code ?? '');
}

describe('what is wrong with a bank’s file', () => {
  it('has a sentence for every code of the readers, and none for a code that is gone', () => {
    expect(codes().length, 'the pattern still fits the source').toBeGreaterThan(15);
    expect(Object.keys(STATEMENT_PROBLEMS).sort()).toEqual(codes().sort());
  });

  it.each(Object.entries(STATEMENT_PROBLEMS))('says %s with and without its text', (_, say) => {
    for (const text of ['', '31/02/2026']) {
      expect(say(text), 'whole sentences').toMatch(/^[A-Z0-9“].*[.”]$/);
      expect(say(text), 'no value is left open').not.toMatch(/undefined|null|“”/);
    }
  });

  it('names the line where there is one', () => {
    const problem = { code: 'bad_day', line: 14, text: '31/02/2026' };
    expect(statementProblem(problem)).toBe('Line 14: “31/02/2026” is not understood as a day.');
    expect(statementProblem({ ...problem, line: null }), 'and not where there is none').toBe(
      '“31/02/2026” is not understood as a day.',
    );
  });

  it('is calm about a code that is new', () => {
    expect(statementProblem({ code: 'new', line: null, text: '' })).toBe(UNKNOWN_PROBLEM);
  });
});

describe('the words of a reading', () => {
  it('offers first that a column is not needed, and never two meanings of one name', () => {
    const names = Object.values(CSV_COLUMNS);
    expect(names[0]).toBe('Not needed');
    expect(new Set(names).size, 'each can be told apart').toBe(names.length);
  });

  it('says a tab as a word, and what it does not know as it stands', () => {
    expect(DELIMITER_OPTIONS.map((one) => one.value)).toEqual([',', ';', '\t', '|']);
    expect(delimiterWord('\t')).toBe('tab');
    expect(delimiterWord('~')).toBe('“~”');
  });

  it.each(Object.entries(MATCH_REASONS))('says why %s as one sentence', (_, said) => {
    expect(said).toMatch(/^[A-Z][^.]*\.$/);
  });
});
