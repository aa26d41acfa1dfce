//! Pictures: how large they are, which side is up, and small copies to be shown.
//!
//! Everything said here stands in the head of the file: nothing is decoded for it.

mod jpeg;
mod orientation;
mod packed;
mod pixels;
mod thumbnail;

use std::io::Cursor;

use image::{ImageDecoder, ImageFormat, ImageReader, Limits};

pub use jpeg::{Jpeg, JpegCoding};
pub use orientation::Orientation;
pub use packed::{Packed, covered, packed};
pub use pixels::{MOST_PAGE_PIXELS, Pixels, pixels};
pub use thumbnail::{Thumbnail, thumbnail};

use super::Kind;
use super::problem::{Problem, ProblemCode};

/// The largest picture that is decoded, in pixels: what telephones with the finest cameras make.
/// Four bytes a pixel, that is 400 million bytes.
pub const MOST_PIXELS: u64 = 100_000_000;

/// What the head of a picture says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picture {
    /// The width of what is stored, in pixels; see [`Picture::upright`].
    pub width: u32,
    /// The height of what is stored, in pixels.
    pub height: u32,
    /// How it is to be turned to stand upright.
    pub orientation: Orientation,
    /// For JPEG: what a PDF has to know to take its bytes as they are.
    pub jpeg: Option<Jpeg>,
}

impl Picture {
    /// Width and height when it stands upright.
    pub fn upright(&self) -> (u32, u32) {
        if self.orientation.swaps_sides() {
            (self.height, self.width)
        } else {
            (self.width, self.height)
        }
    }

    /// How many pixels it has.
    pub fn pixels(&self) -> u64 {
        u64::from(self.width) * u64::from(self.height)
    }
}

/// What the head of a picture says.
///
/// # Errors
/// [`ProblemCode::NotDrawn`] for a kind that is not decoded here, and [`ProblemCode::Damaged`].
/// A size beyond [`MOST_PIXELS`] is no error here: it is a fact.
pub(super) fn read(kind: Kind, bytes: &[u8]) -> Result<Picture, Problem> {
    if kind == Kind::Jpeg {
        return jpeg::read(bytes);
    }
    let mut decoder = decoder(kind, bytes)?;
    let (width, height) = decoder.dimensions();
    if width == 0 || height == 0 {
        return Err(Problem::error(ProblemCode::Damaged, format!("{width} × {height}")));
    }
    // A mark of orientation that cannot be read is as good as none.
    let orientation = decoder.orientation().map(Orientation::from).unwrap_or_default();
    Ok(Picture { width, height, orientation, jpeg: None })
}

/// The decoder of a picture, with the limits set that it is to keep.
fn decoder(kind: Kind, bytes: &[u8]) -> Result<impl ImageDecoder, Problem> {
    let format =
        format(kind).ok_or_else(|| Problem::error(ProblemCode::NotDrawn, kind.ending()))?;
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits());
    reader.into_decoder().map_err(|_| Problem::error(ProblemCode::Damaged, ""))
}

/// What decoding may take besides the pixels themselves, which are counted before.
fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_PIXELS * 4);
    limits
}

fn format(kind: Kind) -> Option<ImageFormat> {
    const FORMATS: [(Kind, ImageFormat); 6] = [
        (Kind::Jpeg, ImageFormat::Jpeg),
        (Kind::Png, ImageFormat::Png),
        (Kind::Gif, ImageFormat::Gif),
        (Kind::WebP, ImageFormat::WebP),
        (Kind::Tiff, ImageFormat::Tiff),
        (Kind::Bmp, ImageFormat::Bmp),
    ];
    FORMATS.iter().find(|(known, _)| *known == kind).map(|(_, format)| *format)
}
