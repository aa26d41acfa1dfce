/**
 * The timer of a call: how long one waited and how long one talked. A plain value, so that it lies
 * in the draft and runs on while the window is closed. Instants are milliseconds since 1970.
 */
export type Timer = {
  /** When the call began. */
  startedAt: number;
  phase: 'waiting' | 'talking';
  /** What was counted before `since`. */
  waitedMs: number;
  talkedMs: number;
  /** Since when it runs; null while it stands still. */
  since: number | null;
};

/** After so long without a hand on it nobody was on the line any more. */
export const TOO_LONG_MS = 3 * 3_600_000;

export function startTimer(now: number): Timer {
  return { startedAt: now, phase: 'waiting', waitedMs: 0, talkedMs: 0, since: now };
}

/** Milliseconds waited and talked until now. */
export function elapsed(timer: Timer, now: number): { waitedMs: number; talkedMs: number } {
  const running = timer.since === null ? 0 : Math.max(0, now - timer.since);
  const waiting = timer.phase === 'waiting';
  return {
    waitedMs: timer.waitedMs + (waiting ? running : 0),
    talkedMs: timer.talkedMs + (waiting ? 0 : running),
  };
}

export function pause(timer: Timer, now: number): Timer {
  return { ...timer, ...elapsed(timer, now), since: null };
}

export function resume(timer: Timer, now: number): Timer {
  return timer.since === null ? { ...timer, since: now } : timer;
}

/** They answered, or put one on hold again: the other phase counts from now on. */
export function turn(timer: Timer, phase: Timer['phase'], now: number): Timer {
  return { ...timer, ...elapsed(timer, now), phase, since: now };
}

/** Whether it was forgotten: it has run since long before anybody came back to it. */
export function isForgotten(timer: Timer, now: number): boolean {
  return timer.since !== null && now - timer.since > TOO_LONG_MS;
}

/** Whole minutes; half a minute counts as one. */
export function minutesOf(ms: number): number {
  return Math.round(ms / 60_000);
}

/** Whole seconds, for the clock face. */
export function secondsOf(ms: number): number {
  return Math.floor(ms / 1000);
}
