//! Text that the record can keep.

use holdfast_domain::text::{self, LINE, NAME, PROSE, TextError};

use super::object::Object;
use crate::household_file::problem::Code;

impl Object<'_> {
    /// A name of a person or organisation, which has to be there.
    pub(super) fn name(&self, name: &str) -> Option<String> {
        self.kept(name, NAME)
    }

    /// A line such as a title or a number, which has to be there.
    pub(super) fn line(&self, name: &str) -> Option<String> {
        self.kept(name, LINE)
    }

    /// Running text, which has to be there.
    pub(super) fn prose(&self, name: &str) -> Option<String> {
        self.kept(name, PROSE)
    }

    /// A line. One in which nothing can be seen counts as absent.
    pub(super) fn maybe_line(&self, name: &str) -> Option<String> {
        self.maybe_kept(name, LINE)
    }

    /// Running text. One in which nothing can be seen counts as absent.
    pub(super) fn maybe_prose(&self, name: &str) -> Option<String> {
        self.maybe_kept(name, PROSE)
    }

    /// A name or the like. One in which nothing can be seen counts as absent.
    pub(super) fn maybe_name(&self, name: &str) -> Option<String> {
        self.maybe_kept(name, NAME)
    }

    /// A list of names, without those in which nothing can be seen.
    pub(super) fn names(&self, name: &str) -> Vec<String> {
        self.all_kept(name, NAME)
    }

    /// A list of lines, without those in which nothing can be seen.
    pub(super) fn lines(&self, name: &str) -> Vec<String> {
        self.all_kept(name, LINE)
    }

    fn all_kept(&self, name: &str, limit: usize) -> Vec<String> {
        let texts = self.texts(name).unwrap_or_default();
        texts
            .iter()
            .filter(|(_, text)| !text::is_blank(text))
            .filter_map(|(at, text)| self.accepted(at, text, limit))
            .collect()
    }

    fn kept(&self, name: &str, limit: usize) -> Option<String> {
        let value = self.required_raw(name)?;
        if text::is_blank(value) {
            let message = format!("“{name}” is empty; something has to stand here.");
            self.error(name, Code::BadText, message);
            return None;
        }
        self.accepted(name, value, limit)
    }

    fn maybe_kept(&self, name: &str, limit: usize) -> Option<String> {
        let value = self.raw(name).filter(|value| !text::is_blank(value))?;
        self.accepted(name, value, limit)
    }

    fn accepted(&self, name: &str, value: &str, limit: usize) -> Option<String> {
        let value = text::with_line_feeds(value);
        let message = match text::check(&value, limit) {
            Ok(()) => return Some(value),
            Err(TextError::Empty) => "Something has to stand here.".to_owned(),
            Err(TextError::TooLong { length, limit }) => {
                format!("This has {length} characters; at most {limit} can be kept here.")
            }
            Err(TextError::ControlCharacter { position, character }) => format!(
                "Character {} of this text is an invisible control character (U+{:04X}), which \
                 cannot be kept.",
                position + 1,
                u32::from(character)
            ),
        };
        self.error(name, Code::BadText, message);
        None
    }
}
