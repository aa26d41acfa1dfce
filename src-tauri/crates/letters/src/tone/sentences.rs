//! How much a reader must hold in mind at once.

use super::words::Text;
use super::{Found, Remark, ToneRule};

/// How many words a sentence may have. Advice on plain English asks for 15 to 20 on average; twice
/// that is where readers begin again.
const LONGEST: usize = 40;

/// Sentences with too many words; a list after a colon counts item by item.
pub(super) fn found(text: &Text<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for sentence in &text.sentences {
        let (Some(first), Some(last)) = (sentence.words.first(), sentence.words.last()) else {
            continue;
        };
        let mut places: Vec<usize> = sentence.words.iter().map(|word| word.start).collect();
        places.dedup();
        if places.len() <= LONGEST {
            continue;
        }
        found.push(Found {
            start: first.start,
            end: last.end,
            rule: ToneRule::LongSentence,
            reason: format!(
                "This sentence has {} words; most people lose the thread after {LONGEST}.",
                places.len()
            ),
            calmer: Some("Make two or three of it, with one fact in each.".to_owned()),
        });
    }
    found
}

/// A remark on a letter of more than a page.
pub(super) fn too_many_pages(pages: usize) -> Option<Remark> {
    (pages > 1).then(|| Remark {
        rule: ToneRule::LongLetter,
        reason: format!(
            "The letter has {pages} pages; one is read to its end, more are put aside for later."
        ),
        calmer: "Keep what the reader needs to decide, and let the enclosures hold the rest."
            .to_owned(),
    })
}
