//! The bank's words as an entry keeps them.

use holdfast_domain::text;

use super::problem::{ProblemCode, Problems};

/// The text on one line: what stands apart by spaces, tabs, line ends or control characters stands
/// apart by one space. `None` where nothing of it can be seen.
pub(super) fn one_line(text: &str) -> Option<String> {
    if text::is_blank(text) {
        return None;
    }
    let gap = |character: char| character.is_whitespace() || character.is_control();
    let mut line = String::with_capacity(text.len());
    for word in text.split(gap).filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    Some(line)
}

/// As [`one_line`], and an error of that line of the file where a record cannot hold it.
pub(super) fn kept(text: &str, line: u32, problems: &mut Problems) -> Option<String> {
    let words = one_line(text)?;
    if words.chars().count() > text::PROSE {
        problems.error(ProblemCode::TextTooLong, line, &words);
        return None;
    }
    Some(words)
}
