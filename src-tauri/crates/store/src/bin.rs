//! The bin: what was taken out of sight and can be taken back.

use holdfast_domain::{DateTime, Utc};

use crate::nouns::table;
use crate::{Noun, Reader, Record, StoreError};

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
