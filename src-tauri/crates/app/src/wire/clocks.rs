//! Time limits as they cross the boundary.

use super::{ClockHolder, ClockStanding, LimitUnit, Named, Reckoning, wire};

wire! {
    /// The time limits of a dispute.
    pub struct ClockBoard {
        /// What runs first, by its last day; then what may apply; then what is over.
        pub clocks: Vec<ClockView>,
        /// The rules that can be started by hand, by name.
        pub others: Vec<ClockChoice>,
    }

    /// A rule that can be started by hand.
    pub struct ClockChoice {
        /// Its code.
        pub rule: String,
        /// What it is called.
        pub name: String,
        /// Where it holds: a country's code, `EU`, or `*` for everywhere.
        pub jurisdiction: String,
        /// What starts it, in words.
        pub trigger: String,
    }

    /// A time limit that runs, is over, or may apply.
    pub struct ClockView {
        /// The record; nothing while it is only proposed.
        pub id: Option<String>,
        /// The rule's code.
        pub rule: String,
        /// What the rule is called.
        pub name: String,
        /// Where it holds: a country's code, `EU`, or `*` for everywhere.
        pub jurisdiction: String,
        /// Whom it binds or addresses, in words.
        pub addressee: String,
        /// Who has to act in time.
        pub holder: ClockHolder,
        /// What starts it, in words.
        pub trigger: String,
        /// Which moment of that counts.
        pub reckoning: Reckoning,
        /// The day from which is counted.
        pub trigger_on: String,
        /// The event that started it.
        pub because_of: Option<String>,
        /// With which vendor.
        pub vendor: Option<Named>,
        /// How its last day was found; nothing where the rule has no count of days.
        pub counted: Option<ClockCount>,
        /// What pauses it, in words.
        pub pauses: Option<String>,
        /// The channel that it requires, in words.
        pub channel: Option<String>,
        /// What else is worth knowing.
        pub note: Option<String>,
        /// Where the rule stands.
        pub source: String,
        /// `A` or `B`: how well the source was read.
        pub confidence: String,
        /// The day on which the source was looked at.
        pub checked_on: String,
        /// How it stands today.
        pub standing: ClockStanding,
        /// The day on which what it asks for was done, in time or late.
        pub met_on: Option<String>,
        /// The letter or other event by which it was done.
        pub met_by: Option<Named>,
        /// The day on which it was noted that the vendor did not keep it.
        pub missed_on: Option<String>,
    }

    /// How a last day was counted.
    pub struct ClockCount {
        /// The last day on which it is in time.
        pub last_day: String,
        /// How many.
        pub count: u32,
        /// Of what.
        pub unit: LimitUnit,
        /// Day one.
        pub first_day: String,
        /// Whether the trigger's own day is day one.
        pub trigger_day_counts: bool,
        /// Whose business days, where those are counted.
        pub region: Option<String>,
        /// The holidays that were left out.
        pub skipped: Vec<SkippedDay>,
        /// Whether business days were counted beyond the years whose holidays are known.
        pub beyond_table: bool,
        /// Whether the last day of a shorter month stands for a day that it does not have.
        pub month_end: bool,
        /// When it stood still.
        pub standstills: Vec<ClockStandstill>,
        /// Whether the record can know when it stands still; otherwise that is not counted.
        pub counts_pauses: bool,
        /// The day that gave way to the next business day.
        pub moved_from: Option<String>,
    }

    /// A time in which a limit did not run.
    pub struct ClockStandstill {
        /// The first day.
        pub from: String,
        /// The last day.
        pub to: String,
        /// Whether it is over; the count is made as if it ended today where it is not.
        pub is_over: bool,
    }

    /// A holiday that was not counted.
    pub struct SkippedDay {
        /// The day.
        pub day: String,
        /// What it is called.
        pub name: String,
    }

    /// What the household says of a time limit.
    pub struct ClockForm {
        /// The record; nothing for a new one.
        pub id: Option<String>,
        /// The rule's code.
        pub rule: String,
        /// With which vendor.
        pub vendor: Option<String>,
        /// The day from which is counted.
        pub trigger_on: String,
        /// The event that started it.
        pub because_of: Option<String>,
        /// Whether it applies.
        pub applies: bool,
        /// The day on which what it asks for was done, in time or late.
        pub met_on: Option<String>,
        /// The letter or other event by which it was done.
        pub met_by: Option<String>,
        /// The day on which it was noted that the vendor did not keep it.
        pub missed_on: Option<String>,
    }
}
