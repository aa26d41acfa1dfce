//! Field 86: what the bank writes of a transaction, in one of three ways.

use super::super::words;

/// What can be told apart in the details.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Details {
    /// Who paid or was paid.
    pub(super) party: String,
    /// The bank's words, or all of the details where they have no parts.
    pub(super) text: String,
    /// The payer's reference.
    pub(super) reference: Option<String>,
}

/// Reads the details, joined on one line.
pub(super) fn read(text: &str) -> Details {
    if let Some(parts) = numbered(text) {
        of_numbered(&parts)
    } else if text.trim_start().starts_with('/') {
        of_code_words(text)
    } else {
        Details { text: text.to_owned(), ..Details::default() }
    }
}

/// The parts of `166?00GUTSCHRIFT?20SVWZ+…?32NAME`: three digits, then parts with numbers of two.
/// The sign before them is the bank's choice.
fn numbered(text: &str) -> Option<Vec<(u8, &str)>> {
    let behind = text.get(3..).filter(|_| text.bytes().take(3).all(|it| it.is_ascii_digit()))?;
    let sign = behind.chars().next().filter(|it| matches!(it, '?' | '>' | '<' | '~'))?;
    let number = |piece: &str| piece.get(..2).and_then(|it| it.parse::<u8>().ok());
    number(&behind[1..])?;
    let mut parts: Vec<(u8, &str)> = Vec::new();
    let mut start = 0;
    for (at, _) in behind.match_indices(sign) {
        // The same sign within the words parts nothing: no number follows it.
        if at > 0 && number(&behind[at + 1..]).is_some() {
            parts.extend(part(&behind[start..at]));
            start = at;
        }
    }
    parts.extend(part(&behind[start..]));
    Some(parts)
}

fn part(piece: &str) -> Option<(u8, &str)> {
    Some((piece.get(1..3)?.parse().ok()?, piece.get(3..)?))
}

fn of_numbered(parts: &[(u8, &str)]) -> Details {
    let of = |numbers: &[std::ops::RangeInclusive<u8>]| {
        let mut whole = String::new();
        for (_, words) in parts.iter().filter(|(it, _)| numbers.iter().any(|all| all.contains(it)))
        {
            whole.push_str(words);
            // A part holds 27 characters; the words of a full one go on in the next.
            if words.chars().count() < 27 {
                whole.push(' ');
            }
        }
        whole
    };
    let purpose = of(&[20..=29, 60..=63]);
    Details {
        party: of(&[32..=33]),
        reference: end_to_end(&purpose),
        text: format!("{} {purpose}", of(&[0..=0])),
    }
}

/// The reference within the purpose: `EREF+12345 SVWZ+…`.
fn end_to_end(purpose: &str) -> Option<String> {
    let behind = purpose.split_once("EREF+")?.1;
    let is_mark = |at: usize| {
        let mark = behind.get(at.saturating_sub(4)..at).unwrap_or_default();
        mark.len() == 4 && mark.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    let next = behind.match_indices('+').map(|(at, _)| at).find(|at| is_mark(*at));
    let value = &behind[..next.map_or(behind.len(), |at| at - 4)];
    reference(value)
}

/// The code words that are looked for, and those that end their values.
const CODE_WORDS: &[&str] = &[
    "TRTP",
    "TRCD",
    "IBAN",
    "BIC",
    "NAME",
    "REMI",
    "EREF",
    "PREF",
    "IREF",
    "MARF",
    "CSID",
    "ORDP",
    "BENM",
    "ISDT",
    "PURP",
    "ADDR",
    "CNTP",
    "UDTR",
    "ULTC",
    "ULTD",
    "ULTB",
    "EXCH",
    "CHGS",
    "RTRN",
    "SVCL",
    "OCMT",
    "ID",
    "CDTRREFTP",
    "CDTRREF",
    "BUSP",
    "NRTX",
    "ACCW",
];

/// The parts of `/TRTP/…/NAME/…/REMI/…`.
fn of_code_words(text: &str) -> Details {
    let mut parts: Vec<(&str, Vec<&str>)> = Vec::new();
    for piece in text.split('/') {
        if CODE_WORDS.contains(&piece.trim()) {
            parts.push((piece.trim(), Vec::new()));
        } else if let Some((_, values)) = parts.last_mut() {
            values.push(piece);
        }
    }
    let value = |word: &str| {
        let (_, values) = parts.iter().find(|(it, _)| *it == word)?;
        words::one_line(&values.join("/")).map(|it| it.trim_matches('/').trim().to_owned())
    };
    // `CNTP` has the counterparty's account, bank, name and place in this order.
    let counterparty = || {
        let (_, values) = parts.iter().find(|(it, _)| *it == "CNTP")?;
        values.get(2).and_then(|name| words::one_line(name))
    };
    Details {
        party: value("NAME").or_else(counterparty).unwrap_or_default(),
        reference: value("EREF").and_then(|it| reference(&it)),
        text: text.to_owned(),
    }
}

/// The reference, unless it says that none was given.
fn reference(text: &str) -> Option<String> {
    const NONE: &[&str] = &["NONREF", "NOTPROVIDED", "NOT PROVIDED"];
    words::one_line(text).filter(|it| !it.is_empty() && !NONE.contains(&it.as_str()))
}
