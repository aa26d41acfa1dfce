//! Pictures whose corners differ.

use std::io::Cursor;
use std::io::Write;
use std::sync::Arc;

use holdfast_domain::Area;
use holdfast_domain::document::{Picture, PictureCoding, PicturedWord};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

/// The colours of the corners of what is stored: upper left, upper right, lower left, lower right.
const CORNERS: [[u8; 3]; 4] = [[220, 20, 20], [20, 200, 20], [20, 20, 220], [230, 220, 20]];

/// What is stored: 64 pixels wide, 32 high, a colour for each quarter.
pub fn stored() -> DynamicImage {
    let picture = RgbImage::from_fn(64, 32, |x, y| {
        let corner = usize::from(x >= 32) + 2 * usize::from(y >= 16);
        Rgb(CORNERS[corner])
    });
    DynamicImage::ImageRgb8(picture)
}

/// A picture as a JPEG file that says it is turned.
pub fn jpeg(orientation: u8) -> Picture {
    let mut bytes = Vec::new();
    stored().write_to(&mut Cursor::new(&mut bytes), ImageFormat::Jpeg).expect("a JPEG");
    picture(PictureCoding::Jpeg, orientation, bytes)
}

/// The same as packed pixels.
pub fn deflated(orientation: u8) -> Picture {
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(stored().as_bytes()).expect("packed");
    picture(PictureCoding::Deflated, orientation, packed.finish().expect("packed"))
}

/// The same with words in it, also of scripts that no shipped font has, and one character that no
/// file for archives may name.
pub fn with_words() -> Picture {
    let word = |text: &str, left, top| PicturedWord {
        text: text.to_owned(),
        area: Area { left, top, right: left + 200, bottom: top + 100 },
    };
    let words = vec![
        word("Refund", 100, 100),
        word("zugesagt", 500, 100),
        word("返金", 100, 400),
        word("שלום", 500, 400),
        word("🙂", 100, 700),
        word("\u{E000}", 500, 700),
    ];
    Picture { words: words.into(), ..deflated(1) }
}

fn picture(coding: PictureCoding, orientation: u8, bytes: Vec<u8>) -> Picture {
    Picture {
        label: "Ex. 7".to_owned(),
        alternative: "Four quarters of different colours".to_owned(),
        coding,
        components: 3,
        width: 64,
        height: 32,
        orientation,
        bytes: bytes.into(),
        words: Arc::from([]),
    }
}
