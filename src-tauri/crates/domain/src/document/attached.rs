//! Files that go with a document.

use super::Bytes;

/// A file that goes with a document: kept inside the document's file, byte for byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachedFile {
    /// What people call it, with its ending: `receipt.jpg`. It is shown and never used as a path.
    pub name: String,
    /// What it is, as a media type such as `image/jpeg`.
    pub media_type: String,
    /// A sentence on what it shows; may be empty.
    pub description: String,
    /// What it is to the document.
    pub relationship: Relationship,
    /// Its bytes.
    pub bytes: Bytes,
}

/// What an attached file is to the document that it goes with (ISO 19005-3, annex E).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Relationship {
    /// What the document, or a part of it, was made from: an exhibit's original.
    Source,
    /// What the document shows figures of, such as the numbers of a table.
    Data,
    /// The same in another form, such as a recording of what was written down.
    Alternative,
    /// More on what the document says.
    Supplement,
    /// None of these.
    #[default]
    Unspecified,
}
