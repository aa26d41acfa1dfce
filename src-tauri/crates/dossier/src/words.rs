//! The words in which a case file says things, beside those that letters share.

use chrono::{FixedOffset, Timelike};
use holdfast_domain::{
    Channel, ClosedAs, Direction, EventTime, FactStatus, Occurred, Precision, RemedyKind, Role,
    VendorKind, rules::RemedyStatus,
};

pub(crate) use holdfast_domain::words::{
    beginning, capital, counted, date, duration, inline, isolated, listed, occasion, own_words,
    quoted, sentence,
};

/// When something happened, as well as it is known. Instants keep the time and offset at which
/// they were recorded.
pub(crate) fn when(time: EventTime) -> String {
    let at = match time.at {
        Occurred::On(day) => date(day),
        Occurred::At(instant) => {
            let clock = instant.time();
            format!(
                "{}, {:02}:{:02} ({})",
                date(instant.date_naive()),
                clock.hour(),
                clock.minute(),
                offset(*instant.offset())
            )
        }
    };
    match time.precision {
        Precision::Exact => at,
        Precision::About => format!("about {at}"),
        Precision::Unknown => format!("date not known, entered as {at}"),
    }
}

fn offset(offset: FixedOffset) -> String {
    let seconds = offset.local_minus_utc();
    if seconds == 0 {
        return "UTC".to_owned();
    }
    let sign = if seconds < 0 { '−' } else { '+' };
    let minutes = seconds.unsigned_abs() / 60;
    format!("UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

pub(crate) fn role(role: Role) -> &'static str {
    match role {
        Role::CausedIt => "caused it",
        Role::HoldsTheMoney => "holds the money",
        Role::MustRemedy => "must remedy",
        Role::CanCompel => "can compel",
    }
}

pub(crate) fn vendor_kind(kind: VendorKind) -> &'static str {
    match kind {
        VendorKind::Shop => "Shop",
        VendorKind::Bank => "Bank",
        VendorKind::CardIssuer => "Card issuer",
        VendorKind::Insurer => "Insurer",
        VendorKind::Investment => "Investment firm",
        VendorKind::Airline => "Airline",
        VendorKind::Travel => "Travel company",
        VendorKind::Telecom => "Telecommunications company",
        VendorKind::Utility => "Utility",
        VendorKind::Landlord => "Landlord",
        VendorKind::Dealer => "Dealer",
        VendorKind::Health => "Health provider",
        VendorKind::Agency => "Agency",
        VendorKind::Regulator => "Regulator",
        VendorKind::Ombudsman => "Ombudsman",
        VendorKind::Court => "Court",
        VendorKind::Other => "Organisation",
    }
}

pub(crate) fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Phone => "Telephone",
        Channel::Email => "E-mail",
        Channel::Letter => "Letter",
        Channel::WebForm => "Web form",
        Channel::Chat => "Chat",
        Channel::Social => "Social media",
        Channel::Visit => "Visit",
        Channel::Statement => "Statement",
        Channel::Other => "Other contact",
    }
}

pub(crate) fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::In => "incoming",
        Direction::Out => "outgoing",
        Direction::Internal => "within the household",
    }
}

pub(crate) fn fact_status(status: FactStatus) -> &'static str {
    match status {
        FactStatus::Undisputed => "undisputed",
        FactStatus::Disputed => "disputed",
        FactStatus::Unsure => "unsure",
    }
}

pub(crate) fn remedy_kind(kind: RemedyKind) -> &'static str {
    match kind {
        RemedyKind::Refund => "refund",
        RemedyKind::Credit => "credit",
        RemedyKind::Voucher => "voucher",
        RemedyKind::Waiver => "waiver",
        RemedyKind::Replacement => "replacement",
        RemedyKind::Repair => "repair",
        RemedyKind::PolicyException => "policy exception",
        RemedyKind::Apology => "apology",
        RemedyKind::Other => "remedy",
    }
}

pub(crate) fn remedy_status(status: RemedyStatus) -> &'static str {
    match status {
        RemedyStatus::Promised => "promised, not yet delivered",
        RemedyStatus::Late => "late: not delivered by the day expected",
        RemedyStatus::Delivered => "delivered",
        RemedyStatus::Holding => "holding",
        RemedyStatus::Reversed => "reversed",
        RemedyStatus::Expired => "expired",
    }
}

pub(crate) fn closed_as(closed: ClosedAs) -> &'static str {
    match closed {
        ClosedAs::Settled => "settled",
        ClosedAs::AcceptedLess => "less was accepted",
        ClosedAs::Dropped => "dropped",
    }
}
