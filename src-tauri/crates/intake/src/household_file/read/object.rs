//! An object of the file with its place, and how its values are read.

use std::collections::HashSet;
use std::str::FromStr;

use holdfast_domain::UnknownWord;

use super::Keyed;
use crate::household_file::json::Node;
use crate::household_file::problem::{Code, Log};

/// An object of the file. Every reading of a value that goes wrong is logged with its place, and
/// gives nothing.
pub(super) struct Object<'a> {
    entries: &'a [(String, Node)],
    place: String,
    log: &'a Log,
}

impl<'a> Object<'a> {
    /// The whole file, if it is an object.
    pub(super) fn root(node: &'a Node, log: &'a Log) -> Option<Self> {
        let entries = node.as_object()?;
        Some(Self { entries, place: String::new(), log })
    }

    /// The place of this object.
    pub(super) fn own_place(&self) -> &str {
        &self.place
    }

    /// The place of a value of this object.
    pub(super) fn place(&self, name: &str) -> String {
        let name = shown_name(name);
        if self.place.is_empty() || name.starts_with('[') {
            format!("{}{name}", self.place)
        } else {
            format!("{}.{name}", self.place)
        }
    }

    /// Logs an error at a value of this object.
    pub(super) fn error(&self, name: &str, code: Code, message: impl Into<String>) {
        self.log.error(self.place(name), code, message);
    }

    /// Logs a warning at a value of this object.
    pub(super) fn warn(&self, name: &str, code: Code, message: impl Into<String>) {
        self.log.warn(self.place(name), code, message);
    }

    /// Logs every name that is not one of these, and every name that stands twice.
    pub(super) fn only(&self, names: &[&str]) {
        let mut seen = HashSet::with_capacity(self.entries.len());
        for (name, _) in self.entries {
            if !seen.insert(name) {
                let message = "This stands twice in one object; only one of the two could be kept.";
                self.error(name, Code::NamedTwice, message);
            } else if !names.contains(&name.as_str()) {
                let message = format!(
                    "There is no such key here; it is left out. There are {}.",
                    listed(names)
                );
                self.warn(name, Code::UnknownKey, message);
            }
        }
    }

    /// The value of that name; `null` counts as absent.
    pub(super) fn get(&self, name: &str) -> Option<&'a Node> {
        let (_, node) = self.entries.iter().find(|(found, _)| found == name)?;
        (*node != Node::Null).then_some(node)
    }

    /// What was taken from a value, with an error where it was of another type than wanted.
    fn typed<T>(&self, name: &str, wanted: &str, found: &Node, taken: Option<T>) -> Option<T> {
        if taken.is_none() {
            let message = format!("This should be {wanted}, but it is {}.", found.what());
            self.error(name, Code::WrongType, message);
        }
        taken
    }

    /// Logs that a value is missing, unless it is there and has been complained about.
    pub(super) fn required<T>(&self, name: &str, value: Option<T>) -> Option<T> {
        if value.is_none() && self.get(name).is_none() {
            self.error(name, Code::Missing, format!("“{name}” is missing."));
        }
        value
    }

    /// Text as it stands in the file, not looked at any further.
    pub(super) fn raw(&self, name: &str) -> Option<&'a str> {
        let node = self.get(name)?;
        self.typed(name, "text in quotes", node, node.as_text())
    }

    /// Text as it stands in the file, which has to be there.
    pub(super) fn required_raw(&self, name: &str) -> Option<&'a str> {
        self.required(name, self.raw(name))
    }

    /// A value of a vocabulary.
    pub(super) fn maybe_word<T: FromStr<Err = UnknownWord>>(&self, name: &str) -> Option<T> {
        self.word_of(self.raw(name)?, name)
    }

    /// A value of a vocabulary, which has to be there.
    pub(super) fn word<T: FromStr<Err = UnknownWord>>(&self, name: &str) -> Option<T> {
        self.required(name, self.maybe_word(name))
    }

    fn word_of<T: FromStr<Err = UnknownWord>>(&self, word: &str, name: &str) -> Option<T> {
        let read = T::from_str(word).map_err(|unknown| {
            let allowed = unknown.allowed.replace(' ', ", ");
            let message = format!("“{}” is not one of: {allowed}.", shown(word));
            self.error(name, Code::NotInVocabulary, message);
        });
        read.ok()
    }

    /// A list of values of a vocabulary, which has to be there.
    pub(super) fn words<T: FromStr<Err = UnknownWord>>(&self, name: &str) -> Option<Vec<T>> {
        let texts = self.required(name, self.texts(name))?;
        Some(texts.iter().filter_map(|(at, word)| self.word_of(word, at)).collect())
    }

    /// A list of texts, each with its place within this object.
    pub(super) fn texts(&self, name: &str) -> Option<Vec<(String, &'a str)>> {
        let items = self.list(name)?;
        let text = |(position, item): (usize, &'a Node)| {
            let at = format!("{name}[{position}]");
            self.typed(&at, "text in quotes", item, item.as_text()).map(|text| (at, text))
        };
        Some(items.iter().enumerate().filter_map(text).collect())
    }

    fn list(&self, name: &str) -> Option<&'a [Node]> {
        let node = self.get(name)?;
        self.typed(name, "a list", node, node.as_list())
    }

    /// True or false.
    pub(super) fn yes_or_no(&self, name: &str) -> Option<bool> {
        let node = self.get(name)?;
        self.typed(name, "true or false", node, node.as_bool())
    }

    /// A whole number of minutes.
    pub(super) fn minutes(&self, name: &str) -> Option<u32> {
        let node = self.get(name)?;
        match node {
            Node::Whole(value) => {
                let value = u32::try_from(*value);
                if value.is_err() {
                    self.error(name, Code::WrongType, "That is more minutes than can be counted.");
                }
                value.ok()
            }
            Node::Number => {
                let message = "Minutes are a whole number that is not negative.";
                self.error(name, Code::WrongType, message);
                None
            }
            Node::Null | Node::Bool(_) | Node::Text(_) | Node::List(_) | Node::Object(_) => {
                self.typed(name, "a whole number of minutes", node, None)
            }
        }
    }

    /// An object within this one.
    pub(super) fn maybe_object(&self, name: &str) -> Option<Object<'a>> {
        self.object_of(self.get(name)?, name)
    }

    fn object_of(&self, node: &'a Node, name: &str) -> Option<Object<'a>> {
        let entries = self.typed(name, "an object", node, node.as_object())?;
        Some(Object { entries, place: self.place(name), log: self.log })
    }

    /// An object within this one, which has to be there.
    pub(super) fn object(&self, name: &str) -> Option<Object<'a>> {
        self.required(name, self.maybe_object(name))
    }

    /// A list of objects; an absent one is empty.
    pub(super) fn maybe_objects(&self, name: &str) -> Vec<Object<'a>> {
        let items = self.list(name).unwrap_or_default();
        let object = |(position, item): (usize, &'a Node)| {
            self.object_of(item, &format!("{name}[{position}]"))
        };
        items.iter().enumerate().filter_map(object).collect()
    }

    /// A list of objects, which has to be there though it may be empty.
    pub(super) fn objects(&self, name: &str) -> Vec<Object<'a>> {
        if self.get(name).is_none() {
            self.error(name, Code::Missing, format!("“{name}” is missing."));
        }
        self.maybe_objects(name)
    }

    /// The record that a key refers to; `kind` names its sort for the message.
    pub(super) fn maybe_reference<Id: Copy>(
        &self,
        name: &str,
        kind: &str,
        keyed: &Keyed<'_, Id>,
    ) -> Option<Id> {
        self.reference_of(self.raw(name)?, name, kind, keyed)
    }

    /// The record that a key refers to, which has to be there.
    pub(super) fn reference<Id: Copy>(
        &self,
        name: &str,
        kind: &str,
        keyed: &Keyed<'_, Id>,
    ) -> Option<Id> {
        self.required(name, self.maybe_reference(name, kind, keyed))
    }

    /// The records that a list of keys refers to; each is kept once.
    pub(super) fn references<Id: Copy + PartialEq>(
        &self,
        name: &str,
        kind: &str,
        keyed: &Keyed<'_, Id>,
    ) -> Vec<Id> {
        let mut found = Vec::new();
        for (at, key) in self.texts(name).unwrap_or_default() {
            let Some(id) = self.reference_of(key, &at, kind, keyed) else { continue };
            if found.contains(&id) {
                self.warn(&at, Code::Repeated, format!("This {kind} is named already."));
            } else {
                found.push(id);
            }
        }
        found
    }

    fn reference_of<Id: Copy>(
        &self,
        key: &str,
        name: &str,
        kind: &str,
        keyed: &Keyed<'_, Id>,
    ) -> Option<Id> {
        let id = keyed.by_key.get(key).copied();
        if id.is_none() {
            let there = keyed.shown();
            let message = format!("There is no {kind} with the key “{}”; {there}.", shown(key));
            self.error(name, Code::UnknownReference, message);
        }
        id
    }
}

/// Names one after the other: “one, two and three”.
fn listed(names: &[&str]) -> String {
    match names {
        [] => "none".to_owned(),
        [only] => (*only).to_owned(),
        [names @ .., last] => format!("{} and {last}", names.join(", ")),
    }
}

/// The longest piece of the file that a message repeats, in characters.
const SHOWN: usize = 60;

/// A piece of the file as a message can repeat it: short, on one line, nothing invisible.
pub(super) fn shown(text: &str) -> String {
    let mut short: String = text.chars().take(SHOWN).flat_map(char::escape_debug).collect();
    if text.chars().nth(SHOWN).is_some() {
        short.push('…');
    }
    short
}

/// A name as a place shows it: as it is where it is plain, else quoted in brackets.
fn shown_name(name: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '[' | ']');
    if !name.is_empty() && name.len() <= SHOWN && name.chars().all(plain) {
        name.to_owned()
    } else {
        format!("[\"{}\"]", shown(name))
    }
}
