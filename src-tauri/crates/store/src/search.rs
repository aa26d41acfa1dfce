//! Finding disputes by words, and by what a person types on a command line.

use holdfast_domain::DisputeId;

use crate::wording::{Wording, fold};
use crate::{Reader, StoreError};

/// How much of an id has to be typed for it to be taken for one.
const ID_LETTERS: usize = 6;

impl Reader {
    /// The disputes that have every one of the words, in the order of entry. Looked at are titles,
    /// goals, subjects, claims, references, facts, letters that went out and the names of vendors
    /// and people; the private notes are not. Without a word, all disputes.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn disputes_matching(&self, words: &str) -> Result<Vec<DisputeId>, StoreError> {
        let words: Vec<String> = words.split_whitespace().map(fold).collect();
        Ok(Wording::of(self)?.with_all(&words))
    }

    /// The disputes that a person may mean by what they typed: by id, short reference, title, the
    /// beginning of an id, or a part of the title, whichever of these finds any first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn find_disputes(&self, text: &str) -> Result<Vec<DisputeId>, StoreError> {
        let wanted = fold(text.trim());
        let all = self.dispute_titles()?;
        type Means<'a> = Box<dyn Fn(DisputeId, &str) -> bool + 'a>;
        let ways: [Means<'_>; 5] = [
            Box::new(|id, _| id.to_string() == wanted),
            Box::new(|id, _| fold(&id.reference()) == wanted),
            Box::new(|_, title| fold(title.trim()) == wanted),
            Box::new(|id, _| wanted.len() >= ID_LETTERS && id.to_string().starts_with(&wanted)),
            Box::new(|_, title| !wanted.is_empty() && fold(title).contains(&wanted)),
        ];
        let found = |way: &Means<'_>| -> Vec<DisputeId> {
            all.iter().filter(|(id, title)| way(*id, title)).map(|(id, _)| *id).collect()
        };
        Ok(ways.iter().map(found).find(|found| !found.is_empty()).unwrap_or_default())
    }
}
