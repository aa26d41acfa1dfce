//! The words in which letters and case files say things: calm, and the same everywhere.

mod quotes;

pub use quotes::{quoted, within_quotes};

use chrono::NaiveDate;

use crate::Channel;

/// A day as it is printed: `5 March 2026`.
pub fn date(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// Someone's own words as a sentence of its own: with a full stop where they have no end. Nothing
/// stands beside it, so its own letters decide in which direction it runs.
pub fn sentence(text: &str) -> String {
    let text = text.trim();
    let ends = text.trim_end_matches(['"', '”', '»', ')', '’', '\'']);
    if ends.ends_with(['.', '!', '?', '…', '。', '؟', '！', '？']) || text.is_empty() {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

/// Someone's own words as a sentence that stands behind words of ours.
pub fn own_words(text: &str) -> String {
    isolated(&sentence(text))
}

/// Someone's own words within a sentence of ours, without a full stop at their end.
pub fn inline(text: &str) -> String {
    isolated(text.trim().trim_end_matches('.'))
}

/// Words that may run from right to left, set off from what stands around them, so that a figure
/// or a comma behind an Arabic name stays where it belongs.
pub fn isolated(text: &str) -> String {
    if text.chars().any(is_right_to_left) {
        format!("\u{2068}{text}\u{2069}")
    } else {
        text.to_owned()
    }
}

/// Whether a character belongs to a script that runs from right to left.
pub fn is_right_to_left(character: char) -> bool {
    matches!(
        character,
        '\u{590}'..='\u{8FF}'
            | '\u{FB1D}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFE}'
            | '\u{10800}'..='\u{10FFF}'
            | '\u{1E800}'..='\u{1EFFF}'
    )
}

/// Several things as a sentence lists them: `a, b and c`.
pub fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

/// A number of things: `one offer`, `12 offers`.
pub fn counted(number: usize, one: &str, many: &str) -> String {
    const WORDS: [&str; 11] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let noun = if number == 1 { one } else { many };
    match WORDS.get(number) {
        Some(word) => format!("{word} {noun}"),
        None => format!("{number} {noun}"),
    }
}

/// The same words beginning with a capital.
pub fn capital(text: &str) -> String {
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => String::new(),
    }
}

/// The beginning of a long text, whole words with an ellipsis, at most about so many characters.
pub fn beginning(text: &str, limit: usize) -> String {
    let text = text.trim();
    let Some((end, _)) = text.char_indices().nth(limit) else { return text.to_owned() };
    let cut = text[..end].rfind(char::is_whitespace).filter(|place| *place > end / 2);
    format!("{} …", text[..cut.unwrap_or(end)].trim_end())
}

/// A length of time: `42 minutes`, `1 hour 5 minutes`.
pub fn duration(minutes: u64) -> String {
    let unit = |number: u64, one: &str| {
        let ending = if number == 1 { "" } else { "s" };
        format!("{number} {one}{ending}")
    };
    match (minutes / 60, minutes % 60) {
        (0, minutes) => unit(minutes, "minute"),
        (hours, 0) => unit(hours, "hour"),
        (hours, minutes) => format!("{} {}", unit(hours, "hour"), unit(minutes, "minute")),
    }
}

/// An event in a few words: `telephone call`, as in “the telephone call of 2 March 2026”.
pub fn occasion(channel: Channel) -> &'static str {
    match channel {
        Channel::Phone => "telephone call",
        Channel::Email => "e-mail",
        Channel::Letter => "letter",
        Channel::WebForm => "web form",
        Channel::Chat => "chat",
        Channel::Social => "message on social media",
        Channel::Visit => "visit",
        Channel::Statement => "statement",
        Channel::Other => "event",
    }
}

/// Words that begin many a sentence and are nobody's name, so that they lose their capital behind
/// other words. Any other first word keeps it: it may be a name.
const NO_NAMES: &[&str] = &[
    "A",
    "About",
    "Account",
    "After",
    "All",
    "An",
    "Announced",
    "Any",
    "Apology",
    "As",
    "At",
    "Because",
    "Before",
    "Booked",
    "Both",
    "By",
    "Cancellation",
    "Cancelled",
    "Charged",
    "Closed",
    "Compensation",
    "Confirmation",
    "Confirmed",
    "Corrected",
    "Credit",
    "Credited",
    "Delivered",
    "Delivery",
    "Each",
    "Every",
    "Fee",
    "Fees",
    "Flight",
    "Flights",
    "For",
    "Full",
    "Half",
    "Her",
    "His",
    "Hotel",
    "If",
    "In",
    "It",
    "Its",
    "Joint",
    "Late",
    "My",
    "New",
    "No",
    "Nobody",
    "Not",
    "Nothing",
    "On",
    "One",
    "Our",
    "Paid",
    "Part",
    "Partial",
    "Payment",
    "Proof",
    "Receipt",
    "Received",
    "Refund",
    "Refunded",
    "Reimbursed",
    "Reimbursement",
    "Removed",
    "Repair",
    "Repaired",
    "Replaced",
    "Replacement",
    "Return",
    "Returned",
    "Savings",
    "Sent",
    "She",
    "Some",
    "That",
    "The",
    "Their",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Three",
    "To",
    "Transfer",
    "Transfers",
    "Two",
    "Waived",
    "Waiver",
    "We",
    "What",
    "When",
    "Whole",
    "With",
    "Without",
    "Written",
    "You",
    "Your",
];

/// Someone's own words as they go on behind words of ours, such as “I ask for the following: ”: a
/// first word that is certainly no name loses its capital, and there is no full stop at the end.
pub fn continued(text: &str) -> String {
    let text = text.trim();
    let first = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    if NO_NAMES.contains(&first) {
        inline(&format!("{}{}", first.to_lowercase(), &text[first.len()..]))
    } else {
        inline(text)
    }
}
