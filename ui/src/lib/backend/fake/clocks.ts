/** Time limits of the invented household: one of theirs, and one of ours whose time is over. */
import type { ClockBoard, ClockForm, ClockStanding, ClockView } from '../types';
import { TODAY } from './record';

const DECISION: ClockView = {
  id: null,
  rule: 'us_transfer_error_decision',
  name: 'The bank decides on a transfer error',
  jurisdiction: 'US',
  addressee: 'the bank',
  holder: 'vendor',
  trigger: 'the bank received the notice',
  reckoning: 'received',
  triggerOn: '2026-06-12',
  becauseOf: null,
  vendor: { id: 'northbank', name: 'Northbank' },
  counted: {
    lastDay: '2026-06-29',
    count: 10,
    unit: 'business_days',
    firstDay: '2026-06-15',
    triggerDayCounts: false,
    region: 'United States of America',
    skipped: [{ day: '2026-06-19', name: 'Juneteenth' }],
    beyondTable: false,
    monthEnd: false,
    standstills: [],
    countsPauses: false,
    movedFrom: null,
  },
  pauses: null,
  channel: null,
  note: null,
  source: '12 CFR 1005.11(c)(1)',
  confidence: 'A',
  checkedOn: '2026-11-22',
  standing: 'proposed',
  metOn: null,
  metBy: null,
  missedOn: null,
};

const NOTICE: ClockView = {
  ...DECISION,
  rule: 'us_transfer_error_notice',
  name: 'Tell a bank of an error in an electronic transfer',
  holder: 'household',
  trigger: 'the statement that shows the error was sent',
  reckoning: 'sent',
  triggerOn: '2026-04-01',
  counted: {
    lastDay: '2026-05-31',
    count: 60,
    unit: 'calendar_days',
    firstDay: '2026-04-02',
    triggerDayCounts: false,
    region: null,
    skipped: [],
    beyondTable: false,
    monthEnd: false,
    standstills: [],
    countsPauses: false,
    movedFrom: null,
  },
  channel: 'by word of mouth or in writing; it has to be received in time',
  source: '12 CFR 1005.11(b)(1)',
  standing: 'closed',
};

export const RULES = [DECISION, NOTICE];

export type KeptClock = { dispute: string; form: ClockForm };

function standing(form: ClockForm, of: ClockView): ClockStanding {
  if (!form.applies) return 'does_not_apply';
  const lastDay = of.counted?.lastDay ?? null;
  if (form.metOn) return lastDay && form.metOn > lastDay ? 'met_late' : 'met';
  if (!lastDay || lastDay >= TODAY) return 'running';
  if (form.missedOn && of.holder === 'vendor') return 'missed';
  return of.holder === 'household' ? 'closed' : 'passed';
}

/** The board of a dispute: what was said, and what may apply where a bank plays a part. */
export function clockBoard(dispute: string, kept: KeptClock[]): ClockBoard {
  const own = kept.filter((one) => one.dispute === dispute).map((one) => one.form);
  const said = own.flatMap((form) => {
    const of = RULES.find((rule) => rule.rule === form.rule);
    if (!of) return [];
    const { id, triggerOn, metOn, missedOn } = form;
    const metBy = form.metBy ? { id: form.metBy, name: 'What was done' } : null;
    return [{ ...of, id, triggerOn, metOn, metBy, missedOn, standing: standing(form, of) }];
  });
  const proposed = RULES.filter(
    (rule) => dispute === 'transfer' && own.every((form) => form.rule !== rule.rule),
  );
  const others = RULES.map(({ rule, name, jurisdiction, trigger }) => ({
    rule,
    name,
    jurisdiction,
    trigger,
  }));
  return { clocks: [...said, ...proposed], others };
}
