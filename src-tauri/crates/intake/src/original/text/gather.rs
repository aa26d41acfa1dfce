//! Pieces of text as they are found, up to the limit.

use holdfast_domain::text::is_blank;

use super::{MOST_CHARACTERS, Part, Place, Problem, ProblemCode, Text};

/// The text of an original while it is read.
#[derive(Debug, Default)]
pub(super) struct Gather {
    text: Text,
    count: usize,
}

impl Gather {
    /// Keeps a piece; one in which nothing can be seen is left out. What goes beyond the limit is
    /// cut off, and said once.
    pub(super) fn part(&mut self, place: Place, text: &str) {
        if self.is_full() || is_blank(text) {
            return;
        }
        let left = MOST_CHARACTERS - self.count;
        let kept = match text.char_indices().nth(left) {
            Some((end, _)) => {
                self.remark(ProblemCode::TextTooLong, MOST_CHARACTERS);
                &text[..end]
            }
            None => text,
        };
        self.count += kept.chars().count();
        self.text.parts.push(Part { place, text: kept.to_owned() });
    }

    /// Whether no more is kept.
    pub(super) fn is_full(&self) -> bool {
        self.count >= MOST_CHARACTERS
    }

    pub(super) fn error(&mut self, code: ProblemCode, text: impl ToString) {
        self.text.problems.push(Problem::error(code, text));
    }

    pub(super) fn remark(&mut self, code: ProblemCode, text: impl ToString) {
        self.text.problems.push(Problem::remark(code, text));
    }

    /// Says how many there are of something, where there is any.
    pub(super) fn count(&mut self, code: ProblemCode, count: u32) {
        if count > 0 {
            self.remark(code, count);
        }
    }

    /// What was gathered. Without any words, there is an error that says so.
    pub(super) fn into_text(mut self) -> Text {
        let has_error = self.text.problems.iter().any(|it| it.is_error);
        if self.text.parts.is_empty() && !has_error {
            self.error(ProblemCode::NoText, "");
        }
        self.text
    }
}

/// The text with line feeds for line ends and spaces for what nobody sees or types.
pub(crate) fn tidy(text: &str) -> String {
    let text = holdfast_domain::text::with_line_feeds(text);
    let is_odd = |it: char| it.is_control() && !matches!(it, '\n' | '\t');
    if text.contains(is_odd) { text.replace(is_odd, " ") } else { text }
}
