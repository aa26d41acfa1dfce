//! The front page: what the matter is, who is concerned, and what is asked for.

use holdfast_domain::document::{Block, Cover};
use holdfast_domain::{Party, rules};

use crate::record::Record;
use crate::summary;
use crate::tables::Facts;
use crate::words::{self, capital, counted, date, isolated, listed};

/// What is said where words may be covered.
const COVERED: &str = "Where a solid bar stands, words are covered for this reader.";

/// How many parties the cover names; the section on parties names them all.
const NAMED: usize = 6;

/// The longest goal that the cover shows in full, in characters; the summary has all of it.
const GOAL: usize = 600;

pub(crate) fn compose(record: &Record<'_>) -> Block {
    let dispute = &record.dispute;
    let mut facts = Facts::default();
    facts.add("Prepared by", prepared_by(record));
    facts.maybe("Prepared for", record.options.recipient.as_deref().map(isolated));
    facts.add("Date", date(record.on));
    facts.add("Our reference", dispute.id.reference());
    for party in dispute.parties.iter().take(NAMED) {
        facts.add(record.vendor_name(party.vendor), part(party));
    }
    let more = dispute.parties.len().saturating_sub(NAMED);
    if more > 0 {
        let others = counted(more, "other organisation", "other organisations");
        facts.add("And", format!("{others}, named under Parties and people"));
    }
    facts.add("Opened", date(dispute.opened_on));
    facts.add("Position", capital(&summary::position(record)));
    facts.maybe("Outstanding", outstanding(record));
    facts.maybe("Covered", (!record.options.covered.is_empty()).then_some(COVERED));
    facts.maybe("Missing", missing(record));
    Block::Cover(Cover {
        kind: "Case file".to_owned(),
        title: dispute.title.clone(),
        lead: words::sentence(&words::beginning(&dispute.goal, GOAL)),
        facts: facts.into_inner(),
    })
}

/// That originals cannot be read any more, which a reader should know before looking for them.
fn missing(record: &Record<'_>) -> Option<String> {
    let count = record.case.originals.iter().filter(|it| it.is_lost).count();
    let exhibits = counted(count, "exhibit is", "exhibits are");
    (count > 0).then(|| format!("{exhibits} not in this file, as the originals cannot be read"))
}

fn prepared_by(record: &Record<'_>) -> String {
    let lead = isolated(&record.case.lead.name);
    match record.case.household_name.trim() {
        "" => lead,
        household => format!("{lead}, {}", isolated(household)),
    }
}

/// The roles of a vendor and its reference, in a line.
fn part(party: &Party) -> String {
    let roles: Vec<String> = party.roles.iter().map(|role| words::role(role).to_owned()).collect();
    let roles = if roles.is_empty() { "concerned".to_owned() } else { listed(&roles) };
    let reference = party.reference.as_deref().map(isolated);
    let reference = reference.map(|reference| format!("; their reference {reference}"));
    capital(&format!("{roles}{}", reference.unwrap_or_default()))
}

/// What is owed in all, by currency; nothing where no sum was ever claimed.
fn outstanding(record: &Record<'_>) -> Option<String> {
    let balances = record.balances().ok()?;
    let totals = rules::totals(balances.iter().map(|of_vendor| &of_vendor.balance)).ok()?;
    let owed = totals.iter().filter(|total| total.outstanding.is_positive());
    let sums: Vec<String> = owed.map(|total| total.outstanding.to_string()).collect();
    match (totals.is_empty(), sums.is_empty()) {
        (true, _) => None,
        (false, true) => Some("nothing".to_owned()),
        (false, false) => Some(listed(&sums)),
    }
}
