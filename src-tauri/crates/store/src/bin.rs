//! The bin: what was taken out of sight and can be taken back.

use std::collections::HashSet;

use holdfast_domain::{DateTime, Utc};

use crate::nouns::table;
use crate::{Noun, Reader, Record, StoreError, references};

/// A record in the bin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binned {
    /// Which record.
    pub record: Record,
    /// What it belongs to, such as the dispute of a promise.
    pub owner: Option<Record>,
    /// The words by which a person knows it.
    pub label: String,
    /// When it went there.
    pub at: DateTime<Utc>,
}

impl Reader {
    /// What lies in the bin, the newest first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn bin(&self) -> Result<Vec<Binned>, StoreError> {
        let mut all = Vec::new();
        for noun in Noun::ALL.iter().copied() {
            // Who was spoken with comes and goes with the event's own form, what an issue rests on with
            // that of the issue, and what rests on a piece of evidence or covers it with that of the evidence; what
            // was put off is put off again rather than looked for, and so is what was said of a time
            // limit and chosen for a dossier.
            if !matches!(
                noun,
                Noun::EventContact
                    | Noun::IssueFact
                    | Noun::Citation
                    | Noun::CoveredArea
                    | Noun::Snooze
                    | Noun::Clock
                    | Noun::DossierChoice
            ) {
                all.extend(self.bin_of(noun)?);
            }
        }
        all.sort_by(|a, b| b.at.cmp(&a.at).then(a.record.cmp(&b.record)));
        Ok(all)
    }

    /// What else lies in the bin and must come out of it for a record to be seen again: what it names,
    /// and what it goes out of sight with, however many steps away. What others need comes last.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn needed_by(&self, record: impl Into<Record>) -> Result<Vec<Record>, StoreError> {
        let mut needed = Vec::new();
        let mut looked = HashSet::new();
        let mut waiting = vec![record.into()];
        while let Some(at) = waiting.pop() {
            if !looked.insert(at) {
                continue;
            }
            for (column, noun) in references::of(at.noun()) {
                let Some(named) = self.named_in(at, column, noun)? else { continue };
                let is_binned = self.in_bin(noun, named.uuid())? == Some(true);
                if is_binned && !needed.contains(&named) {
                    needed.push(named);
                }
                let hides = references::target(at.noun(), column).is_some_and(|(_, hides)| hides);
                if is_binned || hides {
                    waiting.push(named);
                }
            }
        }
        Ok(needed)
    }

    fn bin_of(&self, noun: Noun) -> Result<Vec<Binned>, StoreError> {
        let table = table(noun);
        let owner = table.owner.or_else(|| table.shelters.first().copied());
        let column = owner.map_or("NULL".to_owned(), |(column, _)| format!("t.{column}"));
        let sql = format!(
            "SELECT t.id, {column}, coalesce({}, ''), t.deleted_at FROM {} t
             WHERE t.deleted_at IS NOT NULL",
            table.label,
            noun.as_str()
        );
        self.rows(&sql, [], |cells| {
            let record = noun.record(cells.take()?);
            let id: Option<uuid::Uuid> = cells.take()?;
            let owner = owner.zip(id).map(|((_, noun), id)| noun.record(id));
            Ok(Binned { record, owner, label: cells.take()?, at: cells.take()? })
        })
    }
}
