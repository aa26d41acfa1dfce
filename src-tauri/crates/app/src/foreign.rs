//! What others made, read where a fault of the reading does no harm: the one way from here to the
//! readers of pictures, PDF, e-mails and documents. A file on which a reader fails, or which it does
//! not get done with, is one that is damaged; it is kept all the same.

use std::sync::Arc;
use std::time::Duration;

use holdfast_domain::{Area, DayOrder};
use holdfast_intake::mail::thread::{self, Thread};
use holdfast_intake::mail::{self, MailDraft};
use holdfast_intake::original::{
    self, Facts, Kind, Packed, Pixels, Problem, ProblemCode, Text, Thumbnail,
};
use holdfast_typeset::preview::{Preview, PreviewError};

use crate::guard::guarded;

/// How long somebody waits who looks at a file.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// How long all the words of a file are waited for: a fair machine reads two thousand pages in it.
pub(crate) const LONG_PATIENCE: Duration = Duration::from_secs(120);

/// What it is.
pub(crate) fn kind(bytes: &Arc<[u8]>) -> Kind {
    let bytes = Arc::clone(bytes);
    guarded(PATIENCE, move || original::kind(&bytes)).unwrap_or(Kind::Unknown)
}

/// What can be said of it without unpacking it.
pub(crate) fn facts(bytes: &Arc<[u8]>) -> Facts {
    let bytes = Arc::clone(bytes);
    let read = guarded(PATIENCE, move || original::facts(&bytes));
    read.unwrap_or_else(|_| Facts { kind: Kind::Unknown, picture: None, problems: vec![damaged()] })
}

/// The words in it.
pub(crate) fn text(bytes: &Arc<[u8]>, patience: Duration) -> Text {
    let bytes = Arc::clone(bytes);
    let read = guarded(patience, move || original::text(&bytes));
    read.unwrap_or_else(|_| Text { problems: vec![damaged()], ..Text::default() })
}

/// The e-mail that it is.
pub(crate) fn mail(bytes: &Arc<[u8]>) -> Result<MailDraft, Problem> {
    let bytes = Arc::clone(bytes);
    or_damaged(move || mail::read(&bytes))
}

/// The name that the sender's program gave an e-mail of which this is the beginning.
pub(crate) fn message_id(beginning: &Arc<[u8]>) -> Option<String> {
    let beginning = Arc::clone(beginning);
    guarded(PATIENCE, move || mail::message_id(&beginning)).ok().flatten()
}

/// What was said in a pasted text.
pub(crate) fn pasted(text: &str, order: Option<DayOrder>) -> Thread {
    let text = text.to_owned();
    let read = guarded(PATIENCE, move || thread::read(&text, order));
    read.unwrap_or_else(|_| Thread { problems: vec![damaged()], ..Thread::default() })
}

/// A small picture of it.
pub(crate) fn thumbnail(bytes: &Arc<[u8]>, side: u32) -> Result<Thumbnail, Problem> {
    let bytes = Arc::clone(bytes);
    or_damaged(move || original::thumbnail(&bytes, side))
}

/// Its pixels, packed without loss.
pub(crate) fn pixels(bytes: &Arc<[u8]>) -> Result<Pixels, Problem> {
    let bytes = Arc::clone(bytes);
    or_damaged(move || original::pixels(&bytes))
}

/// Its pixels with parts of them covered.
pub(crate) fn covered(bytes: &Arc<[u8]>, areas: Vec<Area>) -> Result<Packed, Problem> {
    let bytes = Arc::clone(bytes);
    or_damaged(move || original::covered(&bytes, &areas))
}

/// How many pages a PDF has.
pub(crate) fn page_count(bytes: &Arc<[u8]>) -> Option<u32> {
    let bytes = Arc::clone(bytes);
    guarded(PATIENCE, move || original::pdf_page_count(&bytes)).ok().flatten()
}

/// The pages of a PDF.
pub(crate) fn pages(bytes: &Arc<[u8]>) -> Result<Preview, PreviewError> {
    let bytes = Arc::clone(bytes);
    let opened = guarded(PATIENCE, move || Preview::open(bytes));
    opened.unwrap_or(Err(PreviewError::Unreadable))
}

/// What `draw` makes of the pages. Our own files come here as well: the pictures in them are others'.
pub(crate) fn drawn<T: Send + 'static>(
    pages: &Arc<Preview>,
    draw: impl FnOnce(&Preview) -> Result<T, PreviewError> + Send + 'static,
) -> Result<T, PreviewError> {
    let pages = Arc::clone(pages);
    guarded(PATIENCE, move || draw(&pages)).unwrap_or(Err(PreviewError::Picture))
}

fn or_damaged<T: Send + 'static>(
    read: impl FnOnce() -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    guarded(PATIENCE, read).unwrap_or_else(|_| Err(damaged()))
}

fn damaged() -> Problem {
    Problem { is_error: true, code: ProblemCode::Damaged, text: String::new() }
}
