//! JSON to be written, with names in the order in which they were given.

use chrono::{NaiveDate, NaiveTime, SecondsFormat};
use holdfast_domain::Occurred;
use serde::ser::{Serialize, SerializeMap, Serializer};

/// A value to be written.
pub(super) enum Value {
    Bool(bool),
    Whole(u64),
    Text(String),
    List(Vec<Value>),
    Object(Vec<(&'static str, Value)>),
}

impl Value {
    /// The value as JSON, indented by two spaces a level.
    pub(super) fn pretty(&self) -> String {
        // Text, whole numbers and lists in memory have no way to fail; an empty file would be
        // refused when it is read, so even the impossible case loses nothing in silence.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Whole(value) => serializer.serialize_u64(*value),
            Self::Text(value) => serializer.serialize_str(value),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(fields) => {
                let mut object = serializer.serialize_map(Some(fields.len()))?;
                fields.iter().try_for_each(|(name, value)| object.serialize_entry(name, value))?;
                object.end()
            }
        }
    }
}

/// The fields of an object while they are being put together.
pub(super) struct Fields(Vec<(&'static str, Value)>);

impl Fields {
    pub(super) fn new() -> Self {
        Self(Vec::new())
    }

    /// The object that they make.
    pub(super) fn object(self) -> Value {
        Value::Object(self.0)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn with(mut self, name: &'static str, value: Value) -> Self {
        self.0.push((name, value));
        self
    }

    fn maybe(self, name: &'static str, value: Option<Value>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    pub(super) fn text(self, name: &'static str, text: impl ToString) -> Self {
        self.with(name, Value::Text(text.to_string()))
    }

    pub(super) fn maybe_text<T: ToString>(self, name: &'static str, text: Option<T>) -> Self {
        self.maybe(name, text.map(|text| Value::Text(text.to_string())))
    }

    /// Text that is only written where it differs from the format's default.
    pub(super) fn unless<T: ToString + PartialEq>(
        self,
        name: &'static str,
        default: T,
        text: T,
    ) -> Self {
        if text == default { self } else { self.text(name, text) }
    }

    pub(super) fn day(self, name: &'static str, day: NaiveDate) -> Self {
        self.text(name, day.format("%Y-%m-%d"))
    }

    pub(super) fn maybe_day(self, name: &'static str, day: Option<NaiveDate>) -> Self {
        self.maybe_text(name, day.map(|day| day.format("%Y-%m-%d")))
    }

    pub(super) fn occurred(self, name: &'static str, at: Occurred) -> Self {
        match at {
            Occurred::On(day) => self.day(name, day),
            Occurred::At(instant) => {
                self.text(name, instant.to_rfc3339_opts(SecondsFormat::AutoSi, false))
            }
        }
    }

    pub(super) fn maybe_time(self, name: &'static str, time: Option<NaiveTime>) -> Self {
        self.maybe_text(name, time.map(|time| time.format("%H:%M")))
    }

    pub(super) fn maybe_bool(self, name: &'static str, value: Option<bool>) -> Self {
        self.maybe(name, value.map(Value::Bool))
    }

    pub(super) fn maybe_whole(self, name: &'static str, value: Option<u32>) -> Self {
        self.maybe(name, value.map(|value| Value::Whole(value.into())))
    }

    /// A list that is written even where it is empty.
    pub(super) fn list(self, name: &'static str, items: impl Iterator<Item = Value>) -> Self {
        self.with(name, Value::List(items.collect()))
    }

    /// A list that is left out where it is empty.
    pub(super) fn maybe_list(self, name: &'static str, items: impl Iterator<Item = Value>) -> Self {
        let items: Vec<_> = items.collect();
        if items.is_empty() { self } else { self.with(name, Value::List(items)) }
    }

    /// A list of texts that is left out where it is empty.
    pub(super) fn maybe_texts<T: ToString>(
        self,
        name: &'static str,
        texts: impl IntoIterator<Item = T>,
    ) -> Self {
        self.maybe_list(name, texts.into_iter().map(|text| Value::Text(text.to_string())))
    }
}
