//! The readers of what others wrote, each with files that are right and the words of its language.

use chrono::NaiveDate;
use holdfast_domain::{Currency, Money, typed};
use holdfast_intake::archive::{Archive, Problem};
use holdfast_intake::{household_file, mail, original, refund_list, statement};

/// A reader.
pub(crate) struct Reader {
    pub(crate) name: &'static str,
    /// Files that are right.
    pub(crate) seeds: &'static [&'static [u8]],
    /// Words that mean something to it.
    pub(crate) words: &'static [&'static str],
    /// Reads, and throws away what came of it.
    pub(crate) read: fn(&[u8]),
}

pub(crate) const ALL: &[Reader] = &[
    Reader {
        name: "household",
        seeds: &[include_bytes!("../seeds/household.json")],
        words: &[
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "null",
            "true",
            "\"\\ud800\"",
            "\"\"",
            "{\"a\":",
            "[[",
            "\"0.001\"",
            "\"2026-02-30\"",
            "\"key\":",
            "\"disputes\":",
            "\"amount\":",
            "\"USD\"",
            "\u{feff}",
        ],
        read: household,
    },
    Reader {
        name: "statement",
        seeds: &[
            include_bytes!("../seeds/statement.ofx"),
            include_bytes!("../seeds/statement.csv"),
            include_bytes!("../seeds/statement.xml"),
            include_bytes!("../seeds/statement.qif"),
            include_bytes!("../seeds/statement.sta"),
        ],
        words: &[
            "<STMTTRN>",
            "</STMTTRN>",
            "<DTPOSTED>",
            "<Ntry>",
            "</Ntry>",
            "<Amt Ccy=\"EUR\">",
            "<!ENTITY a \"b\">",
            "&a;",
            "<![CDATA[",
            "]]>",
            ":61:",
            ":86:",
            ":60F:",
            "^",
            "!Type:Bank",
            "D01/02'26",
            ",",
            ";",
            "\t",
            "\"",
            "\n",
            "\r\n",
            "31.02.2026",
            "1.234,56",
            "(8.00)",
            "€",
            "\u{0}",
            "\u{feff}",
        ],
        read: statement,
    },
    Reader {
        name: "e-mail",
        seeds: &[include_bytes!("../seeds/plain.eml"), include_bytes!("../seeds/parts.eml")],
        words: &[
            "\r\n\r\n",
            "--edge",
            "--edge--",
            "Content-Type: multipart/mixed; boundary=edge",
            "Content-Type: message/rfc822",
            "Content-Transfer-Encoding: base64",
            "Content-Transfer-Encoding: quoted-printable",
            "=?utf-8?B?w6k=?=",
            "=?x?Q?=",
            "charset=utf-7",
            "Date: Mon, 99 Foo 0000",
            "filename*0*=",
            "<table>",
            "<div>",
            "&#x110000;",
            "<style>",
            "=3D",
        ],
        read: e_mail,
    },
    Reader {
        name: "thread",
        seeds: &[include_bytes!("../seeds/thread.txt"), include_bytes!("../seeds/chat.txt")],
        words: &[
            "On Tue, 5 May 2026 at 10:11, Ida wrote:",
            "> ",
            "From:",
            "Sent:",
            "[05/05/2026, 10:11:12] Ida:",
            "05.05.26, 10:11 - Ida:",
            "-----Original Message-----",
            "\n\n",
            "\u{200e}",
            "\u{202f}",
            "AM",
            "PM",
        ],
        read: thread,
    },
    Reader {
        name: "refund list",
        seeds: &[include_bytes!("../seeds/refunds.csv")],
        words: &[
            ",",
            ";",
            "\t",
            "\"",
            "\n",
            "Vendor",
            "Amount",
            "Date",
            "Refunded on",
            "1.234,50",
            "$8.00",
            "=1+1",
            "'",
            "yes",
            "n/a",
            "31.02.2026",
            "sep=;",
            "\u{a0}",
            "€",
        ],
        read: refund_list,
    },
    Reader {
        name: "day",
        seeds: &[
            b"5 May 2026",
            b"tomorrow",
            b"next Friday",
            b"in 3 days",
            b"05/05/26",
            b"last week",
            b"30.2.",
        ],
        words: &[
            "May", "31", "Friday", "next", "in", "days", "weeks", "ago", "/", ".", "-", "  ", "th",
            "2026", "\u{a0}",
        ],
        read: day,
    },
    Reader {
        name: "money",
        seeds: &[
            b"1,234.56 USD",
            b"\xe2\x82\xac 8,00",
            b"$8",
            b"1.234,5",
            b"(8.00)",
            b"12 345,67 kr",
            b"\xc2\xa51000",
        ],
        words: &[
            "USD", "EUR", "JPY", "KWD", "$", "€", "£", "kr", ",", ".", "'", " ", "-", "(", ")",
            "\u{a0}", "٣",
        ],
        read: money,
    },
    Reader {
        name: "archive",
        seeds: &[include_bytes!("../seeds/small.holdfast")],
        words: &[
            "PK\u{1}\u{2}",
            "PK\u{3}\u{4}",
            "PK\u{5}\u{6}",
            "PK\u{6}\u{6}",
            "manifest.json",
            "../",
            "/",
            "originals/",
            "records/",
            "\u{0}\u{0}\u{0}\u{0}",
            "ÿÿÿÿ",
        ],
        read: archive,
    },
    Reader {
        name: "original",
        seeds: &[
            include_bytes!("../seeds/small.pdf"),
            include_bytes!("../seeds/small.png"),
            include_bytes!("../seeds/plain.eml"),
            include_bytes!("../seeds/thread.txt"),
            include_bytes!("../seeds/page.html"),
        ],
        words: &[
            "%PDF-1.7",
            "/Kids [1 0 R]",
            "/Length 99999999",
            "stream",
            "endstream",
            "obj",
            "<< /Type /Page >>",
            "BT",
            "/FlateDecode",
            "xref",
            "IHDR",
            "IDAT",
            "<html>",
            "<script>",
            "PK\u{3}\u{4}",
            "GIF89a",
            "RIFF",
        ],
        read: original,
    },
];

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 5, 5).unwrap_or_default()
}

fn household(bytes: &[u8]) {
    let mut next = 0_u128;
    let mut ids = || {
        next += 1;
        uuid::Uuid::from_u128(next)
    };
    household_file::read(bytes, &mut ids, today());
}

fn statement(bytes: &[u8]) {
    statement::read(bytes, &statement::How::default());
}

fn e_mail(bytes: &[u8]) {
    let _ = mail::read(bytes);
    mail::message_id(bytes);
}

fn thread(bytes: &[u8]) {
    mail::thread::read(&String::from_utf8_lossy(bytes), None);
}

fn refund_list(bytes: &[u8]) {
    refund_list::read(bytes, &refund_list::How::default());
}

fn day(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for locale in ["en-GB", "en-US", "de-DE"] {
        let _ = typed::day(&text, today(), locale);
    }
    let _ = typed::time(&text);
}

fn money(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let euro = Currency::from_code("EUR").ok();
    for locale in ["en-GB", "de-DE"] {
        let _ = typed::money(&text, euro, locale);
    }
    if let Some(euro) = euro {
        let _ = Money::parse(&text, euro);
    }
}

fn original(bytes: &[u8]) {
    original::facts(bytes);
    original::text(bytes);
}

fn archive(bytes: &[u8]) {
    if let Ok(mut archive) = Archive::open(std::io::Cursor::new(bytes)) {
        let _ = archive.check(|_, _, _| (), |_| Ok::<_, Problem>(()));
    }
}
