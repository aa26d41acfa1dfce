//! XML as banks write it, and nothing that XML could do besides: no document type, no entities of
//! one's own, no file but this one, and only so deep.
//!
//! The library reads one event after the other out of the text in memory; it opens nothing. What
//! is refused here is refused before anything could be made of it.

use std::borrow::Cow;

use holdfast_domain::text::is_blank;
use quick_xml::Reader;
use quick_xml::errors::{Error, IllFormedError, SyntaxError};
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::line_count::LineCount;
use super::problem::{Problem, ProblemCode};

/// How many elements may lie in one another. CAMT, the deepest form, comes to about fifteen.
const DEEPEST: usize = 64;

/// One piece of a document.
#[derive(Debug)]
pub(super) enum Token<'a> {
    /// An element begins.
    Open(Element<'a>),
    /// Text inside of an element, its references resolved. A text may come in several pieces.
    Text(Cow<'a, str>),
    /// The element that was opened last ends.
    Close,
}

/// The beginning of an element.
#[derive(Debug, Clone, Copy)]
pub(super) struct Element<'a> {
    /// Its name without prefix.
    pub(super) name: &'a str,
    /// The line on which it begins.
    pub(super) line: u32,
    /// What stands between `<` and `>`, for the attributes.
    tag: &'a str,
    name_len: usize,
}

impl<'a> Element<'a> {
    fn of(tag: &'a str, line: u32) -> Self {
        let tag = tag.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/');
        let full = tag.split(char::is_whitespace).next().unwrap_or_default();
        let name = full.rsplit(':').next().unwrap_or_default();
        Self { name, line, tag, name_len: full.len() }
    }

    /// The value of the attribute of that name (without prefix).
    ///
    /// # Errors
    /// [`ProblemCode::NotWellFormed`] where the attributes cannot be read.
    pub(super) fn attribute(&self, name: &str) -> Result<Option<Cow<'a, str>>, Problem> {
        let broken = || Problem::error(ProblemCode::NotWellFormed, Some(self.line), self.tag);
        for attribute in BytesStart::from_content(self.tag, self.name_len).attributes() {
            let attribute = attribute.map_err(|_| broken())?;
            if attribute.key.local_name().as_ref() == name {
                let value = unescape(&attribute.value).map_err(|_| broken())?.into_owned();
                return Ok(Some(Cow::Owned(value)));
            }
        }
        Ok(None)
    }
}

/// A document piece by piece.
pub(super) struct Xml<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    lines: LineCount<'a>,
    depth: usize,
    had_root: bool,
}

impl<'a> Xml<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        // Banks write `Marks & Partners` where `&amp;` belongs. It can mean one thing only.
        config.allow_dangling_amp = true;
        Self { text, reader, lines: LineCount::of(text), depth: 0, had_root: false }
    }

    /// The line that was reached.
    pub(super) fn line(&mut self) -> u32 {
        let place = self.place();
        self.lines.at(place)
    }

    fn place(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(self.text.len())
    }

    /// The next piece, or `None` at the end of the document.
    ///
    /// # Errors
    /// With its line: what is not well-formed, ends in the middle, lies too deep, or defines
    /// entities or a document type.
    pub(super) fn next(&mut self) -> Result<Option<Token<'a>>, Problem> {
        loop {
            let start = self.place();
            let event = self.reader.read_event().map_err(|error| self.broken(&error))?;
            match event {
                Event::Start(_) | Event::Empty(_) => return self.opened(start).map(Some),
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Some(Token::Close));
                }
                Event::Text(text) => {
                    if let Some(text) = self.inside(text.into_inner(), start)? {
                        return Ok(Some(Token::Text(text)));
                    }
                }
                Event::CData(text) => {
                    if let Some(text) = self.inside(text.into_inner(), start)? {
                        return Ok(Some(Token::Text(text)));
                    }
                }
                Event::GeneralRef(reference) => {
                    let text = self.resolved(&reference, start)?;
                    return Ok(self.inside(text, start)?.map(Token::Text));
                }
                Event::DocType(_) => {
                    return Err(self.error(ProblemCode::DocumentType, start, "DOCTYPE"));
                }
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
                Event::Eof if self.depth > 0 || !self.had_root => {
                    return Err(self.error(ProblemCode::CutShort, start, ""));
                }
                Event::Eof => return Ok(None),
            }
        }
    }

    fn opened(&mut self, start: usize) -> Result<Token<'a>, Problem> {
        let element = Element::of(&self.text[start..self.place()], self.lines.at(start));
        if self.depth == 0 && self.had_root {
            return Err(self.error(ProblemCode::NotWellFormed, start, element.name));
        }
        if self.depth == DEEPEST {
            return Err(self.error(ProblemCode::TooDeep, start, element.name));
        }
        self.depth += 1;
        self.had_root = true;
        Ok(Token::Open(element))
    }

    /// The text where it stands inside of the root; outside there may be none.
    fn inside(&mut self, text: Cow<'a, str>, at: usize) -> Result<Option<Cow<'a, str>>, Problem> {
        if self.depth > 0 {
            Ok(Some(text))
        } else if is_blank(&text) {
            Ok(None)
        } else {
            Err(self.error(ProblemCode::NotWellFormed, at, text.trim()))
        }
    }

    /// What a reference stands for: a character by its number, or one of the five of XML itself.
    fn resolved(&mut self, reference: &BytesRef<'a>, at: usize) -> Result<Cow<'a, str>, Problem> {
        if let Ok(Some(character)) = reference.resolve_char_ref() {
            return Ok(Cow::Owned(character.to_string()));
        }
        resolve_xml_entity(reference).map(Cow::Borrowed).ok_or_else(|| {
            self.error(ProblemCode::NotWellFormed, at, &format!("&{};", &**reference))
        })
    }

    fn error(&mut self, code: ProblemCode, place: usize, text: &str) -> Problem {
        Problem::error(code, Some(self.lines.at(place)), text)
    }

    fn broken(&mut self, error: &Error) -> Problem {
        let place = usize::try_from(self.reader.error_position()).unwrap_or(self.text.len());
        match error {
            Error::IllFormed(IllFormedError::MismatchedEndTag { expected, .. }) => {
                self.error(ProblemCode::NotWellFormed, place, expected)
            }
            Error::Syntax(SyntaxError::UnclosedDoctype) => {
                self.error(ProblemCode::DocumentType, place, "DOCTYPE")
            }
            Error::Syntax(_) => self.error(ProblemCode::CutShort, place, ""),
            Error::Io(_)
            | Error::IllFormed(_)
            | Error::InvalidAttr(_)
            | Error::Encoding(_)
            | Error::Escape(_)
            | Error::Namespace(_) => self.error(ProblemCode::NotWellFormed, place, ""),
        }
    }
}
