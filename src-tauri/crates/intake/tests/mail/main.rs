//! E-mails: what is read of them, and what becomes of broken and hostile ones.

mod bodies;
mod hostile;
mod threads;

use holdfast_intake::mail::{MailDraft, Mailbox, read};
use holdfast_intake::original::Problem;

/// Reads an e-mail that is to be read; each line of it ends as those of e-mails do.
fn mail(text: &str) -> MailDraft {
    read(text.replace('\n', "\r\n").as_bytes()).expect("it is read")
}

/// People as e-mails name them, after one another.
fn people(people: &[Mailbox]) -> String {
    let shown = |it: &Mailbox| {
        let address = it.address.as_deref().map(|it| format!("<{it}>"));
        [it.name.clone(), address].into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    people.iter().map(shown).collect::<Vec<_>>().join(", ")
}

/// The codes and texts of remarks.
fn codes(remarks: &[Problem]) -> Vec<String> {
    let shown = |it: &Problem| format!("{} {}", it.code.as_str(), it.text).trim_end().to_owned();
    remarks.iter().map(shown).collect()
}

#[test]
fn the_headers_say_who_wrote_to_whom_and_when() {
    let draft = mail(
        "From: =?utf-8?Q?Zo=C3=AB?= Desk <care@shop.example>\n\
         To: Ann Ashe <ann@home.example>, bob@home.example\n\
         Cc: Team: one@shop.example, Two <two@shop.example>;\n\
         Date: Sun, 3 May 2026 14:02:09 +0530\n\
         Subject: Re: your\n kettle\n\
         Message-ID: <3@shop.example>\n\
         In-Reply-To: <2@home.example>\n\
         References: <1@shop.example> <2@home.example>\n\
         \n\
         We will refund it.\n",
    );
    assert_eq!(people(&draft.from), "Zoë Desk <care@shop.example>");
    assert_eq!(people(&draft.to), "Ann Ashe <ann@home.example>, <bob@home.example>");
    assert_eq!(people(&draft.cc), "<one@shop.example>, Two <two@shop.example>");
    let sent_at = draft.sent_at.expect("it has a date").to_rfc3339();
    assert_eq!(sent_at, "2026-05-03T14:02:09+05:30", "the sender's own clock");
    assert_eq!(draft.subject, "Re: your kettle");
    assert_eq!(draft.message_id.as_deref(), Some("3@shop.example"));
    assert_eq!(draft.answers, ["1@shop.example", "2@home.example"], "the last one is answered");
    assert_eq!(draft.text, "We will refund it.");
    assert!(draft.remarks.is_empty() && draft.attachments.is_empty(), "{draft:?}");
}

#[test]
fn a_date_that_is_none_is_not_guessed() {
    let cases = [
        ("", "no_date"),
        ("Date: Whenever\n", "bad_date Whenever"),
        ("Date: 31 Feb 2026 10:00 +0000\n", "bad_date 31 Feb 2026 10:00 +0000"),
        ("Date: 1 Jan 1904 10:00:00 +0000\n", "bad_date 1 Jan 1904 10:00:00 +0000"),
    ];
    for (header, remark) in cases {
        let draft = mail(&format!("From: a@shop.example\n{header}Subject: x\n\ntext"));
        assert_eq!(draft.sent_at, None, "{header}");
        assert_eq!(codes(&draft.remarks), [remark], "{header}");
    }
}

#[test]
fn who_is_missing_is_said() {
    let draft = mail("Date: 3 May 2026 14:02 +0000\nTo: a@shop.example\n\ntext");
    assert_eq!(codes(&draft.remarks), ["no_sender"]);
}

#[test]
fn headers_in_an_encoding_that_nobody_names_are_told_by_their_bytes() {
    let mail = b"From: J\xFCrgen M\xFCller <j@shop.example>\r\nDate: 3 May 2026 14:02 +0000\r\n\
                 Subject: Gr\xFC\xDFe\r\n\r\nSch\xF6ne Gr\xFC\xDFe";
    let draft = read(mail).expect("it is read");
    assert_eq!(people(&draft.from), "Jürgen Müller <j@shop.example>");
    assert_eq!((draft.subject.as_str(), draft.text.as_str()), ("Grüße", "Schöne Grüße"));
    assert!(draft.remarks.is_empty(), "nothing was lost: {:?}", draft.remarks);
}

#[test]
fn the_line_of_an_old_mailbox_is_no_header() {
    let draft =
        mail("From x@shop.example Mon\nFrom: a@shop.example\nDate: 3 May 2026 14:02 +0000\n\nhi");
    assert_eq!(people(&draft.from), "<a@shop.example>");
    assert_eq!(draft.text, "hi");
}
