//! The clocks of disputes, read from the record.

use holdfast_domain::rules::clock::{self, ClockDue, ClockStanding, ClosedWay, Proposal, Window};
use holdfast_domain::rules::letter::Beside;
use holdfast_domain::{Clock, Contact, Dispute, DisputeId, NaiveDate, Vendor};
use holdfast_dossier::TimeLimit;
use holdfast_store::Reader;

use super::places::{Places, Within};
use super::views;
use super::{rule, rules};
use crate::error::not_found;
use crate::wire::{AppError, ClockView};

/// What the household said of clocks in a dispute, and what is proposed beside.
struct Standing {
    places: Places,
    kept: Vec<Clock>,
    proposed: Vec<Proposal<'static>>,
}

impl Standing {
    fn read(reader: &Reader, beside: &Beside<'_>, on: NaiveDate) -> Result<Self, AppError> {
        let places = Places::read(reader)?;
        let kept = reader.clocks_of(beside.dispute.id)?;
        let proposed = clock::proposals(rules(), beside, &places.vendors, &kept, places.home, on);
        Ok(Self { places, kept, proposed })
    }

    /// Every clock as it stands, for the ways that it keeps open or closes.
    fn windows(&self, within: Within<'_>) -> Vec<Window<'static>> {
        let Self { places, kept, proposed } = self;
        let last_day = |rule, trigger, vendor| {
            places.count(rule, trigger, vendor, within).map(|counted| counted.last_day)
        };
        let kept = kept.iter().filter_map(|it| {
            let rule = rule(&it.rule)?;
            let last_day = last_day(rule, it.trigger_on, it.vendor);
            let standing = clock::standing(it, rule.holder, last_day, within.on);
            Some(Window { rule, vendor: it.vendor, last_day, standing })
        });
        let proposed = proposed.iter().map(|it| {
            let (rule, vendor) = (it.rule, Some(it.vendor));
            let last_day = last_day(rule, it.trigger_on, vendor);
            let standing = clock::proposed_standing(rule, last_day, within.on);
            Window { rule, vendor, last_day, standing }
        });
        kept.chain(proposed).collect()
    }

    fn closed(&self, within: Within<'_>) -> Vec<ClosedWay> {
        let vendors = &self.places.vendors;
        let parties = within.dispute.parties.iter();
        let parties: Vec<&Vendor> =
            parties.filter_map(|party| vendors.iter().find(|it| it.id == party.vendor)).collect();
        clock::closed_ways(rules(), &self.windows(within), &parties, self.places.home)
    }

    fn limits(&self, within: Within<'_>) -> Vec<TimeLimit<'static>> {
        let limit = |clock: &Clock| {
            let rule = rule(&clock.rule)?;
            let counted = self.places.count(rule, clock.trigger_on, clock.vendor, within);
            Some(TimeLimit { clock: clock.clone(), rule, counted })
        };
        self.kept.iter().filter_map(limit).collect()
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
    let Standing { places, kept, proposed } = Standing::read(reader, &beside, on)?;
    let within = Within { dispute: &dispute, contacts: &contacts, on };
    let mut all: Vec<ClockView> = kept
        .iter()
        .filter_map(|clock| Some(views::kept(clock, rule(&clock.rule)?, &places, within, &events)))
        .chain(proposed.iter().map(|proposal| views::proposed(proposal, &places, within)))
        .collect();
    all.sort_by_key(views::order);
    Ok(all)
}

/// What time limits mean for the matter of a dispute.
pub(crate) struct OfMatter {
    /// Who among the parties is out of reach because a limit has passed.
    pub(crate) closed: Vec<ClosedWay>,
    /// What the household said of limits, each counted, as the dossier names them.
    pub(crate) limits: Vec<TimeLimit<'static>>,
}

/// What time limits mean for the matter of a dispute, as it is seen from a day.
pub(crate) fn of_matter(
    reader: &Reader,
    beside: &Beside<'_>,
    on: NaiveDate,
) -> Result<OfMatter, AppError> {
    let standing = Standing::read(reader, beside, on)?;
    let within = Within { dispute: beside.dispute, contacts: beside.contacts, on };
    Ok(OfMatter { closed: standing.closed(within), limits: standing.limits(within) })
}

/// Who among the parties of a dispute is out of reach on a day, because a time limit has passed.
pub(crate) fn closed_ways(
    reader: &Reader,
    beside: &Beside<'_>,
    on: NaiveDate,
) -> Result<Vec<ClosedWay>, AppError> {
    let within = Within { dispute: beside.dispute, contacts: beside.contacts, on };
    Ok(Standing::read(reader, beside, on)?.closed(within))
}

/// The clocks that run in any of the disputes, or whose last day has passed without being done.
pub(crate) fn running(
    reader: &Reader,
    disputes: &[Dispute],
    contacts: &[Contact],
    on: NaiveDate,
) -> Result<Vec<ClockDue>, AppError> {
    let kept = reader.clocks()?;
    if kept.is_empty() {
        return Ok(Vec::new());
    }
    let places = Places::read(reader)?;
    let due = |clock: Clock| {
        let rule = rule(&clock.rule)?;
        let dispute = disputes.iter().find(|it| it.id == clock.dispute)?;
        let within = Within { dispute, contacts, on };
        let last_day = places.count(rule, clock.trigger_on, clock.vendor, within)?.last_day;
        match clock::standing(&clock, rule.holder, Some(last_day), on) {
            ClockStanding::Running | ClockStanding::Passed => Some(ClockDue {
                id: clock.id,
                dispute: clock.dispute,
                vendor: clock.vendor,
                what: rule.name.clone(),
                last_day,
            }),
            // A window of the household's own that has closed is shown with the dispute; nothing
            // can be done about it any more, so it does not ask every day.
            ClockStanding::Closed
            | ClockStanding::Met
            | ClockStanding::MetLate
            | ClockStanding::Missed
            | ClockStanding::Proposed
            | ClockStanding::DoesNotApply => None,
        }
    };
    Ok(kept.into_iter().filter_map(due).collect())
}
