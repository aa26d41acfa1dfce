//! What stands between quotation marks.

use std::ops::Range;

/// Opening marks with what may close each. `»` opens where German is written, and closes where
/// French is; whichever comes first opens.
const PAIRS: &[(char, &[char])] = &[
    ('“', &['”']),
    ('„', &['“', '”']),
    ('"', &['"']),
    ('«', &['»']),
    ('»', &['«']),
    ('‘', &['’']),
    ('\'', &['\'']),
];

/// The bytes of every quotation of a text, its marks included. A mark that nothing closes within
/// its paragraph opens none: a forgotten mark must not hide the rest of a letter.
pub(super) fn find(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((start, open)) = opening(text, from) {
        let inside = start + open.len_utf8();
        from = match closing(text, inside, open) {
            Some(end) => {
                found.push(start..end);
                end
            }
            None => inside,
        };
    }
    found
}

fn opening(text: &str, from: usize) -> Option<(usize, char)> {
    let open = |&(at, mark): &(usize, char)| {
        let before = text[..at].chars().next_back();
        let after = text[at + mark.len_utf8()..].chars().next();
        // An apostrophe stands in or after a word; a mark before one.
        let apostrophe = mark == '\'' && before.is_some_and(char::is_alphanumeric);
        PAIRS.iter().any(|(open, _)| *open == mark)
            && !apostrophe
            && after.is_some_and(|it| !it.is_whitespace())
    };
    text[from..].char_indices().map(|(at, mark)| (from + at, mark)).find(open)
}

fn closing(text: &str, inside: usize, open: char) -> Option<usize> {
    let (_, closers) = PAIRS.iter().find(|(mark, _)| *mark == open)?;
    let paragraph = text[inside..].split("\n\n").next().unwrap_or_default();
    for (at, mark) in paragraph.char_indices().filter(|(_, mark)| closers.contains(mark)) {
        let end = inside + at + mark.len_utf8();
        let within_word = text[end..].chars().next().is_some_and(char::is_alphanumeric);
        if at > 0 && !(matches!(mark, '’' | '\'') && within_word) {
            return Some(end);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn quotations_are_found_and_apostrophes_are_not() {
        let table: &[(&str, &[&str])] = &[
            ("They wrote “never again” to us.", &["“never again”"]),
            ("They wrote \"never again\" to us.", &["\"never again\""]),
            ("They wrote ‘you don’t pay’ to us.", &["‘you don’t pay’"]),
            ("They wrote 'you don't pay' to us.", &["'you don't pay'"]),
            ("Sie schrieb »nie wieder« und „nie“.", &["»nie wieder«", "„nie“"]),
            ("Il a dit «jamais», puis «non».", &["«jamais»", "«non»"]),
            ("The customers' desk and the bank's letters", &[]),
            ("It is 6' long and the door 7' high", &[]),
            ("He said “and nothing closes it. You always lie", &[]),
            ("A 14\" screen was promised", &[]),
        ];
        for (text, quotations) in table {
            let found: Vec<_> = find(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(&found, quotations, "in {text}");
        }
    }
}
