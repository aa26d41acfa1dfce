//! The originals as a dossier gives them: read from the evidence, pictures as pages can take them.

use std::sync::Arc;

use holdfast_domain::Attachment;
use holdfast_domain::document::PictureCoding;
use holdfast_dossier::{Original, Scan};
use holdfast_intake::original::{self, Family, Picture, ProblemCode};

use crate::App;
use crate::dossiers::Withheld;

/// How many bytes of originals one dossier takes in all: more than that neither mail nor an office's
/// form takes.
const MOST: u64 = 100_000_000;

impl App {
    /// Reads the originals, in their order, as far as there is room for them.
    /// What holds words that are covered for the reader is withheld.
    pub(crate) fn originals(
        &self,
        files: &[&Attachment],
        withheld: &Withheld<'_>,
    ) -> Vec<Original> {
        let mut left = MOST;
        let read = |file: &&Attachment| {
            if file.size > left {
                return without(
                    file,
                    "It is too large for this file, and is to be had on request.",
                );
            }
            let mut bytes = Vec::with_capacity(usize::try_from(file.size).unwrap_or_default());
            if self.store().read_original(file.sha256, &mut bytes).is_err() {
                return without(file, "The stored original is missing or damaged.");
            }
            if let Some(why) = withheld.why(&bytes) {
                return without(file, why);
            }
            left -= file.size;
            let bytes: Arc<[u8]> = bytes.into();
            Original { sha256: file.sha256, shown: shown(&bytes), bytes: Some(bytes) }
        };
        files.iter().map(read).collect()
    }
}

fn without(file: &Attachment, why: &str) -> Original {
    Original { sha256: file.sha256, bytes: None, shown: Err(why.to_owned()) }
}

/// What a page can show of an original: a JPEG's own bytes where a PDF takes them, else the pixels
/// of a picture, without loss.
fn shown(bytes: &Arc<[u8]>) -> Result<Scan, String> {
    let facts = original::facts(bytes);
    if facts.kind.family() != Family::Picture {
        return Err("It is no picture; open the attached original.".to_owned());
    }
    let Some(picture) = facts.picture else {
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
            bytes: Arc::clone(bytes),
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

fn unpacked(bytes: &[u8]) -> Result<Scan, String> {
    let pixels = original::pixels(bytes).map_err(|problem| {
        let why = if problem.code == ProblemCode::TooManyPixels {
            "It has too many pixels to be shown here; open the attached original."
        } else {
            "It cannot be shown here; open the attached original."
        };
        why.to_owned()
    })?;
    Ok(Scan {
        coding: PictureCoding::Deflated,
        components: pixels.components,
        width: pixels.width,
        height: pixels.height,
        orientation: pixels.orientation.exif(),
        bytes: pixels.deflated.into(),
        is_cut: !pixels.remarks.is_empty(),
    })
}
