//! Files of all kinds that people keep, made here.

use std::io::Cursor;
use std::process::Command;

use chrono::NaiveDate;
use holdfast_domain::document::{Block, Document, Paper};
use holdfast_typeset::{Fallback, pdf_with};
use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};

/// What every text says.
pub(crate) const WORDS: &str = "The harbour office closed at noon";
/// What every PDF says.
pub(crate) const IN_PDF: &str = "Passengers are rebooked without charge";

/// The kinds, each with its ending and how the one of a number is made.
type Kind = (&'static str, fn(u8) -> Vec<u8>);

const KINDS: [Kind; 15] = [
    ("jpg", |number| turned(picture(number, ImageFormat::Jpeg), number % 8 + 1)),
    ("png", |number| picture(number, ImageFormat::Png)),
    ("gif", |number| picture(number, ImageFormat::Gif)),
    ("bmp", |number| picture(number, ImageFormat::Bmp)),
    ("tiff", |number| picture(number, ImageFormat::Tiff)),
    ("webp", |number| picture(number, ImageFormat::WebP)),
    ("pdf", pdf),
    ("locked.pdf", locked),
    ("torn.pdf", |number| half(pdf(number))),
    ("torn.jpg", |number| half(picture(number, ImageFormat::Jpeg))),
    ("txt", |number| {
        format!("{WORDS}, day {number}.\n\u{5E9}\u{5DC}\u{5D5}\u{5DD} ω 日本\n").into()
    }),
    ("html", html),
    ("eml", email),
    ("svg", |number| {
        format!("<svg xmlns='http://www.w3.org/2000/svg' id='s{number}'><script>x()</script></svg>")
            .into()
    }),
    ("bin", |number| vec![0x00, 0x9F, 0xFE, number, 0x0D]),
];

/// Four of each.
pub(crate) fn sixty() -> Vec<(String, Vec<u8>)> {
    let numbered = (1..=4_u8).flat_map(|number| KINDS.iter().map(move |kind| (number, kind)));
    numbered.map(|(number, (ending, make))| (format!("{number}.{ending}"), make(number))).collect()
}

/// A picture of a size of its own, with a corner that can be seen through.
fn picture(number: u8, format: ImageFormat) -> Vec<u8> {
    let picture = RgbaImage::from_fn(120 + u32::from(number), 80, |x, y| {
        Rgba([number * 40, if x > y { 200 } else { 60 }, 90, if x < 20 { 0 } else { 255 }])
    });
    let picture = DynamicImage::ImageRgba8(picture);
    let picture = if format == ImageFormat::Jpeg { picture.into_rgb8().into() } else { picture };
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), format).expect("the picture can be written");
    bytes
}

/// A file whose second half was lost on the way.
fn half(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.truncate(bytes.len() / 2);
    bytes
}

/// A JPEG file that says how it is turned: a directory of one entry (EXIF 2.32, 4.6.4).
fn turned(mut jpeg: Vec<u8>, orientation: u8) -> Vec<u8> {
    let mut says = b"\xFF\xE1\x00\x22Exif\0\0MM\0*\0\0\0\x08\0\x01".to_vec();
    says.extend(b"\x01\x12\0\x03\0\0\0\x01\0");
    says.extend([orientation, 0, 0, 0, 0, 0, 0]);
    jpeg.splice(2..2, says);
    jpeg
}

/// A PDF of three pages.
fn pdf(number: u8) -> Vec<u8> {
    let said = |page: u8| Block::Paragraph(format!("{IN_PDF}, page {page} of {number}.").into());
    let document = Document {
        title: "Terms of carriage".into(),
        author: "Tidewater Ferries".into(),
        language: "en".into(),
        paper: Paper::A4,
        running_head: "Terms of carriage".into(),
        dated: NaiveDate::from_ymd_opt(2025, 1, 5).expect("a day of the calendar"),
        blocks: vec![said(1), Block::PageBreak, said(2), Block::PageBreak, said(3)],
        attachments: Vec::new(),
    };
    pdf_with(&document, &Fallback::Nothing).expect("it can be set").bytes
}

/// The same, which nobody can open without its password.
fn locked(number: u8) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let (open, shut) = (folder.path().join("open.pdf"), folder.path().join("shut.pdf"));
    std::fs::write(&open, pdf(number)).expect("the folder can be written to");
    let mut qpdf = Command::new("qpdf");
    let done =
        qpdf.args(["--encrypt", "secret", "secret", "256", "--"]).args([&open, &shut]).status();
    assert!(done.expect("qpdf is installed").success(), "qpdf locks the file");
    std::fs::read(&shut).expect("the file can be read")
}

fn html(number: u8) -> Vec<u8> {
    format!(
        "<!doctype html><html><body onload='x()'><script>x()</script><h1>Notice {number}</h1>\
         <p>{WORDS}.</p><img src='https://tracker.example/{number}.png'></body></html>"
    )
    .into()
}

fn email(number: u8) -> Vec<u8> {
    format!(
        "From: Harbour office <office@harbour.example>\r\nTo: Ingrid <ingrid@home.example>\r\n\
         Date: Thu, 0{number} Mar 2026 10:12:00 +0100\r\nSubject: Notice {number}\r\n\
         Message-ID: <{number}@harbour.example>\r\nMIME-Version: 1.0\r\n\
         Content-Type: text/plain; charset=utf-8\r\n\r\n{WORDS}.\r\n"
    )
    .into()
}
