/** Words for time limits. */
import type { ClockCount, ClockStanding, ClockView, LimitUnit, Reckoning } from '../backend/types';
import { dayText } from './dates';

export const CLOCK_STANDINGS: Record<ClockStanding, string> = {
  proposed: 'May apply',
  running: 'Running',
  passed: 'Their time is over',
  met: 'Done in time',
  met_late: 'Done, but late',
  missed: 'Not done',
  closed: 'Closed',
  does_not_apply: 'Does not apply',
};

const UNITS: Record<LimitUnit, [string, string]> = {
  calendar_days: ['calendar day', 'calendar days'],
  business_days: ['business day', 'business days'],
  weeks: ['week', 'weeks'],
  months: ['month', 'months'],
};

const MOMENTS: Record<Reckoning, string> = {
  sent: 'counted from when it was sent',
  received: 'counted from when it was received',
  transmitted: 'counted from when it was sent out to you',
  agreed: 'counted from when it was agreed',
  happened: 'counted from when it happened',
};

const PLACES: Record<string, string> = {
  US: 'United States',
  GB: 'United Kingdom',
  EU: 'European Union',
  '*': 'everywhere',
};

/** Where a rule holds. */
export const placeText = (jurisdiction: string) => PLACES[jurisdiction] ?? jurisdiction;

/** Which moment of the trigger counts. */
export const momentText = (reckoning: Reckoning) => MOMENTS[reckoning];

/** How long it is: “10 business days”. */
export function lengthText(counted: ClockCount): string {
  const [one, many] = UNITS[counted.unit];
  return `${counted.count} ${counted.count === 1 ? one : many}`;
}

/** How the last day was found, a sentence an entry. */
export function countedText(of: ClockView, today: string): string[] {
  const { counted } = of;
  if (!counted) return ['This rule has no count of days.'];
  const day = (on: string) => dayText(on, today);
  const first = counted.triggerDayCounts
    ? `${day(of.triggerOn)} itself is day one.`
    : `Day one is ${day(counted.firstDay)}.`;
  const said = [`${lengthText(counted)}, ${momentText(of.reckoning)}. ${first}`];
  if (counted.region !== null) said.push(`Business days of ${counted.region}.`);
  if (counted.skipped.length > 0) {
    const names = counted.skipped.map((one) => `${day(one.day)} (${one.name})`);
    said.push(`Not counted: ${names.join(', ')}.`);
  }
  for (const stop of counted.standstills) {
    const still = stop.isOver ? `stood still from ${day(stop.from)} to ${day(stop.to)}` : null;
    said.push(still ? `It ${still}.` : `It stands still since ${day(stop.from)}, and still does.`);
  }
  if (of.pauses && !counted.countsPauses) {
    said.push(`It pauses ${of.pauses}. That is not counted here; please count it yourself.`);
  } else if (of.pauses) said.push(`It pauses ${of.pauses}.`);
  if (counted.movedFrom) {
    said.push(`${day(counted.movedFrom)} is no business day, so it ends on the next one.`);
  }
  if (counted.monthEnd) said.push('The month is shorter, so its last day counts.');
  if (counted.beyondTable) {
    said.push('The holidays of these days are not all known here. Please check them.');
  }
  return said;
}
