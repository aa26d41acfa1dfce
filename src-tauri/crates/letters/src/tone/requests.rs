//! How many things a letter asks for.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::pattern::{Groups, Pattern};
use super::words::{Sentence, Text};
use super::{Found, ToneRule};

/// How a request begins.
const ASKS: &[&str] = &[
    "=please",
    "=i|=we ?would|will ?therefore|now|also|further|kindly =ask =you|=for|=that",
    "=i|=we ?would|will ?therefore|now|also|further|kindly =request|=require|=demand|=expect|=insist",
    "=i|=we ?would|will ?also =like|=want|=need =you",
    "=i|=we ?would|will ?also =like|=want|=expect|=demand a|an|the|my|our ?full|partial \
     refund|replacement|compensation|repair|apology|credit|discount",
    "=could|=can|=would|=will =you",
    "=you ?also =must|=should|=need",
];

/// What follows where no other thing is asked for: an answer and its form, attention, courtesy.
const NO_OTHER_THING: &[&str] = &[
    "?also|kindly|then|do ?not ?could|can|would|will ?you ?please|kindly ?to|for|that ?let|send|give \
     ?me|us ?have ?in|a|an|the|your ?written|prompt|full|clear|final \
     answer|reply|respond|response|confirm|confirmation|write|acknowledge|acknowledgement|tell|inform|know|contact\
     |call|ring|phone|email|explain|explanation|copy|decision|reason|view|refusal|=it",
    "?also|kindly|do ?not find|see|note|accept|quote|keep|excuse|forgive|regard|consider|treat|feel|hesitate|rest|be",
];

struct Patterns {
    asks: Vec<Pattern>,
    no_other_thing: Vec<Pattern>,
}

static PATTERNS: LazyLock<Patterns> =
    LazyLock::new(|| Patterns { asks: all(ASKS), no_other_thing: all(NO_OTHER_THING) });

fn all(written: &[&str]) -> Vec<Pattern> {
    let groups = Groups::new();
    written.iter().filter_map(|one| Pattern::parse(one, &groups)).collect()
}

/// The first request of a letter, as far as the letter has been read.
#[derive(Default)]
pub(super) struct Requests {
    first: Option<String>,
}

impl Requests {
    /// The requests of a paragraph that come after the first of the letter.
    pub(super) fn found(&mut self, text: &Text<'_>) -> Vec<Found> {
        let mut found = Vec::new();
        for sentence in text.sentences.iter().filter(|sentence| asks(sentence)) {
            let (Some(start), Some(end)) = (
                sentence.words.first().map(|word| word.start),
                sentence.words.last().map(|word| word.end),
            ) else {
                continue;
            };
            match &self.first {
                None => self.first = Some(text.text[start..end].to_owned()),
                Some(first) => found.push(further(start, end, first)),
            }
        }
        found
    }
}

fn asks(sentence: &Sentence<'_>) -> bool {
    let nobody = HashSet::new();
    (0..sentence.words.len()).any(|at| {
        let words = &sentence.words[at..];
        let asked = PATTERNS.asks.iter().find_map(|ask| ask.length(words, &nobody));
        asked.is_some_and(|length| {
            let what = &words[length..];
            let other = |none: &Pattern| none.length(what, &nobody).is_none();
            !words[0].quoted && !what.is_empty() && PATTERNS.no_other_thing.iter().all(other)
        })
    })
}

fn further(start: usize, end: usize, first: &str) -> Found {
    let shown: String = first.chars().take(60).collect();
    let more = if shown.len() < first.len() { "…" } else { "" };
    Found {
        start,
        end,
        rule: ToneRule::Requests,
        reason: format!(
            "The letter has already asked for something: “{shown}{more}”. Of two requests, the \
             easier one is answered."
        ),
        calmer: Some("Ask for the one thing that would settle it; the rest can wait.".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{ASKS, NO_OTHER_THING, PATTERNS};

    #[test]
    fn every_pattern_is_one() {
        assert_eq!(PATTERNS.asks.len(), ASKS.len(), "a way to ask is misspelt");
        assert_eq!(PATTERNS.no_other_thing.len(), NO_OTHER_THING.len());
    }
}
