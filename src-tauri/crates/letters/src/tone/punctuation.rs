//! Marks that raise the voice.

use holdfast_domain::LetterKind;

use super::words::Text;
use super::{Found, ToneRule};

/// Exclamation marks, and question marks in a row. A thank-you may have one exclamation mark at a
/// time.
pub(super) fn found(text: &Text<'_>, kind: LetterKind) -> Vec<Found> {
    let mut found = Vec::new();
    let mut rest = text.text.char_indices().peekable();
    while let Some((start, mark)) = rest.next() {
        if !raises(mark) {
            continue;
        }
        let mut end = start + mark.len_utf8();
        let mut marks = vec![mark];
        while let Some((at, next)) = rest.next_if(|(_, next)| raises(*next)) {
            end = at + next.len_utf8();
            marks.push(next);
        }
        let question = !marks.iter().any(|mark| is_exclamation(*mark));
        let one = marks.len() == 1;
        if (one && (question || praises(kind) || is_of_a_name(text.text, start)))
            || text.is_quoted(&(start..end))
        {
            continue;
        }
        found.push(Found {
            start,
            end,
            rule: ToneRule::Exclamation,
            reason: "On paper this sounds louder than you mean it.".to_owned(),
            calmer: Some(
                if question { "One “?” is enough." } else { "End with a full stop." }.to_owned(),
            ),
        });
    }
    found
}

fn raises(mark: char) -> bool {
    is_exclamation(mark) || matches!(mark, '?' | '？' | '‽' | '⁇')
}

fn is_exclamation(mark: char) -> bool {
    matches!(mark, '!' | '！' | '¡' | '‼' | '⁈' | '⁉')
}

fn praises(kind: LetterKind) -> bool {
    match kind {
        LetterKind::ThankYou | LetterKind::Commendation => true,
        LetterKind::Complaint
        | LetterKind::FollowUp
        | LetterKind::Confirmation
        | LetterKind::Escalation
        | LetterKind::FinalNotice
        | LetterKind::BillingError
        | LetterKind::BeforeClaim
        | LetterKind::RefusalRequest => false,
    }
}

/// Whether the mark belongs to a name, as some shops have it: the sentence goes on after it in small
/// letters.
fn is_of_a_name(text: &str, at: usize) -> bool {
    let word = text[..at].rsplit(char::is_whitespace).next().unwrap_or_default();
    let after = text[at..].chars().skip(1).find(|char| !char.is_whitespace());
    let titled = word.chars().next().is_some_and(char::is_uppercase);
    titled && after.is_some_and(char::is_lowercase)
}
