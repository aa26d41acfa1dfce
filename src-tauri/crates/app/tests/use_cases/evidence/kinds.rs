//! What an original is, by its content and not by its name.

use super::{add, evidence_of, file};
use crate::support::Home;
use holdfast_app::wire::EvidenceAdding;

/// A zip of these files, not packed. The sums of their bytes are left out, which only matters to
/// whoever unpacks it.
fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut bytes, mut list) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let at = u32::try_from(bytes.len()).expect("small").to_le_bytes();
        let size = u32::try_from(content.len()).expect("small").to_le_bytes();
        let long = u16::try_from(name.len()).expect("short").to_le_bytes();
        let common = [&[0; 8], &[0; 4][..], &size, &size, &long, &[0; 2]].concat();
        bytes.extend([b"PK\x03\x04\x14\0", &common[..], name.as_bytes(), content].concat());
        let head = [b"PK\x01\x02\x14\0\x14\0", &common[..], &[0; 10], &at].concat();
        list.extend([&head[..], name.as_bytes()].concat());
    }
    let count = u16::try_from(files.len()).expect("few").to_le_bytes();
    let at = u32::try_from(bytes.len()).expect("small").to_le_bytes();
    let size = u32::try_from(list.len()).expect("small").to_le_bytes();
    let end = [b"PK\x05\x06\0\0\0\0", &count[..], &count, &size, &at, &[0; 2]].concat();
    [bytes, list, end].concat()
}

#[test]
fn a_file_is_what_its_content_says() {
    let pages = "x".repeat(100_000);
    let docx = zip(&[("[Content_Types].xml", b"<a/>"), ("word/document.xml", pages.as_bytes())]);
    let cases: [(&str, &[u8], &str); 8] = [
        ("a.txt", b"From: Ann <ann@home.example>\r\nDate: x\r\n\r\nHello", "message/rfc822"),
        ("b.eml", b"Dear all, hello.", "text/plain"),
        ("c.txt", b"<!doctype html><title>Terms</title>", "text/html"),
        ("d.zip", &docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("e.docx", &zip(&[("a.txt", b"words")]), "application/zip"),
        ("f.jpg", b"%PDF-1.7 and so on", "application/pdf"),
        ("g.pdf", b"\xFF\xD8\xFF\xE0 and so on", "image/jpeg"),
        ("h.txt", b"\0\x01\x02\x03", "application/octet-stream"),
    ];
    for (name, content, expected) in cases {
        let (home, dispute) = Home::with_dispute();
        add(&home, &EvidenceAdding::to(&dispute), &[file(&home, name, content)]).expect("added");
        assert_eq!(evidence_of(&home, &dispute)[0].media_type, expected, "{name}");
    }
}
