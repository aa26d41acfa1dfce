//! The words of clocks and rules: whose time runs, how it is reckoned, what one is asked.

vocabularies! {
    /// Who has to act within a time limit.
    ClockHolder {
        /// The household: once it has passed, that way is closed.
        Household = "household",
        /// The vendor or the outside body.
        Vendor = "vendor",
    }

    /// Which moment of its trigger a time limit is counted from.
    Reckoning {
        /// When it went out.
        Sent = "sent",
        /// When it reached the addressee.
        Received = "received",
        /// When it was put on its way to the household.
        Transmitted = "transmitted",
        /// When it was agreed.
        Agreed = "agreed",
        /// When it took place.
        Happened = "happened",
    }

    /// What a time limit is counted in.
    LimitUnit {
        CalendarDays = "calendar_days",
        BusinessDays = "business_days",
        Weeks = "weeks",
        Months = "months",
    }

    /// What makes a time limit stand still while it is under way.
    PauseOf {
        /// A repair or replacement that the vendor agreed to.
        RepairOrReplacement = "repair_or_replacement",
    }

    /// How well the source of a time limit was read.
    Confidence {
        /// The rule's own text, or the scheme's own page.
        A = "A",
        /// The rule's text through another's copy.
        B = "B",
        /// What others say of the rule. Such rows are switched off.
        C = "C",
    }

    /// What in the record proposes a time limit.
    Occasion {
        /// The household told the vendor, in whatever way.
        Told = "told",
        /// The household wrote to the vendor.
        Written = "written",
        /// A statement came that may show the error.
        StatementCame = "statement_came",
        /// A sum came to be owed.
        ClaimArose = "claim_arose",
        /// The vendor agreed to pay back.
        RefundAgreed = "refund_agreed",
        /// A firm gave its final response.
        FinalResponse = "final_response",
        /// The thing was bought.
        Bought = "bought",
        /// The letter that comes before a claim went out.
        BeforeClaimSent = "before_claim_sent",
    }

    /// What sort of answer a question wants.
    AnswerKind {
        YesNo = "yes_no",
        Day = "day",
        Sum = "sum",
        OneOf = "one_of",
    }

    /// Of what kind a sum is that may be owed.
    OwedKind {
        /// What was paid comes back.
        Refund = "refund",
        /// A fee that was charged.
        Fee = "fee",
        /// Interest that was charged or lost.
        Interest = "interest",
        /// What a price exceeds another by.
        Difference = "difference",
        /// A sum that a rule fixes for the trouble.
        Compensation = "compensation",
        /// What it has cost the household.
        Costs = "costs",
    }
}

impl Confidence {
    /// Whether clocks of this confidence are proposed and run.
    pub fn is_relied_on(self) -> bool {
        match self {
            Self::A | Self::B => true,
            Self::C => false,
        }
    }
}
