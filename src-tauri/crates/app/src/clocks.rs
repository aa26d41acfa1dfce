//! Time limits: what runs in a dispute, what may apply, and what the household says of them.

mod rules;
mod views;

use holdfast_domain::calendar::Region;
use holdfast_domain::rules::clock::{self, ClockDue, Counted};
use holdfast_domain::rules::letter::Beside;
use holdfast_domain::{Clock, ClockRule, DisputeId, NaiveDate, Vendor, VendorId};
use holdfast_store::Reader;
use serde::Serialize;

pub(crate) use rules::{rule, rules};

use crate::calendar::{Skipped, region_of};
use crate::clock::new_id;
use crate::error::{not_found, plain, refused};
use crate::wire::{AppError, ClockBoard, ClockForm, ClockStanding, ClockView, Done, ErrorCode};
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

/// What the clocks of disputes are seen beside.
pub(crate) struct Places {
    vendors: Vec<Vendor>,
    pub(crate) home: Option<Region>,
}

impl Places {
    pub(crate) fn read(reader: &Reader) -> Result<Self, AppError> {
        Ok(Self { vendors: reader.vendors()?, home: region_of(reader)? })
    }

    /// Every vendor of the household.
    pub(crate) fn vendors(&self) -> &[Vendor] {
        &self.vendors
    }

    /// Where the vendor is: its own country, and within the household's country the household's
    /// part of it. Where nothing is known of it, it is where the household is.
    fn place(&self, vendor: Option<VendorId>) -> Option<Region> {
        let vendor = self.vendors.iter().find(|it| Some(it.id) == vendor);
        let theirs = vendor.and_then(|it| it.country.as_deref()).and_then(Region::parse);
        let same = |place: Region| {
            self.home.filter(|home| {
                place.part_name().is_none() && home.country_code() == place.country_code()
            })
        };
        theirs.map_or(self.home, |place| Some(same(place).unwrap_or(place)))
    }

    /// Counts a rule from its trigger. A rule in business days for a vendor of an unknown place
    /// leaves out the holidays of the rule's own country.
    pub(crate) fn count(
        &self,
        rule: &ClockRule,
        trigger: NaiveDate,
        vendor: Option<VendorId>,
    ) -> Option<Counted> {
        let place = self.place(vendor).or_else(|| Region::parse(&rule.jurisdiction));
        clock::count(rule.limit?, trigger, place)
    }
}

/// The kept and the proposed clocks of a dispute on a day.
pub(crate) fn on_board(
    reader: &Reader,
    id: DisputeId,
    on: NaiveDate,
) -> Result<Vec<ClockView>, AppError> {
    let dispute = reader.dispute(id)?.ok_or_else(not_found)?;
    let (events, contacts, sent) =
        (reader.events_of(id)?, reader.contacts()?, reader.sent_letters_of(id)?);
    let beside = Beside { dispute: &dispute, events: &events, contacts: &contacts, sent: &sent };
    let places = Places::read(reader)?;
    let kept = reader.clocks_of(id)?;
    let proposed = clock::proposals(rules(), &beside, &places.vendors, &kept, places.home, on);
    let mut all: Vec<ClockView> = kept
        .iter()
        .filter_map(|clock| Some(views::kept(clock, rule(&clock.rule)?, &places, on)))
        .chain(proposed.iter().map(|proposal| views::proposed(proposal, &places, on)))
        .collect();
    all.sort_by_key(views::order);
    Ok(all)
}

/// The clocks that run in any dispute, or whose last day has passed without being done.
pub(crate) fn running(reader: &Reader, on: NaiveDate) -> Result<Vec<ClockDue>, AppError> {
    let kept = reader.clocks()?;
    if kept.is_empty() {
        return Ok(Vec::new());
    }
    let places = Places::read(reader)?;
    let due = |clock: Clock| {
        let rule = rule(&clock.rule)?;
        let last_day = places.count(rule, clock.trigger_on, clock.vendor)?.last_day;
        match clock::standing(&clock, rule.holder, Some(last_day), on) {
            clock::ClockStanding::Running | clock::ClockStanding::Passed => Some(ClockDue {
                id: clock.id,
                dispute: clock.dispute,
                vendor: clock.vendor,
                what: rule.name.clone(),
                last_day,
            }),
            // A window of the household's own that has closed is shown with the dispute; nothing
            // can be done about it any more, so it does not ask every day.
            clock::ClockStanding::Closed
            | clock::ClockStanding::Met
            | clock::ClockStanding::Proposed
            | clock::ClockStanding::DoesNotApply => None,
        }
    };
    Ok(kept.into_iter().filter_map(due).collect())
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
            let id = match reader.find_disputes(name)?.as_slice() {
                [] => return Err(not_found()),
                [only] => *only,
                [..] => return Err(plain(ErrorCode::SeveralFound)),
            };
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
    /// `NotFound`, or `Refused` where the rule is not known or is switched off.
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
        };
        self.change("save_clock", &rule.name, |writer| {
            writer.dispute(dispute)?.ok_or_else(not_found)?;
            if let Some(id) = known {
                let before = writer.clock(id)?.filter(|it| it.dispute == dispute);
                before.ok_or_else(not_found)?;
            }
            writer.put_clock(&clock)?;
            Ok((Some(clock.id.to_string()), Vec::new()))
        })
    }
}
