//! The ways to those who decide from outside: which of them are closed.
//!
//! A way is closed once a time limit of it has passed that was the household's to keep. Somebody who
//! can be reached by several ways is out of reach only when each of them is closed, so that nobody
//! is kept from a way that may still be open: a way of which nothing is known counts as open, and
//! one that does not apply counts as none.

use chrono::NaiveDate;

use super::ClockStanding;
use super::proposal::{concerns, holds_at};
use crate::calendar::Region;
use crate::{ClockRule, Vendor, VendorId, Way};

/// A clock of a dispute, kept or proposed, as it stands on the day from which one looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window<'a> {
    /// Its rule.
    pub rule: &'a ClockRule,
    /// With which vendor.
    pub vendor: Option<VendorId>,
    /// Its last day, where it has one.
    pub last_day: Option<NaiveDate>,
    /// How it stands.
    pub standing: ClockStanding,
}

/// Somebody who can no longer be turned to in time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedWay {
    /// Who.
    pub body: VendorId,
    /// What the time limit is called that was the last to pass.
    pub limit: String,
    /// Its last day.
    pub last_day: NaiveDate,
}

/// A way with the vendor whose clocks keep it open; nobody in particular for `None`.
type Lead<'a> = (&'a Way, Option<VendorId>);

/// How a way stands.
enum State<'a> {
    Open,
    Closed(&'a str, NaiveDate),
    DoesNotApply,
}

/// Who among a dispute's parties is out of reach by the clocks of that dispute, in the order of the
/// parties. `home` is where the household lives; see [`proposals`](super::proposals).
pub fn closed_ways(
    rules: &[ClockRule],
    windows: &[Window<'_>],
    parties: &[&Vendor],
    home: Option<Region>,
) -> Vec<ClosedWay> {
    let closed = |body: &&Vendor| {
        let mut last: Option<(&str, NaiveDate)> = None;
        for lead in leads(rules, windows, parties, body, home) {
            match state(lead, windows) {
                State::Open => return None,
                State::DoesNotApply => {}
                State::Closed(limit, day) => {
                    last = last.filter(|(_, other)| *other >= day).or(Some((limit, day)));
                }
            }
        }
        last.map(|(limit, last_day)| ClosedWay { body: body.id, limit: limit.to_owned(), last_day })
    };
    parties.iter().filter_map(closed).collect()
}

/// Every way to a body, with each vendor whose clocks may keep it open.
fn leads<'a>(
    rules: &'a [ClockRule],
    windows: &[Window<'a>],
    parties: &[&Vendor],
    body: &Vendor,
    home: Option<Region>,
) -> Vec<Lead<'a>> {
    let by_rule = rules.iter().filter(|rule| rule.confidence.is_relied_on()).flat_map(|rule| {
        let firms = parties.iter().filter(move |firm| concerns(rule, firm, home));
        firms.map(move |firm| (rule, Some(firm.id)))
    });
    let by_clock = windows.iter().map(|window| (window.rule, window.vendor));
    let mut found: Vec<Lead<'_>> = Vec::new();
    for (rule, vendor) in by_rule.chain(by_clock) {
        let Some(way) = &rule.way else { continue };
        let leads_here = if way.bodies.is_empty() {
            vendor == Some(body.id)
        } else {
            way.bodies.contains(&body.kind)
                && holds_at(&rule.jurisdiction, body.country.as_deref(), home)
        };
        if leads_here && !found.iter().any(|(known, of)| known.name == way.name && *of == vendor) {
            found.push((way, vendor));
        }
    }
    found
}

/// How a way stands by the clocks of it with that vendor.
fn state<'a>((way, vendor): Lead<'_>, windows: &[Window<'a>]) -> State<'a> {
    let of_way = |it: &&Window<'a>| {
        it.vendor == vendor && it.rule.way.as_ref().is_some_and(|its| its.name == way.name)
    };
    let own: Vec<&Window<'a>> = windows.iter().filter(of_way).collect();
    let applies = |it: &&&Window<'a>| it.standing != ClockStanding::DoesNotApply;
    if !own.is_empty() && !own.iter().any(|it| applies(&it)) {
        return State::DoesNotApply;
    }
    let extends = |it: &Window<'a>| it.rule.way.as_ref().and_then(|its| its.extends.as_deref());
    let is_outlasted = |closed: &Window<'a>| {
        let longer = own.iter().filter(|it| extends(it) == Some(closed.rule.code.as_str()));
        longer.into_iter().any(|it| is_open(it.standing))
    };
    let closed = own.iter().filter(|it| {
        it.standing == ClockStanding::Closed && extends(it).is_none() && !is_outlasted(it)
    });
    let first = closed.filter_map(|it| Some((it.last_day?, it.rule.name.as_str()))).min();
    first.map_or(State::Open, |(day, limit)| State::Closed(limit, day))
}

/// Whether a clock keeps its way open.
fn is_open(standing: ClockStanding) -> bool {
    match standing {
        ClockStanding::Proposed | ClockStanding::Running | ClockStanding::Met => true,
        ClockStanding::Passed
        | ClockStanding::MetLate
        | ClockStanding::Missed
        | ClockStanding::Closed
        | ClockStanding::DoesNotApply => false,
    }
}
