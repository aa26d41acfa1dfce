//! One tag: its name, and what its attributes would do.

use crate::original::Kind;

/// Whose tags they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Sort {
    /// Of a page of the web.
    #[default]
    Page,
    /// Of an office document.
    Office,
    /// Of anything else in XML.
    Xml,
}

impl Sort {
    pub(super) fn of(kind: Kind) -> Self {
        if kind == Kind::Html {
            Self::Page
        } else if matches!(kind, Kind::Docx | Kind::Xlsx | Kind::Odt | Kind::Ods) {
            Self::Office
        } else {
            Self::Xml
        }
    }
}

/// A tag, as far as its text matters.
#[derive(Debug)]
pub(super) struct Tag<'a> {
    /// The name as it is written.
    pub(super) name: &'a str,
    /// Whether it ends an element.
    pub(super) is_end: bool,
    /// Whether it is an element of its own: `<br/>`.
    pub(super) is_empty: bool,
    /// How many bytes it takes.
    pub(super) length: usize,
    /// How many attributes are programs.
    pub(super) handlers: u32,
    /// The words that stand for a picture.
    pub(super) alternative: Option<String>,
    /// How many attributes name something that lies elsewhere.
    elsewhere: u32,
}

impl<'a> Tag<'a> {
    /// The tag at the beginning of a text that begins with `<`; `None` where it is none. One that
    /// is not closed goes to the end.
    pub(super) fn of(text: &'a str) -> Option<Self> {
        let inside = text.get(1..)?;
        let is_end = inside.starts_with('/');
        let inside = inside.strip_prefix('/').unwrap_or(inside);
        let name = &inside[..name_length(inside)];
        name.starts_with(|it: char| it.is_alphabetic() || it == '_').then_some(())?;
        let mut tag = Self {
            name,
            is_end,
            is_empty: false,
            length: 0,
            handlers: 0,
            alternative: None,
            elsewhere: 0,
        };
        let rest = tag.attributes(&inside[name.len()..]);
        tag.length = text.len() - rest.len();
        Some(tag)
    }

    /// Goes over the attributes and gives what stands behind the tag.
    fn attributes(&mut self, text: &'a str) -> &'a str {
        let mut rest = text;
        loop {
            rest = rest.trim_start();
            if let Some(behind) = rest.strip_prefix('>') {
                return behind;
            }
            if rest.is_empty() {
                return rest;
            }
            if let Some(behind) = rest.strip_prefix('/') {
                self.is_empty = behind.starts_with('>');
                rest = behind;
                continue;
            }
            // Whatever stands there is at least one character of a name.
            let first = rest.chars().next().map_or(1, char::len_utf8);
            let length = first + name_length(&rest[first..]);
            let (name, behind) = rest.split_at(length);
            let (value, behind) = value(behind);
            self.attribute(name, value);
            rest = behind;
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        const LOADED: [&str; 6] = ["src", "href", "srcset", "background", "poster", "data"];
        const ELSEWHERE: [&str; 5] = ["http:", "https:", "ftp:", "file:", "//"];
        let local = name.rsplit(':').next().unwrap_or_default().to_ascii_lowercase();
        let value = value.trim();
        let begins = |start: &str| {
            value.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
        };
        if (local.starts_with("on") && local.len() > 3) || begins("javascript:") {
            self.handlers += 1;
        }
        let is_far = ELSEWHERE.iter().any(|it| begins(it)) && LOADED.contains(&local.as_str());
        let is_styled = local == "style" && value.contains("url(");
        self.elsewhere += u32::from(is_far || is_styled);
        if local == "alt" && !value.is_empty() {
            self.alternative = Some(html_escape::decode_html_entities(value).into_owned());
        }
    }

    /// The name without prefix, in small letters.
    pub(super) fn local(&self) -> String {
        self.name.rsplit(':').next().unwrap_or_default().to_ascii_lowercase()
    }

    /// How many things it would load: what a link leads to is not loaded.
    pub(super) fn loads(&self) -> u32 {
        if matches!(self.local().as_str(), "a" | "area" | "base") { 0 } else { self.elsewhere }
    }

    /// Whether what stands in it is not for people to read.
    pub(super) fn is_unseen(&self, sort: Sort) -> bool {
        let local = self.local();
        match sort {
            // The code of a field, what was deleted, and how an East Asian word is read.
            Sort::Office => matches!(local.as_str(), "instrtext" | "deltext" | "rph"),
            Sort::Page | Sort::Xml => {
                matches!(local.as_str(), "script" | "style" | "iframe" | "template" | "object")
            }
        }
    }

    /// Whether spaces and line ends count in it.
    pub(super) fn is_as_written(&self) -> bool {
        matches!(self.local().as_str(), "pre" | "textarea" | "listing")
    }

    /// Whether it keeps words apart on one line: a cell of a table, a tab.
    pub(super) fn is_apart(&self, sort: Sort) -> bool {
        let local = self.local();
        matches!(local.as_str(), "td" | "th")
            || (sort == Sort::Office && matches!(local.as_str(), "tab" | "s"))
    }

    /// How many line ends it is shown with.
    pub(super) fn gap(&self, sort: Sort) -> u8 {
        let local = self.local();
        match local.as_str() {
            "p" | "h" | "br" | "cr" | "line-break" | "si" if sort == Sort::Office => 1,
            _ if sort == Sort::Office => 0,
            "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote" | "table" | "ul"
            | "ol" | "dl" | "pre" | "hr" => 2,
            "a" | "b" | "i" | "u" | "em" | "strong" | "span" | "font" | "small" | "big" | "sub"
            | "sup" | "code" | "tt" | "img" | "abbr" | "tspan" | "label" | "input" | "s"
            | "del" | "ins" | "mark" | "q" | "cite" | "wbr" | "time" | "textpath" | "td" | "th" => {
                0
            }
            "address" | "article" | "aside" | "body" | "br" | "center" | "dd" | "div" | "dt"
            | "fieldset" | "footer" | "form" | "header" | "html" | "li" | "main" | "nav"
            | "option" | "section" | "title" | "tr" => 1,
            _ => u8::from(sort == Sort::Xml),
        }
    }
}

/// How far the name at the beginning reaches.
fn name_length(text: &str) -> usize {
    text.find(|it: char| it.is_whitespace() || "/>=".contains(it)).unwrap_or(text.len())
}

/// The value behind a name, and what stands behind it.
fn value(text: &str) -> (&str, &str) {
    let Some(text) = text.trim_start().strip_prefix('=') else { return ("", text) };
    let text = text.trim_start();
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            return inside.split_once(quote).unwrap_or((inside, ""));
        }
    }
    let end = text.find(|it: char| it.is_whitespace() || it == '>').unwrap_or(text.len());
    text.split_at(end)
}
