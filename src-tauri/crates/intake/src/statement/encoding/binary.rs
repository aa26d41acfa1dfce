//! Files that are no text at all, so that they are named instead of read as a very odd table.

use super::super::problem::{Problem, ProblemCode};

/// How the files begin that people take for statements, and what they are.
const KINDS: &[(&[u8], &str)] = &[
    (b"%PDF", "PDF"),
    // The newer office programs' files are ZIP as well: to tell them apart would help nobody.
    (b"PK\x03\x04", "ZIP"),
    (b"\xD0\xCF\x11\xE0", "XLS"),
    (b"\x89PNG", "PNG"),
    (b"\xFF\xD8\xFF", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1F\x8B", "GZIP"),
    (b"{\\rtf", "RTF"),
    (b"SQLite format 3\0", "SQLite"),
];

/// What the file is, where its beginning shows that it is no text.
pub(super) fn kind(bytes: &[u8]) -> Option<&'static str> {
    KINDS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| *kind)
}

/// Refuses control characters that no text has. Those that banks do leave in a text are let
/// through: they become spaces where the words are kept.
pub(super) fn check(text: &str) -> Result<(), Problem> {
    const NEVER: [char; 9] =
        ['\u{0}', '\u{1}', '\u{2}', '\u{3}', '\u{4}', '\u{5}', '\u{6}', '\u{8}', '\u{E}'];
    let Some(place) = text.find(NEVER) else { return Ok(()) };
    let line = text[..place].bytes().filter(|byte| *byte == b'\n').count() + 1;
    Err(Problem::error(ProblemCode::Binary, u32::try_from(line).ok(), ""))
}
