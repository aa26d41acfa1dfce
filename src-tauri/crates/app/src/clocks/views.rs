//! Clocks as they are shown.

use holdfast_domain::rules::clock::{self, Counted, Proposal};
use holdfast_domain::{Clock, ClockRule, Event, EventId, Limit, LimitUnit, NaiveDate, VendorId};

use super::places::{Places, Within};
use super::{ClockRow, rules};
use crate::calendar::Skipped;
use crate::wire::{
    ClockChoice, ClockCount, ClockStanding, ClockStandstill, ClockView, Named, SkippedDay,
};
use crate::{disputes, to_wire};

/// A clock that the household spoke of.
pub(super) fn kept(
    clock: &Clock,
    rule: &ClockRule,
    places: &Places,
    within: Within<'_>,
    events: &[Event],
) -> ClockView {
    let counted = places.count(rule, clock.trigger_on, clock.vendor, within);
    let last_day = counted.as_ref().map(|it| it.last_day);
    let standing = clock::standing(clock, rule.holder, last_day, within.on);
    let started = Started {
        vendor: clock.vendor,
        trigger_on: clock.trigger_on,
        because_of: clock.because_of,
    };
    let met_by = clock.met_by.and_then(|id| events.iter().find(|event| event.id == id));
    ClockView {
        id: Some(clock.id.to_string()),
        met_on: clock.met_on.map(to_wire::day),
        met_by: met_by.map(disputes::in_a_few_words),
        missed_on: clock.missed_on.map(to_wire::day),
        ..view(rule, &started, counted, places, standing.into())
    }
}

/// A clock that may apply.
pub(super) fn proposed(proposal: &Proposal<'_>, places: &Places, within: Within<'_>) -> ClockView {
    let vendor = Some(proposal.vendor);
    let counted = places.count(proposal.rule, proposal.trigger_on, vendor, within);
    let last_day = counted.as_ref().map(|it| it.last_day);
    let standing = clock::proposed_standing(proposal.rule, last_day, within.on);
    let (trigger_on, because_of) = (proposal.trigger_on, proposal.because_of);
    let started = Started { vendor, trigger_on, because_of };
    view(proposal.rule, &started, counted, places, standing.into())
}

/// How a clock came to be counted.
struct Started {
    vendor: Option<VendorId>,
    trigger_on: NaiveDate,
    because_of: Option<EventId>,
}

fn view(
    rule: &ClockRule,
    started: &Started,
    counted: Option<Counted>,
    places: &Places,
    standing: ClockStanding,
) -> ClockView {
    let vendor = places.vendors.iter().find(|it| Some(it.id) == started.vendor);
    ClockView {
        id: None,
        rule: rule.code.clone(),
        name: rule.name.clone(),
        jurisdiction: rule.jurisdiction.clone(),
        addressee: rule.addressee.clone(),
        holder: rule.holder.into(),
        trigger: rule.trigger.clone(),
        reckoning: rule.reckoning.into(),
        trigger_on: to_wire::day(started.trigger_on),
        because_of: started.because_of.map(|id| id.to_string()),
        vendor: vendor.map(|it| Named { id: it.id.to_string(), name: it.name.clone() }),
        counted: counted.zip(rule.limit).map(|(counted, limit)| count(counted, limit)),
        pauses: rule.pauses.clone(),
        channel: rule.channel.clone(),
        note: rule.note.clone(),
        source: rule.source.clone(),
        confidence: rule.confidence.as_str().to_owned(),
        checked_on: to_wire::day(rule.checked_on),
        standing,
        met_on: None,
        met_by: None,
        missed_on: None,
    }
}

fn count(counted: Counted, limit: Limit) -> ClockCount {
    let skipped = counted.skipped.iter();
    let standstills = counted.standstills.iter();
    ClockCount {
        last_day: to_wire::day(counted.last_day),
        count: limit.count,
        unit: limit.unit.into(),
        first_day: to_wire::day(counted.first_day),
        trigger_day_counts: limit.trigger_day_counts,
        region: counted.region.map(|region| region.name()),
        skipped: skipped
            .map(|one| SkippedDay { day: to_wire::day(one.day), name: one.name.to_owned() })
            .collect(),
        beyond_table: counted.beyond_table,
        month_end: counted.month_end,
        standstills: standstills
            .map(|one| ClockStandstill {
                from: to_wire::day(one.from),
                to: to_wire::day(one.to),
                is_over: one.is_over,
            })
            .collect(),
        counts_pauses: limit.pause.is_some(),
        moved_from: counted.moved_from.map(to_wire::day),
    }
}

/// What runs first, then what may apply, then what is over; within each by the last day.
pub(super) fn order(view: &ClockView) -> (u8, bool, Option<String>) {
    let rank = match view.standing {
        ClockStanding::Running => 0,
        ClockStanding::Passed => 1,
        ClockStanding::Proposed => 2,
        ClockStanding::Met => 3,
        ClockStanding::MetLate => 4,
        ClockStanding::Missed => 5,
        ClockStanding::Closed => 6,
        ClockStanding::DoesNotApply => 7,
    };
    let last_day = view.counted.as_ref().map(|it| it.last_day.clone());
    (rank, last_day.is_none(), last_day)
}

/// The rules that can be started by hand.
pub(super) fn choices() -> Vec<ClockChoice> {
    let relied_on = rules().iter().filter(|rule| rule.confidence.is_relied_on());
    let mut all: Vec<ClockChoice> = relied_on
        .map(|rule| ClockChoice {
            rule: rule.code.clone(),
            name: rule.name.clone(),
            jurisdiction: rule.jurisdiction.clone(),
            trigger: rule.trigger.clone(),
        })
        .collect();
    all.sort_by(|one, other| (&one.name, &one.rule).cmp(&(&other.name, &other.rule)));
    all
}

/// A clock as the command line gives it.
pub(super) fn row(view: ClockView) -> ClockRow {
    let counted = view.counted.as_ref().map(in_words);
    let skipped = view.counted.iter().flat_map(|it| &it.skipped);
    ClockRow {
        skipped: skipped
            .map(|one| Skipped { day: one.day.clone(), name: one.name.clone() })
            .collect(),
        last_day: view.counted.as_ref().map(|it| it.last_day.clone()),
        counted,
        rule: view.rule,
        name: view.name,
        addressee: view.addressee,
        vendor: view.vendor.map(|it| it.name),
        trigger: view.trigger,
        trigger_on: view.trigger_on,
        source: view.source,
        confidence: view.confidence,
        checked_on: view.checked_on,
        standing: view.standing,
    }
}

/// How the last day was counted, such as “60 calendar days; day one is 2026-03-02”.
fn in_words(of: &ClockCount) -> String {
    let unit = match (LimitUnit::from(of.unit), of.count) {
        (LimitUnit::CalendarDays, 1) => "calendar day",
        (LimitUnit::CalendarDays, _) => "calendar days",
        (LimitUnit::BusinessDays, 1) => "business day",
        (LimitUnit::BusinessDays, _) => "business days",
        (LimitUnit::Weeks, 1) => "week",
        (LimitUnit::Weeks, _) => "weeks",
        (LimitUnit::Months, 1) => "month",
        (LimitUnit::Months, _) => "months",
    };
    let mut said = format!("{} {unit}; day one is {}", of.count, of.first_day);
    if let Some(region) = &of.region {
        said.push_str(&format!("; business days of {region}"));
    }
    for stop in &of.standstills {
        let still = if stop.is_over { "" } else { " and still does" };
        said.push_str(&format!("; it stood still from {} to {}{still}", stop.from, stop.to));
    }
    if let Some(day) = &of.moved_from {
        said.push_str(&format!("; {day} is no business day, so it moves to the next"));
    }
    if of.month_end {
        said.push_str("; the last day of a shorter month");
    }
    if of.beyond_table {
        said.push_str("; the holidays of these years are not known, please check them");
    }
    said
}
