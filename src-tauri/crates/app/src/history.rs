//! The history of a record: what was done to it, what each time changed, and the way back to any
//! moment of it.

mod fields;
mod past;
mod rules;
mod said;

use holdfast_domain::ActionId;
use holdfast_store::{ActionSummary, Change, HouseholdId, Noun, Reader, Record, StoreError};
use uuid::Uuid;

use crate::directory::Directory;
use crate::error::{in_the_way, not_found};
use crate::journal::undone;
use crate::wire::{AppError, Deed, Done, FieldChange, Moment, RecordHistory, RecordNoun};
use crate::{App, from_wire};
use past::{Differing, State, between, is_binned, is_entered, replayed};
use said::Words;

impl App {
    /// All that happened to a record and to what belongs to it, in the bin or out of it. The household
    /// needs no id.
    ///
    /// # Errors
    /// `NotFound` where there is no such record, or none that has a history of its own.
    pub fn history(&self, noun: RecordNoun, id: &str) -> Result<RecordHistory, AppError> {
        let record = record(noun, id)?;
        self.read(|reader| {
            let changes = reader.history_with_own(record)?;
            let (first, moments) = replayed(&changes);
            let now = moments.last().map_or(&first, |(_, state)| state);
            if !is_entered(now, record) {
                return Err(not_found());
            }
            let mut words = Words::new(reader);
            let names = Directory::read(reader)?;
            let mut told = Vec::with_capacity(moments.len());
            let mut before = &first;
            for (done, after) in &moments {
                let Some(action) = done.first().map(|change| &change.action) else { continue };
                let differing = changed(done, before, after, record);
                let moment = Moment {
                    entered: !is_entered(before, record) && is_entered(after, record),
                    changes: in_words(&mut words, &differing, record, (before, after))?,
                    differs: !is_binned(after, record) && !way_back(now, after, record).is_empty(),
                    ..self.moment(reader, &names, action)?
                };
                before = after;
                if !moment.changes.is_empty() || moment.entered {
                    told.push(moment);
                }
            }
            told.reverse();
            Ok(RecordHistory {
                name: words.name(record)?,
                in_bin: is_binned(now, record),
                sent: was_sent(reader, record)?,
                moments: told,
            })
        })
    }

    /// What would change if a record went back to how it was after an action.
    ///
    /// # Errors
    /// `NotFound` where the record has no such moment.
    pub fn look_back(
        &self,
        noun: RecordNoun,
        id: &str,
        action: &str,
    ) -> Result<Vec<FieldChange>, AppError> {
        let record = record(noun, id)?;
        let action: ActionId = from_wire::id("action", action)?;
        self.read(|reader| {
            let changes = reader.history_with_own(record)?;
            let (_, moments) = replayed(&changes);
            let wanted = |done: &[Change]| done.iter().any(|it| it.action.id == action);
            let then = moments.iter().find(|(done, _)| wanted(done)).map(|(_, state)| state);
            let (Some(then), Some((_, now))) = (then, moments.last()) else {
                return Err(not_found());
            };
            if !is_entered(then, record) {
                return Err(not_found());
            }
            let differing = way_back(now, then, record);
            Ok(in_words(&mut Words::new(reader), &differing, record, (now, then))?)
        })
    }

    /// Sets a record, with its parts, back to how it was after an action, and takes it out of the bin.
    ///
    /// # Errors
    /// `NotFound` where the record has no such moment; `LetterSent`; `InBin` where what it named then
    /// lies in the bin; `StillNamed`; `NoWayBack` with what no longer fits.
    pub fn back_to(&self, noun: RecordNoun, id: &str, action: &str) -> Result<Done, AppError> {
        let record = record(noun, id)?;
        let action: ActionId = from_wire::id("action", action)?;
        let today = self.today_day();
        self.change(Deed::BackTo, "", |writer| {
            rules::may_go_back(writer, record)?;
            let before = rules::problems(writer, record, today)?;
            writer.back_to(record, action).map_err(in_the_way)?;
            rules::settled(writer, record)?;
            let after = rules::problems(writer, record, today)?;
            let warnings = rules::judged(&before, after)?;
            Ok((Some(id.to_owned()), warnings))
        })
    }

    /// An action as a moment of a record, without what it changed.
    fn moment(
        &self,
        reader: &Reader,
        names: &Directory,
        action: &ActionSummary,
    ) -> Result<Moment, StoreError> {
        Ok(Moment {
            action: action.id.to_string(),
            deed: Deed::named(&action.what),
            undid: reader.undid(action.id)?.map(|it| undone(action.id, it)),
            by: action.member.map(|member| names.member(member)),
            at: self.wall_text(action.at),
            device: action.device.clone(),
            entered: false,
            changes: Vec::new(),
            differs: false,
        })
    }
}

/// What an action changed in a record and in what belongs to it, the record first.
fn changed(
    done: &[Change],
    before: &State<'_>,
    after: &State<'_>,
    record: Record,
) -> Vec<Differing> {
    let mut touched: Vec<Record> = Vec::new();
    for change in done {
        if !touched.contains(&change.record) {
            touched.push(change.record);
        }
    }
    touched.sort_by_key(|it| *it != record);
    touched.into_iter().flat_map(|it| between(before, after, it, it != record)).collect()
}

/// What differs between now and a moment in what goes back: the record and its parts.
fn way_back(now: &State<'_>, then: &State<'_>, record: Record) -> Vec<Differing> {
    let mut going: Vec<Record> = now.keys().map(|(it, _)| *it).collect();
    going.dedup();
    going.retain(|it| *it == record || it.noun().is_part());
    going.sort_by_key(|it| *it != record);
    going.into_iter().flat_map(|it| between(now, then, it, it != record)).collect()
}

fn in_words(
    words: &mut Words<'_>,
    differing: &[Differing],
    record: Record,
    states: (&State<'_>, &State<'_>),
) -> Result<Vec<FieldChange>, StoreError> {
    differing.iter().map(|it| words.change(it, record, states)).collect()
}

fn was_sent(reader: &Reader, record: Record) -> Result<bool, StoreError> {
    let Record::Letter(letter) = record else { return Ok(false) };
    Ok(reader.sending_of(letter)?.is_some())
}

/// A record that has a history of its own.
fn record(noun: RecordNoun, id: &str) -> Result<Record, AppError> {
    if noun == RecordNoun::Household {
        return Ok(HouseholdId::OURS.into());
    }
    let noun = Noun::from(noun);
    let is_within = noun.is_part() || matches!(noun, Noun::Citation | Noun::CoveredArea);
    if is_within || fields::columns(noun).is_empty() {
        return Err(not_found());
    }
    Ok(noun.record(Uuid::parse_str(id).map_err(|_| not_found())?))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::fields::columns;
    use super::*;

    #[test]
    fn every_column_has_a_name_or_is_hidden() {
        for noun in Noun::ALL.iter().copied() {
            let named: BTreeSet<&str> = columns(noun).iter().map(|(column, _)| *column).collect();
            if named.is_empty() {
                continue;
            }
            let kept: BTreeSet<&str> = noun.columns().iter().copied().collect();
            assert_eq!(named, kept, "{noun:?}");
            assert_eq!(named.len(), columns(noun).len(), "{noun:?} names a column twice");
        }
    }
}
