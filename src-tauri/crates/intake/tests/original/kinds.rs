//! What a file is, whatever it is called.

use holdfast_intake::original::{Family, Kind, kind};
use image::ImageFormat;

use crate::make;

/// Asserts what each of these files is.
fn check(cases: &[(&[u8], Kind, &str)]) {
    for (bytes, expected, why) in cases {
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(60)]);
        assert_eq!(kind(bytes), *expected, "{why}: {shown}");
    }
}

#[test]
fn pictures_are_told_by_their_marks() {
    let formats = [
        (ImageFormat::Jpeg, Kind::Jpeg),
        (ImageFormat::Png, Kind::Png),
        (ImageFormat::Gif, Kind::Gif),
        (ImageFormat::WebP, Kind::WebP),
        (ImageFormat::Tiff, Kind::Tiff),
        (ImageFormat::Bmp, Kind::Bmp),
    ];
    for (format, expected) in formats {
        assert_eq!(kind(&make::picture(2, 2, format)), expected);
    }
    check(&[
        (&make::boxed(&["heic", "mif1"]), Kind::Heic, "the first brand says it"),
        (&make::boxed(&["mif1", "heic"]), Kind::Heic, "the second brand says it"),
        (&make::boxed(&["mif1", "miaf", "avif"]), Kind::Avif, "the third brand says it"),
        (b"BM it may concern", Kind::Text, "two letters are no picture"),
        (b"GIF", Kind::Text, "the mark is not whole"),
    ]);
}

#[test]
fn recordings_and_films_are_named() {
    check(&[
        (b"ID3\x04\0\0\0\0\0\0\0\0", Kind::Mp3, "the tag of a recording"),
        (b"ID3 is what they asked for", Kind::Text, "three letters are no recording"),
        (b"OggS\0\x02\0\0\0\0\0\0\0\0", Kind::Ogg, "a message that was spoken"),
        (b"RIFF\x24\0\0\0WAVEfmt \0\0", Kind::Wav, "a recording"),
        (b"#!AMR\n\x3C\0\0\0\0\0\0", Kind::Amr, "a recording of an old telephone"),
        (&make::boxed(&["M4A ", "mp42"]), Kind::M4a, "a recording of a telephone"),
        (&make::boxed(&["qt  "]), Kind::Mov, "a film of Apple's"),
        (&make::boxed(&["3gp5", "isom"]), Kind::ThreeGp, "a film of an old telephone"),
        (&make::boxed(&["isom", "iso2"]), Kind::Mp4, "a film"),
    ]);
}

#[test]
fn a_zip_is_what_is_in_it() {
    let types: (&str, &[u8]) = ("[Content_Types].xml", b"<Types/>");
    let odt = Kind::Odt.media_type().as_bytes();
    check(&[
        (&make::zip(&[types, ("word/document.xml", b"")]), Kind::Docx, "a text"),
        (&make::zip(&[types, ("xl/workbook.xml", b"")]), Kind::Xlsx, "a spreadsheet"),
        (&make::zip(&[types, ("ppt/presentation.xml", b"")]), Kind::Pptx, "slides"),
        (&make::zip(&[("mimetype", odt)]), Kind::Odt, "a text that says so"),
        (&make::zip(&[("word/document.xml", b"")]), Kind::Zip, "a folder of that name"),
        (&make::zip(&[("a.txt", b"a")]), Kind::Zip, "files"),
        (&make::zip(&[]), Kind::Zip, "nothing"),
        (b"PK\x03\x04 and nothing else", Kind::Zip, "a broken one is one as well"),
    ]);
}

#[test]
fn texts_are_told_from_what_is_none() {
    let wide: Vec<u8> = "\u{FEFF}Grüße".encode_utf16().flat_map(u16::to_le_bytes).collect();
    check(&[
        (b"%PDF-1.7\n", Kind::Pdf, "pages"),
        (b"\r\n%PDF-1.7\n", Kind::Pdf, "pages after an empty line"),
        (b"The file begins with %PDF-1.7", Kind::Text, "a sentence about pages"),
        (b"Dear all,\n\nFrom: here\n", Kind::Text, "a letter"),
        ("Grüße".as_bytes(), Kind::Text, "UTF-8"),
        (b"Gr\xFC\xDFe aus K\xF6ln", Kind::Text, "Windows-1252"),
        (&wide, Kind::Text, "UTF-16"),
        (b"text\0\0\0\0", Kind::Text, "a copy that was not finished"),
        (b"te\0xt", Kind::Unknown, "zero bytes within"),
        (b"\x01\x02\x03\x04", Kind::Unknown, "control characters"),
        (b"", Kind::Unknown, "nothing"),
        (b"\0\0\0\0", Kind::Unknown, "nothing but zeros"),
        (br"{\rtf1 Hello}", Kind::Rtf, "an old word processor"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", Kind::OldOffice, "an old office file"),
        (b"7z\xBC\xAF\x27\x1C\0\x04", Kind::SevenZip, "files in one"),
        (b"\x1F\x8B\x08\0\0\0\0\0", Kind::Gzip, "a file packed"),
    ]);
}

#[test]
fn an_e_mail_is_told_by_its_headers() {
    check(&[
        (b"From: a@shop.example\r\nDate: x\r\n\r\nHi", Kind::Mail, "headers"),
        (b"From a@shop.example Mon\nReceived: x\n\ty\nTo: z\n\nHi", Kind::Mail, "a box of mails"),
        (b"Content-Type: multipart/mixed; boundary=1\n\n--1", Kind::Mail, "parts"),
        (b"From: Ann\nTo: Bob\n\nHi", Kind::Text, "what a person wrote above a letter"),
        (b"Date: 3 May\n\nHi", Kind::Text, "one line"),
        (b"Dear Ann,\nDate: x\nFrom: y\n", Kind::Text, "a letter before them"),
    ]);
}

#[test]
fn markup_is_told_by_its_first_element() {
    const XHTML: &[u8] = b"<html xmlns=\"http://www.w3.org/1999/xhtml\">";
    check(&[
        (b"<!DOCTYPE html><p>Hi", Kind::Html, "a doctype"),
        (b"\n<HTML>\n", Kind::Html, "capitals"),
        (b"<script>alert(1)</script>", Kind::Html, "a script alone"),
        (b"<!-- a --><table><tr>", Kind::Html, "a part of a page"),
        (XHTML, Kind::Xhtml, "the namespace"),
        (b"<a:script xmlns:a=\"http://www.w3.org/1999/xhtml\">x", Kind::Xhtml, "with a prefix"),
        (b"<svg onload=\"x\">", Kind::Svg, "a drawing"),
        (b"<?xml version=\"1.0\"?><!-- a -->\n<s:svg>", Kind::Svg, "a drawing with a prefix"),
        (b"<!DOCTYPE svg [<!ENTITY a \"b>\">]><svg>", Kind::Svg, "a doctype with entities"),
        (b"<?xml version=\"1.0\"?><a>", Kind::Xml, "a declaration"),
        (b"<note>Hi</note>", Kind::Xml, "an element with its end"),
        (b"<3 you all", Kind::Text, "no element"),
        (b"<Ann> hi\n<Bob> hello", Kind::Text, "a chat"),
    ]);
}

#[test]
fn every_kind_has_its_own_media_type_and_is_found_by_it() {
    for kind in Kind::ALL {
        assert_eq!(Kind::of_media_type(kind.media_type()), Some(*kind));
        let is_picture = kind.media_type().starts_with("image/") && *kind != Kind::Svg;
        let is_made_of_pixels = kind.family() == Family::Picture;
        assert_eq!(is_made_of_pixels, is_picture, "{kind:?}: SVG is no picture here");
    }
}
