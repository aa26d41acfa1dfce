//! Who helped, what they did, and what it changed.

use holdfast_domain::rules::parties;
use holdfast_domain::words::{date, inline, isolated, listed};
use holdfast_domain::{Advocacy, LetterKind, MovementKind, Remedy};
use serde::Serialize;

use super::filled;
use crate::record::Record;

/// The help that a letter gives thanks for.
#[derive(Debug, Serialize)]
pub(crate) struct Help {
    /// Who helped; `none` in a letter to others where they may not be credited by name.
    person: Option<String>,
    /// Whether the letter goes to that person.
    yours: bool,
    on: String,
    /// What they did, in the household's own words; `none` where the favour may not be told.
    pub(crate) did: Option<String>,
    /// What it changed for the household; `none` where that would tell a favour.
    pub(crate) changed: Option<String>,
}

/// Who tried to help, for a letter to somebody else.
#[derive(Debug, Serialize)]
pub(crate) struct Credits {
    /// Those who may be named.
    named: Option<String>,
    /// Whether somebody helped who may not be named.
    unnamed: bool,
}

impl Credits {
    /// Whether anybody is credited.
    pub(crate) fn any(&self) -> bool {
        self.named.is_some() || self.unnamed
    }
}

/// The help chosen, which for a letter of thanks is the recipient's own; else the last help of the
/// recipient.
pub(crate) fn chosen<'r>(record: &'r Record<'_>) -> Option<&'r Advocacy> {
    let (kind, to) = (record.letter.kind, record.letter.to_contact);
    let theirs = |help: &&Advocacy| to == Some(help.contact);
    let picked = fitting(record).find(|help| record.letter.help == Some(help.id));
    picked.or_else(|| match record.letter.help {
        Some(_) if kind != LetterKind::ThankYou => None,
        Some(_) | None => record.dispute.advocates.iter().filter(theirs).max_by_key(|help| help.on),
    })
}

/// The help that can be chosen: in a letter of thanks to somebody, only their own.
pub(crate) fn fitting<'r>(record: &'r Record<'_>) -> impl Iterator<Item = &'r Advocacy> {
    let (kind, to) = (record.letter.kind, record.letter.to_contact);
    let fits = move |help: &&Advocacy| {
        kind != LetterKind::ThankYou || to.is_none_or(|to| to == help.contact)
    };
    record.dispute.advocates.iter().filter(fits)
}

pub(crate) fn help(record: &Record<'_>) -> Option<Help> {
    let help = chosen(record)?;
    let person = record.contact(help.contact)?;
    let told = help.may_quote;
    let yours = record.letter.to_contact == Some(person.id);
    Some(Help {
        person: Some(person.name.clone()).filter(|_| yours || told),
        yours,
        on: date(help.on),
        did: filled(&help.did).filter(|_| told),
        changed: if told { changed(record, help) } else { None },
    })
}

/// What the person agreed to, else what was agreed that day, else what was paid or let go that day;
/// never what somebody agreed to who may not be quoted.
fn changed(record: &Record<'_>, help: &Advocacy) -> Option<String> {
    let vendor = record.contact(help.contact).map(|person| person.vendor);
    let dispute = &record.dispute;
    let here = |one: &&Remedy| {
        parties::vendor_of_remedy(one, dispute, record.case.contacts) == vendor
            && one.by.is_none_or(|by| record.may_quote(by))
    };
    let remedies = || dispute.remedies.iter().filter(here);
    let own = remedies().filter(|one| one.by == Some(help.contact)).max_by_key(|one| one.agreed_on);
    let same_day = || remedies().find(|one| one.agreed_on == help.on);
    if let Some(remedy) = own.or_else(same_day) {
        return Some(inline(&remedy.what));
    }
    let claims = dispute.claims.iter().filter(|claim| Some(claim.vendor) == vendor);
    let mut moved = claims.flat_map(|claim| claim.movements.iter().map(move |one| (claim, one)));
    moved.find(|(_, one)| one.on == help.on).and_then(|(claim, one)| {
        let what = match one.kind {
            MovementKind::Received => "was paid",
            MovementKind::Credited | MovementKind::ProvisionalCredit => "was credited",
            MovementKind::Waived => "was waived",
            MovementKind::WrittenOff | MovementKind::Reversed => return None,
        };
        Some(format!("{} {what} ({})", one.amount, inline(&claim.reason)))
    })
}

pub(crate) fn credits(record: &Record<'_>) -> Credits {
    let mut named: Vec<String> = Vec::new();
    let mut unnamed = false;
    for help in &record.dispute.advocates {
        let person = record.contact(help.contact);
        let Some(person) = person.filter(|one| one.vendor == record.to.id) else { continue };
        let name = isolated(&person.name);
        if record.letter.to_contact == Some(person.id) {
            continue;
        } else if !record.may_quote(person.id) {
            unnamed = true;
        } else if !named.contains(&name) {
            named.push(name);
        }
    }
    Credits { named: (!named.is_empty()).then(|| listed(&named)), unnamed }
}
