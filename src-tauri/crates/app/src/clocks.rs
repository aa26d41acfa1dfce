//! Time limits: what runs in a dispute, what may apply, and what the household says of them.

mod board;
mod places;
mod rules;
mod views;

use holdfast_domain::{Clock, NaiveDate};
use serde::Serialize;

pub(crate) use board::{closed_ways, of_matter, on_board, running};
pub(crate) use places::{Places, Within};
pub(crate) use rules::{rule, rules, word};

use crate::calendar::Skipped;
use crate::clock::new_id;
use crate::disputes::called;
use crate::error::{not_found, refused};
use crate::wire::Deed;
use crate::wire::{AppError, ClockBoard, ClockForm, ClockStanding, Done};
use crate::{App, from_wire};

/// The time limits of a dispute, for the command line.
#[derive(Debug, Serialize)]
pub struct Clocks {
    /// The dispute's title.
    pub dispute: String,
    /// The day from which was looked.
    pub on: String,
    /// Each as it stands on that day.
    pub clocks: Vec<ClockRow>,
}

/// A time limit. Days are `YYYY-MM-DD`.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the names are those of the table of clocks")]
pub struct ClockRow {
    pub rule: String,
    pub name: String,
    pub addressee: String,
    pub vendor: Option<String>,
    pub trigger: String,
    pub trigger_on: String,
    pub last_day: Option<String>,
    pub counted: Option<String>,
    pub skipped: Vec<Skipped>,
    pub source: String,
    pub confidence: String,
    pub checked_on: String,
    pub standing: ClockStanding,
}

impl App {
    /// The time limits of a dispute, as they stand today.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn clocks(&self, dispute: &str) -> Result<ClockBoard, AppError> {
        let id = from_wire::id("dispute", dispute)?;
        let clocks = self.read(|reader| on_board(reader, id, self.today_day()))?;
        Ok(ClockBoard { clocks, others: views::choices() })
    }

    /// The time limits of a dispute named by title, reference or id, from a chosen day. What the
    /// household said does not apply is not among them.
    ///
    /// # Errors
    /// `NotFound`, or `SeveralFound` where the name fits more than one.
    pub fn clocks_answer(&self, name: &str, on: Option<NaiveDate>) -> Result<Clocks, AppError> {
        let on = on.unwrap_or_else(|| self.today_day());
        self.read(|reader| {
            let id = called(reader, name)?;
            let mut all = on_board(reader, id, on)?;
            all.retain(|view| view.standing != ClockStanding::DoesNotApply);
            let title = reader.dispute(id)?.map_or_else(String::new, |dispute| dispute.title);
            let clocks = all.into_iter().map(views::row).collect();
            Ok(Clocks { dispute: title, on: crate::to_wire::day(on), clocks })
        })
    }

    /// Says whether a rule applies, from which day it is counted, and whether it was kept.
    ///
    /// # Errors
    /// `NotFound`, or `Refused` where the rule is not known or is switched off, where what kept it is
    /// of another dispute, or where it was kept before it began.
    pub fn save_clock(&self, dispute: &str, form: &ClockForm) -> Result<Done, AppError> {
        let dispute = from_wire::id("dispute", dispute)?;
        let rule = rule(&form.rule)
            .filter(|rule| rule.confidence.is_relied_on())
            .ok_or_else(|| refused("rule", "unknown_reference", []))?;
        let known = from_wire::id_option("id", form.id.as_deref())?;
        let clock = Clock {
            id: known.unwrap_or_else(new_id),
            dispute,
            rule: rule.code.clone(),
            vendor: from_wire::id_option("vendor", form.vendor.as_deref())?,
            trigger_on: from_wire::day("triggerOn", &form.trigger_on)?,
            because_of: from_wire::id_option("becauseOf", form.because_of.as_deref())?,
            applies: form.applies,
            met_on: from_wire::day_option("metOn", form.met_on.as_deref())?,
            met_by: from_wire::id_option("metBy", form.met_by.as_deref())?,
            missed_on: from_wire::day_option("missedOn", form.missed_on.as_deref())?,
        };
        if clock.met_on.is_some_and(|day| day < clock.trigger_on) {
            return Err(refused("metOn", "before_trigger", []));
        }
        self.change(Deed::SaveClock, &rule.name, |writer| {
            writer.dispute(dispute)?.ok_or_else(not_found)?;
            if let Some(id) = known {
                let before = writer.clock(id)?.filter(|it| it.dispute == dispute);
                before.ok_or_else(not_found)?;
            }
            if let Some(event) = clock.met_by {
                let its = writer.event(event)?.filter(|event| event.dispute == dispute);
                its.ok_or_else(|| refused("metBy", "unknown_reference", []))?;
            }
            writer.put_clock(&clock)?;
            Ok((Some(clock.id.to_string()), Vec::new()))
        })
    }
}
