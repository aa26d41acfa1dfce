//! Where the words of a letter hurt the writer's own case, and how they could be calmer.
//!
//! Deterministic: a list of words with reasons, kept in `data/tone.toml`, matched on word stems, and
//! a few habits that are counted instead (capitals, exclamation marks, long sentences, requests).
//! What stands between quotation marks is somebody else's words and is left alone. It only ever
//! advises: a letter with marks is as good to send as one without.

mod capitals;
mod list;
mod pattern;
mod punctuation;
mod quotes;
mod requests;
mod sentences;
mod words;

use holdfast_domain::LetterKind;

use crate::Paragraph;

/// The habits that are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ToneRule {
    /// A word that demeans people, a company or its work.
    Insult,
    /// “Always”, “never” and their like: one exception disproves them.
    Absolute,
    /// Whole words in capitals.
    Capitals,
    /// The opposite of what is meant.
    Sarcasm,
    /// Exclamation marks.
    Exclamation,
    /// Lawyers, courts, police or the press on a rung where they close doors.
    Threat,
    /// A person is accused, where what happened could be said.
    Blame,
    /// An opinion that is put as if it were a fact.
    Opinion,
    /// More than one request at once.
    Requests,
    /// A sentence that is too long to be read in one go.
    LongSentence,
    /// More than one page.
    LongLetter,
}

impl ToneRule {
    /// Every rule.
    pub const ALL: &'static [Self] = &[
        Self::Insult,
        Self::Absolute,
        Self::Capitals,
        Self::Sarcasm,
        Self::Exclamation,
        Self::Threat,
        Self::Blame,
        Self::Opinion,
        Self::Requests,
        Self::LongSentence,
        Self::LongLetter,
    ];

    /// The word for the rule in the word list and in what programs are told.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Insult => "insult",
            Self::Absolute => "absolute",
            Self::Capitals => "capitals",
            Self::Sarcasm => "sarcasm",
            Self::Exclamation => "exclamation",
            Self::Threat => "threat",
            Self::Blame => "blame",
            Self::Opinion => "opinion",
            Self::Requests => "requests",
            Self::LongSentence => "long_sentence",
            Self::LongLetter => "long_letter",
        }
    }
}

/// What the words alone do not tell.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// What the letter is for. Praise may be warm; a final notice may name a court.
    pub kind: LetterKind,
    /// Whether the letter goes to a rung on which people can still simply help.
    pub rung_is_early: bool,
    /// The names of the vendors' people, so that what is said of one of them is seen to be.
    pub vendor_people: &'a [&'a str],
    /// Other names of the record, of vendors, products and places: whatever words they are made of,
    /// they are left alone.
    pub names: &'a [&'a str],
    /// How many pages the letter has, where it has been set.
    pub pages: Option<usize>,
}

/// Some words that could be calmer.
///
/// Marks stand in the order of the text. A mark of a whole sentence (too long, a further request) may
/// contain others; no other two overlap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The key of the paragraph.
    pub paragraph: String,
    /// Where the words begin: bytes from the beginning of the paragraph's text.
    pub start: usize,
    /// Where they end.
    pub end: usize,
    /// The words.
    pub words: String,
    /// The habit.
    pub rule: ToneRule,
    /// Why it hurts, as a sentence to the writer.
    pub reason: String,
    /// How it could be said instead, where a wording can be proposed.
    pub calmer: Option<String>,
}

/// What hurts in the letter as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The habit.
    pub rule: ToneRule,
    /// Why it hurts, as a sentence to the writer.
    pub reason: String,
    /// What could be done about it.
    pub calmer: String,
}

/// Everything that was noticed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tone {
    /// Places in the text.
    pub marks: Vec<Mark>,
    /// The letter as a whole.
    pub remarks: Vec<Remark>,
}

/// What a habit looks like in one paragraph.
struct Found {
    start: usize,
    end: usize,
    rule: ToneRule,
    reason: String,
    calmer: Option<String>,
}

/// Reads the paragraphs of a letter, as they stand in it, for words that hurt the writer's case.
pub fn check(paragraphs: &[Paragraph], context: &Context<'_>) -> Tone {
    let people = words::of_names(context.vendor_people);
    let names = &words::of_names(context.names) | &people;
    let mut requests = requests::Requests::default();
    let mut tone = Tone::default();
    for paragraph in paragraphs {
        let text = words::read(&paragraph.text, &names);
        let mut found = list::found(&text, &people, context);
        found.extend(capitals::found(&text));
        found.extend(punctuation::found(&text, context.kind));
        let mut found = longest(found);
        found.extend(requests.found(&text));
        found.extend(sentences::found(&text));
        found.sort_by_key(|one| (one.start, one.end));
        tone.marks.extend(found.into_iter().map(|one| mark(paragraph, one)));
    }
    tone.remarks.extend(context.pages.and_then(sentences::too_many_pages));
    tone
}

/// Of those that overlap the longest, and of equals the one found first.
fn longest(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_by_key(|one| std::cmp::Reverse(one.end - one.start));
    let mut kept: Vec<Found> = Vec::new();
    for one in found {
        if kept.iter().all(|other| one.end <= other.start || other.end <= one.start) {
            kept.push(one);
        }
    }
    kept
}

fn mark(paragraph: &Paragraph, found: Found) -> Mark {
    Mark {
        paragraph: paragraph.key.clone(),
        start: found.start,
        end: found.end,
        words: paragraph.text[found.start..found.end].to_owned(),
        rule: found.rule,
        reason: found.reason,
        calmer: found.calmer,
    }
}
