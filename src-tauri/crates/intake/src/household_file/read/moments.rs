//! Days, instants and times of day.

use chrono::{DateTime, NaiveDate, NaiveTime};
use holdfast_domain::Occurred;

use super::object::{Object, shown};
use crate::household_file::problem::Code;

impl Object<'_> {
    /// A day.
    pub(super) fn maybe_day(&self, name: &str) -> Option<NaiveDate> {
        let text = self.raw(name)?;
        let day = day(text);
        if day.is_none() {
            let message = format!(
                "“{}” is not a day of the calendar; days are written like 2026-03-05.",
                shown(text)
            );
            self.error(name, Code::NotADay, message);
        }
        day
    }

    /// A day, which has to be there.
    pub(super) fn day(&self, name: &str) -> Option<NaiveDate> {
        self.required(name, self.maybe_day(name))
    }

    /// A day, or an instant with its offset, which has to be there.
    pub(super) fn occurred(&self, name: &str) -> Option<Occurred> {
        let text = self.required_raw(name)?;
        let found = day(text).map(Occurred::On).or_else(|| instant(text));
        if found.is_none() {
            let message = format!(
                "“{}” is neither a day like 2026-03-05 nor an instant with an offset like \
                 2026-03-05T14:30:00-05:00.",
                shown(text)
            );
            self.error(name, Code::NotAnInstant, message);
        }
        found
    }

    /// A time of day.
    pub(super) fn time_of_day(&self, name: &str) -> Option<NaiveTime> {
        let text = self.raw(name)?;
        let time = time_of_day(text);
        if time.is_none() {
            let message =
                format!("“{}” is not a time of day; times are written like 09:30.", shown(text));
            self.error(name, Code::NotATime, message);
        }
        time
    }
}

/// Reads `YYYY-MM-DD` and nothing else: chrono alone would also take `+2026-3-5`.
fn day(text: &str) -> Option<NaiveDate> {
    if !matches_shape(text, "0000-00-00") {
        return None;
    }
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()
}

fn instant(text: &str) -> Option<Occurred> {
    // A day and a time with a letter between them; RFC 3339 leaves it to each format whether a
    // blank may stand there, and ours does not say so.
    if !matches!(text.as_bytes().get(10), Some(b'T' | b't')) {
        return None;
    }
    DateTime::parse_from_rfc3339(text).ok().map(Occurred::At)
}

fn time_of_day(text: &str) -> Option<NaiveTime> {
    if !matches_shape(text, "00:00") {
        return None;
    }
    NaiveTime::parse_from_str(text, "%H:%M").ok()
}

/// Whether the text has a digit wherever the shape has one, and else the same characters.
fn matches_shape(text: &str, shape: &str) -> bool {
    text.len() == shape.len()
        && text.bytes().zip(shape.bytes()).all(|(found, wanted)| match wanted {
            b'0' => found.is_ascii_digit(),
            other => found == other,
        })
}
