//! How much fits on one page, as well as it can be told without fonts.
//!
//! The typesetter alone knows where a line ends; here lines are estimated by their characters, a
//! little on the safe side, so that an ordinary letter is composed to stay on its first page.

use holdfast_domain::document::LetterForm;

use crate::template::{Piece, Rendered};

/// How much a composition leaves out to stay on one page: the more, the shorter its lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Room(u8);

impl Room {
    /// All that a letter of its kind tells.
    pub(crate) const AMPLE: Self = Self(0);

    /// Every room, the ample one first.
    pub(crate) const ALL: [Self; 5] = [Self(0), Self(1), Self(2), Self(3), Self::LEAST];

    /// As little as the last of the values, and nothing that is said twice.
    pub(crate) const LEAST: Self = Self(4);

    /// The value for this room out of one for each but the least, the ample one first.
    pub(crate) fn pick<T: Copy>(self, of: [T; 4]) -> T {
        of[usize::from(self.0.min(3))]
    }
}

/// Characters on a line of text.
const WIDTH: usize = 86;

/// Half lines of text on the first page, between the subject line and the foot, by form.
fn page(form: LetterForm) -> usize {
    match form {
        LetterForm::UsLetter => 48,
        LetterForm::A4 | LetterForm::Din5008 => 54,
    }
}

/// Whether the composition seems to stay on one page, with so many enclosures.
pub(crate) fn fits(rendered: &Rendered, enclosures: usize, form: LetterForm) -> bool {
    let body: usize = rendered.paragraphs.iter().map(half_lines).sum();
    let listed = if enclosures == 0 { 0 } else { 3 + 2 * enclosures };
    body + listed <= page(form)
}

fn half_lines(piece: &Piece) -> usize {
    let characters = piece.text.chars().count();
    let (width, gap) = if piece.item { (WIDTH - 4, 0) } else { (WIDTH, 1) };
    2 * characters.div_ceil(width) + gap
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_holds_a_normal_letter_and_not_two() {
        let piece = |item| Piece { key: String::new(), item, text: "x".repeat(160) };
        let of = |count| Rendered { paragraphs: vec![piece(false); count], ..Rendered::default() };
        assert!(fits(&of(6), 1, LetterForm::UsLetter), "six paragraphs of two lines are a page");
        assert!(!fits(&of(12), 1, LetterForm::A4), "twelve are more than that");
    }
}
