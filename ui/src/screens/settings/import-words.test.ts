import { describe, expect, it } from 'vitest';
import type { Imported } from '$lib/backend';
import { importHeadline, placeWords } from './import-words';

const result = (over: Partial<Imported>): Imported => ({
  disputes: 0,
  members: 0,
  vendors: 0,
  people: 0,
  imported: false,
  action: null,
  problems: [],
  ...over,
});
const problem = (isError: boolean, leftOut = false) => ({
  isError,
  leftOut,
  place: '',
  message: 'm',
});

describe('what is said of an import', () => {
  it('says first that nothing was imported, and that all is safe', () => {
    const said = importHeadline(result({ problems: [problem(true), problem(false)] }));
    expect(said.title).toBe('Nothing was imported.');
    expect(said.body, 'slips do not stand in the way').toBe(
      'Your records are unchanged. One thing stands in the way:',
    );
  });

  it('says how much was imported, and what looks like a slip', () => {
    const said = importHeadline(
      result({ imported: true, disputes: 2, problems: [problem(false), problem(false)] }),
    );
    expect(said).toEqual({
      title: '2 disputes were imported.',
      body: 'All that is in the file was taken in. 2 things are left open in it, or look like slips:',
    });
    expect(importHeadline(result({ imported: true, disputes: 1 }))).toEqual({
      title: 'One dispute was imported.',
      body: null,
    });
  });

  it.each([
    [[true], 'One thing was left out; all else in the file was taken in:'],
    [
      [true, true, false],
      '2 things were left out; all else in the file was taken in. One thing is left open in it, or looks like a slip:',
    ],
  ])('never calls kept what was left out', (leftOut, body) => {
    const problems = leftOut.map((one) => problem(false, one));
    expect(importHeadline(result({ imported: true, disputes: 1, problems })).body).toBe(body);
  });

  it('says who came in where no dispute did', () => {
    const title = (over: Partial<Imported>) =>
      importHeadline(result({ imported: true, ...over })).title;
    expect(title({ members: 1, vendors: 2 })).toBe(
      'Imported: one member of the household, 2 vendors.',
    );
    expect(title({}), 'an import of what is there already').toBe('Nothing in it was new.');
  });

  it.each([
    ['disputes[2].claims[0].amount', 'dispute 3, claim 1, amount'],
    ['disputes[0].next_steps[10].on', 'dispute 1, next step 11, on'],
    ['vendors[1].known_as', 'vendor 2, known as'],
    ['household.name', 'household, name'],
    ['', 'The file as a whole'],
    ['file', 'The file as a whole'],
  ])('says the place %s as people count', (place, words) => {
    expect(placeWords(place)).toBe(words);
  });
});
