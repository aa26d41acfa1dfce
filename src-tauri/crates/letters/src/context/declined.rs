//! The offer that the household declined, told to whoever made it.

use holdfast_domain::rules::offer::{OfferStanding, measured, offer_standing};
use holdfast_domain::rules::parties::vendor_of_offer;
use holdfast_domain::words::{continued, date};

use super::Line;
use crate::prepare::is_thanks;
use crate::record::{Record, sent_before};

/// The recipient's last offer that was declined, and whether it would be enough; nothing once a
/// letter to them has gone out since that could say so.
pub(crate) fn declined(record: &Record<'_>) -> Option<Line> {
    let (case, on) = (record.case, record.on);
    let theirs = record.dispute.offers.iter().filter(|one| {
        vendor_of_offer(one, case.contacts) == Some(record.to.id)
            && offer_standing(one, on) == OfferStanding::Declined
    });
    let offer = theirs.max_by_key(|one| one.answered_on.unwrap_or(one.on))?;
    let day = offer.answered_on.unwrap_or(offer.on);
    let is_told = |to| to == record.to.id;
    if sent_before(case, on)
        .any(|one| is_told(one.to_vendor) && one.on > day && !is_thanks(one.kind))
    {
        return None;
    }
    // Where the terms name the sum, it is not said again.
    let sum = offer.amount.map(|sum| sum.to_string()).filter(|sum| !offer.terms.contains(sum));
    let sum = sum.map(|sum| format!(" ({sum})")).unwrap_or_default();
    let (made_on, terms) = (date(offer.on), continued(&offer.terms));
    let mut text = format!(
        "Thank you for your offer of {made_on}: {terms}{sum}. I have considered it, and I cannot accept it."
    );
    let left = measured(offer, &record.dispute, case.contacts, on).unwrap_or_default();
    if offer.amount.is_some() && left.iter().any(|it| it.missing.is_positive()) {
        text.push_str(" It would leave a part of what is owed unpaid.");
    }
    Some(Line { key: offer.id.to_string(), text })
}
