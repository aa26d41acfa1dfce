/** The levels of the ladder, and what each can decide. */
import type { LadderLevel } from '../backend/types';

export const LADDER_LEVELS: Record<LadderLevel, string> = {
  representative: 'Representative',
  supervisor: 'Supervisor',
  manager: 'Manager',
  executive_office: 'Executive office',
  outside_body: 'Outside body',
};

/** One sentence each: what one can ask of whom. */
export const LADDER_DECIDES: Record<LadderLevel, string> = {
  representative: 'Can look things up, put right what is plainly wrong, and pass the matter on.',
  supervisor: 'Can go beyond the script, and grant small things that the rules leave open.',
  manager: 'Can make an exception to a policy for one customer.',
  executive_office: 'Can decide against a policy, and speaks for the whole company.',
  outside_body: 'Can look at both sides and decide, whatever the company’s policy says.',
};
