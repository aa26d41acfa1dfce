//! A text as the letters and figures by which phrases are found in it.

use unicode_normalization::char::is_combining_mark;

use crate::fold::fold_letter;

/// A letter or a figure, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Letter {
    pub(super) letter: char,
    /// Where what it was folded from begins in the text, in bytes.
    pub(super) start: usize,
    /// Where it ends, with the accents behind it.
    pub(super) end: usize,
    /// Whether a space or another sign stands before it.
    pub(super) is_apart: bool,
}

impl Letter {
    pub(super) fn is_figure(&self) -> bool {
        self.letter.is_ascii_digit()
    }
}

pub(super) fn letters(text: &str) -> Vec<Letter> {
    let mut all: Vec<Letter> = Vec::with_capacity(text.len());
    let mut is_apart = false;
    for (start, letter) in text.char_indices() {
        let end = start + letter.len_utf8();
        let mut is_silent = true;
        fold_letter(letter, |part| {
            is_silent = false;
            if part.is_alphanumeric() || is_combining_mark(part) {
                all.push(Letter { letter: part, start, end, is_apart });
                is_apart = false;
            } else {
                is_apart = true;
            }
        });
        // An accent that stands by itself belongs to the letter before it.
        if is_silent
            && !is_apart
            && is_combining_mark(letter)
            && let Some(last) = all.last_mut()
        {
            last.end = end;
        }
    }
    if let Some(first) = all.first_mut() {
        first.is_apart = false;
    }
    all
}
