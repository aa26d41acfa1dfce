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
  };
}
