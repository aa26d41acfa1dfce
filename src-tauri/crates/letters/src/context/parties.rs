//! The recipient, and the parts that the other vendors play.

use holdfast_domain::words::{continued, inline, isolated};
use holdfast_domain::{Party, Role, Roles, Rung, rules};
use serde::Serialize;

use super::filled;
use crate::record::Record;

/// To whom the letter goes.
#[derive(Debug, Serialize)]
pub(crate) struct Recipient {
    vendor: String,
    person: Option<String>,
    office: Option<String>,
    reference: Option<String>,
    policy: Option<String>,
    rationale: Option<String>,
    /// Whether it stands outside and decides between others.
    outside: bool,
    /// Why the letter goes to this vendor among several: `you hold the money in question`.
    why: Option<&'static str>,
}

/// Another vendor's part.
#[derive(Debug, Serialize)]
pub(crate) struct Other {
    vendor: String,
    reference: Option<String>,
    policy: Option<String>,
    rationale: Option<String>,
    /// A sentence such as “The matter began with a decision or an action of Northbank Trust.”
    part: String,
}

pub(crate) fn recipient(record: &Record<'_>) -> Recipient {
    let party = record.party();
    // The dossier has the policy too, where the letter is full.
    let full = record.room.pick([false, false, true, true]);
    let policy = party.filter(|_| !full);
    let told = |pick: fn(&Party) -> Option<&String>| party.and_then(pick).and_then(|t| filled(t));
    Recipient {
        vendor: record.to.name.clone(),
        person: record.person.map(|person| person.name.clone()),
        office: record.letter.office.as_deref().and_then(filled),
        reference: told(|party| party.reference.as_ref()),
        policy: policy.and_then(|party| party.policy.as_deref()).and_then(filled),
        rationale: policy.and_then(|party| party.rationale.as_deref()).and_then(filled),
        outside: record.to_outside_body(),
        why: party.and_then(|party| why(party.roles)),
    }
}

fn why(roles: Roles) -> Option<&'static str> {
    match (roles.holds_the_money, roles.must_remedy, roles.caused_it) {
        (true, true, _) => Some("you hold the money in question and can put the matter right"),
        (true, false, _) => Some("you hold the money in question"),
        (false, true, _) => Some("you can put the matter right"),
        (false, false, true) => Some("it began with you"),
        (false, false, false) => None,
    }
}

/// The other vendors that play a part. Who could compel the recipient is not mentioned: on the
/// early rungs that would read as a threat.
pub(crate) fn others(record: &Record<'_>) -> Vec<Other> {
    let parties = record.dispute.parties.iter().filter(|party| party.vendor != record.to.id);
    // Where the dossier is enclosed and the letter is full, the dossier names them.
    let least = usize::from(!record.letter.with_dossier);
    let most = record.room.pick([3, 2, 1, least]);
    parties.filter_map(|party| other(record, party)).take(most).collect()
}

fn other(record: &Record<'_>, party: &Party) -> Option<Other> {
    let vendor = record.vendor(party.vendor)?;
    let name = isolated(&vendor.name);
    let roles = party.roles;
    // Whoever has paid all that they owed holds nothing back any more.
    let mut claims = record.dispute.claims.iter().filter(|it| it.vendor == party.vendor).peekable();
    let owes = claims.peek().is_none() || claims.any(|claim| record.is_open(claim));
    let part = match (roles.caused_it, roles.holds_the_money && owes, roles.must_remedy && owes) {
        (true, true, _) => format!("The matter began at {name}, which also holds the money."),
        (true, false, true) => {
            format!("The matter began at {name}, which has its part to put right.")
        }
        (true, false, false) => format!("The matter began at {name}."),
        (false, true, true) => {
            format!("{name} holds the money and has its part to put right.")
        }
        (false, true, false) => format!("{name} holds the money in question."),
        (false, false, true) if record.to_outside_body() => {
            format!("It is for {name} to put the matter right.")
        }
        (false, false, true) => format!("{name} has its part to put right as well."),
        (false, false, false) => return None,
    };
    Some(Other {
        vendor: vendor.name.clone(),
        reference: party.reference.as_deref().and_then(filled),
        policy: party.policy.as_deref().and_then(filled).map(|text| continued(&text)),
        rationale: party.rationale.as_deref().and_then(filled).map(|text| inline(&text)),
        part,
    })
}

/// Why the next rung is climbed, where it was planned: the recipient's own rung first.
pub(crate) fn planned_reason(record: &Record<'_>) -> Option<String> {
    let rungs = &record.dispute.rungs;
    let person = record.letter.to_contact;
    let here = |rung: &&Rung| match (person, rung.contact) {
        (Some(person), Some(contact)) => person == contact,
        (Some(_) | None, None) | (None, Some(_)) => {
            rules::parties::vendor_of_rung(rung, record.case.contacts) == Some(record.to.id)
                && rung.reached_on.is_none()
        }
    };
    rungs.iter().rev().find(here).and_then(|rung| filled(&rung.reason))
}

/// The body that could decide next, where one of the parties can compel the others.
pub(crate) fn next_body(record: &Record<'_>) -> Option<String> {
    let can = record
        .dispute
        .parties
        .iter()
        .filter(|party| party.vendor != record.to.id && party.roles.has(Role::CanCompel));
    let mut vendors = can.filter_map(|party| record.vendor(party.vendor));
    let own = vendors.clone().find(|vendor| vendor.kind.decides());
    own.or_else(|| vendors.next()).map(|vendor| vendor.name.clone())
}
