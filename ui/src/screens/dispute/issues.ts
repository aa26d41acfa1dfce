/** What is in question: how one begins, from a fact that is disputed or from what was found. */
import type { IssueFact, IssueOf, IssueView, Issue, WrongedFinding } from '$lib/backend';
import { placeText } from '$lib/words/clocks';
import { dayText } from '$lib/words/dates';
import { NO_VENDOR, vendorPick, type VendorPick } from './forms/picks';

/** A fact as the form has it. */
export type FactPick = { id: string; text: string; on: string | null };

/** What is filled in for a new one. */
export type IssueBegun = {
  question: string;
  vendor: VendorPick;
  term: string;
  source: string;
  facts: FactPick[];
  /** The finding that it is made of. */
  of: IssueOf | null;
};

const factPick = ({ id, text, on }: IssueFact): FactPick => ({ id, text, on });

/** A disputed fact, put in question. */
export function ofFact(fact: IssueFact): IssueBegun {
  return {
    question: fact.text,
    vendor: vendorPick(fact.vendor),
    term: '',
    source: '',
    facts: [factPick(fact)],
    of: null,
  };
}

/** A finding of “Were we wronged?”, put in question, with its rule and where and when that was looked at. */
export function ofFinding(problem: string, finding: WrongedFinding, today: string): IssueBegun {
  const { vendor, kind } = finding.whom;
  const rule = finding.source;
  const copy = rule?.confidence === 'A' ? '' : ', in another’s copy';
  const source = rule
    ? `${placeText(finding.jurisdiction)}; looked at on ${dayText(rule.checkedOn, today)}${copy}`
    : '';
  return {
    question: finding.words,
    vendor: vendor ? vendorPick(vendor) : { ...NO_VENDOR, kind },
    term: rule?.text ?? '',
    source,
    facts: [],
    of: { problem, finding: finding.key },
  };
}

/** One that is kept, as the form begins with it. */
export function ofKept({ issue, vendor, facts }: IssueView): IssueBegun {
  return {
    question: issue.question,
    vendor: vendorPick(vendor),
    term: issue.term ?? '',
    source: issue.source ?? '',
    facts: facts.map(factPick),
    of: null,
  };
}

/** The issue with what the reply comes to; its day is today where none is known. */
export function answered(issue: Issue, answer: Issue['answer'], today: string): Issue {
  return { ...issue, answer, repliedOn: issue.repliedOn ?? today };
}
