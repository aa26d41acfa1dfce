//! A document that was composed, held so that it can be looked at page by page and given out. What
//! is saved is the very document that was looked at.

use std::sync::Arc;

use holdfast_typeset::preview::Preview;
use uuid::Uuid;

use crate::dossiers::Edition;
use crate::error::{plain, with};
use crate::lock::locked;
use crate::wire::{AppError, DocumentPreview, ErrorCode};
use crate::{App, foreign};

/// The document that was composed last.
pub(crate) struct Composed {
    id: String,
    file_name: String,
    bytes: Arc<Vec<u8>>,
    preview: Arc<Preview>,
    /// What it is an edition of, where it is a dossier.
    edition: Option<Edition>,
}

impl App {
    /// Holds a document until the next one.
    pub(crate) fn hold(
        &self,
        bytes: Vec<u8>,
        missing: &[char],
        file_name: String,
    ) -> Result<DocumentPreview, AppError> {
        self.hold_as(None, bytes, missing, file_name)
    }

    /// Holds an edition of a dossier until the next document.
    pub(crate) fn hold_edition(
        &self,
        edition: Edition,
        bytes: Vec<u8>,
        missing: &[char],
        file_name: String,
    ) -> Result<DocumentPreview, AppError> {
        self.hold_as(Some(edition), bytes, missing, file_name)
    }

    fn hold_as(
        &self,
        edition: Option<Edition>,
        bytes: Vec<u8>,
        missing: &[char],
        file_name: String,
    ) -> Result<DocumentPreview, AppError> {
        let bytes = Arc::new(bytes);
        let preview = Arc::new(Preview::shared(Arc::clone(&bytes)).map_err(typesetting)?);
        let (width, height) = preview.size(0).map_err(typesetting)?;
        let answer = DocumentPreview {
            id: Uuid::now_v7().to_string(),
            pages: preview.pages() as u32,
            width: width.round() as u32,
            height: height.round() as u32,
            missing: missing.iter().map(ToString::to_string).collect(),
            file_name,
        };
        *locked(&self.document) = Some(Composed {
            id: answer.id.clone(),
            file_name: answer.file_name.clone(),
            bytes,
            preview,
            edition,
        });
        Ok(answer)
    }

    /// The edition that a composed document is, and its bytes.
    ///
    /// # Errors
    /// `PreviewGone` where another was composed since, or it is no dossier.
    pub(crate) fn held_edition(&self, id: &str) -> Result<(Edition, Arc<Vec<u8>>), AppError> {
        let held = locked(&self.document);
        let composed = named(&held, id)?;
        let edition = composed.edition.clone().ok_or_else(gone)?;
        Ok((edition, Arc::clone(&composed.bytes)))
    }

    /// A page of a composed document as a PNG so many pixels wide.
    ///
    /// # Errors
    /// `PreviewGone` where another was composed since, or `TypesettingFailed`.
    pub fn document_page(&self, id: &str, page: u32, width: u32) -> Result<Vec<u8>, AppError> {
        // It is not held while a page is drawn.
        let preview = Arc::clone(&named(&locked(&self.document), id)?.preview);
        let width = width.clamp(16, 4_000);
        foreign::drawn(&preview, move |of| of.png(page as usize, width)).map_err(typesetting)
    }

    /// The name proposed for a composed document, and its bytes.
    ///
    /// # Errors
    /// `PreviewGone` where another was composed since.
    pub fn document_file(&self, id: &str) -> Result<(String, Arc<Vec<u8>>), AppError> {
        let held = locked(&self.document);
        let composed = named(&held, id)?;
        Ok((composed.file_name.clone(), Arc::clone(&composed.bytes)))
    }
}

/// The document of that id, unless another was composed since.
fn named<'a>(held: &'a Option<Composed>, id: &str) -> Result<&'a Composed, AppError> {
    held.as_ref().filter(|it| it.id == id).ok_or_else(gone)
}

fn gone() -> AppError {
    plain(ErrorCode::PreviewGone)
}

/// That a document could not be set.
pub(crate) fn typesetting(error: impl std::fmt::Display) -> AppError {
    with(ErrorCode::TypesettingFailed, [("detail", error.to_string())])
}

/// A name for a file from what it is and of which matter: nothing that a file system would refuse.
pub(crate) fn file_name(what: &str, title: &str, day: &str, ending: &str) -> String {
    let kept = title.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' });
    let words: String = kept.collect();
    let words: Vec<&str> = words.split_whitespace().take(8).collect();
    let title: String = words.join(" ").chars().take(80).collect();
    format!("{what} {title} {day}.{ending}")
}
