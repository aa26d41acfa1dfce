//! What of a column goes, by what stands in it.

use std::collections::HashSet;

use holdfast_domain::Sha256;
use rusqlite::Connection;
use uuid::Uuid;

use super::classes::Class;
use super::json;
use super::words::{ErasedWords, marked};
use crate::StoreError;

/// What is looked for, and what is the program's own.
#[derive(Debug)]
pub(super) struct Eraser<'a> {
    words: &'a ErasedWords,
    /// The words that columns are bound to, such as `phone` for a channel.
    vocabulary: HashSet<String>,
}

/// A text that has the words.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Hit {
    /// What stands there afterwards.
    pub(super) new: String,
    /// What a person reads there, with the words.
    pub(super) said: String,
    /// How often.
    pub(super) times: usize,
}

impl<'a> Eraser<'a> {
    pub(super) fn new(words: &'a ErasedWords, records: &Connection) -> Result<Self, StoreError> {
        let mut statement =
            records.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")?;
        let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
        let mut vocabulary = HashSet::new();
        for sql in rows {
            // Between the first apostrophe and the second, the third and the fourth, and so on.
            vocabulary.extend(sql?.split('\'').skip(1).step_by(2).map(str::to_owned));
        }
        Ok(Self { words, vocabulary })
    }

    /// Where a text of no particular form has the words.
    pub(super) fn places_in(&self, text: &str) -> Vec<std::ops::Range<usize>> {
        self.words.places_in(text)
    }

    /// What becomes of a text; nothing where it does not have the words.
    pub(super) fn hit(&self, class: Class, text: &str) -> Option<Hit> {
        match class {
            Class::Words | Class::AsItsColumn => self.hit_in_words(text),
            Class::Template => self.hit_in_template(text),
            Class::Json => {
                let found = json::erased(text, self.words, |name, said| {
                    is_chosen(name, said) || self.is_the_programs(said)
                });
                let Some((new, had)) = found else { return self.hit_in_words(text) };
                let times = had.iter().map(|said| self.words.places_in(said).len()).sum();
                had.into_iter().next().map(|said| Hit { new, said, times })
            }
        }
    }

    fn hit_in_words(&self, text: &str) -> Option<Hit> {
        let places = self.words.places_in(text);
        if places.is_empty() {
            return None;
        }
        Some(Hit { new: marked(text, &places), said: text.to_owned(), times: places.len() })
    }

    /// Leaves out what the engine of templates reads: the heads of sections, and what stands in
    /// braces.
    fn hit_in_template(&self, text: &str) -> Option<Hit> {
        let mut places = self.words.places_in(text);
        places.retain(|place| {
            let head = text[..place.start].rfind('\n').map_or(0, |at| at + 1);
            let before = &text[..place.start];
            let is_inside = ["{{", "{%"].iter().zip(["}}", "%}"]).any(|(open, close)| {
                let opened = before.rfind(open);
                opened.is_some_and(|at| !text[at..place.start].contains(close))
                    || text[place.clone()].contains(open)
            });
            !is_inside && !text[head..].starts_with("==")
        });
        if places.is_empty() {
            return None;
        }
        Some(Hit { new: marked(text, &places), said: text.to_owned(), times: places.len() })
    }

    /// Whether a whole string is one of the program's words, an id or the name of an original.
    fn is_the_programs(&self, said: &str) -> bool {
        self.vocabulary.contains(said)
            || Uuid::parse_str(said).is_ok()
            || said.parse::<Sha256>().is_ok()
    }
}

/// Whether a string of a form was chosen and not typed, going by the name that it stands under.
fn is_chosen(name: &str, said: &str) -> bool {
    const CHOICES: [&str; 3] = ["kind", "option", "problem"];
    CHOICES.contains(&name) && said.bytes().all(|it| it.is_ascii_lowercase() || it == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hit(class: Class, text: &str, words: &str) -> Option<String> {
        let records = Connection::open_in_memory().expect("open");
        records
            .execute_batch("CREATE TABLE a (b TEXT CHECK (b IN ('total', 'phone')))")
            .expect("made");
        let words = ErasedWords::new(words).expect("words");
        let eraser = Eraser::new(&words, &records).expect("made");
        eraser.hit(class, text).map(|hit| hit.new)
    }

    #[test]
    fn a_template_keeps_what_its_engine_reads() {
        let text = "== total\nThe total is {{ total }}{% if total %}, the total{% endif %}.";
        let wanted =
            "== total\nThe [erased] is {{ total }}{% if total %}, the [erased]{% endif %}.";
        assert_eq!(hit(Class::Template, text, "total").as_deref(), Some(wanted));
        assert_eq!(hit(Class::Template, "{{ total }}", "total"), None);
    }

    #[test]
    fn a_form_keeps_the_words_that_are_chosen_and_not_typed() {
        let id = "0190a000-0000-7000-8000-000000004111";
        let text = format!(r#"{{"by":"phone","of":"{id}","note":"phone {id}"}}"#);
        let wanted = format!(r#"{{"by":"phone","of":"{id}","note":"[erased] {id}"}}"#);
        assert_eq!(hit(Class::Json, &text, "phone"), Some(wanted));
        assert_eq!(hit(Class::Json, &format!(r#""{id}""#), "0190a000"), None);
        let chosen = r#"{"what":{"kind":"chosen","option":"flight"},"note":"flight"}"#;
        let wanted = r#"{"what":{"kind":"chosen","option":"flight"},"note":"[erased]"}"#;
        assert_eq!(hit(Class::Json, chosen, "flight").as_deref(), Some(wanted));
        assert_eq!(hit(Class::Json, "my phone", "phone").as_deref(), Some("my [erased]"));
    }
}
