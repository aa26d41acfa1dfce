//! Patterns of words, as the word list writes them.
//!
//! | written | matches |
//! |---|---|
//! | `never` | any form of the word: its stem is compared |
//! | `=lies` | this form alone |
//! | `*ed` | words that end so |
//! | `@person` | a word of that group; of the group `person`, the names of the vendors' people too |
//! | `a\|=b\|@c` | any of these |
//! | `?so` | the word, or nothing |
//! | `~` | up to three words, whatever they are |

use std::collections::{HashMap, HashSet};

use super::words::{Word, stem};

/// How many words `~` may stand for.
const GAP: usize = 3;

/// The group to which the names of people belong.
const PERSON: &str = "person";

/// A sequence of words to look for.
#[derive(Debug)]
pub(super) struct Pattern(Vec<Step>);

#[derive(Debug)]
enum Step {
    One(Vec<Form>),
    Maybe(Vec<Form>),
    Gap,
}

#[derive(Debug)]
enum Form {
    Stem(String),
    Exact(String),
    Ending(String),
    Name,
}

/// What words a name in a pattern stands for.
pub(super) type Groups = HashMap<String, Vec<String>>;

impl Pattern {
    /// Reads a pattern; none where it names a group that does not exist, or would match no word.
    pub(super) fn parse(written: &str, groups: &Groups) -> Option<Self> {
        let steps = written.split_whitespace().map(|step| match step.strip_prefix('?') {
            Some(step) => Some(Step::Maybe(forms(step, groups)?)),
            None if step == "~" => Some(Step::Gap),
            None => Some(Step::One(forms(step, groups)?)),
        });
        let steps: Vec<Step> = steps.collect::<Option<_>>()?;
        steps.iter().any(|step| matches!(step, Step::One(_))).then_some(Self(steps))
    }

    /// The stems with which a match may begin, or nothing where any word may begin one.
    pub(super) fn first_stems(&self) -> Option<Vec<String>> {
        let Some(Step::One(forms)) = self.0.first() else { return None };
        let first = |form: &Form| match form {
            Form::Stem(stem) => Some(stem.clone()),
            Form::Exact(word) => Some(stem(word)),
            Form::Ending(_) | Form::Name => None,
        };
        forms.iter().map(first).collect()
    }

    /// How many words match, from the first of these on.
    pub(super) fn length(&self, words: &[Word<'_>], people: &HashSet<String>) -> Option<usize> {
        length(&self.0, words, people)
    }
}

fn forms(step: &str, groups: &Groups) -> Option<Vec<Form>> {
    let mut forms = Vec::new();
    for written in step.split('|') {
        match written.strip_prefix('@') {
            None => forms.push(form(written)?),
            Some(group) => {
                let words = groups.get(group)?.iter().map(|word| form(word));
                forms.extend(words.collect::<Option<Vec<_>>>()?);
                forms.extend((group == PERSON).then_some(Form::Name));
            }
        }
    }
    Some(forms)
}

fn form(written: &str) -> Option<Form> {
    let (form, word): (fn(String) -> Form, &str) = match written.split_at_checked(1)? {
        ("=", word) => (Form::Exact, word),
        ("*", ending) => (Form::Ending, ending),
        _ => (|word| Form::Stem(stem(&word)), written),
    };
    // Anything else is no word of a text, where `so-called` is two.
    let is_word = word.chars().all(|char| char.is_lowercase() || char.is_numeric());
    (is_word && !word.is_empty()).then(|| form(word.to_owned()))
}

fn length(steps: &[Step], words: &[Word<'_>], people: &HashSet<String>) -> Option<usize> {
    let Some((step, rest)) = steps.split_first() else { return Some(0) };
    let after = |skipped: usize| {
        let left = words.get(skipped..)?;
        length(rest, left, people).map(|more| more + skipped)
    };
    match step {
        Step::One(forms) => matches(forms, words.first()?, people).then(|| after(1)).flatten(),
        Step::Maybe(forms) => {
            let taken = words.first().is_some_and(|word| matches(forms, word, people));
            taken.then(|| after(1)).flatten().or_else(|| after(0))
        }
        Step::Gap => (0..=GAP).find_map(after),
    }
}

fn matches(forms: &[Form], word: &Word<'_>, people: &HashSet<String>) -> bool {
    forms.iter().any(|form| match form {
        Form::Stem(stem) => *stem == word.stem,
        Form::Exact(plain) => *plain == word.plain,
        Form::Ending(ending) => word.plain.ends_with(ending.as_str()),
        Form::Name => people.contains(&word.plain),
    })
}
