/** Icon, word and colour of each status. Colour never stands alone. */
import Archive from '@lucide/svelte/icons/archive';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleDot from '@lucide/svelte/icons/circle-dot';
import CircleHelp from '@lucide/svelte/icons/circle-question-mark';
import CircleX from '@lucide/svelte/icons/circle-x';
import Clock from '@lucide/svelte/icons/clock';
import ClockAlert from '@lucide/svelte/icons/clock-alert';
import Eye from '@lucide/svelte/icons/eye';
import Handshake from '@lucide/svelte/icons/handshake';
import HourglassIcon from '@lucide/svelte/icons/hourglass';
import PackageCheck from '@lucide/svelte/icons/package-check';
import Scale from '@lucide/svelte/icons/scale';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import Undo2 from '@lucide/svelte/icons/undo-2';
import type {
  CheckResult,
  DisputeState,
  FactStatus,
  OfferAnswer,
  PromiseStatus,
  RemedyStatus,
} from '../backend/types';
import {
  CHECK_RESULTS,
  DISPUTE_STATES,
  FACT_STATUSES,
  OFFER_ANSWERS,
  PROMISE_STATUSES,
  REMEDY_STATUSES,
} from '../words/vocabulary';

export type Tone = 'teal' | 'blue' | 'amber' | 'brick' | 'grey';
type Picture = typeof Clock;
export type Look = { tone: Tone; icon: Picture; word: string };

const REMEDY: Record<RemedyStatus, [Tone, Picture]> = {
  promised: ['blue', Handshake],
  late: ['amber', ClockAlert],
  delivered: ['teal', PackageCheck],
  holding: ['teal', ShieldCheck],
  reversed: ['brick', Undo2],
  expired: ['grey', HourglassIcon],
};
const DISPUTE: Record<DisputeState, [Tone, Picture]> = {
  open: ['blue', CircleDot],
  watching: ['teal', Eye],
  closed: ['grey', Archive],
};
const PROMISE: Record<PromiseStatus, [Tone, Picture]> = {
  open: ['blue', Clock],
  overdue: ['brick', ClockAlert],
  kept: ['teal', CircleCheck],
  broken: ['brick', CircleX],
  withdrawn: ['grey', Undo2],
};
const FACT: Record<FactStatus, [Tone, Picture]> = {
  undisputed: ['teal', CircleCheck],
  disputed: ['amber', Scale],
  unsure: ['grey', CircleHelp],
};
const CHECK: Record<CheckResult, [Tone, Picture]> = {
  holds: ['teal', ShieldCheck],
  does_not_hold: ['brick', CircleX],
  unclear: ['grey', CircleHelp],
};
const OFFER: Record<OfferAnswer, [Tone, Picture]> = {
  accepted: ['teal', CircleCheck],
  declined: ['grey', CircleX],
};

const look = ([tone, icon]: [Tone, Picture], word: string): Look => ({ tone, icon, word });

export type StatusOf =
  | { remedy: RemedyStatus }
  | { dispute: DisputeState }
  | { promise: PromiseStatus }
  | { fact: FactStatus }
  | { check: CheckResult }
  | { offer: OfferAnswer };

/** The look of a status of the record. */
export function lookOf(of: StatusOf): Look {
  if ('remedy' in of) return look(REMEDY[of.remedy], REMEDY_STATUSES[of.remedy]);
  if ('dispute' in of) return look(DISPUTE[of.dispute], DISPUTE_STATES[of.dispute]);
  if ('promise' in of) return look(PROMISE[of.promise], PROMISE_STATUSES[of.promise]);
  if ('fact' in of) return look(FACT[of.fact], FACT_STATUSES[of.fact]);
  if ('check' in of) return look(CHECK[of.check], CHECK_RESULTS[of.check]);
  return look(OFFER[of.offer], OFFER_ANSWERS[of.offer]);
}
