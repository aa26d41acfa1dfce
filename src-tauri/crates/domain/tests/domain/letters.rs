//! Letters that went out: whether an answer has come, and what follows.

use holdfast_domain::rules::cadence::Run;
use holdfast_domain::rules::letter::{
    AfterSending, Beside, SentStanding, after_sending, is_overdue, sent_standing,
};
use holdfast_domain::*;

use crate::build::*;
use crate::cadences::PACE;

/// A complaint to vendor 1 that became event 10 on 1 June, with an answer asked for by 15 June.
pub(crate) fn complaint() -> SentLetter {
    SentLetter {
        id: id(1),
        dispute: id(1),
        letter: id(1),
        kind: LetterKind::Complaint,
        to_vendor: id(1),
        to_contact: None,
        addressee: "Vendor 1".into(),
        on: day("2026-06-01"),
        by: Channel::Letter,
        tracking: None,
        reply_by: maybe("2026-06-15"),
        subject: "Complaint".into(),
        text: "Dear people".into(),
        pdf: Sha256([1; 32]),
        pdf_size: 1,
        dossier: None,
        event: id(10),
        marked_at: DateTime::UNIX_EPOCH,
    }
}

/// Something that came from vendor 1 on a day.
pub(crate) fn came(number: u128, on: &str) -> Event {
    Event {
        id: id(number),
        dispute: id(1),
        time: EventTime { at: Occurred::On(day(on)), precision: Precision::Exact },
        channel: Channel::Email,
        direction: Direction::In,
        vendor: Some(id(1)),
        contacts: Vec::new(),
        answered: None,
        waited_minutes: None,
        minutes: None,
        facts: Vec::new(),
        note: None,
    }
}

fn person_of(vendor: u128) -> Contact {
    Contact {
        id: id(5),
        vendor: id(vendor),
        name: "Dana Reyes".into(),
        job: None,
        department: None,
        phone: None,
        email: None,
        supervisor: None,
    }
}

#[test]
fn an_answer_is_what_comes_from_the_same_vendor_later() {
    use SentStanding::{Answered, Waiting};
    let by_person = Event { vendor: None, contacts: vec![id(5)], ..came(11, "2026-06-05") };
    let cases: [(&str, Event, Contact, SentStanding); 9] = [
        ("an e-mail days later", came(11, "2026-06-05"), person_of(1), Answered),
        ("an e-mail later that day", came(11, "2026-06-01"), person_of(1), Answered),
        ("what was entered before it", came(9, "2026-06-01"), person_of(1), Waiting),
        ("what came before it", came(11, "2026-05-31"), person_of(1), Waiting),
        ("what will come", came(11, "2026-07-01"), person_of(1), Waiting),
        ("one of its people", by_person.clone(), person_of(1), Answered),
        ("somebody of another vendor", by_person, person_of(2), Waiting),
        (
            "another vendor",
            Event { vendor: Some(id(2)), ..came(11, "2026-06-05") },
            person_of(1),
            Waiting,
        ),
        (
            "our own call",
            Event { direction: Direction::Out, ..came(11, "2026-06-05") },
            person_of(1),
            Waiting,
        ),
    ];
    for (why, event, person, wanted) in cases {
        let dispute = dispute();
        let beside = Beside {
            dispute: &dispute,
            events: &[event],
            contacts: &[person],
            sent: &[complaint()],
        };
        assert_eq!(sent_standing(&complaint(), &beside, day("2026-06-20")), wanted, "{why}");
    }
}

#[test]
fn a_later_letter_to_the_same_vendor_takes_over_the_waiting() {
    let later = SentLetter { id: id(2), on: day("2026-06-16"), ..complaint() };
    let cases = [
        ("a follow-up", LetterKind::FollowUp, 1, SentStanding::FollowedUp),
        ("thanks ask for nothing", LetterKind::ThankYou, 1, SentStanding::Waiting),
        ("one to somebody else", LetterKind::Escalation, 2, SentStanding::Waiting),
    ];
    for (why, kind, vendor, wanted) in cases {
        let other = SentLetter { kind, to_vendor: id(vendor), ..later.clone() };
        let dispute = dispute();
        let sent = [complaint(), other];
        let beside = Beside { dispute: &dispute, events: &[], contacts: &[], sent: &sent };
        assert_eq!(sent_standing(&complaint(), &beside, day("2026-06-20")), wanted, "{why}");
    }
    let closed = Dispute { closed_on: maybe("2026-06-18"), ..dispute() };
    let beside = Beside { dispute: &closed, events: &[], contacts: &[], sent: &[] };
    let standing = sent_standing(&complaint(), &beside, day("2026-06-20"));
    assert_eq!(standing, SentStanding::Closed, "nobody waits in a matter that is closed");
}

#[test]
fn a_letter_is_overdue_once_its_day_has_passed_and_not_before() {
    let cases = [
        ("2026-06-14", false, "before the day"),
        ("2026-06-15", false, "on the day itself it may still come"),
        ("2026-06-16", true, "the day after"),
    ];
    for (on, wanted, why) in cases {
        let overdue = is_overdue(&complaint(), SentStanding::Waiting, day(on));
        assert_eq!(overdue, wanted, "{why}");
    }
    let answered = is_overdue(&complaint(), SentStanding::Answered, day("2026-06-16"));
    assert!(!answered, "what was answered is not overdue");
}

#[test]
fn one_step_follows_a_letter_by_the_cadence() {
    use AfterSending::{Chase, ConfirmReceipt};
    use LetterKind::{Complaint, Confirmation, ThankYou};
    let receipt = Some(ConfirmReceipt(day("2026-06-08")));
    let chase = |on: &str| Some(Chase(day(on)));
    let cases = [
        ("a fortnight to answer", Complaint, Channel::Letter, "2026-06-15", receipt),
        ("no day named", Complaint, Channel::Email, "", receipt),
        ("a week to answer", Complaint, Channel::Email, "2026-06-08", chase("2026-06-09")),
        ("a web form", Complaint, Channel::WebForm, "2026-06-15", chase("2026-06-16")),
        ("a web form, no day", Complaint, Channel::WebForm, "", chase("2026-06-15")),
        ("a day that has passed", Complaint, Channel::Letter, "2026-05-01", chase("2026-06-02")),
        ("thanks", ThankYou, Channel::Letter, "", None),
        ("a confirmation", Confirmation, Channel::Letter, "", None),
        ("one that asks", Confirmation, Channel::Letter, "2026-06-15", receipt),
    ];
    for (why, kind, by, reply_by, wanted) in cases {
        let step = after_sending(kind, by, day("2026-06-01"), maybe(reply_by), None, PACE);
        assert_eq!(step, wanted, "{why}");
    }
}

#[test]
fn the_step_after_a_letter_rises_with_those_that_had_no_answer() {
    use AfterSending::{Chase, ConfirmReceipt};
    let run = Run::beginning(day("2026-05-18")).and(day("2026-05-25"));
    let cases = [
        ("a third letter", "2026-06-30", ConfirmReceipt(day("2026-06-15"))),
        ("which asks for an answer before that", "2026-06-09", Chase(day("2026-06-10"))),
        ("an answer by Friday is asked for on Monday", "2026-06-12", Chase(day("2026-06-15"))),
    ];
    for (why, reply_by, wanted) in cases {
        let (kind, by) = (LetterKind::FollowUp, Channel::Letter);
        let step = after_sending(kind, by, day("2026-06-01"), maybe(reply_by), Some(run), PACE);
        assert_eq!(step, Some(wanted), "{why}");
    }
}
