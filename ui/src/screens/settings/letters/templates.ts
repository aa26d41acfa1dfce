/** Templates of letters, kind by kind: the one that is used, and those that were added. */
import type { LetterKind, LetterTemplate } from '$lib/backend';
import { KINDS_IN_ORDER } from '$lib/words/letter-kinds';

export type OfKind = { kind: LetterKind; used: LetterTemplate; added: LetterTemplate[] };

/** Each kind with its templates, in the order in which kinds are offered. */
export function byKind(all: readonly LetterTemplate[]): OfKind[] {
  return KINDS_IN_ORDER.flatMap((kind) => {
    const of = all.filter((template) => template.kind === kind);
    const used = of.find((template) => template.name === null);
    return used ? [{ kind, used, added: of.filter((template) => template.name !== null) }] : [];
  });
}

/** How many templates are the household's own. */
export function own(all: readonly LetterTemplate[]): number {
  return all.filter((template) => template.id !== null).length;
}

/** A mistake in a template, with the line that has it. */
export type Fault = { line: number | null; said: string; words: string };

/** What the engine says in its own words, and how people would. */
const PLAINER: [RegExp, string][] = [
  [
    /^unexpected end of input/i,
    'An “if” or a “for” has no end. Each “if” needs an “endif”, each “for” an “endfor”',
  ],
  [
    /expected end of variable block/i,
    'A gap is not closed: it begins with “{{” and ends with “}}”',
  ],
  [/expected end of block/i, 'This is not closed: it begins with “{%” and ends with “%}”'],
];

/** Where the mistake is, for the field that has it. */
export function faultWords({ line }: Fault): string {
  return line === null ? 'There is a mistake in it.' : `There is a mistake in line ${line}.`;
}

/** The mistake as Rust says it, and the words of its line in the text that was typed. */
export function faultOf(values: Record<string, string>, text: string): Fault {
  const line = Number(values.line) || null;
  const words = line === null ? '' : (text.split('\n')[line - 1] ?? '').trim();
  const told = values.said ?? '';
  const said = PLAINER.find(([pattern]) => pattern.test(told))?.[1] ?? told;
  return { line, said: said.charAt(0).toUpperCase() + said.slice(1), words };
}

/** Where a line begins and ends in a text. */
export function lineRange(text: string, line: number): [number, number] {
  const lines = text.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return [start, start + (lines[line - 1]?.length ?? 0)];
}
