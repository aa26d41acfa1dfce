//! Words and phrases that are covered in a document, so that they are no longer in it.
//!
//! A phrase is found as people would find it: in capitals or small letters, with or without accents,
//! across line breaks, with a hyphen or a dot where it has a space (`dana.ruiz` is “Dana Ruiz”), and a
//! long number however it is parted. It is found whole: “Ann” does not stand in “Annual”. Where there
//! is doubt, more is covered rather than less.

mod document;
mod letters;

use std::ops::Range;

use letters::{Letter, letters};

pub use document::in_document;

/// A number of so many figures is found however it is parted.
const LONG_NUMBER: usize = 6;

/// The phrases that are to be covered.
#[derive(Debug, Clone, Default)]
pub struct Covered {
    phrases: Vec<Vec<Letter>>,
}

impl Covered {
    /// The phrases, a line each. Those without a letter or a figure cover nothing.
    pub fn of<S: AsRef<str>>(phrases: impl IntoIterator<Item = S>) -> Self {
        let mut all = Vec::new();
        for phrase in phrases {
            let phrase = phrase.as_ref();
            all.push(letters(phrase));
            // “Müller” is also covered where it is written “Mueller”.
            all.push(letters(&written_out(phrase)));
        }
        all.retain(|phrase| !phrase.is_empty());
        all.dedup();
        Self { phrases: all }
    }

    /// The same without the phrases that are shorter than so many letters.
    #[must_use]
    pub fn of_at_least(&self, letters: usize) -> Self {
        let long = self.phrases.iter().filter(|phrase| phrase.len() >= letters);
        Self { phrases: long.cloned().collect() }
    }

    /// Whether nothing is covered.
    pub fn is_empty(&self) -> bool {
        self.phrases.is_empty()
    }

    /// Whether any of the phrases stands in a text.
    pub fn stands_in(&self, text: &str) -> bool {
        !self.places(text).is_empty()
    }

    /// Where the phrases stand in a text, in bytes, in order; places that touch are one.
    pub fn places(&self, text: &str) -> Vec<Range<usize>> {
        if self.is_empty() {
            return Vec::new();
        }
        let text = letters(text);
        let mut places: Vec<Range<usize>> = Vec::new();
        for start in 0..text.len() {
            let ends = self.phrases.iter().filter_map(|phrase| end_of(phrase, &text[start..]));
            let Some(count) = ends.max().filter(|_| begins_at(&text, start)) else { continue };
            let place = text[start].start..text[start + count - 1].end;
            match places.last_mut() {
                Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
                Some(_) | None => places.push(place),
            }
        }
        places
    }
}

/// How many letters of the text the phrase takes where it stands at its beginning, whole.
fn end_of(phrase: &[Letter], text: &[Letter]) -> Option<usize> {
    let count = phrase.len();
    let here = text.get(..count)?;
    let is_number = count >= LONG_NUMBER && phrase.iter().all(Letter::is_figure);
    let alike = |at: usize| {
        let (wanted, found) = (&phrase[at], &here[at]);
        // The phrase may have a space where the text has none, and not the other way round.
        let joined = at == 0 || !found.is_apart || wanted.is_apart || is_number;
        wanted.letter == found.letter && joined
    };
    let is_whole = text.get(count).is_none_or(|next| parts(&here[count - 1], next));
    ((0..count).all(alike) && is_whole).then_some(count)
}

fn begins_at(text: &[Letter], start: usize) -> bool {
    start.checked_sub(1).is_none_or(|before| parts(&text[before], &text[start]))
}

/// Whether a word ends between two letters.
fn parts(one: &Letter, next: &Letter) -> bool {
    next.is_apart
        || one.is_figure() != next.is_figure()
        || crate::fold::is_unspaced(one.letter)
        || crate::fold::is_unspaced(next.letter)
}

/// A phrase with its umlauts as they are typed where there are none.
fn written_out(phrase: &str) -> String {
    let mut out = String::with_capacity(phrase.len());
    for letter in phrase.chars() {
        match letter {
            'ä' | 'Ä' => out.push_str("ae"),
            'ö' | 'Ö' | 'ø' | 'Ø' => out.push_str("oe"),
            'ü' | 'Ü' => out.push_str("ue"),
            'å' | 'Å' => out.push_str("aa"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::Covered;

    /// The text with stars for what is covered.
    fn covered(phrase: &str, text: &str) -> String {
        let mut out = text.to_owned();
        for place in Covered::of([phrase]).places(text).into_iter().rev() {
            out.replace_range(place, "*");
        }
        out
    }

    #[test]
    fn a_phrase_is_found_as_people_would_find_it() {
        for (phrase, text, expected, why) in [
            ("Dana Ruiz", "Ask DANA RUIZ now", "Ask * now", "capitals"),
            (
                "Dana Ruiz",
                "Ask Dana\nRuiz, Dana\u{A0} Ruiz.",
                "Ask *, *.",
                "line breaks and spaces",
            ),
            ("dana  ruiz ", "Dana Ruiz", "*", "spaces of the phrase itself"),
            ("Dana Ruiz", "dana.ruiz@bank.example", "*@bank.example", "a hyphen, a dot"),
            ("Dana Ruiz", "Dana Ruizen, Adana Ruiz", "Dana Ruizen, Adana Ruiz", "whole words"),
            ("Ann", "Ann's annual (Ann)", "*'s annual (*)", "signs end a word"),
            ("Renée", "RENEE and Rene\u{301}e", "* and *", "accents, however they are written"),
            ("Müller", "Herr Mueller und Frau Muller", "Herr * und Frau *", "umlauts"),
            ("Straße 5", "STRASSE 5, Straße 55", "*, Straße 55", "ß, and figures whole"),
            ("1234567", "123-4567 and 1 234 567", "* and *", "a long number, however parted"),
            ("12", "1.2 and 12", "1.2 and *", "a short one only as it is written"),
            ("1840", "USD1840.00", "USD*.00", "figures that touch letters"),
            ("退款", "已退款了", "已*了", "a script without spaces"),
            ("محمد", "قال \u{2068}مُحَمَّد\u{2069} نعم", "قال \u{2068}*\u{2069} نعم", "vowel marks"),
            ("a b", "a b a b", "* *", "twice"),
            ("…", "and so on …", "and so on …", "no letter and no figure"),
            ("", "nothing", "nothing", "nothing at all"),
        ] {
            assert_eq!(covered(phrase, text), expected, "{why}");
        }
    }

    #[test]
    fn what_overlaps_is_covered_as_one() {
        let both = Covered::of(["Dana Ruiz", "Ruiz of the bank"]);
        let places = both.places("Dana Ruiz of the bank called");
        assert_eq!(places.first().map(|place| (place.start, place.end)), Some((0, 21)));
        assert_eq!(places.len(), 1, "one bar over both");
    }
}
