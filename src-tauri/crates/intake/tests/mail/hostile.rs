//! E-mails that want to take more than their due.

use holdfast_intake::mail::read;
use proptest::prelude::*;

use crate::codes;

#[test]
fn what_is_no_e_mail_is_refused() {
    let cases: [(&[u8], &str); 3] =
        [(b"", "empty"), (b"\r\n\r\n", "damaged"), (b"From nobody", "damaged")];
    for (bytes, code) in cases {
        let problem = read(bytes).expect_err("there is nothing to read");
        assert!(problem.is_error, "{bytes:?}");
        assert_eq!(codes(&[problem]), [code], "{bytes:?}");
    }
}

#[test]
fn mails_in_mails_without_end_are_refused_before_they_are_taken_apart() {
    let in_one_another = "Content-Type: message/rfc822\r\n\r\n".repeat(100_000);
    let digests: String = (0..50_000)
        .map(|it| format!("Content-Type: MULTIPART/digest; boundary={it}\r\n\r\n--{it}\r\n\r\n"))
        .collect();
    for bomb in [in_one_another, digests] {
        let problem = read(bomb.as_bytes()).expect_err("it is refused");
        assert_eq!(codes(&[problem]), ["too_deep 300"]);
    }
}

#[test]
fn as_many_parts_as_people_have_are_read() {
    let mail = "Content-Type: message/rfc822\r\n\r\n".repeat(299) + "Subject: x\r\n\r\nhi";
    let draft = read(mail.as_bytes()).expect("it is read");
    assert_eq!(draft.attachments.len(), 1);
}

/// Pieces from which e-mails are made, so that what is made is often nearly right.
const PIECES: [&str; 26] = [
    "From: ",
    "To: ",
    "Date: ",
    "Subject: ",
    "Content-Type: ",
    "multipart/mixed; boundary=b",
    "multipart/alternative; boundary=\"c",
    "message/rfc822",
    "text/html; charset=utf-7",
    "text/plain; charset=",
    "Content-Transfer-Encoding: base64",
    "Content-Transfer-Encoding: quoted-printable",
    "Content-Disposition: attachment; filename*0*=utf-8''%",
    "\r\n",
    "\n\n",
    "\r\n\r\n",
    "--b",
    "--c--",
    "=?utf-8?B?",
    "?=",
    "=C3=",
    "<a@b.example>",
    "3 May 2026 14:02 +9999",
    "é\u{0}",
    "<p><script",
    "AAAA",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes);
    }

    #[test]
    fn anything_like_an_e_mail_is_read_the_same_each_time(
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60),
    ) {
        let mail = pieces.concat();
        prop_assert_eq!(read(mail.as_bytes()), read(mail.as_bytes()));
    }
}
