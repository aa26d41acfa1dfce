//! The life of a remedy as a line: granted, delivered, held until, taken back.

use chrono::NaiveDate;

use super::{RemedyStatus, is_agreed, remedy_status, reversals};
use crate::rules::has_come;
use crate::{CheckResult, Claim, Remedy};

/// What happened to a remedy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum StageKind {
    /// It was agreed.
    Granted,
    /// It was delivered.
    Delivered,
    /// It was taken back: a look showed it, or money went back.
    Reversed,
    /// It held, on the last of the looks that showed so one after another.
    Held,
    /// Its last day was reached.
    Ended,
    /// The household was satisfied.
    Satisfied,
}

/// One point of a remedy's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Stage {
    /// What happened.
    pub kind: StageKind,
    /// On which day.
    pub on: NaiveDate,
}

/// What has happened to the remedy by the day, in order. Looks that held one after another are one
/// stage with the day of the last; what was taken back, and seen to be, is one with the day on which
/// it first was. Empty before it was agreed.
pub fn stages(remedy: &Remedy, claims: &[Claim], on: NaiveDate) -> Vec<Stage> {
    if !is_agreed(remedy, on) {
        return Vec::new();
    }
    let stage = |kind, on| Stage { kind, on };
    let mut all = vec![stage(StageKind::Granted, remedy.agreed_on)];
    let delivered = remedy.delivered_on.filter(|day| *day <= on);
    all.extend(delivered.map(|day| stage(StageKind::Delivered, day)));
    all.extend(held_and_reversed(remedy, claims, on));
    let ended =
        remedy.ends_on.filter(|_| remedy_status(remedy, claims, on) == RemedyStatus::Expired);
    all.extend(ended.map(|day| stage(StageKind::Ended, day)));
    let satisfied = remedy.satisfied_on.filter(|day| *day <= on);
    all.extend(satisfied.map(|day| stage(StageKind::Satisfied, day)));
    // The sort is stable: on one day things stand in the order of a remedy's life.
    all.sort_by_key(|stage| stage.on);
    all
}

/// The looks that settled something and the money that went back, in order, equals made one.
fn held_and_reversed(remedy: &Remedy, claims: &[Claim], on: NaiveDate) -> Vec<Stage> {
    let looks = remedy.checks.iter().filter(|check| has_come(check.done_on, on));
    let mut marks: Vec<Stage> = looks
        .filter_map(|check| {
            let kind = match check.result? {
                CheckResult::Holds => StageKind::Held,
                CheckResult::DoesNotHold => StageKind::Reversed,
                CheckResult::Unclear => return None,
            };
            Some(Stage { kind, on: check.done_on? })
        })
        .collect();
    // A look that held settles what was taken back on the same day, so money stands before looks.
    let money = reversals(remedy, claims, on);
    let money = money.map(|movement| Stage { kind: StageKind::Reversed, on: movement.on });
    marks.splice(0..0, money.collect::<Vec<_>>());
    marks.sort_by_key(|mark| mark.on);
    let mut all: Vec<Stage> = Vec::new();
    for mark in marks {
        match all.last_mut() {
            Some(last) if last.kind == mark.kind && mark.kind == StageKind::Held => *last = mark,
            Some(last) if last.kind == mark.kind => {}
            Some(_) | None => all.push(mark),
        }
    }
    all
}

/// When a remedy that does not hold any more was taken back; `None` for one that was not.
pub fn reversed_on(remedy: &Remedy, claims: &[Claim], on: NaiveDate) -> Option<NaiveDate> {
    if remedy_status(remedy, claims, on) != RemedyStatus::Reversed {
        return None;
    }
    let marks = held_and_reversed(remedy, claims, on);
    marks.iter().rev().find(|mark| mark.kind == StageKind::Reversed).map(|mark| mark.on)
}

/// Since when a remedy has held that holds now: since it was last taken back and held again, else
/// since its delivery, else since it was agreed. `None` for one that does not hold.
pub fn held_since(remedy: &Remedy, claims: &[Claim], on: NaiveDate) -> Option<NaiveDate> {
    if remedy_status(remedy, claims, on) != RemedyStatus::Holding {
        return None;
    }
    let marks = held_and_reversed(remedy, claims, on);
    let back = marks.iter().rposition(|mark| mark.kind == StageKind::Reversed);
    let again = back.and_then(|at| first_held_after(remedy, marks[at].on, on));
    let delivered = remedy.delivered_on.filter(|day| *day <= on);
    Some(again.or(delivered).unwrap_or(remedy.agreed_on))
}

/// The first look that showed that it holds, on that day or later.
fn first_held_after(remedy: &Remedy, day: NaiveDate, on: NaiveDate) -> Option<NaiveDate> {
    let held = remedy.checks.iter().filter(|check| check.result == Some(CheckResult::Holds));
    held.filter_map(|check| check.done_on).filter(|done| *done >= day && *done <= on).min()
}
