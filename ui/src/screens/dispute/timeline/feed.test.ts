import { describe, expect, it } from 'vitest';
import type { TimelineEntry, TimelinePage } from '$lib/backend';
import { Feed } from './feed.svelte';

const entry = (n: number): TimelineEntry => ({
  key: `e${n}`,
  day: '2026-03-02',
  instant: null,
  what: { kind: 'opened', title: `${n}` },
});

/** A timeline of pages of two; each question is answered when the test says so, or at once. */
function timeline(length: number) {
  const asked: [boolean, string | null][] = [];
  let answer: (() => void)[] | null = null;
  const page = (after: string | null): TimelinePage => {
    const from = Number(after ?? 0);
    const entries = Array.from({ length: Math.min(2, length - from) }, (_, at) => entry(from + at));
    return { entries, next: from + 2 < length ? String(from + 2) : null };
  };
  return {
    asked,
    hold: () => (answer = []),
    release: (which: number) => answer?.[which]?.(),
    timeline: (_dispute: string, newestFirst: boolean, after: string | null) => {
      asked.push([newestFirst, after]);
      return new Promise<TimelinePage>((resolve) => {
        if (answer) answer.push(() => resolve(page(after)));
        else resolve(page(after));
      });
    },
  };
}
const keys = (feed: Feed) => feed.entries.map((one) => one.key);

describe('the timeline page by page', () => {
  it('reads on from where the page before ended, and stops at the end', async () => {
    const backend = timeline(5);
    const feed = new Feed(backend, 'd');
    await feed.begin(true);
    await feed.more(true);
    await feed.more(true);
    expect(keys(feed)).toEqual(['e0', 'e1', 'e2', 'e3', 'e4']);
    expect(feed.next).toBeNull();
    await feed.more(true);
    expect(backend.asked, 'nothing is asked beyond the end').toHaveLength(3);
  });

  it('keeps as much in sight when the record changes', async () => {
    const feed = new Feed(timeline(6), 'd');
    await feed.begin(true);
    await feed.more(true);
    await feed.reload(true);
    expect(keys(feed), 'both pages are read again').toEqual(['e0', 'e1', 'e2', 'e3']);
  });

  it('begins at the first page when it is turned round', async () => {
    const backend = timeline(6);
    const feed = new Feed(backend, 'd');
    await feed.begin(true);
    await feed.more(true);
    await feed.begin(false);
    expect(keys(feed)).toEqual(['e0', 'e1']);
    expect(backend.asked.at(-1)).toEqual([false, null]);
  });

  it('drops an answer that comes after a newer question', async () => {
    const backend = timeline(6);
    const feed = new Feed(backend, 'd');
    await feed.begin(true);
    backend.hold();
    const late = feed.more(true);
    const fresh = feed.reload(true);
    backend.release(1);
    await fresh;
    backend.release(0);
    await late;
    expect(keys(feed), 'the late page is not added').toEqual(['e0', 'e1']);
    expect(feed.loading).toBe(false);
  });

  it('keeps what is shown where reading fails, and says so', async () => {
    const backend = timeline(4);
    const feed = new Feed(backend, 'd');
    await feed.begin(true);
    backend.timeline = () => Promise.reject(new Error('gone'));
    await feed.more(true);
    expect(keys(feed)).toEqual(['e0', 'e1']);
    expect(feed.error?.code).toBe('internal');
    expect(feed.loading).toBe(false);
  });
});
