//! JSON as a tree that forgets nothing: the order of names, and names that stand twice.

use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;

use super::problem::{Code, Log};
use super::{MAX_BYTES, MAX_DEPTH};

/// One value of a JSON text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    Null,
    Bool(bool),
    /// A whole number that is not negative.
    Whole(u64),
    /// Any other number. The format has none, so its value is not needed.
    Number,
    Text(String),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
}

impl Node {
    /// The words, where it is text.
    pub(super) fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The items, where it is a list.
    pub(super) fn as_list(&self) -> Option<&[Node]> {
        if let Self::List(items) = self { Some(items) } else { None }
    }

    /// The names and values, where it is an object.
    pub(super) fn as_object(&self) -> Option<&[(String, Node)]> {
        if let Self::Object(entries) = self { Some(entries) } else { None }
    }

    /// Whether it is true, where it is true or false.
    pub(super) fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(value) = self { Some(*value) } else { None }
    }

    /// What the value is, for a sentence such as “this is a number”.
    pub(super) fn what(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Whole(_) | Self::Number => "a number",
            Self::Text(_) => "text",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }
}

const CUT_SHORT: &str = "The file ends here, in the middle: it was cut short.";

/// Reads a file's bytes. A byte-order mark at the beginning is let pass, as some editors write one.
pub(super) fn parse(bytes: &[u8], log: &Log) -> Option<Node> {
    if bytes.len() > MAX_BYTES {
        let message = format!(
            "The file has {} MB; household files of up to {} MB are read.",
            bytes.len() >> 20,
            MAX_BYTES >> 20
        );
        log.error("file", Code::TooLarge, message);
        return None;
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        log.error("file", Code::CutShort, "The file is empty.");
        return None;
    }
    let text = as_utf8(bytes, log)?;
    let mut reader = serde_json::Deserializer::from_str(text);
    let parsed = Depth(0).deserialize(&mut reader).and_then(|node| reader.end().map(|()| node));
    parsed.map_err(|error| report(&error, log)).ok()
}

fn as_utf8<'a>(bytes: &'a [u8], log: &Log) -> Option<&'a str> {
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Some(text),
        Err(error) => error,
    };
    let before = &bytes[..error.valid_up_to()];
    let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |found| found + 1);
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let place = place_of(line, before.len() - line_start + 1);
    if error.error_len().is_none() {
        // The bytes are the beginning of a character, and nothing follows.
        log.error(place, Code::CutShort, CUT_SHORT);
        return None;
    }
    let message = "The file is not UTF-8 text from here on. Save it as UTF-8 and try again.";
    log.error(place, Code::NotUtf8, message);
    None
}

fn place_of(line: usize, column: usize) -> String {
    format!("line {line}, column {column}")
}

fn report(error: &serde_json::Error, log: &Log) {
    let place = place_of(error.line(), error.column());
    match error.classify() {
        Category::Eof => log.error(place, Code::CutShort, CUT_SHORT),
        Category::Data => log.error(place, Code::TooDeep, too_deep()),
        Category::Syntax | Category::Io => {
            // The library ends its sentence with the place, which is given apart already.
            let said = error.to_string();
            let what = said.split(" at line ").next().unwrap_or_default();
            log.error(place, Code::NotJson, format!("This is not JSON: {what}."));
        }
    }
}

fn too_deep() -> String {
    format!("Lists and objects lie in one another more than {MAX_DEPTH} deep.")
}

/// Builds a [`Node`], counting how deep it is, so that a hostile file cannot exhaust the stack.
#[derive(Clone, Copy)]
struct Depth(usize);

impl Depth {
    fn deeper<E: de::Error>(self) -> Result<Self, E> {
        if self.0 < MAX_DEPTH { Ok(Self(self.0 + 1)) } else { Err(E::custom(too_deep())) }
    }
}

impl<'de> DeserializeSeed<'de> for Depth {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Depth {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Whole(value))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Node, E> {
        Ok(Node::Number)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Node, E> {
        Ok(Node::Number)
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Node, E> {
        Ok(Node::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let inner = self.deeper()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(inner)? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        let inner = self.deeper()?;
        let mut object = Vec::new();
        while let Some(name) = entries.next_key::<String>()? {
            object.push((name, entries.next_value_seed(inner)?));
        }
        Ok(Node::Object(object))
    }
}
