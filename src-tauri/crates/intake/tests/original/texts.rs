//! The words in originals, and those that want to take more than their due.

use std::io::Write;
use std::sync::Arc;

use holdfast_intake::original::{
    PdfPages, Place, Text, entries, facts, kind, pdf_page_count, text, thumbnail,
};
use proptest::prelude::*;

use crate::make;
use crate::pictures::codes;

/// The words of a file in one piece.
fn whole(bytes: &[u8]) -> String {
    let Text { parts, problems } = text(bytes);
    let [part] = &parts[..] else { panic!("one piece: {parts:?} {problems:?}") };
    assert_eq!(part.place, Place::Whole);
    part.text.clone()
}

#[test]
fn plain_text_is_read_in_its_encoding() {
    let wide: Vec<u8> = "\u{FEFF}Grüße\r\nAnn".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let cases: [(&[u8], &str); 5] = [
        ("Grüße\r\nAnn".as_bytes(), "Grüße\nAnn"),
        (b"\xEF\xBB\xBFhello", "hello"),
        (&wide, "Grüße\nAnn"),
        (b"Sch\xF6ne Gr\xFC\xDFe aus K\xF6ln", "Schöne Grüße aus Köln"),
        (b"hello\0\0\0", "hello"),
    ];
    for (bytes, expected) in cases {
        assert_eq!(whole(bytes), expected, "{bytes:?}");
    }
}

#[test]
fn of_markup_only_the_words_are_read() {
    let cases: [(&[u8], &str, &[&str]); 7] = [
        (
            b"<!DOCTYPE html><p>A &amp; B</p><script>no()</script><pre>1\n 2</pre>",
            "A & B\n\n1\n 2",
            &["script_left_out 1"],
        ),
        (b"<svg><desc><![CDATA[</desc><script>]]></desc></svg>", "</desc><script>", &[]),
        (b"<svg><script src='x'/><text>seen</text></svg>", "seen", &["script_left_out 1"]),
        (
            b"<svg xmlns:x='http://www.w3.org/1999/xlink'><image x:href='http://a.example/b'/><title>T</title></svg>",
            "T",
            &["remote_left_out 1"],
        ),
        (
            b"<!DOCTYPE a [<!ENTITY b \"bbb\">]><a>&b;</a>",
            "&b;",
            &["document_type"],
        ),
        (b"<html><body>never closed <b", "never closed", &[]),
        (b"<html><p>1 < 2</html>", "1 < 2", &[]),
    ];
    for (bytes, expected, problems) in cases {
        let shown = String::from_utf8_lossy(bytes);
        assert_eq!(whole(bytes), expected, "{shown}");
        assert_eq!(codes(&text(bytes).problems), problems, "{shown}");
    }
    let old = b"<html><meta charset=iso-8859-2><p>Cze\xB6\xE6";
    assert_eq!(whole(old), "Cześć", "the page names its encoding");
}

#[test]
fn office_documents_are_read_from_their_zip() {
    let xml = "<w:document><w:body><w:p><w:r><w:t>We re</w:t></w:r><w:r><w:t>fund it.</w:t></w:r></w:p>\
               <w:p><w:r><w:instrText>PAGE</w:instrText><w:t xml:space=\"preserve\">Yours </w:t><w:tab/><w:t>Ann</w:t></w:r></w:p>\
               </w:body></w:document>";
    let types: (&str, &[u8]) = ("[Content_Types].xml", b"<Types/>");
    let file = make::zip(&[types, ("word/document.xml", xml.as_bytes())]);
    assert_eq!(whole(&file), "We refund it.\nYours Ann");
    let bomb = "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>";
    let file = make::zip(&[types, ("word/document.xml", bomb.as_bytes())]);
    assert_eq!(codes(&text(&file).problems), ["!document_type word/document.xml"]);
}

#[test]
fn what_unpacks_to_too_much_is_refused_by_count() {
    let types: (&str, &[u8]) = ("[Content_Types].xml", b"<Types/>");
    let spaces = vec![b' '; 17 << 20];
    let docx = make::zip(&[types, ("word/document.xml", &spaces)]);
    assert!(docx.len() < 1 << 20, "the case is one: {}", docx.len());
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    for _ in 0..3 {
        packed.write_all(&spaces).expect("it can be packed");
    }
    let pdf = make::pdf(&[&packed.finish().expect("it can be packed")], "/Filter/FlateDecode");
    assert!(pdf.len() < 2 << 20, "the case is one: {}", pdf.len());
    for (file, problem) in
        [(docx, "!unpacks_too_large word/document.xml"), (pdf, "!unpacks_too_large")]
    {
        assert_eq!(codes(&text(&file).problems), [problem]);
    }
}

#[test]
fn the_words_of_a_pdf_are_read_page_by_page() {
    let file = make::pdf(
        &[
            b"BT /F 12 Tf 72 700 Td (We refund) Tj 80 0 Td (it.) Tj -80 -14 Td (Yours) Tj ET",
            b"",
            b"q 0 1 -1 0 300 100 cm BT /F 12 Tf (Turned) Tj 0 -14 Td (page) Tj ET Q",
        ],
        "",
    );
    let Text { parts, problems } = text(&file);
    let found: Vec<(Place, &str)> =
        parts.iter().map(|it| (it.place.clone(), it.text.as_str())).collect();
    assert_eq!(
        found,
        [(Place::Page(1), "We refund it.\nYours"), (Place::Page(3), "Turned\npage")],
        "an empty page has no words, and the others keep their numbers"
    );
    assert!(problems.is_empty(), "{problems:?}");
}

#[test]
fn what_has_no_words_says_why() {
    let cases: [(&[u8], &str); 5] = [
        (b"", "!not_read bin"),
        (b"  \n", "!no_text"),
        (b"%PDF-1.7\nnothing", "!damaged"),
        (&make::pdf(&[b""], ""), "!no_text"),
        (&make::zip(&[("a.txt", b"a")]), "!not_read zip"),
    ];
    for (bytes, problem) in cases {
        let text = text(bytes);
        assert!(text.parts.is_empty(), "{bytes:?}");
        assert_eq!(codes(&text.problems), [problem], "{bytes:?}");
    }
}

#[test]
fn of_a_zip_names_and_sizes_are_listed() {
    let file = make::zip(&[("../../etc/passwd", b"abc"), ("a\u{202E}b/", b"")]);
    let listed = entries(&file).expect("it is listed");
    let shown: Vec<(&str, u64, bool)> =
        listed.iter().map(|it| (it.name.as_str(), it.size, it.is_folder)).collect();
    assert_eq!(shown, [("../../etc/passwd", 3, false), ("ab/", 0, true)]);
    let mut many = make::zip(&[]);
    many[10..12].fill(0xFF);
    let refused = entries(&many).expect_err("it says that it has 65,535 entries");
    assert_eq!(codes(&[refused]), ["!too_many_parts 10000"]);
}

/// The beginnings of every kind, so that chance gets past the first look.
const HEADS: [&[u8]; 14] = [
    b"",
    b"\xFF\xD8\xFF\xE1\0\x08Exif\0\0",
    b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR",
    b"GIF89a",
    b"RIFF\x40\0\0\0WEBPVP8 ",
    b"II*\0\x08\0\0\0",
    b"MM\0*\0\0\0\x08",
    b"BM\0\0\0\0\0\0\0\0\0\0\0\0\x28\0\0\0",
    b"PK\x03\x04",
    b"%PDF-1.7\n1 0 obj<<",
    b"<html><",
    b"<?xml version='1.0'?><a ",
    b"\0\0\0\x18ftypheic",
    b"From: a\nDate: b\n",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_looked_at_without_harm(
        head in prop::sample::select(&HEADS[..]),
        rest in prop::collection::vec(any::<u8>(), 0..300),
    ) {
        let file = [head, &rest].concat();
        prop_assert_eq!(facts(&file).kind, kind(&file));
        let read = text(&file);
        let has_error = read.problems.iter().any(|it| it.is_error);
        prop_assert!(has_error || !read.parts.is_empty(), "words or a reason");
        let _ = thumbnail(&file, 50);
        let _ = entries(&file);
    }

    #[test]
    fn sound_files_with_changed_bytes_do_no_harm(
        which in 0_usize..5,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut file = match which {
            0 => make::jpeg(16, 16, 6, true),
            1 => make::picture(16, 16, image::ImageFormat::Png),
            2 => make::picture(16, 16, image::ImageFormat::Tiff),
            3 => make::zip(&[("[Content_Types].xml", b"x"), ("word/document.xml", b"<w:t>x</w:t>")]),
            _ => make::pdf(&[b"BT /F 12 Tf (We refund) Tj ET"], ""),
        };
        for (place, byte) in changes {
            let place = place.index(file.len());
            file[place] = byte;
        }
        file.truncate(cut.index(file.len()) + 1);
        let _ = (facts(&file), text(&file), thumbnail(&file, 8), entries(&file));
    }
}

#[test]
fn the_words_of_a_page_have_their_places() {
    let file = make::pdf(
        &[
            b"BT /F 20 Tf 60 700 Td (Refund) Tj 120 0 Td (it.) Tj -120 -300 Td (Yours now) Tj ET",
            b"",
        ],
        "",
    );
    let pages = PdfPages::open(&Arc::from(file)).expect("it can be read");
    assert_eq!(pages.count(), 2, "an empty page counts");
    assert!(pages.page(1).expect("there is a second page").words.is_empty());
    assert_eq!(pages.page(2), None);
    let first = pages.page(0).expect("there is a first page");
    let told: Vec<(&str, u16, u16)> = first
        .words
        .iter()
        .map(|word| (word.text.as_str(), word.area.left, word.area.bottom))
        .collect();
    // The page is 600 by 800 points; a line's foot lies a fifth of its size below the line.
    let expected = [("Refund", 100, 131), ("it.", 300, 131), ("Yours", 100, 506), ("now", 0, 506)];
    for ((text, left, bottom), (word, x, y)) in told.iter().zip(expected) {
        assert_eq!(*text, word, "{told:?}");
        assert!((x == 0 || left.abs_diff(x) <= 1) && bottom.abs_diff(y) <= 1, "{told:?}");
    }
    assert_eq!(told.len(), 4, "{told:?}");
    assert_eq!(pdf_page_count(&Arc::from(make::pdf(&[b"", b"", b""], ""))), Some(3));
    assert_eq!(pdf_page_count(&Arc::from(&b"%PDF-1.7 nothing"[..])), None);
}
