//! The bin and undo: what was put away comes back, and so does what was changed.

use holdfast_domain::ActionId;
use holdfast_store::{Noun, Record, StoreError, Writer};
use uuid::Uuid;

use crate::clock::new_id;
use crate::directory::Directory;
use crate::error::{not_found, plain};
use crate::wire::{AppError, Binned, Done, ErrorCode, RecordKind};
use crate::{App, from_wire, to_wire};

impl App {
    /// Puts a record into the bin; what hangs on it is hidden with it.
    ///
    /// # Errors
    /// `NotFound`, or `StillNamed` where another record still names it.
    pub fn remove(&self, kind: RecordKind, id: &str) -> Result<Done, AppError> {
        let record = record(kind, id)?;
        self.change("remove", kind_word(kind), |writer| {
            crate::statements::may_go(writer, record)?;
            writer.bin(record)?;
            Ok((Some(id.to_owned()), Vec::new()))
        })
    }

    /// Takes a record out of the bin again.
    ///
    /// # Errors
    /// `NotFound`, or `InBin` where it names something that still lies there.
    pub fn restore(&self, kind: RecordKind, id: &str) -> Result<Done, AppError> {
        let record = record(kind, id)?;
        self.change("restore", kind_word(kind), |writer| {
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
            Ok(binned
                .filter_map(|item| kind_of(item.record.noun()).map(|kind| (kind, item)))
                .map(|(kind, item)| Binned {
                    kind,
                    id: item.record.uuid().to_string(),
                    name: item.label,
                    dispute: item
                        .owner
                        .filter(|owner| owner.noun() == Noun::Dispute)
                        .map(|owner| names.dispute(owner.uuid().into())),
                    deleted_at: to_wire::instant(item.at),
                })
                .collect())
        })
    }

    /// Undoes one action by writing its inverse.
    ///
    /// # Errors
    /// `Conflict` where something that it changed has changed since; nothing is undone then.
    pub fn undo(&self, action: &str) -> Result<Done, AppError> {
        let action: ActionId = from_wire::id("action", action)?;
        self.undo_action(action)
    }

    /// Undoes the last action that is not undone, also one of an earlier run.
    ///
    /// # Errors
    /// `NothingToUndo`, or as [`App::undo`].
    pub fn undo_last(&self) -> Result<Done, AppError> {
        let last = self.read(|reader| Ok(reader.last_undoable()?))?;
        let last = last.ok_or_else(|| plain(ErrorCode::NothingToUndo))?;
        self.undo_action(last.id)
    }

    fn undo_action(&self, action: ActionId) -> Result<Done, AppError> {
        let inverse = self.new_action("undo", "");
        let id = inverse.id;
        self.store().undo(inverse, action).map_err(in_the_way)?;
        Ok(Done { action: Some(id.to_string()), id: None, warnings: Vec::new() })
    }
}

/// What the tables forbid when something is taken back is something that came in its place since.
fn in_the_way(error: StoreError) -> AppError {
    if matches!(error, StoreError::Constraint { .. }) {
        plain(ErrorCode::Conflict)
    } else {
        error.into()
    }
}

impl App {
    /// Names what is about to be done, for the journal.
    pub(crate) fn new_action(&self, what: &'static str, about: &str) -> holdfast_store::NewAction {
        holdfast_store::NewAction {
            id: new_id(),
            what,
            about: about.chars().take(200).collect(),
            member: None,
            at: self.now(),
        }
    }
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
fn only_one_for_its_kind(writer: &mut Writer<'_>, restored: Uuid) -> Result<(), AppError> {
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
