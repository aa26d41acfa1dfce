import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Draft, DRAFT_DELAY_MS } from './draft.svelte';
import { flushDrafts, writeLeft } from './unwritten';

class Drafts {
  kept = new Map<string, string>();
  writes: string[] = [];
  fails = false;

  saveDraft = async (key: string, text: string) => {
    if (this.fails) throw new Error('the disk is full');
    this.writes.push(text);
    this.kept.set(key, text);
    return null;
  };
  draft = async (key: string) => this.kept.get(key) ?? null;
  dropDraft = async (key: string) => {
    this.kept.delete(key);
    return null;
  };
}

describe('a draft', () => {
  let drafts: Drafts;
  let draft: Draft;
  beforeEach(() => {
    vi.useFakeTimers();
    drafts = new Drafts();
    draft = new Draft(drafts, 'log-call:1');
    return () => vi.useRealTimers();
  });

  it('keeps what was typed once typing rests', async () => {
    draft.keep('"a"');
    await vi.advanceTimersByTimeAsync(DRAFT_DELAY_MS - 1);
    draft.keep('"ab"');
    await vi.advanceTimersByTimeAsync(DRAFT_DELAY_MS - 1);
    expect(drafts.writes, 'not at every letter').toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(drafts.writes, 'the last state, once').toEqual(['"ab"']);
  });

  it('keeps at once when it is flushed, as on blur and close', async () => {
    draft.keep('"a"');
    await draft.flush();
    expect(drafts.kept.get('log-call:1')).toBe('"a"');
  });

  it('does not write what is kept already', async () => {
    draft.keep('"a"');
    await draft.flush();
    draft.keep('"a"');
    await vi.advanceTimersByTimeAsync(DRAFT_DELAY_MS);
    expect(drafts.writes).toEqual(['"a"']);
  });

  it('stays gone after it was dropped, though a write was waiting', async () => {
    draft.keep('"a"');
    await draft.drop();
    await vi.advanceTimersByTimeAsync(DRAFT_DELAY_MS * 2);
    expect(drafts.kept.size, 'a saved form must not come back as a draft').toBe(0);
  });

  it('gives back what was kept, and nothing where that is damaged', async () => {
    drafts.kept.set('log-call:1', '{"title":"Two bills"}');
    expect(await draft.restore()).toEqual({ title: 'Two bills' });
    drafts.kept.set('log-call:1', '{"title":');
    expect(await new Draft(drafts, 'log-call:1').restore(), 'a form opens all the same').toBeNull();
  });

  it('says when the disk refuses, and recovers', async () => {
    drafts.fails = true;
    draft.keep('"a"');
    await draft.flush();
    expect(draft.failed, 'only the screen has the words now').toBe(true);
    drafts.fails = false;
    draft.keep('"b"');
    await draft.flush();
    expect(draft.failed).toBe(false);
  });
});

describe('what is not on the disk', () => {
  it('is kept all at once, before the records are locked', async () => {
    const drafts = new Drafts();
    const [one, two] = [new Draft(drafts, 'one'), new Draft(drafts, 'two')];
    one.keep('"a"');
    two.keep('"b"');
    await flushDrafts();
    expect([...drafts.kept.values()]).toEqual(['"a"', '"b"']);
    await flushDrafts();
    expect(drafts.writes, 'and nothing twice').toHaveLength(2);
  });

  it('is written once that is possible again, though its form is gone', async () => {
    const drafts = new Drafts();
    const draft = new Draft(drafts, 'gone');
    drafts.fails = true;
    draft.keep('"a"');
    await draft.flush();
    expect(await new Draft(drafts, 'gone').restore(), 'a form that opens meanwhile').toBe('a');
    drafts.fails = false;
    await writeLeft(drafts);
    expect(drafts.kept.get('gone')).toBe('"a"');
    await writeLeft(drafts);
    expect(drafts.writes, 'once').toEqual(['"a"']);
  });

  it('does not come back after it was dropped', async () => {
    const drafts = new Drafts();
    const draft = new Draft(drafts, 'dropped');
    drafts.fails = true;
    draft.keep('"a"');
    await draft.flush();
    drafts.fails = false;
    await draft.drop();
    await writeLeft(drafts);
    expect(drafts.kept.size).toBe(0);
  });
});
