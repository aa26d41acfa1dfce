import { describe, expect, it } from 'vitest';
import type { MatchKind, MatchProposal, ProposedPart } from '$lib/backend';
import {
  confirmedSentence,
  isNewName,
  leadSentence,
  meaningOf,
  togetherSentence,
} from './sentences';

const TODAY = '2026-06-20';
const usd = (amount: string) => ({ amount, currency: 'USD' });
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

const part = (over: Partial<ProposedPart> = {}): ProposedPart => ({
  dispute: { id: 'd', name: 'Returned transfer' },
  vendor: { id: 'v', name: 'Harbor Funds' },
  claim: 'c',
  what: 'Transfer of 20 February',
  amount: usd('340.00'),
  leaves: usd('0.00'),
  remedy: null,
  remedyStatus: null,
  check: null,
  ...over,
});

const proposal = (kind: MatchKind, over: Partial<MatchProposal> = {}): MatchProposal => ({
  id: 'p1',
  kind,
  line: {
    id: 's:1',
    on: '2026-05-04',
    amount: usd(kind === 'pays' ? '340.00' : '-340.00'),
    party: 'HRBR FDS 0091',
    text: 'ACH CREDIT',
    reference: null,
    matched: [],
  },
  statement: { id: 's', name: 'Everyday account' },
  parts: [part()],
  score: 90,
  isNamed: true,
  why: ['same_amount'],
  togetherWith: [],
  ...over,
});

describe('what a line seems to say', () => {
  it.each<[MatchKind, string]>([
    ['pays', 'Harbor Funds paid 340.00 USD on Mon 4 May.'],
    ['takes_back', 'Harbor Funds took back 340.00 USD on Mon 4 May.'],
    ['charged_again', 'Harbor Funds charged 340.00 USD on Mon 4 May.'],
    ['charged_after_end', 'Harbor Funds charged 340.00 USD on Mon 4 May.'],
  ])('is for %s a sentence without a minus', (kind, said) => {
    expect(plain(leadSentence(proposal(kind), TODAY))).toBe(said);
  });

  it.each<[MatchKind, string]>([
    ['pays', '340.00 USD came in on Mon 4 May. Was that Harbor Funds?'],
    ['takes_back', '340.00 USD went out on Mon 4 May. Was that Harbor Funds?'],
  ])('only asks for %s where nothing but the sum fits', (kind, said) => {
    const bare = proposal(kind, { isNamed: false });
    expect(plain(leadSentence(bare, TODAY)), 'a salary is no refund').toBe(said);
  });

  it('names every vendor once, and the bank’s words where there is none', () => {
    const two = [part(), part(), part({ vendor: { id: 'w', name: 'Northbank Trust' } })];
    expect(leadSentence(proposal('pays', { parts: two }), TODAY)).toMatch(
      /^Harbor Funds and Northbank Trust paid/,
    );
    expect(leadSentence(proposal('pays', { parts: [] }), TODAY)).toMatch(/^HRBR FDS 0091 paid/);
  });

  const means = (kind: MatchKind, over: Partial<ProposedPart> = {}, isOnlyPart = true) => {
    const { before, between, after } = meaningOf(kind, part(over), isOnlyPart);
    return plain(`${before} ‹what› ${between} ‹dispute›${after}`);
  };

  it.each<[string, MatchKind, Partial<ProposedPart>, string]>([
    ['settles', 'pays', {}, 'It settles ‹what› in ‹dispute›.'],
    [
      'leaves something',
      'pays',
      { leaves: usd('1500.00') },
      'It pays a part of ‹what› in ‹dispute›. After that, 1,500.00 USD are owed.',
    ],
    ['moves no claim', 'pays', { leaves: null }, 'It is for ‹what› in ‹dispute›.'],
    [
      'takes back',
      'takes_back',
      { leaves: usd('340.00') },
      'It takes back what had come for ‹what› in ‹dispute›. After that, 340.00 USD are owed.',
    ],
    [
      'charges again',
      'charged_again',
      { leaves: usd('35.00') },
      'That had been waived: ‹what› in ‹dispute›. After that, 35.00 USD are owed.',
    ],
    [
      'charges after the end',
      'charged_after_end',
      { leaves: usd('64.90') },
      'By what was agreed, that should have ended: ‹what› in ‹dispute›. After that, 64.90 USD are owed.',
    ],
  ])('%s', (_, kind, over, said) => {
    expect(means(kind, over)).toBe(said);
  });

  it('says of each of several claims how much of the line it is', () => {
    expect(means('pays', {}, false)).toBe('340.00 USD settles ‹what› in ‹dispute›.');
  });

  it('names the other credits that make the sum together with it', () => {
    const other = proposal('pays', { id: 'p2' });
    const one = proposal('pays', { togetherWith: ['p2'] });
    expect(plain(togetherSentence(one, [one, other], TODAY))).toBe(
      'Together with 340.00 USD of Mon 4 May it settles the sum.',
    );
    expect(togetherSentence(one, [one], TODAY), 'the other is on another statement').toBe(
      'Together with another credit it settles the sum.',
    );
    expect(togetherSentence(other, [one, other], TODAY)).toBe('');
  });

  it('offers to remember a name only where it is not known yet', () => {
    expect(isNewName(proposal('pays', { why: ['same_amount'] }))).toBe(true);
    expect(isNewName(proposal('pays', { why: ['same_amount', 'learned_name'] }))).toBe(false);
    expect(isNewName(proposal('pays', { why: ['vendor_name'] }))).toBe(false);
  });
});

describe('what is said of an answer', () => {
  const answer = {
    action: 'a',
    warnings: [],
    reversed: [],
    reopened: [{ id: 'd', name: 'Bills' }],
  };

  it('says which dispute is open again', () => {
    expect(confirmedSentence('takes_back', answer)).toBe(
      'Noted. It no longer holds. “Bills” is open again.',
    );
    expect(confirmedSentence('pays', { ...answer, reopened: [] })).toBe('Noted as paid.');
  });
});
