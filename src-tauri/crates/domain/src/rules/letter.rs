//! Letters that went out: whether an answer has come, and what is proposed to be done next.

use chrono::NaiveDate;

use super::cadence::{Pace, Run};
use super::{has_passed, parties, state};
use crate::{Channel, Contact, Direction, Dispute, Event, LetterKind, SentLetter};

/// Where a letter stands that went out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SentStanding {
    /// No answer has come.
    Waiting,
    /// Something came from the vendor since.
    Answered,
    /// Another letter that asks for an answer went to the same vendor since.
    FollowedUp,
    /// It asked for no answer.
    NothingAsked,
    /// Its dispute was closed.
    Closed,
}

/// What a letter is seen beside.
#[derive(Debug, Clone, Copy)]
pub struct Beside<'a> {
    /// Its dispute.
    pub dispute: &'a Dispute,
    /// The events of the dispute, in any order.
    pub events: &'a [Event],
    /// The people whom the events name.
    pub contacts: &'a [Contact],
    /// The letters that went out, of this dispute and perhaps of others, in any order.
    pub sent: &'a [SentLetter],
}

/// Where a letter stands on a day. An answer is an event of the same vendor in which the vendor
/// reached out, on a later day or entered later on the same.
pub fn sent_standing(letter: &SentLetter, beside: &Beside<'_>, on: NaiveDate) -> SentStanding {
    let is_later = |other: &&SentLetter| {
        other.dispute == letter.dispute
            && other.to_vendor == letter.to_vendor
            && (other.on, other.id) > (letter.on, letter.id)
            && other.on <= on
            && asks_for_answer(other.kind, other.reply_by)
    };
    if !asks_for_answer(letter.kind, letter.reply_by) {
        SentStanding::NothingAsked
    } else if beside.events.iter().any(|event| answers(event, letter, beside.contacts, on)) {
        SentStanding::Answered
    } else if state::is_closed(beside.dispute, on) {
        SentStanding::Closed
    } else if beside.sent.iter().any(|other| is_later(&other)) {
        SentStanding::FollowedUp
    } else {
        SentStanding::Waiting
    }
}

/// Whether the day by which an answer was asked for has passed and none has come.
pub fn is_overdue(letter: &SentLetter, standing: SentStanding, on: NaiveDate) -> bool {
    standing == SentStanding::Waiting && has_passed(letter.reply_by, on)
}

/// Whether a letter of this kind waits for an answer. A confirmation does where it names a day;
/// thanks never do.
pub fn asks_for_answer(kind: LetterKind, reply_by: Option<NaiveDate>) -> bool {
    match kind {
        LetterKind::ThankYou | LetterKind::Commendation => false,
        LetterKind::Confirmation => reply_by.is_some(),
        LetterKind::Complaint
        | LetterKind::FollowUp
        | LetterKind::Escalation
        | LetterKind::FinalNotice
        | LetterKind::BillingError
        | LetterKind::BeforeClaim
        | LetterKind::RefusalRequest => true,
    }
}

fn answers(event: &Event, letter: &SentLetter, contacts: &[Contact], on: NaiveDate) -> bool {
    let day = event.time.at.day();
    let is_later = day > letter.on || (day == letter.on && event.id > letter.event);
    event.direction == Direction::In
        && is_later
        && day <= on
        && parties::is_with(event, letter.to_vendor, contacts)
}

/// What is proposed to be done once a letter has gone out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AfterSending {
    /// Ask whether it arrived, on this day.
    ConfirmReceipt(NaiveDate),
    /// Ask for the answer, on this day.
    Chase(NaiveDate),
}

impl AfterSending {
    /// The day.
    pub fn on(self) -> NaiveDate {
        match self {
            Self::ConfirmReceipt(on) | Self::Chase(on) => on,
        }
    }
}

/// The one step that follows a letter, at the household's pace: receipt confirmed after its first
/// waiting time, later where earlier letters have had no answer either; the answer asked for on the
/// business day after the one that the letter named, or after the second waiting time. A web form
/// says itself that it was received. Where the answer is due by then, asking for it asks for receipt
/// too.
///
/// `earlier` are the contacts with the vendor before this letter since it last answered.
pub fn after_sending(
    kind: LetterKind,
    by: Channel,
    on: NaiveDate,
    reply_by: Option<NaiveDate>,
    earlier: Option<Run>,
    pace: Pace,
) -> Option<AfterSending> {
    if !asks_for_answer(kind, reply_by) {
        return None;
    }
    let receipt = pace.next(earlier.map_or_else(|| Run::beginning(on), |run| run.and(on)));
    let chase = match reply_by {
        Some(day) => pace.next_business_day(day.max(on)),
        None => pace.second(on).max(receipt),
    };
    let says_so_itself = matches!(by, Channel::WebForm);
    Some(if says_so_itself || chase <= pace.next_business_day(receipt) {
        AfterSending::Chase(chase)
    } else {
        AfterSending::ConfirmReceipt(receipt)
    })
}
