//! What is due on a day, and what comes after it.

use chrono::{NaiveDate, NaiveTime};

use super::letter::{self, Beside};
use super::{has_come, promise, remedy, state};
use crate::{
    CheckId, ClockId, Dispute, DisputeId, NextStepId, PromiseId, RemedyId, SentLetterId,
    UnknownWord,
};
use uuid::Uuid;

/// What sort of thing is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DueKind {
    /// A promise whose outcome is awaited.
    Promise,
    /// Something that the household will do.
    NextStep,
    /// A look at whether a remedy still holds.
    Check,
    /// A letter whose answer has not come.
    Letter,
    /// A time limit that runs.
    Clock,
    /// A dispute in which nothing is planned or awaited. It is on the agenda, and never in the
    /// answer to what is due.
    Quiet,
}

impl DueKind {
    /// Every kind.
    pub const ALL: &'static [Self] =
        &[Self::Promise, Self::NextStep, Self::Check, Self::Letter, Self::Clock, Self::Quiet];

    /// The word by which the kind is written in answers.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Promise => "promise",
            Self::NextStep => "next_step",
            Self::Check => "check",
            Self::Letter => "letter",
            Self::Clock => "clock",
            Self::Quiet => "quiet",
        }
    }
}

impl std::fmt::Display for DueKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::str::FromStr for DueKind {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        Self::ALL.iter().copied().find(|kind| kind.as_str() == word).ok_or_else(|| UnknownWord {
            word: crate::text::shown(word),
            allowed: Self::ALL.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(" "),
        })
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
    /// This letter that went out.
    Letter(SentLetterId),
    /// This time limit.
    Clock(ClockId),
    /// This dispute, in which nothing is planned.
    Quiet(DisputeId),
}

impl DueItem {
    /// Of which sort it is.
    pub fn kind(self) -> DueKind {
        match self {
            Self::Promise(_) => DueKind::Promise,
            Self::NextStep(_) => DueKind::NextStep,
            Self::Check { .. } => DueKind::Check,
            Self::Letter(_) => DueKind::Letter,
            Self::Clock(_) => DueKind::Clock,
            Self::Quiet(_) => DueKind::Quiet,
        }
    }

    /// The id of the record without its noun; of a check, not of its remedy.
    pub fn uuid(self) -> Uuid {
        match self {
            Self::Promise(id) => id.uuid(),
            Self::NextStep(id) => id.uuid(),
            Self::Check { check, .. } => check.uuid(),
            Self::Letter(id) => id.uuid(),
            Self::Clock(id) => id.uuid(),
            Self::Quiet(id) => id.uuid(),
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
    /// What it is, in the person's words; for a check, what the remedy is; for a letter, its
    /// subject; for a dispute in which nothing is planned, its title.
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

/// The letters whose day for an answer has passed without one, the earliest day first.
pub fn letters_due(beside: &Beside<'_>, on: NaiveDate) -> Vec<Due> {
    let mut all: Vec<Due> = beside
        .sent
        .iter()
        .filter(|sent| sent.dispute == beside.dispute.id)
        .filter(|sent| letter::is_overdue(sent, letter::sent_standing(sent, beside, on), on))
        .filter_map(|sent| {
            Some(entry(sent.reply_by?, None, &sent.subject, DueItem::Letter(sent.id), on))
        })
        .collect();
    all.sort_by_key(|due| due.on);
    all
}

/// All that is undone on the days wanted, sorted by day; within a day promises, then steps by
/// their time, then checks, each in the order of entry.
pub(super) fn undone(
    dispute: &Dispute,
    on: NaiveDate,
    wanted: impl Fn(NaiveDate) -> bool,
) -> Vec<Due> {
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

pub(super) fn entry(
    day: NaiveDate,
    at: Option<NaiveTime>,
    what: &str,
    item: DueItem,
    on: NaiveDate,
) -> Due {
    Due { on: day, at, kind: item.kind(), what: what.to_owned(), overdue: day < on, item }
}
