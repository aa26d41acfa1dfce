//! Pasted threads and chats: each way in which programs mark a message, and what stays open.

use holdfast_domain::DayOrder;
use holdfast_intake::mail::thread::{Said, Thread, read};
use proptest::prelude::*;

use crate::{codes, people};

/// What was said, each on one line: day, time, who, subject, words.
fn said(thread: &Thread) -> Vec<String> {
    let shown = |it: &Said| {
        let or = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
        [
            or(it.on.map(|it| it.to_string())),
            or(it.at.map(|it| it.format("%H:%M").to_string())),
            Some(people(std::slice::from_ref(&it.who)))
                .filter(|it| !it.is_empty())
                .unwrap_or("-".into()),
            or(it.subject.clone()),
            it.text.replace('\n', " / "),
        ]
        .join(" | ")
    };
    thread.said.iter().map(shown).collect()
}

#[test]
fn lines_that_say_who_wrote_are_marks() {
    let cases = [
        (
            "On 3 May 2026, at 14:02, Ann Ashe <ann@home.example> wrote:",
            "14:02",
            "Ann Ashe <ann@home.example>",
        ),
        (
            "On Sun, May 3, 2026 at 2:02 PM Ann Ashe <ann@home.example> wrote:",
            "14:02",
            "Ann Ashe <ann@home.example>",
        ),
        ("On 2026-05-03 14:02, ann@home.example wrote:", "14:02", "<ann@home.example>"),
        ("Am 03.05.2026 um 14:02 schrieb Ann Ashe:", "14:02", "Ann Ashe"),
        (
            "Am So., 3. Mai 2026 um 14:02 Uhr schrieb Ann Ashe <ann@home.example>:",
            "14:02",
            "Ann Ashe <ann@home.example>",
        ),
        (
            "Le 3 mai 2026 à 14:02, Ann Ashe <ann@home.example> a écrit :",
            "14:02",
            "Ann Ashe <ann@home.example>",
        ),
        ("El 3 de mayo de 2026, Ann Ashe escribió:", "-", "Ann Ashe"),
        ("Op 3 mei 2026 om 14:02 schreef Ann Ashe:", "14:02", "Ann Ashe"),
    ];
    for (line, time, who) in cases {
        let thread = read(&format!("Thanks.\n\n{line}\n> Where is it?\n> I wait.\n"), None);
        let expected = [
            "- | - | - | - | Thanks.".to_owned(),
            format!("2026-05-03 | {time} | {who} | - | Where is it? / I wait."),
        ];
        assert_eq!(said(&thread), expected, "{line}");
    }
}

#[test]
fn such_a_line_may_be_broken_and_quoted_itself() {
    let thread = read(
        "> On Sun, May 3, 2026 at 2:02 PM\n> Ann Ashe <ann@home.example>\n> wrote:\n>\n>> Hello\n",
        None,
    );
    assert_eq!(said(&thread), ["2026-05-03 | 14:02 | Ann Ashe <ann@home.example> | - | Hello"]);
}

#[test]
fn copied_headers_are_a_mark() {
    let thread = read(
        "Please see below.\n\n-----Original Message-----\nFrom: Care Desk <care@shop.example>\n\
         Sent: Sunday, May 3, 2026 2:02 PM\nTo: Ann Ashe\nSubject: RE: Order 17\n\nWe refund it.\n\
         ________________________________\n*Von:* Ann Ashe [mailto:ann@home.example]\n\
         *Gesendet:* Freitag, 1. Mai 2026 09:00\n*Betreff:* Order 17\n\nWhere is it?\n",
        None,
    );
    assert_eq!(
        said(&thread),
        [
            "- | - | - | - | Please see below.",
            "2026-05-03 | 14:02 | Care Desk <care@shop.example> | RE: Order 17 | We refund it.",
            "2026-05-01 | 09:00 | Ann Ashe <ann@home.example> | Order 17 | Where is it?",
        ]
    );
    assert_eq!(codes(&thread.problems), ["no_date"], "the first is not dated, which is said");
}

#[test]
fn lines_of_chats_are_marks() {
    let cases = [
        "[03/05/2026, 14:02:11] Ann: Hello\nagain\n[13/05/2026, 09:00:00] Care Desk: Yes: 17",
        "03/05/2026, 14:02 - Ann: Hello\nagain\n13/05/2026, 09:00 - Care Desk: Yes: 17",
        "[14:02, 03/05/2026] Ann: Hello\nagain\n[09:00, 13/05/2026] Care Desk: Yes: 17",
        "[2026-05-03 14:02] Ann: Hello\nagain\n[2026-05-13 09:00] Care Desk: Yes: 17",
        "2026-05-03 14:02:11 Ann: Hello\nagain\n2026-05-13 09:00:00 Care Desk: Yes: 17",
        "5/3/26, 2:02 PM - Ann: Hello\nagain\n5/13/26, 9:00 AM - Care Desk: Yes: 17",
        "\u{200E}[03.05.26, 14:02:11] ~\u{202F}Ann: Hello\nagain\n[13.05.26, 09:00:00] Care Desk: Yes: 17",
    ];
    for chat in cases {
        let thread = read(chat, None);
        let expected = [
            "2026-05-03 | 14:02 | Ann | - | Hello / again",
            "2026-05-13 | 09:00 | Care Desk | - | Yes: 17",
        ];
        assert_eq!(said(&thread), expected, "{chat}");
        assert!(thread.problems.is_empty(), "{chat}: {:?}", thread.problems);
    }
}

#[test]
fn an_order_of_days_that_stays_open_is_said_and_can_be_given() {
    let chat = "[03/05/2026, 14:02] Ann: Hello\n[04/05/2026, 14:02] Bob: Hi";
    let thread = read(chat, None);
    assert_eq!(thread.day_order, Some(DayOrder::DayFirst), "the days lie nearer so");
    assert_eq!(codes(&thread.problems), ["day_order_unsure 03/05/2026"]);
    let thread = read(chat, Some(DayOrder::MonthFirst));
    assert_eq!(said(&thread)[0], "2026-03-05 | 14:02 | Ann | - | Hello");
    assert!(thread.problems.is_empty(), "the person said it");
}

#[test]
fn a_text_without_marks_is_one_message_without_a_date() {
    let cases =
        ["They rang on 3 May 2026 and said: no.", "From: me to you\nwith love", "Note: x\nTo: do"];
    for text in cases {
        let thread = read(text, None);
        assert_eq!(thread.said.len(), 1, "{text}: {thread:?}");
        assert_eq!(thread.said[0].on, None, "{text}");
        assert_eq!(codes(&thread.problems), ["no_date"], "{text}");
    }
    assert_eq!(read(" \n\n", None), Thread::default(), "nothing is nothing");
}

const PIECES: [&str; 18] = [
    "On ",
    "Am ",
    "wrote:",
    "schrieb",
    "\n",
    "> ",
    "3 May 2026",
    "03/05/2026",
    "14:02",
    " PM",
    "[",
    "] ",
    " - ",
    "From: ",
    "Sent: ",
    "İ",
    "-----Original Message-----",
    "Ann <a@b.example>",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in "\\PC{0,300}") {
        let _ = read(&text, None);
    }

    #[test]
    fn no_word_of_anything_like_a_thread_is_lost_from_its_messages(
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..40),
    ) {
        let text = pieces.concat() + "\nlast words";
        let thread = read(&text, None);
        let last = thread.said.last().map(|it| it.text.clone()).unwrap_or_default();
        prop_assert!(last.ends_with("last words"), "{:?}", thread);
    }
}
