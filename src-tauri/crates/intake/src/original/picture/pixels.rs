//! The pixels of a picture, packed without loss, for pages that cannot take its bytes as they are.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use image::DynamicImage;

use super::{Orientation, decoder, read, thumbnail};
use crate::original::problem::{Problem, ProblemCode};

/// The largest picture that is unpacked for a page, in pixels: one at a time is held, at up to eight
/// bytes a pixel.
pub const MOST_PAGE_PIXELS: u64 = 40_000_000;

/// A picture's pixels: rows from the top, eight bits a colour, on white where one could see through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    /// The width of what is stored, in pixels.
    pub width: u32,
    /// The height of what is stored, in pixels.
    pub height: u32,
    /// How it is to be turned to stand upright.
    pub orientation: Orientation,
    /// 1 for grey, 3 for red, green and blue.
    pub components: u8,
    /// The rows as a zlib stream (RFC 1950).
    pub deflated: Vec<u8>,
    /// Remarks, such as that the lower part is missing.
    pub remarks: Vec<Problem>,
}

/// The pixels of a picture. Of a moving picture they are those of the first.
///
/// # Errors
/// [`ProblemCode::NotDrawn`] for what is no picture, or of a kind that is not decoded;
/// [`ProblemCode::TooManyPixels`] beyond [`MOST_PAGE_PIXELS`], told from the head;
/// [`ProblemCode::Damaged`] where nothing of it can be shown.
pub fn pixels(bytes: &[u8]) -> Result<Pixels, Problem> {
    let kind = crate::original::kind(bytes);
    let head = read(kind, bytes)?;
    if head.pixels() > MOST_PAGE_PIXELS {
        let size = format!("{} × {}", head.width, head.height);
        return Err(Problem::error(ProblemCode::TooManyPixels, size));
    }
    let mut remarks = Vec::new();
    let picture = thumbnail::pixels(decoder(kind, bytes)?, head, &mut remarks)?;
    let (width, height) = (picture.width(), picture.height());
    let (components, rows) = rows(picture);
    let damaged = |_| Problem::error(ProblemCode::Damaged, "");
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(&rows).map_err(damaged)?;
    let deflated = encoder.finish().map_err(damaged)?;
    Ok(Pixels { width, height, orientation: head.orientation, components, deflated, remarks })
}

/// How many colours a pixel has, and all of them.
pub(super) fn rows(picture: DynamicImage) -> (u8, Vec<u8>) {
    if picture.color().has_alpha() {
        let through = picture.into_rgba8();
        let on_white = through.pixels().flat_map(|pixel| {
            let [red, green, blue, alpha] = pixel.0.map(u32::from);
            [red, green, blue].map(|colour| {
                let mixed = (colour * alpha + 255 * (255 - alpha) + 127) / 255;
                u8::try_from(mixed).unwrap_or(255)
            })
        });
        return (3, on_white.collect());
    }
    if picture.color().has_color() {
        (3, picture.into_rgb8().into_raw())
    } else {
        (1, picture.into_luma8().into_raw())
    }
}
