//! The words of HTML, XHTML, SVG and other XML.
//!
//! Nothing is built up and nothing is run: the text is walked once from its beginning to its end,
//! and what stands between the tags is kept. Entities that the file defines are not known here,
//! so that none can grow; what a tag would load from elsewhere is counted and left out.

mod lines;
mod tag;

use encoding_rs::{Encoding, UTF_8};

use super::gather::{Gather, tidy};
use super::plain::decoded;
use super::{Kind, Place, ProblemCode};
use crate::encoding;

use lines::Lines;
use tag::{Sort, Tag};

/// Reads a file of markup.
pub(super) fn read(bytes: &[u8], kind: Kind, gather: &mut Gather) {
    let text = decoded(bytes, encoding_of_page, gather);
    let words = words(&text, kind);
    words.tell(|code, count| gather.count(code, count));
    if text.contains("<!ENTITY") {
        gather.remark(ProblemCode::DocumentType, "");
    }
    gather.part(Place::Whole, &tidy(&words.text));
}

/// The encoding that the page itself names, where its bytes do not show it.
fn encoding_of_page(bytes: &[u8]) -> (&'static Encoding, usize) {
    let shown = encoding::of(bytes);
    if shown.0 == UTF_8 || shown.1 > 0 || encoding::is_wide(bytes).is_some() {
        return shown;
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2_048)]).to_ascii_lowercase();
    let named = head.split("charset=").nth(1).and_then(|rest| {
        let rest = rest.trim_start_matches(['"', '\'', ' ']);
        let end = rest.find(|it: char| !(it.is_ascii_alphanumeric() || "-_".contains(it)));
        Encoding::for_label(&rest.as_bytes()[..end.unwrap_or(rest.len())])
    });
    // Bytes that are not UTF-8 are not UTF-8 because a page says so.
    named.filter(|it| *it != UTF_8).map_or(shown, |named| (named, 0))
}

/// The words of a text in markup, and what was left out.
#[derive(Debug, Default)]
pub(crate) struct Words {
    /// The words as lines.
    pub(crate) text: String,
    scripts: u32,
    remotes: u32,
}

impl Words {
    /// Says what was left out.
    pub(crate) fn tell(&self, mut say: impl FnMut(ProblemCode, u32)) {
        say(ProblemCode::ScriptLeftOut, self.scripts);
        say(ProblemCode::RemoteLeftOut, self.remotes);
    }
}

/// The words of a text in markup.
pub(crate) fn words(text: &str, kind: Kind) -> Words {
    let mut walk = Walk { sort: Sort::of(kind), ..Walk::default() };
    let mut rest = text;
    while let Some(place) = rest.find('<') {
        walk.characters(&rest[..place]);
        rest = walk.markup(&rest[place..]);
    }
    walk.characters(rest);
    Words { text: walk.lines.into_text(), ..walk.words }
}

/// The walk through a text.
#[derive(Debug, Default)]
struct Walk {
    sort: Sort,
    lines: Lines,
    words: Words,
    /// How many of the elements in which spaces and line ends count are open.
    as_written: u32,
}

impl Walk {
    /// Text between tags.
    fn characters(&mut self, text: &str) {
        let text = html_escape::decode_html_entities(text);
        self.lines.push(&text, self.as_written > 0);
    }

    /// Goes over one piece of markup at the beginning of `text`, and gives what stands behind it.
    fn markup<'a>(&mut self, text: &'a str) -> &'a str {
        if let Some(rest) = text.strip_prefix("<!--") {
            return behind(rest, "-->");
        }
        if let Some(rest) = text.strip_prefix("<![CDATA[") {
            let end = rest.find("]]>").unwrap_or(rest.len());
            self.lines.push(&rest[..end], self.as_written > 0);
            return behind(rest, "]]>");
        }
        if text.starts_with("<!") || text.starts_with("<?") {
            // A document type may have definitions in brackets, each with an end of its own.
            let head = &text[..text.find('>').unwrap_or(text.len())];
            return behind(text, if head.contains('[') { "]>" } else { ">" });
        }
        let Some(tag) = Tag::of(text) else {
            self.characters("<");
            return &text[1..];
        };
        let rest = &text[tag.length..];
        self.words.scripts += tag.handlers;
        self.words.remotes += tag.loads();
        self.lines.gap(tag.gap(self.sort));
        if tag.is_apart(self.sort) {
            self.lines.push(" ", false);
        }
        if tag.is_as_written() {
            self.as_written =
                if tag.is_end { self.as_written.saturating_sub(1) } else { self.as_written + 1 };
        }
        if let Some(alternative) = &tag.alternative {
            self.lines.push(&format!(" {alternative} "), false);
        }
        if tag.is_end || !tag.is_unseen(self.sort) {
            return rest;
        }
        self.words.scripts += u32::from(tag.local() == "script");
        let is_alone = tag.is_empty && self.sort != Sort::Page;
        if is_alone { rest } else { behind_end(rest, tag.name) }
    }
}

/// What stands behind a mark; nothing where it does not come.
fn behind<'a>(text: &'a str, mark: &str) -> &'a str {
    text.split_once(mark).map_or("", |(_, behind)| behind)
}

/// What stands behind the end of the element of that name.
fn behind_end<'a>(text: &'a str, name: &str) -> &'a str {
    let mut rest = text;
    while let Some(place) = rest.find("</") {
        rest = &rest[place + 2..];
        let is_it = rest.get(..name.len()).is_some_and(|it| it.eq_ignore_ascii_case(name));
        let ends =
            |next: Option<char>| next.is_none_or(|it| it.is_whitespace() || "/>".contains(it));
        if is_it && ends(rest[name.len()..].chars().next()) {
            return behind(rest, ">");
        }
    }
    ""
}
