//! Finding disputes by words, and by what a person types on a command line.

use std::collections::HashSet;

use holdfast_domain::DisputeId;
use uuid::Uuid;

use super::question::Question;
use crate::{Reader, StoreError};
use holdfast_domain::fold::fold;

/// How much of an id has to be typed for it to be taken for one.
const ID_LETTERS: usize = 6;

/// The columns of the index that are no private notes.
pub(super) const OPEN_COLUMNS: &str = "{exact days title words names} :";
/// All columns: what asks for none in particular is answered sooner than what names each.
pub(super) const EVERYWHERE: &str = "";

impl Reader {
    /// The disputes that have every one of the words, in the order of entry, wherever in the dispute
    /// each stands. The private notes are not looked at. Without a word, all disputes. What an action
    /// changes is found when the action has ended.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn disputes_matching(
        &self,
        words: &str,
        month_first: bool,
    ) -> Result<Vec<DisputeId>, StoreError> {
        let question = Question::read(words, month_first);
        let all = "SELECT id FROM dispute WHERE deleted_at IS NULL ORDER BY id";
        let mut found: Vec<Uuid> = self.rows(all, [], |cells| cells.take())?;
        for word in question.each_in(OPEN_COLUMNS) {
            let sql = "SELECT DISTINCT e.dispute FROM search_terms t
                JOIN search_entry e ON e.number = t.rowid
                WHERE t.search_terms MATCH ?1 AND e.dispute IS NOT NULL";
            let with: Vec<Uuid> = self.rows(sql, [word], |cells| cells.take())?;
            let with: HashSet<Uuid> = with.into_iter().collect();
            found.retain(|dispute| with.contains(dispute));
        }
        Ok(found.into_iter().map(DisputeId::from).collect())
    }

    /// The disputes that a person may mean by what they typed: by id, short reference, a vendor's
    /// reference, title, the beginning of an id, or a part of the title, whichever of these finds any
    /// first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn find_disputes(&self, text: &str) -> Result<Vec<DisputeId>, StoreError> {
        let wanted = fold(text.trim());
        let all = self.dispute_titles()?;
        // The number on the vendor's letters is what lies before the person.
        let sql = "SELECT dispute, reference FROM party
            WHERE reference IS NOT NULL AND deleted_at IS NULL";
        let theirs: Vec<(DisputeId, String)> =
            self.rows(sql, [], |cells| Ok((cells.take()?, cells.take()?)))?;
        let theirs: HashSet<DisputeId> = theirs
            .into_iter()
            .filter(|(_, reference)| fold(reference.trim()) == wanted)
            .map(|(dispute, _)| dispute)
            .collect();
        type Means<'a> = Box<dyn Fn(DisputeId, &str) -> bool + 'a>;
        let ways: [Means<'_>; 6] = [
            Box::new(|id, _| id.to_string() == wanted),
            Box::new(|id, _| fold(&id.reference()) == wanted),
            Box::new(|id, _| theirs.contains(&id)),
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
