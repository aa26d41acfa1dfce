//! Originals: the files that people keep as evidence. What they are, what can be said of them, the
//! words in them and a small picture of them.
//!
//! What a file is is told by its content, never by its name. Nothing in it is run, nothing is
//! loaded from elsewhere, and what would unpack to more than its due is refused by count before it
//! takes the memory. Everything here works on bytes in memory; nothing is written.

mod archive;
mod kind;
mod picture;
pub(crate) mod problem;
mod sniff;
pub(crate) mod text;

pub use archive::{Entry, entries};
pub use kind::{Family, Kind};
pub use picture::{
    Jpeg, JpegCoding, MOST_PAGE_PIXELS, MOST_PIXELS, Orientation, Packed, Picture, Pixels,
    Thumbnail, covered, packed, pixels, thumbnail,
};
pub use problem::{Problem, ProblemCode};
pub use sniff::kind;
pub use text::{MOST_CHARACTERS, Part, PdfPage, PdfPages, Place, Text, pdf_page_count, text};

/// The largest file that is kept, in bytes.
pub const LARGEST: usize = 250_000_000;

/// What can be said of an original without decoding or unpacking it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// What it is.
    pub kind: Kind,
    /// For pictures: what their head says.
    pub picture: Option<Picture>,
    /// What is wrong with it. An error says that it is kept, and that nothing of it can be shown.
    pub problems: Vec<Problem>,
}

/// What can be said of an original. Give the whole file.
pub fn facts(bytes: &[u8]) -> Facts {
    let kind = kind(bytes);
    let mut facts = Facts { kind, picture: None, problems: Vec::new() };
    if bytes.is_empty() {
        facts.problems.push(Problem::error(ProblemCode::Empty, ""));
    } else if bytes.len() > LARGEST {
        facts.problems.push(Problem::error(ProblemCode::TooLarge, bytes.len()));
    } else if kind == Kind::Unknown {
        facts.problems.push(Problem::error(ProblemCode::UnknownKind, ""));
    } else if kind.family() == Family::Picture {
        match picture::read(kind, bytes) {
            Ok(picture) => facts.take(picture),
            Err(problem) => facts.problems.push(problem),
        }
    }
    facts
}

impl Facts {
    fn take(&mut self, picture: Picture) {
        if picture.pixels() > MOST_PIXELS {
            let size = format!("{} × {}", picture.width, picture.height);
            self.problems.push(Problem::error(ProblemCode::TooManyPixels, size));
        }
        if picture.jpeg.is_some_and(|jpeg| !jpeg.is_complete) {
            self.problems.push(Problem::remark(ProblemCode::CutShort, ""));
        }
        self.picture = Some(picture);
    }
}
