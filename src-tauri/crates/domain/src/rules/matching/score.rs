//! How sure a match is, and why. The points of each reason stand here and nowhere else.

use chrono::{Days, NaiveDate};

use super::names::Naming;

/// What speaks for a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// The sum is exactly what is owed.
    SameAmount,
    /// The sum is that of several claims together.
    SumOfClaims,
    /// Several credits together make what is owed.
    SumOfCredits,
    /// The sum is a part of what is owed, or of what came.
    PartOfAmount,
    /// It is the same sum that came in before.
    SameAsReceived,
    /// It is the same sum that was waived.
    SameAsWaived,
    /// It came after the end that was agreed.
    AfterEnd,
    /// A name is written that was confirmed before.
    LearnedName,
    /// The vendor's name is written.
    VendorName,
    /// The line bears a reference of the dispute.
    Reference,
    /// It came in the days in which it was expected.
    InTime,
    /// It came later than expected.
    LateInTime,
}

impl Reason {
    /// Whether it says who it was, and not only how much and when.
    pub fn names(self) -> bool {
        match self {
            Self::LearnedName | Self::VendorName | Self::Reference => true,
            Self::SameAmount
            | Self::SumOfClaims
            | Self::SumOfCredits
            | Self::PartOfAmount
            | Self::SameAsReceived
            | Self::SameAsWaived
            | Self::AfterEnd
            | Self::InTime
            | Self::LateInTime => false,
        }
    }

    /// The word by which the reason is written in answers.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SameAmount => "same_amount",
            Self::SumOfClaims => "sum_of_claims",
            Self::SumOfCredits => "sum_of_credits",
            Self::PartOfAmount => "part_of_amount",
            Self::SameAsReceived => "same_as_received",
            Self::SameAsWaived => "same_as_waived",
            Self::AfterEnd => "after_end",
            Self::LearnedName => "learned_name",
            Self::VendorName => "vendor_name",
            Self::Reference => "reference",
            Self::InTime => "in_time",
            Self::LateInTime => "late_in_time",
        }
    }
}

/// Where neither name nor reference is written, no sum makes a match surer than this.
pub const UNNAMED: u32 = 30;

/// The points of a match, gathered reason by reason.
#[derive(Debug, Clone, Default)]
pub(super) struct Score {
    points: u32,
    why: Vec<Reason>,
    named: bool,
}

impl Score {
    /// A match for that reason, which the sum or its kind gives.
    pub(super) fn of(reason: Reason) -> Self {
        let points = match reason {
            Reason::SameAmount => 45,
            Reason::SameAsReceived | Reason::SameAsWaived => 42,
            Reason::SumOfClaims => 38,
            Reason::SumOfCredits => 36,
            Reason::AfterEnd => 30,
            Reason::PartOfAmount
            | Reason::LearnedName
            | Reason::VendorName
            | Reason::Reference
            | Reason::InTime
            | Reason::LateInTime => 15,
        };
        Self { points, why: vec![reason], named: false }
    }

    /// The weaker of two: a sum that says little.
    pub(super) fn less(mut self, points: u32) -> Self {
        self.points = self.points.saturating_sub(points);
        self
    }

    /// What the line says of the vendor.
    pub(super) fn named(mut self, naming: Naming) -> Self {
        let (points, reason) = match naming {
            Naming::No => return self,
            Naming::Partly => (25, Reason::VendorName),
            Naming::OwnBank => (28, Reason::VendorName),
            Naming::Fully => (40, Reason::VendorName),
            Naming::Learned => (42, Reason::LearnedName),
        };
        self.points += points;
        self.why.push(reason);
        self.named = true;
        self
    }

    /// Whether the line bears a reference of the dispute.
    pub(super) fn referenced(mut self, is_referenced: bool) -> Self {
        if is_referenced {
            self.points += 30;
            self.why.push(Reason::Reference);
            self.named = true;
        }
        self
    }

    /// When it came.
    pub(super) fn timed(mut self, timing: Timing) -> Self {
        match timing {
            Timing::InTime => {
                self.points += 15;
                self.why.push(Reason::InTime);
            }
            Timing::Late => {
                self.points += 7;
                self.why.push(Reason::LateInTime);
            }
            Timing::Outside => {}
        }
        self
    }

    /// The points and the reasons, the weightiest first.
    pub(super) fn done(mut self) -> (u32, Vec<Reason>) {
        let limit = if self.named { 100 } else { UNNAMED };
        self.why.sort_unstable();
        (self.points.min(limit), self.why)
    }
}

/// When a line came, held against when it was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Timing {
    InTime,
    Late,
    Outside,
}

impl Timing {
    /// In time up to so many days behind `expected`, late up to so many more.
    pub(super) fn of(on: NaiveDate, expected: NaiveDate, grace: u64, late: u64) -> Self {
        let until = |days| expected.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX);
        if on <= until(grace) {
            Self::InTime
        } else if on <= until(late) {
            Self::Late
        } else {
            Self::Outside
        }
    }
}
