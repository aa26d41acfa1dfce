//! The words beneath pictures: found and copied, never drawn.
//!
//! All of them are set in one font that has a single empty glyph. Each character in use has a number
//! of its own, the file says which character that is, and a matrix stretches each word over its
//! place in the picture. So no script needs a font, and nothing is shaped.

use std::collections::{BTreeMap, BTreeSet};

use crate::page::Pages;

/// What pages call the font.
pub(crate) const FONT: &str = "Beneath";

/// How far a word's place reaches below the line on which it stands, as a share of the type's size,
/// and how high it is.
pub(crate) const BELOW: f32 = 0.22;
pub(crate) const HEIGHT: f32 = 1.02;

/// The characters of the words beneath all pictures, by the numbers that the file gives them.
#[derive(Debug, Default)]
pub(crate) struct Letters {
    codes: BTreeMap<char, u16>,
}

impl Letters {
    /// Those of some pages.
    pub(crate) fn of(pages: &Pages) -> Self {
        let pictures = pages.pages.iter().flat_map(|page| &page.pictures);
        let words = pictures.filter(|picture| picture.beneath.is_some());
        let words = words.flat_map(|picture| picture.words.iter());
        let mut used: BTreeSet<char> =
            words.flat_map(|word| word.text.chars()).filter(|it| is_told(*it)).collect();
        if used.is_empty() {
            return Self::default();
        }
        used.insert(' ');
        Self { codes: used.into_iter().zip(1..=u16::MAX).collect() }
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    /// The characters with their numbers, which begin with 1 and leave none out.
    pub(crate) fn all(&self) -> impl Iterator<Item = (char, u16)> + '_ {
        self.codes.iter().map(|(letter, code)| (*letter, *code))
    }

    /// A word and a space behind it as bytes of the file, and how many characters the word has.
    pub(crate) fn word(&self, text: &str) -> (Vec<u8>, u16) {
        let code = |letter| self.codes.get(&letter).copied();
        let word: Vec<u16> = text.chars().filter_map(code).collect();
        let count = u16::try_from(word.len()).unwrap_or(u16::MAX);
        let space = code(' ').filter(|_| count > 0);
        (word.into_iter().chain(space).flat_map(u16::to_be_bytes).collect(), count)
    }
}

/// Whether a file for archives may say that a glyph is this character (ISO 19005-3, 6.2.11.7.2 and
/// 6.2.11.7.3): none that only one font knows, and no mark of how text is stored.
fn is_told(c: char) -> bool {
    let code = u32::from(c);
    let is_private = matches!(code, 0xE000..=0xF8FF | 0xF_0000..);
    let is_no_character = code & 0xFFFE == 0xFFFE || matches!(code, 0xFDD0..=0xFDEF);
    !c.is_control() && !is_private && !is_no_character && c != '\u{FEFF}'
}
