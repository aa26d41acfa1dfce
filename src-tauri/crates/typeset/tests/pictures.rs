//! Pictures: their bytes as they were, upright, beside their labels.

#[allow(dead_code, unreachable_pub, reason = "other tests use the rest")]
mod specimen;
#[allow(dead_code, unreachable_pub, reason = "the other tests use the rest")]
mod tools;

use holdfast_domain::document::{Block, Paper, Picture};
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
    assert_eq!(found[0][..], picture.bytes[..], "byte for byte, nothing encoded again");
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
