//! The document as the typesetter takes it: sections on and off, no blank heading, many vendors.

use holdfast_domain::document::{Block, Paper};
use holdfast_domain::{Channel, FactStatus, RemedyKind, Role, VendorKind};
use holdfast_dossier::{Options, Sections, compose};

use crate::family::{Family, money};
use crate::{case, day, plain, printed};

fn headings(blocks: &[Block]) -> Vec<&str> {
    let mut found = Vec::new();
    for block in blocks {
        if let Block::Heading { level: 1, text } = block {
            found.push(text.as_str());
        }
    }
    found
}

#[test]
fn sections_that_are_not_wanted_are_left_out() {
    let family = Family::kettle();
    let mut options = Options::new(day("2026-06-20"));
    let all = [
        "Summary",
        "Parties and people",
        "Chronology",
        "Money",
        "Remedies",
        "Steps of the household",
        "Contact log",
        "Index of exhibits",
    ];
    assert_eq!(headings(&compose(&case(&family), &options).blocks), all);
    options.sections = Sections { chronology: false, next_steps: false, ..Sections::default() };
    let fewer =
        ["Summary", "Parties and people", "Money", "Remedies", "Contact log", "Index of exhibits"];
    assert_eq!(headings(&compose(&case(&family), &options).blocks), fewer);
}

#[test]
fn no_heading_stands_above_nothing() {
    for (family, name) in [(Family::empty(), "empty"), (Family::kettle(), "kettle")] {
        let blocks = compose(&case(&family), &Options::new(day("2026-06-20"))).blocks;
        for pair in blocks.windows(2) {
            if let [Block::Heading { level, text }, next] = pair {
                let deeper = matches!(next, Block::Heading { level: below, .. } if below > level);
                let stands = !matches!(next, Block::Heading { .. } | Block::PageBreak);
                assert!(deeper || stands, "{name}: nothing below “{text}”");
            }
        }
        assert!(!matches!(blocks.last(), Some(Block::Heading { .. })), "{name}: nor at the end");
        let empty = |block: &Block| match block {
            Block::Facts(facts) => facts.is_empty(),
            Block::List(items) => items.is_empty(),
            Block::Table(table) => table.rows.is_empty(),
            Block::Letterhead(_) | Block::Signature(_) => panic!("{name}: a dossier is no letter"),
            Block::Cover(_)
            | Block::Heading { .. }
            | Block::Paragraph(_)
            | Block::Remark(_)
            | Block::Picture(_)
            | Block::PageBreak
            | Block::Place(_) => false,
        };
        assert!(!blocks.iter().any(empty), "{name}: nothing is empty");
    }
}

#[test]
fn the_file_bears_its_title_author_day_and_paper() {
    let family = Family::kettle();
    let mut options = Options::new(day("2026-06-20"));
    options.paper = Paper::UsLetter;
    options.recipient = Some("The Ombudsman".to_owned());
    let document = compose(&case(&family), &options);
    assert_eq!(
        (document.title.as_str(), document.author.as_str()),
        ("The kettle that leaks", "Ida Marlow")
    );
    assert_eq!((document.dated, document.paper), (day("2026-06-20"), Paper::UsLetter));
    assert!(plain::text(&document).contains("Prepared for: The Ombudsman"));
}

#[test]
fn many_vendors_stay_on_one_cover_and_are_all_named_within() {
    let mut family = Family::empty();
    for number in 1..=40 {
        family.vendor(&format!("Vendor {number:02}"), VendorKind::Shop, &[Role::CausedIt]);
    }
    let text = printed(&family);
    let cover = text.split("# Summary").next().expect("a cover");
    assert!(cover.contains("Vendor 06: Caused it") && !cover.contains("Vendor 07"), "{cover}");
    assert!(cover.contains("And: 34 other organisations, named under Parties and people"));
    assert!(text.contains("## Vendor 40"), "the section on parties names them all");
}

#[test]
fn a_summary_of_many_sums_and_promises_stays_short() {
    let mut family = Family::empty();
    for number in 1..=40 {
        let name = format!("Vendor {number:02}");
        let vendor = family.vendor(&name, VendorKind::Shop, &[Role::MustRemedy]);
        let person = family.contact(vendor, "Nora Finch");
        family.claim(vendor, money("5", "EUR"), "Postage", "2026-03-01");
        family.promise(person, "2026-03-02", "A call back");
        family.remedy(RemedyKind::Apology, "2026-03-03", "A kind word");
    }
    let text = printed(&family);
    let summary = text.split("# Summary").nth(1).expect("a summary");
    let summary = summary.split("----").next().expect("it ends its page");
    assert!(summary.len() < 2_000, "{} is more than a page:\n{summary}", summary.len());
    assert!(summary.contains("There are 36 others, under Money."), "{summary}");
    let first = "All of the 5.00 EUR claimed from Vendor 01 is outstanding.";
    assert!(summary.contains(first), "{summary}");
    assert!(summary.contains("There are 36 others, under Chronology."), "{summary}");
}

#[test]
fn rows_follow_the_day_and_the_clock_and_are_numbered() {
    let mut family = Family::empty();
    let fact = |text| [(text, FactStatus::Undisputed)];
    family.event("2026-03-02T15:00:00+00:00", Channel::Phone, &fact("third"));
    family.event("2026-03-02", Channel::Letter, &fact("first"));
    family.event("2026-03-02T09:00:00-05:00", Channel::Phone, &fact("second"));
    family.event("2026-03-01T23:00:00-05:00", Channel::Phone, &fact("before"));
    let text = printed(&family);
    let order: Vec<usize> =
        ["1 | 1 March", "2 | 2 March 2026 | first", "3 | 2 March", "4 | 2 March"]
            .iter()
            .map(|row| text.find(row).unwrap_or_else(|| panic!("{row} is missing:\n{text}")))
            .collect();
    assert!(order.is_sorted(), "{text}");
    let (second, third) = (text.find("| second"), text.find("| third"));
    assert!(second < third, "within a day the clock on the wall counts");
}

#[test]
fn the_summary_of_a_long_record_has_its_page_and_that_of_a_short_one_is_read_on() {
    for (events, breaks) in [(0, 0), (10, 0), (11, 1)] {
        let mut family = Family::empty();
        for _ in 0..events {
            family.event("2026-05-04", Channel::Phone, &[("They called.", FactStatus::Unsure)]);
        }
        let blocks = compose(&case(&family), &Options::new(day("2026-06-20"))).blocks;
        let found = blocks.iter().filter(|block| matches!(block, Block::PageBreak)).count();
        assert_eq!(found, breaks, "{events} events");
    }
}

#[test]
fn what_the_title_says_is_not_said_again() {
    let mut family = Family::empty();
    family.dispute.subject.what = Some("The Kettle that leaks ".to_owned());
    let about = "What it is about";
    assert!(!printed(&family).contains(about), "nothing more is known of it");
    family.dispute.subject.order = Some("A-1001".to_owned());
    let text = printed(&family);
    assert!(text.contains(about) && !text.contains("The Kettle that leaks"), "{text}");
    family.dispute.subject.what = Some("A kettle of two litres".to_owned());
    assert!(printed(&family).contains("A kettle of two litres"), "what says more is said");
}
