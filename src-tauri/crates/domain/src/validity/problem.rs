//! A problem: what it is, how grave, and where.

use std::fmt;

use chrono::NaiveDate;

use crate::text::TextError;
use crate::{
    AdvocacyId, AttachmentId, ChannelId, CheckId, CitationId, ClaimId, ContactId, Currency,
    DisputeId, EventId, FactId, IssueId, MemberId, Money, MovementId, NextStepId, OfferId, PartyId,
    PromiseId, RemedyId, RungId, VendorId,
};

/// How grave a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The record is not accepted.
    Refused,
    /// The record is accepted, and the person is told.
    Warning,
}

/// What is wrong, with what a sentence about it needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProblemCode {
    /// A required text is empty.
    TextEmpty,
    /// A text is too long.
    TextTooLong {
        /// How many characters it has.
        length: usize,
        /// How many can be kept.
        limit: usize,
    },
    /// A text holds a control character.
    TextControlCharacter {
        /// How many characters stand before it.
        position: usize,
        /// The character.
        character: char,
    },
    /// An amount is nothing or less.
    AmountNotPositive,
    /// A price is less than nothing.
    PriceNegative,
    /// A movement has another currency than its claim.
    CurrencyDiffers {
        /// The claim's.
        claim: Currency,
        /// The movement's.
        movement: Currency,
    },
    /// The claims against one vendor, or what was paid on them, add up to more than can be kept.
    TotalTooLarge {
        /// The currency of the sums.
        currency: Currency,
    },
    /// A promise is due before it was made.
    PromiseDueBeforeMade {
        /// When it was made.
        made_on: NaiveDate,
        /// When it is due.
        due_on: NaiveDate,
    },
    /// A person does not work at any vendor of the dispute.
    ContactNotOfParty {
        /// The person.
        contact: ContactId,
        /// Where they work.
        vendor: VendorId,
    },
    /// A remedy does not say who agreed to it.
    RemedyWithoutPerson,
    /// A remedy does not say which vendor owes it.
    RemedyWithoutVendor,
    /// A remedy does not say which claim it settles.
    RemedyWithoutClaim,
    /// Something is said to have happened on a day that has not come.
    DayInFuture {
        /// The day.
        day: NaiveDate,
    },
    /// More was paid or let go than was owed at that time.
    MovementLargerThanOwed {
        /// What was owed.
        owed: Money,
    },
    /// More was taken back than was ever paid or let go.
    ReversalLargerThanPaid {
        /// What had been paid or let go and not taken back.
        paid: Money,
    },
    /// Something was taken back before it was paid.
    ReversalBeforePayment {
        /// What had been paid or let go by then.
        paid: Money,
    },
}

impl ProblemCode {
    /// How grave it is.
    pub fn severity(self) -> Severity {
        match self {
            Self::TextEmpty
            | Self::TextTooLong { .. }
            | Self::TextControlCharacter { .. }
            | Self::AmountNotPositive
            | Self::PriceNegative
            | Self::CurrencyDiffers { .. }
            | Self::TotalTooLarge { .. }
            | Self::PromiseDueBeforeMade { .. } => Severity::Refused,
            Self::ContactNotOfParty { .. }
            | Self::RemedyWithoutPerson
            | Self::RemedyWithoutVendor
            | Self::RemedyWithoutClaim
            | Self::DayInFuture { .. }
            | Self::MovementLargerThanOwed { .. }
            | Self::ReversalLargerThanPaid { .. }
            | Self::ReversalBeforePayment { .. } => Severity::Warning,
        }
    }

    /// The stable name, by which a table chooses the words.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::TextEmpty => "text_empty",
            Self::TextTooLong { .. } => "text_too_long",
            Self::TextControlCharacter { .. } => "text_control_character",
            Self::AmountNotPositive => "amount_not_positive",
            Self::PriceNegative => "price_negative",
            Self::CurrencyDiffers { .. } => "currency_differs",
            Self::TotalTooLarge { .. } => "total_too_large",
            Self::PromiseDueBeforeMade { .. } => "promise_due_before_made",
            Self::ContactNotOfParty { .. } => "contact_not_of_party",
            Self::RemedyWithoutPerson => "remedy_without_person",
            Self::RemedyWithoutVendor => "remedy_without_vendor",
            Self::RemedyWithoutClaim => "remedy_without_claim",
            Self::DayInFuture { .. } => "day_in_future",
            Self::MovementLargerThanOwed { .. } => "movement_larger_than_owed",
            Self::ReversalLargerThanPaid { .. } => "reversal_larger_than_paid",
            Self::ReversalBeforePayment { .. } => "reversal_before_payment",
        }
    }
}

impl From<TextError> for ProblemCode {
    fn from(error: TextError) -> Self {
        match error {
            TextError::Empty => Self::TextEmpty,
            TextError::TooLong { length, limit } => Self::TextTooLong { length, limit },
            TextError::ControlCharacter { position, character } => {
                Self::TextControlCharacter { position, character }
            }
        }
    }
}

impl fmt::Display for ProblemCode {
    /// A plain sentence without a full stop, for where no table of words is at hand.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::TextEmpty => TextError::Empty.fmt(f),
            Self::TextTooLong { length, limit } => TextError::TooLong { length, limit }.fmt(f),
            Self::TextControlCharacter { position, character } => {
                TextError::ControlCharacter { position, character }.fmt(f)
            }
            Self::AmountNotPositive => f.write_str("the amount has to be more than nothing"),
            Self::PriceNegative => f.write_str("the price cannot be less than nothing"),
            Self::CurrencyDiffers { claim, movement } => {
                write!(f, "the claim is in {claim}, this is in {movement}")
            }
            Self::TotalTooLarge { currency } => {
                write!(f, "the sums in {currency} add up to more than can be kept exactly")
            }
            Self::PromiseDueBeforeMade { made_on, due_on } => {
                write!(f, "the promise is due on {due_on}, before it was made on {made_on}")
            }
            Self::ContactNotOfParty { .. } => {
                f.write_str("this person does not work at any vendor of the dispute")
            }
            Self::RemedyWithoutPerson => f.write_str("it is not said who agreed to the remedy"),
            Self::RemedyWithoutVendor => f.write_str("it is not said which vendor owes the remedy"),
            Self::RemedyWithoutClaim => {
                f.write_str("it is not said which claim the remedy settles")
            }
            Self::DayInFuture { day } => write!(f, "{day} has not come yet"),
            Self::MovementLargerThanOwed { owed } => {
                write!(f, "this is more than what was owed at that time, {owed}")
            }
            Self::ReversalLargerThanPaid { paid } => {
                write!(f, "more was taken back than what was paid, {paid}")
            }
            Self::ReversalBeforePayment { paid } => {
                write!(f, "this was taken back before it was paid; by then {paid} was paid")
            }
        }
    }
}

/// The record that a problem lies in. What stands within another record names that one too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Record {
    /// The household itself.
    Household,
    /// A member.
    Member(MemberId),
    /// A vendor.
    Vendor(VendorId),
    /// A channel of a vendor.
    Channel(VendorId, ChannelId),
    /// A person at a vendor.
    Contact(ContactId),
    /// A dispute, its subject included.
    Dispute(DisputeId),
    /// A vendor's part.
    Party(PartyId),
    /// A claim.
    Claim(ClaimId),
    /// A movement of a claim.
    Movement(ClaimId, MovementId),
    /// An event.
    Event(EventId),
    /// A fact of an event.
    Fact(EventId, FactId),
    /// What is in question.
    Issue(IssueId),
    /// A promise.
    Promise(PromiseId),
    /// An offer.
    Offer(OfferId),
    /// A rung of the ladder.
    Rung(RungId),
    /// Somebody's help.
    Advocacy(AdvocacyId),
    /// A remedy.
    Remedy(RemedyId),
    /// A check of a remedy.
    Check(RemedyId, CheckId),
    /// A next step.
    NextStep(NextStepId),
    /// A piece of evidence.
    Attachment(AttachmentId),
    /// What rests on a piece of evidence.
    Citation(AttachmentId, CitationId),
}

/// Where a problem lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place {
    /// In which record.
    pub record: Record,
    /// In which of its fields, by the key of the household file: `due_on`, `for`, `subject.where`.
    pub field: &'static str,
}

/// A problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Problem {
    /// How grave it is; always that of its code.
    pub severity: Severity,
    /// What is wrong.
    pub code: ProblemCode,
    /// Where.
    pub at: Place,
}
