import { describe, expect, it } from 'vitest';
import type { ToneMark } from '$lib/backend';
import { around, instead, pieces, placed } from './marks';

const mark = (words: string, start: number, rule = 'insult', calmer = 'Kinder.'): ToneMark => ({
  paragraph: 'p',
  start,
  end: start + words.length,
  words,
  rule,
  reason: 'Because.',
  calmer,
});

describe('marks while the paragraph is typed in', () => {
  it.each([
    ['where they were', 'You always do.', 4, 4],
    ['moved by words before', 'Sadly, you always do.', 4, 11],
    ['moved by words taken away', 'always do.', 4, 0],
    ['behind an emoji, in UTF-16 units', '😞😞 always', 4, 5],
  ])('are found %s', (_, text, was, now) => {
    expect(placed([mark('always', was)], text)[0]?.start).toBe(now);
  });

  it('are not drawn where the words are gone', () => {
    expect(placed([mark('always', 4)], 'You often do.')).toEqual([]);
  });

  it('do not take the same words twice', () => {
    const two = placed([mark('never', 0), mark('never', 10)], 'never ever never');
    expect(two.map((one) => one.start)).toEqual([0, 11]);
  });

  it('leave every letter of the text in its place', () => {
    const text = 'It is ridiculous, always!';
    const parts = pieces(text, placed([mark('ridiculous', 6), mark('always', 18)], text));
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.filter((part) => part.mark).map((part) => part.text)).toEqual([
      'ridiculous',
      'always',
    ]);
  });

  it.each([
    ['I am utterly sure.', 'utterly', 'I am sure.'],
    ['Utterly, I am sure.', 'Utterly', ', I am sure.'],
    ['I am sure, utterly.', 'utterly', 'I am sure,.'],
    ['I am sure utterly', 'utterly', 'I am sure'],
  ])('go from “%s” with the blank beside them', (text, words, left) => {
    const { start, end } = around(text, mark(words, text.indexOf(words)));
    expect(text.slice(0, start) + text.slice(end)).toBe(left);
  });

  it.each([
    ['capitals', 'I must SHOUT here.', 'SHOUT', 'shout'],
    ['capitals', 'So it is. NEVER again.', 'NEVER', 'Never'],
    ['capitals', 'ALWAYS late.', 'ALWAYS', 'Always'],
    ['exclamation', 'Answer me!!', '!!', '.'],
    ['exclamation', 'Really?!', '?!', '?'],
    ['insult', 'You are a crook.', 'crook', null],
  ])(
    'have other words at hand only where nothing has to be known: %s in “%s”',
    (rule, text, words, other) => {
      expect(instead(mark(words, text.indexOf(words), rule), text)).toBe(other);
    },
  );
});
