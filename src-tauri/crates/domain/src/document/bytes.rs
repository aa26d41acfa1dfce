//! Bytes that stand in a document's file as they are.

use std::fmt;
use std::sync::Arc;

use crate::Sha256;

/// Bytes that stand in a document's file as they are: held with the document, or only named.
#[derive(Clone, PartialEq, Eq)]
pub enum Bytes {
    /// The bytes.
    Here(Arc<[u8]>),
    /// Those of a stored original, which whoever writes the file reads at that time: a document
    /// with many large originals is never in memory as a whole.
    Stored(StoredBytes),
}

/// Bytes of a stored original.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct StoredBytes {
    /// What names them.
    pub sha256: Sha256,
    /// How many there are.
    pub size: u64,
    /// The last of them, if there is any: what stands behind them in the file depends on it.
    pub last: Option<u8>,
}

impl Bytes {
    /// How many there are.
    pub fn size(&self) -> u64 {
        match self {
            Self::Here(bytes) => bytes.len() as u64,
            Self::Stored(stored) => stored.size,
        }
    }

    /// The last of them, if there is any.
    pub fn last(&self) -> Option<u8> {
        match self {
            Self::Here(bytes) => bytes.last().copied(),
            Self::Stored(stored) => stored.last,
        }
    }
}

impl From<Arc<[u8]>> for Bytes {
    fn from(bytes: Arc<[u8]>) -> Self {
        Self::Here(bytes)
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Here(bytes.into())
    }
}

impl fmt::Debug for Bytes {
    /// Says how many there are, not which: they may be millions, and private.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.size())
    }
}
