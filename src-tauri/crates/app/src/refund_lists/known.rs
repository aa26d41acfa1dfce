//! What the record knows already: vendors, people, and the claims that rows may be.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use holdfast_domain::fold::fold;
use holdfast_domain::rules::balance;
use holdfast_domain::{
    Claim, ClaimId, ContactId, Dispute, DisputeId, Event, EventId, Money, MovementKind, NaiveDate,
    RefundState, Vendor, VendorId,
};
use holdfast_intake::refund_list::RefundRow;
use holdfast_store::{DisputeScope, Reader};

use super::words;
use crate::wire::AppError;

/// The record as a list is set against it. Everything is found by a key: a list of thousands of rows
/// meets a record of thousands of disputes.
pub(super) struct Known {
    pub(super) disputes: Vec<Dispute>,
    vendors: HashMap<String, VendorId>,
    people: HashMap<(VendorId, String), ContactId>,
    /// The disputes that are not closed, by a vendor and its reference.
    references: HashMap<(VendorId, String), usize>,
    claims: HashMap<Key, Vec<Same>>,
    /// The claims that a row of this list is already. Of two equal rows each needs its own.
    taken: HashSet<ClaimId>,
    /// The same of the events of asking.
    taken_events: HashSet<EventId>,
    /// What happened in the disputes that rows are in, each read once.
    told: HashMap<DisputeId, Told>,
}

/// The events of a dispute by what they say.
struct Told {
    events: Vec<Event>,
    by_fact: HashMap<String, Vec<usize>>,
}

/// By what a row is known again: its vendor, its day, its sum and what it is about.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Key {
    vendor: VendorId,
    asked_on: NaiveDate,
    amount: Money,
    reason: String,
}

/// A claim of the record that a row is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Same {
    /// Which of the disputes it is in.
    pub(super) dispute: usize,
    pub(super) claim: ClaimId,
}

impl Known {
    pub(super) fn read(reader: &Reader) -> Result<Self, AppError> {
        let disputes = reader.disputes_where(DisputeScope::All)?;
        let mut people = HashMap::new();
        for contact in reader.contacts()? {
            people.entry((contact.vendor, name_key(&contact.name))).or_insert(contact.id);
        }
        let (mut references, mut claims) = (HashMap::new(), HashMap::<Key, Vec<Same>>::new());
        for (at, dispute) in disputes.iter().enumerate() {
            for claim in &dispute.claims {
                let same = Same { dispute: at, claim: claim.id };
                claims.entry(Key::of(claim)).or_default().push(same);
            }
            let open = dispute.parties.iter().filter(|_| dispute.closed_on.is_none());
            for (vendor, reference) in
                open.filter_map(|it| Some((it.vendor, it.reference.as_ref()?)))
            {
                references.entry((vendor, name_key(reference))).or_insert(at);
            }
        }
        let vendors = by_name(&reader.vendors()?);
        let (taken, taken_events, told) = (HashSet::new(), HashSet::new(), HashMap::new());
        Ok(Self { disputes, vendors, people, references, claims, taken, taken_events, told })
    }

    /// The vendor of that name.
    pub(super) fn vendor(&self, name: &str) -> Option<VendorId> {
        self.vendors.get(&name_key(name)).copied()
    }

    /// The person of that name at that vendor.
    pub(super) fn contact(&self, vendor: VendorId, name: &str) -> Option<ContactId> {
        self.people.get(&(vendor, name_key(name))).copied()
    }

    /// The claim that a row is already, which no other row is then.
    pub(super) fn same(&mut self, row: &RefundRow) -> Option<Same> {
        let vendor = self.vendor(&row.vendor)?;
        let (asked_on, amount) = (row.asked_on?, row.amount?);
        let reason = name_key(&words::reason(row));
        let found = self.claims.get(&Key { vendor, asked_on, amount, reason })?;
        let same = found.iter().find(|same| !self.taken.contains(&same.claim)).copied()?;
        self.taken.insert(same.claim);
        Some(same)
    }

    /// The dispute in which a vendor's part bears that reference and which is not closed.
    pub(super) fn dispute_with(&self, vendor: VendorId, reference: &str) -> Option<usize> {
        self.references.get(&(vendor, name_key(reference))).copied()
    }

    /// What a row says that the record lacks, whose claim it has.
    pub(super) fn lacks(
        &mut self,
        reader: &Reader,
        row: &RefundRow,
        same: Same,
    ) -> Result<News, AppError> {
        let asking = self.lacking_event(reader, row, same)?;
        let is_refused = row.state == RefundState::Refused
            && self.saying(reader, same, &words::refusal(row))?.is_empty();
        let dispute = &self.disputes[same.dispute];
        let claim = dispute.claims.iter().find(|claim| claim.id == same.claim);
        let Some(claim) = claim else { return Ok(News::default()) };
        let balance = balance::claim_balance(claim, NaiveDate::MAX)?;
        let came = came_back(claim)?;
        let paid = row.paid().map(|(sum, _)| sum);
        let missing = match (paid, came) {
            (Some(paid), Some(came)) => Some(paid.minus(came)?),
            (paid, _) => paid,
        };
        let part = dispute.parties.iter().find(|it| it.vendor == claim.vendor);
        Ok(News {
            refund: missing.filter(|missing| missing.is_positive()),
            promise: row.state == RefundState::Promised
                && came.is_none()
                && !dispute
                    .promises
                    .iter()
                    .any(|it| it.vendor == Some(claim.vendor) && it.what == words::promise(row)),
            refusal: is_refused,
            giving_up: row.state == RefundState::GivenUp
                && dispute.closed_on.is_none()
                && balance.outstanding.is_positive(),
            reference: row.reference.is_some() && part.is_some_and(|it| it.reference.is_none()),
            asking,
        })
    }

    /// The event that says that the household asked, where it lacks the person or the remarks of the
    /// row. What it has stays as it is.
    fn lacking_event(
        &mut self,
        reader: &Reader,
        row: &RefundRow,
        same: Same,
    ) -> Result<Option<Event>, AppError> {
        if row.contact.is_none() && row.notes.is_none() {
            return Ok(None);
        }
        let found = self.saying(reader, same, &words::asked(row))?;
        let Some(event) = found.into_iter().find(|it| !self.taken_events.contains(&it.id)) else {
            return Ok(None);
        };
        self.taken_events.insert(event.id);
        let lacks_person = row.contact.is_some() && event.contacts.is_empty();
        let lacks_note = row.notes.is_some() && event.note.is_none();
        Ok((lacks_person || lacks_note).then_some(event))
    }

    /// The events of a dispute of which a fact is that.
    fn saying(&mut self, reader: &Reader, same: Same, text: &str) -> Result<Vec<Event>, AppError> {
        let id = self.disputes[same.dispute].id;
        let told = match self.told.entry(id) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(free) => free.insert(Told::of(reader.events_of(id)?)),
        };
        let places = told.by_fact.get(text).into_iter().flatten();
        Ok(places.map(|at| told.events[*at].clone()).collect())
    }
}

impl Told {
    fn of(events: Vec<Event>) -> Self {
        let mut by_fact: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, event) in events.iter().enumerate() {
            for fact in &event.facts {
                by_fact.entry(fact.text.clone()).or_default().push(at);
            }
        }
        Self { events, by_fact }
    }
}

/// What came of a row that the record does not have yet.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct News {
    /// What came back beyond what the record knows of.
    pub(super) refund: Option<Money>,
    pub(super) promise: bool,
    pub(super) refusal: bool,
    pub(super) giving_up: bool,
    /// The vendor's reference, which its part does not bear yet.
    pub(super) reference: bool,
    /// The event of asking, where it lacks the person or the remarks.
    pub(super) asking: Option<Event>,
}

impl News {
    /// All that came of a new row.
    pub(super) fn all_of(row: &RefundRow) -> Self {
        Self {
            refund: row.paid().map(|(sum, _)| sum),
            promise: row.state == RefundState::Promised,
            refusal: row.state == RefundState::Refused,
            giving_up: row.state == RefundState::GivenUp,
            reference: false,
            asking: None,
        }
    }

    pub(super) fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

impl Key {
    fn of(claim: &Claim) -> Self {
        Self {
            vendor: claim.vendor,
            asked_on: claim.arose_on,
            amount: claim.amount,
            reason: name_key(&claim.reason),
        }
    }
}

/// The vendors by their names. A vendor's own goes before what another is known as.
fn by_name(vendors: &[Vendor]) -> HashMap<String, VendorId> {
    let own = vendors.iter().map(|vendor| (&vendor.name, vendor.id));
    let other = vendors.iter().flat_map(|it| it.known_as.iter().map(move |name| (name, it.id)));
    let mut all = HashMap::new();
    for (name, vendor) in own.chain(other) {
        all.entry(name_key(name)).or_insert(vendor);
    }
    all
}

/// A name as it is compared: without capitals, accents and double spaces.
pub(super) fn name_key(name: &str) -> String {
    fold(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What came in on a claim, whatever was taken back since; nothing where nothing did.
fn came_back(claim: &Claim) -> Result<Option<Money>, AppError> {
    let came = |kind: MovementKind| match kind {
        MovementKind::Received | MovementKind::Credited | MovementKind::ProvisionalCredit => true,
        MovementKind::Waived | MovementKind::WrittenOff | MovementKind::Reversed => false,
    };
    let sums = claim.movements.iter().filter(|it| came(it.kind)).map(|it| it.amount);
    let mut all: Option<Money> = None;
    for sum in sums {
        all = Some(all.map_or(Ok(sum), |all| all.plus(sum))?);
    }
    Ok(all)
}
