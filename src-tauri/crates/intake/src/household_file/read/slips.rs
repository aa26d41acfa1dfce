//! What the rules of the record say of what was read, at its place in the file.

use std::collections::HashMap;

use chrono::NaiveDate;
use holdfast_domain::validity::{self, Problem, ProblemCode, Record, Severity};
use holdfast_domain::{DisputeId, Event, Household};

use super::Places;
use crate::household_file::problem::{Code, Log};

/// Logs what is refused and, where nothing else is wrong, what looks like a slip: a party that
/// could not be read would make every person there look like a stranger.
pub(super) fn report(household: &Household, places: &Places, today: NaiveDate, log: &Log) {
    let slips_too = !log.has_errors();
    let mut events: HashMap<DisputeId, Vec<Event>> = HashMap::new();
    for event in &household.events {
        events.entry(event.dispute).or_default().push(event.clone());
    }
    for dispute in &household.disputes {
        let own = events.remove(&dispute.id).unwrap_or_default();
        for problem in validity::problems(dispute, &own, &household.contacts, today) {
            let place = place_of(&problem, places);
            let message = sentence(problem.code);
            match problem.severity {
                Severity::Refused => log.error(place, code(problem.code), message),
                Severity::Warning if slips_too => log.warn(place, code(problem.code), message),
                Severity::Warning => {}
            }
        }
    }
}

fn place_of(problem: &Problem, places: &Places) -> String {
    let record = match problem.at.record {
        Record::Household => return format!("household.{}", problem.at.field),
        Record::Member(id) => id.uuid(),
        Record::Vendor(id) => id.uuid(),
        Record::Channel(_, id) => id.uuid(),
        Record::Contact(id) => id.uuid(),
        Record::Dispute(id) => id.uuid(),
        Record::Party(id) => id.uuid(),
        Record::Claim(id) => id.uuid(),
        Record::Movement(_, id) => id.uuid(),
        Record::Event(id) => id.uuid(),
        Record::Fact(_, id) => id.uuid(),
        Record::Issue(id) => id.uuid(),
        Record::Promise(id) => id.uuid(),
        Record::Offer(id) => id.uuid(),
        Record::Rung(id) => id.uuid(),
        Record::Advocacy(id) => id.uuid(),
        Record::Remedy(id) => id.uuid(),
        Record::Check(_, id) => id.uuid(),
        Record::NextStep(id) => id.uuid(),
        Record::Attachment(id) => id.uuid(),
        Record::Citation(_, id) => id.uuid(),
    };
    match places.get(&record) {
        Some(place) => format!("{place}.{}", problem.at.field),
        None => problem.at.field.to_owned(),
    }
}

/// The domain gives a sentence without its ends.
fn sentence(code: ProblemCode) -> String {
    let words = code.to_string();
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}

fn code(code: ProblemCode) -> Code {
    match code {
        ProblemCode::TextEmpty
        | ProblemCode::TextTooLong { .. }
        | ProblemCode::TextControlCharacter { .. } => Code::BadText,
        ProblemCode::AmountNotPositive
        | ProblemCode::PriceNegative
        | ProblemCode::TotalTooLarge { .. } => Code::NotAnAmount,
        ProblemCode::CurrencyDiffers { .. } | ProblemCode::PromiseDueBeforeMade { .. } => {
            Code::Contradiction
        }
        ProblemCode::ContactNotOfParty { .. }
        | ProblemCode::RemedyWithoutPerson
        | ProblemCode::RemedyWithoutVendor
        | ProblemCode::RemedyWithoutClaim
        | ProblemCode::DayInFuture { .. }
        | ProblemCode::MovementLargerThanOwed { .. }
        | ProblemCode::ReversalLargerThanPaid { .. }
        | ProblemCode::ReversalBeforePayment { .. } => Code::Slip,
    }
}
