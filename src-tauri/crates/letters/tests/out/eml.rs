//! The draft for a mail program.

use chrono::{DateTime, FixedOffset};
use holdfast_domain::document::LetterForm;
use holdfast_letters::out::{Attached, eml};
use holdfast_letters::{Draft, plain_text};
use mail_parser::{HeaderValue, Message, MessageParser, MimeHeaders as _};

use crate::{bare, strange, whole};

const PDF: &[u8] = b"%PDF-1.7\r\n\x00\xff\n.\n--=boundary\nFrom here\n%%EOF";

fn noon() -> DateTime<FixedOffset> {
    "2026-04-14T12:30:00-04:00".parse().expect("the instant exists")
}

fn pdf(name: &str) -> Attached<'_> {
    Attached { name, media_type: "application/pdf", bytes: PDF }
}

fn read(bytes: &[u8]) -> Message<'_> {
    MessageParser::default().parse(bytes).expect("a mail program can read it")
}

fn body(message: &Message<'_>) -> String {
    message.body_text(0).expect("it has a text").replace("\r\n", "\n")
}

#[test]
fn a_mail_program_finds_the_letter_and_its_files() {
    let photograph =
        Attached { name: "crack.jpg", media_type: "image/jpeg", bytes: &[0xff, 0xd8, 0] };
    let draft = whole(LetterForm::UsLetter);
    let bytes = eml(&draft, Some("care@harbour.example"), &[pdf("Letter.pdf"), photograph], noon());
    let message = read(&bytes);
    let from = message.from().and_then(|from| from.first()).expect("it says from whom");
    assert_eq!(from.name(), Some("Ida Marlow"));
    assert_eq!(from.address(), Some("ida@marlow.example"));
    let to = message.to().and_then(|to| to.first()).expect("it says to whom");
    assert_eq!(to.address(), Some("care@harbour.example"));
    assert_eq!(message.subject(), Some(draft.subject.as_str()));
    let date = message.date().expect("it has a date").to_rfc3339();
    assert_eq!(date, "2026-04-14T12:30:00-04:00");
    let unsent = message.header("X-Unsent").and_then(HeaderValue::as_text);
    assert_eq!(unsent, Some("1"), "it opens as a draft");
    assert_eq!(body(&message), plain_text(&draft), "its text is the letter");
    let attached: Vec<_> = message
        .attachments()
        .map(|part| (part.attachment_name().unwrap_or_default(), part.contents()))
        .collect();
    assert_eq!(attached, [("Letter.pdf", PDF), ("crack.jpg", photograph.bytes)], "byte for byte");
    let kinds: Vec<_> = message
        .attachments()
        .filter_map(|part| part.content_type())
        .map(|kind| format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default()))
        .collect();
    assert_eq!(kinds, ["application/pdf", "image/jpeg"]);
}

#[test]
fn names_in_every_script_and_of_any_length_arrive() {
    let draft = strange();
    assert!(draft.subject.chars().count() > 200, "the subject is long");
    let name = "رسالة “ليلى” 2026.pdf";
    let bytes = eml(&draft, None, &[pdf(name)], noon());
    assert!(bytes.split(|byte| *byte == b'\n').all(|line| line.len() <= 998), "RFC 5322, 2.1.1");
    let message = read(&bytes);
    let from = message.from().and_then(|from| from.first()).expect("it says from whom");
    assert_eq!(from.name(), Some("ليلى حداد"));
    assert_eq!(message.subject(), Some(draft.subject.as_str()));
    assert_eq!(message.attachment(0).and_then(|part| part.attachment_name()), Some(name));
    assert_eq!(body(&message), plain_text(&draft));
    assert!(message.to().is_none(), "nobody is written to who is not known");
}

#[test]
fn a_line_break_in_a_name_begins_no_header() {
    let evil = "X\r\nBcc: everyone@list.example\nX-Evil:\u{2028}1\r\n\r\nBody";
    let mut draft: Draft = whole(LetterForm::A4);
    draft.signature = evil.to_owned();
    draft.subject = evil.to_owned();
    draft.sender.push(format!("{evil}@x.example"));
    let file = Attached { name: evil, media_type: "application/pdf\r\nX-Evil: 1", bytes: PDF };
    let to = format!("care@harbour.example\r\n{evil}");
    for to in [None, Some("care@harbour.example"), Some(to.as_str()), Some(evil)] {
        let bytes = eml(&draft, to, &[file], noon());
        let message = read(&bytes);
        for name in ["Bcc", "X-Evil"] {
            assert!(message.header(name).is_none(), "{name} was put in");
        }
        let attached = message.attachment(0).expect("it is attached");
        assert_eq!(attached.contents(), PDF);
        assert!(attached.headers().iter().all(|header| header.name() != "X-Evil"));
        let one_line = "X Bcc: everyone@list.example X-Evil: 1 Body";
        assert_eq!(message.subject(), Some(one_line));
        let from = message.from().and_then(|from| from.first()).expect("it says from whom");
        assert_eq!(from.name(), Some(one_line));
        assert_eq!(from.address(), Some("ida@marlow.example"));
        let known = (to == Some("care@harbour.example")).then_some("care@harbour.example");
        let to = message.to().and_then(|to| to.first()).and_then(|to| to.address());
        assert_eq!(to, known, "what is no address is nobody's");
    }
}

#[test]
fn the_same_letter_is_the_same_message_and_another_is_not() {
    let message = |draft: &Draft| eml(draft, None, &[pdf("Letter.pdf")], noon());
    let id = |draft: &Draft| {
        let bytes = message(draft);
        read(&bytes).message_id().expect("it has a name").to_owned()
    };
    let (one, other) = (whole(LetterForm::A4), bare());
    assert!(message(&one) == message(&one), "nothing of the day or the computer is in it");
    assert_ne!(id(&one), id(&other), "two letters are two messages");
    assert!(id(&one).ends_with("@letters.invalid"), "no computer is named");
    assert!(read(&message(&other)).from().is_none(), "nobody writes who is not known");
}
