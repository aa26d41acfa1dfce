//! What is pasted from the clipboard: a picture of the screen, or text.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::adding::Incoming;
use crate::App;
use crate::error::{refused, with};
use crate::wire::{AppError, ErrorCode, EvidenceAdded, EvidenceAdding, Pasted};

/// The largest thing that can be pasted, in bytes: 32 MB. What is larger is saved as a file first.
const LARGEST_PASTED: usize = 32_000_000;

impl App {
    /// Adds what was pasted as an original of its own.
    ///
    /// # Errors
    /// `FileTooLarge`; `FileEmpty`; `Refused` where it is not what it says; as
    /// [`App::bring_evidence`].
    pub fn add_pasted(
        &self,
        adding: &EvidenceAdding,
        pasted: &Pasted,
    ) -> Result<EvidenceAdded, AppError> {
        let name = super::shown(&pasted.name);
        let coded = pasted.bytes.as_deref().unwrap_or_default();
        let text = pasted.text.as_deref().unwrap_or_default();
        // Four letters of base 64 stand for three bytes.
        if coded.len() / 4 * 3 > LARGEST_PASTED || text.len() > LARGEST_PASTED {
            let values = [("name", name), ("limit", LARGEST_PASTED.to_string())];
            return Err(with(ErrorCode::FileTooLarge, values));
        }
        let bytes = match coded {
            "" => text.as_bytes().to_vec(),
            coded => STANDARD.decode(coded).map_err(|_| refused("bytes", "not_base64", []))?,
        };
        if bytes.is_empty() {
            return Err(with(ErrorCode::FileEmpty, [("name", name)]));
        }
        self.bring_evidence(adding, vec![Incoming::Pasted { name, bytes }], &mut |_| true)
    }
}
