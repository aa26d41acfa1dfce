//! Quotation marks around words that may have some of their own.

use super::inline;

/// Someone's own words within a sentence of ours, in quotation marks. Marks within them become single
/// ones, so that nobody has to count where the quotation ends: `“Refund for ‘The lamp’”`.
pub fn quoted(text: &str) -> String {
    format!("“{}”", inline(&within_quotes(text)))
}

/// The words with single marks for double ones, to stand between double ones. A straight mark counts
/// only where it opens, at the beginning of a word, and another closes it: elsewhere it may mean
/// inches.
pub fn within_quotes(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let (mut open, mut low) = (false, false);
    let mut before: Option<char> = None;
    for (place, character) in text.char_indices() {
        let rest = &text[place + character.len_utf8()..];
        let begins = before.is_none_or(|one| one.is_whitespace() || "([—–".contains(one));
        words.push(match character {
            '„' => {
                low = true;
                '‘'
            }
            // What opens in English closes a quotation in German.
            '“' if low => {
                low = false;
                '’'
            }
            '“' => '‘',
            '”' => '’',
            '"' if open && !begins => {
                open = false;
                '’'
            }
            '"' if begins && rest.contains('"') => {
                open = true;
                '‘'
            }
            other => other,
        });
        before = Some(character);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_within_marks_are_single_and_inches_stay_inches() {
        let rows = [
            ("The price in full", "“The price in full”"),
            ("Refund of 38.00 USD for “The lamp”", "“Refund of 38.00 USD for ‘The lamp’”"),
            ("Refund for \"The lamp\".", "“Refund for ‘The lamp’”"),
            ("They call it (\"a gift\")", "“They call it (‘a gift’)”"),
            ("The 27\" screen", "“The 27\" screen”"),
            ("\"The 27\"", "“‘The 27’”"),
            ("Half a \"quotation", "“Half a \"quotation”"),
            ("The shop’s „Lampe“", "“The shop’s ‘Lampe’”"),
        ];
        for (text, expected) in rows {
            assert_eq!(quoted(text), expected, "{text}");
        }
    }
}
