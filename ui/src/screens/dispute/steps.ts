import type { NextStep } from '$lib/backend';
import type { Desk } from './desk.svelte';

/** Marks a step as done today. */
export function stepDone(desk: Desk, step: NextStep): void {
  void desk.act.run(
    () => desk.backend.saveNextStep(desk.id, { ...step, doneOn: desk.app.today }),
    'Done.',
  );
}
