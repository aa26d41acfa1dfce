//! A document that was composed, held so that it can be looked at page by page and given out. What
//! is saved is the very document that was looked at.

use std::sync::Arc;

use holdfast_typeset::Pdf;
use holdfast_typeset::preview::Preview;
use uuid::Uuid;

use crate::App;
use crate::dossiers::Edition;
use crate::error::{plain, with};
use crate::wire::{AppError, DocumentPreview, ErrorCode};

/// The document that was composed last.
pub(crate) struct Composed {
    id: String,
    file_name: String,
    bytes: Arc<Vec<u8>>,
    preview: Preview,
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
        let bytes = Arc::new(bytes);
        let preview = Preview::shared(Arc::clone(&bytes)).map_err(typesetting)?;
        let (width, height) = preview.size(0).map_err(typesetting)?;
        let answer = DocumentPreview {
            id: Uuid::now_v7().to_string(),
            pages: preview.pages() as u32,
            width: width.round() as u32,
            height: height.round() as u32,
            missing: missing.iter().map(ToString::to_string).collect(),
            file_name,
        };
        *self.composed() = Some(Composed {
            id: answer.id.clone(),
            file_name: answer.file_name.clone(),
            bytes,
            preview,
            edition: None,
        });
        Ok(answer)
    }

    /// Holds an edition of a dossier until the next document.
    pub(crate) fn hold_edition(
        &self,
        edition: Edition,
        set: Pdf,
        file_name: String,
    ) -> Result<DocumentPreview, AppError> {
        let answer = self.hold(set.bytes, &set.missing, file_name)?;
        if let Some(held) = self.composed().as_mut().filter(|held| held.id == answer.id) {
            held.edition = Some(edition);
        }
        Ok(answer)
    }

    /// The edition that a composed document is, and its bytes.
    ///
    /// # Errors
    /// `PreviewGone` where another was composed since, or it is no dossier.
    pub(crate) fn held_edition(&self, id: &str) -> Result<(Edition, Vec<u8>), AppError> {
        let held = self.composed();
        let composed = held.as_ref().filter(|it| it.id == id);
        let edition = composed.and_then(|it| Some((it.edition.clone()?, it.bytes.to_vec())));
        edition.ok_or_else(|| plain(ErrorCode::PreviewGone))
    }

    /// A page of a composed document as a PNG so many pixels wide.
    ///
    /// # Errors
    /// `PreviewGone` where another was composed since, or `TypesettingFailed`.
    pub fn document_page(&self, id: &str, page: u32, width: u32) -> Result<Vec<u8>, AppError> {
        let held = self.composed();
        let composed = held.as_ref().filter(|it| it.id == id);
        let composed = composed.ok_or_else(|| plain(ErrorCode::PreviewGone))?;
        composed.preview.png(page as usize, width.clamp(16, 4_000)).map_err(typesetting)
    }

    /// The name proposed for a composed document, and its bytes.
    ///
    /// # Errors
    /// `PreviewGone` where another was composed since.
    pub fn document_file(&self, id: &str) -> Result<(String, Vec<u8>), AppError> {
        let held = self.composed();
        let composed = held.as_ref().filter(|it| it.id == id);
        let composed = composed.ok_or_else(|| plain(ErrorCode::PreviewGone))?;
        Ok((composed.file_name.clone(), composed.bytes.to_vec()))
    }

    fn composed(&self) -> std::sync::MutexGuard<'_, Option<Composed>> {
        // A panic while the lock was held leaves a document that is whole or absent; both are sound.
        self.document.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
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
