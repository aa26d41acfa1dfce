//! The contact log: letters that went out with their proof of posting, and silences.

use holdfast_domain::document::{Block, Table};
use holdfast_domain::{
    Channel, DateTime, Direction, LetterKind, SentLetter, Sha256, VendorId, VendorKind,
};
use holdfast_dossier::{Options, compose};

use crate::family::Family;
use crate::{case, day};

/// A letter to a vendor that went out on 3 February 2026, and became an event.
fn letter(family: &mut Family, to: VendorId, kind: LetterKind) -> SentLetter {
    let event = family.event("2026-02-03", Channel::Letter, &[]);
    event.vendor = Some(to);
    let event = event.id;
    SentLetter {
        id: family.id(),
        dispute: family.dispute.id,
        letter: family.id(),
        kind,
        to_vendor: to,
        to_contact: None,
        addressee: "Copper & Pine".to_owned(),
        on: day("2026-02-03"),
        by: Channel::Letter,
        tracking: None,
        reply_by: None,
        subject: "The kettle".to_owned(),
        text: "Dear all".to_owned(),
        pdf: Sha256([1; 32]),
        pdf_size: 1,
        dossier: None,
        event,
        marked_at: DateTime::UNIX_EPOCH,
    }
}

/// What a row says below a head; nothing where there is no such column.
fn cell(log: &Table, row: usize, head: &str) -> String {
    let at = log.columns.iter().position(|column| column.head == head);
    at.map(|at| log.rows[row].cells[at].words()).unwrap_or_default()
}

fn log(family: &Family) -> Table {
    let blocks = compose(&case(family), &Options::new(day("2026-06-20"))).blocks;
    let table = |block| if let Block::Table(table) = block { Some(table) } else { None };
    let mut tables = blocks.into_iter().filter_map(table);
    tables.find(|it| it.columns[1].head == "How").expect("there is a contact log")
}

#[test]
fn a_letter_says_how_it_can_be_shown_to_have_gone_and_whether_an_answer_came() {
    let silent = "no answer is recorded by 20 June 2026";
    // Why; its kind; tracking; reply by; the day of an answer; the outcome; what stands in the sum.
    type Letter = (LetterKind, Option<&'static str>, Option<&'static str>, Option<&'static str>);
    let cases: [(&str, Letter, String, &str); 6] = [
        (
            "everything is known, and nothing came",
            (LetterKind::Complaint, Some("RR 12"), Some("2026-02-17"), None),
            format!(
                "proof of posting RR 12; an answer was asked for by 17 February 2026; {silent}"
            ),
            "1 not answered",
        ),
        (
            "no day was named",
            (LetterKind::FollowUp, None, None, None),
            silent.into(),
            "1 not answered",
        ),
        (
            "an answer came",
            (LetterKind::Complaint, Some("RR 12"), None, Some("2026-02-10")),
            "proof of posting RR 12; an answer came".into(),
            "",
        ),
        (
            "an answer of tomorrow has not come",
            (LetterKind::Complaint, None, None, Some("2026-06-21")),
            silent.into(),
            "1 not answered",
        ),
        ("thanks ask for no answer", (LetterKind::ThankYou, None, None, None), String::new(), ""),
        (
            "but may be shown to have gone",
            (LetterKind::ThankYou, Some("RR 12"), None, None),
            "proof of posting RR 12".into(),
            "",
        ),
    ];
    for (why, (kind, tracking, reply_by, answer), outcome, in_all) in cases {
        let mut family = Family::empty();
        let shop = family.vendor("Copper & Pine", VendorKind::Shop, &[]);
        let mut sent = letter(&mut family, shop, kind);
        sent.tracking = tracking.map(Into::into);
        sent.reply_by = reply_by.map(day);
        family.sent.push(sent);
        if let Some(on) = answer {
            let came = family.event(on, Channel::Email, &[]);
            (came.vendor, came.direction) = (Some(shop), Direction::In);
        }
        let log = log(&family);
        assert_eq!(cell(&log, 0, "Outcome"), outcome, "{why}");
        let last = log.rows.len() - 1;
        assert_eq!(cell(&log, last, "Outcome"), in_all, "in all: {why}");
    }
}

#[test]
fn a_column_in_which_nothing_is_said_is_left_out() {
    let mut family = Family::empty();
    let shop = family.vendor("Copper & Pine", VendorKind::Shop, &[]);
    family.event("2026-02-03", Channel::Phone, &[]).vendor = Some(shop);
    let heads = |family: &Family| {
        let log = log(family);
        assert!(
            log.rows.iter().all(|row| row.cells.len() == log.columns.len()),
            "every row has a cell for each column that is left"
        );
        log.columns.into_iter().map(|column| column.head).collect::<Vec<_>>()
    };
    assert_eq!(heads(&family), ["Date", "How", "With"], "one call of which no more is known");
    let call = family.event("2026-02-04", Channel::Phone, &[]);
    call.waited_minutes = Some(42);
    assert_eq!(heads(&family), ["Date", "How", "With", "Waited"], "one row is enough");
    assert_eq!(cell(&log(&family), 1, "Waited"), "42 minutes", "and it stands in its column");
}
