//! Which clocks the record proposes. Each is a question to the household: does this apply?

use chrono::NaiveDate;

use crate::calendar::Region;
use crate::rules::letter::Beside;
use crate::rules::{has_come, parties};
use crate::{
    Channel, Clock, ClockRule, Direction, Event, EventId, LetterKind, Occasion, RemedyKind, Vendor,
    VendorId,
};

/// A rule that may apply to a dispute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proposal<'a> {
    /// The rule.
    pub rule: &'a ClockRule,
    /// With which vendor.
    pub vendor: VendorId,
    /// The day from which it would be counted.
    pub trigger_on: NaiveDate,
    /// The event that started it.
    pub because_of: Option<EventId>,
}

/// When an occasion came about, and by which event.
type Came = (NaiveDate, Option<EventId>);

/// The rules that the dispute's vendors and events propose on a day, in the order of the table.
///
/// `home` is where the household lives: a vendor whose country is not known is taken to be there.
/// What the household has said something of is not proposed again for that vendor.
pub fn proposals<'a>(
    rules: &'a [ClockRule],
    beside: &Beside<'_>,
    vendors: &[Vendor],
    kept: &[Clock],
    home: Option<Region>,
    on: NaiveDate,
) -> Vec<Proposal<'a>> {
    let parties = beside.dispute.parties.iter().map(|party| party.vendor);
    let parties: Vec<&Vendor> =
        parties.filter_map(|id| vendors.iter().find(|vendor| vendor.id == id)).collect();
    let mut found = Vec::new();
    for rule in rules.iter().filter(|rule| rule.confidence.is_relied_on()) {
        for vendor in &parties {
            let said = |clock: &Clock| clock.rule == rule.code && clock.vendor == Some(vendor.id);
            if !concerns(rule, vendor, home) || kept.iter().any(said) {
                continue;
            }
            let came = rule.occasion.and_then(|occasion| came(occasion, vendor.id, beside, on));
            if let Some((trigger_on, because_of)) = came.filter(|(day, _)| holds_on(rule, *day)) {
                found.push(Proposal { rule, vendor: vendor.id, trigger_on, because_of });
            }
        }
    }
    found
}

pub(super) fn concerns(rule: &ClockRule, vendor: &Vendor, home: Option<Region>) -> bool {
    rule.vendor_kinds.contains(&vendor.kind)
        && holds_at(&rule.jurisdiction, vendor.country.as_deref(), home)
}

/// Whether the rule was or will be in force on the day of its trigger.
fn holds_on(rule: &ClockRule, trigger: NaiveDate) -> bool {
    rule.holds_from.is_none_or(|from| from <= trigger)
        && rule.holds_until.is_none_or(|until| trigger <= until)
}

/// The members of the European Union, by ISO 3166 code.
const MEMBERS: [&str; 27] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT",
    "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// Whether what holds in the jurisdiction holds in the country as it was written; where none is known,
/// where the household lives.
pub(crate) fn holds_at(jurisdiction: &str, country: Option<&str>, home: Option<Region>) -> bool {
    let known = country.map(country_of);
    let country = known.or_else(|| home.map(|home| home.country_code().to_owned()));
    match (jurisdiction, country) {
        ("*", _) => true,
        (_, None) => false,
        ("EU", Some(country)) => MEMBERS.contains(&country.as_str()),
        (jurisdiction, Some(country)) => jurisdiction == country,
    }
}

/// The country's code where the text is understood, else the text itself: a code of two letters
/// whose holidays are not known is a country all the same.
fn country_of(text: &str) -> String {
    Region::parse(text)
        .map_or_else(|| text.trim().to_uppercase(), |region| region.country_code().to_owned())
}

/// The first time the occasion came about by this day.
fn came(occasion: Occasion, vendor: VendorId, beside: &Beside<'_>, on: NaiveDate) -> Option<Came> {
    match occasion {
        Occasion::Told => first_event(beside, vendor, on, tells),
        Occasion::Written => first_event(beside, vendor, on, writes),
        Occasion::StatementCame => {
            first_event(beside, vendor, on, shows).or_else(|| arose(beside, vendor, on))
        }
        Occasion::ClaimArose => arose(beside, vendor, on),
        Occasion::RefundAgreed => agreed(beside, vendor, on),
        Occasion::FinalResponse => first_event(beside, vendor, on, is_final),
        Occasion::Bought => {
            let caused =
                beside.dispute.parties.iter().any(|it| it.vendor == vendor && it.roles.caused_it);
            let day = beside.dispute.subject.bought_on.filter(|day| caused && *day <= on)?;
            Some((day, None))
        }
        Occasion::BeforeClaimSent => {
            let sent = beside.sent.iter().filter(|sent| {
                sent.dispute == beside.dispute.id
                    && sent.to_vendor == vendor
                    && sent.kind == LetterKind::BeforeClaim
                    && sent.on <= on
            });
            sent.map(|sent| (sent.on, Some(sent.event))).min()
        }
    }
}

fn first_event(
    beside: &Beside<'_>,
    vendor: VendorId,
    on: NaiveDate,
    fits: fn(&Event) -> bool,
) -> Option<Came> {
    let events = beside.events.iter().filter(|event| {
        event.dispute == beside.dispute.id
            && event.time.at.day() <= on
            && fits(event)
            && parties::is_with(event, vendor, beside.contacts)
    });
    events.map(|event| (event.time.at.day(), Some(event.id))).min()
}

/// The household reached the vendor, in whatever way.
fn tells(event: &Event) -> bool {
    event.direction == Direction::Out
        && event.answered != Some(false)
        && event.channel != Channel::Statement
}

/// The household reached the vendor in writing.
fn writes(event: &Event) -> bool {
    tells(event) && is_written(event)
}

fn is_written(event: &Event) -> bool {
    match event.channel {
        Channel::Letter | Channel::Email | Channel::WebForm => true,
        Channel::Phone
        | Channel::Chat
        | Channel::Social
        | Channel::Visit
        | Channel::Statement
        | Channel::Other => false,
    }
}

/// A statement of account came.
fn shows(event: &Event) -> bool {
    event.channel == Channel::Statement
}

/// A firm's answer that calls itself final, as a firm in the United Kingdom has to.
fn is_final(event: &Event) -> bool {
    let says = |text: &str| text.to_lowercase().contains("final response");
    event.direction == Direction::In && event.facts.iter().any(|fact| says(&fact.text))
}

fn arose(beside: &Beside<'_>, vendor: VendorId, on: NaiveDate) -> Option<Came> {
    let claims = beside.dispute.claims.iter();
    let own = claims.filter(|claim| claim.vendor == vendor && claim.arose_on <= on);
    own.map(|claim| (claim.arose_on, claim.because_of)).min()
}

fn agreed(beside: &Beside<'_>, vendor: VendorId, on: NaiveDate) -> Option<Came> {
    let gives_back = |kind: RemedyKind| matches!(kind, RemedyKind::Refund | RemedyKind::Credit);
    let remedies = beside.dispute.remedies.iter().filter(|remedy| {
        gives_back(remedy.kind)
            && has_come(Some(remedy.agreed_on), on)
            && parties::vendor_of_remedy(remedy, beside.dispute, beside.contacts) == Some(vendor)
    });
    remedies.map(|remedy| (remedy.agreed_on, None)).min()
}
