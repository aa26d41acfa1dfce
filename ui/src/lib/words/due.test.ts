import { expect, it } from 'vitest';
import type { DueKind } from '../backend';
import { dueText } from './due';

it.each<[DueKind, string, string]>([
  ['check', 'Does it still hold? Refund of 42.00 USD', 'the look is due, not the refund'],
  ['promise', 'Refund of 42.00 USD', 'what was promised is due itself'],
  ['next_step', 'Refund of 42.00 USD', 'so is a step'],
  ['letter', 'Refund of 42.00 USD', 'a letter has its subject'],
  ['clock', 'Refund of 42.00 USD', 'a time limit its name'],
  ['quiet', 'Nothing is planned or awaited', 'its dispute stands beside it'],
])('a due %s is called “%s”', (kind, said, why) => {
  expect(dueText({ kind, what: 'Refund of 42.00 USD' }), why).toBe(said);
});
