//! What is wrong with an original, or was left out of it.

use crate::codes::codes;

/// Something about an original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Whether nothing could be made of it. Else it is a remark on what was made.
    pub is_error: bool,
    /// What is the matter.
    pub code: ProblemCode,
    /// What it is about: a number, a name, the end of a path in a zip; else empty. Never more than
    /// a line.
    pub text: String,
}

impl Problem {
    /// That nothing can be made of it.
    pub(crate) fn error(code: ProblemCode, text: impl ToString) -> Self {
        Self { is_error: true, code, text: shown(&text.to_string()) }
    }

    /// Something to be said beside what was made of it.
    pub(crate) fn remark(code: ProblemCode, text: impl ToString) -> Self {
        Self { is_error: false, ..Self::error(code, text) }
    }
}

codes! {
    /// What can be the matter with an original.
    ProblemCode:
    /// Nothing is in it.
    Empty = "empty",
    /// It is larger than what is read; the text is its size in bytes.
    TooLarge = "too_large",
    /// What it is cannot be told.
    UnknownKind = "unknown_kind",
    /// It is no kind of which a picture can be made here, such as HEIC; the text is its ending.
    NotDrawn = "not_drawn",
    /// It is no kind of which the text is read; the text is its ending.
    NotRead = "not_read",
    /// It does not hold to its own form.
    Damaged = "damaged",
    /// It ends in the middle. What stands before the end is there.
    CutShort = "cut_short",
    /// It would take more memory as pixels than is given; the text is width × height.
    TooManyPixels = "too_many_pixels",
    /// Unpacked it would take more room than is given; nothing was unpacked further.
    UnpacksTooLarge = "unpacks_too_large",
    /// It has more pages or entries than are read; the text says how many are.
    TooManyParts = "too_many_parts",
    /// Its parts lie too deep in one another.
    TooDeep = "too_deep",
    /// It cannot be opened without a password.
    Encrypted = "encrypted",
    /// There is no text in it, as in a scan.
    NoText = "no_text",
    /// Its text goes on longer than what is kept; the text says how many characters are.
    TextTooLong = "text_too_long",
    /// Some characters could not be told; the text says how many.
    LostCharacters = "lost_characters",
    /// It defines entities of its own, which attacks do.
    DocumentType = "document_type",
    /// It wants to load something from elsewhere, which is never done; the text says how many.
    RemoteLeftOut = "remote_left_out",
    /// A program stands in it, which is never run; the text says how many.
    ScriptLeftOut = "script_left_out",
    /// Nothing says when it was sent.
    NoDate = "no_date",
    /// When it was sent cannot be read; the text is what stands there.
    BadDate = "bad_date",
    /// Nothing says from whom it is.
    NoSender = "no_sender",
    /// An attachment could not be taken out; the text is its name.
    BadAttachment = "bad_attachment",
    /// Days can be read in another order as well; the text is one of them.
    DayOrderUnsure = "day_order_unsure",
}

/// The beginning of a text on one line, as a problem bears it.
pub(crate) fn shown(text: &str) -> String {
    const CHARACTERS: usize = 60;
    let mut line: String = text
        .chars()
        .take(CHARACTERS)
        .map(|character| if character.is_control() { ' ' } else { character })
        .collect();
    if text.chars().nth(CHARACTERS).is_some() {
        line.push('…');
    }
    line
}

/// A name of a file, or a person's, as it is shown: on one line, without control characters and marks that turn
/// the direction of what follows, and not longer than a line.
pub(crate) fn shown_name(name: &str) -> String {
    let turns = |it: char| matches!(it, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let kept = name.chars().filter(|it| !it.is_control() && !turns(*it));
    kept.take(300).collect()
}
