//! The matter on one page: what it is about, how it stands, and what is asked for.

use holdfast_domain::document::Block;
use holdfast_domain::rules::{
    self, Balance, DisputeState, IssueStanding, PromiseStatus, RemedyStatus, VendorBalance,
    dispute_state,
};
use holdfast_domain::{Offer, OfferAnswer, Remedy, VendorId};

use crate::money;
use crate::record::Record;
use crate::tables::{Facts, heading, paragraph};
use crate::words::{
    self, beginning, capital, counted, date, inline, listed, own_words, quoted, sentence,
};
use holdfast_domain::mask;

/// How much of one entry the summary repeats, in characters; the chronology has all of it.
const REPEATED: usize = 280;

/// Up to so many entries of a record are a short one.
const SHORT: usize = 10;

/// How many sentences of one kind the summary holds.
const AT_MOST: usize = 4;

pub(crate) fn compose(record: &Record<'_>) -> Vec<Block> {
    let dispute = &record.dispute;
    let mut blocks = vec![heading(1, "Summary"), paragraph(what_happened(record))];
    if let Some(effect) = &dispute.effect {
        blocks.push(paragraph(format!("What it has meant: {}", own_words(effect))));
    }
    let mut facts = Facts::default();
    facts.add("What is asked for", sentence(&dispute.goal));
    facts.add("The sum", sums(record));
    facts.add("Position", own_words(&capital(&position(record))));
    facts.maybe("In question", in_question(record));
    facts.maybe("Agreed so far", agreed(record));
    facts.maybe("Still awaited", awaited(record));
    facts.maybe("Last offer", last_offers(record));
    blocks.push(facts.block());
    let subject = subject(record);
    if !subject.is_empty() {
        blocks.extend([heading(2, "What it is about"), subject.block()]);
    }
    if !is_short(record) {
        blocks.push(Block::PageBreak);
    }
    blocks
}

/// Whether there is so little on record that a page for the summary alone would be mostly empty.
fn is_short(record: &Record<'_>) -> bool {
    let dispute = &record.dispute;
    let dated = [
        record.events.len(),
        dispute.claims.len(),
        dispute.promises.len(),
        dispute.offers.len(),
        dispute.remedies.len(),
        dispute.issues.len(),
    ];
    dated.iter().sum::<usize>() <= SHORT
}

/// How the dispute stands on the day, in a few words.
pub(crate) fn position(record: &Record<'_>) -> String {
    let dispute = &record.dispute;
    if let Some(closed_on) = dispute.closed_on {
        let how = dispute.closed_as.map(|how| format!(": {}", words::closed_as(how)));
        return format!("closed on {}{}", date(closed_on), how.unwrap_or_default());
    }
    let state = dispute_state(dispute, record.on);
    let words = match state {
        Ok(DisputeState::Watching) => "settled, and being watched: a remedy is still to be checked",
        Ok(DisputeState::Open | DisputeState::Closed) | Err(_) => "open",
    };
    format!("{words}, on {}", date(record.on))
}

/// Who is concerned, and the first and last facts on record.
fn what_happened(record: &Record<'_>) -> String {
    let mut said = vec![who(record)];
    let mut facts = record
        .events
        .iter()
        .flat_map(|event| event.facts.iter().map(move |fact| (event.time, fact)));
    let first = facts.next();
    if let Some((time, fact)) = first {
        let text = own_words(&beginning(&fact.text, REPEATED));
        said.push(format!("The first fact on record is of {}: {text}", date(time.at.day())));
    }
    if let Some((time, fact)) = facts.last() {
        let text = own_words(&beginning(&fact.text, REPEATED));
        said.push(format!("The latest is of {}: {text}", date(time.at.day())));
    }
    said.join(" ")
}

fn who(record: &Record<'_>) -> String {
    let vendors: Vec<String> =
        record.vendors_concerned().iter().map(|vendor| record.vendor_name(*vendor)).collect();
    let opened = format!("was opened on {}", date(record.dispute.opened_on));
    match vendors.len() {
        0 => format!("The matter {opened}."),
        1..=6 => format!("The matter {opened} and concerns {}.", listed(&vendors)),
        number => format!(
            "The matter {opened} and concerns {}, named under Parties and people.",
            counted(number, "organisation", "organisations")
        ),
    }
}

/// Where every vendor stands, a sentence each.
fn sums(record: &Record<'_>) -> String {
    let Ok(balances) = record.balances() else { return money::TOO_LARGE.to_owned() };
    if balances.is_empty() {
        return "No sum of money is claimed.".to_owned();
    }
    few(balances.iter().map(|one| sum_of(record, one)).collect(), "Money").unwrap_or_default()
}

/// The first of many sentences, so that the summary stays on its page, and where the others are.
fn few(mut sentences: Vec<String>, section: &str) -> Option<String> {
    let more = sentences.len().saturating_sub(AT_MOST);
    if more > 1 {
        sentences.truncate(AT_MOST);
        sentences.push(format!("There are {}, under {section}.", counted(more, "other", "others")));
    }
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

fn sum_of(record: &Record<'_>, of_vendor: &VendorBalance) -> String {
    let vendor = record.vendor_name(of_vendor.vendor);
    let Balance { claimed, outstanding, overpaid, provisional_credit, .. } = of_vendor.balance;
    let mut said = if outstanding == claimed {
        format!("All of the {claimed} claimed from {vendor} is outstanding.")
    } else if outstanding.is_positive() {
        format!("Of {claimed} claimed from {vendor}, {outstanding} is outstanding.")
    } else {
        format!("Of {claimed} claimed from {vendor}, nothing is outstanding.")
    };
    if provisional_credit.is_positive() {
        said.push_str(&format!(" A further {provisional_credit} stands as a provisional credit."));
    }
    if overpaid.is_positive() {
        said.push_str(&format!(" {overpaid} more was paid than was claimed."));
    }
    said
}

/// The issues that are open.
fn in_question(record: &Record<'_>) -> Option<String> {
    if !record.options.sections.issues {
        return None;
    }
    let open = record
        .dispute
        .issues
        .iter()
        .filter(|issue| rules::issue_standing(issue, record.on) == IssueStanding::Open);
    few(open.map(|issue| own_words(&beginning(&issue.question, REPEATED))).collect(), "Issues")
}

/// The remedies, by how they stand.
fn agreed(record: &Record<'_>) -> Option<String> {
    let dispute = &record.dispute;
    let mut parts = Vec::new();
    for status in RemedyStatus::ALL {
        let of_status: Vec<&Remedy> = dispute
            .remedies
            .iter()
            .filter(|one| rules::remedy_status(one, &dispute.claims, record.on) == *status)
            .collect();
        let mut named: Vec<String> = of_status
            .iter()
            .take(AT_MOST)
            .map(|remedy| quoted(&beginning(&remedy.what, REPEATED)))
            .collect();
        if of_status.len() > AT_MOST {
            let more = of_status.len() - AT_MOST;
            named.push(format!("{}, under Remedies", counted(more, "other", "others")));
        }
        if !named.is_empty() {
            parts.push(format!("{}: {}.", capital(short(*status)), listed(&named)));
        }
    }
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn short(status: RemedyStatus) -> &'static str {
    match status {
        RemedyStatus::Late => "late",
        RemedyStatus::Promised => "promised",
        RemedyStatus::Delivered
        | RemedyStatus::Holding
        | RemedyStatus::Reversed
        | RemedyStatus::Expired => words::remedy_status(status),
    }
}

/// The promises without an outcome.
fn awaited(record: &Record<'_>) -> Option<String> {
    let open = record.dispute.promises.iter().filter(|promise| {
        matches!(
            rules::promise_status(promise, record.on),
            PromiseStatus::Open | PromiseStatus::Overdue
        )
    });
    let said: Vec<String> = open
        .map(|promise| {
            let what = inline(&beginning(&promise.what, REPEATED));
            let by = record.who(promise.by, promise.vendor);
            let by = by.map(|who| format!(", promised by {who}")).unwrap_or_default();
            let due = promise.due_on.map(|day| format!(", due {}", date(day)));
            format!("{what}{by}{}.", due.unwrap_or_default())
        })
        .collect();
    few(said, "Chronology")
}

/// The last offer of each vendor that made one.
fn last_offers(record: &Record<'_>) -> Option<String> {
    let mut last: Vec<(Option<VendorId>, &Offer)> = Vec::new();
    for offer in &record.dispute.offers {
        let vendor = rules::parties::vendor_of_offer(offer, record.case.contacts);
        match last.iter_mut().find(|(known, _)| *known == vendor) {
            Some(entry) if entry.1.on <= offer.on => entry.1 = offer,
            Some(_) => {}
            None => last.push((vendor, offer)),
        }
    }
    let said: Vec<String> = last
        .iter()
        .map(|(_, offer)| {
            let by = record.who(offer.by, offer.vendor);
            let by = by.map(|who| format!("{who}, ")).unwrap_or_default();
            let terms = inline(&beginning(&offer.terms, REPEATED));
            let sum = offer.amount.map(|sum| format!(" ({sum})")).unwrap_or_default();
            format!("{by}{}: {terms}{sum}. {}", date(offer.on), answer(offer))
        })
        .collect();
    few(said, "Chronology")
}

fn answer(offer: &Offer) -> &'static str {
    match offer.answer {
        Some(OfferAnswer::Accepted) => "It was accepted.",
        Some(OfferAnswer::Declined) => "It was declined.",
        None => "It has not been answered.",
    }
}

/// What was bought or held.
fn subject(record: &Record<'_>) -> Facts {
    let subject = &record.dispute.subject;
    let masked = record.options.mask_accounts;
    let cover = |text: &String, how: fn(&str) -> String| {
        if masked { how(text) } else { text.clone() }
    };
    let mut facts = Facts::default();
    // The title stands on the cover and above every page.
    let title = record.dispute.title.trim();
    let repeats = |what: &String| what.trim().to_lowercase() == title.to_lowercase();
    facts.maybe("What", subject.what.clone().filter(|what| !repeats(what)));
    facts.maybe("Bought", subject.bought_on.map(date));
    facts.maybe("Where", subject.place.clone());
    facts.maybe("Price", subject.price.map(|price| price.to_string()));
    facts.maybe("Paid by", subject.paid_by.as_ref().map(|text| cover(text, mask::long_numbers)));
    facts.maybe("Order", subject.order.clone());
    facts.maybe("Account", subject.account.as_ref().map(|text| cover(text, mask::account)));
    facts.maybe("Model", subject.model.clone());
    facts.maybe("Serial number", subject.serial.clone());
    facts
}
