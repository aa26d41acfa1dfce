//! Originals that do not go with a dossier because words in them are covered for its reader.

use holdfast_domain::cover::Covered;
use holdfast_intake::mail;
use holdfast_intake::original::{self, Family, Kind};

/// So many letters a phrase must have to be looked for in bytes that are no text: in those, two or
/// three letters stand by chance.
const TELLING: usize = 5;

/// How many e-mails within e-mails are opened.
const DEPTH: usize = 4;

/// Looks whether an original may go with a dossier.
pub(crate) struct Withheld<'a> {
    words: &'a Covered,
    telling: Covered,
}

impl<'a> Withheld<'a> {
    pub(crate) fn of(words: &'a Covered) -> Self {
        Self { words, telling: words.of_at_least(TELLING) }
    }

    /// Why an original is neither attached nor shown, as a sentence; nothing where it may be.
    ///
    /// Words in the pixels of a picture are not found: its areas are covered by hand.
    pub(crate) fn why(&self, bytes: &[u8]) -> Option<&'static str> {
        if self.words.is_empty() {
            return None;
        }
        self.why_at(bytes, DEPTH)
    }

    fn why_at(&self, bytes: &[u8], depth: usize) -> Option<&'static str> {
        let kind = original::kind(bytes);
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

    fn in_text(&self, bytes: &[u8]) -> Option<&'static str> {
        let text = original::text(bytes);
        let all: Vec<&str> = text.parts.iter().map(|part| part.text.as_str()).collect();
        if self.words.stands_in(&all.join("\n")) {
            return Some(HOLDS);
        }
        text.problems.iter().any(|problem| problem.is_error).then_some(UNSEARCHED)
    }

    /// The names, the text and the files of an e-mail.
    fn in_mail(&self, bytes: &[u8], depth: usize) -> Option<&'static str> {
        // Its heading is text, whoever wrote it.
        if self.words.stands_in(&String::from_utf8_lossy(bytes)) {
            return Some(HOLDS);
        }
        let Ok(mail) = mail::read(bytes) else { return Some(UNSEARCHED) };
        let boxes = mail.from.iter().chain(&mail.to).chain(&mail.cc);
        let names = boxes.flat_map(|one| [one.name.as_deref(), one.address.as_deref()]).flatten();
        let files = mail.attachments.iter().filter_map(|file| file.name.as_deref());
        let all: Vec<&str> = names.chain(files).chain([&*mail.subject, &*mail.text]).collect();
        if self.words.stands_in(&all.join("\n")) {
            return Some(HOLDS);
        }
        mail.attachments.iter().find_map(|file| match depth {
            0 => Some(UNSEARCHED),
            more => self.why_at(&file.bytes, more - 1),
        })
    }

    /// What stands beside the text, such as the name of the one who took a picture.
    fn in_bytes(&self, bytes: &[u8]) -> Option<&'static str> {
        if self.telling.is_empty() {
            return None;
        }
        // Text of two bytes a letter reads the same without its noughts.
        let bytes: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
        self.telling.stands_in(&String::from_utf8_lossy(&bytes)).then_some(HOLDS)
    }
}

const HOLDS: &str = "Words that are covered for this reader stand in it.";

const UNSEARCHED: &str = "It cannot be searched for the words that are covered for this reader.";
