import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');

function colours(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/gi)].map(([, name = '', colour = '']) => [
      name,
      colour,
    ]),
  );
}

/** The contrast of two colours by WCAG 2: 1 to 21. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [bright = 0, dim = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (bright + 0.05) / (dim + 0.05);
}

const GROUNDS = ['paper', 'sheet', 'well', 'hover'];
const PAIRS = [
  ...['ink', 'ink-soft', 'teal', 'brick'].flatMap((text) =>
    GROUNDS.map((ground) => [text, ground] as const),
  ),
  ...['teal', 'blue', 'amber', 'brick', 'grey'].flatMap((tone) => [
    [tone, `${tone}-wash`] as const,
    [tone, 'sheet'] as const,
  ]),
  ['ink', 'teal-wash'] as const,
  ['on-teal', 'teal'] as const,
  ['on-teal', 'teal-hover'] as const,
];

describe.each([
  ['light', colours(light)],
  ['dark', colours(dark)],
])('the %s theme', (_, found) => {
  it.each(PAIRS)('%s can be read on %s', (text, ground) => {
    const [a, b] = [found[text], found[ground]];
    if (!a || !b) throw new Error(`no colour ${text} or ${ground}`);
    expect(contrast(a, b), `${a} on ${b}`).toBeGreaterThanOrEqual(4.5);
  });

  it('draws the edges of fields so that they are seen', () => {
    const { sheet = '', 'line-strong': line = '' } = found;
    expect(contrast(line, sheet)).toBeGreaterThanOrEqual(3);
  });
});
