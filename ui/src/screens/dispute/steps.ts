/** Small writes that stand in more than one place of the page. */
import type { NextStep, RemedyView } from '$lib/backend';
import type { Desk } from './desk.svelte';

/** Marks a step as done today. */
export function stepDone(desk: Desk, step: NextStep): void {
  void desk.act.run(
    () => desk.backend.saveNextStep(desk.id, { ...step, doneOn: desk.app.today }),
    'Done.',
  );
}

/** Answers “does it still hold?” with yes or cannot tell, in one click, and plans the next look. */
export function answer(desk: Desk, remedy: RemedyView, result: 'holds' | 'unclear'): void {
  void desk.act.run(
    () =>
      desk.backend.answerCheck({
        dispute: desk.id,
        remedy: remedy.remedy.id ?? '',
        check: remedy.checkDue?.id ?? null,
        result,
        on: desk.app.today,
        note: null,
        takenBack: null,
        nextOn: remedy.proposedNextCheck,
      }),
    result === 'holds' ? 'Good: it still holds.' : 'Noted. Look again later.',
  );
}
