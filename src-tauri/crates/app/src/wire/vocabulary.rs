//! The vocabularies of `domain`, as they cross the boundary: the same words, in snake case.

/// Writes a wire enum beside its twin in `domain`, with the conversions both ways.
macro_rules! twins {
    ($($(#[$doc:meta])* $name:ident = $twin:path { $($variant:ident)* })*) => {$(
        #[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, specta::Type)]
        $(#[$doc])*
        #[serde(rename_all = "snake_case")]
        pub enum $name { $(#[doc = concat!("See `domain::", stringify!($name), "`.")] $variant,)* }

        impl From<$twin> for $name {
            fn from(value: $twin) -> Self {
                use $twin as Twin;
                match value { $(Twin::$variant => Self::$variant,)* }
            }
        }

        impl From<$name> for $twin {
            fn from(value: $name) -> Self {
                use $twin as Twin;
                match value { $($name::$variant => Twin::$variant,)* }
            }
        }
    )*};
}

twins! {
    /// What sort of organisation a vendor is.
    VendorKind = holdfast_domain::VendorKind {
        Shop Bank CardIssuer Insurer Investment Airline Travel Telecom Utility Landlord Dealer
        Health Agency Regulator Ombudsman Court Other
    }
    /// The way in which people reached each other. TypeScript calls it otherwise, because Tauri has
    /// a `Channel` of its own there.
    #[serde(rename = "ChannelKind")]
    Channel = holdfast_domain::Channel {
        Phone Email Letter WebForm Chat Social Visit Statement Other
    }
    /// Who reached out to whom.
    Direction = holdfast_domain::Direction { In Out Internal }
    /// How well a time is known.
    Precision = holdfast_domain::Precision { Exact About Unknown }
    /// A part that a vendor plays.
    Role = holdfast_domain::Role { CausedIt HoldsTheMoney MustRemedy CanCompel }
    /// What happened to a claim.
    MovementKind = holdfast_domain::MovementKind {
        Received Credited ProvisionalCredit Waived WrittenOff Reversed
    }
    /// Whether the other side agrees with a fact.
    FactStatus = holdfast_domain::FactStatus { Undisputed Disputed Unsure }
    /// How a promise ended.
    PromiseOutcome = holdfast_domain::PromiseOutcome { Kept Broken Withdrawn }
    /// What a vendor's reply to an issue comes to.
    IssueAnswer = holdfast_domain::IssueAnswer { Conceded Refused }
    /// What the household answered to an offer.
    OfferAnswer = holdfast_domain::OfferAnswer { Accepted Declined }
    /// What sort of thing was agreed.
    RemedyKind = holdfast_domain::RemedyKind {
        Refund Credit Voucher Waiver Replacement Repair PolicyException Apology Other
    }
    /// What a look at a remedy showed.
    CheckResult = holdfast_domain::CheckResult { Holds DoesNotHold Unclear }
    /// How a closed dispute ended.
    ClosedAs = holdfast_domain::ClosedAs { Settled AcceptedLess Dropped }
    /// What a letter is for.
    LetterKind = holdfast_domain::LetterKind {
        Complaint FollowUp Confirmation Escalation ThankYou Commendation FinalNotice BillingError
        BeforeClaim RefusalRequest
    }
    /// How firmly a letter speaks.
    LetterTone = holdfast_domain::LetterTone { Gentle Firm }
    /// The form of a bank's file.
    StatementFormat = holdfast_domain::StatementFormat { Ofx Csv Camt Qif Mt940 }
    /// What a line of a statement means for a dispute.
    MatchKind = holdfast_domain::MatchKind { Pays TakesBack ChargedAgain ChargedAfterEnd }
    /// What speaks for a match.
    MatchReason = holdfast_domain::rules::matching::Reason {
        SameAmount SumOfClaims SumOfCredits PartOfAmount SameAsReceived SameAsWaived AfterEnd
        LearnedName VendorName Reference InTime LateInTime
    }
    /// In which order a day is written in figures.
    DayOrder = holdfast_domain::DayOrder { DayFirst MonthFirst YearFirst }
    /// What a column of a bank's CSV file means.
    CsvColumn = holdfast_domain::CsvColumn {
        Day Amount AmountReversed Credit Debit Side Currency Party Text Reference BankId Ignore
    }
    /// What a column of the household's own list of refunds means.
    RefundColumn = holdfast_domain::RefundColumn {
        Vendor What Amount Currency AskedOn Reference State Refunded RefundedOn Contact Notes Ignore
    }
    /// How a row of that list says that the matter stands.
    RefundState = holdfast_domain::RefundState {
        Open Waiting Promised PartlyRefunded Refunded Refused GivenUp
    }
    /// Where a dispute stands.
    DisputeState = holdfast_domain::rules::state::DisputeState { Open Watching Closed }
    /// Where a remedy stands.
    RemedyStatus = holdfast_domain::rules::remedy::RemedyStatus {
        Promised Late Delivered Holding Reversed Expired
    }
    /// What happened to a remedy.
    RemedyStageKind = holdfast_domain::rules::remedy::StageKind {
        Granted Delivered Reversed Held Ended Satisfied
    }
    /// Where an offer stands.
    OfferStanding = holdfast_domain::rules::offer::OfferStanding { Open Lapsed Accepted Declined }
    /// How high somebody stands.
    LadderLevel = holdfast_domain::rules::ladder::Level {
        Representative Supervisor Manager ExecutiveOffice OutsideBody
    }
    /// Where an issue stands.
    IssueStanding = holdfast_domain::rules::issue::IssueStanding { Open Conceded Refused }
    /// Where a promise stands.
    PromiseStatus = holdfast_domain::rules::promise::PromiseStatus {
        Open Overdue Kept Broken Withdrawn
    }
    /// Who has to act within a time limit.
    ClockHolder = holdfast_domain::ClockHolder { Household Vendor }
    /// Which moment of its trigger a time limit is counted from.
    Reckoning = holdfast_domain::Reckoning { Sent Received Transmitted Agreed Happened }
    /// What a time limit is counted in.
    LimitUnit = holdfast_domain::LimitUnit { CalendarDays BusinessDays Weeks Months }
    /// Where a time limit stands.
    ClockStanding = holdfast_domain::rules::clock::ClockStanding {
        Proposed Running Passed Met MetLate Missed Closed DoesNotApply
    }
    /// What sort of answer a question wants.
    AnswerKind = holdfast_domain::AnswerKind { YesNo Day Sum OneOf }
    /// Of what kind a sum is that may be owed.
    OwedKind = holdfast_domain::OwedKind { Refund Fee Interest Difference Compensation Costs }
    /// Who reads a dossier.
    DossierReader = holdfast_domain::DossierReader { Ombudsman Vendor Issuer Court Other }
    /// A part of a dossier that can be left out.
    DossierPart = holdfast_domain::DossierPart {
        Summary People Helpers Chronology Issues Money Remedies NextSteps ContactLog Clocks Exhibits
    }
    /// What sort of thing is due.
    DueKind = holdfast_domain::rules::due::DueKind { Promise NextStep Check Letter Clock Quiet }
}
