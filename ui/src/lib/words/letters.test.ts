import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { POINTS, WHYS, pointSentence, whySentence } from './letters';

const crates = join(import.meta.dirname, '../../../../src-tauri/crates');

function codesIn(path: string, pattern: RegExp): string[] {
  const file = join(crates, path);
  expect(existsSync(file), `${path} is where the codes are named`).toBe(true);
  return [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, code]) => code ?? '');
}

describe('what a letter lacks', () => {
  const codes = () => codesIn('letters/src/check/point.rs', /^ {4}\w+ = "([a-z_]+)",$/gm);

  it('has a sentence for every code of Rust, and none for a code that is gone', () => {
    expect(codes().length, 'the pattern still fits the source').toBeGreaterThan(40);
    expect(Object.keys(POINTS).sort()).toEqual(codes().sort());
  });

  it.each(Object.entries(POINTS))('says %s as one sentence', (_, said) => {
    expect(said, 'one sentence, with its point').toMatch(/^[A-Z][^.]*\.$/);
  });

  it('is calm about a code that is new', () => {
    expect(pointSentence({ code: 'new' })).toMatch(/^[A-Z].*\.$/);
  });
});

describe('why a letter fits now', () => {
  const codes = () =>
    codesIn(
      'app/src/letters/proposals.rs',
      /Why::\w+ \{[^}]*\} => (?:\{\s*(?:let [^;]*;\s*)*)?\(\s*"([a-z_]+)"/g,
    );

  it('has a sentence for every code of Rust', () => {
    expect(codes().length, 'the pattern still fits the source').toBeGreaterThan(9);
    expect(
      codes().filter((code) => !(code in WHYS)),
      'codes without words',
    ).toEqual([]);
  });

  it.each(Object.keys(WHYS))('says %s as a sentence even without values', (code) => {
    const said = whySentence({ code, values: {} });
    expect(said).toMatch(/^[A-Z].*\.$/);
    expect(said, 'no value is left open').not.toMatch(/undefined|null/);
  });

  it('is calm about a code that is new', () => {
    expect(whySentence({ code: 'new', values: {} })).toBe('A letter would fit now.');
  });
});
