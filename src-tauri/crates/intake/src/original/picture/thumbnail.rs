//! Small upright copies of pictures.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageBuffer, ImageDecoder, ImageError, ImageFormat};

use super::{MOST_PIXELS, Picture, decoder, read};
use crate::original::Kind;
use crate::original::problem::{Problem, ProblemCode};

/// A small copy that stands upright.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thumbnail {
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// [`Kind::Jpeg`], or [`Kind::Png`] for pictures that one can see through.
    pub kind: Kind,
    /// The file: pixels and nothing of what else the original says of itself.
    pub bytes: Vec<u8>,
    /// Remarks, such as that the lower part is missing.
    pub remarks: Vec<Problem>,
}

/// How finely small copies are kept, of 100.
const QUALITY: u8 = 82;

/// Makes an upright copy of a picture whose longer side has at most `side` pixels; a smaller
/// picture keeps its size. Of a moving picture it is the first.
///
/// A picture that breaks off is shown as far as it goes, with a remark.
///
/// # Errors
/// [`ProblemCode::NotDrawn`] for what is no picture, or of a kind that is not decoded;
/// [`ProblemCode::TooManyPixels`], told from the head and counted again while decoding;
/// [`ProblemCode::Damaged`] where nothing of it can be shown.
pub fn thumbnail(bytes: &[u8], side: u32) -> Result<Thumbnail, Problem> {
    let kind = crate::original::kind(bytes);
    let head = read(kind, bytes)?;
    let too_many =
        || Problem::error(ProblemCode::TooManyPixels, format!("{} × {}", head.width, head.height));
    if head.pixels() > MOST_PIXELS {
        return Err(too_many());
    }
    let decoder = decoder(kind, bytes)?;
    // Sixteen bits a colour double what a pixel takes.
    if decoder.total_bytes() > MOST_PIXELS * 4 {
        return Err(too_many());
    }
    let mut remarks = Vec::new();
    let picture = pixels(decoder, head, &mut remarks)?;
    written(&upright(picture, head, side.max(1)), remarks)
}

/// Decodes as far as it goes.
pub(super) fn pixels(
    decoder: impl ImageDecoder,
    head: Picture,
    remarks: &mut Vec<Problem>,
) -> Result<DynamicImage, Problem> {
    let damaged = || Problem::error(ProblemCode::Damaged, "");
    let (width, height) = decoder.dimensions();
    let color = decoder.color_type();
    let size = usize::try_from(decoder.total_bytes()).map_err(|_| damaged())?;
    let mut buffer = vec![0; size];
    let read = decoder.read_image(&mut buffer);
    if matches!(read, Err(ImageError::Limits(_))) {
        // A picture within it is larger than its head says.
        return Err(Problem::error(ProblemCode::TooManyPixels, ""));
    }
    let is_whole = read.is_ok();
    let is_cut = head.jpeg.is_some_and(|jpeg| !jpeg.is_complete);
    if !is_whole && buffer.iter().all(|byte| *byte == 0) {
        return Err(damaged());
    }
    if !is_whole || is_cut {
        remarks.push(Problem::remark(ProblemCode::CutShort, ""));
    }
    image_of(width, height, color, buffer).ok_or_else(damaged)
}

/// The pixels as the library's own picture, of eight bits a colour.
fn image_of(
    width: u32,
    height: u32,
    color: image::ColorType,
    buffer: Vec<u8>,
) -> Option<DynamicImage> {
    use image::ColorType;
    // Of sixteen bits the upper eight are enough to look at.
    let upper = |buffer: Vec<u8>| -> Vec<u8> {
        let upper = |pair: &[u8]| u16::from_ne_bytes([pair[0], pair[1]]).to_be_bytes()[0];
        buffer.chunks_exact(2).map(upper).collect()
    };
    match color {
        ColorType::L8 => ImageBuffer::from_raw(width, height, buffer).map(DynamicImage::ImageLuma8),
        ColorType::La8 => {
            ImageBuffer::from_raw(width, height, buffer).map(DynamicImage::ImageLumaA8)
        }
        ColorType::Rgb8 => {
            ImageBuffer::from_raw(width, height, buffer).map(DynamicImage::ImageRgb8)
        }
        ColorType::Rgba8 => {
            ImageBuffer::from_raw(width, height, buffer).map(DynamicImage::ImageRgba8)
        }
        ColorType::L16 => image_of(width, height, ColorType::L8, upper(buffer)),
        ColorType::La16 => image_of(width, height, ColorType::La8, upper(buffer)),
        ColorType::Rgb16 => image_of(width, height, ColorType::Rgb8, upper(buffer)),
        ColorType::Rgba16 => image_of(width, height, ColorType::Rgba8, upper(buffer)),
        // Fractions, as films are graded with: no camera of a household writes them.
        ColorType::Rgb32F | ColorType::Rgba32F | _ => None,
    }
}

/// Small first, then turned: turning the large one would take its memory twice.
fn upright(picture: DynamicImage, head: Picture, side: u32) -> DynamicImage {
    let is_small = picture.width().max(picture.height()) <= side;
    let mut small = if is_small { picture } else { picture.thumbnail(side, side) };
    small.apply_orientation(head.orientation.into());
    small
}

fn written(picture: &DynamicImage, remarks: Vec<Problem>) -> Result<Thumbnail, Problem> {
    let mut bytes = Vec::new();
    let has_alpha = picture.color().has_alpha();
    let result = if has_alpha {
        picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)
    } else {
        JpegEncoder::new_with_quality(&mut bytes, QUALITY).encode_image(picture)
    };
    result.map_err(|_| Problem::error(ProblemCode::Damaged, ""))?;
    let kind = if has_alpha { Kind::Png } else { Kind::Jpeg };
    Ok(Thumbnail { width: picture.width(), height: picture.height(), kind, bytes, remarks })
}
