//! What stands in a document where words are covered.

use std::borrow::Cow;

/// Stands in text where words are covered. The typesetter draws it as a solid bar that is read and
/// copied as [`COVERED_WORDS`]; nobody types it.
pub const COVERED: char = '\u{F8F0}';

/// How a bar is read aloud and copied, and what stands in its place where nothing is drawn: in
/// bookmarks, properties, names of files and what pictures show.
pub const COVERED_WORDS: &str = "[covered]";

/// The text as it is read where nothing is drawn.
pub fn readable(text: &str) -> Cow<'_, str> {
    if text.contains(COVERED) {
        Cow::Owned(text.replace(COVERED, COVERED_WORDS))
    } else {
        Cow::Borrowed(text)
    }
}
