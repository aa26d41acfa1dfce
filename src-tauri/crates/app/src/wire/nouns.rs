//! The nouns as forms send them and screens show them. `id` is absent while a thing is new.

use super::{
    Channel, CheckResult, ClosedAs, Direction, FactStatus, MovementKind, OfferAnswer, Precision,
    PromiseOutcome, RemedyKind, Role, VendorKind, wire,
};

wire! {
    /// A sum: a plain decimal string with all its minor digits (`"1840.00"`) and its currency.
    pub struct Money {
        /// Such as `1840.00`, never grouped.
        pub amount: String,
        /// Such as `USD`.
        pub currency: String,
    }

    /// A person of the household.
    pub struct Member {
        /// Which member; absent while new.
        pub id: Option<String>,
        /// The name as it is signed.
        pub name: String,
        /// The postal address, a line an entry.
        pub address: Vec<String>,
        /// The e-mail address.
        pub email: Option<String>,
        /// The telephone number.
        pub phone: Option<String>,
    }

    /// An organisation.
    pub struct Vendor {
        /// Which vendor; absent while new.
        pub id: Option<String>,
        /// Its name.
        pub name: String,
        /// What sort it is.
        pub kind: VendorKind,
        /// The postal address, a line an entry.
        pub address: Vec<String>,
        /// The country as written.
        pub country: Option<String>,
        /// How it can be reached.
        pub channels: Vec<VendorChannel>,
        /// Other names, as on bank statements.
        pub known_as: Vec<String>,
    }

    /// A way to reach a vendor.
    pub struct VendorChannel {
        /// Which channel; absent while new.
        pub id: Option<String>,
        /// Of which sort.
        pub kind: Channel,
        /// The number, address or page.
        pub value: String,
        /// The department or purpose.
        pub label: Option<String>,
    }

    /// A person at a vendor.
    pub struct Contact {
        /// Which person; absent while new.
        pub id: Option<String>,
        /// Where they work.
        pub vendor: String,
        /// Their name.
        pub name: String,
        /// What they do.
        pub job: Option<String>,
        /// In which department.
        pub department: Option<String>,
        /// Their direct number.
        pub phone: Option<String>,
        /// Their e-mail address.
        pub email: Option<String>,
        /// Who supervises them.
        pub supervisor: Option<String>,
    }

    /// A dispute without what hangs on it.
    pub struct Dispute {
        /// Which dispute; absent while new.
        pub id: Option<String>,
        /// The title.
        pub title: String,
        /// The concrete outcome wanted.
        pub goal: String,
        /// When it began, `YYYY-MM-DD`.
        pub opened_on: String,
        /// Which member leads it.
        pub lead: String,
        /// When it was closed. Forms cannot change it; see `close_dispute`.
        pub closed_on: Option<String>,
        /// How it ended. Forms cannot change it; see `close_dispute`.
        pub closed_as: Option<ClosedAs>,
        /// One sentence on what it has meant.
        pub effect: Option<String>,
        /// What it is about.
        pub subject: Subject,
    }

    /// What a dispute is about.
    #[derive(Default)]
    pub struct Subject {
        /// The thing or service.
        pub what: Option<String>,
        /// When it was bought.
        pub bought_on: Option<String>,
        /// Where.
        pub place: Option<String>,
        /// What it cost.
        pub price: Option<Money>,
        /// How it was paid.
        pub paid_by: Option<String>,
        /// The order number.
        pub order: Option<String>,
        /// The account number.
        pub account: Option<String>,
        /// The model.
        pub model: Option<String>,
        /// The serial number.
        pub serial: Option<String>,
    }

    /// A vendor's part in a dispute.
    pub struct Party {
        /// Which party; absent while new.
        pub id: Option<String>,
        /// The vendor.
        pub vendor: String,
        /// Its parts.
        pub roles: Vec<Role>,
        /// Its own reference.
        pub reference: Option<String>,
        /// The policy that it relies on.
        pub policy: Option<String>,
        /// The reason that it gives.
        pub rationale: Option<String>,
    }

    /// A sum owed.
    pub struct Claim {
        /// Which claim; absent while new.
        pub id: Option<String>,
        /// Who owes it.
        pub vendor: String,
        /// How much.
        pub amount: Money,
        /// For what.
        pub reason: String,
        /// Since when.
        pub arose_on: String,
        /// By when it is due.
        pub due_on: Option<String>,
        /// The event that made it arise.
        pub because_of: Option<String>,
    }

    /// Something that happened to a claim.
    pub struct Movement {
        /// Which movement; absent while new.
        pub id: Option<String>,
        /// What happened.
        pub kind: MovementKind,
        /// How much.
        pub amount: Money,
        /// When.
        pub on: String,
        /// The payment's reference.
        pub reference: Option<String>,
        /// The remedy that it carried out.
        pub remedy: Option<String>,
    }

    /// Something that happened. In TypeScript `Event` is a word of the browser.
    #[serde(rename = "EventNoun")]
    pub struct Event {
        /// Which event; absent while new.
        pub id: Option<String>,
        /// The dispute.
        pub dispute: String,
        /// A day `YYYY-MM-DD`, or an instant in RFC 3339 with its offset.
        pub at: String,
        /// How well that is known.
        pub precision: Precision,
        /// By which channel.
        pub channel: Channel,
        /// Who reached out.
        pub direction: Direction,
        /// The vendor.
        pub vendor: Option<String>,
        /// The people.
        pub contacts: Vec<String>,
        /// Whether anybody answered.
        pub answered: Option<bool>,
        /// Minutes waited.
        pub waited_minutes: Option<u32>,
        /// Minutes it took.
        pub minutes: Option<u32>,
        /// What is known of it.
        pub facts: Vec<Fact>,
        /// The private note.
        pub note: Option<String>,
    }

    /// One assertion about an event.
    pub struct Fact {
        /// Which fact; absent while new.
        pub id: Option<String>,
        /// One sentence.
        pub text: String,
        /// Whether the other side agrees.
        pub status: FactStatus,
        /// Who acknowledged it.
        pub acknowledged_by: Option<String>,
    }

    /// What was undertaken. In TypeScript `Promise` is a word of the language.
    #[serde(rename = "PromiseNoun")]
    pub struct Promise {
        /// Which promise; absent while new.
        pub id: Option<String>,
        /// Who gave it.
        pub by: Option<String>,
        /// For which vendor.
        pub vendor: Option<String>,
        /// When it was given.
        pub made_on: String,
        /// What was undertaken.
        pub what: String,
        /// By when.
        pub due_on: Option<String>,
        /// How it ended.
        pub outcome: Option<PromiseOutcome>,
        /// When it ended.
        pub outcome_on: Option<String>,
    }

    /// What was proposed.
    pub struct Offer {
        /// Which offer; absent while new.
        pub id: Option<String>,
        /// Who made it.
        pub by: Option<String>,
        /// For which vendor.
        pub vendor: Option<String>,
        /// When.
        pub on: String,
        /// Its terms.
        pub terms: String,
        /// Its worth.
        pub amount: Option<Money>,
        /// The last day to accept it.
        pub open_until: Option<String>,
        /// What was answered.
        pub answer: Option<OfferAnswer>,
        /// When.
        pub answered_on: Option<String>,
    }

    /// A step of the ladder.
    pub struct Rung {
        /// Which rung; absent while new.
        pub id: Option<String>,
        /// The person.
        pub contact: Option<String>,
        /// The vendor or outside body.
        pub vendor: Option<String>,
        /// When it was reached; absent while planned.
        pub reached_on: Option<String>,
        /// Why.
        pub reason: String,
        /// What came of it.
        pub result: Option<String>,
    }

    /// What a person did to help.
    pub struct Advocacy {
        /// Which help; absent while new.
        pub id: Option<String>,
        /// Who helped.
        pub contact: String,
        /// When.
        pub on: String,
        /// What they did.
        pub did: String,
        /// When they were thanked.
        pub thanked_on: Option<String>,
        /// Whether they may be named.
        pub may_quote: bool,
    }

    /// What was agreed.
    pub struct Remedy {
        /// Which remedy; absent while new.
        pub id: Option<String>,
        /// Of which kind.
        pub kind: RemedyKind,
        /// Who agreed.
        pub by: Option<String>,
        /// The vendor.
        pub vendor: Option<String>,
        /// When.
        pub agreed_on: String,
        /// What was agreed.
        pub what: String,
        /// What it covers.
        pub scope: Option<String>,
        /// What it depends on.
        pub caveat: Option<String>,
        /// What the household asks itself before each use.
        pub before_use: Option<String>,
        /// The claim that it settles.
        pub claim: Option<String>,
        /// By when.
        pub expected_by: Option<String>,
        /// When it was delivered.
        pub delivered_on: Option<String>,
        /// The last day on which it counts.
        pub ends_on: Option<String>,
        /// When the household was satisfied, and wanted no further look.
        pub satisfied_on: Option<String>,
    }

    /// A look at whether a remedy holds.
    pub struct Check {
        /// Which check; absent while new.
        pub id: Option<String>,
        /// When it is to be done.
        pub due_on: String,
        /// When it was done.
        pub done_on: Option<String>,
        /// What it showed.
        pub result: Option<CheckResult>,
        /// A remark.
        pub note: Option<String>,
    }

    /// What the household will do.
    pub struct NextStep {
        /// Which step; absent while new.
        pub id: Option<String>,
        /// On which day.
        pub on: String,
        /// At what time, `HH:MM`.
        pub at: Option<String>,
        /// What.
        pub what: String,
        /// By which channel.
        pub channel: Option<Channel>,
        /// With whom.
        pub contact: Option<String>,
        /// When it was done.
        pub done_on: Option<String>,
    }
}
