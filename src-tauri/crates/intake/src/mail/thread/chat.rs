//! Lines of a chat: `[03/05/2026, 14:02] Name: words` and the like.

use super::{Mailbox, Mark, stamp};

/// The longest name that somebody has in a chat, in characters.
const NAME: usize = 80;

/// The mark at the beginning of a line, where it is one of a chat.
pub(super) fn mark(line: &str) -> Option<Mark> {
    let line = line.trim_start();
    let (stamp, rest) = in_brackets(line).or_else(|| before_dash(line)).or_else(|| plain(line))?;
    let (name, words) = match rest.split_once(": ").or_else(|| rest.split_once(":\n")) {
        Some((name, words)) if name.chars().count() <= NAME => (name.trim(), words),
        // Somebody who says nothing sent a picture; a line without a name is the program's own.
        _ => match rest.trim_end().strip_suffix(':') {
            Some(name) if name.chars().count() <= NAME => (name.trim(), ""),
            _ => ("", rest),
        },
    };
    let name = Some(name.trim_start_matches('~').trim().to_owned()).filter(|it| !it.is_empty());
    Some(Mark {
        stamp,
        who: Mailbox { name, address: None },
        subject: None,
        lines: 1,
        rest: words.trim().to_owned(),
    })
}

/// `[03/05/2026, 14:02:11] …`, `[14:02, 03/05/2026] …`
fn in_brackets(line: &str) -> Option<(stamp::Stamp, &str)> {
    let (inside, rest) = line.strip_prefix('[')?.split_once(']')?;
    Some((stamp::whole(inside)?, rest.trim_start()))
}

/// `03/05/2026, 14:02 - …`
fn before_dash(line: &str) -> Option<(stamp::Stamp, &str)> {
    let (head, rest) = line.split_once(" - ")?;
    let begins = head.starts_with(|it: char| it.is_ascii_digit());
    (begins && head.len() <= 40).then_some(())?;
    Some((stamp::whole(head)?, rest.trim_start()))
}

/// `2026-05-03 14:02:11 Name: …`: a name has to follow, for a sentence may begin with a day.
fn plain(line: &str) -> Option<(stamp::Stamp, &str)> {
    line.starts_with(|it: char| it.is_ascii_digit()).then_some(())?;
    let (found, end) = stamp::find(line)?;
    found.time?;
    let begins = line.find(found.day.as_deref()?)? == 0;
    let rest = line[end..].trim_start_matches([' ', ',', ']']);
    let name = rest.split_once(": ").map(|(name, _)| name)?;
    (begins && name.chars().count() <= NAME && !name.is_empty()).then_some((found, rest))
}
