//! The words that somebody wants erased, and where a text has them.

use std::fmt;
use std::ops::Range;

use zeroize::Zeroizing;

/// What stands where something was erased. The triggers of the schema know it too.
pub const MARK: &str = "[erased]";

/// Fewer signs than this would be found where nobody means them.
const SHORTEST: usize = 4;

/// From so many digits on, words are a number that people write in groups.
const A_NUMBER: usize = 6;

/// Why words cannot be erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotErasable {
    /// They have fewer than four signs that are not spaces.
    TooShort,
    /// They have square brackets, as the mark has.
    Brackets,
    /// They are part of the mark itself.
    TheMark,
}

/// Words that somebody wants erased. They are shown nowhere, and gone from memory when this is.
#[derive(Clone)]
pub struct ErasedWords {
    /// As they are compared: in small letters, each run of spaces as one, a number without gaps.
    signs: Zeroizing<Vec<char>>,
    /// Whether gaps may stand between the signs of a number.
    is_number: bool,
}

impl fmt::Debug for ErasedWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ErasedWords(…)")
    }
}

/// A sign of a text as it is compared, and the bytes of the text that it stands for.
struct Sign {
    folded: char,
    bytes: Range<usize>,
}

impl ErasedWords {
    /// What was typed, without spaces around it.
    ///
    /// # Errors
    /// Why it cannot be erased.
    pub fn new(typed: &str) -> Result<Self, NotErasable> {
        let typed = typed.trim();
        let solid = typed.chars().filter(|sign| !sign.is_whitespace()).count();
        if solid < SHORTEST {
            return Err(NotErasable::TooShort);
        }
        // With one, a mark could make words anew with what stands beside it.
        if typed.contains(['[', ']']) {
            return Err(NotErasable::Brackets);
        }
        let digits = typed.chars().filter(char::is_ascii_digit).count();
        let is_number = digits >= A_NUMBER && digits * 2 >= solid;
        let folded = folded(typed);
        let signs: Vec<char> = folded
            .iter()
            .map(|sign| sign.folded)
            .filter(|sign| !is_number || !is_gap(*sign))
            .collect();
        let signs = Zeroizing::new(signs);
        if MARK.contains(&signs.iter().collect::<String>()) {
            return Err(NotErasable::TheMark);
        }
        Ok(Self { signs, is_number })
    }

    /// Where a text has them, in its bytes: from left to right, none over another.
    pub fn places_in(&self, text: &str) -> Vec<Range<usize>> {
        let signs = folded(text);
        let Some(first) = self.signs.first() else { return Vec::new() };
        let mut places = Vec::new();
        let mut at = 0;
        while at < signs.len() {
            let is_beginning = signs[at].folded == *first && starts_a_sign(&signs, at);
            match is_beginning.then(|| self.end_of(&signs, at)).flatten() {
                Some(behind) => {
                    places.push(signs[at].bytes.start..signs[behind - 1].bytes.end);
                    at = behind;
                }
                None => at += 1,
            }
        }
        places
    }

    /// The text with the mark in each of their places; nothing where it has none.
    pub fn erased_from(&self, text: &str) -> Option<String> {
        let places = self.places_in(text);
        if places.is_empty() { None } else { Some(marked(text, &places)) }
    }

    /// Where the words that begin at a sign end: the sign behind them.
    fn end_of(&self, signs: &[Sign], begin: usize) -> Option<usize> {
        let mut at = begin;
        for (which, wanted) in self.signs.iter().enumerate() {
            if self.is_number && which > 0 {
                let beside_digit =
                    wanted.is_ascii_digit() || self.signs[which - 1].is_ascii_digit();
                while beside_digit && signs.get(at).is_some_and(|sign| is_gap(sign.folded)) {
                    at += 1;
                }
            }
            if signs.get(at)?.folded != *wanted {
                return None;
            }
            at += 1;
        }
        // A sign that becomes two in small letters is found as a whole, or not.
        let ends = signs.get(at).is_none_or(|_| starts_a_sign(signs, at));
        ends.then_some(at)
    }
}

/// A text with the mark in some places, which are in order.
pub(crate) fn marked(text: &str, places: &[Range<usize>]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for place in places {
        out.push_str(&text[from..place.start]);
        out.push_str(MARK);
        from = place.end;
    }
    out.push_str(&text[from..]);
    out
}

/// Whether a sign is not the second half of one that became two.
fn starts_a_sign(signs: &[Sign], at: usize) -> bool {
    at == 0 || signs[at].bytes.start >= signs[at - 1].bytes.end
}

/// A text as it is compared: small letters, and each run of spaces as one space.
fn folded(text: &str) -> Vec<Sign> {
    let mut signs: Vec<Sign> = Vec::with_capacity(text.len());
    for (start, sign) in text.char_indices() {
        let bytes = start..start + sign.len_utf8();
        if sign.is_whitespace() {
            match signs.last_mut().filter(|last| last.folded == ' ') {
                Some(last) => last.bytes.end = bytes.end,
                None => signs.push(Sign { folded: ' ', bytes }),
            }
            continue;
        }
        signs.extend(sign.to_lowercase().map(|folded| Sign { folded, bytes: bytes.clone() }));
    }
    signs
}

/// What people put between the digits of a number.
fn is_gap(sign: char) -> bool {
    matches!(sign, ' ' | '-' | '\u{2010}'..='\u{2015}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn erased(words: &str, text: &str) -> String {
        let words = ErasedWords::new(words).expect("words that can be erased");
        words.erased_from(text).unwrap_or_else(|| text.to_owned())
    }

    #[test]
    fn a_number_is_found_however_it_is_grouped_and_other_words_as_they_are() {
        for (words, text, wanted) in [
            ("4111 1111 1111 1111", "Card 4111111111111111.", "Card [erased]."),
            ("4111111111111111", "4111-1111 1111\u{a0}1111", "[erased]"),
            ("4111111111111111", "4111 \n 1111 1111 1111, twice", "[erased], twice"),
            ("4111 1111 1111 1111", "4111 1111 1111 1112", "4111 1111 1111 1112"),
            ("DE89 3704 0044 0532", "iban de89370400440532", "iban [erased]"),
            ("ida Marlow", "IDA\n  MARLOW said", "[erased] said"),
            ("Ida Marlow", "IdaMarlow", "IdaMarlow"),
            ("1234", "on 12 34 and 1234", "on 12 34 and [erased]"),
            ("ÖZIL", "özil und Özil", "[erased] und [erased]"),
            ("anna anna", "anna anna anna anna", "[erased] [erased]"),
        ] {
            assert_eq!(erased(words, text), wanted, "{words} in {text}");
        }
    }

    #[test]
    fn erasing_again_finds_nothing() {
        for (words, text) in [
            ("aa aa", "aa aa aa aa aa"),
            ("rase", "erase the erased"),
            ("4111111111111111", "4111 1111 1111 1111 1111"),
        ] {
            let Ok(words) = ErasedWords::new(words) else { continue };
            let once = words.erased_from(text).expect("found");
            assert_eq!(words.erased_from(&once), None, "{once}");
        }
    }

    #[test]
    fn what_would_be_found_everywhere_is_not_erased() {
        let refused = |words: &str| ErasedWords::new(words).map(|_| ());
        assert_eq!(refused(" a b c "), Err(NotErasable::TooShort));
        assert_eq!(refused("card ["), Err(NotErasable::Brackets));
        assert_eq!(refused("ERASED"), Err(NotErasable::TheMark), "or it would be marked for ever");
        assert_eq!(refused("abcd"), Ok(()));
    }

    #[test]
    fn a_letter_that_becomes_two_is_found_as_a_whole() {
        // The Turkish capital becomes an i and a dot above it.
        assert_eq!(erased("\u{130}zmir", "in \u{130}ZMIR"), "in [erased]");
        assert_eq!(erased("izmi", "\u{130}zmi"), "\u{130}zmi", "and not by its first half");
    }
}
