//! A template becomes the paragraphs of a letter.
//!
//! A template is text for the engine `minijinja`, divided into sections by lines such as
//! `== opening`. The engine is strict, and what is printed has to be there: a fact that is missing
//! stops the composition rather than leave a blank or the word “none” in a letter.

use std::sync::LazyLock;

use holdfast_domain::words::{capital, continued, isolated, listed, sentence};
use holdfast_domain::{LetterKind, LetterTemplateId};
use minijinja::value::Value;
use minijinja::{Environment, Error, ErrorKind, Output, State, UndefinedBehavior};

use crate::error::TemplateFault;

/// Stands in the rendered text where a section begins. No text of the record holds it, for the
/// record accepts no control characters, and the printer takes them out.
const SECTION: char = '\u{1}';
/// Stands around the key of a printed line, so that the paragraph stays linked to its fact.
const KEY: char = '\u{2}';

/// Stands at the end of a line with a statement: where nothing else comes of the line, it is no
/// blank line that would end a paragraph.
const STATEMENT: char = '\u{3}';

/// So many steps of the engine are enough for any letter, and stop a template that goes in circles.
const FUEL: u64 = 500_000;

/// Where a template comes from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source<'a> {
    pub(crate) template: Option<LetterTemplateId>,
    pub(crate) kind: LetterKind,
    pub(crate) text: &'a str,
}

/// What a template gave.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Rendered {
    pub(crate) subject: Option<String>,
    pub(crate) salutation: Option<String>,
    pub(crate) closing: Option<String>,
    pub(crate) paragraphs: Vec<Piece>,
}

/// A paragraph as the template gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) key: String,
    pub(crate) item: bool,
    pub(crate) text: String,
}

/// Renders the template over the names that it may use.
pub(crate) fn render(source: Source<'_>, names: &Value) -> Result<Rendered, TemplateFault> {
    let marked = mark_sections(source)?;
    let text = ENGINE
        .render_named_str("letter", &marked, names.clone())
        .map_err(|error| fault(source, error.line(), message(&error)))?;
    let mut rendered = Rendered::default();
    for section in text.split(SECTION).skip(1) {
        let (name, body) = section.split_once('\n').unwrap_or((section, ""));
        let pieces = pieces(name, body);
        match name {
            "subject" => rendered.subject = line(&pieces),
            "salutation" => rendered.salutation = line(&pieces),
            "closing" => rendered.closing = line(&pieces),
            _ => rendered.paragraphs.extend(pieces),
        }
    }
    if rendered.subject.is_none() {
        let message = "its section “subject” gives no subject line".to_owned();
        return Err(fault(source, None, message));
    }
    Ok(rendered)
}

fn fault(source: Source<'_>, line: Option<usize>, message: String) -> TemplateFault {
    TemplateFault { template: source.template, kind: source.kind, line, message }
}

fn message(error: &Error) -> String {
    match error.detail() {
        Some(detail) => detail.to_owned(),
        None => error.kind().to_string(),
    }
}

/// Puts a mark at the head of each section. The lines stay where they are, so that a fault names
/// the line that the person sees.
fn mark_sections(source: Source<'_>) -> Result<String, TemplateFault> {
    let mut names: Vec<&str> = Vec::new();
    let mut marked = String::with_capacity(source.text.len());
    for (place, line) in source.text.lines().enumerate() {
        let clean: String = line.chars().filter(|c| !c.is_control() || *c == '\t').collect();
        match line.strip_prefix("== ").map(str::trim) {
            Some(name) => {
                check_name(source, place + 1, name, &names)?;
                names.push(name);
                marked.push(SECTION);
                marked.push_str(name);
            }
            None if names.is_empty() && is_content(line) => {
                let message = "text stands before the first section, such as “== opening”";
                return Err(fault(source, Some(place + 1), message.to_owned()));
            }
            None => marked.push_str(&clean),
        }
        if closes_statement(line) {
            marked.push(STATEMENT);
        }
        marked.push('\n');
    }
    Ok(marked)
}

/// Whether the line holds a statement or remark, and the last one ends on it.
fn closes_statement(line: &str) -> bool {
    let closed = |open: &str, close: &str| line.rfind(open) < line.rfind(close);
    (line.contains("%}") || line.contains("#}"))
        && [("{%", "%}"), ("{#", "#}"), ("{{", "}}")]
            .iter()
            .all(|(open, close)| !line.contains(open) || closed(open, close))
}

/// Before the first section only remarks and settings may stand.
fn is_content(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && !line.starts_with("{#") && !line.starts_with("{%") && !line.ends_with("#}")
}

fn check_name(
    source: Source<'_>,
    line: usize,
    name: &str,
    names: &[&str],
) -> Result<(), TemplateFault> {
    let sound = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
    if name.is_empty() || !name.chars().all(sound) {
        let message = "the name of a section has only small letters, digits and dashes";
        return Err(fault(source, Some(line), message.to_owned()));
    }
    if names.contains(&name) {
        let message = format!("there are two sections “{name}”");
        return Err(fault(source, Some(line), message));
    }
    Ok(())
}

fn line(pieces: &[Piece]) -> Option<String> {
    let words: Vec<&str> = pieces.iter().map(|piece| piece.text.as_str()).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Divides a section into paragraphs at blank lines, and into items at lines that begin with a
/// dash. Line ends within a paragraph are no more than spaces.
fn pieces(section: &str, body: &str) -> Vec<Piece> {
    let mut found: Vec<(bool, String)> = Vec::new();
    let mut open = false;
    for line in body.lines() {
        let statement = line.contains(STATEMENT);
        let line = line.replace(STATEMENT, "");
        let line = line.trim();
        if let Some(item) = line.strip_prefix("- ") {
            found.push((true, item.to_owned()));
            open = true;
        } else if line.is_empty() {
            open = open && statement;
        } else if open && let Some((_, text)) = found.last_mut() {
            text.push(' ');
            text.push_str(line);
        } else {
            found.push((false, line.to_owned()));
            open = true;
        }
    }
    let mut place = 0;
    let mut keyed = |(item, text): (bool, String)| {
        let (link, text) = take_key(&text);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        place += 1;
        let key = match link {
            Some(link) => format!("{section}.{link}"),
            None if place == 1 => section.to_owned(),
            None => format!("{section}.{place}"),
        };
        Piece { key, item, text }
    };
    found.into_iter().map(&mut keyed).filter(|piece| !piece.text.is_empty()).collect()
}

/// Takes the keys of printed lines out of a paragraph; the first one names it.
fn take_key(text: &str) -> (Option<String>, String) {
    let mut first = None;
    let mut words = String::with_capacity(text.len());
    for (place, part) in text.split(KEY).enumerate() {
        if place % 2 == 0 {
            words.push_str(part);
        } else if first.is_none() {
            first = Some(part.to_owned());
        }
    }
    (first, words)
}

static ENGINE: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut engine = Environment::new();
    engine.set_undefined_behavior(UndefinedBehavior::Strict);
    engine.set_fuel(Some(FUEL));
    engine.set_formatter(print);
    engine.add_filter("continued", |text: String| continued(&text));
    engine.add_filter("sentence", |text: String| sentence(&text));
    engine.add_filter("capital", |text: String| capital(&text));
    engine.add_filter("listed", |items: Vec<String>| listed(&items));
    engine
});

/// Prints a value into a letter: words and numbers, and a line of the record with its key. Whatever
/// would leave a blank or a word of the machine is an error.
fn print(out: &mut Output<'_>, _: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    let missing = || {
        let message = "what is to be printed here is not in the record: put it between \
                       {% if … %} and {% endif %}";
        Error::new(ErrorKind::UndefinedError, message)
    };
    if value.is_undefined() || value.is_none() {
        return Err(missing());
    }
    if let Some(text) = value.as_str() {
        let text = Some(words(text)).filter(|text| !text.is_empty());
        out.write_str(&text.ok_or_else(missing)?)?;
    } else if value.is_integer() {
        write!(out, "{value}")?;
    } else if let (Ok(key), Ok(text)) = (value.get_attr("key"), value.get_attr("text"))
        && let (Some(key), Some(text)) = (key.as_str(), text.as_str())
    {
        write!(out, "{KEY}{key}{KEY}{}", words(text))?;
    } else {
        let message = format!("a {} cannot be printed: name one of its texts", value.kind());
        return Err(Error::new(ErrorKind::InvalidOperation, message));
    }
    Ok(())
}

/// Words of the record on one line, set off where they run from right to left.
fn words(text: &str) -> String {
    let shown = |c: char| if c.is_control() { ' ' } else { c };
    let text: String = text.chars().map(shown).collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // Lines that were put together of several words are set off within already.
    if text.contains('\u{2068}') { text } else { isolated(&text) }
}
