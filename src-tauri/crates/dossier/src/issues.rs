//! What is in question: the facts by their numbers in the chronology, the term or rule that the
//! household relies on, and what the vendor replied. Never more than what is recorded.

use std::collections::HashMap;

use holdfast_domain::document::{Block, Emphasis, Text};
use holdfast_domain::rules::issue::{self, IssueStanding};
use holdfast_domain::{Cited, Event, Fact, FactId, Issue};

use crate::chronology::{self, fact_row};
use crate::record::Record;
use crate::tables::{Facts, heading, paragraph, remark};
use crate::words::{self, beginning, capital, date, isolated, own_words, sentence};

/// The longest question that stands in a heading in full, in characters.
const HEADING: usize = 110;

pub(crate) fn compose(record: &Record<'_>) -> Vec<Block> {
    let issues = &record.dispute.issues;
    if issues.is_empty() {
        return Vec::new();
    }
    let numbers = if record.options.sections.chronology {
        chronology::numbers(record)
    } else {
        HashMap::new()
    };
    let numbered = if numbers.is_empty() {
        ""
    } else {
        "“No.” is the number of a fact in the chronology. "
    };
    let note = format!(
        "What is in question as the household put it down, what it relies on, and what was replied. \
         {numbered}Whether a term or a rule applies is for those who decide the matter to say."
    );
    let mut blocks = vec![heading(1, "Issues"), remark(note)];
    for (number, issue) in (1_usize..).zip(issues) {
        blocks.extend(one(record, &numbers, number, issue));
    }
    blocks
}

fn one(
    record: &Record<'_>,
    numbers: &HashMap<FactId, u32>,
    number: usize,
    issue: &Issue,
) -> Vec<Block> {
    let question = issue.question.trim();
    let short = beginning(question, HEADING);
    let mut blocks = vec![heading(2, format!("Issue {number}: {}", isolated(&short)))];
    if short != question {
        blocks.push(paragraph(sentence(question)));
    }
    let mut facts = Facts::default();
    facts.maybe("With", issue.vendor.map(|vendor| record.vendor_name(vendor)));
    facts.maybe("Facts", relied_on(record, numbers, issue));
    facts.maybe("Term or rule relied on", term(issue));
    facts.add("Reply", reply(record, issue));
    facts.add("Position", position(record, issue));
    facts.maybe("Exhibits", exhibits(record, issue));
    blocks.push(facts.block());
    blocks
}

/// The facts that the reader sees, a line each, in the order of the chronology.
fn relied_on(record: &Record<'_>, numbers: &HashMap<FactId, u32>, issue: &Issue) -> Option<Text> {
    let mut seen: Vec<(&Event, &Fact)> = facts_of(record, issue).collect();
    seen.sort_by_key(|(_, fact)| numbers.get(&fact.id));
    let mut lines = Text::default();
    for (event, fact) in &seen {
        if !lines.spans.is_empty() {
            lines = lines.and("\n", Emphasis::None);
        }
        lines = match numbers.get(&fact.id) {
            Some(number) => lines.and_link(format!("No.\u{A0}{number}"), fact_row(*number)),
            None => lines.and(words::when(event.time), Emphasis::None),
        };
        let said = format!(": {}", own_words(&fact.text));
        let status = format!(" ({})", words::fact_status(fact.status));
        lines = lines.and(said, Emphasis::None).and(status, Emphasis::Quiet);
    }
    (!seen.is_empty()).then_some(lines)
}

fn facts_of<'a>(
    record: &'a Record<'_>,
    issue: &'a Issue,
) -> impl Iterator<Item = (&'a Event, &'a Fact)> {
    let of_event = |event: &'a Event| {
        let relied_on = |fact: &&Fact| issue.facts.contains(&fact.id);
        event.facts.iter().filter(relied_on).map(move |fact| (event, fact))
    };
    record.events.iter().flat_map(of_event)
}

/// The term with where it stands, or either alone.
fn term(issue: &Issue) -> Option<Text> {
    let source = issue.source.as_deref().map(sentence);
    match (issue.term.as_deref().map(sentence), source) {
        (Some(term), Some(source)) => {
            Some(Text::plain(term).and(format!("\n{source}"), Emphasis::Quiet))
        }
        (term, source) => term.or(source).map(Text::plain),
    }
}

/// What was replied, when, and by what; or that nothing is recorded.
fn reply(record: &Record<'_>, issue: &Issue) -> Text {
    if !issue::is_replied_to(issue, record.on) {
        return Text::plain(format!("No reply is recorded by {}.", date(record.on)));
    }
    let event = record.events.iter().find(|event| Some(event.id) == issue.replied_at);
    let by = event.map(|event| format!("by {}", with_article(words::occasion(event.channel))));
    let on = issue.replied_on.map(|day| format!("on {}", date(day)));
    let given: Vec<String> = by.into_iter().chain(on).collect();
    let given = (!given.is_empty()).then(|| format!("Given {}.", given.join(" ")));
    match (issue.reply.as_deref(), given) {
        (Some(words), given) => {
            let given = given.unwrap_or_else(|| "Its day is not recorded.".to_owned());
            Text::plain(sentence(words)).and(format!("\n{given}"), Emphasis::Quiet)
        }
        (None, Some(given)) => Text::plain(format!("{given} Its words are not recorded.")),
        (None, None) => Text::plain("Neither its words nor its day are recorded."),
    }
}

fn with_article(occasion: &str) -> String {
    let article = if occasion.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {occasion}")
}

fn position(record: &Record<'_>, issue: &Issue) -> String {
    let who = issue.vendor.map_or("the other side".to_owned(), |it| record.vendor_name(it));
    match issue::issue_standing(issue, record.on) {
        IssueStanding::Open => "Open".to_owned(),
        IssueStanding::Conceded => capital(&format!("{who} agreed")),
        IssueStanding::Refused => capital(&format!("{who} did not agree")),
    }
}

/// What the issue itself, its facts and the reply rest on.
fn exhibits(record: &Record<'_>, issue: &Issue) -> Option<Text> {
    let facts = facts_of(record, issue);
    let facts = facts.flat_map(|(event, fact)| [Cited::Fact(fact.id), Cited::Event(event.id)]);
    let of: Vec<Cited> = std::iter::once(Cited::Issue(issue.id))
        .chain(facts)
        .chain(issue.replied_at.map(Cited::Event))
        .collect();
    let mut cited = record.exhibits.cited(&of, Text::default());
    // What parts an exhibit from the source before it has nothing to part at the beginning.
    if cited.spans.is_empty() {
        return None;
    }
    cited.spans.remove(0);
    Some(cited)
}
