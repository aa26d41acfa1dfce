//! The bin: what was put away comes back.

use holdfast_store::{Noun, Reader, Record, Writer};
use uuid::Uuid;

use crate::App;
use crate::directory::Directory;
use crate::error::not_found;
use crate::wire::{AppError, Binned, Deed, Done, NamedRecord, RecordKind};

impl App {
    /// Puts a record into the bin; what hangs on it is hidden with it.
    ///
    /// # Errors
    /// `NotFound`, or `StillNamed` where another record still names it.
    pub fn remove(&self, kind: RecordKind, id: &str) -> Result<Done, AppError> {
        let record = record(kind, id)?;
        self.change(Deed::Remove, kind_word(kind), |writer| {
            crate::statements::may_go(writer, record)?;
            writer.bin(record)?;
            Ok((Some(id.to_owned()), Vec::new()))
        })
    }

    /// Takes a record out of the bin again, along with what it cannot be seen without, such as its
    /// dispute.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn restore(&self, kind: RecordKind, id: &str) -> Result<Done, AppError> {
        let record = record(kind, id)?;
        self.change(Deed::Restore, kind_word(kind), |writer| {
            for needed in writer.needed_by(record)? {
                writer.restore(needed)?;
            }
            writer.restore(record)?;
            if kind == RecordKind::LetterTemplate {
                only_one_for_its_kind(writer, record.uuid())?;
            }
            Ok((Some(id.to_owned()), Vec::new()))
        })
    }

    /// What lies in the bin, the latest first.
    ///
    /// # Errors
    /// Only where the store cannot be read.
    pub fn bin(&self) -> Result<Vec<Binned>, AppError> {
        self.read(|reader| {
            let names = Directory::read(reader)?;
            let binned = reader.bin()?.into_iter();
            binned
                .filter_map(|item| kind_of(item.record.noun()).map(|kind| (kind, item)))
                .map(|(kind, item)| {
                    let along = reader.needed_by(item.record)?.into_iter();
                    Ok(Binned {
                        kind,
                        id: item.record.uuid().to_string(),
                        name: item.label,
                        dispute: item
                            .owner
                            .filter(|owner| owner.noun() == Noun::Dispute)
                            .map(|owner| names.dispute(owner.uuid().into())),
                        deleted_at: self.wall_text(item.at),
                        along: along.map(|it| named(reader, it)).collect::<Result<_, _>>()?,
                    })
                })
                .collect()
        })
    }
}

fn named(reader: &Reader, record: Record) -> Result<NamedRecord, AppError> {
    let name = reader.label(record)?.unwrap_or_default();
    Ok(NamedRecord { noun: record.noun().into(), id: record.uuid().to_string(), name })
}

/// Writes the pairs of wire kinds and the store's nouns once, for both directions.
macro_rules! kinds {
    ($($kind:ident)*) => {
        fn noun(kind: RecordKind) -> Noun {
            match kind { $(RecordKind::$kind => Noun::$kind,)* }
        }

        /// The kind of a record that a person can put away by itself.
        fn kind_of(noun: Noun) -> Option<RecordKind> {
            [$((Noun::$kind, RecordKind::$kind),)*]
                .into_iter()
                .find_map(|(known, kind)| (known == noun).then_some(kind))
        }
    };
}

kinds! {
    Member Vendor Contact Dispute Party Claim Movement Event Issue Promise Offer Rung Advocacy Remedy
    Check NextStep Attachment Letter LetterTemplate Account Statement
}

/// Where a template that stood in place of Holdfast's comes back, whichever stands there now goes to
/// the bin in its turn.
pub(crate) fn only_one_for_its_kind(
    writer: &mut Writer<'_>,
    restored: Uuid,
) -> Result<(), AppError> {
    let all = writer.letter_templates()?;
    let Some(back) = all.iter().find(|it| it.id.uuid() == restored && it.name.is_none()) else {
        return Ok(());
    };
    let others = all.iter().filter(|it| it.kind == back.kind && it.name.is_none());
    for other in others.filter(|it| it.id != back.id) {
        writer.bin(other.id)?;
    }
    Ok(())
}

fn kind_word(kind: RecordKind) -> &'static str {
    noun(kind).as_str()
}

fn record(kind: RecordKind, id: &str) -> Result<Record, AppError> {
    let id = Uuid::parse_str(id).map_err(|_| not_found())?;
    Ok(noun(kind).record(id))
}
