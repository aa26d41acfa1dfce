//! Finding by words: the index, its questions, and its answers.
//!
//! Texts are folded and taken apart here, before SQLite's FTS5 sees them: it only knows terms. Thus a
//! word is found without its accents, in scripts that have no spaces, and a sum or a day however it is
//! written. The index of the records is written in the transaction that changes them; that of the
//! documents' text lies with the originals. Both can be made anew.

pub(crate) mod check;
mod disputes;
mod entry;
mod excerpt;
mod find;
pub(crate) mod index;
mod marks;
pub(crate) mod pages;
mod question;
mod shape;
mod terms;

pub use excerpt::Span;
pub use find::{Asked, Found, FoundGroup, Rank};
