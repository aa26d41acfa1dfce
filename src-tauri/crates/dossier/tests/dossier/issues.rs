//! What is in question: facts by number, the term, the reply, the exhibits; nothing beyond.

use holdfast_domain::document::{Block, Document, PlaceId, Text};
use holdfast_domain::{Channel, Cited, FactStatus, IssueAnswer, VendorKind};
use holdfast_dossier::{Options, compose};

use crate::exhibits::{add, cite};
use crate::family::Family;
use crate::{case, day, printed, printed_with};

fn document(family: &Family, options: &Options) -> Document {
    compose(&case(family), options)
}

/// The names and values of the first issue.
fn first_block(document: &Document) -> Vec<(String, Text)> {
    let is_issue = |block: &Block| matches!(block, Block::Heading { level: 2, text } if text.starts_with("Issue 1: "));
    let behind = document.blocks.iter().skip_while(|block| !is_issue(block));
    let facts =
        |block: &Block| if let Block::Facts(all) = block { Some(all.clone()) } else { None };
    behind.filter_map(facts).next().expect("an issue has a block of facts")
}

fn value(document: &Document, name: &str) -> Option<Text> {
    let all = first_block(document);
    all.into_iter().find_map(|(known, value)| (known == name).then_some(value))
}

fn links(text: &Text) -> Vec<(String, PlaceId)> {
    let spans = text.spans.iter();
    spans.filter_map(|span| Some((span.text.replace('\u{A0}', " "), span.target?))).collect()
}

/// Two facts on different days, of which the later was entered first, and an issue on both.
fn disputed() -> Family {
    let mut family = Family::empty();
    let shop = family.vendor("Copper & Pine", VendorKind::Shop, &[]);
    let later = ("The seam leaked from the first day.", FactStatus::Disputed);
    let later = family.event("2026-02-06", Channel::Letter, &[later]).facts[0].id;
    let sold = ("The kettle was sold as new.", FactStatus::Undisputed);
    let aside = ("It was raining.", FactStatus::Undisputed);
    let first = family.event("2026-02-03", Channel::Visit, &[aside, sold]).facts[1].id;
    let issue = family.issue("Was the kettle faulty when it was sold?");
    (issue.vendor, issue.facts) = (Some(shop), vec![later, first]);
    family
}

#[test]
fn each_fact_is_a_link_to_its_row_in_the_chronology() {
    let family = disputed();
    let document = document(&family, &Options::new(day("2026-06-20")));
    let facts = value(&document, "Facts").expect("it rests on facts");
    let lines: Vec<String> = facts.words().replace('\u{A0}', " ").lines().map(Into::into).collect();
    let expected = [
        "No. 2: The kettle was sold as new. (undisputed)",
        "No. 3: The seam leaked from the first day. (disputed)",
    ];
    assert_eq!(lines, expected, "by their numbers, whatever the order of entry");
    let table = |block: &Block| {
        if let Block::Table(table) = block { Some(table.clone()) } else { None }
    };
    let mut tables = document.blocks.iter().filter_map(table);
    let rows = tables.find(|it| it.columns[0].head == "No.").expect("there is a chronology").rows;
    for (words, place) in links(&facts) {
        let row =
            rows.iter().find(|row| row.place == Some(place)).expect("the link leads to a row");
        assert_eq!(words, format!("No. {}", row.cells[0].words()), "of the same number");
    }
    let named = rows.iter().filter(|row| row.place.is_some()).count();
    assert_eq!(named, 2, "rows that nothing leads to have no name");
}

#[test]
fn the_reply_is_told_as_far_as_it_is_recorded() {
    type Reply = (Option<&'static str>, Option<&'static str>, bool, Option<IssueAnswer>);
    // Why; words, day, whether its letter is known, what it comes to; the reply; the position.
    let cases: [(&str, Reply, &str, &str); 7] = [
        ("none", (None, None, false, None), "No reply is recorded by 20 June 2026.", "Open"),
        (
            "of a later day",
            (Some("No"), Some("2026-06-21"), false, Some(IssueAnswer::Refused)),
            "No reply is recorded by 20 June 2026.",
            "Open",
        ),
        (
            "all of it",
            (Some("It was whole"), Some("2026-02-06"), true, Some(IssueAnswer::Refused)),
            "It was whole.\nGiven by a letter on 6 February 2026.",
            "Copper & Pine did not agree",
        ),
        (
            "words and day",
            (Some("We see."), Some("2026-02-09"), false, Some(IssueAnswer::Conceded)),
            "We see.\nGiven on 9 February 2026.",
            "Copper & Pine agreed",
        ),
        (
            "words",
            (Some("We see."), None, false, None),
            "We see.\nIts day is not recorded.",
            "Open",
        ),
        (
            "no words",
            (None, Some("2026-02-09"), false, Some(IssueAnswer::Refused)),
            "Given on 9 February 2026. Its words are not recorded.",
            "Copper & Pine did not agree",
        ),
        (
            "only what it comes to",
            (None, None, false, Some(IssueAnswer::Conceded)),
            "Neither its words nor its day are recorded.",
            "Copper & Pine agreed",
        ),
    ];
    for (why, (words, on, by_letter, answer), reply, position) in cases {
        let mut family = disputed();
        let letter = family.events[0].id;
        let issue = &mut family.dispute.issues[0];
        issue.reply = words.map(Into::into);
        issue.replied_on = on.map(day);
        issue.replied_at = by_letter.then_some(letter);
        issue.answer = answer;
        let document = document(&family, &Options::new(day("2026-06-20")));
        let said = |name| value(&document, name).map(|text| text.words());
        assert_eq!(said("Reply").as_deref(), Some(reply), "{why}");
        assert_eq!(said("Position").as_deref(), Some(position), "{why}");
    }
}

#[test]
fn the_term_stands_with_its_source_and_the_exhibits_with_their_places() {
    let mut family = disputed();
    let letter = family.events[0].id;
    let fact = family.events[1].facts[1].id;
    let issue = &mut family.dispute.issues[0];
    issue.term = Some("Goods conform to the contract when they are handed over".to_owned());
    issue.source = Some("terms of sale, clause 7".to_owned());
    issue.replied_at = Some(letter);
    let issue = Cited::Issue(issue.id);
    add(&mut family, "terms.pdf", 1, Some("2026-01-15"));
    cite(&mut family, issue, Some("p. 2"));
    add(&mut family, "till.jpg", 2, Some("2026-02-03"));
    cite(&mut family, Cited::Fact(fact), None);
    add(&mut family, "refusal.jpg", 3, Some("2026-02-06"));
    cite(&mut family, Cited::Event(letter), None);
    add(&mut family, "weather.jpg", 4, Some("2026-02-07"));
    let document = document(&family, &Options::new(day("2026-06-20")));
    let term = value(&document, "Term or rule relied on").expect("a term").words();
    let expected =
        "Goods conform to the contract when they are handed over.\nterms of sale, clause 7.";
    assert_eq!(term, expected);
    let exhibits = value(&document, "Exhibits").expect("it rests on evidence");
    assert_eq!(
        exhibits.words().replace('\u{A0}', " "),
        "Ex. 1, p. 2; Ex. 2; Ex. 3",
        "of the term, of its facts, of the reply; and no other"
    );
    assert_eq!(links(&exhibits).len(), 3, "each leads to its exhibit");
    let text = printed(&family);
    assert!(
        text.contains("what is in question: “Was the kettle faulty when it was sold?”"),
        "{text}"
    );
}

#[test]
fn the_section_says_nothing_that_is_not_there() {
    let heading = |text: &str| text.contains("Issues\n");
    assert!(!heading(&printed(&Family::kettle())), "without issues there is no section");
    let family = disputed();
    let whole = printed(&family);
    assert!(heading(&whole));
    let summary = whole.split("----").next().expect("the summary ends its page");
    let question = "Was the kettle faulty when it was sold?";
    assert!(summary.contains(question), "the summary says what is open: {summary}");
    let mut options = Options::new(day("2026-06-20"));
    options.sections.issues = false;
    assert!(!printed_with(&family, &options).contains(question), "it can be left out");
    options.sections.issues = true;
    options.sections.chronology = false;
    let alone = printed_with(&family, &options);
    assert!(alone.contains("3 February 2026: The kettle was sold as new."), "{alone}");
    assert!(!alone.contains("No.\u{A0}"), "no number of a chronology that is not there: {alone}");
    options.sections.chronology = true;
    options.leave_out = family.dispute.issues[0].facts.iter().copied().collect();
    let without = printed_with(&family, &options);
    assert!(!without.contains("The kettle was sold as new"), "facts left out stay out: {without}");
    assert!(value(&document(&family, &options), "Facts").is_none(), "and leave no empty line");
    let names: Vec<String> = first_block(&document(&disputed(), &Options::new(day("2026-06-20"))))
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(names, ["With", "Facts", "Reply", "Position"], "only what is recorded");
}

#[test]
fn a_long_question_is_short_in_the_heading_and_whole_below() {
    let mut family = Family::empty();
    let long = "Whether the fee that was taken on the day of the move was ever agreed ".repeat(9);
    family.issue(&long);
    let text = printed(&family);
    assert!(text.contains(long.trim()), "nothing of it is lost: {text}");
    let document = document(&family, &Options::new(day("2026-06-20")));
    let length = |block: &Block| {
        if let Block::Heading { text, .. } = block { Some(text.chars().count()) } else { None }
    };
    assert!(
        document.blocks.iter().filter_map(length).max() < Some(140),
        "a heading is no paragraph"
    );
}
