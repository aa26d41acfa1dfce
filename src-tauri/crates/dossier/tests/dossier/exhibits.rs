//! The index of exhibits, what cites them, and the time limits.

use std::sync::Arc;

use holdfast_domain::document::{Block, PictureCoding, PlaceId, Table};
use holdfast_domain::rules::clock;
use holdfast_domain::{
    Attachment, AttachmentId, Channel, Citation, Cited, Clock, ClockHolder, ClockRule, Confidence,
    DateTime, EventTime, FactStatus, Limit, LimitUnit, Occurred, Precision, Reckoning, Role,
    Sha256, VendorKind,
};
use holdfast_dossier::{Case, Options, Original, Scan, Shown, TimeLimit, compose, exhibits};

use crate::family::Family;
use crate::{case, day, plain, printed};

/// An original of these bytes, by what they hash to.
pub(crate) fn add(family: &mut Family, name: &str, hash: u8, dated: Option<&str>) -> AttachmentId {
    let id: AttachmentId = family.id();
    family.attachments.push(Attachment {
        id,
        dispute: family.dispute.id,
        sha256: Sha256([hash; 32]),
        name: name.to_owned(),
        media_type: "image/jpeg".to_owned(),
        size: 1,
        caption: None,
        dated: dated.map(|on| EventTime { at: Occurred::On(day(on)), precision: Precision::Exact }),
        obtained: None,
        vendor: None,
        author: None,
        added_at: DateTime::UNIX_EPOCH,
        citations: Vec::new(),
        covered: Vec::new(),
    });
    id
}

pub(crate) fn cite(family: &mut Family, of: Cited, place: Option<&str>) {
    let id = family.id();
    let file = family.attachments.last_mut().expect("a file was added");
    file.citations.push(Citation { id, of, place: place.map(str::to_owned) });
}

fn tables(family: &Family) -> Vec<Table> {
    let blocks = compose(&case(family), &Options::new(day("2026-06-20"))).blocks;
    let table = |block| match block {
        Block::Table(table) => Some(table),
        Block::Cover(_)
        | Block::Letterhead(_)
        | Block::Heading { .. }
        | Block::Paragraph(_)
        | Block::Remark(_)
        | Block::List(_)
        | Block::Facts(_)
        | Block::Signature(_)
        | Block::Picture(_)
        | Block::PageBreak
        | Block::Place(_) => None,
    };
    blocks.into_iter().filter_map(table).collect()
}

fn index(family: &Family) -> Table {
    tables(family).into_iter().find(|it| it.columns[0].head == "Ex.").expect("there is an index")
}

#[test]
fn exhibits_stand_in_the_order_of_their_days_and_each_original_once() {
    let mut family = Family::empty();
    add(&mut family, "no day.jpg", 4, None);
    add(&mut family, "later.jpg", 2, Some("2026-03-02"));
    add(&mut family, "earlier.jpg", 1, Some("2026-03-01"));
    add(&mut family, "the same again.jpg", 1, Some("2026-04-01"));
    add(&mut family, "in the future.jpg", 9, Some("2026-06-21"));
    let rows = index(&family).rows;
    let told: Vec<(String, String, Option<PlaceId>)> = rows
        .iter()
        .map(|row| {
            let name = row.cells[2].words().lines().next().unwrap_or_default().to_owned();
            (row.cells[0].words(), name, row.place)
        })
        .collect();
    let expected = [("1", "earlier.jpg", 1), ("2", "later.jpg", 2), ("3", "no day.jpg", 3)];
    let expected = expected
        .map(|(number, name, place)| (number.to_owned(), name.to_owned(), Some(PlaceId(place))));
    assert_eq!(told, expected, "by day, the same bytes once, nothing of a later day");
    let hash = &rows[0].cells[4].words();
    assert!(hash.ends_with(&vec!["01".repeat(8); 4].join(" ")), "the SHA-256 in groups: {hash}");
}

#[test]
fn rows_of_the_chronology_lead_to_what_they_rest_on() {
    let mut family = Family::empty();
    let facts = [("The seam is wet.", FactStatus::Undisputed), ("He agreed.", FactStatus::Unsure)];
    let event = family.event("2026-03-02", Channel::Letter, &facts);
    let (event, first) = (event.id, event.facts[0].id);
    add(&mut family, "letter.jpg", 2, Some("2026-03-02"));
    cite(&mut family, Cited::Fact(first), Some("p. 2"));
    add(&mut family, "photo.jpg", 1, Some("2026-03-01"));
    cite(&mut family, Cited::Event(event), None);
    let chronology = tables(&family)
        .into_iter()
        .find(|it| it.columns[0].head == "No.")
        .expect("there is a chronology");
    let links = |row: usize| -> Vec<(String, PlaceId)> {
        let spans = chronology.rows[row].cells[3].spans.iter();
        spans.filter_map(|span| Some((span.text.replace('\u{A0}', " "), span.target?))).collect()
    };
    let photo = ("Ex. 1".to_owned(), PlaceId(1));
    assert_eq!(links(0), [photo.clone(), ("Ex. 2, p. 2".to_owned(), PlaceId(2))]);
    assert_eq!(links(1), [photo], "a fact cites what its event rests on, and no other fact's");
    let mut options = Options::new(day("2026-06-20"));
    options.leave_out.insert(first);
    let without = plain::text(&compose(&case(&family), &options));
    assert!(!without.contains("letter.jpg"), "what only a fact left out rests on stays out too");
    options.sections.exhibits = false;
    let without = plain::text(&compose(&case(&family), &options));
    assert!(!without.contains("Ex.\u{A0}"), "nothing cites an index that is not there");
}

#[test]
fn the_index_says_what_a_hash_does_not_show() {
    let mut family = Family::empty();
    assert!(!printed(&family).contains("Integrity"), "without exhibits there is nothing to say");
    add(&mut family, "a.jpg", 1, None);
    let text = printed(&family);
    assert!(text.contains("a copy is unchanged") || text.contains("the copy is unchanged"));
    assert!(text.contains("does not show that what stands in it is true"), "{text}");
}

fn rule() -> ClockRule {
    ClockRule {
        code: "answer".to_owned(),
        name: "Answer to a complaint".to_owned(),
        jurisdiction: "*".to_owned(),
        addressee: "The vendor".to_owned(),
        holder: ClockHolder::Vendor,
        trigger: "The complaint arrives".to_owned(),
        reckoning: Reckoning::ALL[0],
        limit: Some(Limit {
            count: 14,
            unit: LimitUnit::CalendarDays,
            trigger_day_counts: false,
            holidays: None,
            moves_to_business_day: false,
            pause: None,
        }),
        pauses: None,
        channel: None,
        note: None,
        source: "Rules of the trade, 4.2".to_owned(),
        confidence: Confidence::ALL[0],
        checked_on: day("2026-01-01"),
        vendor_kinds: Vec::new(),
        occasion: None,
        holds_from: None,
        holds_until: None,
        way: None,
    }
}

#[test]
fn time_limits_say_their_start_their_count_their_source_and_whether_they_were_kept() {
    let rule = rule();
    let cases = [
        (Some("2026-03-10"), None, "met on 10 March 2026"),
        (Some("2026-03-20"), None, "done late on 20 March 2026"),
        (None, Some("2026-04-01"), "missed"),
        (None, None, "nothing recorded by 20 June 2026"),
    ];
    for (met, missed, expected) in cases {
        let mut family = Family::empty();
        let vendor = family.vendor("Copper & Pine", VendorKind::Shop, &[Role::MustRemedy]);
        let clock = Clock {
            id: family.id(),
            dispute: family.dispute.id,
            rule: rule.code.clone(),
            vendor: Some(vendor),
            trigger_on: day("2026-03-02"),
            because_of: None,
            applies: true,
            met_on: met.map(day),
            met_by: None,
            missed_on: missed.map(day),
        };
        let counted = rule.limit.and_then(|limit| clock::count(limit, clock.trigger_on, None));
        let refused = Clock { applies: false, ..clock.clone() };
        let later = Clock { trigger_on: day("2026-06-21"), ..clock.clone() };
        let limits = [clock, refused, later].map(|clock| TimeLimit {
            clock,
            rule: &rule,
            counted: counted.clone(),
        });
        let case = Case { time_limits: &limits, ..case(&family) };
        let text = plain::text(&compose(&case, &Options::new(day("2026-06-20"))));
        let section = text.split("# Time limits").nth(1).expect("the section is there");
        for words in [
            "Answer to a complaint, Copper & Pine",
            "Rules of the trade, 4.2",
            "2 March 2026",
            "The complaint arrives",
            "16 March 2026",
            "14 calendar days; day one is 3 March 2026.",
            expected,
        ] {
            assert!(section.contains(words), "{words} is missing: {section}");
        }
        let count = section.matches("Answer to a complaint").count();
        assert_eq!(count, 1, "neither what does not apply nor what begins later: {section}");
    }
}

fn scan(bytes: &Arc<[u8]>) -> Scan {
    Scan {
        coding: PictureCoding::Jpeg,
        components: 3,
        width: 2,
        height: 1,
        orientation: 6,
        bytes: Arc::clone(bytes).into(),
        words: Arc::from([]),
        is_cut: false,
    }
}

#[test]
fn exhibits_stand_on_pages_or_say_why_not_and_all_originals_are_attached() {
    let mut family = Family::empty();
    let fact = [("The seam is wet.", FactStatus::Undisputed)];
    let event = family.event("2026-03-02", Channel::Visit, &fact).id;
    add(&mut family, "photo.jpg", 1, Some("2026-03-01"));
    cite(&mut family, Cited::Event(event), None);
    add(&mut family, "letter.pdf", 2, Some("2026-03-02"));
    add(&mut family, "huge.mov", 3, Some("2026-03-03"));
    let bytes: Arc<[u8]> = Arc::from(&b"\xFF\xD8"[..]);
    let original = |hash, bytes: Result<&Arc<[u8]>, &str>, shown: Result<Shown, &str>| Original {
        sha256: Sha256([hash; 32]),
        bytes: bytes.cloned().map(Into::into).map_err(str::to_owned),
        shown: shown.map_err(str::to_owned),
        is_lost: false,
    };
    let originals = [
        original(1, Ok(&bytes), Ok(Shown::Picture(scan(&bytes)))),
        original(2, Ok(&bytes), Err("It is damaged.")),
        original(3, Err("It is too large."), Err("It is too large.")),
    ];
    let options = Options::new(day("2026-06-20"));
    let case = Case { originals: &originals, ..case(&family) };
    let asked: Vec<&str> =
        exhibits(&case, &options).iter().map(|file| file.name.as_str()).collect();
    assert_eq!(asked, ["photo.jpg", "letter.pdf", "huge.mov"], "what the app is to read");
    let document = compose(&case, &options);
    let text = plain::text(&document);
    let attached: Vec<&str> = document.attachments.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(attached, ["photo.jpg", "letter.pdf"], "what has bytes, under its own name");
    assert!(text.contains("[Ex.\u{A0}1: Exhibit 1: photo.jpg]"), "{text}");
    for row in ["2 | letter.pdf | It is damaged.", "3 | huge.mov | It is too large."] {
        assert!(text.contains(row), "{row} is missing: {text}");
    }
    let page = document.blocks.windows(4).find_map(|blocks| match blocks {
        [Block::PageBreak, Block::Place(place), Block::Heading { .. }, Block::Picture(_)] => {
            Some(*place)
        }
        _ => None,
    });
    let page = page.expect("the picture begins a page");
    let leads = document.blocks.iter().any(|block| {
        matches!(block, Block::Table(table) if table.columns[0].head == "No."
            && table.rows.iter().any(|row| row.cells[3].spans.iter().any(|span| span.target == Some(page))))
    });
    assert!(leads, "the chronology leads to the page itself");
}

#[test]
fn pages_have_running_numbers_and_citations_lead_to_the_very_page() {
    let mut family = Family::empty();
    let fact = [("The seam is wet.", FactStatus::Undisputed)];
    let event = family.event("2026-03-02", Channel::Letter, &fact).id;
    add(&mut family, "terms.pdf", 1, Some("2026-03-01"));
    cite(&mut family, Cited::Event(event), Some("p. 2, below"));
    add(&mut family, "the same.pdf", 1, None);
    cite(&mut family, Cited::Event(event), Some("p. 9"));
    family.page_counts.insert(Sha256([1; 32]), 7);
    let bytes: Arc<[u8]> = Arc::from(&b"%PDF-"[..]);
    let leaves =
        vec![Ok(scan(&bytes)), Ok(scan(&bytes)), Err("This page cannot be drawn.".to_owned())];
    let originals = [Original {
        sha256: Sha256([1; 32]),
        bytes: Err("Parts of it are covered.".to_owned()),
        shown: Ok(Shown::Pages { leaves, of: 7 }),
        is_lost: false,
    }];
    let document =
        compose(&Case { originals: &originals, ..case(&family) }, &Options::new(day("2026-06-20")));
    let text = plain::text(&document).replace('\u{A0}', " ");
    for words in [
        "[Ex. 1, p. 1 of 7: Exhibit 1: terms.pdf, page 1 of 7]",
        "[Ex. 1, p. 2 of 7: Exhibit 1: terms.pdf, page 2 of 7]",
        "(Exhibit 1, page 3 of 7: This page cannot be drawn.)",
        "1 | terms.pdf | Its first 3 pages are shown here; four pages behind them are not. Parts \
         of it are covered.",
    ] {
        assert!(text.contains(words), "{words} is missing: {text}");
    }
    assert!(document.attachments.is_empty(), "what is covered is not attached");
    assert_eq!(text.matches("## Exhibit 1").count(), 1, "one bookmark for all its pages");
    let places: Vec<PlaceId> = document
        .blocks
        .iter()
        .filter_map(|block| if let Block::Place(place) = block { Some(*place) } else { None })
        .collect();
    assert_eq!(places.len(), 3, "each page can be led to");
    let links = |table: &Table, cell: usize| -> Vec<PlaceId> {
        let spans = table.rows.iter().flat_map(|row| &row.cells[cell].spans);
        spans.filter_map(|span| span.target).collect()
    };
    let tables = document
        .blocks
        .iter()
        .filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    let tables: Vec<&Table> = tables.collect();
    let of = |head: &str| *tables.iter().find(|it| it.columns[0].head == head).expect("a table");
    let cited = links(of("No."), 3);
    assert_eq!(cited, [places[1], places[0]], "page 2 is shown; page 9 is not, so the first");
    assert_eq!(of("Ex.").rows[0].cells[3].words(), "7", "the index says how many pages it has");
}

#[test]
fn words_stand_as_text_below_who_wrote_them() {
    let mut family = Family::empty();
    add(&mut family, "mail.eml", 1, None);
    let head = vec![("From".to_owned(), "Ann <ann@shop.example>".to_owned())];
    let text = "Dear Ida,\nwe will\u{202E} refund.\n\n\nYours\tAnn\u{7}".to_owned();
    let originals = [Original {
        sha256: Sha256([1; 32]),
        bytes: Ok(b"x".to_vec().into()),
        shown: Ok(Shown::Words { head, text, is_cut: true }),
        is_lost: false,
    }];
    let document =
        compose(&Case { originals: &originals, ..case(&family) }, &Options::new(day("2026-06-20")));
    let text = plain::text(&document);
    let shown = text.split("## Exhibit 1: mail.eml").nth(1).expect("it has a page");
    let expected = "From: Ann <ann@shop.example>\n\nDear Ida,\nwe will refund.\n\nYours Ann\n\n\
                    (The text goes on; all of it is in the attached original.)\n";
    assert_eq!(shown.trim_start(), expected, "lines as they are, nothing that turns or rings");
}

#[test]
fn the_front_page_says_that_an_original_cannot_be_read() {
    let mut family = Family::empty();
    add(&mut family, "mail.eml", 1, None);
    for (is_lost, expected) in [(true, true), (false, false)] {
        let why = || "It is not there.".to_owned();
        let originals =
            [Original { sha256: Sha256([1; 32]), bytes: Err(why()), shown: Err(why()), is_lost }];
        let case = Case { originals: &originals, ..case(&family) };
        let text = plain::text(&compose(&case, &Options::new(day("2026-06-20"))));
        let front = text.split("## ").next().expect("it has one");
        let said =
            front.contains("one exhibit is not in this file, as the originals cannot be read");
        assert_eq!(said, expected, "{front}");
    }
}
