//! Measures what is asked about the words of a letter at every pause in typing.

use std::hint::black_box;
use std::time::{Duration, Instant};

use holdfast_bench::figures;
use holdfast_domain::LetterKind;
use holdfast_letters::tone::{Context, check};
use holdfast_letters::{Paragraph, ParagraphStyle, Standing};

/// How often each page is read.
const ROUNDS: usize = 500;

/// As many characters as a full page has.
const PAGE: usize = 3_000;

/// What a page may take, so that typing is not felt to wait.
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
    println!("{ROUNDS} rounds; a page of {PAGE} characters; goal at the median {}", milli(GOAL));
    println!("{:<38} {:>10} {:>10} {:>10} {:>8}", "", "best", "median", "worst", "of goal");
    tone("tone: a calm page", CALM);
    tone("tone: a heated page", HEATED);
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
    let read = |_| {
        let start = Instant::now();
        black_box(check(black_box(&page), &context));
        start.elapsed()
    };
    let times: Vec<_> = (0..ROUNDS).map(read).collect();
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
