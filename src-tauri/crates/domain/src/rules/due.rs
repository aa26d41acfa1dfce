//! What is due on a day, and what comes after it.

use chrono::{NaiveDate, NaiveTime};

use super::{has_come, promise, remedy, state};
use crate::{CheckId, Dispute, NextStepId, PromiseId, RemedyId};

/// What sort of thing is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DueKind {
    /// A promise whose outcome is awaited.
    Promise,
    /// Something that the household will do.
    NextStep,
    /// A look at whether a remedy still holds.
    Check,
}

impl DueKind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[Self::Promise, Self::NextStep, Self::Check];

    /// The word by which the kind is written in answers.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Promise => "promise",
            Self::NextStep => "next_step",
            Self::Check => "check",
        }
    }
}

/// The very thing that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DueItem {
    /// This promise.
    Promise(PromiseId),
    /// This step.
    NextStep(NextStepId),
    /// This check of that remedy.
    Check {
        /// The remedy that is to be looked at.
        remedy: RemedyId,
        /// The look.
        check: CheckId,
    },
}

impl DueItem {
    /// Of which sort it is.
    pub fn kind(self) -> DueKind {
        match self {
            Self::Promise(_) => DueKind::Promise,
            Self::NextStep(_) => DueKind::NextStep,
            Self::Check { .. } => DueKind::Check,
        }
    }
}

/// Something that is due on a day.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Due {
    /// The day.
    pub on: NaiveDate,
    /// The time of that day; only next steps may have one.
    pub at: Option<NaiveTime>,
    /// Of which sort it is.
    pub kind: DueKind,
    /// What it is, in the person's words; for a check, what the remedy is.
    pub what: String,
    /// Whether its day has passed.
    pub overdue: bool,
    /// Which record it is.
    pub item: DueItem,
}

/// What is due: all that is undone and whose day has come, the earliest day first. Nothing of a
/// closed dispute is due.
pub fn due(dispute: &Dispute, on: NaiveDate) -> Vec<Due> {
    undone(dispute, on, |day| day <= on)
}

/// What is not yet due but will be by `until`, the earliest day first: the days after `on` up to
/// and with `until`, as far as is known on `on`.
pub fn coming(dispute: &Dispute, on: NaiveDate, until: NaiveDate) -> Vec<Due> {
    undone(dispute, on, |day| day > on && day <= until)
}

/// All that is undone on the days wanted, sorted by day; within a day promises, then steps by
/// their time, then checks, each in the order of entry.
fn undone(dispute: &Dispute, on: NaiveDate, wanted: impl Fn(NaiveDate) -> bool) -> Vec<Due> {
    if state::is_closed(dispute, on) {
        return Vec::new();
    }
    let mut all: Vec<Due> = promises(dispute, on)
        .chain(next_steps(dispute, on))
        .chain(checks(dispute, on))
        .filter(|due| wanted(due.on))
        .collect();
    // The sort is stable, so what is equal stays in the order of entry. Steps without a time come
    // before those with one.
    all.sort_by_key(|due| (due.on, due.kind, due.at));
    all
}

fn promises(dispute: &Dispute, on: NaiveDate) -> impl Iterator<Item = Due> {
    dispute.promises.iter().filter(move |promise| promise::is_open(promise, on)).filter_map(
        move |promise| {
            let day = promise.due_on?;
            Some(entry(day, None, &promise.what, DueItem::Promise(promise.id), on))
        },
    )
}

fn next_steps(dispute: &Dispute, on: NaiveDate) -> impl Iterator<Item = Due> {
    dispute
        .next_steps
        .iter()
        .filter(move |step| !has_come(step.done_on, on))
        .map(move |step| entry(step.on, step.at, &step.what, DueItem::NextStep(step.id), on))
}

fn checks(dispute: &Dispute, on: NaiveDate) -> impl Iterator<Item = Due> {
    dispute.remedies.iter().flat_map(move |remedy| {
        remedy::open_checks(remedy, &dispute.claims, on).map(move |check| {
            let item = DueItem::Check { remedy: remedy.id, check: check.id };
            entry(check.due_on, None, &remedy.what, item, on)
        })
    })
}

fn entry(day: NaiveDate, at: Option<NaiveTime>, what: &str, item: DueItem, on: NaiveDate) -> Due {
    Due { on: day, at, kind: item.kind(), what: what.to_owned(), overdue: day < on, item }
}
