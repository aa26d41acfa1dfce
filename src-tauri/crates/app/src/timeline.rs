//! One timeline of all that happened: events in pages, and between them what the other records of
//! the dispute tell.

use holdfast_domain as domain;
use holdfast_domain::{ContactId, Dispute, DisputeId, Event, NaiveDate, Occurred, VendorId};
use holdfast_store::{EventKey, Order};

use crate::directory::Directory;
use crate::error::not_found;
use crate::view::Lens;
use crate::wire::{AppError, TimelineEntry, TimelinePage, TimelineWhat as What};
use crate::{App, from_wire, to_wire};

/// How many events a page holds. Between them stand few other entries.
const PAGE: u32 = 80;

impl App {
    /// A stretch of a dispute's timeline. `after` is the `next` of the stretch before.
    ///
    /// # Errors
    /// `NotFound` where there is no such dispute.
    pub fn timeline(
        &self,
        dispute: &str,
        newest_first: bool,
        after: Option<&str>,
    ) -> Result<TimelinePage, AppError> {
        let id: DisputeId = from_wire::id("dispute", dispute)?;
        let on = self.today_day();
        let order = if newest_first { Order::Newest } else { Order::Oldest };
        self.read(|reader| {
            let names = Directory::read(reader)?;
            let lens = Lens { on, names: &names };
            let dispute = reader.dispute(id)?.ok_or_else(not_found)?;
            let cursor = after.map(Cursor::read).transpose()?;
            let key = cursor.as_ref().map(|cursor| &cursor.key);
            let events = reader.events_page(id, order, key, PAGE)?;
            let next = next_after(&events);
            // Other entries belong to the stretch of days that this page of events covers; the last
            // page takes all that is left. A day that goes on over the page's end keeps its other
            // entries on the page where it began.
            let from = cursor.as_ref().map(|cursor| cursor.day);
            let until = next.as_ref().map(|cursor| cursor.day);
            let within = |day: NaiveDate| {
                let (begun, ended) = if newest_first {
                    (from.is_none_or(|from| day < from), until.is_none_or(|until| day >= until))
                } else {
                    (from.is_none_or(|from| day > from), until.is_none_or(|until| day <= until))
                };
                begun && ended
            };
            let mut entries: Vec<Sorted> =
                events.iter().map(|event| entry_of(&lens, event)).collect();
            entries.extend(others(&lens, &dispute).into_iter().filter(|it| within(it.day)));
            entries.sort_by(|one, other| one.order().cmp(&other.order()));
            if newest_first {
                entries.reverse();
            }
            Ok(TimelinePage {
                entries: entries.into_iter().map(Sorted::entry).collect(),
                next: next.map(|cursor| cursor.write()),
            })
        })
    }

    /// Events with a vendor or a person over all disputes, newest first.
    ///
    /// # Errors
    /// Only where an id or the cursor cannot be read.
    pub fn encounters(
        &self,
        vendor: Option<&str>,
        contact: Option<&str>,
        after: Option<&str>,
    ) -> Result<TimelinePage, AppError> {
        let vendor: Option<VendorId> = from_wire::id_option("vendor", vendor)?;
        let contact: Option<ContactId> = from_wire::id_option("contact", contact)?;
        let on = self.today_day();
        self.read(|reader| {
            let names = Directory::read(reader)?;
            let lens = Lens { on, names: &names };
            let cursor = after.map(Cursor::read).transpose()?;
            let key = cursor.as_ref().map(|cursor| &cursor.key);
            let events = match (vendor, contact) {
                (_, Some(contact)) => reader.events_with_contact(contact, key, PAGE)?,
                (Some(vendor), None) => reader.events_with_vendor(vendor, key, PAGE)?,
                (None, None) => return Err(not_found()),
            };
            Ok(TimelinePage {
                entries: events.iter().map(|event| entry_of(&lens, event).entry()).collect(),
                next: next_after(&events).map(|cursor| cursor.write()),
            })
        })
    }
}

/// Where a page ended: the store's key of the last event, and its day.
struct Cursor {
    key: EventKey,
    day: NaiveDate,
}

impl Cursor {
    fn write(&self) -> String {
        format!("{}~{}", to_wire::day(self.day), self.key)
    }

    fn read(text: &str) -> Result<Self, AppError> {
        let (day, key) = text.split_once('~').ok_or_else(not_found)?;
        Ok(Self { key: key.parse().map_err(|_| not_found())?, day: from_wire::day("after", day)? })
    }
}

/// An entry with what it is sorted by.
struct Sorted {
    key: String,
    day: NaiveDate,
    at: Option<Occurred>,
    what: What,
}

impl Sorted {
    fn new(key: impl std::fmt::Display, day: NaiveDate, what: What) -> Self {
        Self { key: key.to_string(), day, at: None, what }
    }

    /// By day; within a day, what has no time before what has one, then by the clock on the wall.
    /// The beginning comes before all else of its day and the end after it.
    fn order(&self) -> (NaiveDate, u8, Option<domain::NaiveTime>, &str) {
        let time = match self.at {
            Some(Occurred::At(instant)) => Some(instant.time()),
            Some(Occurred::On(_)) | None => None,
        };
        let rank = match self.what {
            What::Opened { .. } => 0,
            What::Closed { .. } => 2,
            What::Event { .. }
            | What::ClaimArose { .. }
            | What::Moved { .. }
            | What::Promised { .. }
            | What::PromiseEnded { .. }
            | What::Offered { .. }
            | What::OfferAnswered { .. }
            | What::Climbed { .. }
            | What::Helped { .. }
            | What::Thanked { .. }
            | What::Agreed { .. }
            | What::Delivered { .. }
            | What::Checked { .. }
            | What::StepDone { .. } => 1,
        };
        (self.day, rank, time, &self.key)
    }

    fn entry(self) -> TimelineEntry {
        let instant = match self.at {
            Some(Occurred::At(instant)) => Some(instant.to_rfc3339()),
            Some(Occurred::On(_)) | None => None,
        };
        TimelineEntry { key: self.key, day: to_wire::day(self.day), instant, what: self.what }
    }
}

/// Where the next page begins. A page that is not full is the last.
fn next_after(events: &[Event]) -> Option<Cursor> {
    let last = events.last().filter(|_| events.len() == PAGE as usize)?;
    Some(Cursor { key: EventKey::of(last), day: last.time.at.day() })
}

fn entry_of(lens: &Lens<'_>, event: &Event) -> Sorted {
    let first = event.contacts.first().copied();
    let what = What::Event {
        event: to_wire::event(event),
        people: event.contacts.iter().filter_map(|id| lens.names.person(*id)).collect(),
        vendor: lens.names.vendor_behind(event.vendor, first),
        dispute: lens.names.dispute(event.dispute),
    };
    Sorted { key: event.id.to_string(), day: event.time.at.day(), at: Some(event.time.at), what }
}

/// Everything of the dispute that has a day and is no event.
fn others(lens: &Lens<'_>, dispute: &Dispute) -> Vec<Sorted> {
    let opened = What::Opened { title: dispute.title.clone() };
    let mut all = vec![Sorted::new(format!("opened-{}", dispute.id), dispute.opened_on, opened)];
    if let Some(on) = dispute.closed_on {
        let what = What::Closed { how: dispute.closed_as.map(Into::into) };
        all.push(Sorted::new(format!("closed-{}", dispute.id), on, what));
    }
    money(lens, dispute, &mut all);
    promises_and_offers(lens, dispute, &mut all);
    people(lens, dispute, &mut all);
    remedies(lens, dispute, &mut all);
    for step in &dispute.next_steps {
        if let Some(on) = step.done_on {
            let what = What::StepDone { id: step.id.to_string(), what: step.what.clone() };
            all.push(Sorted::new(format!("step-{}", step.id), on, what));
        }
    }
    all
}

fn money(lens: &Lens<'_>, dispute: &Dispute, all: &mut Vec<Sorted>) {
    for claim in &dispute.claims {
        let vendor = lens.names.vendor(claim.vendor);
        let arose = What::ClaimArose {
            id: claim.id.to_string(),
            reason: claim.reason.clone(),
            amount: to_wire::money(claim.amount),
            vendor: vendor.clone(),
        };
        all.push(Sorted::new(format!("claim-{}", claim.id), claim.arose_on, arose));
        for movement in &claim.movements {
            let moved = What::Moved {
                id: movement.id.to_string(),
                claim: claim.id.to_string(),
                movement: movement.kind.into(),
                amount: to_wire::money(movement.amount),
                vendor: vendor.clone(),
                reason: claim.reason.clone(),
                reference: movement.reference.clone(),
            };
            all.push(Sorted::new(format!("movement-{}", movement.id), movement.on, moved));
        }
    }
}

fn promises_and_offers(lens: &Lens<'_>, dispute: &Dispute, all: &mut Vec<Sorted>) {
    for promise in &dispute.promises {
        let view = lens.promise(promise);
        let by = view.by.clone();
        let what = What::Promised { promise: view.promise, by: view.by, vendor: view.vendor };
        all.push(Sorted::new(format!("promise-{}", promise.id), promise.made_on, what));
        if let Some((outcome, on)) = promise.outcome.zip(promise.outcome_on) {
            let what = What::PromiseEnded {
                id: promise.id.to_string(),
                what: promise.what.clone(),
                outcome: outcome.into(),
                by,
            };
            all.push(Sorted::new(format!("promise-end-{}", promise.id), on, what));
        }
    }
    for offer in &dispute.offers {
        let what = What::Offered {
            id: offer.id.to_string(),
            terms: offer.terms.clone(),
            amount: offer.amount.map(to_wire::money),
            by: offer.by.and_then(|by| lens.names.person(by)),
            vendor: lens.names.vendor_behind(offer.vendor, offer.by),
        };
        all.push(Sorted::new(format!("offer-{}", offer.id), offer.on, what));
        if let Some((answer, on)) = offer.answer.zip(offer.answered_on) {
            let (id, terms) = (offer.id.to_string(), offer.terms.clone());
            let what = What::OfferAnswered { id, terms, answer: answer.into() };
            all.push(Sorted::new(format!("offer-end-{}", offer.id), on, what));
        }
    }
}

fn people(lens: &Lens<'_>, dispute: &Dispute, all: &mut Vec<Sorted>) {
    for rung in &dispute.rungs {
        if let Some(on) = rung.reached_on {
            let view = lens.rung(rung);
            let what = What::Climbed {
                id: rung.id.to_string(),
                reason: rung.reason.clone(),
                contact: view.contact,
                vendor: view.vendor,
            };
            all.push(Sorted::new(format!("rung-{}", rung.id), on, what));
        }
    }
    for help in &dispute.advocates {
        let Some(contact) = lens.names.person(help.contact) else { continue };
        let id = help.id.to_string();
        if let Some(on) = help.thanked_on {
            let what = What::Thanked { id: id.clone(), contact: contact.clone() };
            all.push(Sorted::new(format!("thanked-{id}"), on, what));
        }
        let key = format!("help-{id}");
        all.push(Sorted::new(key, help.on, What::Helped { id, contact, did: help.did.clone() }));
    }
}

fn remedies(lens: &Lens<'_>, dispute: &Dispute, all: &mut Vec<Sorted>) {
    for remedy in &dispute.remedies {
        let view = lens.remedy(dispute, remedy);
        let agreed = What::Agreed {
            id: remedy.id.to_string(),
            what: remedy.what.clone(),
            scope: remedy.scope.clone(),
            caveat: remedy.caveat.clone(),
            by: view.by,
            vendor: view.vendor,
        };
        all.push(Sorted::new(format!("remedy-{}", remedy.id), remedy.agreed_on, agreed));
        if let Some(on) = remedy.delivered_on {
            let what = What::Delivered { id: remedy.id.to_string(), what: remedy.what.clone() };
            all.push(Sorted::new(format!("delivered-{}", remedy.id), on, what));
        }
        for check in &remedy.checks {
            if let Some((on, result)) = check.done_on.zip(check.result) {
                let what = What::Checked {
                    id: remedy.id.to_string(),
                    what: remedy.what.clone(),
                    result: result.into(),
                    note: check.note.clone(),
                };
                all.push(Sorted::new(format!("check-{}", check.id), on, what));
            }
        }
    }
}
