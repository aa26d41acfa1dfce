//! Pictures: what their heads say, their small copies, and those that are broken or lie.

use std::io::Read;

use holdfast_domain::Area;
use holdfast_domain::document::PictureCoding;
use holdfast_intake::original::{
    self, Jpeg, JpegCoding, Kind, MOST_PIXELS, Orientation, Problem, facts, thumbnail,
};
use image::{ImageFormat, Rgb};

use crate::make;

const FORMATS: [ImageFormat; 6] = [
    ImageFormat::Jpeg,
    ImageFormat::Png,
    ImageFormat::Gif,
    ImageFormat::WebP,
    ImageFormat::Tiff,
    ImageFormat::Bmp,
];

/// The codes of the problems; `!` marks an error.
pub(crate) fn codes(problems: &[Problem]) -> Vec<String> {
    let shown = |it: &Problem| {
        let mark = if it.is_error { "!" } else { "" };
        format!("{mark}{} {}", it.code.as_str(), it.text).trim_end().to_owned()
    };
    problems.iter().map(shown).collect()
}

#[test]
fn the_head_says_how_large_a_picture_is() {
    for format in FORMATS {
        let facts = facts(&make::picture(40, 30, format));
        let picture = facts.picture.expect("its head is read");
        assert_eq!((picture.width, picture.height), (40, 30), "{format:?}");
        assert_eq!(picture.orientation, Orientation::UPRIGHT, "{format:?} says nothing else");
        assert_eq!(picture.jpeg.is_some(), format == ImageFormat::Jpeg);
        assert!(facts.problems.is_empty(), "{format:?}: {:?}", facts.problems);
    }
}

#[test]
fn a_small_copy_stands_upright_in_all_eight_orientations() {
    // Where the red corner of what is stored comes to lie: left or right, upper or lower.
    let cases = [
        (1, "left upper"),
        (2, "right upper"),
        (3, "right lower"),
        (4, "left lower"),
        (5, "left upper"),
        (6, "right upper"),
        (7, "right lower"),
        (8, "left lower"),
    ];
    for (orientation, corner) in cases {
        for big_endian in [true, false] {
            let file = make::jpeg(80, 40, orientation, big_endian);
            let picture = facts(&file).picture.expect("its head is read");
            assert_eq!(picture.orientation.exif(), orientation, "EXIF is read");
            let lies = orientation > 4;
            let upright = if lies { (40, 80) } else { (80, 40) };
            assert_eq!(picture.upright(), upright, "{orientation}: sides");
            for side in [1_000, 20] {
                let small = thumbnail(&file, side).expect("a picture");
                let pixels = image::load_from_memory(&small.bytes).expect("a copy").to_rgb8();
                let expected = if side == 20 { (upright.0 / 4, upright.1 / 4) } else { upright };
                assert_eq!(pixels.dimensions(), expected, "{orientation}: of {side}");
                assert_eq!((small.width, small.height), expected, "{orientation}: as it is said");
                assert_eq!(red_corner(&pixels), corner, "{orientation}: turned, of {side}");
            }
        }
    }
}

fn red_corner(pixels: &image::RgbImage) -> String {
    let (width, height) = pixels.dimensions();
    let corners = [
        ("left upper", 1, 1),
        ("right upper", width - 2, 1),
        ("left lower", 1, height - 2),
        ("right lower", width - 2, height - 2),
    ];
    let is_red = |pixel: &Rgb<u8>| pixel.0[0] > pixel.0[2];
    let red = corners.iter().filter(|(_, x, y)| is_red(pixels.get_pixel(*x, *y)));
    red.map(|(name, ..)| *name).collect()
}

#[test]
fn orientations_are_a_mirror_and_quarter_turns() {
    for exif in 1..=8 {
        let orientation = Orientation::of_exif(exif).expect("one of eight");
        let mut picture = image::DynamicImage::ImageRgb8(make::corner(8, 4));
        let mut turned = picture.clone();
        picture.apply_orientation(orientation.into());
        if orientation.is_mirrored() {
            turned = turned.fliph();
        }
        for _ in 0..orientation.quarter_turns() {
            turned = turned.rotate90();
        }
        assert_eq!(turned, picture, "{exif}");
    }
    assert_eq!([0, 9].map(Orientation::of_exif), [None, None]);
}

#[test]
fn a_jpeg_says_what_a_pdf_has_to_know() {
    let file = make::picture(16, 8, ImageFormat::Jpeg);
    let plain = Jpeg {
        components: 3,
        bits: 8,
        coding: JpegCoding::Sequential,
        adobe_transform: None,
        is_complete: true,
    };
    let read = |file: &[u8]| facts(file).picture.and_then(|it| it.jpeg).expect("a head");
    assert_eq!(read(&file), plain);
    assert!(plain.fits_pdf(), "the most common kind fits");
    // The mark of the frame and what follows: length, bits, height, width, components.
    let frame = file.windows(2).position(|it| it == [0xFF, 0xC0]).expect("a frame");
    type Change = (usize, u8, Jpeg, bool);
    let cases: [Change; 5] = [
        (1, 0xC2, Jpeg { coding: JpegCoding::Progressive, ..plain }, true),
        (1, 0xC9, Jpeg { coding: JpegCoding::Other, ..plain }, false),
        (4, 12, Jpeg { bits: 12, ..plain }, false),
        (9, 4, Jpeg { components: 4, ..plain }, true),
        (9, 2, Jpeg { components: 2, ..plain }, false),
    ];
    for (place, byte, expected, fits) in cases {
        let mut changed = file.clone();
        changed[frame + place] = byte;
        assert_eq!(read(&changed), expected);
        assert_eq!(expected.fits_pdf(), fits, "{expected:?}");
    }
    let adobe = b"\xFF\xEE\0\x0EAdobe\0\x64\0\0\0\0\x02";
    let marked = [&file[..2], adobe, &file[2..]].concat();
    assert_eq!(read(&marked).adobe_transform, Some(2), "Adobe's mark is read");
    let cut = &file[..file.len() - 2];
    assert!(!read(cut).fits_pdf(), "a reader of PDF may refuse one that is cut short");
}

/// The head of a PNG of that size, and nothing behind it.
fn png_of(width: u32, height: u32) -> Vec<u8> {
    let mut file = make::picture(1, 1, ImageFormat::Png);
    file[16..20].copy_from_slice(&width.to_be_bytes());
    file[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc32(&file[12..29]);
    file[29..33].copy_from_slice(&sum.to_be_bytes());
    file
}

/// The check sum of PNG.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 }
        })
    };
    !bytes.iter().fold(u32::MAX, step)
}

#[test]
fn what_would_take_too_much_memory_is_refused_by_its_head() {
    let gif = [b"GIF89a".as_slice(), &[0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0x2C], &[0; 8]].concat();
    let mut jpeg = make::picture(8, 8, ImageFormat::Jpeg);
    let frame = jpeg.windows(2).position(|it| it == [0xFF, 0xC0]).expect("a frame");
    jpeg[frame + 5..frame + 9].fill(0xFF);
    for file in [gif, jpeg, png_of(20_000, 20_000), png_of(100_001, 1_000)] {
        let facts = facts(&file);
        let size = facts.picture.expect("the head is read");
        assert!(size.pixels() > MOST_PIXELS, "the case is one");
        let said = format!("!too_many_pixels {} × {}", size.width, size.height);
        assert_eq!(codes(&facts.problems), [said.as_str()]);
        let refused = thumbnail(&file, 100).expect_err("it is refused");
        assert_eq!(codes(&[refused]), [said]);
    }
}

#[test]
fn a_head_that_lies_costs_no_more_than_the_pixels_it_says() {
    // 99 million pixels are promised, one is there.
    let file = png_of(9_999, 9_999);
    assert!(facts(&file).problems.is_empty(), "the size is within bounds");
    assert!(thumbnail(&file, 100).is_err(), "nothing of it can be shown");
}

#[test]
fn a_picture_that_breaks_off_is_shown_as_far_as_it_goes() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png] {
        // Noise, so that the pixels take room in the file.
        let noise = image::RgbImage::from_fn(120, 120, |x, y| {
            let value = (x * 7919 + y * 104_729) % 251;
            Rgb([value as u8, (value / 2) as u8, 255 - value as u8])
        });
        let mut file = std::io::Cursor::new(Vec::new());
        noise.write_to(&mut file, format).expect("a picture can be written");
        let file = file.into_inner();
        let cut = &file[..file.len() * 2 / 3];
        let shown = thumbnail(cut, 60).expect("its upper part can be shown");
        assert_eq!(codes(&shown.remarks), ["cut_short"], "{format:?}: it is said");
        let whole = thumbnail(&file, 60).expect("the whole can be shown");
        assert!(whole.remarks.is_empty(), "{format:?}");
        let [shown, whole] = [&shown.bytes, &whole.bytes]
            .map(|it| image::load_from_memory(it).expect("a copy").to_rgb8());
        let differs = |y| {
            let [a, b] = [&shown, &whole].map(|it| it.get_pixel(30, y).0.map(i32::from));
            (0..3).map(|color| (a[color] - b[color]).abs()).max().unwrap_or_default()
        };
        assert!(differs(5) < 24, "{format:?}: the upper part is as it was");
        assert!(differs(58) > 24, "{format:?}: the lower part is not there");
    }
}

#[test]
fn what_cannot_be_shown_has_its_reason() {
    let heic = make::boxed(&["heic"]);
    let cases: [(&[u8], &str, &[&str]); 6] = [
        (b"", "!not_drawn bin", &["!empty"]),
        (b"\0\x01\x02", "!not_drawn bin", &["!unknown_kind"]),
        (b"text", "!not_drawn txt", &[]),
        (&heic, "!not_drawn heic", &["!not_drawn heic"]),
        (b"\x89PNG\r\n\x1A\n", "!damaged", &["!damaged"]),
        (b"\xFF\xD8\xFF\xE0\0\x02", "!cut_short", &["!cut_short"]),
    ];
    for (bytes, refused, problems) in cases {
        let error = thumbnail(bytes, 10).expect_err("there is nothing to show");
        assert_eq!(codes(&[error]), [refused], "{bytes:?}");
        assert_eq!(codes(&facts(bytes).problems), problems, "{bytes:?}");
    }
}

#[test]
fn nothing_of_what_a_picture_says_of_itself_is_in_its_copy() {
    let plain = make::jpeg(8, 8, 1, true);
    let remark = b"<script>alert(1)</script>";
    let length = u8::try_from(remark.len() + 2).expect("it is short");
    let marked = [&plain[..2], &[0xFF, 0xFE, 0, length], remark, &plain[2..]].concat();
    let small = thumbnail(&marked, 8).expect("a picture");
    assert_eq!(small.kind, Kind::Jpeg);
    let holds = |word: &[u8]| small.bytes.windows(word.len()).any(|it| it == word);
    assert!(!holds(b"script") && !holds(b"Exif"), "only pixels are copied");
}

#[test]
fn what_one_can_see_through_stays_so() {
    let glass = image::RgbaImage::from_pixel(20, 10, image::Rgba([1, 2, 3, 0]));
    let mut file = std::io::Cursor::new(Vec::new());
    glass.write_to(&mut file, ImageFormat::Png).expect("a picture can be written");
    let small = thumbnail(file.get_ref(), 10).expect("a picture");
    assert_eq!((small.kind, small.width, small.height), (Kind::Png, 10, 5));
    let copy = image::load_from_memory(&small.bytes).expect("a copy").to_rgba8();
    assert_eq!(copy.get_pixel(3, 3).0[3], 0);
}

#[test]
fn drawn_pages_are_packed_in_the_smaller_form_with_parts_in_black() {
    // Writing: black strokes on white, with smoothed edges.
    let writing: Vec<u8> = (0..400_u32 * 300)
        .flat_map(|at| {
            let shade = match (at % 400) % 40 {
                0..4 => 0,
                4 => 128,
                _ => 255,
            };
            [shade, shade, shade, 255]
        })
        .collect();
    let half = Area { left: 500, top: 0, right: 1_000, bottom: 1_000 };
    let packed = original::packed(400, 300, &writing, &[half]).expect("packed");
    assert_eq!((packed.coding, packed.components), (PictureCoding::Deflated, 1), "grey");
    let mut rows = Vec::new();
    flate2::read::ZlibDecoder::new(&packed.bytes[..]).read_to_end(&mut rows).expect("zlib");
    assert_eq!(rows.len(), 400 * 300);
    assert!(rows.chunks(400).all(|row| row[200..].iter().all(|it| *it == 0)), "covered");
    assert!(rows.chunks(400).all(|row| row[39] == 255 && row[1] == 0), "the rest as it was");
    // A photograph: shades that change from pixel to pixel.
    let photograph: Vec<u8> = (0..400_u32 * 300)
        .flat_map(|at| {
            let shade = |by: u32| u8::try_from(40 + (at * by / 7 + at / 400) % 160).expect("small");
            [shade(1), shade(2), shade(3), 255]
        })
        .collect();
    let packed = original::packed(400, 300, &photograph, &[]).expect("packed");
    assert_eq!((packed.coding, packed.components), (PictureCoding::Jpeg, 3), "in colour");
    assert_eq!((packed.width, packed.height), (400, 300));
    assert!(original::packed(3, 3, &photograph, &[]).is_err(), "sides that do not fit are refused");
}

#[test]
fn a_covered_picture_stands_upright_and_has_nothing_of_its_file() {
    let file = make::jpeg(64, 32, 6, true);
    let left = Area { left: 0, top: 0, right: 500, bottom: 1_000 };
    let covered = original::covered(&file, &[left]).expect("decoded");
    assert_eq!((covered.width, covered.height), (32, 64), "it was turned");
    assert_eq!(original::facts(&covered.bytes).picture.map(|it| it.orientation.exif()), Some(1));
    let pixels = image::load_from_memory(&covered.bytes).expect("a JPEG").into_rgb8();
    for y in 0..64 {
        let [hidden, seen] = [pixels.get_pixel(4, y).0, pixels.get_pixel(28, y).0];
        assert!(hidden.iter().all(|part| *part < 10), "black at {y}: {hidden:?}");
        assert!(seen.iter().any(|part| *part > 150), "as it was at {y}: {seen:?}");
    }
    assert!(original::covered(b"no picture", &[]).is_err());
}
