/** What stands in the form of a remedy, and what is sent of it. */
import type {
  NextStep,
  OfferView,
  PlanQuery,
  Remedy,
  RemedyAlong,
  RemedyKind,
  RemedyView,
} from '$lib/backend';
import { dayEntry, optional, type DayEntry } from '$lib/entries';
import { dayMissing, textMissing } from './missing';
import { personPick, vendorPick, type PersonPick, type VendorPick } from './picks';

/** A look that is planned. */
export type LookLine = { id: string | null; on: DayEntry };

export type RemedyFields = {
  kind: RemedyKind;
  by: PersonPick;
  vendor: VendorPick;
  agreedOn: DayEntry;
  what: string;
  scope: string;
  caveat: string;
  /** What the condition asks of the household. */
  asks: 'nothing' | 'day' | 'use';
  beforeUse: string;
  stepWhat: string;
  stepOn: DayEntry;
  claim: string;
  expectedBy: DayEntry;
  deliveredOn: DayEntry;
  endsOn: DayEntry;
  /** The looks as they were changed; null to leave them as proposed, or as they are planned. */
  looks: LookLine[] | null;
};

/** The fields as the form opens: of a remedy, of the offer that becomes one, or empty. */
export function remedyFields(
  shown: RemedyView | null,
  offer: OfferView | undefined,
  today: string,
): RemedyFields {
  const remedy = shown?.remedy ?? null;
  return {
    kind: remedy?.kind ?? (offer?.offer.amount ? 'refund' : 'other'),
    by: personPick(shown?.by ?? offer?.by),
    vendor: vendorPick(remedy ? (remedy.vendor ? shown?.vendor : null) : (offer?.vendor ?? null)),
    agreedOn: dayEntry(remedy?.agreedOn ?? today),
    what: remedy?.what ?? offer?.offer.terms ?? '',
    scope: remedy?.scope ?? '',
    caveat: remedy?.caveat ?? '',
    asks: remedy?.beforeUse ? 'use' : 'nothing',
    beforeUse: remedy?.beforeUse ?? '',
    stepWhat: '',
    stepOn: dayEntry(null),
    claim: remedy?.claim ?? '',
    expectedBy: dayEntry(remedy?.expectedBy ?? null),
    deliveredOn: dayEntry(remedy?.deliveredOn ?? null),
    endsOn: dayEntry(remedy?.endsOn ?? null),
    looks: null,
  };
}

/** The looks that are planned already, the earliest first; nothing for a new remedy. */
export function plannedLooks(shown: RemedyView | null): LookLine[] | null {
  const open = shown?.checks.filter((check) => check.doneOn === null);
  return (
    open
      ?.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
      .map((check) => ({ id: check.id, on: dayEntry(check.dueOn) })) ?? null
  );
}

/** What the looks are planned by. */
export function planQuery(value: RemedyFields): PlanQuery {
  return {
    kind: value.kind,
    agreedOn: value.agreedOn.day,
    expectedBy: value.expectedBy.day,
    deliveredOn: value.deliveredOn.day,
    endsOn: value.endsOn.day,
  };
}

/** What is missing before it can be saved, whoever agreed. */
export function remedyMissing(value: RemedyFields): Record<string, string> {
  const days = (value.looks ?? []).map((look, index) => [
    `look-${index}`,
    dayMissing(look.on, 'When do you look?'),
  ]);
  return {
    what: textMissing(value.what, 'What was agreed?'),
    agreedOn: dayMissing(value.agreedOn, 'When was it agreed?'),
    beforeUse:
      value.asks === 'use' ? textMissing(value.beforeUse, 'What has to be asked then?') : '',
    stepWhat: value.asks === 'day' ? textMissing(value.stepWhat, 'What will you do?') : '',
    stepOn: value.asks === 'day' ? dayMissing(value.stepOn, 'On which day?') : '',
    ...(Object.fromEntries(days) as Record<string, string>),
  };
}

/** The remedy as it is sent. */
export function remedyOf(
  value: RemedyFields,
  known: Remedy | null,
  by: string | null,
  vendor: string | null,
): Remedy {
  return {
    id: known?.id ?? null,
    kind: value.kind,
    by,
    vendor,
    agreedOn: value.agreedOn.day ?? '',
    what: value.what,
    scope: optional(value.scope),
    caveat: optional(value.caveat),
    beforeUse: value.asks === 'use' ? optional(value.beforeUse) : null,
    claim: value.claim || null,
    expectedBy: value.expectedBy.day,
    deliveredOn: value.deliveredOn.day,
    endsOn: value.endsOn.day,
    satisfiedOn: known?.satisfiedOn ?? null,
  };
}

function stepOf(value: RemedyFields): NextStep | null {
  if (value.asks !== 'day') return null;
  const open = { at: null, channel: null, contact: null, doneOn: null };
  return { id: null, on: value.stepOn.day ?? '', what: value.stepWhat.trim(), ...open };
}

/** What is saved along with it. `proposed` are the days of the looks where nobody changed them. */
export function alongOf(
  value: RemedyFields,
  offer: OfferView | undefined,
  proposed: string[] | null,
): RemedyAlong {
  const own = value.looks?.map((look) => ({ id: look.id, on: look.on.day ?? '' }));
  return {
    looks: own ?? proposed?.map((on) => ({ id: null, on })) ?? null,
    step: stepOf(value),
    accepts: offer ? { offer: offer.offer.id ?? '', on: value.agreedOn.day ?? '' } : null,
  };
}
