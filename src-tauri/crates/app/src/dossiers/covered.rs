//! Originals that do not go with a dossier because words in them are covered for its reader.

use std::sync::Arc;

use holdfast_domain::cover::Covered;
use holdfast_intake::original::{Family, Kind, ProblemCode, Text};

use crate::foreign;
use crate::guard::guarded;

/// So many letters a phrase must have to be looked for in bytes that are no text: in those, two or
/// three letters stand by chance.
const TELLING: usize = 5;

/// How many e-mails within e-mails are opened.
const DEPTH: usize = 4;

/// So much is searched at once, in bytes: what is found of a text takes many times its room.
const PIECE: usize = 1 << 18;
/// How much of it the next piece begins with, so that nothing is missed where they meet.
const OVERLAP: usize = 1 << 13;

/// Looks whether an original may go with a dossier.
pub(crate) struct Withheld {
    words: Arc<Words>,
}

/// The phrases that are covered.
struct Words {
    all: Covered,
    telling: Covered,
}

/// How it is found out why an original is withheld.
type Search = fn(&Words, &Arc<[u8]>) -> Option<&'static str>;

impl Withheld {
    pub(crate) fn of(words: &Covered) -> Self {
        let words = Words { all: words.clone(), telling: words.of_at_least(TELLING) };
        Self { words: Arc::new(words) }
    }

    /// Why an original is neither attached nor shown, as a sentence; nothing where it may be.
    ///
    /// Words in the pixels of a picture are not found: its areas are covered by hand.
    pub(crate) fn why(&self, bytes: &Arc<[u8]>) -> Option<&'static str> {
        self.why_by(bytes, |words, bytes| words.why(bytes, DEPTH))
    }

    /// What the search fails on, or does not get done with, is withheld.
    fn why_by(&self, bytes: &Arc<[u8]>, search: Search) -> Option<&'static str> {
        if self.words.all.is_empty() {
            return None;
        }
        let (words, bytes) = (Arc::clone(&self.words), Arc::clone(bytes));
        let searched = guarded(foreign::LONG_PATIENCE, move || search(&words, &bytes));
        searched.unwrap_or(Some(UNSEARCHED))
    }
}

impl Words {
    fn why(&self, bytes: &Arc<[u8]>, depth: usize) -> Option<&'static str> {
        let kind = foreign::kind(bytes);
        let why = match kind.family() {
            Family::Picture => None,
            Family::Mail => self.in_mail(bytes, depth),
            // They keep who wrote them and what was struck out, where nobody sees it.
            Family::Document if matches!(kind, Kind::Docx | Kind::Odt | Kind::Xlsx | Kind::Ods) => {
                self.in_text(bytes).or(Some(UNSEARCHED))
            }
            Family::Document => self.in_text(bytes),
            Family::Archive | Family::Audio | Family::Video | Family::Other => Some(UNSEARCHED),
        };
        why.or_else(|| self.in_bytes(bytes))
    }

    fn in_text(&self, bytes: &Arc<[u8]>) -> Option<&'static str> {
        let text = foreign::text(bytes, foreign::LONG_PATIENCE);
        let all: Vec<&str> = text.parts.iter().map(|part| part.text.as_str()).collect();
        if stands_in(&self.all, all.join("\n").as_bytes()) {
            return Some(HOLDS);
        }
        is_partly_read(&text).then_some(UNSEARCHED)
    }

    /// The names, the text and the files of an e-mail.
    fn in_mail(&self, bytes: &Arc<[u8]>, depth: usize) -> Option<&'static str> {
        // Its heading is text, whoever wrote it.
        if stands_in(&self.all, bytes) {
            return Some(HOLDS);
        }
        let Ok(mail) = foreign::mail(bytes) else { return Some(UNSEARCHED) };
        let boxes = mail.from.iter().chain(&mail.to).chain(&mail.cc);
        let names = boxes.flat_map(|one| [one.name.as_deref(), one.address.as_deref()]).flatten();
        let files = mail.attachments.iter().filter_map(|file| file.name.as_deref());
        let all: Vec<&str> = names.chain(files).chain([&*mail.subject, &*mail.text]).collect();
        if stands_in(&self.all, all.join("\n").as_bytes()) {
            return Some(HOLDS);
        }
        mail.attachments.into_iter().find_map(|file| match depth {
            0 => Some(UNSEARCHED),
            more => self.why(&file.bytes.into(), more - 1),
        })
    }

    /// What stands beside the text, such as the name of the one who took a picture.
    fn in_bytes(&self, bytes: &[u8]) -> Option<&'static str> {
        stands_in(&self.telling, bytes).then_some(HOLDS)
    }
}

/// Whether any of the phrases stands in bytes, as far as those are text. Text of two bytes a letter
/// reads the same without its noughts.
fn stands_in(phrases: &Covered, bytes: &[u8]) -> bool {
    if phrases.is_empty() {
        return false;
    }
    let mut piece = Vec::with_capacity(PIECE);
    let mut rest = bytes.iter().copied().filter(|byte| *byte != 0);
    loop {
        let known = piece.len();
        piece.extend(rest.by_ref().take(PIECE - known));
        if phrases.stands_in(&String::from_utf8_lossy(&piece)) {
            return true;
        }
        if piece.len() < PIECE {
            return false;
        }
        piece.drain(..PIECE - OVERLAP);
    }
}

/// Whether there may be words in an original that were not read.
fn is_partly_read(text: &Text) -> bool {
    use ProblemCode::{CutShort, TextTooLong, TooDeep, TooManyParts, UnpacksTooLarge};
    let cut = [CutShort, TextTooLong, TooDeep, TooManyParts, UnpacksTooLarge];
    text.problems.iter().any(|problem| problem.is_error || cut.contains(&problem.code))
}

const HOLDS: &str = "Words that are covered for this reader stand in it.";

const UNSEARCHED: &str = "It cannot be searched for the words that are covered for this reader.";

#[cfg(test)]
mod tests {
    use super::*;

    fn fails(_: &Words, _: &Arc<[u8]>) -> Option<&'static str> {
        panic!("as a reader may")
    }

    fn withheld(phrase: &str) -> Withheld {
        Withheld::of(&Covered::of([phrase]))
    }

    #[test]
    fn what_the_search_fails_on_is_withheld_and_what_nothing_is_covered_in_is_not_searched() {
        let bytes: Arc<[u8]> = Arc::from(*b"The harbour office closed at noon.");
        assert_eq!(withheld("Dana Ruiz").why(&bytes), None, "it is a text without the name");
        assert_eq!(withheld("Dana Ruiz").why_by(&bytes, fails), Some(UNSEARCHED));
        assert_eq!(withheld("").why_by(&bytes, fails), None);
    }

    #[test]
    fn phrases_are_found_wherever_pieces_meet() {
        let name = b"Dana Ruiz";
        for end in [name.len(), PIECE - 4, PIECE, PIECE + 4, PIECE * 2, PIECE * 2 - OVERLAP + 3] {
            let mut bytes = b"no word. ".repeat(PIECE / 3);
            let start = end - name.len();
            bytes[start..end].copy_from_slice(name);
            bytes.insert(end, b' ');
            bytes.insert(start, b' ');
            let words = withheld("dana ruiz").words;
            assert!(stands_in(&words.all, &bytes), "the name at {start}");
            bytes[start + 2] = b'x';
            assert!(!stands_in(&words.all, &bytes), "another name at {start}");
        }
    }

    #[test]
    fn a_text_that_goes_on_behind_what_is_read_is_withheld() {
        let mut long = "no word.\n".repeat(500_000);
        long.push_str("Dana Ruiz");
        let long: Arc<[u8]> = long.into_bytes().into();
        assert!(withheld("Dana Ruiz").words.in_text(&long).is_some(), "its end is not read");
    }
}
