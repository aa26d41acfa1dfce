//! Pictures: their bytes as they were, upright, beside their labels.

#[allow(dead_code, unreachable_pub, reason = "other tests use the rest")]
mod specimen;
#[allow(dead_code, unreachable_pub, reason = "the other tests use the rest")]
mod tools;

use std::sync::Arc;

use holdfast_domain::document::{Block, Bytes, Paper, Picture};
use holdfast_typeset::{Fallback, Pdf, pdf_with, preview};
use image::GenericImageView;
use image::metadata::Orientation;
use specimen::pictures;

fn set(pictures: Vec<Picture>) -> Pdf {
    let blocks = pictures.into_iter().flat_map(|one| [Block::PageBreak, Block::Picture(one)]);
    let document = specimen::of(Paper::A4, blocks.collect());
    pdf_with(&document, &Fallback::Nothing).expect("any document can be set")
}

/// The raw bytes of every picture in a file.
fn images(pdf: &Pdf) -> Vec<Vec<u8>> {
    let file = lopdf::Document::load_mem(&pdf.bytes).expect("it can be read");
    let streams = file.objects.values().filter_map(|object| object.as_stream().ok());
    let is_image = |kind: &lopdf::Dictionary| {
        kind.get(b"Subtype").and_then(lopdf::Object::as_name).is_ok_and(|name| name == b"Image")
    };
    streams.filter(|it| is_image(&it.dict)).map(|it| it.content.clone()).collect()
}

#[test]
fn the_bytes_of_a_jpeg_stand_in_the_file_as_they_were() {
    let picture = pictures::jpeg(6);
    let pdf = set(vec![picture.clone()]);
    let found = images(&pdf);
    assert_eq!(found.len(), 1, "one picture, once");
    assert_eq!(
        Bytes::from(found[0].clone()),
        picture.bytes,
        "byte for byte, nothing encoded again"
    );
    tools::File::of(&pdf).check();
}

#[test]
fn every_orientation_stands_upright() {
    for exif in 1..=8 {
        let mut expected = pictures::stored();
        let turned = Orientation::from_exif(exif).expect("one of eight");
        expected.apply_orientation(turned);
        for picture in [pictures::jpeg(exif), pictures::deflated(exif)] {
            let (wide, high) = picture.upright();
            assert_eq!((wide, high), (expected.width(), expected.height()), "{exif}");
            let pdf = set(vec![picture]);
            // Two pixels a point; the picture's pixels are a point and a half each.
            let page = preview::page_png(&pdf.bytes, 0, 1_191).expect("drawn");
            let page = image::load_from_memory(&page).expect("a PNG");
            for (x, y) in [(1, 1), (3, 1), (1, 3), (3, 3)] {
                let (x, y) = (wide * x / 4, high * y / 4);
                let shown = page.get_pixel(142 + x * 3, 168 + y * 3).0;
                let meant = expected.get_pixel(x, y).0;
                let near = shown.iter().zip(meant).all(|(one, other)| one.abs_diff(other) < 24);
                assert!(near, "orientation {exif} at {x}, {y}: {shown:?} is not {meant:?}");
            }
        }
    }
}

#[test]
fn a_picture_has_its_label_in_the_margin() {
    let pdf = set(vec![pictures::jpeg(1), pictures::jpeg(1)]);
    assert_eq!(pdf.pages, 2);
    for page in [1, 2] {
        let words = tools::File::of(&pdf).words(page);
        let label = words.iter().find(|word| word.text == "7").expect("the label's number");
        assert!(label.left > 524.0 && label.right < 595.0, "beside the text: {label:?}");
    }
}

#[test]
#[allow(clippy::float_arithmetic, reason = "places on a page are fractions of a point")]
fn the_words_in_a_picture_are_found_where_they_stand_and_not_drawn() {
    let picture = pictures::with_words();
    let plain = set(vec![Picture { words: Arc::from([]), ..picture.clone() }]);
    let pdf = set(vec![picture.clone()]);
    let file = tools::File::of(&pdf);
    file.check();
    let found = file.words(1);
    // The picture is 96 points wide and 48 high, its upper left corner at 71, 84.
    for word in picture.words.iter().take(5) {
        let name = &word.text;
        let other: String = name.chars().rev().collect();
        let at = found.iter().find(|it| it.text == *name || it.text == other);
        let at = at.unwrap_or_else(|| panic!("{name} is not found: {found:?}"));
        let left = 71.0 + f32::from(word.area.left) * 0.096;
        let top = 84.0 + f32::from(word.area.top) * 0.048;
        let [width, height] = [at.right - at.left, at.bottom - at.top];
        assert!((at.left - left).abs() < 0.5 && (at.top - top).abs() < 2.5, "{name}: {at:?}");
        assert!((width - 19.2).abs() < 0.5 && height < 8.0, "{name} is stretched over it: {at:?}");
    }
    let drawn = |pdf: &Pdf| preview::page_png(&pdf.bytes, 0, 800).expect("drawn");
    assert_eq!(drawn(&pdf), drawn(&plain), "nothing of them is to be seen");
    let fonts = file.fonts();
    assert!(fonts.iter().all(|it| it.embedded && it.unicode), "for archives: {fonts:?}");
}
