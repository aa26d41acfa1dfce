/** What is in question in the invented household. */
import type { Issue, IssueBoard, IssueFact } from '../types';
import { id, type Case } from './record';
import type { Views } from './views';

/** The facts of a dispute with their events, the first first. */
function factsOf(views: Views, one: Case): IssueFact[] {
  const events = one.events.toSorted((a, b) => a.at.localeCompare(b.at));
  return events.flatMap((event) =>
    event.facts.map((fact) => ({
      id: id(fact),
      event: id(event),
      on: event.at.slice(0, 10),
      text: fact.text,
      status: fact.status,
      vendor: event.vendor ? views.vendor(event.vendor) : null,
    })),
  );
}

export function issueBoard(views: Views, one: Case): IssueBoard {
  const facts = factsOf(views, one);
  const issues = one.issues ?? [];
  const known = issues.flatMap((issue) => issue.facts);
  return {
    issues: issues.map((issue) => ({
      issue,
      standing: issue.answer ?? 'open',
      replied: [issue.reply, issue.repliedOn, issue.answer].some((part) => part !== null),
      vendor: issue.vendor ? views.vendor(issue.vendor) : null,
      facts: facts.filter((fact) => issue.facts.includes(fact.id)),
      repliedAt: repliedAt(one, issue),
    })),
    proposals: facts.filter((fact) => fact.status === 'disputed' && !known.includes(fact.id)),
  };
}

function repliedAt(one: Case, issue: Issue) {
  const event = one.events.find((each) => each.id === issue.repliedAt);
  return event ? { id: id(event), name: event.facts[0]?.text ?? '' } : null;
}

/** The issue with the day of the event at which the reply was given, where it has none of its own. */
export function dated(one: Case, issue: Issue): Issue {
  const event = one.events.find((each) => each.id === issue.repliedAt);
  return { ...issue, repliedOn: issue.repliedOn ?? event?.at.slice(0, 10) ?? null };
}
