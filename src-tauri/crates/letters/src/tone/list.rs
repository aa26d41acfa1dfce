//! The list of words with their reasons.

use std::collections::{HashMap, HashSet};
use std::str::FromStr as _;
use std::sync::LazyLock;

use holdfast_domain::LetterKind;
use serde::Deserialize;

use super::pattern::{Groups, Pattern};
use super::words::{Sentence, Text, Word};
use super::{Context, Found, ToneRule};

static LIST: LazyLock<List> =
    LazyLock::new(|| List::read(include_str!("../../data/tone.toml")).expect("the list is sound"));

/// The list, ready to be looked things up in.
struct List {
    habits: Vec<Habit>,
    /// Which patterns may begin with a stem, as habit and pattern.
    by_stem: HashMap<String, Vec<(usize, usize)>>,
    /// Which may begin with any word.
    by_any: Vec<(usize, usize)>,
}

/// Patterns that share a reason.
struct Habit {
    rule: ToneRule,
    words: Vec<Pattern>,
    unless: Vec<Pattern>,
    after: Option<Pattern>,
    quoted: bool,
    early: bool,
    not_in: Vec<LetterKind>,
    reason: String,
    calmer: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenList {
    groups: Groups,
    habit: Vec<WrittenHabit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenHabit {
    rule: String,
    words: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
    after: Option<String>,
    #[serde(default)]
    quoted: bool,
    #[serde(default)]
    early: bool,
    #[serde(default)]
    not_in: Vec<String>,
    reason: String,
    calmer: String,
}

impl List {
    fn read(written: &str) -> Result<Self, String> {
        let written: WrittenList = toml::from_str(written).map_err(|error| error.to_string())?;
        let habits: Vec<Habit> = written
            .habit
            .into_iter()
            .map(|habit| Habit::read(habit, &written.groups))
            .collect::<Result<_, _>>()?;
        let mut list = Self { habits, by_stem: HashMap::new(), by_any: Vec::new() };
        for (habit, all) in list.habits.iter().enumerate() {
            for (pattern, words) in all.words.iter().enumerate() {
                match words.first_stems() {
                    Some(stems) => stems.into_iter().for_each(|stem| {
                        list.by_stem.entry(stem).or_default().push((habit, pattern));
                    }),
                    None => list.by_any.push((habit, pattern)),
                }
            }
        }
        Ok(list)
    }
}

impl Habit {
    fn read(written: WrittenHabit, groups: &Groups) -> Result<Self, String> {
        let pattern = |words: &String| {
            Pattern::parse(words, groups).ok_or_else(|| format!("“{words}” is no pattern"))
        };
        let rule = ToneRule::ALL.iter().find(|rule| rule.as_str() == written.rule);
        let kind = |kind: &String| LetterKind::from_str(kind).map_err(|error| error.to_string());
        Ok(Self {
            rule: *rule.ok_or_else(|| format!("“{}” is no rule", written.rule))?,
            words: written.words.iter().map(pattern).collect::<Result<_, _>>()?,
            unless: written.unless.iter().map(pattern).collect::<Result<_, _>>()?,
            after: written.after.as_ref().map(pattern).transpose()?,
            quoted: written.quoted,
            early: written.early,
            not_in: written.not_in.iter().map(kind).collect::<Result<_, _>>()?,
            reason: written.reason,
            calmer: written.calmer,
        })
    }

    fn applies(&self, context: &Context<'_>) -> bool {
        !self.not_in.contains(&context.kind) && (context.rung_is_early || !self.early)
    }
}

/// Some words of a sentence: where the first stands in it, and how many they are.
#[derive(Clone, Copy)]
struct Stretch {
    first: usize,
    length: usize,
}

/// What the list knows of a paragraph.
pub(super) fn found(
    text: &Text<'_>,
    people: &HashSet<String>,
    context: &Context<'_>,
) -> Vec<Found> {
    let mut found = Vec::new();
    for sentence in &text.sentences {
        for (first, word) in sentence.words.iter().enumerate() {
            let known = LIST.by_stem.get(&word.stem).into_iter().flatten().chain(&LIST.by_any);
            for &(habit, pattern) in known {
                let habit = &LIST.habits[habit];
                let length = habit.words[pattern].length(&sentence.words[first..], people);
                let Some(length) = length.filter(|length| *length > 0) else { continue };
                let stretch = Stretch { first, length };
                if habit.applies(context) && stands(habit, sentence, stretch, people) {
                    found.push(mark(habit, text, &sentence.words[first..first + length]));
                }
            }
        }
    }
    found
}

/// Whether words that match a habit are one: they are nobody's name, nobody else's words, and no
/// exception covers them.
fn stands(
    habit: &Habit,
    sentence: &Sentence<'_>,
    stretch: Stretch,
    people: &HashSet<String>,
) -> bool {
    let Stretch { first, length } = stretch;
    let words = &sentence.words[first..first + length];
    let quotes = words.iter().filter(|word| word.quoted).count();
    let quoting = if habit.quoted {
        // As far as the quotation goes: a longer one is somebody's words.
        let next = sentence.words.get(first + length);
        quotes > 0 && !words[0].quoted && next.is_none_or(|word| !word.quoted)
    } else {
        quotes == 0
    };
    let before = &sentence.words[..first];
    let announced =
        |after: &Pattern| (0..before.len()).any(|at| after.length(&before[at..], people).is_some());
    quoting
        && !words.iter().all(|word| word.name)
        && habit.after.as_ref().is_none_or(announced)
        && !excepted(habit, &sentence.words, stretch, people)
}

fn excepted(habit: &Habit, words: &[Word<'_>], of: Stretch, people: &HashSet<String>) -> bool {
    let covers = |unless: &Pattern, first: usize| {
        let end = unless.length(&words[first..], people).map(|length| first + length);
        end.is_some_and(|end| end > of.first && first < of.first + of.length)
    };
    let last = of.first + of.length;
    habit.unless.iter().any(|unless| (0..last).any(|first| covers(unless, first)))
}

fn mark(habit: &Habit, text: &Text<'_>, words: &[Word<'_>]) -> Found {
    let start = words.first().map_or(0, |word| word.start);
    let end = words.last().map_or(start, |word| word.end);
    Found {
        start,
        end,
        rule: habit.rule,
        reason: habit.reason.replace("{words}", &text.text[start..end]),
        calmer: Some(habit.calmer.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::List;

    #[test]
    fn a_list_with_a_mistake_is_refused() {
        let list = |habit: &str| format!("[groups]\npast = [\"=had\"]\n[[habit]]\n{habit}");
        let sound = "rule = \"insult\"\nwords = [\"dolt ~ @past\"]\nreason = \"r\"\ncalmer = \"c\"";
        assert!(List::read(&list(sound)).is_ok(), "the example itself is sound");
        for (right, wrong) in [
            ("insult", "insolt"),
            ("@past", "@future"),
            ("dolt ~ @past", "~"),
            ("dolt ~ @past", "?dolt"),
            ("dolt", "so-called"),
            ("calmer", "kinder"),
        ] {
            let list = list(&sound.replace(right, wrong));
            assert!(List::read(&list).is_err(), "{wrong} must be seen: {list}");
        }
    }

    #[test]
    fn the_list_of_the_program_is_sound() {
        let list = &super::LIST;
        assert!(list.habits.iter().all(|habit| !habit.words.is_empty()));
        assert!(
            list.by_any.len() < 20,
            "patterns that begin anywhere are looked for at every word"
        );
    }
}
