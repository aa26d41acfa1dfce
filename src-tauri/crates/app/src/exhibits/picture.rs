//! Pictures: a JPEG's own bytes where a PDF takes them, else the pixels, without loss.

use std::sync::Arc;

use holdfast_domain::Sha256;
use holdfast_domain::document::{PictureCoding, PicturedWord};
use holdfast_dossier::Scan;
use holdfast_intake::original::{Packed, Picture, Problem, ProblemCode};

use super::covers::Covers;
use crate::foreign;

/// What a page can show of a picture: with parts covered, pixels that were made anew, and nothing of
/// what the file says of itself.
pub(super) fn shown(sha256: Sha256, bytes: &Arc<[u8]>, covers: &Covers) -> Result<Scan, String> {
    if !covers.is_empty() {
        let packed = foreign::covered(bytes, covers.on(1)).map_err(|problem| why(&problem))?;
        return Ok(scan(packed, Vec::new()));
    }
    let Some(picture) = foreign::facts(bytes).picture else {
        return Err("Pictures of this kind, or in this state, cannot be shown here; open the \
                    attached original."
            .to_owned());
    };
    match as_it_is(&picture) {
        Some(components) => Ok(Scan {
            coding: PictureCoding::Jpeg,
            components,
            width: picture.width,
            height: picture.height,
            orientation: picture.orientation.exif(),
            bytes: super::stored(sha256, bytes),
            words: Arc::from([]),
            is_cut: false,
        }),
        None => unpacked(bytes),
    }
}

/// How many colours a JPEG has that a PDF for archives takes as it is: the four of print would want
/// a description of their ink.
fn as_it_is(picture: &Picture) -> Option<u8> {
    let jpeg = picture.jpeg.filter(|jpeg| jpeg.fits_pdf())?;
    matches!(jpeg.components, 1 | 3).then_some(jpeg.components)
}

/// Packed pixels that stand upright, with the words on them.
pub(super) fn scan(packed: Packed, words: Vec<PicturedWord>) -> Scan {
    Scan {
        coding: packed.coding,
        components: packed.components,
        width: packed.width,
        height: packed.height,
        orientation: 1,
        bytes: packed.bytes.into(),
        words: words.into(),
        is_cut: !packed.remarks.is_empty(),
    }
}

fn unpacked(bytes: &Arc<[u8]>) -> Result<Scan, String> {
    let pixels = foreign::pixels(bytes).map_err(|problem| why(&problem))?;
    Ok(Scan {
        coding: PictureCoding::Deflated,
        components: pixels.components,
        width: pixels.width,
        height: pixels.height,
        orientation: pixels.orientation.exif(),
        bytes: pixels.deflated.into(),
        words: Arc::from([]),
        is_cut: !pixels.remarks.is_empty(),
    })
}

fn why(problem: &Problem) -> String {
    let why = if problem.code == ProblemCode::TooManyPixels {
        "It has too many pixels to be shown here; open the attached original."
    } else {
        "It cannot be shown here; open the attached original."
    };
    why.to_owned()
}
