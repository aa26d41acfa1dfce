import { describe, expect, it } from 'vitest';
import { changedWords, folded, type Stretch } from './changed';

/** `[-gone-]{+new+}` as one line. */
const shown = (all: Stretch[]) =>
  all
    .map(({ text, is }) => (is === 'same' ? text : is === 'gone' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
const side = (all: Stretch[], not: Stretch['is']) =>
  all
    .filter(({ is }) => is !== not)
    .map(({ text }) => text)
    .join('');

describe('the words that changed', () => {
  it.each([
    ['She said ten days.', 'She said five days.', 'She said [-ten-]{+five+} days.'],
    ['one two', 'one two three', 'one two{+ three+}'],
    ['the whole of it', 'nothing here', '[-the whole of it-]{+nothing here+}'],
    ['a b c d', 'a x y d', 'a [-b c-]{+x y+} d'],
    ['', 'new', '{+new+}'],
    ['same', 'same', 'same'],
  ])('of “%s” to “%s” are %s', (before, after, wanted) => {
    expect(shown(changedWords(before, after))).toBe(wanted);
  });

  it('are those of both texts and no others, whatever they are', () => {
    const words = ['a', 'b', ' ', '  ', '\n', 'héllo', '🙂', 'c.'];
    let seed = 7;
    const next = (below: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
    const text = () => Array.from({ length: next(14) }, () => words[next(words.length)]).join('');
    for (let round = 0; round < 300; round += 1) {
      const [before, after] = [text(), text()];
      const all = changedWords(before, after);
      expect(side(all, 'new'), `before, of ${JSON.stringify([before, after])}`).toBe(before);
      expect(side(all, 'gone'), `after, of ${JSON.stringify([before, after])}`).toBe(after);
    }
  });

  it('come soon even of two long texts that have nothing in common', () => {
    const long = (word: string) =>
      Array.from({ length: 4_000 }, (_, at) => `${word}${at}`).join(' ');
    const begun = performance.now();
    expect(changedWords(long('a'), long('b')).length).toBeGreaterThan(1);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  it('keep what stands beside them where a long text is folded', () => {
    const long = 'word '.repeat(400);
    const all = folded(changedWords(`${long}ten${long}`, `${long}five${long}`));
    expect(shown(all).length).toBeLessThan(600);
    expect(shown(all)).toContain('ten');
    expect(shown(all)).toContain('five');
    expect(shown(all)).toContain('…');
  });
});
