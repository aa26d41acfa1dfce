//! A dispute's page.

use super::{
    Advocacy, AttachmentView, Claim, Dispute, DisputeState, DueKind, Money, Movement, NextStep,
    Offer, OfferStanding, Party, Promise, PromiseStatus, RemedyView, Rung, wire,
};

wire! {
    /// A thing with its name, to show and to go to.
    pub struct Named {
        /// Which.
        pub id: String,
        /// Its name or title.
        pub name: String,
    }

    /// A person with where they work.
    pub struct Person {
        /// Which contact.
        pub id: String,
        /// Their name.
        pub name: String,
        /// What they do.
        pub job: Option<String>,
        /// Their vendor.
        pub vendor: Named,
    }

    /// What is owed in one currency: each sum is zero or more.
    pub struct Balance {
        /// What was asked for.
        pub claimed: Money,
        /// What came as payment.
        pub received: Money,
        /// What was credited.
        pub credited: Money,
        /// What was credited for the time being.
        pub provisional_credit: Money,
        /// What was waived.
        pub waived: Money,
        /// What the household gave up.
        pub written_off: Money,
        /// What was taken back.
        pub reversed: Money,
        /// What is still owed.
        pub outstanding: Money,
        /// What came beyond what was owed.
        pub overpaid: Money,
    }

    /// A dispute with all that hangs on it, except its events.
    pub struct DisputeView {
        /// The dispute.
        pub dispute: Dispute,
        /// Its short reference.
        pub reference: String,
        /// Where it stands today.
        pub state: DisputeState,
        /// Who leads it.
        pub lead: Named,
        /// The vendors' parts.
        pub parties: Vec<PartyView>,
        /// What each vendor owes, per currency.
        pub owed: Vec<VendorBalance>,
        /// What is owed in all, per currency.
        pub totals: Vec<Total>,
        /// The currency of its last sum, proposed for the next; absent before the first.
        pub currency: Option<String>,
        /// The sums owed.
        pub claims: Vec<ClaimView>,
        /// The promises.
        pub promises: Vec<PromiseView>,
        /// The offers.
        pub offers: Vec<OfferView>,
        /// The ladder.
        pub rungs: Vec<RungView>,
        /// The people who helped.
        pub advocates: Vec<AdvocacyView>,
        /// What was agreed.
        pub remedies: Vec<RemedyView>,
        /// What the household will do or has done.
        pub next_steps: Vec<NextStepView>,
        /// The one thing that matters now.
        pub next: Option<DueItem>,
        /// Everyone at the vendors of this dispute, to choose from.
        pub people: Vec<Person>,
        /// What is attached.
        pub attachments: Vec<AttachmentView>,
        /// How many events it has.
        pub event_count: u32,
    }

    /// A party with its vendor's name.
    pub struct PartyView {
        /// The party.
        pub party: Party,
        /// Its vendor.
        pub vendor: Named,
    }

    /// What one vendor owes in one currency.
    pub struct VendorBalance {
        /// The vendor.
        pub vendor: Named,
        /// The sums.
        pub balance: Balance,
    }

    /// What is owed in all in one currency.
    pub struct Total {
        /// Still owed.
        pub outstanding: Money,
        /// Come beyond what was owed.
        pub overpaid: Money,
    }

    /// A claim with what happened to it.
    pub struct ClaimView {
        /// The claim.
        pub claim: Claim,
        /// Who owes it.
        pub vendor: Named,
        /// What happened to it.
        pub movements: Vec<Movement>,
        /// What is left of it.
        pub balance: Balance,
        /// The event that made it arise, in a few words.
        pub because_of: Option<Named>,
    }

    /// A promise with where it stands.
    pub struct PromiseView {
        /// The promise.
        pub promise: Promise,
        /// Where it stands today.
        pub status: PromiseStatus,
        /// Who gave it.
        pub by: Option<Person>,
        /// The vendor, its own or its person's.
        pub vendor: Option<Named>,
    }

    /// An offer with who made it, where it stands and what it would leave.
    pub struct OfferView {
        /// The offer.
        pub offer: Offer,
        /// Where it stands today.
        pub standing: OfferStanding,
        /// The last day on which it can be accepted, while it can be.
        pub last_day: Option<String>,
        /// The offer beside what is owed, per currency.
        pub measures: Vec<OfferMeasure>,
        /// Words of its terms by which accepting may settle everything for good.
        pub settling: Vec<String>,
        /// Who made it.
        pub by: Option<Person>,
        /// The vendor, its own or its person's.
        pub vendor: Option<Named>,
    }

    /// An offer beside what is owed, in one currency.
    pub struct OfferMeasure {
        /// What is outstanding.
        pub owed: Money,
        /// What is offered.
        pub offered: Money,
        /// What would stay unpaid.
        pub missing: Money,
    }

    /// A rung with who stands on it.
    pub struct RungView {
        /// The rung.
        pub rung: Rung,
        /// The person.
        pub contact: Option<Person>,
        /// The vendor, its own or its person's.
        pub vendor: Option<Named>,
    }

    /// Help with who gave it.
    pub struct AdvocacyView {
        /// The help.
        pub advocacy: Advocacy,
        /// Who gave it.
        pub contact: Person,
    }

    /// A next step with who it is with.
    pub struct NextStepView {
        /// The step.
        pub step: NextStep,
        /// With whom.
        pub contact: Option<Person>,
    }

    /// Something that is due, overdue or coming.
    pub struct DueItem {
        /// Of which sort.
        pub kind: DueKind,
        /// Which promise, step or check.
        pub id: String,
        /// The remedy, for a check.
        pub remedy: Option<String>,
        /// The day.
        pub on: String,
        /// The time of that day, `HH:MM`, for a step that has one.
        pub at: Option<String>,
        /// Whether the day has passed.
        pub overdue: bool,
        /// What.
        pub what: String,
        /// In which dispute.
        pub dispute: Named,
        /// With or by whom.
        pub person: Option<Person>,
        /// The vendor.
        pub vendor: Option<Named>,
        /// By which channel, for a step that has one.
        pub channel: Option<super::Channel>,
    }
}
