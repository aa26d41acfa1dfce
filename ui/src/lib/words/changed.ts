/** Which words of a text changed. */

/** A stretch of text: in both, only in the one before, or only in the one after. */
export type Stretch = { text: string; is: 'same' | 'gone' | 'new' };

/** Beyond so many pairs of words the middle is shown as changed in whole. */
const PAIRS = 400_000;

const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? [];

/** The stretches of both texts, in their order. */
export function changedWords(before: string, after: string): Stretch[] {
  const [from, to] = [wordsOf(before), wordsOf(after)];
  let head = 0;
  while (head < from.length && head < to.length && from[head] === to[head]) head += 1;
  let tail = 0;
  const most = Math.min(from.length, to.length) - head;
  while (tail < most && from.at(-1 - tail) === to.at(-1 - tail)) tail += 1;
  const middle = [from.slice(head, from.length - tail), to.slice(head, to.length - tail)] as const;
  return joined([
    ...from.slice(0, head).map((text): Stretch => ({ text, is: 'same' })),
    ...between(...middle),
    ...from.slice(from.length - tail).map((text): Stretch => ({ text, is: 'same' })),
  ]);
}

/** By the longest run of words that both have. */
function between(from: string[], to: string[]): Stretch[] {
  const gone = (text: string): Stretch => ({ text, is: 'gone' });
  const added = (text: string): Stretch => ({ text, is: 'new' });
  if (from.length * to.length > PAIRS) return [...from.map(gone), ...to.map(added)];
  const width = to.length + 1;
  const longest = new Uint32Array((from.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = from.length - 1; i >= 0; i -= 1) {
    for (let j = to.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] =
        from[i] === to[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const out: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < from.length || j < to.length) {
    if (i < from.length && j < to.length && from[i] === to[j]) {
      out.push({ text: from[i] ?? '', is: 'same' });
      i += 1;
      j += 1;
    } else if (j >= to.length || (i < from.length && at(i + 1, j) >= at(i, j + 1))) {
      out.push(gone(from[i] ?? ''));
      i += 1;
    } else {
      out.push(added(to[j] ?? ''));
      j += 1;
    }
  }
  return out;
}

/** A word or two that stay between changed ones are not worth the unrest: they change with them. */
const SHORT = 4;

/** Neighbours of one sort as one stretch, what is gone before what is new. */
function joined(all: Stretch[]): Stretch[] {
  const runs: { same: string; gone: string; added: string }[] = [];
  for (const { text, is } of all) {
    const last = runs.at(-1);
    if (is === 'same') {
      if (last && last.gone + last.added === '') last.same += text;
      else runs.push({ same: text, gone: '', added: '' });
      continue;
    }
    const run = last && last.same === '' ? last : { same: '', gone: '', added: '' };
    if (run !== last) runs.push(run);
    if (is === 'gone') run.gone += text;
    else run.added += text;
  }
  const out: Stretch[] = [];
  let [gone, added] = ['', ''];
  const flush = () => {
    if (gone) out.push({ text: gone, is: 'gone' });
    if (added) out.push({ text: added, is: 'new' });
    [gone, added] = ['', ''];
  };
  runs.forEach((run, at) => {
    const isBetween = at > 0 && at < runs.length - 1;
    if (run.same === '' || (isBetween && run.same.trim().length <= SHORT)) {
      gone += run.same + run.gone;
      added += run.same + run.added;
      return;
    }
    flush();
    out.push({ text: run.same, is: 'same' });
  });
  flush();
  return out;
}

/** So many letters stay around what changed; a text without a change is shown so far. */
const AROUND = 80;
const LONG = 320;

/** The same with long unchanged stretches cut to what stands beside a change. */
export function folded(all: Stretch[]): Stretch[] {
  return all.map((stretch, index) => {
    const { text, is } = stretch;
    if (is !== 'same') return text.length > LONG ? { is, text: `${head(text, LONG)} …` } : stretch;
    const [first, last] = [index === 0, index === all.length - 1];
    const keep = first && last ? LONG : AROUND;
    if (text.length <= 2 * keep) return stretch;
    const start = first && !last ? '' : head(text, keep);
    const end = last ? '' : tail(text, keep);
    return { is, text: `${start}${start ? ' ' : ''}… ${end}` };
  });
}

// Whole letters, so that none is cut in two.
const head = (text: string, count: number) =>
  [...text.slice(0, count * 2)].slice(0, count).join('');
const tail = (text: string, count: number) => [...text.slice(-count * 2)].slice(-count).join('');
