//! What was done: the journal as a list, and undo and redo over it.

use std::collections::HashMap;

use holdfast_domain::{ActionId, DateTime, DisputeId, Utc};
use holdfast_store::{self as store, ActionSummary, NewAction};

use crate::clock::new_id;
use crate::directory::Directory;
use crate::error::{in_the_way, not_found, plain};
use crate::wire::{
    AppError, Deed, DeedState, Done, ErrorCode, JournalLine, JournalPage, Named, Undone,
};
use crate::{App, from_wire};

/// So many lines come at once.
const PAGE: usize = 60;

impl App {
    /// Names what is about to be done, for the journal.
    pub(crate) fn new_action(&self, what: Deed, about: &str) -> NewAction {
        NewAction {
            id: new_id(),
            what: what.as_str(),
            about: about.chars().take(200).collect(),
            member: None,
            at: self.now(),
        }
    }

    /// What was done, the newest first: what comes before an action, or the newest for `None`.
    ///
    /// # Errors
    /// `NotFound` where there is no such action.
    pub fn journal(&self, before: Option<&str>) -> Result<JournalPage, AppError> {
        let before: Option<ActionId> = from_wire::id_option("before", before)?;
        self.read(|reader| {
            let names = Directory::read(reader)?;
            let mut found = reader.journal(before, PAGE + 1)?;
            let more = found.len() > PAGE;
            found.truncate(PAGE);
            let mut disputes = HashMap::new();
            let mut named = |id: DisputeId| -> Named {
                disputes.entry(id).or_insert_with(|| names.dispute(id)).clone()
            };
            Ok(JournalPage {
                lines: found.into_iter().map(|it| self.line(it, &mut named)).collect(),
                more,
            })
        })
    }

    /// Undoes one action by writing its inverse.
    ///
    /// # Errors
    /// `Conflict` where something that it changed has changed since; nothing is undone then.
    pub fn undo(&self, action: &str) -> Result<Undone, AppError> {
        let action: ActionId = from_wire::id("action", action)?;
        self.invert(action, Deed::Undo)
    }

    /// Undoes the last action that is not undone, also one of an earlier run.
    ///
    /// # Errors
    /// `NothingToUndo`, or as [`App::undo`].
    pub fn undo_last(&self) -> Result<Undone, AppError> {
        let last = self.read(|reader| Ok(reader.last_undoable()?))?;
        let last = last.ok_or_else(|| plain(ErrorCode::NothingToUndo))?;
        self.invert(last.id, Deed::Undo)
    }

    /// Puts back in force what was undone last, as long as nothing new was done since; also what an
    /// earlier run undid.
    ///
    /// # Errors
    /// `NothingToRedo`, or as [`App::undo`].
    pub fn redo_last(&self) -> Result<Undone, AppError> {
        let last = self.read(|reader| Ok(reader.last_redoable()?))?;
        let last = last.ok_or_else(|| plain(ErrorCode::NothingToRedo))?;
        self.invert(last.id, Deed::Redo)
    }

    /// Undoes an action as part of another use case.
    pub(crate) fn undo_action(&self, action: ActionId) -> Result<Done, AppError> {
        let by = self.inverse(action, Deed::Undo)?;
        Ok(Done { action: Some(by.to_string()), id: None, warnings: Vec::new() })
    }

    fn invert(&self, action: ActionId, by: Deed) -> Result<Undone, AppError> {
        let by = self.inverse(action, by)?;
        self.read(|reader| Ok(undone(by, reader.undid(by)?.ok_or_else(not_found)?)))
    }

    fn inverse(&self, action: ActionId, by: Deed) -> Result<ActionId, AppError> {
        let inverse = self.new_action(by, "");
        let id = inverse.id;
        self.store().undo(inverse, action).map_err(in_the_way)?;
        Ok(id)
    }

    fn line(
        &self,
        of: store::JournalLine,
        dispute: &mut impl FnMut(DisputeId) -> Named,
    ) -> JournalLine {
        let state = if of.undid.is_some() {
            DeedState::Undoing
        } else if !of.stands {
            DeedState::Undone
        } else if of.action.is_for_good() {
            DeedState::ForGood
        } else {
            DeedState::Stands
        };
        JournalLine {
            action: of.action.id.to_string(),
            deed: Deed::named(&of.action.what),
            about: about(&of.action, of.subject.as_ref()),
            noun: of.subject.as_ref().map(|it| it.record.noun().as_str().to_owned()),
            dispute: of.subject.and_then(|it| it.dispute).map(dispute),
            at: self.wall_text(of.action.at),
            device: of.action.device,
            state,
            undid: of.undid.map(|it| undone(of.action.id, it)),
        }
    }

    /// The time on the wall, to the minute: `2026-06-10T09:30`.
    pub(crate) fn wall_text(&self, at: DateTime<Utc>) -> String {
        self.clock.wall_at(at).format("%Y-%m-%dT%H:%M").to_string()
    }
}

/// What an action undid, or put back.
pub(crate) fn undone(by: ActionId, (of, again): (ActionSummary, bool)) -> Undone {
    Undone { action: by.to_string(), deed: Deed::named(&of.what), about: about(&of, None), again }
}

/// What it was done to: as the person was told, or else what the record is called. Going to the bin
/// and coming back are journalled with the noun.
fn about(action: &ActionSummary, subject: Option<&store::Subject>) -> String {
    let is_noun = store::Noun::named(&action.about).is_some();
    match subject {
        Some(subject) if action.about.is_empty() || is_noun => subject.label.clone(),
        Some(_) => action.about.clone(),
        None if is_noun => String::new(),
        None => action.about.clone(),
    }
}
