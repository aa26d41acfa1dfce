//! What is said: answers on standard output, everything else on standard error.
//!
//! Whoever reads may stop at any time, as `head` does after its lines. Then the rest is not said, and
//! what was to be done is done all the same.

use std::fmt::Display;
use std::io::{self, ErrorKind, Write};

use serde::Serialize;

use crate::Failure;

/// Says an answer, with a line's end behind it.
///
/// # Errors
/// Where it cannot be written, such as to a full disk; not where nobody reads any more.
pub(crate) fn answer(text: impl Display) -> Result<(), Failure> {
    match writeln!(io::stdout().lock(), "{text}") {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::File(format!("the answer could not be written: {error}")))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Says an answer as JSON.
///
/// # Errors
/// As [`answer`].
pub(crate) fn json<T: Serialize>(of: &T) -> Result<(), Failure> {
    let json = serde_json::to_string_pretty(of);
    answer(json.map_err(|error| Failure::File(error.to_string()))?)
}

/// Says something beside the answer. Where that cannot be written, there is nowhere to say so.
pub(crate) fn note(text: impl Display) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// A number of things: `1 row`, `2 rows`.
pub(crate) fn counted(count: u32, one: &str, several: &str) -> String {
    let noun = if count == 1 { one } else { several };
    format!("{count} {noun}")
}

/// Those of several sorts of which there are any, in one line; empty where there is nothing.
pub(crate) fn counted_all(
    all: impl IntoIterator<Item = (u32, &'static str, &'static str)>,
) -> String {
    let some = all.into_iter().filter(|(count, ..)| *count > 0);
    some.map(|(count, one, several)| counted(count, one, several)).collect::<Vec<_>>().join(", ")
}
