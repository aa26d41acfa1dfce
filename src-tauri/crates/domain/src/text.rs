//! What text the record accepts.
//!
//! Any script, direction marks, emoji, `<script>`: text is text, and stays as it was written. Only
//! what no person types is refused: control characters, and more than a field can sensibly hold.

/// The longest name of a person, household or organisation, in characters.
pub const NAME: usize = 300;
/// The longest single line, such as a title or a reference, in characters.
pub const LINE: usize = 1_000;
/// The longest running text, in characters: about fifteen printed pages. The longest complaints
/// that people write to a regulator have some 32,000.
pub const PROSE: usize = 50_000;

/// Why a text is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum TextError {
    /// Nothing that can be seen stands in a field that has to be filled in.
    #[error("this must not be empty")]
    Empty,
    /// The text is longer than the field holds.
    #[error("this has {length} characters; at most {limit} can be kept here")]
    TooLong {
        /// How many characters it has.
        length: usize,
        /// How many can be kept.
        limit: usize,
    },
    /// A control character, which nobody can see or type.
    #[error("character {} is an invisible control character (U+{:04X})", position + 1, u32::from(*character))]
    ControlCharacter {
        /// How many characters stand before it.
        position: usize,
        /// The character.
        character: char,
    },
}

/// Checks that the text can be kept: at most `limit` characters (Unicode scalar values), none of
/// them a control character except line feeds and tabs. An empty text is accepted.
///
/// # Errors
/// [`TextError::TooLong`] or [`TextError::ControlCharacter`]; a text that is both is too long.
pub fn check(value: &str, limit: usize) -> Result<(), TextError> {
    let length = value.chars().count();
    if length > limit {
        return Err(TextError::TooLong { length, limit });
    }
    let refused = |character: char| character.is_control() && !matches!(character, '\n' | '\t');
    match value.chars().enumerate().find(|(_, character)| refused(*character)) {
        Some((position, character)) => Err(TextError::ControlCharacter { position, character }),
        None => Ok(()),
    }
}

/// Checks as [`check`] does, and that something can be seen.
///
/// # Errors
/// [`TextError::Empty`], or as [`check`].
pub fn check_required(value: &str, limit: usize) -> Result<(), TextError> {
    if is_blank(value) { Err(TextError::Empty) } else { check(value, limit) }
}

/// Whether nothing of the text can be seen: spaces, joiners and direction marks alone.
pub fn is_blank(value: &str) -> bool {
    value.chars().all(|character| character.is_whitespace() || is_format(character))
}

/// Characters that shape or order others and show nothing themselves.
pub(crate) fn is_format(character: char) -> bool {
    matches!(
        character,
        '\u{AD}'
            | '\u{61C}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}'
    )
}

/// The same text with every line end as a line feed, as files from other systems have others.
/// Do this before [`check`], which would refuse a carriage return.
pub fn with_line_feeds(value: &str) -> String {
    value.replace("\r\n", "\n").replace('\r', "\n")
}

/// The beginning of a text, as an error bears it: a sentence about a megabyte stays a sentence.
pub(crate) fn shown(text: &str) -> String {
    const CHARACTERS: usize = 60;
    match text.char_indices().nth(CHARACTERS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
