//! The dispute and what it is made of, except its events, which are many and come in pages.

use chrono::{NaiveDate, NaiveTime};

use crate::{
    AdvocacyId, Channel, ClaimId, ClosedAs, ContactId, DisputeId, EventId, Issue, MemberId, Money,
    MovementId, MovementKind, NextStepId, OfferAnswer, OfferId, PartyId, PromiseId, PromiseOutcome,
    Remedy, RemedyId, Role, RungId, VendorId,
};

/// One matter between the household and one or more vendors.
///
/// It holds all that the rules need; events stand apart because no rule of balances, statuses or
/// due days reads them, and a dispute may have thousands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispute {
    /// Which dispute.
    pub id: DisputeId,
    /// A few words by which the family knows it.
    pub title: String,
    /// The concrete outcome wanted.
    pub goal: String,
    /// When it began.
    pub opened_on: NaiveDate,
    /// Who in the household leads it.
    pub lead: MemberId,
    /// When it was closed.
    pub closed_on: Option<NaiveDate>,
    /// How it ended.
    pub closed_as: Option<ClosedAs>,
    /// What it is about.
    pub subject: Subject,
    /// One sentence on what it has meant for the household.
    pub effect: Option<String>,
    /// The vendors' parts in it.
    pub parties: Vec<Party>,
    /// What is owed.
    pub claims: Vec<Claim>,
    /// What is in question.
    pub issues: Vec<Issue>,
    /// What was promised.
    pub promises: Vec<Promise>,
    /// What was offered.
    pub offers: Vec<Offer>,
    /// The steps of the ladder.
    pub rungs: Vec<Rung>,
    /// The help that people gave.
    pub advocates: Vec<Advocacy>,
    /// What was agreed.
    pub remedies: Vec<Remedy>,
    /// What the household will do.
    pub next_steps: Vec<NextStep>,
}

impl Dispute {
    /// A dispute of which nothing is known yet but what it is called, what is wanted, when it began
    /// and who leads it.
    pub fn new(
        id: DisputeId,
        title: String,
        goal: String,
        opened_on: NaiveDate,
        lead: MemberId,
    ) -> Self {
        Self {
            id,
            title,
            goal,
            opened_on,
            lead,
            closed_on: None,
            closed_as: None,
            subject: Subject::default(),
            effect: None,
            parties: Vec::new(),
            claims: Vec::new(),
            issues: Vec::new(),
            promises: Vec::new(),
            offers: Vec::new(),
            rungs: Vec::new(),
            advocates: Vec::new(),
            remedies: Vec::new(),
            next_steps: Vec::new(),
        }
    }
}

/// What a dispute is about: what was bought or held.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Subject {
    /// The thing or service.
    pub what: Option<String>,
    /// When it was bought.
    pub bought_on: Option<NaiveDate>,
    /// Where it was bought or is held.
    pub place: Option<String>,
    /// What it cost.
    pub price: Option<Money>,
    /// How it was paid.
    pub paid_by: Option<String>,
    /// The order number.
    pub order: Option<String>,
    /// The account number. Documents mask it to its last four characters.
    pub account: Option<String>,
    /// The model.
    pub model: Option<String>,
    /// The serial number.
    pub serial: Option<String>,
}

/// The parts that a vendor plays. A vendor may play none that is known yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Roles {
    /// Its decision or mistake started the matter.
    pub caused_it: bool,
    /// The money lies there.
    pub holds_the_money: bool,
    /// It has to put it right.
    pub must_remedy: bool,
    /// It can make another do so.
    pub can_compel: bool,
}

impl Roles {
    /// Whether the vendor plays this part.
    pub fn has(self, role: Role) -> bool {
        match role {
            Role::CausedIt => self.caused_it,
            Role::HoldsTheMoney => self.holds_the_money,
            Role::MustRemedy => self.must_remedy,
            Role::CanCompel => self.can_compel,
        }
    }

    /// The parts that the vendor plays, in the order of the vocabulary.
    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL.iter().copied().filter(move |role| self.has(*role))
    }
}

impl FromIterator<Role> for Roles {
    fn from_iter<T: IntoIterator<Item = Role>>(roles: T) -> Self {
        let mut all = Self::default();
        for role in roles {
            match role {
                Role::CausedIt => all.caused_it = true,
                Role::HoldsTheMoney => all.holds_the_money = true,
                Role::MustRemedy => all.must_remedy = true,
                Role::CanCompel => all.can_compel = true,
            }
        }
        all
    }
}

/// A vendor's part in a dispute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Which party.
    pub id: PartyId,
    /// The vendor.
    pub vendor: VendorId,
    /// What it has to do with the matter.
    pub roles: Roles,
    /// Its own reference for the matter.
    pub reference: Option<String>,
    /// The policy that it relies on.
    pub policy: Option<String>,
    /// The reason that it gives.
    pub rationale: Option<String>,
}

impl Party {
    /// The part with what is said of it once more: its roles add up, and what was said before stays
    /// where nothing new is said.
    #[must_use]
    pub fn with(self, more: Self) -> Self {
        Self {
            id: self.id,
            vendor: self.vendor,
            roles: self.roles.iter().chain(more.roles.iter()).collect(),
            reference: more.reference.or(self.reference),
            policy: more.policy.or(self.policy),
            rationale: more.rationale.or(self.rationale),
        }
    }
}

/// A sum owed by a vendor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Which claim.
    pub id: ClaimId,
    /// Who owes it.
    pub vendor: VendorId,
    /// How much.
    pub amount: Money,
    /// For what.
    pub reason: String,
    /// Since when.
    pub arose_on: NaiveDate,
    /// By when it is due.
    pub due_on: Option<NaiveDate>,
    /// The event that made it arise: one vendor's decision often leaves another owing.
    pub because_of: Option<EventId>,
    /// What has happened to it, in the order of entry.
    pub movements: Vec<Movement>,
}

/// Something that happened to a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Movement {
    /// Which movement.
    pub id: MovementId,
    /// What happened.
    pub kind: MovementKind,
    /// How much, always positive and in the claim's currency.
    pub amount: Money,
    /// When.
    pub on: NaiveDate,
    /// The payment's reference.
    pub reference: Option<String>,
    /// The remedy that it carried out.
    pub remedy: Option<RemedyId>,
}

/// What a vendor or its person undertook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// Which promise.
    pub id: PromiseId,
    /// Who gave it.
    pub by: Option<ContactId>,
    /// For which vendor, where no person is known or to be sure of it.
    pub vendor: Option<VendorId>,
    /// When it was given.
    pub made_on: NaiveDate,
    /// What was undertaken.
    pub what: String,
    /// By when. Never before `made_on`.
    pub due_on: Option<NaiveDate>,
    /// How it ended; `None` while it is open.
    pub outcome: Option<PromiseOutcome>,
    /// When it ended.
    pub outcome_on: Option<NaiveDate>,
}

/// What a vendor proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Which offer.
    pub id: OfferId,
    /// Who made it.
    pub by: Option<ContactId>,
    /// For which vendor, where no person is known or to be sure of it.
    pub vendor: Option<VendorId>,
    /// When it was made.
    pub on: NaiveDate,
    /// Its terms.
    pub terms: String,
    /// Its worth, where it has one.
    pub amount: Option<Money>,
    /// The last day on which it can be accepted.
    pub open_until: Option<NaiveDate>,
    /// What the household answered.
    pub answer: Option<OfferAnswer>,
    /// When.
    pub answered_on: Option<NaiveDate>,
}

/// A step of the escalation ladder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rung {
    /// Which rung.
    pub id: RungId,
    /// The person reached.
    pub contact: Option<ContactId>,
    /// The vendor or outside body, where no person is known or to be sure of it.
    pub vendor: Option<VendorId>,
    /// When it was reached; `None` while it is only planned.
    pub reached_on: Option<NaiveDate>,
    /// Why it was climbed. Never empty.
    pub reason: String,
    /// What came of it.
    pub result: Option<String>,
}

/// What a contact did to help: it makes them an advocate of the household in this dispute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advocacy {
    /// Which help.
    pub id: AdvocacyId,
    /// Who helped.
    pub contact: ContactId,
    /// When.
    pub on: NaiveDate,
    /// What they did.
    pub did: String,
    /// When they were thanked.
    pub thanked_on: Option<NaiveDate>,
    /// Whether they may be named in letters. False unless the person says so: a favour may not have
    /// been authorised.
    pub may_quote: bool,
}

/// What the household will do, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextStep {
    /// Which step.
    pub id: NextStepId,
    /// On which day.
    pub on: NaiveDate,
    /// At what time of that day, by the clock on the wall.
    pub at: Option<NaiveTime>,
    /// What is to be done.
    pub what: String,
    /// By which channel.
    pub channel: Option<Channel>,
    /// With whom.
    pub contact: Option<ContactId>,
    /// When it was done.
    pub done_on: Option<NaiveDate>,
}
