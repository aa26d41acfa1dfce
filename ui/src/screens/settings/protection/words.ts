/** After how long records lock by themselves. */
export const LOCK_AFTER = [
  { value: '5', label: '5 minutes' },
  { value: '15', label: '15 minutes' },
  { value: '30', label: '30 minutes' },
  { value: '60', label: 'An hour' },
  { value: 'never', label: 'Never: only when I say so' },
];
