//! From a file's bytes to its text, whatever the encoding.
//!
//! Which encoding it is is found out by [`crate::encoding`]; here is told what of a bank's file is no
//! text, and what got lost.

mod binary;

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::LARGEST;
use super::problem::{Problem, ProblemCode};
use crate::encoding::{self, is_wide};

/// A file's text.
#[derive(Debug)]
pub(crate) struct Decoded {
    /// The text without byte order mark, each line ended by a line feed.
    pub(crate) text: String,
    /// The encoding's name.
    pub(crate) encoding: &'static str,
    /// What looks odd in the bytes.
    pub(crate) problems: Vec<Problem>,
}

/// Turns bytes into text.
///
/// # Errors
/// What is too large, empty, no text, or ends within a character.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded, Problem> {
    if bytes.len() > LARGEST {
        return Err(Problem::error(ProblemCode::TooLarge, None, &bytes.len().to_string()));
    }
    if let Some(kind) = binary::kind(bytes) {
        return Err(Problem::error(ProblemCode::Binary, None, kind));
    }
    let mut problems = Vec::new();
    let bytes = without_padding(bytes, &mut problems);
    let (encoding, mark) = encoding::of(bytes);
    let text = characters(&bytes[mark..], encoding, &mut problems)?;
    let text = with_line_feeds(&text);
    binary::check(&text)?;
    if holdfast_domain::text::is_blank(&text) {
        return Err(Problem::error(ProblemCode::EmptyFile, None, ""));
    }
    Ok(Decoded { text, encoding: encoding.name(), problems })
}

/// The bytes without what some programs and broken copies leave behind the end: zero bytes, and the
/// end mark of old systems.
fn without_padding<'a>(bytes: &'a [u8], problems: &mut Vec<Problem>) -> &'a [u8] {
    const END_MARK: u8 = 0x1A;
    let end = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    // The last character of UTF-16 may end with a zero byte of its own: one that is cut off is
    // cut off from an odd place.
    let zeros = bytes.len() - end;
    if zeros > 2 && end > 0 {
        problems.push(Problem::warning(ProblemCode::Padded, None, &zeros.to_string()));
    }
    let wide = is_wide(&bytes[..end]).is_some();
    let end = if zeros > 0 && wide && end % 2 == 1 { end + 1 } else { end };
    let text = &bytes[..end];
    match text {
        [text @ .., END_MARK] => text,
        _ => text,
    }
}

/// The text of bytes in that encoding. Characters that are not of it become U+FFFD, and a warning.
fn characters<'a>(
    bytes: &'a [u8],
    encoding: &'static Encoding,
    problems: &mut Vec<Problem>,
) -> Result<Cow<'a, str>, Problem> {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    if !had_errors {
        return Ok(text);
    }
    let line = |text: &str| {
        let ends = text.bytes().filter(|byte| *byte == b'\n').count();
        u32::try_from(ends + 1).unwrap_or(u32::MAX)
    };
    if ends_within_a_character(bytes, encoding) {
        return Err(Problem::error(ProblemCode::CutShort, Some(line(&text)), ""));
    }
    let lost = text.matches('\u{FFFD}').count();
    let first = text.find('\u{FFFD}').map(|place| line(&text[..place]));
    problems.push(Problem::warning(ProblemCode::LostCharacters, first, &lost.to_string()));
    Ok(text)
}

fn ends_within_a_character(bytes: &[u8], encoding: &'static Encoding) -> bool {
    if encoding == UTF_8 {
        // What is incomplete at the end is at most three bytes long, and nothing else is wrong
        // with it than that it ends.
        let tail = &bytes[bytes.len().saturating_sub(3)..];
        let start = tail.iter().position(|byte| *byte >= 0xC0);
        return start.is_some_and(|start| {
            std::str::from_utf8(&tail[start..]).is_err_and(|error| error.error_len().is_none())
        });
    }
    (encoding == UTF_16LE || encoding == UTF_16BE) && bytes.len() % 2 == 1
}

/// The text with every line end as a line feed: CR LF, CR alone, LF alone.
fn with_line_feeds(text: &str) -> String {
    if text.contains('\r') { holdfast_domain::text::with_line_feeds(text) } else { text.to_owned() }
}
