//! What is derived from the facts: the rules of the household file's reference, to the letter.
//!
//! Every rule takes the day from which one looks. Facts dated later do not count, so that the same
//! record answers “how did it stand on 1 March?” as well as “how does it stand today?”. A day has
//! *passed* when it lies before the day from which one looks; on the day itself it has not.

pub mod agenda;
pub mod as_on;
pub mod balance;
pub mod briefing;
pub mod cadence;
pub mod clock;
pub mod due;
pub mod issue;
pub mod ladder;
pub mod letter;
pub mod matching;
pub mod offer;
pub mod parties;
pub mod promise;
pub mod remedy;
pub mod snooze;
pub mod state;
pub mod statement;
pub mod thanks;
pub mod wronged;

pub use agenda::{Agenda, Scene, Section, agenda};
pub use balance::{Balance, Total, VendorBalance, balances, balances_of, claim_balance, totals};
pub use cadence::{Cadence, Pace};
pub use due::{Due, DueItem, DueKind, coming, due};
pub use issue::{IssueStanding, issue_standing};
pub use promise::{PromiseStatus, promise_status};
pub use remedy::{
    CheckPlan, RemedyStatus, check_due, check_plan, last_check, next_check, remedy_status,
};
pub use state::{DisputeState, dispute_state};
pub use thanks::{is_thanked, to_thank};

use chrono::NaiveDate;

/// Whether something dated so has happened by the day from which one looks.
fn has_come(day: Option<NaiveDate>, on: NaiveDate) -> bool {
    day.is_some_and(|day| day <= on)
}

/// Whether the day lies before the day from which one looks.
fn has_passed(day: Option<NaiveDate>, on: NaiveDate) -> bool {
    day.is_some_and(|day| day < on)
}
