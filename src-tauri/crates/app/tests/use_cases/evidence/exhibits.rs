//! Exhibits as they stand in a dossier: pages, words, pictures.
#![allow(clippy::float_arithmetic, reason = "places on a page are fractions of a point")]

use std::io::Cursor;
use std::sync::Arc;

use holdfast_app::wire::{DocumentPreview, DossierChoice};
use holdfast_intake::original::{self, Place};
use holdfast_typeset::preview::{Drawn, Preview};
use image::metadata::Orientation;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use crate::files::choice;
use crate::support::{Home, attach};

/// A dossier with its exhibits.
pub(crate) struct Dossier {
    pub(crate) bytes: Arc<Vec<u8>>,
    pub(crate) pages: u32,
}

impl Dossier {
    pub(crate) fn of(home: &Home, dispute: &str) -> Self {
        let choice = DossierChoice { with_exhibits: true, ..choice(dispute) };
        let DocumentPreview { id, pages, .. } =
            home.app.compose_dossier(&choice).expect("composed");
        Self { bytes: home.app.document_file(&id).expect("held").1, pages }
    }

    /// The words of a page, counted from 1.
    pub(crate) fn words(&self, page: u32) -> String {
        let parts = original::text(&self.bytes).parts;
        let part = parts.into_iter().find(|part| part.place == Place::Page(page));
        part.map_or_else(String::new, |part| part.text)
    }

    /// The last pages, which exhibits stand on, a pixel a point.
    pub(crate) fn drawn(&self, page: u32) -> Drawn {
        let preview = Preview::shared(Arc::clone(&self.bytes)).expect("it can be read");
        preview.drawn(page as usize - 1, 72, 4_000_000).expect("drawn")
    }

    /// Whether some bytes stand in the file as they are.
    pub(crate) fn has(&self, bytes: &[u8]) -> bool {
        self.bytes.windows(bytes.len()).any(|window| window == bytes)
    }
}

/// A page of a PDF with these lines, from the top.
pub(crate) fn pdf(pages: &[&[&str]]) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|it| format!("{} 0 R", 4 + 2 * it)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Count {}/Kids[{}]>>", kids.len(), kids.join(" ")),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
    ];
    for (number, lines) in pages.iter().enumerate() {
        let stream = 5 + 2 * number;
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {stream} 0 R\
             /Resources<</Font<</F 3 0 R>>>>>>"
        ));
        let lines: Vec<String> =
            lines.iter().map(|line| format!("({line}) Tj 0 -100 Td")).collect();
        let content = format!("BT /F 40 Tf 60 700 Td {} ET", lines.join(" "));
        objects.push(format!("<</Length {}>>\nstream\n{content}\nendstream", content.len()));
    }
    let mut file = "%PDF-1.7\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(&objects) {
        places.push(file.len());
        file.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let (table, size) = (file.len(), objects.len() + 1);
    file.push_str(&format!("xref\n0 {size}\n0000000000 65535 f \n"));
    places.iter().for_each(|place| file.push_str(&format!("{place:010} 00000 n \n")));
    file.push_str(&format!("trailer <</Size {size}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF"));
    file.into_bytes()
}

/// Red above, blue below; white at the upper left.
fn picture() -> DynamicImage {
    DynamicImage::ImageRgb8(RgbImage::from_fn(240, 160, |x, y| match (x < 120, y < 80) {
        (true, true) => Rgb([250, 250, 250]),
        (false, true) => Rgb([220, 20, 20]),
        (_, false) => Rgb([20, 20, 220]),
    }))
}

/// A JPEG that says how it is to be turned.
pub(crate) fn jpeg(orientation: u8) -> Vec<u8> {
    let mut plain = Vec::new();
    picture().write_to(&mut Cursor::new(&mut plain), ImageFormat::Jpeg).expect("a JPEG");
    let [head, rest] = [&plain[..2], &plain[2..]];
    let exif = [*b"MM\0*\0\0\0\x08\0\x01", [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation]].concat();
    let content = [&b"Exif\0\0"[..], &exif, &[0; 6], b"taken at home by Ida"].concat();
    let length = u16::try_from(content.len() + 2).expect("it is short").to_be_bytes();
    [head, &[0xFF, 0xE1], &length, &content, rest].concat()
}

/// The colour of a drawn page at a place.
pub(crate) fn at(drawn: &Drawn, x: u32, y: u32) -> [u8; 3] {
    let start = ((y * drawn.width + x) * 4) as usize;
    [drawn.rgba[start], drawn.rgba[start + 1], drawn.rgba[start + 2]]
}

#[test]
fn a_pdf_stands_page_by_page_with_its_words_and_its_own_bytes() {
    let (home, dispute) = Home::with_dispute();
    let before = Dossier::of(&home, &dispute).pages;
    let file = pdf(&[&["Refund agreed", "on Monday"], &["Signed by Eve"]]);
    attach(&home, &dispute, "terms.pdf", &file, Vec::new());
    let dossier = Dossier::of(&home, &dispute);
    let first = dossier.pages - 1;
    assert!(dossier.pages >= before + 2, "a page for each of its pages");
    assert!(dossier.words(first).contains("Refund agreed"), "{}", dossier.words(first));
    assert!(dossier.words(first + 1).contains("Signed by Eve"), "{}", dossier.words(first + 1));
    for (page, label) in [(first, "p. 1 of 2"), (first + 1, "p. 2 of 2")] {
        let words = dossier.words(page).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(label), "the running number stands beside it: {words}");
        let drawn = dossier.drawn(page);
        assert!(drawn.rgba.chunks(4).any(|it| it[0] < 60), "page {page} is drawn");
    }
    assert!(dossier.has(&file), "the original is attached byte for byte");
    assert_eq!(Dossier::of(&home, &dispute).bytes, dossier.bytes, "drawn again, the same bytes");
}

#[test]
fn texts_and_e_mails_stand_as_text_and_what_is_broken_says_why() {
    let (home, dispute) = Home::with_dispute();
    let mail =
        b"From: Eve <eve@lantern.example>\r\nTo: ida@example.org\r\nSubject: Your refund\r\n\
                 Date: Mon, 1 Jun 2026 09:00:00 +0000\r\n\r\nWe <b>agree</b>.\r\n";
    attach(&home, &dispute, "mail.eml", mail, Vec::new());
    attach(&home, &dispute, "note.txt", b"Called twice.\nNobody answered.", Vec::new());
    attach(&home, &dispute, "broken.pdf", b"%PDF-1.7\nnothing else", Vec::new());
    attach(
        &home,
        &dispute,
        "song.mp3",
        b"ID3\x03\0\0\0\0\0\x21\xFF\xFB\x90\x64\0\0\0\0",
        Vec::new(),
    );
    let dossier = Dossier::of(&home, &dispute);
    let all: Vec<String> = (1..=dossier.pages).map(|page| dossier.words(page)).collect();
    let all = all.join("\n").split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "Eve <eve@lantern.example>",
        "Your refund",
        "We <b>agree</b>.",
        "Called twice. Nobody answered.",
        "It is damaged, so that its pages cannot be drawn.",
        "Files of this kind cannot be shown on paper",
    ] {
        assert!(all.contains(words), "{words} is missing: {all}");
    }
}

#[test]
fn photographs_stand_upright_with_their_own_bytes_whichever_way_they_were_held() {
    for exif in 1..=8 {
        let (home, dispute) = Home::with_dispute();
        let file = jpeg(exif);
        attach(&home, &dispute, "photo.jpg", &file, Vec::new());
        let dossier = Dossier::of(&home, &dispute);
        let found = dossier.bytes.windows(file.len()).filter(|it| *it == file).count();
        assert_eq!(found, 2, "{exif}: on the page and attached, byte for byte");
        let mut expected = picture();
        expected.apply_orientation(Orientation::from_exif(exif).expect("one of eight"));
        let expected = expected.into_rgb8();
        let drawn = dossier.drawn(dossier.pages);
        let ink = |x: u32, y: u32| at(&drawn, x, y);
        // The upper edge of the picture, found by its first row that is no paper.
        let is_ink = |colour: [u8; 3]| colour[0] < 240 || colour[1] < 240;
        let scale = 1.5_f32.min(470.0 / expected.width() as f32);
        let (wide, high) = (expected.width() as f32 * scale, expected.height() as f32 * scale);
        let bottom = (100..drawn.height - 90)
            .rev()
            .find(|y| (80..71 + wide as u32).any(|x| is_ink(ink(x, *y))))
            .expect("the picture is drawn");
        for (x, y) in [(1, 1), (3, 1), (1, 3), (3, 3)] {
            let meant = expected.get_pixel(expected.width() * x / 4, expected.height() * y / 4).0;
            let shown = ink(
                71 + (wide * x as f32 / 4.0) as u32,
                bottom - (high * (4 - y) as f32 / 4.0) as u32,
            );
            let near = shown.iter().zip(meant).all(|(one, other)| one.abs_diff(other) < 40);
            assert!(near, "orientation {exif} at {x}, {y}: {shown:?} is not {meant:?}");
        }
    }
}
