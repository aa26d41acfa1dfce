import { describe, expect, it } from 'vitest';
import {
  elapsed,
  isForgotten,
  minutesOf,
  pause,
  resume,
  startTimer,
  TOO_LONG_MS,
  turn,
} from './timer';

const T0 = 1_780_000_000_000;
const min = (n: number) => n * 60_000;

describe('the timer of a call', () => {
  it('counts waiting at once and talking from the answer on', () => {
    const answered = turn(startTimer(T0), 'talking', T0 + min(12));
    expect(elapsed(answered, T0 + min(20)), 'waiting stops where talking begins').toEqual({
      waitedMs: min(12),
      talkedMs: min(8),
    });
  });

  it('adds a second time on hold to the waiting', () => {
    const talking = turn(startTimer(T0), 'talking', T0 + min(5));
    const held = turn(talking, 'waiting', T0 + min(7));
    expect(elapsed(held, T0 + min(10))).toEqual({ waitedMs: min(8), talkedMs: min(2) });
  });

  it('stands still while paused, and goes on where it was', () => {
    const paused = pause(startTimer(T0), T0 + min(3));
    expect(elapsed(paused, T0 + min(60)).waitedMs, 'a pause counts nothing').toBe(min(3));
    const on = resume(paused, T0 + min(60));
    expect(elapsed(on, T0 + min(61)).waitedMs).toBe(min(4));
    expect(resume(on, T0 + min(90)), 'a running timer is not set back').toBe(on);
  });

  it('never counts below nothing when the clock is set back', () => {
    expect(elapsed(startTimer(T0), T0 - min(5)).waitedMs).toBe(0);
  });

  it.each([
    [29_999, 0],
    [30_000, 1],
    [min(31) + 10_000, 31],
  ])('says %i ms as %i whole minutes', (ms, minutes) => {
    expect(minutesOf(ms)).toBe(minutes);
  });

  it('is forgotten only when it has run for hours', () => {
    const timer = startTimer(T0);
    expect(isForgotten(timer, T0 + TOO_LONG_MS)).toBe(false);
    expect(isForgotten(timer, T0 + TOO_LONG_MS + 1)).toBe(true);
    expect(isForgotten(pause(timer, T0 + 1), T0 + TOO_LONG_MS * 9), 'a paused one waits').toBe(
      false,
    );
  });
});
