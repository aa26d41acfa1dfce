/** What is said of a time limit. */
import type { ClockForm, ClockView } from '$lib/backend';

/** The time limit as it stands, with whether it applies. */
export function saidOf(clock: ClockView, applies: boolean): ClockForm {
  return {
    id: clock.id,
    rule: clock.rule,
    vendor: clock.vendor?.id ?? null,
    triggerOn: clock.triggerOn,
    becauseOf: clock.becauseOf,
    applies,
    metOn: applies ? clock.metOn : null,
    metBy: applies ? (clock.metBy?.id ?? null) : null,
    missedOn: applies ? clock.missedOn : null,
  };
}

/** How it ended: done on a day, by something; or noted as not done. */
export type Ending = Pick<ClockForm, 'metOn' | 'metBy' | 'missedOn'>;

/** What is said where it is not over yet. */
export const NOT_OVER: Ending = { metOn: null, metBy: null, missedOn: null };

/** The time limit that applies, with how it ended. */
export const endedOf = (clock: ClockView, ending: Partial<Ending>): ClockForm => ({
  ...saidOf(clock, true),
  ...NOT_OVER,
  ...ending,
});
