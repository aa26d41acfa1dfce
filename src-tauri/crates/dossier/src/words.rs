//! The words in which a case file says things: calm, and the same everywhere.

use chrono::{FixedOffset, NaiveDate, Timelike};
use holdfast_domain::{
    Channel, ClosedAs, Direction, EventTime, FactStatus, Occurred, Precision, RemedyKind, Role,
    VendorKind, rules::RemedyStatus,
};

/// A day as it is printed: `5 March 2026`.
pub(crate) fn date(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// When something happened, as well as it is known. Instants keep the time and offset at which
/// they were recorded.
pub(crate) fn when(time: EventTime) -> String {
    let at = match time.at {
        Occurred::On(day) => date(day),
        Occurred::At(instant) => {
            let clock = instant.time();
            format!(
                "{}, {:02}:{:02} ({})",
                date(instant.date_naive()),
                clock.hour(),
                clock.minute(),
                offset(*instant.offset())
            )
        }
    };
    match time.precision {
        Precision::Exact => at,
        Precision::About => format!("about {at}"),
        Precision::Unknown => format!("date not known, entered as {at}"),
    }
}

fn offset(offset: FixedOffset) -> String {
    let seconds = offset.local_minus_utc();
    if seconds == 0 {
        return "UTC".to_owned();
    }
    let sign = if seconds < 0 { '−' } else { '+' };
    let minutes = seconds.unsigned_abs() / 60;
    format!("UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Someone's own words as a sentence of its own: with a full stop where they have no end. Nothing
/// stands beside it, so its own letters decide in which direction it runs.
pub(crate) fn sentence(text: &str) -> String {
    let text = text.trim();
    let ends = text.trim_end_matches(['"', '”', '»', ')', '’', '\'']);
    if ends.ends_with(['.', '!', '?', '…', '。', '؟', '！', '？']) || text.is_empty() {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

/// Someone's own words as a sentence that stands behind words of ours.
pub(crate) fn own_words(text: &str) -> String {
    isolated(&sentence(text))
}

/// Someone's own words within a sentence of ours, without a full stop at their end.
pub(crate) fn inline(text: &str) -> String {
    isolated(text.trim().trim_end_matches('.'))
}

/// Words that may run from right to left, set off from what stands around them, so that a figure
/// or a comma behind an Arabic name stays where it belongs.
pub(crate) fn isolated(text: &str) -> String {
    if text.chars().any(is_right_to_left) {
        format!("\u{2068}{text}\u{2069}")
    } else {
        text.to_owned()
    }
}

fn is_right_to_left(character: char) -> bool {
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
pub(crate) fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

/// A number of things: `one offer`, `12 offers`.
pub(crate) fn counted(number: usize, one: &str, many: &str) -> String {
    const WORDS: [&str; 11] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let noun = if number == 1 { one } else { many };
    match WORDS.get(number) {
        Some(word) => format!("{word} {noun}"),
        None => format!("{number} {noun}"),
    }
}

/// The same words beginning with a capital.
pub(crate) fn capital(text: &str) -> String {
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => String::new(),
    }
}

/// The beginning of a long text, whole words with an ellipsis, at most about so many characters.
pub(crate) fn beginning(text: &str, limit: usize) -> String {
    let text = text.trim();
    let Some((end, _)) = text.char_indices().nth(limit) else { return text.to_owned() };
    let cut = text[..end].rfind(char::is_whitespace).filter(|place| *place > end / 2);
    format!("{} …", text[..cut.unwrap_or(end)].trim_end())
}

/// A length of time: `42 minutes`, `1 hour 5 minutes`.
pub(crate) fn duration(minutes: u64) -> String {
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

pub(crate) fn role(role: Role) -> &'static str {
    match role {
        Role::CausedIt => "caused it",
        Role::HoldsTheMoney => "holds the money",
        Role::MustRemedy => "must remedy",
        Role::CanCompel => "can compel",
    }
}

pub(crate) fn vendor_kind(kind: VendorKind) -> &'static str {
    match kind {
        VendorKind::Shop => "Shop",
        VendorKind::Bank => "Bank",
        VendorKind::CardIssuer => "Card issuer",
        VendorKind::Insurer => "Insurer",
        VendorKind::Investment => "Investment firm",
        VendorKind::Airline => "Airline",
        VendorKind::Travel => "Travel company",
        VendorKind::Telecom => "Telecommunications company",
        VendorKind::Utility => "Utility",
        VendorKind::Landlord => "Landlord",
        VendorKind::Dealer => "Dealer",
        VendorKind::Health => "Health provider",
        VendorKind::Agency => "Agency",
        VendorKind::Regulator => "Regulator",
        VendorKind::Ombudsman => "Ombudsman",
        VendorKind::Court => "Court",
        VendorKind::Other => "Organisation",
    }
}

pub(crate) fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Phone => "Telephone",
        Channel::Email => "E-mail",
        Channel::Letter => "Letter",
        Channel::WebForm => "Web form",
        Channel::Chat => "Chat",
        Channel::Social => "Social media",
        Channel::Visit => "Visit",
        Channel::Statement => "Statement",
        Channel::Other => "Other contact",
    }
}

/// An event in a few words: `telephone call`, as in “the telephone call of 2 March 2026”.
pub(crate) fn occasion(channel: Channel) -> &'static str {
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

pub(crate) fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::In => "incoming",
        Direction::Out => "outgoing",
        Direction::Internal => "within the household",
    }
}

pub(crate) fn fact_status(status: FactStatus) -> &'static str {
    match status {
        FactStatus::Undisputed => "undisputed",
        FactStatus::Disputed => "disputed",
        FactStatus::Unsure => "unsure",
    }
}

pub(crate) fn remedy_kind(kind: RemedyKind) -> &'static str {
    match kind {
        RemedyKind::Refund => "refund",
        RemedyKind::Credit => "credit",
        RemedyKind::Voucher => "voucher",
        RemedyKind::Waiver => "waiver",
        RemedyKind::Replacement => "replacement",
        RemedyKind::Repair => "repair",
        RemedyKind::PolicyException => "policy exception",
        RemedyKind::Apology => "apology",
        RemedyKind::Other => "remedy",
    }
}

pub(crate) fn remedy_status(status: RemedyStatus) -> &'static str {
    match status {
        RemedyStatus::Promised => "promised, not yet delivered",
        RemedyStatus::Late => "late: not delivered by the day expected",
        RemedyStatus::Delivered => "delivered",
        RemedyStatus::Holding => "holding",
        RemedyStatus::Reversed => "reversed",
        RemedyStatus::Expired => "expired",
    }
}

pub(crate) fn closed_as(closed: ClosedAs) -> &'static str {
    match closed {
        ClosedAs::Settled => "settled",
        ClosedAs::AcceptedLess => "less was accepted",
        ClosedAs::Dropped => "dropped",
    }
}
