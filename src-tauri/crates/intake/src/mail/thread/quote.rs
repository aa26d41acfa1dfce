//! `On 3 May 2026, … wrote:` in the languages in which programs say it, and marks of quotation.

use super::{Mailbox, Mark, stamp};

/// How the line begins, and what in it says that somebody wrote.
const WROTE: [(&str, &str); 10] = [
    ("on ", "wrote"),
    ("am ", "schrieb"),
    ("le ", "a écrit"),
    ("el ", "escribió"),
    ("il ", "ha scritto"),
    ("op ", "schreef"),
    ("em ", "escreveu"),
    ("den ", "skrev"),
    ("dnia ", "napisał"),
    ("w dniu ", "napisał"),
];

/// What programs put between an answer and what it answers.
const SEPARATORS: [&str; 12] = [
    "original message",
    "forwarded message",
    "begin forwarded message",
    "ursprüngliche nachricht",
    "weitergeleitete nachricht",
    "message d'origine",
    "message transféré",
    "mensaje original",
    "messaggio originale",
    "oorspronkelijk bericht",
    "mensagem original",
    "original appointment",
];

/// The mark at the beginning of these lines. Programs break it into two or three.
pub(super) fn mark(lines: &[&str]) -> Option<Mark> {
    let first = content(lines[0]).trim().to_lowercase();
    let (start, verb) = WROTE.iter().find(|(start, _)| first.starts_with(start))?;
    let mut sentence = String::new();
    for (number, line) in lines.iter().take(3).enumerate() {
        let line = content(line).trim();
        if number > 0 && line.is_empty() {
            return None;
        }
        sentence.push_str(if number > 0 { " " } else { "" });
        sentence.push_str(line);
        if sentence.ends_with(':') && sentence.to_lowercase().contains(verb) {
            return of_sentence(&sentence, start, verb, number + 1);
        }
    }
    None
}

fn of_sentence(sentence: &str, start: &str, verb: &str, lines: usize) -> Option<Mark> {
    // Small letters may take more bytes than their capitals, so that places are looked for by
    // what stands there.
    let text = sentence.get(start.len()..)?.trim_end_matches(':');
    let (found, end) = stamp::find(text)?;
    let rest = &text[end..];
    let at = rest.to_lowercase().find(verb).filter(|at| rest.is_char_boundary(*at));
    let who = match at {
        // "… schrieb Ann", "… wrote Ann".
        Some(at) if mailbox(&rest[..at]) == Mailbox::default() => rest.get(at + verb.len()..)?,
        Some(at) => &rest[..at],
        None => rest,
    };
    Some(Mark { stamp: found, who: mailbox(who), subject: None, lines, rest: String::new() })
}

/// A person as `Ann Ashe <ann@home.example>`, or only one of the two.
pub(super) fn mailbox(text: &str) -> Mailbox {
    let text = text.trim_matches(|it: char| it.is_whitespace() || ",;:*\"'".contains(it));
    let text = ["at ", "um ", "uhr", "à ", "Uhr"].iter().fold(text, |text, word| {
        text.strip_prefix(word).map_or(text, |it| it.trim_start_matches([' ', ',']))
    });
    let (name, address) = match text.split_once(['<', '[']) {
        Some((name, rest)) => {
            let address = rest.split(['>', ']']).next().unwrap_or_default();
            (name, address.trim_start_matches("mailto:"))
        }
        None if text.contains('@') && !text.contains(' ') => ("", text),
        None => (text, ""),
    };
    let kept = |text: &str| {
        let text = text.trim_matches(|it: char| it.is_whitespace() || ",;:*\"'".contains(it));
        Some(text.to_owned()).filter(|it| !it.is_empty())
    };
    Mailbox { name: kept(name), address: kept(address) }
}

/// A line without the marks of quotation before it.
pub(super) fn content(line: &str) -> &str {
    let mut rest = line;
    while let Some(inside) = rest.trim_start().strip_prefix('>') {
        rest = inside.strip_prefix(' ').unwrap_or(inside);
    }
    rest
}

/// Whether a line only keeps two messages apart.
pub(super) fn is_separator(line: &str) -> bool {
    let line = content(line).trim();
    let words = line.trim_matches(['-', '_', '=', ' ', ':']).to_lowercase();
    let is_rule = line.len() >= 20 && words.is_empty();
    is_rule || (line.len() != words.len() && SEPARATORS.contains(&words.as_str()))
}
