//! Measures what a letter costs while it is typed: composing it anew from the record, and reading
//! its words for their tone.

use std::hint::black_box;
use std::time::{Duration, Instant};

use holdfast_bench::{figures, household};
use holdfast_domain::rules::{Cadence, Pace};
use holdfast_domain::{Dispute, Event, Household, LetterId, LetterKind};
use holdfast_intake::household_file;
use holdfast_letters::tone::{Context, check};
use holdfast_letters::{Case, Paragraph, ParagraphStyle, Standing, compose, prepare};
use uuid::Uuid;

/// How often each thing is done.
const ROUNDS: usize = 500;

/// As many characters as a full page has.
const PAGE: usize = 3_000;

/// What each may take, so that typing is not felt to wait.
const GOAL: Duration = Duration::from_millis(5);

const CALM: &str = "On 3 March 2026 I ordered a worktop in ash for USD 1,240.00, to be delivered by \
    20 March. It was delivered on 2 April, with a crack of eleven inches along the front edge. \
    Marcus Bell wrote on 9 April: “We always replace damaged goods within ten days.” I have kept \
    the packaging, and my photographs of 2 April are enclosed.";

const HEATED: &str = "You NEVER answer the phone and your incompetent agents have lied to me every \
    single time! This is obviously unacceptable. I will see you in court, and I will go to the \
    newspapers, if this joke of a company does not pay me back IMMEDIATELY! Thanks for nothing, \
    you clearly could not care less about anybody.";

fn main() {
    println!("{ROUNDS} rounds; a page has {PAGE} characters; goal at the median {}", milli(GOAL));
    println!("{:<38} {:>10} {:>10} {:>10} {:>8}", "", "best", "median", "worst", "of goal");
    tone("tone: a calm page", CALM);
    tone("tone: a heated page", HEATED);
    let (household, dispute) = longest();
    let events: Vec<Event> =
        household.events.iter().filter(|event| event.dispute == dispute.id).cloned().collect();
    println!("a dispute of {} events:", events.len());
    let case = Case {
        members: &household.members,
        dispute: &dispute,
        events: &events,
        vendors: &household.vendors,
        contacts: &household.contacts,
        attachments: &[],
        sent: &[],
        templates: &[],
        closed: &[],
        pace: Pace { cadence: Cadence::USUAL, region: None },
    };
    for kind in [LetterKind::Complaint, LetterKind::Escalation] {
        composed(&format!("compose: {kind}"), &case, kind);
    }
}

/// The longest dispute of a large household.
fn longest() -> (Household, Dispute) {
    let file = household::large().to_string();
    let mut count = 0;
    let mut id = || {
        count += 1;
        Uuid::from_u128(count)
    };
    let reading = household_file::read(file.as_bytes(), &mut id, household::today());
    let household = reading.household.expect("the household of the measure is in order");
    let longest = household.disputes.iter().find(|it| it.title == household::LONGEST_TITLE);
    let longest = longest.expect("the household has its longest dispute").clone();
    (household, longest)
}

fn composed(name: &str, case: &Case<'_>, kind: LetterKind) {
    let today = household::today();
    let letter = prepare(case, kind, None, LetterId::from(Uuid::nil()), today);
    measured(name, || {
        black_box(compose(black_box(case), &letter, today)).expect("the letter can be composed");
    });
}

fn milli(time: Duration) -> String {
    figures::milliseconds(time)
}

fn tone(name: &str, text: &str) {
    let context = Context {
        kind: LetterKind::Complaint,
        rung_is_early: true,
        vendor_people: &["Marcus Bell", "Aisha Rahman"],
        names: &["Harbour & Hearth"],
        pages: Some(1),
    };
    let page = page(text);
    measured(name, || {
        black_box(check(black_box(&page), &context));
    });
}

fn measured(name: &str, act: impl Fn()) {
    let time = |_| {
        let start = Instant::now();
        act();
        start.elapsed()
    };
    let times: Vec<_> = (0..ROUNDS).map(time).collect();
    let median = figures::median(&times);
    println!(
        "{name:<38} {:>10} {:>10} {:>10} {:>8}",
        milli(figures::best(&times)),
        milli(median),
        milli(figures::worst(&times)),
        figures::ratio(median, GOAL),
    );
}

/// A page of the same paragraph.
fn page(text: &str) -> Vec<Paragraph> {
    let count = PAGE.div_ceil(text.chars().count());
    let paragraph = |at: usize| Paragraph {
        key: at.to_string(),
        style: ParagraphStyle::Prose,
        composed: String::new(),
        text: text.to_owned(),
        standing: Standing::Added,
    };
    (0..count).map(paragraph).collect()
}
