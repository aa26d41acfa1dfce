//! A paragraph as sentences of words, each with its stem.

use std::collections::HashSet;
use std::ops::Range;

use frostem::{Algorithm, Stemmer};
use unicode_segmentation::UnicodeSegmentation as _;

use super::quotes;

/// A paragraph.
pub(super) struct Text<'a> {
    pub(super) text: &'a str,
    pub(super) sentences: Vec<Sentence<'a>>,
    quotations: Vec<Range<usize>>,
}

/// A sentence, from the first to the last of its words.
pub(super) struct Sentence<'a> {
    pub(super) words: Vec<Word<'a>>,
}

/// A word. `You’re` is two words in the same place.
pub(super) struct Word<'a> {
    pub(super) start: usize,
    pub(super) end: usize,
    /// As it is written.
    pub(super) written: &'a str,
    /// In small letters, with straight apostrophes.
    pub(super) plain: String,
    /// What it has in common with its other forms.
    pub(super) stem: String,
    /// Whether it stands in a quotation.
    pub(super) quoted: bool,
    /// Whether it is, or looks like, part of a name.
    pub(super) name: bool,
}

impl Text<'_> {
    /// Whether some bytes touch a quotation.
    pub(super) fn is_quoted(&self, range: &Range<usize>) -> bool {
        self.quotations.iter().any(|one| one.start < range.end && range.start < one.end)
    }
}

/// The end of a word that stands for a word of its own, and that word.
const ENDINGS: &[(&str, &str)] =
    &[("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'m", "am"), ("'d", "would")];

/// Words after which `'s` stands for `is`; elsewhere it is whose something is.
const IS: &[&str] = &["it", "that", "what", "he", "she", "who", "there", "here", "this", "where"];

/// Reads a paragraph; the names are words in small letters.
pub(super) fn read<'a>(text: &'a str, names: &HashSet<String>) -> Text<'a> {
    let quotations = quotes::find(text);
    let stemmer = Stemmer::new(Algorithm::English);
    let sentences = text.split_sentence_bound_indices().map(|(from, sentence)| {
        let mut words: Vec<Word<'a>> = Vec::new();
        for (at, written) in sentence.unicode_word_indices() {
            let (start, end) = (from + at, from + at + written.len());
            let quoted = quotations.iter().any(|one| one.contains(&start));
            for plain in parts(&written.to_lowercase().replace('’', "'")) {
                let stem = stemmer.stem(&plain).into_owned();
                let name = begins_large(written) && names.contains(&plain);
                words.push(Word { start, end, written, plain, stem, quoted, name });
            }
        }
        mark_names(&mut words);
        Sentence { words }
    });
    let sentences = sentences.filter(|sentence| !sentence.words.is_empty()).collect();
    Text { text, sentences, quotations }
}

/// The words of some names, in small letters.
pub(super) fn of_names(names: &[&str]) -> HashSet<String> {
    let words = names.iter().flat_map(|name| name.unicode_words());
    words.map(|word| word.to_lowercase().replace('’', "'")).collect()
}

/// The stem of a word in small letters.
pub(super) fn stem(plain: &str) -> String {
    Stemmer::new(Algorithm::English).stem(plain).into_owned()
}

/// The words that a written word stands for.
fn parts(plain: &str) -> Vec<String> {
    let two = |one: &str, other: &str| vec![one.to_owned(), other.to_owned()];
    if let Some(verb) = plain.strip_suffix("n't") {
        let verb = if plain == "can't" {
            "can"
        } else if plain == "won't" {
            "will"
        } else {
            verb
        };
        return two(verb, "not");
    }
    for (ending, word) in ENDINGS {
        if let Some(first) = plain.strip_suffix(ending).filter(|first| !first.is_empty()) {
            return two(first, word);
        }
    }
    match plain.strip_suffix("'s") {
        Some(first) if IS.contains(&first) => two(first, "is"),
        Some("let") => two("let", "us"),
        Some(owner) => vec![owner.to_owned()],
        None if plain == "cannot" => two("can", "not"),
        None => vec![plain.to_owned()],
    }
}

/// A word that begins with a capital letter within a sentence is a name.
fn mark_names(words: &mut [Word<'_>]) {
    for word in words.iter_mut().skip(1) {
        let second = word.written.chars().nth(1);
        word.name |= begins_large(word.written) && second.is_some_and(char::is_lowercase);
    }
}

fn begins_large(written: &str) -> bool {
    written.chars().next().is_some_and(char::is_uppercase)
}
