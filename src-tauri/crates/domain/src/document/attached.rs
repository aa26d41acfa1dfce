//! Files that go with a document.

use std::fmt;
use std::sync::Arc;

/// A file that goes with a document: kept inside the document's file, byte for byte.
#[derive(Clone, PartialEq, Eq)]
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
    pub bytes: Arc<[u8]>,
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

impl fmt::Debug for AttachedFile {
    /// Says how long the file is, not what is in it: that may be millions of bytes, and private.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AttachedFile")
            .field("name", &self.name)
            .field("media_type", &self.media_type)
            .field("description", &self.description)
            .field("relationship", &self.relationship)
            .field("bytes", &self.bytes.len())
            .finish()
    }
}
