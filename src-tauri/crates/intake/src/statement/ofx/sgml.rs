//! The tags of OFX 1.

use std::borrow::Cow;

use super::super::line_count::LineCount;
use super::super::problem::{Problem, ProblemCode};
use super::fold::Fold;

/// Hands the tags and texts of `text` on, from the byte `start` where the root begins.
///
/// # Errors
/// With its line: a document type, a remark or a tag that does not end, and what the fold refuses.
pub(super) fn tags<'a>(text: &'a str, start: usize, fold: &mut Fold<'a>) -> Result<(), Problem> {
    let mut lines = LineCount::of(text);
    let mut place = start;
    while place < text.len() {
        let rest = &text[place..];
        let line = lines.at(place);
        let length = match Tag::at(rest) {
            Some(Tag::Open { name, length }) => fold.open(name, line).map(|()| length)?,
            Some(Tag::Empty { name, length }) => {
                fold.open(name, line)?;
                fold.close(name, line).map(|()| length)?
            }
            Some(Tag::Close { name, length }) => fold.close(name, line).map(|()| length)?,
            Some(Tag::Remark { length: Some(length) }) => length,
            Some(Tag::Remark { length: None }) => {
                return Err(Problem::error(ProblemCode::CutShort, Some(line), "<"));
            }
            Some(Tag::Declaration) => {
                let words = rest.lines().next().unwrap_or_default();
                return Err(Problem::error(ProblemCode::DocumentType, Some(line), words));
            }
            None => {
                let length = text_length(rest);
                fold.text(&resolved(&rest[..length]), line).map(|()| length)?
            }
        };
        place += length;
    }
    let end = lines.at(text.len());
    fold.ended(end)
}

/// What stands at one place, with its length in bytes.
enum Tag<'a> {
    Open {
        name: &'a str,
        length: usize,
    },
    /// `<MEMO/>`: opened and closed at once.
    Empty {
        name: &'a str,
        length: usize,
    },
    Close {
        name: &'a str,
        length: usize,
    },
    /// A remark or an instruction, which mean nothing here; without a length it has no end.
    Remark {
        length: Option<usize>,
    },
    /// `<!DOCTYPE`, `<!ENTITY` and the like.
    Declaration,
}

impl<'a> Tag<'a> {
    /// The tag with which the text begins. A `<` of the bank's own words begins none: a tag is one
    /// word between its brackets.
    fn at(text: &'a str) -> Option<Self> {
        let inner = text.strip_prefix('<')?;
        let past = |end: &str| text.find(end).map(|at| at + end.len());
        if text.starts_with("<!--") {
            return Some(Self::Remark { length: past("-->") });
        }
        if inner.starts_with('?') {
            return Some(Self::Remark { length: past("?>") });
        }
        if let Some(word) = inner.strip_prefix('!') {
            let is_word = word.starts_with(|it: char| it.is_ascii_alphabetic() || it == '[');
            return is_word.then_some(Self::Declaration);
        }
        let (closes, word) = match inner.strip_prefix('/') {
            Some(word) => (true, word),
            None => (false, inner),
        };
        let is_name = |it: char| it.is_ascii_alphanumeric() || matches!(it, '.' | '_' | '-');
        let end = word.find(|it: char| !is_name(it))?;
        let (name, behind) = word.split_at(end);
        let name = Some(name).filter(|it| it.starts_with(|it: char| it.is_ascii_alphabetic()))?;
        let spaces = behind.len() - behind.trim_start_matches([' ', '\t']).len();
        let behind = &behind[spaces..];
        let length = 1 + usize::from(closes) + name.len() + spaces;
        if behind.starts_with('>') {
            let length = length + 1;
            Some(if closes { Self::Close { name, length } } else { Self::Open { name, length } })
        } else if behind.starts_with("/>") && !closes {
            Some(Self::Empty { name, length: length + 2 })
        } else {
            None
        }
    }
}

/// How far the text reaches: to the next tag.
fn text_length(text: &str) -> usize {
    let starts = text.match_indices('<').map(|(at, _)| at);
    let next = starts.into_iter().find(|at| *at > 0 && Tag::at(&text[*at..]).is_some());
    next.unwrap_or(text.len())
}

/// The text with its references resolved. Banks write `A & B` as well: what is no reference stays
/// as it is.
fn resolved(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        whole.push_str(&rest[..at]);
        rest = &rest[at..];
        let (character, length) = reference(rest).unwrap_or(('&', 1));
        whole.push(character);
        rest = &rest[length..];
    }
    whole.push_str(rest);
    Cow::Owned(whole)
}

/// The character that the reference at the beginning stands for, and the reference's length.
fn reference(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(10).position(|byte| byte == b';')?;
    let name = &text[1..end];
    let character = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
    };
    Some((character, end + 1))
}
