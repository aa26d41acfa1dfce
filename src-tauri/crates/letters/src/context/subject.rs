//! What the dispute is about.

use holdfast_domain::mask;
use holdfast_domain::words::{date, inline, isolated};
use serde::Serialize;

use super::filled;
use crate::prepare::is_thanks;
use crate::record::Record;

/// What was bought or held.
#[derive(Debug, Serialize)]
pub(crate) struct Subject {
    what: Option<String>,
    bought_on: Option<String>,
    place: Option<String>,
    price: Option<String>,
    paid_by: Option<String>,
    /// All of it in one phrase.
    phrase: Option<String>,
}

pub(crate) fn subject(record: &Record<'_>) -> Subject {
    let subject = &record.dispute.subject;
    let text = |field: &Option<String>| field.as_deref().and_then(filled);
    let paid_by = text(&subject.paid_by)
        .map(|how| if record.letter.show_accounts { how } else { mask::long_numbers(&how) });
    let mut told = Subject {
        what: text(&subject.what),
        bought_on: subject.bought_on.map(date),
        place: text(&subject.place),
        price: subject.price.map(|price| price.to_string()),
        paid_by,
        phrase: None,
    };
    // Where the dossier is enclosed and the letter is full, the dossier has the rest.
    let short = record.letter.with_dossier && record.room.pick([false, false, false, true]);
    told.phrase = if short { told.what.as_deref().map(inline) } else { phrase(&told) };
    told
}

/// `Kettle of two litres, bought on 15 January 2026 (Dunmore branch) for 59.90 USD, paid by card`.
fn phrase(subject: &Subject) -> Option<String> {
    let mut words = inline(subject.what.as_deref()?);
    let place = subject.place.as_deref().map(isolated);
    // What has no price is held rather than bought: an account, a lease.
    let got = if subject.price.is_some() { "bought on" } else { "since" };
    match (&subject.bought_on, place) {
        (Some(day), Some(place)) => words.push_str(&format!(", {got} {day} ({place})")),
        (Some(day), None) => words.push_str(&format!(", {got} {day}")),
        (None, Some(place)) => words.push_str(&format!(" ({place})")),
        (None, None) => {}
    }
    if let Some(price) = &subject.price {
        let joint = if subject.bought_on.is_some() { " for " } else { ", price " };
        words.push_str(&format!("{joint}{price}"));
    }
    if let Some(how) = subject.paid_by.as_ref().filter(|_| subject.price.is_some()) {
        words.push_str(&format!(", paid {}", by(&inline(how))));
    }
    Some(words)
}

/// `by Visa card`, or `in cash` and `with my card` as they are.
fn by(how: &str) -> String {
    const OWN: [&str; 8] = ["at", "by", "from", "in", "on", "through", "via", "with"];
    let (first, rest) = how.split_once(' ').unwrap_or((how, ""));
    let first = first.to_lowercase();
    if OWN.contains(&first.as_str()) { format!("{first} {rest}") } else { format!("by {how}") }
}

/// The references that stand above the subject line, each with what it is called.
pub(crate) fn references(record: &Record<'_>) -> Vec<(String, String)> {
    let subject = &record.dispute.subject;
    let account = subject.account.as_ref().map(|number| {
        if record.letter.show_accounts { number.clone() } else { mask::account(number) }
    });
    let own = record.party().and_then(|party| party.reference.clone());
    if is_thanks(record.letter.kind) {
        // Account and order numbers are nothing that thanks need.
        let own = own.as_deref().and_then(filled);
        return own.map(|value| ("Your reference".to_owned(), value)).into_iter().collect();
    }
    let all = [
        ("Your reference", own),
        ("Our reference", Some(record.dispute.id.reference())),
        ("Account", account),
        ("Order", subject.order.clone()),
        ("Model", subject.model.clone()),
        ("Serial number", subject.serial.clone()),
    ];
    let kept = all.into_iter().filter_map(|(name, value)| Some((name, filled(&value?)?)));
    kept.map(|(name, value)| (name.to_owned(), value)).collect()
}
