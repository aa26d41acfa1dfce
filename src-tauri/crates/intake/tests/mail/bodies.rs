//! Texts and files of e-mails.

use holdfast_intake::mail::read;
use holdfast_intake::original::Kind;

use crate::{codes, mail};

/// An e-mail of these parts, each with its own headers.
fn of_parts(kind: &str, parts: &[&str]) -> String {
    let head = "From: a@shop.example\nDate: 3 May 2026 14:02 +0000\n";
    let parts: String = parts.iter().map(|part| format!("--=b\n{part}\n")).collect();
    format!("{head}Content-Type: multipart/{kind}; boundary=\"=b\"\n\n{parts}--=b--\n")
}

#[test]
fn of_two_forms_of_one_text_the_plain_one_is_taken() {
    let draft = mail(&of_parts(
        "alternative",
        &[
            "Content-Type: text/plain\n\nPlain words.",
            "Content-Type: text/html\n\n<p>Other <b>words</b>.",
        ],
    ));
    assert_eq!(draft.text, "Plain words.");
    assert!(draft.attachments.is_empty(), "the page is no file: {:?}", draft.attachments);
}

#[test]
fn of_a_page_the_words_are_taken_and_nothing_is_loaded() {
    let draft = mail(
        "From: a@shop.example\nDate: 3 May 2026 14:02 +0000\nContent-Type: text/html\n\n\
         <html><head><style>p{}</style><title>Your order</title></head><body>\
         <script>alert('no')</script><p onclick=\"x()\">Dear&nbsp;Ann,<br>we &lt;refund&gt; it.</p>\
         <img src=\"https://track.example/1.gif\" alt=\"Our shop\"><img src=cid:1>\
         <a href=\"https://shop.example\">Look</a><table><tr><td>Order</td><td>17</td></tr></table>",
    );
    assert_eq!(
        draft.text,
        "Your order\n\nDear\u{a0}Ann,\nwe <refund> it.\n\nOur shop Look\n\nOrder 17"
    );
    assert_eq!(codes(&draft.remarks), ["script_left_out 2", "remote_left_out 1"]);
}

#[test]
fn files_are_given_as_they_were_sent() {
    let draft = mail(&of_parts(
        "mixed",
        &[
            "Content-Type: text/plain\n\nSee the files.",
            "Content-Type: application/pdf; name=\"../../bill\u{202e}fdp.exe\"\n\
             Content-Transfer-Encoding: base64\n\nJVBERi0xLjcK",
            "Content-Type: text/plain; charset=windows-1252\n\
             Content-Disposition: attachment; filename=notes.txt\n\
             Content-Transfer-Encoding: quoted-printable\n\ngr=FC=DFe=0Aend",
            "Content-Type: image/png\nContent-Disposition: inline; filename=sign.png\n\
             Content-Transfer-Encoding: base64\n\niVBORw0KGgo=",
        ],
    ));
    assert_eq!(draft.text, "See the files.");
    let files: Vec<(Option<&str>, Kind, &[u8], bool)> = draft
        .attachments
        .iter()
        .map(|it| (it.name.as_deref(), it.kind, it.bytes.as_slice(), it.is_inline))
        .collect();
    assert_eq!(
        files,
        [
            (Some("../../billfdp.exe"), Kind::Pdf, b"%PDF-1.7\n".as_slice(), false),
            (Some("notes.txt"), Kind::Text, b"gr\xFC\xDFe\nend".as_slice(), false),
            (Some("sign.png"), Kind::Png, b"\x89PNG\r\n\x1A\n".as_slice(), true),
        ],
        "the name is shown without what would turn it round, and is never a path"
    );
}

#[test]
fn an_e_mail_in_an_e_mail_can_be_read_in_turn() {
    let inner = "Subject: The first\nFrom: b@home.example\n\nHello.";
    let draft = mail(&of_parts(
        "mixed",
        &[
            "Content-Type: text/plain\n\nForwarded.",
            &format!("Content-Type: message/rfc822\n\n{inner}"),
        ],
    ));
    assert_eq!(draft.text, "Forwarded.", "the inner text is the inner one's");
    let [attachment] = &draft.attachments[..] else { panic!("one file: {draft:?}") };
    assert_eq!((attachment.name.as_deref(), attachment.kind), (Some("The first"), Kind::Mail));
    let inside = read(&attachment.bytes).expect("it is read");
    assert_eq!((inside.subject.as_str(), inside.text.as_str()), ("The first", "Hello."));
}

#[test]
fn a_part_that_is_broken_is_said_and_the_others_are_there() {
    let draft = mail(&of_parts(
        "mixed",
        &[
            "Content-Type: text/plain\n\nSee the file.",
            "Content-Type: application/pdf; name=bill.pdf\nContent-Transfer-Encoding: base64\n\n*!*",
        ],
    ));
    assert_eq!(draft.text, "See the file.");
    assert_eq!(codes(&draft.remarks), ["bad_attachment bill.pdf"]);
    assert_eq!(draft.attachments.len(), 1, "what is there is kept");
}
