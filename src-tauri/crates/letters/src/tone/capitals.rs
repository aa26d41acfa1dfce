//! Whole words in capitals, as far as they are no abbreviation, reference or name.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

use super::words::{Sentence, Text, Word};
use super::{Found, ToneRule};

static LIST: LazyLock<List> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/capitals.toml")).expect("the list is sound")
});

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    reason: String,
    calmer: String,
    shouted: HashSet<String>,
    known: HashSet<String>,
    called: HashSet<String>,
}

/// From how many letters on a word is too long for an abbreviation.
const WORD: usize = 6;

/// How many words after `model` or `reference` still belong to it.
const NEAR: usize = 2;

pub(super) fn found(text: &Text<'_>) -> Vec<Found> {
    text.sentences.iter().flat_map(|sentence| of_sentence(text, sentence)).collect()
}

fn of_sentence(text: &Text<'_>, sentence: &Sentence<'_>) -> Vec<Found> {
    let words = &sentence.words;
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let capitals = words[at..].iter().take_while(|word| is_capital(text, word)).count();
        let run = at..at + capitals;
        at += capitals.max(1);
        let shouted =
            |index: usize| is_shouted(&words[index], &words[index.saturating_sub(NEAR)..index]);
        let Some(first) = run.clone().find(|&index| shouted(index)) else { continue };
        // An abbreviation at the end of a run may stand on its own: “NOW, or the IBAN …”.
        let last = run.rev().find(|&index| shouted(index)).unwrap_or(first);
        found.push(Found {
            start: words[first].start,
            end: words[last].end,
            rule: ToneRule::Capitals,
            reason: LIST.reason.clone(),
            calmer: Some(LIST.calmer.clone()),
        });
    }
    found
}

/// Whether a word has only capital letters and is not part of a longer code such as `CASE-88120`.
fn is_capital(text: &Text<'_>, word: &Word<'_>) -> bool {
    let joined =
        |char: char| matches!(char, '-' | '/' | '_' | '#' | '.' | '@') || char.is_numeric();
    let before = text.text[..word.start].chars().next_back();
    let mut after = text.text[word.end..].chars();
    let (next, further) = (after.next(), after.next());
    let goes_on = next.is_some_and(joined) && further.is_some_and(char::is_alphanumeric);
    let letters = word.written.chars().filter(|char| !matches!(char, '\'' | '’'));
    !word.quoted
        && !word.name
        && letters.clone().all(|char| char.is_uppercase())
        && letters.count() > 0
        && !before.is_some_and(joined)
        && !goes_on
}

/// Whether a word in capitals is shouted, after the words before it.
fn is_shouted(word: &Word<'_>, before: &[Word<'_>]) -> bool {
    let letters: String = word.written.chars().filter(|char| char.is_alphabetic()).collect();
    let long = letters.chars().count() >= WORD;
    let of_a_name = before.iter().any(|word| LIST.called.contains(&word.plain));
    let masked = letters.chars().all(|char| letters.starts_with(char));
    let unknown = long && !masked && !of_a_name && !LIST.known.contains(&letters);
    unknown || LIST.shouted.contains(&letters)
}
