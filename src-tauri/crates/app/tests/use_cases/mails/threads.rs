//! A pasted thread or chat: what it seems to say, and what is taken over of it.

use holdfast_app::wire::{
    Channel, Direction, ErrorCode, MailPerson, Precision, ThreadAdding, ThreadBoard, ThreadDraft,
    ThreadEvent, VendorChoice, VendorKind,
};
use holdfast_domain::DayOrder;

use super::{desk, events, known_person};
use crate::evidence::evidence_of;
use crate::support::Home;

const THREAD: &str = "\
Dear Dana, it still hums.\n\
\n\
On 11 June 2026 at 09:30, Dana Reyes <dana@copperpine.example> wrote:\n\
> A new one leaves on Friday.\n\
>\n\
> On 9 June 2026 at 08:00, Ida Marlow <ida@marlow.example> wrote:\n\
>> It hums whenever it is switched on.\n";

const CHAT: &str = "\
[03/06/2026, 14:02] Care Desk: How can I help?\n\
[03/06/2026, 14:03] Ida: The lamp hums.\n\
[03/06/2026, 14:05] Care Desk: You will have a new one.\n\
[14/06/2026, 09:00] Ida: It has not come.\n";

fn read(home: &Home, dispute: &str, text: &str) -> ThreadBoard {
    home.app.read_thread(dispute, text, None).expect("read")
}

/// Day, time, direction, channel and words of each draft.
fn told(board: &ThreadBoard) -> Vec<String> {
    let line = |it: &ThreadDraft| {
        let or = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".into());
        let way = format!("{:?} {:?}", it.channel, it.direction);
        format!("{} {} {way} | {}", or(&it.on), or(&it.time), it.words.replace('\n', " / "))
    };
    board.drafts.iter().map(line).collect()
}

fn taken(of: &ThreadDraft) -> ThreadEvent {
    ThreadEvent {
        line: of.line,
        at: of.on.clone().unwrap_or_default(),
        precision: Precision::Exact,
        channel: of.channel,
        direction: of.direction,
        vendor: of.vendor.as_ref().map(|it| VendorChoice {
            id: Some(it.id.clone()),
            name: it.name.clone(),
            kind: VendorKind::Other,
        }),
        people: of.people.clone(),
        words: of.words.clone(),
    }
}

fn adding(dispute: &str, text: &str, drafts: &[ThreadDraft]) -> ThreadAdding {
    ThreadAdding {
        dispute: dispute.into(),
        text: text.into(),
        name: "Pasted text.txt".into(),
        events: drafts.iter().map(taken).collect(),
    }
}

#[test]
fn a_thread_of_e_mails_becomes_a_draft_each_the_earliest_first() {
    let (home, dispute) = desk();
    let board = read(&home, &dispute, THREAD);
    assert_eq!(
        told(&board),
        [
            "2026-06-09 08:00 Email Out | It hums whenever it is switched on.",
            "2026-06-11 09:30 Email In | A new one leaves on Friday.",
            "- - Email In | Dear Dana, it still hums.",
        ]
    );
    let vendors: Vec<_> = board.drafts.iter().map(|it| it.vendor.clone().map(|it| it.id)).collect();
    assert_eq!(vendors, vec![Some(home.vendor()); 3], "the address tells the vendor");
    let ours = &board.drafts[0].people;
    assert_eq!(ours[0].name, "Dana Reyes", "what we wrote went to the only other one");
    assert_eq!(board.problems, ["no_date"]);
}

#[test]
fn what_was_chatted_on_one_day_is_one_draft() {
    let (home, dispute) = desk();
    let board = read(&home, &dispute, CHAT);
    assert_eq!(
        told(&board),
        [
            "2026-06-03 14:02 Chat In | Care Desk: How can I help? / Ida: The lamp hums. / \
             Care Desk: You will have a new one.",
            "2026-06-14 09:00 Chat Out | It has not come.",
        ],
        "a part of a member's name is the member"
    );
    assert_eq!(board.unsure_day, None, "the second line shows which figure is the day");
    let open = "[03/05/2026, 14:02] Ann: Hello\n[04/05/2026, 14:02] Bob: Hi";
    let board = read(&home, &dispute, open);
    assert_eq!(board.unsure_day.as_deref(), Some("03/05/2026"));
    let said = home.app.read_thread(&dispute, open, Some(DayOrder::MonthFirst)).expect("read");
    assert_eq!(said.drafts[0].on.as_deref(), Some("2026-03-05"));
    assert_eq!(said.unsure_day, None, "what was said is not asked again");
}

#[test]
fn what_is_confirmed_is_added_in_one_action_and_rests_on_the_pasted_text() {
    let (home, dispute) = desk();
    let board = read(&home, &dispute, THREAD);
    let done = home.app.add_thread(&adding(&dispute, THREAD, &board.drafts[..2]));
    let done = done.expect("accepted");
    let made = events(&home, &dispute);
    let facts: Vec<_> = made.iter().map(|it| it.facts[0].text.as_str()).collect();
    assert_eq!(facts, ["It hums whenever it is switched on.", "A new one leaves on Friday."]);
    assert_eq!(made[0].contacts, made[1].contacts, "a new person is one person");
    assert_eq!((made[0].direction, made[1].channel), (Direction::Out, Channel::Email));
    let kept = evidence_of(&home, &dispute);
    assert_eq!((kept.len(), kept[0].name.as_str()), (1, "Pasted text.txt"));
    let places: Vec<_> = kept[0].citations.iter().map(|it| it.place.clone()).collect();
    assert_eq!(places, [Some("line 6".into()), Some("line 3".into())]);
    let mut back = Vec::new();
    home.app.write_attachment(&kept[0].id, &mut back).expect("given back");
    assert_eq!(back, THREAD.as_bytes(), "as it was pasted");

    let again = read(&home, &dispute, THREAD);
    let known: Vec<_> = again.drafts.iter().map(|it| it.known.is_some()).collect();
    assert_eq!(known, [true, true, false], "what is here already is marked");
    home.app.add_thread(&adding(&dispute, THREAD, &again.drafts[..1])).expect("if one insists");
    assert_eq!(evidence_of(&home, &dispute).len(), 1, "the text is kept once");
    home.app.undo_last().expect("undone");
    home.app.undo(&done.action.expect("an action")).expect("one undo takes all of it back");
    assert_eq!((events(&home, &dispute).len(), evidence_of(&home, &dispute).len()), (0, 0));
}

#[test]
fn those_who_are_known_are_recognised() {
    let (home, dispute) = desk();
    let dana = known_person(&home, "Dana Reyes", None);
    let chat = "[2026-06-03 14:02] Dana Reyes: Hello\n[2026-06-03 14:03] Me: Hello";
    let board = read(&home, &dispute, chat);
    let people: Vec<MailPerson> = board.drafts[0].people.clone();
    assert_eq!((people.len(), people[0].id.clone()), (1, Some(dana)), "and “Me” is none of them");
}

#[test]
fn long_words_are_shortened_and_what_is_too_long_is_said() {
    let (home, dispute) = desk();
    let long = "a word ".repeat(200);
    for (why, text, words) in [
        ("the beginning", format!("[2026-06-03 14:02] Ola: {long}"), "a word a word"),
        (
            "the subject",
            format!("From: Ola <ola@post.example>\nSent: 3 June 2026\nSubject: The lamp\n\n{long}"),
            "The lamp",
        ),
    ] {
        let board = read(&home, &dispute, &text);
        let found = &board.drafts[0].words;
        assert!(found.starts_with(words) && found.chars().count() <= 161, "{why}: {found}");
    }
    let huge = "x".repeat(400_001);
    let refused = home.app.read_thread(&dispute, &huge, None).expect_err("too long");
    assert_eq!(refused.code, ErrorCode::FileTooLarge);
}

#[test]
fn what_stands_in_the_way_is_said_and_nothing_is_added() {
    let (home, dispute) = desk();
    let board = read(&home, &dispute, CHAT);
    let good = adding(&dispute, CHAT, &board.drafts);
    for (why, code, field, spoilt) in [
        (
            "nothing ticked",
            ErrorCode::Refused,
            "events",
            ThreadAdding { events: Vec::new(), ..good.clone() },
        ),
        ("no text", ErrorCode::FileEmpty, "", ThreadAdding { text: " \n".into(), ..good.clone() }),
        ("no day", ErrorCode::Refused, "at", {
            let mut spoilt = good.clone();
            spoilt.events[1].at = String::new();
            spoilt
        }),
        ("no words", ErrorCode::Refused, "text", {
            let mut spoilt = good.clone();
            spoilt.events[0].words = "  ".into();
            spoilt
        }),
    ] {
        let refused = home.app.add_thread(&spoilt).expect_err(why);
        assert_eq!(refused.code, code, "{why}");
        let names = refused.problems.iter().any(|it| it.field == field);
        assert!(names || field.is_empty(), "{why}: {refused:?}");
    }
    assert_eq!((events(&home, &dispute).len(), evidence_of(&home, &dispute).len()), (0, 0));
}
