//! Pixels as a page keeps them: in whichever form is the smaller, with parts of them covered.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use holdfast_domain::Area;
use holdfast_domain::document::PictureCoding;
use image::ExtendedColorType;
use image::codecs::jpeg::JpegEncoder;

use super::pixels::{MOST_PAGE_PIXELS, rows};
use super::{decoder, read, thumbnail};
use crate::original::problem::{Problem, ProblemCode};

/// How finely drawn pages are kept, of 100.
const PAGE_QUALITY: u8 = 85;
/// How finely photographs are kept of which parts are covered, of 100.
const PHOTOGRAPH_QUALITY: u8 = 92;
/// By how much the colours of a pixel may differ for it to count as grey: edges of letters that were
/// smoothed do a little.
const GREY: u8 = 6;
/// Paper and ink of a drawn page are kept in so many shades less one, which is more than is seen and
/// packs to a third.
const SHADES: u16 = 15;
/// How many in a thousand of a page's pixels are neither paper nor ink where it is a photograph
/// rather than writing: smooth shades pack badly without loss.
const WRITING: usize = 250;

/// Pixels in a form that a page takes, eight bits a colour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    /// How the bytes are coded.
    pub coding: PictureCoding,
    /// 1 for grey, 3 for red, green and blue.
    pub components: u8,
    /// The width in pixels.
    pub width: u32,
    /// The height in pixels.
    pub height: u32,
    /// The pixels; nothing else is in them.
    pub bytes: Vec<u8>,
    /// Remarks, such as that the lower part is missing.
    pub remarks: Vec<Problem>,
}

/// Pixels of a drawn page, rows from the top, four bytes a pixel of which the last is not looked at;
/// the areas are filled with black before anything else is done.
///
/// # Errors
/// [`ProblemCode::Damaged`] where there are not as many bytes as the sides say.
pub fn packed(width: u32, height: u32, rgba: &[u8], covered: &[Area]) -> Result<Packed, Problem> {
    let damaged = || Problem::error(ProblemCode::Damaged, "");
    if rgba.len() as u64 != u64::from(width) * u64::from(height) * 4 {
        return Err(damaged());
    }
    let is_grey = |pixel: &[u8]| {
        let [low, high] = [pixel[..3].iter().min(), pixel[..3].iter().max()];
        low.zip(high).is_some_and(|(low, high)| high - low <= GREY)
    };
    let components = if rgba.chunks_exact(4).all(is_grey) { 1 } else { 3 };
    let mut rows: Vec<u8> = if components == 1 {
        rgba.chunks_exact(4).map(|pixel| pixel[1]).collect()
    } else {
        rgba.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect()
    };
    cover(&mut rows, components, [width, height], covered);
    let (coding, bytes) = smaller(&rows, components, [width, height]).ok_or_else(damaged)?;
    Ok(Packed { coding, components, width, height, bytes, remarks: Vec::new() })
}

/// The pixels of a picture that stands upright, its areas filled with black. Nothing of its file is
/// taken along: neither what it says of itself nor the pixels that are covered.
///
/// # Errors
/// As [`super::pixels`].
pub fn covered(bytes: &[u8], covered: &[Area]) -> Result<Packed, Problem> {
    let kind = crate::original::kind(bytes);
    let head = read(kind, bytes)?;
    if head.pixels() > MOST_PAGE_PIXELS {
        let size = format!("{} × {}", head.width, head.height);
        return Err(Problem::error(ProblemCode::TooManyPixels, size));
    }
    let mut remarks = Vec::new();
    let mut picture = thumbnail::pixels(decoder(kind, bytes)?, head, &mut remarks)?;
    picture.apply_orientation(head.orientation.into());
    let (width, height) = (picture.width(), picture.height());
    let (components, mut rows) = rows(picture);
    cover(&mut rows, components, [width, height], covered);
    let damaged = || Problem::error(ProblemCode::Damaged, "");
    let packed = jpeg(&rows, components, [width, height], PHOTOGRAPH_QUALITY);
    let bytes = packed.ok_or_else(damaged)?;
    Ok(Packed { coding: PictureCoding::Jpeg, components, width, height, bytes, remarks })
}

/// Fills areas with black.
fn cover(rows: &mut [u8], components: u8, [width, height]: [u32; 2], areas: &[Area]) {
    let stride = width as usize * usize::from(components);
    for area in areas {
        let [from, to, top, bottom] = area.pixels(width, height).map(|it| it as usize);
        let across = from * usize::from(components)..to * usize::from(components);
        let within = rows.chunks_exact_mut(stride.max(1)).take(bottom).skip(top);
        within.filter_map(|row| row.get_mut(across.clone())).for_each(|part| part.fill(0));
    }
}

/// Writing is the smaller without loss, what looks like a photograph as JPEG.
fn smaller(rows: &[u8], components: u8, size: [u32; 2]) -> Option<(PictureCoding, Vec<u8>)> {
    let is_between = |shade: &&u8| (24..232).contains(*shade);
    let between = rows.iter().filter(is_between).count();
    if between.saturating_mul(1_000) > rows.len().saturating_mul(WRITING) {
        return Some((PictureCoding::Jpeg, jpeg(rows, components, size, PAGE_QUALITY)?));
    }
    let deflated = deflated(rows)?;
    let lossy = jpeg(rows, components, size, PAGE_QUALITY)?;
    Some(if deflated.len() <= lossy.len() {
        (PictureCoding::Deflated, deflated)
    } else {
        (PictureCoding::Jpeg, lossy)
    })
}

fn jpeg(rows: &[u8], components: u8, [width, height]: [u32; 2], quality: u8) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let colours = if components == 1 { ExtendedColorType::L8 } else { ExtendedColorType::Rgb8 };
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, quality);
    encoder.encode(rows, width, height, colours).ok()?;
    Some(bytes)
}

fn deflated(rows: &[u8]) -> Option<Vec<u8>> {
    let shade = |value: &u8| {
        let nearest = (u16::from(*value) * SHADES + 127) / 255;
        u8::try_from(nearest * 255 / SHADES).unwrap_or(u8::MAX)
    };
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    for piece in rows.chunks(1 << 16) {
        let shades: Vec<u8> = piece.iter().map(shade).collect();
        encoder.write_all(&shades).ok()?;
    }
    encoder.finish().ok()
}
