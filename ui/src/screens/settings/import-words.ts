/** What is said of an import. */
import type { Imported } from '$lib/backend';

const count = (n: number, one: string, many: string) => (n === 1 ? `one ${one}` : `${n} ${many}`);

/** What happened, what is safe, what to do. */
export function importHeadline(result: Imported): { title: string; body: string | null } {
  const errors = result.problems.filter((problem) => problem.isError).length;
  const leftOut = result.problems.filter((problem) => problem.leftOut && !problem.isError).length;
  const slips = result.problems.length - errors - leftOut;
  if (!result.imported) {
    return {
      title: 'Nothing was imported.',
      body:
        errors > 0
          ? `Your records are unchanged. ${capital(count(errors, 'thing stands', 'things stand'))} in the way:`
          : 'Your records are unchanged.',
    };
  }
  return {
    title: brought(result),
    body: kept(leftOut, slips),
  };
}

/** Whether anything of the file was lost: what is only worth a look must not read as a loss. */
function kept(leftOut: number, slips: number): string | null {
  if (leftOut === 0 && slips === 0) return null;
  const whole =
    leftOut === 0
      ? 'All that is in the file was taken in.'
      : `${capital(count(leftOut, 'thing was', 'things were'))} left out; all else in the file was taken in.`;
  const open = count(
    slips,
    'thing is left open in it, or looks like a slip',
    'things are left open in it, or look like slips',
  );
  return slips === 0 ? `${whole.slice(0, -1)}:` : `${whole} ${capital(open)}:`;
}

/** What came in: the disputes, else who and what was new without one. */
function brought({ disputes, members, vendors, people }: Imported): string {
  if (disputes > 0) return `${capital(count(disputes, 'dispute was', 'disputes were'))} imported.`;
  const added = [
    members > 0 ? count(members, 'member of the household', 'members of the household') : '',
    vendors > 0 ? count(vendors, 'vendor', 'vendors') : '',
    people > 0 ? count(people, 'person at a vendor', 'people at vendors') : '',
  ].filter((said) => said !== '');
  return added.length > 0 ? `Imported: ${added.join(', ')}.` : 'Nothing in it was new.';
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const NOUNS: Record<string, string> = {
  disputes: 'dispute',
  vendors: 'vendor',
  contacts: 'contact',
  members: 'member',
  claims: 'claim',
  movements: 'movement',
  events: 'event',
  facts: 'fact',
  promises: 'promise',
  offers: 'offer',
  rungs: 'rung',
  advocates: 'help',
  remedies: 'remedy',
  checks: 'check',
  next_steps: 'next step',
  parties: 'party',
  channels: 'channel',
};

/** A place as people count: `disputes[2].claims[0].amount` as “dispute 3, claim 1, amount”. */
export function placeWords(place: string): string {
  if (place.trim() === '' || place === 'file') return 'The file as a whole';
  const parts = place.split('.').map((part) => {
    const match = /^([a-z_]+)\[(\d+)\]$/.exec(part);
    if (!match) return part.replaceAll('_', ' ');
    const [, list = '', index = '0'] = match;
    return `${NOUNS[list] ?? list.replaceAll('_', ' ')} ${Number(index) + 1}`;
  });
  return parts.join(', ');
}
