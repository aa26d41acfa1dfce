import { beforeEach, describe, expect, it, vi } from 'vitest';
import { UNDERSTAND_DELAY_MS, Understanding } from './understanding.svelte';

type Answer = {
  value: string | null;
  problem: null | { field: string; code: string; values: object };
};

describe('understanding what is typed', () => {
  let asked: string[];
  let told: (string | null)[];
  let answers: Map<string, Promise<Answer>>;
  let understanding: Understanding<string>;

  beforeEach(() => {
    vi.useFakeTimers();
    asked = [];
    told = [];
    answers = new Map();
    understanding = new Understanding<string>(
      (text) => {
        asked.push(text);
        const given = answers.get(text);
        return (given ??
          Promise.resolve({ value: text.toUpperCase(), problem: null })) as Promise<never>;
      },
      (value) => told.push(value),
    );
    return () => vi.useRealTimers();
  });

  it('asks once typing rests', async () => {
    understanding.typed('n');
    understanding.typed('next');
    await vi.advanceTimersByTimeAsync(UNDERSTAND_DELAY_MS);
    expect(asked, 'not at every letter').toEqual(['next']);
    expect(told).toEqual(['NEXT']);
  });

  it('can be made to understand at once, as a save does', async () => {
    understanding.typed('friday');
    await understanding.settle();
    expect(told).toEqual(['FRIDAY']);
  });

  it('drops an answer to what was typed before', async () => {
    let slow = (_: Answer) => {};
    answers.set('1', new Promise((resolve) => (slow = resolve)));
    understanding.typed('1');
    const first = understanding.settle();
    understanding.typed('12');
    await understanding.settle();
    slow({ value: 'OLD', problem: null });
    await first;
    expect(told, 'the older answer must not overwrite the newer').toEqual(['12']);
  });

  it('says why it does not understand, and forgets that when emptied', async () => {
    answers.set(
      '30 feb',
      Promise.resolve({
        value: null,
        problem: { field: 'day', code: 'no_such_day', values: { text: '30 feb' } },
      }),
    );
    understanding.typed('30 feb');
    await understanding.settle();
    expect(understanding.problem).toBe('There is no such day as “30 feb”.');
    understanding.typed('  ');
    expect(understanding.problem, 'nothing typed is no problem of the field').toBeNull();
    expect(told.at(-1)).toBeNull();
  });
});
