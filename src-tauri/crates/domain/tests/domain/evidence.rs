//! What can be said of evidence, and what it is known by.

use holdfast_domain::validity::{self, Severity};
use holdfast_domain::{Attachment, Citation, Cited, EventTime, Occurred, Precision, Sha256};

use crate::build::{day, id};

/// Evidence with something in every line, in which nothing is wrong on 20 June 2026.
fn sound() -> Attachment {
    let on = Occurred::On(day("2026-06-20"));
    Attachment {
        id: id(1),
        dispute: id(1),
        sha256: Sha256([7; 32]),
        name: "scan-0041.pdf".into(),
        media_type: "application/pdf".into(),
        size: 7,
        caption: Some("The receipt".into()),
        dated: Some(EventTime { at: on, precision: Precision::Exact }),
        obtained: Some("photographed at home".into()),
        vendor: None,
        author: Some("the till".into()),
        added_at: "2026-06-20T09:00:00Z".parse().expect("an instant"),
        covered: Vec::new(),
        citations: vec![
            Citation { id: id(1), of: Cited::Event(id(1)), place: Some("p. 2".into()) },
            Citation { id: id(2), of: Cited::Claim(id(1)), place: None },
        ],
    }
}

type Edit = fn(&mut Attachment);

#[test]
fn what_is_said_of_evidence_is_judged_line_by_line() {
    let limit = "x".repeat(1_000);
    let at_limit = Attachment { caption: Some(limit.clone()), author: Some(limit), ..sound() };
    for fine in [sound(), at_limit] {
        assert_eq!(validity::attachment_problems(&fine, day("2026-06-20")), [], "nothing to say");
    }
    let cases: [(Edit, &str, &str, Severity); 6] = [
        (|it| it.caption = Some("x".repeat(1_001)), "caption", "text_too_long", Severity::Refused),
        (
            |it| it.obtained = Some("x".repeat(1_001)),
            "obtained",
            "text_too_long",
            Severity::Refused,
        ),
        (|it| it.author = Some("x".repeat(1_001)), "author", "text_too_long", Severity::Refused),
        (
            |it| it.citations[0].place = Some("x".repeat(1_001)),
            "place",
            "text_too_long",
            Severity::Refused,
        ),
        (
            |it| it.caption = Some("a\u{1b}[2J".into()),
            "caption",
            "text_control_character",
            Severity::Refused,
        ),
        (
            |it| {
                let tomorrow = Occurred::On(day("2026-06-21"));
                it.dated = Some(EventTime { at: tomorrow, precision: Precision::About });
            },
            "at",
            "day_in_future",
            Severity::Warning,
        ),
    ];
    for (edit, field, code, severity) in cases {
        let mut evidence = sound();
        edit(&mut evidence);
        let problems = validity::attachment_problems(&evidence, day("2026-06-20"));
        let said: Vec<_> =
            problems.iter().map(|it| (it.at.field, it.code.as_str(), it.severity)).collect();
        assert_eq!(said, [(field, code, severity)]);
    }
}

#[test]
fn evidence_is_known_by_what_it_shows_or_else_by_its_name() {
    for (caption, expected) in [
        (None, "scan-0041.pdf"),
        (Some("  "), "scan-0041.pdf"),
        (Some("The receipt"), "The receipt"),
    ] {
        let evidence = Attachment { caption: caption.map(str::to_owned), ..sound() };
        assert_eq!(evidence.title(), expected, "{caption:?}");
    }
}

#[test]
fn the_place_of_a_record_is_found_by_the_record() {
    let evidence = sound();
    let place = |of| evidence.citation(of).map(|citation| citation.place.as_deref());
    assert_eq!(place(Cited::Event(id(1))), Some(Some("p. 2")));
    assert_eq!(place(Cited::Claim(id(1))), Some(None), "cited as a whole");
    assert_eq!(place(Cited::Fact(id(1))), None, "the same number of another noun is not cited");
}
