import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { POINTS, pointSentence } from './letters';

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
