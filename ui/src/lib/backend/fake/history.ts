/** An invented history, the same for whichever record is asked about. */
import type { FieldChange, Moment, RecordHistory } from '../types';

const text = (words: string) => ({ is: 'text', text: words }) as const;
const NOTHING = { is: 'nothing' } as const;

const WAS = 'To send the refund within ten days';
const IS = 'To send the whole refund within five days';

export const LOOK: FieldChange[] = [
  { part: null, field: 'promised', from: text(IS), to: text(WAS) },
];

const moment = (at: string, of: Partial<Moment>): Moment => ({
  ...{ action: at, deed: 'save_promise', undid: null, by: null, at, device: 'here' },
  ...{ entered: false, changes: [], differs: true, ...of },
});

export const HISTORY: RecordHistory = {
  name: IS,
  inBin: false,
  sent: false,
  moments: [
    moment('2026-06-10T09:30', {
      changes: [
        { part: null, field: 'promised', from: text(WAS), to: text(IS) },
        {
          part: null,
          field: 'due_on',
          from: { is: 'when', at: '2026-06-12' },
          to: { is: 'when', at: '2026-06-07' },
        },
      ],
      differs: false,
    }),
    moment('2026-06-02T16:05', {
      entered: true,
      changes: [{ part: null, field: 'promised', from: NOTHING, to: text(WAS) }],
    }),
  ],
};
