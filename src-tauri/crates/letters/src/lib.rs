//! Composes the letters of a dispute, and says what they lack and where their tone hurts.
//!
//! The record and the household's choices go in; a [`Draft`] comes out, whose every date, name and
//! sum stands in the record. Private notes never enter it; nor does the name of a person who may
//! not be quoted. What is dated after the day of the letter does not count.

mod case;
mod draft;
pub mod tone;

pub use case::Case;
pub use draft::{Draft, Paragraph, ParagraphStyle, Standing};
