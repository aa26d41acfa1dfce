//! The head of a JPEG: size, orientation, and what a PDF has to know to take the bytes as they are.
//!
//! A JPEG is a row of segments, each a mark and its length (ITU-T T.81, annex B). They are walked
//! until the first scan begins; what lies in it is not looked at.

use super::{Orientation, Picture};
use crate::original::problem::{Problem, ProblemCode};

/// How the pixels are coded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum JpegCoding {
    /// Baseline or extended sequential DCT with Huffman codes.
    Sequential,
    /// Progressive DCT with Huffman codes.
    Progressive,
    /// Lossless, hierarchical or with arithmetic codes: rare, and not for PDF.
    Other,
}

/// What is particular to a JPEG.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Jpeg {
    /// How many colours a pixel has: 1 for grey, 3 for colour, 4 for print.
    pub components: u8,
    /// How many bits a colour has.
    pub bits: u8,
    /// How the pixels are coded.
    pub coding: JpegCoding,
    /// The transform that Adobe's mark (APP14) names, where there is that mark: 0 none, 1 YCbCr,
    /// 2 YCCK. With it, the four colours of print are stored turned round, which a PDF says with
    /// `/Decode [1 0 1 0 1 0 1 0]`.
    pub adobe_transform: Option<u8>,
    /// Whether the file has its end.
    pub is_complete: bool,
}

impl Jpeg {
    /// Whether a PDF may take it byte for byte as `DCTDecode` (ISO 32000-1, 7.4.8): eight bits,
    /// one, three or four colours, and a coding that every reader knows.
    pub fn fits_pdf(&self) -> bool {
        let known = matches!(self.coding, JpegCoding::Sequential | JpegCoding::Progressive);
        known && self.bits == 8 && matches!(self.components, 1 | 3 | 4) && self.is_complete
    }
}

/// The head of a frame.
struct Frame {
    width: u16,
    height: u16,
    components: u8,
    bits: u8,
    coding: JpegCoding,
}

/// Reads the head of a JPEG.
///
/// # Errors
/// [`ProblemCode::CutShort`] where it ends before its pixels, else [`ProblemCode::Damaged`].
pub(super) fn read(bytes: &[u8]) -> Result<Picture, Problem> {
    let mut segments = Segments { rest: bytes.get(2..).unwrap_or_default() };
    let (mut frame, mut adobe_transform, mut orientation) = (None, None, None);
    while let Some(segment) = segments.next_segment() {
        match segment.mark {
            // Start of scan: the head is over.
            0xDA => break,
            0xE1 => orientation = orientation.or_else(|| exif_orientation(segment.content)),
            0xEE => adobe_transform = adobe_transform.or_else(|| adobe(segment.content)),
            mark => frame = frame.or_else(|| frame_of(mark, segment.content)),
        }
    }
    let frame: Frame = frame.ok_or_else(|| Problem::error(ProblemCode::CutShort, ""))?;
    // A height of none may be told behind the first scan, which nobody does.
    if frame.width == 0 || frame.height == 0 {
        let size = format!("{} × {}", frame.width, frame.height);
        return Err(Problem::error(ProblemCode::Damaged, size));
    }
    Ok(Picture {
        width: frame.width.into(),
        height: frame.height.into(),
        orientation: orientation.unwrap_or_default(),
        jpeg: Some(Jpeg {
            components: frame.components,
            bits: frame.bits,
            coding: frame.coding,
            adobe_transform,
            is_complete: has_end(segments.rest),
        }),
    })
}

struct Segment<'a> {
    mark: u8,
    content: &'a [u8],
}

/// The segments of the head that are still to be read.
struct Segments<'a> {
    rest: &'a [u8],
}

impl<'a> Segments<'a> {
    fn next_segment(&mut self) -> Option<Segment<'a>> {
        // Cameras leave bytes between the segments; any number of 0xFF may stand before a mark.
        let start = self.rest.iter().position(|byte| *byte == 0xFF)?;
        let behind = self.rest.get(start..)?;
        let mark_at = behind.iter().position(|byte| *byte != 0xFF)?;
        let mark = *behind.get(mark_at)?;
        let behind = &behind[mark_at + 1..];
        // A zero is no mark; restarts and the beginning have no length.
        if matches!(mark, 0x00 | 0x01 | 0xD0..=0xD8) {
            self.rest = behind;
            return Some(Segment { mark, content: &[] });
        }
        // The end of the picture before any scan.
        if mark == 0xD9 {
            return None;
        }
        let length = usize::from(u16::from_be_bytes([*behind.first()?, *behind.get(1)?]));
        let content = behind.get(2..length.max(2).min(behind.len()))?;
        self.rest = behind.get(length.max(2)..).unwrap_or_default();
        Some(Segment { mark, content })
    }
}

/// Start of frame, of whichever coding.
fn frame_of(mark: u8, content: &[u8]) -> Option<Frame> {
    let coding = match mark {
        0xC0 | 0xC1 => JpegCoding::Sequential,
        0xC2 => JpegCoding::Progressive,
        0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => JpegCoding::Other,
        _ => return None,
    };
    let [bits, height_1, height_2, width_1, width_2, components, ..] = *content else {
        return None;
    };
    let height = u16::from_be_bytes([height_1, height_2]);
    let width = u16::from_be_bytes([width_1, width_2]);
    Some(Frame { width, height, components, bits, coding })
}

fn exif_orientation(content: &[u8]) -> Option<Orientation> {
    let exif = content.strip_prefix(b"Exif\0\0")?;
    image::metadata::Orientation::from_exif_chunk(exif).map(Orientation::from)
}

/// Adobe's mark: its name, a version, two rows of flags, the transform.
fn adobe(content: &[u8]) -> Option<u8> {
    content.strip_prefix(b"Adobe").and_then(|rest| rest.get(6)).copied()
}

/// Whether the mark of the end stands behind the pixels. What cameras add behind it (films, other
/// pictures) is allowed for: within pixels the mark cannot occur.
fn has_end(pixels: &[u8]) -> bool {
    pixels.windows(2).any(|pair| pair == [0xFF, 0xD9])
}
