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
            type Err = $crate::vocabulary::UnknownWord;

            fn from_str(word: &str) -> Result<Self, $crate::vocabulary::UnknownWord> {
                match word {
                    $($word => Ok(Self::$variant),)*
                    _ => Err($crate::vocabulary::UnknownWord {
                        word: crate::text::shown(word),
                        allowed: [$($word,)*].join(" "),
                    }),
                }
            }
        }
    )*};
}

mod clocks;
mod papers;
mod tables;

pub use clocks::*;
pub use papers::*;
pub use tables::*;

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
