/**
 * A sentence for each problem of a field. The codes are those of `domain` (`typed`, `validity`,
 * `text`) and of the use cases; one that is not known yet falls back to a calm sentence.
 */
import type { FieldProblem } from '../backend/types';
import { grouped } from './money';
import { fullDayText } from './dates';

type Values = Record<string, string>;
type Say = (values: Values) => string;

const sum = (values: Values) =>
  values.amount ? `${grouped(values.amount)} ${values.currency ?? ''}`.trim() : 'this sum';
const day = (values: Values, name: string, otherwise: string) =>
  values[name] ? fullDayText(values[name]) : otherwise;

export const PROBLEMS: Record<string, Say> = {
  empty: () => 'Please write something here.',
  required: () => 'Please write something here.',
};

export const FALLBACK = 'This cannot be kept as it is. Please look at it again.';

/** The sentence for a problem. */
export function problemSentence(problem: FieldProblem): string {
  return PROBLEMS[problem.code]?.(problem.values) ?? FALLBACK;
}
export { sum, day };
