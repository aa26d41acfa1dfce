//! The closed vocabularies of the household file, each with the words by which it is written.

/// A word that does not belong to the vocabulary it was read for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{word}” is not one of: {allowed}")]
pub struct UnknownWord {
    /// The word as it was found, or its beginning.
    pub word: String,
    /// The words that would have been understood, separated by spaces.
    pub allowed: String,
}

macro_rules! vocabularies {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$vdoc])* #[doc = concat!("Written `", $word, "`.")] $variant,)*
        }

        impl $name {
            /// Every value, in the order of the reference.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The word by which the value is written in files and in the store.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = UnknownWord;

            fn from_str(word: &str) -> Result<Self, UnknownWord> {
                match word {
                    $($word => Ok(Self::$variant),)*
                    _ => Err(UnknownWord {
                        word: crate::text::shown(word),
                        allowed: [$($word,)*].join(" "),
                    }),
                }
            }
        }
    )*};
}

vocabularies! {
    /// What sort of organisation a vendor is.
    VendorKind {
        Shop = "shop",
        Bank = "bank",
        CardIssuer = "card_issuer",
        Insurer = "insurer",
        Investment = "investment",
        Airline = "airline",
        Travel = "travel",
        Telecom = "telecom",
        Utility = "utility",
        Landlord = "landlord",
        Dealer = "dealer",
        Health = "health",
        Agency = "agency",
        Regulator = "regulator",
        Ombudsman = "ombudsman",
        Court = "court",
        Other = "other",
    }

    /// The way in which people reached each other.
    Channel {
        Phone = "phone",
        Email = "email",
        Letter = "letter",
        WebForm = "web_form",
        Chat = "chat",
        Social = "social",
        Visit = "visit",
        Statement = "statement",
        Other = "other",
    }

    /// Who reached out to whom.
    Direction {
        /// The vendor reached the household.
        In = "in",
        /// The household reached the vendor.
        Out = "out",
        /// Within the household.
        Internal = "internal",
    }

    /// How well the time of an event is known.
    Precision {
        Exact = "exact",
        About = "about",
        Unknown = "unknown",
    }

    /// A part that a vendor plays in a dispute; one vendor may play several.
    Role {
        CausedIt = "caused_it",
        HoldsTheMoney = "holds_the_money",
        MustRemedy = "must_remedy",
        CanCompel = "can_compel",
    }

    /// What happened to a claim.
    MovementKind {
        Received = "received",
        Credited = "credited",
        /// A credit that the vendor may still take back; a dispute is not settled while one stands.
        ProvisionalCredit = "provisional_credit",
        Waived = "waived",
        WrittenOff = "written_off",
        /// Money that came and was taken back.
        Reversed = "reversed",
    }

    /// Whether the other side agrees with a fact.
    FactStatus {
        Undisputed = "undisputed",
        Disputed = "disputed",
        Unsure = "unsure",
    }

    /// How a promise ended.
    PromiseOutcome {
        Kept = "kept",
        Broken = "broken",
        Withdrawn = "withdrawn",
    }

    /// What a vendor's reply to an issue comes to.
    IssueAnswer {
        /// It agreed.
        Conceded = "conceded",
        /// It did not agree.
        Refused = "refused",
    }

    /// What the household answered to an offer.
    OfferAnswer {
        Accepted = "accepted",
        Declined = "declined",
    }

    /// What sort of thing was agreed.
    RemedyKind {
        Refund = "refund",
        Credit = "credit",
        Voucher = "voucher",
        Waiver = "waiver",
        Replacement = "replacement",
        Repair = "repair",
        PolicyException = "policy_exception",
        Apology = "apology",
        Other = "other",
    }

    /// What a look at a remedy showed.
    CheckResult {
        Holds = "holds",
        DoesNotHold = "does_not_hold",
        /// The look settled nothing; it changes no status.
        Unclear = "unclear",
    }

    /// How a closed dispute ended.
    ClosedAs {
        Settled = "settled",
        AcceptedLess = "accepted_less",
        Dropped = "dropped",
    }

    /// What a letter is for.
    LetterKind {
        /// Says what went wrong and asks for one remedy.
        Complaint = "complaint",
        /// Asks after an earlier letter, call or promise.
        FollowUp = "follow_up",
        /// Sets down what was agreed on the phone.
        Confirmation = "confirmation",
        /// Goes one rung up, with its reason.
        Escalation = "escalation",
        /// Thanks the person who helped.
        ThankYou = "thank_you",
        /// Tells a supervisor who helped.
        Commendation = "commendation",
        /// The last letter before an outside body is asked.
        FinalNotice = "final_notice",
        /// Tells a creditor in the United States of an error on a bill.
        BillingError = "billing_error",
        /// The letter that comes before a claim in a court of England and Wales.
        BeforeClaim = "before_claim",
        /// Asks for a refusal, and its reason, in writing.
        RefusalRequest = "refusal_request",
    }

    /// The form of a bank's file.
    StatementFormat {
        /// OFX 1 or 2, and Quicken's variant of it.
        Ofx = "ofx",
        /// Separated values, whatever the separator.
        Csv = "csv",
        /// ISO 20022: CAMT.052, .053 and .054.
        Camt = "camt",
        /// Quicken's older form.
        Qif = "qif",
        /// SWIFT's customer statement.
        Mt940 = "mt940",
    }

    /// What a line of a statement means for a dispute.
    MatchKind {
        /// It pays a claim, or a part of it.
        Pays = "pays",
        /// It takes back what had been paid.
        TakesBack = "takes_back",
        /// It charges again what had been waived.
        ChargedAgain = "charged_again",
        /// It charges for what had been cancelled.
        ChargedAfterEnd = "charged_after_end",
    }

    /// In which order a day is written in figures.
    DayOrder {
        DayFirst = "dmy",
        MonthFirst = "mdy",
        YearFirst = "ymd",
    }

    /// What a column of a bank's CSV file means.
    CsvColumn {
        /// The day of booking.
        Day = "day",
        /// The sum with its sign.
        Amount = "amount",
        /// The sum with its sign turned round, as some cards write it.
        AmountReversed = "amount_reversed",
        /// What came in.
        Credit = "credit",
        /// What went out.
        Debit = "debit",
        /// A word or letter that says whether it came in or went out.
        Side = "side",
        /// The currency.
        Currency = "currency",
        /// Who paid or was paid.
        Party = "party",
        /// What the bank writes of it; several such columns are joined.
        Text = "text",
        /// The payment's reference.
        Reference = "reference",
        /// The bank's own name for the transaction.
        BankId = "bank_id",
        /// Nothing that is wanted here.
        Ignore = "ignore",
    }

    /// What a column of the household's own list of refunds means.
    RefundColumn {
        /// Who owes it.
        Vendor = "vendor",
        /// What it is about; several such columns are joined.
        What = "what",
        /// What was claimed.
        Amount = "amount",
        /// The currency.
        Currency = "currency",
        /// The day on which the household asked.
        AskedOn = "asked_on",
        /// The vendor's reference; rows of one vendor that share it are one matter.
        Reference = "reference",
        /// How it stands, in words.
        State = "state",
        /// What came back.
        Refunded = "refunded",
        /// The day on which it came back or was answered.
        RefundedOn = "refunded_on",
        /// With whom they spoke.
        Contact = "contact",
        /// Remarks; several such columns are joined.
        Notes = "notes",
        /// Nothing that is wanted here.
        Ignore = "ignore",
    }

    /// How a row of the household's own list of refunds says that the matter stands.
    RefundState {
        /// Nothing came of it yet.
        Open = "open",
        /// The household waits for an answer or for the money.
        Waiting = "waiting",
        /// The vendor undertook to pay.
        Promised = "promised",
        /// A part came back.
        PartlyRefunded = "partly_refunded",
        /// It came back.
        Refunded = "refunded",
        /// The vendor said no.
        Refused = "refused",
        /// The household let it go.
        GivenUp = "given_up",
    }

    /// How firmly a letter speaks. Its facts are the same.
    LetterTone {
        Gentle = "gentle",
        Firm = "firm",
    }
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

    /// Who reads a dossier, which says what it needs to hold.
    DossierReader {
        /// Whoever decides between the household and the vendor, out of court.
        Ombudsman = "ombudsman",
        /// The vendor itself.
        Vendor = "vendor",
        /// The issuer of the card with which something was paid.
        Issuer = "issuer",
        /// A small-claims court.
        Court = "court",
        /// Somebody else, or nobody in particular.
        Other = "other",
    }

    /// A part of a dossier that can be left out.
    DossierPart {
        /// What happened, the sum, the position and the last offer, on one page.
        Summary = "summary",
        /// Who is concerned, and in which part.
        People = "people",
        /// Who helped, of those who may be quoted.
        Helpers = "helpers",
        /// Every fact and every dated entry, numbered.
        Chronology = "chronology",
        /// What is in question: the facts, the term or rule, the vendor's reply.
        Issues = "issues",
        /// What is owed, with its arithmetic.
        Money = "money",
        /// What was agreed and whether it holds.
        Remedies = "remedies",
        /// What the household has done and will do.
        NextSteps = "next_steps",
        /// Every call and letter, with waiting times.
        ContactLog = "contact_log",
        /// Time limits, kept, missed and running.
        Clocks = "clocks",
        /// The index of the originals that the matter rests on.
        Exhibits = "exhibits",
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

impl VendorKind {
    /// Whether organisations of this sort decide between others.
    pub fn decides(self) -> bool {
        match self {
            Self::Regulator | Self::Ombudsman | Self::Court => true,
            Self::Shop
            | Self::Bank
            | Self::CardIssuer
            | Self::Insurer
            | Self::Investment
            | Self::Airline
            | Self::Travel
            | Self::Telecom
            | Self::Utility
            | Self::Landlord
            | Self::Dealer
            | Self::Health
            | Self::Agency
            | Self::Other => false,
        }
    }
}
