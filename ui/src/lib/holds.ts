/** The answers to “does it still hold?” and the words for them. */
import type { CheckAnswer, CheckResult, Money, RemedyView } from './backend';
import { addDays, dayText } from './words/dates';
import { moneyText } from './words/money';

/** After an answer that is not clear yet one looks again in so many days. */
export const LOOK_AGAIN_DAYS = 7;

/** The look that an answer given now belongs to: the one that is due, or the next one. */
function answered(view: RemedyView): string | null {
  return view.checkDue?.id ?? view.nextCheck?.id ?? null;
}

/** The day of a look that is planned beyond the one that is answered now. */
function plannedAfter(view: RemedyView): string | null {
  const open = view.checks.filter((check) => check.doneOn === null && check.id !== answered(view));
  const days = open.map((check) => check.dueOn).sort();
  return days[0] ?? null;
}

/** When one will look next after this answer; null where no look is planned any more. */
export function nextLook(view: RemedyView, result: CheckResult, today: string): string | null {
  if (result === 'does_not_hold') return null;
  const planned = plannedAfter(view);
  if (planned) return planned;
  return result === 'holds' ? null : addDays(today, LOOK_AGAIN_DAYS);
}

/** What is sent for an answer given today. */
export function answerOf(
  view: RemedyView,
  result: CheckResult,
  today: string,
  more: { on?: string; takenBack?: Money | null; note?: string | null } = {},
): CheckAnswer {
  return {
    dispute: view.dispute.id,
    remedy: view.remedy.id ?? '',
    check: answered(view),
    result,
    on: more.on ?? today,
    note: more.note ?? null,
    takenBack: more.takenBack ?? null,
    nextOn: nextLook(view, result, today),
  };
}

/** What the toast says of an answer. */
export function answeredSentence(view: RemedyView, answer: CheckAnswer, today: string): string {
  if (answer.result === 'does_not_hold') {
    const whose = view.vendor?.name ?? 'The vendor';
    const day = answer.on === today ? '' : ` on ${dayText(answer.on, today)}`;
    const took = answer.takenBack ? `took back ${moneyText(answer.takenBack)}` : 'took it back';
    const open = view.inClosedDispute ? ' The dispute is open again.' : '';
    return `${whose} ${took}${day}. This no longer holds.${open}`;
  }
  const next = answer.nextOn
    ? ` Next look: ${dayText(answer.nextOn, today)}.`
    : ' No further look is planned.';
  return answer.result === 'holds' ? `It still holds.${next}` : `Not clear yet.${next}`;
}

/** Whether “does it still hold?” can be asked: not of what was not delivered, nor what has ended. */
export function isAskable(view: RemedyView): boolean {
  return view.checkDue !== null || view.status === 'delivered' || view.status === 'holding';
}
