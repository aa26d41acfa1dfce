//! Time limits: what started each, how its last day was counted, where the rule stands, and whether
//! it was kept.

use chrono::NaiveDate;
use holdfast_domain::document::{Block, Emphasis, Row, Table, Text};
use holdfast_domain::rules::clock::{self, ClockStanding, Counted};
use holdfast_domain::{Clock, ClockRule, LimitUnit};

use crate::record::Record;
use crate::tables::{heading, remark, row, share};
use crate::words::{self, counted, date, inline, sentence};

/// What the household said of a time limit, with its rule and its last day.
#[derive(Debug, Clone)]
pub struct TimeLimit<'a> {
    /// What the household said.
    pub clock: Clock,
    /// The rule.
    pub rule: &'a ClockRule,
    /// The last day, as counted; nothing where the rule counts no days, or not of a known place.
    pub counted: Option<Counted>,
}

pub(crate) fn compose(record: &Record<'_>) -> Vec<Block> {
    let mut limits: Vec<&TimeLimit<'_>> = record
        .case
        .time_limits
        .iter()
        .filter(|limit| limit.clock.applies && limit.clock.trigger_on <= record.on)
        .collect();
    if limits.is_empty() {
        return Vec::new();
    }
    limits.sort_by_key(|limit| (limit.clock.trigger_on, limit.last_day(), limit.clock.id));
    let table = Table {
        summary: "Time limits with their start, their last day, how it was counted, and whether \
                  they were kept"
            .to_owned(),
        columns: vec![
            share("Time limit", 7),
            share("Started by", 5),
            share("Last day", 6),
            share("Kept", 4),
        ],
        rows: limits.iter().map(|limit| limit_row(record, limit)).collect(),
    };
    let note = "Each last day is counted from the record by the rule that is named. Whether a rule \
                applies is for those who decide the matter to say.";
    vec![heading(1, "Time limits"), Block::Table(table), remark(note)]
}

impl TimeLimit<'_> {
    fn last_day(&self) -> Option<NaiveDate> {
        self.counted.as_ref().map(|counted| counted.last_day)
    }
}

fn limit_row(record: &Record<'_>, limit: &TimeLimit<'_>) -> Row {
    let TimeLimit { clock, rule, .. } = limit;
    let vendor = clock.vendor.map(|vendor| format!(", {}", record.vendor_name(vendor)));
    let name = format!("{}{}", inline(&rule.name), vendor.unwrap_or_default());
    let source = format!("\n{} Looked at on {}.", sentence(&rule.source), date(rule.checked_on));
    row([
        Text::plain(name).and(source, Emphasis::Quiet),
        started(record, limit),
        last_day(limit),
        Text::plain(kept(record, limit)),
    ])
}

/// What started it and when, with the event where one is named.
fn started(record: &Record<'_>, limit: &TimeLimit<'_>) -> Text {
    let clock = &limit.clock;
    let event = record.events.iter().find(|event| Some(event.id) == clock.because_of);
    let event = event.map(|event| format!(" (the {})", words::occasion(event.channel)));
    let day = format!("{}{}", date(clock.trigger_on), event.unwrap_or_default());
    Text::plain(day).and(format!("\n{}", sentence(&limit.rule.trigger)), Emphasis::Quiet)
}

/// The last day, and how it was counted.
fn last_day(limit: &TimeLimit<'_>) -> Text {
    let (Some(of), Some(rule)) = (&limit.counted, limit.rule.limit) else {
        return Text::plain("not counted in days");
    };
    let mut said = format!("{}; day one is {}.", length(rule.count, rule.unit), date(of.first_day));
    if let Some(region) = &of.region {
        said.push_str(&format!(" Business days of {}", region.name()));
        let left_out: Vec<String> =
            of.skipped.iter().map(|one| format!("{} ({})", date(one.day), one.name)).collect();
        if left_out.is_empty() {
            said.push('.');
        } else {
            said.push_str(&format!(", without {}.", words::listed(&left_out)));
        }
    }
    for stop in &of.standstills {
        let still = if stop.is_over { "" } else { ", and still does" };
        let (from, to) = (date(stop.from), date(stop.to));
        said.push_str(&format!(" It stood still from {from} to {to}{still}."));
    }
    if let Some(day) = of.moved_from {
        said.push_str(&format!(" {} is no business day; the next one counts.", date(day)));
    }
    if of.month_end {
        said.push_str(" It is the last day of a shorter month.");
    }
    if of.beyond_table {
        said.push_str(" The holidays of these years are not known yet.");
    }
    Text::plain(date(of.last_day)).and(format!("\n{said}"), Emphasis::Quiet)
}

fn length(count: u32, unit: LimitUnit) -> String {
    let (one, more) = match unit {
        LimitUnit::CalendarDays => ("calendar day", "calendar days"),
        LimitUnit::BusinessDays => ("business day", "business days"),
        LimitUnit::Weeks => ("week", "weeks"),
        LimitUnit::Months => ("month", "months"),
    };
    counted(usize::try_from(count).unwrap_or(usize::MAX), one, more)
}

/// Whether it was kept, as far as is known on the day of the case file.
fn kept(record: &Record<'_>, limit: &TimeLimit<'_>) -> String {
    let TimeLimit { clock, rule, .. } = limit;
    let standing = clock::standing(clock, rule.holder, limit.last_day(), record.on);
    let on = clock.met_on.map(|day| format!(" on {}", date(day))).unwrap_or_default();
    match standing {
        ClockStanding::Met => format!("met{on}"),
        ClockStanding::MetLate => format!("done late{on}"),
        ClockStanding::Missed => "missed".to_owned(),
        ClockStanding::Passed => format!("nothing recorded by {}", date(record.on)),
        ClockStanding::Closed => "passed".to_owned(),
        ClockStanding::Running | ClockStanding::Proposed => "still running".to_owned(),
        ClockStanding::DoesNotApply => "does not apply".to_owned(),
    }
}
