//! What the measures have in common: a large household made from nothing but a number, figures in
//! words, and the same document for another typesetter.
//!
//! A measure prints; it is never a test. Where there is something to compare with, both sides are
//! measured in turn within one run, so that whatever else the machine does strikes both.

pub mod figures;
pub mod household;
pub mod photographs;
pub mod statements;
pub mod typst;
