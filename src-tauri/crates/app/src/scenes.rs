//! What the rules of letters and of the agenda look at, read once for all disputes of a question.

use std::collections::HashMap;

use holdfast_domain::rules::clock::ClockDue;
use holdfast_domain::rules::letter::{self, Beside, SentStanding};
use holdfast_domain::rules::{DueItem, Pace, Scene};
use holdfast_domain::{Contact, Dispute, DisputeId, NaiveDate, SentLetter, Snooze};
use holdfast_store::{DisputeScope, Reader, Touches};

use crate::cadence;
use crate::clocks;
use crate::error::not_found;
use crate::wire::AppError;

/// Disputes with their events, letters and people.
pub(crate) struct Scenes {
    pub(crate) on: NaiveDate,
    pub(crate) pace: Pace,
    /// In the order of entry.
    pub(crate) disputes: Vec<Dispute>,
    places: HashMap<DisputeId, usize>,
    /// Who was in touch with whom in them, and perhaps in others.
    touches: Touches,
    contacts: Vec<Contact>,
    /// The letters that were not taken back, the oldest first.
    pub(crate) sent: Vec<SentLetter>,
    snoozes: Vec<Snooze>,
    /// The clocks that run.
    pub(crate) clocks: Vec<ClockDue>,
}

impl Scenes {
    /// All disputes, looked at from a day.
    pub(crate) fn of_all(reader: &Reader, on: NaiveDate) -> Result<Self, AppError> {
        let disputes = reader.disputes_where(DisputeScope::All)?;
        let beside = (reader.touches()?, reader.sent_letters()?, reader.snoozes()?);
        Self::of(reader, disputes, beside, on)
    }

    /// One dispute.
    pub(crate) fn of_one(reader: &Reader, id: DisputeId, on: NaiveDate) -> Result<Self, AppError> {
        let dispute = reader.dispute(id)?.ok_or_else(not_found)?;
        let beside = (reader.touches_of(id)?, reader.sent_letters_of(id)?, reader.snoozes_of(id)?);
        Self::of(reader, vec![dispute], beside, on)
    }

    fn of(
        reader: &Reader,
        disputes: Vec<Dispute>,
        (touches, mut sent, snoozes): (Touches, Vec<SentLetter>, Vec<Snooze>),
        on: NaiveDate,
    ) -> Result<Self, AppError> {
        sent.retain(|letter| letter.on <= on);
        let places = disputes.iter().enumerate().map(|(place, it)| (it.id, place)).collect();
        let (pace, contacts) = (cadence::pace(reader)?, reader.contacts()?);
        let clocks = clocks::running(reader, &disputes, &contacts, on)?;
        Ok(Self { on, pace, disputes, places, touches, contacts, sent, snoozes, clocks })
    }

    /// The dispute of that id, where it is among them.
    pub(crate) fn dispute(&self, id: DisputeId) -> Option<&Dispute> {
        self.places.get(&id).and_then(|place| self.disputes.get(*place))
    }

    /// A dispute beside its events and letters.
    pub(crate) fn beside<'a>(&'a self, dispute: &'a Dispute) -> Beside<'a> {
        Beside {
            dispute,
            events: self.touches.get(&dispute.id).map_or(&[], Vec::as_slice),
            contacts: &self.contacts,
            sent: &self.sent,
        }
    }

    /// A dispute with all that its agenda is made from.
    pub(crate) fn scene<'a>(&'a self, dispute: &'a Dispute) -> Scene<'a> {
        Scene {
            beside: self.beside(dispute),
            snoozes: &self.snoozes,
            clocks: &self.clocks,
            pace: self.pace,
        }
    }

    /// The letter that is due, where it is one.
    pub(crate) fn letter(&self, item: DueItem) -> Option<&SentLetter> {
        self.sent.iter().find(|one| item == DueItem::Letter(one.id))
    }

    /// Where a letter stands that was not taken back.
    pub(crate) fn standing(&self, sent: &SentLetter) -> SentStanding {
        // A letter is only ever shown with its dispute.
        let Some(dispute) = self.dispute(sent.dispute) else { return SentStanding::Closed };
        letter::sent_standing(sent, &self.beside(dispute), self.on)
    }
}
