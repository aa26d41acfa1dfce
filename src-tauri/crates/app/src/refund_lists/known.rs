//! What the record knows already: vendors, people, and the claims that rows may be.

use std::collections::{HashMap, HashSet};

use holdfast_domain::fold::fold;
use holdfast_domain::rules::balance;
use holdfast_domain::{
    Claim, ClaimId, ContactId, Dispute, DisputeId, Money, MovementKind, NaiveDate, RefundState,
    Vendor, VendorId,
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
        let taken = HashSet::new();
        Ok(Self { disputes, vendors, people, references, claims, taken })
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
        let missing = match (paid, came) {
            (Some(paid), Some(came)) => Some(paid.minus(came)?),
            (paid, _) => paid,
        };
        Ok(News {
            refund: missing.filter(|missing| missing.is_positive()),
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
    /// What came back beyond what the record knows of.
    pub(super) refund: Option<Money>,
    pub(super) promise: bool,
    pub(super) refusal: bool,
    pub(super) giving_up: bool,
}

impl News {
    /// All that a row says.
    pub(super) fn all_of(row: &RefundRow) -> Self {
        Self {
            refund: row.paid().map(|(sum, _)| sum),
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

/// Whether an event of the dispute says that.
fn says(reader: &Reader, dispute: DisputeId, text: &str) -> Result<bool, AppError> {
    let events = reader.events_of(dispute)?;
    Ok(events.iter().flat_map(|event| &event.facts).any(|fact| fact.text == text))
}
