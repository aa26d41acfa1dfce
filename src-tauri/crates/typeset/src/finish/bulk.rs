//! Streams whose bytes stay where they are until the file is written: pictures and attached files,
//! which are most of a file and never all in memory.

use std::io::{self, Write};

use holdfast_domain::Sha256;
use holdfast_domain::document::Bytes;
use lopdf::{Dictionary, ObjectId};
use sha2::Digest;

use crate::Originals;

/// Streams with the numbers under which the rest of the file knows them.
#[derive(Default)]
pub(super) struct Bulk<'a> {
    /// In the order of their numbers.
    pub(super) streams: Vec<BulkStream<'a>>,
}

/// A stream whose bytes are elsewhere.
pub(super) struct BulkStream<'a> {
    pub(super) number: u32,
    /// What is said of it, without its length.
    pub(super) kind: Dictionary,
    pub(super) bytes: &'a Bytes,
    /// Whether it becomes smaller when it is compressed.
    pub(super) shrinks: bool,
}

impl<'a> Bulk<'a> {
    /// Adds a stream, and gives the name by which other objects refer to it.
    pub(super) fn add(
        &mut self,
        file: &mut lopdf::Document,
        kind: Dictionary,
        bytes: &'a Bytes,
        shrinks: bool,
    ) -> ObjectId {
        let id = file.new_object_id();
        self.streams.push(BulkStream { number: id.0, kind, bytes, shrinks });
        id
    }

    /// Adds to a digest what is in the streams. Stored bytes are named by theirs.
    pub(super) fn digest(&self, hash: &mut sha2::Sha256) {
        for stream in &self.streams {
            match stream.bytes {
                Bytes::Here(bytes) => hash.update(bytes),
                Bytes::Stored(stored) => hash.update(stored.sha256.0),
            }
        }
    }
}

/// Writes bytes out, from wherever they are.
pub(super) fn copy(bytes: &Bytes, from: &dyn Originals, to: &mut dyn Write) -> io::Result<()> {
    match bytes {
        Bytes::Here(bytes) => to.write_all(bytes),
        Bytes::Stored(stored) => {
            let mut to = Exactly { to, left: stored.size };
            from.copy(stored.sha256, &mut to)?;
            if to.left == 0 { Ok(()) } else { Err(another_length(stored.sha256)) }
        }
    }
}

/// Takes as many bytes as were announced: where the next object begins depends on it.
struct Exactly<'a> {
    to: &'a mut dyn Write,
    left: u64,
}

impl Write for Exactly<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.to.write(bytes)?;
        let left = self.left.checked_sub(count as u64);
        self.left = left.ok_or_else(|| io::Error::other("an original has become longer"))?;
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

fn another_length(sha256: Sha256) -> io::Error {
    io::Error::other(format!("the original {sha256} has become shorter"))
}
