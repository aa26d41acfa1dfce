/** What a line of a statement seems to mean, in sentences, and the words of the answers. */
import type { MatchConfirmed, MatchKind, MatchProposal, Money } from '$lib/backend';
import { dayText } from '$lib/words/dates';
import { isZero, moneyText } from '$lib/words/money';

const DID: Record<MatchKind, string> = {
  pays: 'paid',
  takes_back: 'took back',
  charged_again: 'charged',
  charged_after_end: 'charged',
};

/** The yes to each kind. */
export const YES: Record<MatchKind, string> = {
  pays: 'Yes, that is it',
  takes_back: 'Yes, it was taken back',
  charged_again: 'Yes, it was charged again',
  charged_after_end: 'Yes, it should have ended',
};

/** What a line can be, as one says it oneself. */
export const KINDS_OF_DEBIT: readonly { value: MatchKind; label: string }[] = [
  { value: 'takes_back', label: 'A refund was taken back' },
  { value: 'charged_again', label: 'Charged again' },
  { value: 'charged_after_end', label: 'Charged after its end' },
];

/** A sum without its sign. */
export const sizeOf = (money: Money): Money => ({
  ...money,
  amount: money.amount.replace(/^-/, ''),
});

/** Who it was: the vendors of the dispute, or whom the bank names. */
function who({ parts, line }: Pick<MatchProposal, 'parts' | 'line'>): string {
  const names = [...new Set(parts.map((part) => part.vendor.name))];
  return names.length > 0 ? names.join(' and ') : (line.party ?? line.text);
}

/**
 * `Harbor Funds took back 340.00 USD on Tue 2 Jun.` Where only the sum fits, it is asked and not
 * said: a salary of the same sum must not read as a refund.
 */
export function leadSentence(proposal: MatchProposal, today: string): string {
  const { line, kind } = proposal;
  const sum = moneyText(sizeOf(line.amount));
  if (!proposal.isNamed) {
    const moved = line.amount.amount.startsWith('-') ? 'went out' : 'came in';
    return `${sum} ${moved} on ${dayText(line.on, today)}. Was that ${who(proposal)}?`;
  }
  return `${who(proposal)} ${DID[kind]} ${sum} on ${dayText(line.on, today)}.`;
}

/** What the line does to one claim or remedy, said around its words and its dispute. */
export type Meaning = { before: string; between: string; after: string };

/** `It settles ‹the claim› in ‹the dispute›.` */
export function meaningOf(
  kind: MatchKind,
  part: MatchProposal['parts'][number],
  isOnlyPart: boolean,
): Meaning {
  const owes = owedAfter(part.leaves);
  switch (kind) {
    case 'pays': {
      const settles = part.leaves !== null && isZero(part.leaves);
      const verb = settles ? 'settles' : part.leaves === null ? 'is for' : 'pays a part of';
      const before = isOnlyPart ? `It ${verb}` : `${moneyText(part.amount)} ${verb}`;
      return { before, between: 'in', after: settles ? '.' : `.${owes}` };
    }
    case 'takes_back':
      return {
        before: 'It takes back what had come for',
        between: 'in',
        after: `.${owes}`,
      };
    case 'charged_again':
      return { before: 'That had been waived:', between: 'in', after: `.${owes}` };
    case 'charged_after_end':
      return {
        before: 'By what was agreed, that should have ended:',
        between: 'in',
        after: `.${owes}`,
      };
  }
}

function owedAfter(leaves: Money | null): string {
  return leaves === null || isZero(leaves) ? '' : ` After that, ${moneyText(leaves)} are owed.`;
}

/** `Together with 620.25 EUR of Mon 15 Jun it settles the sum.`; empty where it stands alone. */
export function togetherSentence(
  proposal: MatchProposal,
  all: readonly MatchProposal[],
  today: string,
): string {
  if (proposal.togetherWith.length === 0) return '';
  const others = all
    .filter((one) => proposal.togetherWith.includes(one.id))
    .map(({ line }) => `${moneyText(line.amount)} of ${dayText(line.on, today)}`);
  if (others.length === 0) return 'Together with another credit it settles the sum.';
  return `Together with ${others.join(' and ')} it settles the sum.`;
}

/** Whether the bank writes a name that is not known of the vendor yet. */
export function isNewName({ line, why }: MatchProposal): boolean {
  if (why.includes('vendor_name') || why.includes('learned_name')) return false;
  return /\p{L}/u.test(line.party ?? line.text);
}

/** What the toast says of a yes. */
export function confirmedSentence(kind: MatchKind, answer: MatchConfirmed | null): string {
  const reopened = answer?.reopened ?? [];
  const again = reopened.map((one) => `“${one.name}” is open again.`).join(' ');
  const said = kind === 'pays' ? 'Noted as paid.' : 'Noted. It no longer holds.';
  return again ? `${said} ${again}` : said;
}
