//! Pictures of pages.

#[allow(dead_code, unreachable_pub, reason = "other tests use the rest")]
mod specimen;

use holdfast_domain::document::{AttachedFile, Paper, Relationship};
use holdfast_typeset::preview::{Preview, PreviewError, page_png};

/// The width and height that a PNG file declares.
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n", "it is a PNG file");
    let number = |at: usize| u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]);
    (number(16), number(20))
}

#[test]
fn every_page_can_be_looked_at() {
    let pdf = holdfast_typeset::pdf(&specimen::everything(Paper::A4)).expect("it can be set");
    let preview = Preview::open(pdf.bytes.clone()).expect("it can be read");
    assert_eq!(preview.pages(), pdf.pages);
    let (width, height) = preview.size(0).expect("there is a first page");
    assert!((width - 595.28).abs() < 0.01 && (height - 841.89).abs() < 0.01, "{width} × {height}");
    let mut pictures = Vec::new();
    for page in 0..pdf.pages {
        let png = preview.png(page, 300).expect("a picture");
        assert_eq!(size(&png), (300, 424), "page {page}");
        assert!(png.len() > 3_000, "page {page} looks empty: {} bytes", png.len());
        pictures.push(png);
    }
    pictures.dedup();
    assert_eq!(pictures.len(), pdf.pages, "each page looks different");
    assert_eq!(
        page_png(&pdf.bytes, 1, 300).as_ref(),
        Ok(&pictures[1]),
        "the short way is the same"
    );
}

/// A reader that does not understand the table of places looks for pages everywhere, and then finds
/// those of the attached file as well.
#[test]
fn the_pages_of_an_attached_file_are_not_taken_for_its_own() {
    let inner = holdfast_typeset::pdf(&specimen::paragraph("Within.")).expect("it can be set");
    // An older file, whose objects lie open.
    let mut inner = lopdf::Document::load_mem(&inner.bytes).expect("it can be read");
    let mut bytes = Vec::new();
    inner.save_to(&mut bytes).expect("it can be written");
    let mut outer = specimen::everything(Paper::A4);
    outer.attachments = vec![AttachedFile {
        name: "within.pdf".into(),
        media_type: "application/pdf".into(),
        description: "A file of one page".into(),
        relationship: Relationship::Source,
        bytes: bytes.into(),
    }];
    let pdf = holdfast_typeset::pdf(&outer).expect("it can be set");
    let preview = Preview::open(pdf.bytes).expect("it can be read");
    assert_eq!(preview.pages(), pdf.pages);
}

#[test]
fn a_preview_can_be_kept_and_asked_from_any_thread() {
    fn is_shared<T: Send + Sync>() {}
    is_shared::<Preview>();
}

#[test]
fn what_cannot_be_shown_is_said() {
    let pdf = holdfast_typeset::pdf(&specimen::paragraph("One page.")).expect("it can be set");
    let preview = Preview::open(pdf.bytes.clone()).expect("it can be read");
    assert_eq!(preview.png(1, 300), Err(PreviewError::NoSuchPage { page: 1, pages: 1 }));
    assert_eq!(preview.size(7), Err(PreviewError::NoSuchPage { page: 7, pages: 1 }));
    assert!(matches!(Preview::open(b"not a PDF".to_vec()), Err(PreviewError::Unreadable)));
    let narrow = preview.png(0, 0).expect("a picture one pixel wide");
    assert_eq!(size(&narrow).0, 1, "no width becomes one pixel");
    let wide = preview.png(0, u32::MAX).expect("a picture");
    assert_eq!(size(&wide).0, 4000, "a huge width is cut");
}
