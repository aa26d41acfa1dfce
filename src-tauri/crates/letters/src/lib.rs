//! Composes the letters of a dispute, and says what they lack and where their tone hurts.
//!
//! The record and the household's choices go in; a [`Draft`] comes out, whose every date, name and
//! sum stands in the record. Private notes never enter it; nor does the name of a person who may
//! not be quoted. What is dated after the day of the letter does not count.

mod address;
mod builtin;
mod case;
mod check;
mod compose;
mod context;
mod country;
mod draft;
mod edits;
mod enclosures;
mod error;
mod fit;
pub mod out;
mod plain;
mod prepare;
mod propose;
mod recipient;
mod record;
mod sample;
mod template;
pub mod tone;

pub use builtin::builtin_template;
pub use case::Case;
pub use check::{Choice, Place, Point, PointCode, Weight, check};
pub use compose::{check_template, compose};
pub use draft::{Draft, Paragraph, ParagraphStyle, Standing};
pub use error::{ComposeError, TemplateFault};
pub use plain::{document, plain_text};
pub use prepare::{prepare, prepare_proposed};
pub use propose::{Proposal, Why, propose};
