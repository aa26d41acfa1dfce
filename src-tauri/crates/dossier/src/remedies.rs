//! What was agreed: by whom, on what terms, whether it was carried out, and whether it holds.

use holdfast_domain::document::{Block, Text};
use holdfast_domain::rules::remedy::settled;
use holdfast_domain::rules::remedy_status;
use holdfast_domain::{Check, CheckResult, MovementKind, Remedy, RemedyId};

use crate::record::Record;
use crate::tables::{Facts, heading, paragraph};
use crate::words::{self, beginning, capital, date, inline, listed, own_words, sentence};

/// How much of what was agreed its heading repeats, in characters.
const HEADING: usize = 90;

pub(crate) fn compose(record: &Record<'_>) -> Vec<Block> {
    let mut blocks = vec![heading(1, "Remedies")];
    if record.dispute.remedies.is_empty() {
        let nothing = format!("No remedy had been agreed by {}.", date(record.on));
        blocks.push(paragraph(nothing));
    }
    for of_dispute in &record.dispute.remedies {
        blocks.extend(remedy(record, of_dispute));
    }
    blocks
}

fn remedy(record: &Record<'_>, remedy: &Remedy) -> Vec<Block> {
    let status = remedy_status(remedy, &record.dispute.claims, record.on);
    let vendor = record.vendor_of_remedy(remedy);
    let mut facts = Facts::default();
    facts.add("Kind", capital(words::remedy_kind(remedy.kind)));
    if remedy.what.chars().count() > HEADING {
        facts.add("What", sentence(&remedy.what));
    }
    facts.add("Agreed", agreed(record, remedy));
    facts.maybe("Owed by", vendor.map(|vendor| record.vendor_name(vendor)));
    facts.maybe("Covers", remedy.scope.as_deref().map(sentence));
    facts.maybe("Condition", remedy.caveat.as_deref().map(sentence));
    if let Some((label, what)) = settles(record, remedy) {
        facts.add(label, what);
    }
    facts.maybe("Expected by", remedy.expected_by.map(date));
    facts.add("Delivered", remedy.delivered_on.map_or("not recorded".to_owned(), date));
    facts.maybe("Carried out by", payments(record, remedy.id));
    facts.maybe("Counts until", remedy.ends_on.map(date));
    let position = format!("{}, on {}", capital(words::remedy_status(status)), date(record.on));
    facts.add("Position", position);
    let mut blocks = vec![heading(2, beginning(&remedy.what, HEADING)), facts.block()];
    if !remedy.checks.is_empty() {
        blocks.push(Block::List(remedy.checks.iter().map(check).collect()));
    }
    blocks
}

fn agreed(record: &Record<'_>, remedy: &Remedy) -> String {
    let by = record.who(remedy.by, None).map(|who| format!(", by {who}"));
    format!("{}{}", date(remedy.agreed_on), by.unwrap_or_default())
}

/// How much of its claim the remedy has settled: `38.00 USD of 450.50 USD: The lamp.` Where nobody
/// has written down how much, the claim stands there alone.
fn settles(record: &Record<'_>, remedy: &Remedy) -> Option<(&'static str, String)> {
    let claim = record.dispute.claims.iter().find(|claim| Some(claim.id) == remedy.claim)?;
    let claimed = format!("{}: {}", claim.amount, own_words(&claim.reason));
    Some(match settled(remedy, claim, record.on).ok()? {
        None => ("On the claim", claimed),
        Some(all) if all == claim.amount => ("Settles", claimed),
        Some(part) if part.is_positive() => ("Settles", format!("{part} of {claimed}")),
        Some(_) => ("Settles", format!("nothing any more of {claimed}")),
    })
}

/// The payments that name the remedy, as “1,840.00 USD received on 11 April 2026”.
fn payments(record: &Record<'_>, remedy: RemedyId) -> Option<String> {
    let movements = record.dispute.claims.iter().flat_map(|claim| &claim.movements);
    let said: Vec<String> = movements
        .filter(|movement| movement.remedy == Some(remedy))
        .map(|movement| {
            let done = match movement.kind {
                MovementKind::Received => "received",
                MovementKind::Credited => "credited",
                MovementKind::ProvisionalCredit => "credited provisionally",
                MovementKind::Waived => "waived",
                MovementKind::WrittenOff => "written off",
                MovementKind::Reversed => "reversed",
            };
            format!("{} {done} on {}", movement.amount, date(movement.on))
        })
        .collect();
    (!said.is_empty()).then(|| inline(&listed(&said)))
}

/// A look at whether it holds. The household's remark on it stays with the household.
fn check(check: &Check) -> Text {
    let due = date(check.due_on);
    let Some(done_on) = check.done_on else {
        return Text::plain(format!("Check due on {due}: not yet done."));
    };
    let result = match check.result {
        Some(CheckResult::Holds) => "it holds",
        Some(CheckResult::DoesNotHold) => "it does not hold",
        Some(CheckResult::Unclear) => "the result was unclear",
        None => "no result recorded",
    };
    Text::plain(format!("Checked on {} (due on {due}): {result}.", date(done_on)))
}
