//! Why a letter could not be composed.

use std::fmt;

use holdfast_domain::{LetterKind, LetterTemplateId, MemberId, VendorId};

/// A mistake in a template, with its place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct TemplateFault {
    /// Which template: the household's own, or the one that Holdfast brings for the kind.
    pub template: Option<LetterTemplateId>,
    /// The kind of letter that it writes.
    pub kind: LetterKind,
    /// The line of the template, counted from 1; `None` where it concerns the whole.
    pub line: Option<usize>,
    /// What is wrong there.
    pub message: String,
}

impl fmt::Display for TemplateFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "line {line} of the template: {}", self.message),
            None => write!(f, "the template: {}", self.message),
        }
    }
}

/// Why a letter could not be composed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ComposeError {
    /// The writer is not among the members given.
    #[error("the member {0} who writes the letter is not known")]
    UnknownMember(MemberId),
    /// The recipient is not among the vendors given.
    #[error("the vendor {0} to whom the letter goes is not known")]
    UnknownVendor(VendorId),
    /// The household's own template is not among the templates given.
    #[error("the template {0} is not known")]
    UnknownTemplate(LetterTemplateId),
    /// The template cannot be used as it stands.
    #[error("{0}")]
    Template(#[from] TemplateFault),
}
