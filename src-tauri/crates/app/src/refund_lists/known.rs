//! What the record knows already: vendors, people, and the claims that rows may be.

use std::collections::{HashMap, HashSet};

use holdfast_domain::fold::fold;
use holdfast_domain::rules::balance;
use holdfast_domain::{
    Claim, ClaimId, Contact, Dispute, DisputeId, Money, MovementKind, NaiveDate, RefundState,
    Vendor, VendorId,
};
use holdfast_intake::refund_list::RefundRow;
use holdfast_store::{DisputeScope, Reader};

use super::words;
use crate::wire::AppError;

/// The record as a list is set against it.
pub(super) struct Known {
    pub(super) disputes: Vec<Dispute>,
    pub(super) contacts: Vec<Contact>,
    vendors: Vec<Vendor>,
    by_name: HashMap<String, VendorId>,
    by_claim: HashMap<Key, Vec<(usize, ClaimId)>>,
    /// The claims that a row of this list is already. Of two equal rows each needs its own.
    taken: HashSet<ClaimId>,
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
        let vendors = reader.vendors()?;
        let mut by_name = HashMap::new();
        // A vendor's own name goes before what another is known as.
        for vendor in &vendors {
            by_name.entry(name_key(&vendor.name)).or_insert(vendor.id);
        }
        for (vendor, name) in
            vendors.iter().flat_map(|vendor| vendor.known_as.iter().map(move |it| (vendor, it)))
        {
            by_name.entry(name_key(name)).or_insert(vendor.id);
        }
        let mut by_claim: HashMap<Key, Vec<_>> = HashMap::new();
        for (at, dispute) in disputes.iter().enumerate() {
            for claim in &dispute.claims {
                by_claim.entry(Key::of(claim)).or_default().push((at, claim.id));
            }
        }
        let (contacts, taken) = (reader.contacts()?, HashSet::new());
        Ok(Self { disputes, contacts, vendors, by_name, by_claim, taken })
    }

    /// The vendor of that name.
    pub(super) fn vendor(&self, name: &str) -> Option<&Vendor> {
        let id = self.by_name.get(&name_key(name))?;
        self.vendors.iter().find(|vendor| vendor.id == *id)
    }

    /// The person of that name at that vendor.
    pub(super) fn contact(&self, vendor: VendorId, name: &str) -> Option<&Contact> {
        let name = name_key(name);
        self.contacts.iter().find(|it| it.vendor == vendor && name_key(&it.name) == name)
    }

    /// The claim that a row is already, which no other row is then.
    pub(super) fn same(&mut self, row: &RefundRow) -> Option<Same> {
        let vendor = self.vendor(&row.vendor)?.id;
        let (asked_on, amount) = (row.asked_on?, row.amount?);
        let reason = name_key(&words::reason(row));
        let found = self.by_claim.get(&Key { vendor, asked_on, amount, reason })?;
        let (dispute, claim) =
            found.iter().find(|(_, claim)| !self.taken.contains(claim)).copied()?;
        self.taken.insert(claim);
        Some(Same { dispute, claim })
    }

    /// The dispute in which a vendor's part bears that reference and which is not closed.
    pub(super) fn dispute_with(&self, vendor: VendorId, reference: &str) -> Option<usize> {
        let reference = name_key(reference);
        self.disputes.iter().position(|dispute| {
            let is_it = |of: &str| name_key(of) == reference;
            let mut parties = dispute.parties.iter().filter(|party| party.vendor == vendor);
            dispute.closed_on.is_none()
                && parties.any(|party| party.reference.as_deref().is_some_and(is_it))
        })
    }

    /// Whether the record lacks what came of a row whose claim it has.
    pub(super) fn lacks(
        &self,
        reader: &Reader,
        row: &RefundRow,
        same: Same,
    ) -> Result<News, AppError> {
        let dispute = &self.disputes[same.dispute];
        let claim = dispute.claims.iter().find(|claim| claim.id == same.claim);
        let Some(claim) = claim else { return Ok(News::default()) };
        let balance = balance::claim_balance(claim, NaiveDate::MAX)?;
        let came = came_back(claim)?;
        let paid = row.paid().map(|(sum, _)| sum);
        Ok(News {
            refund: paid.is_some_and(|paid| came.is_none_or(|came| came.minor() < paid.minor())),
            promise: row.state == RefundState::Promised
                && came.is_none()
                && !dispute
                    .promises
                    .iter()
                    .any(|it| it.vendor == Some(claim.vendor) && it.what == words::promise(row)),
            refusal: row.state == RefundState::Refused
                && !says(reader, dispute.id, &words::refusal(row))?,
            giving_up: row.state == RefundState::GivenUp
                && dispute.closed_on.is_none()
                && balance.outstanding.is_positive(),
        })
    }
}

/// What came of a row that the record does not have yet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct News {
    pub(super) refund: bool,
    pub(super) promise: bool,
    pub(super) refusal: bool,
    pub(super) giving_up: bool,
}

impl News {
    /// All that a row says.
    pub(super) fn all_of(row: &RefundRow) -> Self {
        Self {
            refund: row.paid().is_some(),
            promise: row.state == RefundState::Promised,
            refusal: row.state == RefundState::Refused,
            giving_up: row.state == RefundState::GivenUp,
        }
    }

    pub(super) fn is_none(self) -> bool {
        self == Self::default()
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

/// Whether an event of the dispute says that.
fn says(reader: &Reader, dispute: DisputeId, text: &str) -> Result<bool, AppError> {
    let events = reader.events_of(dispute)?;
    Ok(events.iter().flat_map(|event| &event.facts).any(|fact| fact.text == text))
}
