//! Remedies: how they are shown, planned, looked at and answered.

use super::{
    Check, CheckResult, Money, Named, NextStep, Person, Remedy, RemedyKind, RemedyStageKind,
    RemedyStatus, wire,
};

wire! {
    /// A remedy with where it stands.
    pub struct RemedyView {
        /// The remedy.
        pub remedy: Remedy,
        /// Where it stands today.
        pub status: RemedyStatus,
        /// Who agreed.
        pub by: Option<Person>,
        /// The vendor, its own or its person's.
        pub vendor: Option<Named>,
        /// Its looks, done and to come.
        pub checks: Vec<Check>,
        /// The look that is due today or was before.
        pub check_due: Option<Check>,
        /// The next look, due or to come.
        pub next_check: Option<Check>,
        /// What the claim behind it is worth.
        pub worth: Option<Money>,
        /// The dispute.
        pub dispute: Named,
        /// Whether its dispute is closed. Writing down that it was taken back opens it again.
        pub in_closed_dispute: bool,
        /// What has happened to it, in order.
        pub stages: Vec<RemedyStage>,
        /// Since when it has held, where it holds.
        pub held_since: Option<String>,
        /// Whether the last planned look held and the household has not said whether it is satisfied.
        pub asks_whether_satisfied: bool,
        /// When one further look would be proposed.
        pub further_look: String,
    }

    /// One point of a remedy's life.
    pub struct RemedyStage {
        /// What happened.
        pub kind: RemedyStageKind,
        /// On which day.
        pub on: String,
    }

    /// All remedies, and which of them matter most. Lists of ids name some of `remedies`.
    pub struct RemedyBoard {
        /// Each with its status; the UI makes the columns.
        pub remedies: Vec<RemedyView>,
        /// Those whose look is due, the longest overdue first.
        pub due: Vec<String>,
        /// Those that were taken back, the latest first.
        pub reversed: Vec<String>,
        /// Those that hold, the longest first; a few.
        pub held_longest: Vec<String>,
        /// What would be missing if every remedy failed that still may, per currency.
        pub at_risk: Vec<Money>,
    }

    /// What the looks of a remedy are planned by, as far as it is known yet.
    pub struct PlanQuery {
        /// Of which kind it is.
        pub kind: RemedyKind,
        /// When it was agreed.
        pub agreed_on: Option<String>,
        /// By when it is expected.
        pub expected_by: Option<String>,
        /// When it was delivered.
        pub delivered_on: Option<String>,
        /// The last day on which it counts.
        pub ends_on: Option<String>,
    }

    /// The looks that are proposed for a remedy.
    pub struct CheckPlan {
        /// Their days, the earliest first.
        pub looks: Vec<String>,
        /// Whether one looks before each use, rather than on set days.
        pub before_use: bool,
    }

    /// A look that is still to come.
    pub struct PlannedLook {
        /// Which look; absent for a new one.
        pub id: Option<String>,
        /// On which day.
        pub on: String,
    }

    /// What is saved along with a remedy, as one action.
    #[derive(Default)]
    pub struct RemedyAlong {
        /// The looks still to come, in place of those that are planned; absent to leave those.
        pub looks: Option<Vec<PlannedLook>>,
        /// What the caveat asks the household to do on a day.
        pub step: Option<NextStep>,
        /// The offer that became this remedy.
        pub accepts: Option<Acceptance>,
    }

    /// The yes to an offer, given with the remedy that it becomes.
    pub struct Acceptance {
        /// Which offer of the dispute.
        pub offer: String,
        /// The day of the answer.
        pub on: String,
    }

    /// The answer to “does it still hold?”.
    pub struct CheckAnswer {
        /// Which dispute.
        pub dispute: String,
        /// Which remedy.
        pub remedy: String,
        /// Which look; absent where one looked without having planned to.
        pub check: Option<String>,
        /// What it showed.
        pub result: CheckResult,
        /// On which day.
        pub on: String,
        /// A remark.
        pub note: Option<String>,
        /// The sum taken back, where the remedy settled a claim.
        pub taken_back: Option<Money>,
        /// When to look again, where no look is planned; absent for not at all.
        pub next_on: Option<String>,
    }
}
