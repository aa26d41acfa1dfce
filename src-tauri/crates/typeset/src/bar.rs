//! The solid bar that stands where words are covered.
//!
//! In shaping it is a letter that no font has and a few more behind it that make it long, so that it
//! takes room in a line like any word. When lines stand, one square as wide as all of them is drawn in
//! their place.

use holdfast_domain::document::COVERED;

/// What a bar is in shaping: its beginning, and what makes it long.
pub(crate) const BAR: [char; 5] = [COVERED, LENGTHENS, LENGTHENS, LENGTHENS, LENGTHENS];

/// What lengthens a bar. It stands nowhere but behind one.
pub(crate) const LENGTHENS: char = '\u{F8F1}';

/// The letter that is a solid square, to be stretched.
pub(crate) const SQUARE: &str = "\u{25A0}";

/// Whether a text is part of a bar.
pub(crate) fn is_bar(text: &str) -> bool {
    text.starts_with([COVERED, LENGTHENS])
}
