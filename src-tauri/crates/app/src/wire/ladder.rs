//! The ladder of a dispute.

use super::{LadderLevel, Named, Person, VendorChannel, wire};

wire! {
    /// The levels of the ladder, the lowest first, and who is next.
    pub struct LadderView {
        /// Every level.
        pub steps: Vec<LadderStep>,
        /// Who is one rung up, where somebody is known.
        pub next: Option<LadderNext>,
    }

    /// A level of the ladder. Its rungs are those of the dispute's page.
    pub struct LadderStep {
        /// Which.
        pub level: LadderLevel,
        /// Whether somebody of this level was reached.
        pub is_reached: bool,
        /// Whether it is the highest that was reached.
        pub is_current: bool,
        /// Its rungs, reached and planned.
        pub rungs: Vec<String>,
        /// Who is known there and was not asked yet.
        pub people: Vec<Person>,
        /// Outside bodies that were not asked yet and still can be.
        pub bodies: Vec<Named>,
        /// Outside bodies that were not asked while there was time.
        pub closed: Vec<LadderClosed>,
    }

    /// An outside body that is not offered, because a time limit has passed.
    pub struct LadderClosed {
        /// Who.
        pub body: Named,
        /// What the time limit is called.
        pub limit: String,
        /// Its last day.
        pub last_day: String,
    }

    /// Who is one rung up: a planned rung, or else a person, or else a vendor's desk or a body.
    pub struct LadderNext {
        /// The rung that was planned.
        pub rung: Option<String>,
        /// The person.
        pub person: Option<Person>,
        /// The vendor or outside body.
        pub vendor: Option<Named>,
        /// The vendor's desk for complaints.
        pub channel: Option<VendorChannel>,
    }
}
