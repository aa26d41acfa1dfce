/** The picture of each sort of thing on the agenda. */
import Handshake from '@lucide/svelte/icons/handshake';
import Hourglass from '@lucide/svelte/icons/hourglass';
import ListTodo from '@lucide/svelte/icons/list-todo';
import MailQuestion from '@lucide/svelte/icons/mail-question-mark';
import Moon from '@lucide/svelte/icons/moon';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import type { DueKind } from '$lib/backend';

const PICTURES: Record<DueKind, typeof Moon> = {
  promise: Handshake,
  next_step: ListTodo,
  check: ShieldCheck,
  letter: MailQuestion,
  clock: Hourglass,
  quiet: Moon,
};

export function picture(kind: DueKind): typeof Moon {
  return PICTURES[kind];
}
