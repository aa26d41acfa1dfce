//! The points of completeness, each with a code, so that the window chooses its words.

use holdfast_domain::{AdvocacyId, ContactId, EventId, MemberId, VendorId};

/// Something that a letter lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// What is missing.
    pub code: PointCode,
    /// How much it matters.
    pub weight: Weight,
    /// Where it is filled in.
    pub place: Place,
}

/// How much a missing point matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Weight {
    /// The letter should not be marked as ready without it.
    Refuse,
    /// The letter would be better with it.
    Warn,
}

/// Where a point is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// At the member who writes.
    Member(MemberId),
    /// At the vendor: its address, e-mail address or form.
    Vendor(VendorId),
    /// At the person to whom it goes.
    Contact(ContactId),
    /// At the vendor's part in the dispute: its reference.
    Party(VendorId),
    /// At what the dispute is about.
    Subject,
    /// At the dispute's goal.
    Goal,
    /// At what it has meant for the household.
    Effect,
    /// At the claims.
    Claims,
    /// At the events and their facts.
    Events,
    /// At one event.
    Event(EventId),
    /// At the promises.
    Promises,
    /// At the remedies.
    Remedies,
    /// At the ladder.
    Rungs,
    /// At the help that people gave.
    Advocates,
    /// At one help.
    Advocacy(AdvocacyId),
    /// At a choice of the letter itself.
    Letter(Choice),
}

/// A choice of the letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Choice {
    /// To whom.
    Recipient,
    /// What it follows or confirms.
    About,
    /// For which help it gives thanks.
    Help,
    /// The remedy asked for.
    Request,
    /// Why it goes one rung up; for a billing error, why it is believed to be one.
    Reason,
    /// The term, policy or rule relied on.
    Basis,
    /// The body that will be approached next.
    NextBody,
    /// By when an answer is asked for.
    ReplyBy,
    /// Whether the effect is told.
    Effect,
    /// Whether the dossier is enclosed.
    Dossier,
    /// Whether account numbers stand whole.
    Accounts,
    /// What else is enclosed.
    Enclosures,
    /// Which claims are told.
    Claims,
    /// Which facts are told.
    Facts,
    /// The words of the letter.
    Text,
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $word:literal,)*) => {
        /// What is missing.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum PointCode {
            $($(#[doc = $doc])+ $variant,)*
        }

        impl PointCode {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The word by which the code is written in answers.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// What it says to a person: a few words that end in a full stop.
            pub fn words(self) -> &'static str {
                match self { $(Self::$variant => concat!($($doc),+).trim_ascii(),)* }
            }
        }
    };
}

codes! {
    /// The writer's name.
    SenderName = "sender_name",
    /// The writer's postal address.
    SenderAddress = "sender_address",
    /// The writer's telephone number or e-mail address.
    SenderReach = "sender_reach",
    /// The recipient's name or office.
    RecipientName = "recipient_name",
    /// The recipient's address, by the channel chosen.
    RecipientAddress = "recipient_address",
    /// The letter bears a day before that of what it is about.
    Date = "date",
    /// An account, order or complaint reference.
    Reference = "reference",
    /// What was bought or held.
    SubjectWhat = "subject_what",
    /// When it was bought.
    SubjectWhen = "subject_when",
    /// Where it was bought or is held.
    SubjectWhere = "subject_where",
    /// What it cost.
    SubjectPrice = "subject_price",
    /// How it was paid.
    SubjectPaidBy = "subject_paid_by",
    /// The problem, as dated facts.
    Facts = "facts",
    /// The exact remedy asked for.
    Request = "request",
    /// How the sum is calculated.
    Calculation = "calculation",
    /// The day by which an answer is asked for.
    ReplyBy = "reply_by",
    /// Earlier contacts: date, person, what they answered.
    EarlierContacts = "earlier_contacts",
    /// The loss or the effect on the household.
    Effect = "effect",
    /// The term, policy or rule relied on.
    Basis = "basis",
    /// Copies of what proves it.
    Enclosures = "enclosures",
    /// The model or serial number, for goods.
    ModelOrSerial = "model_or_serial",
    /// The body that will be approached next.
    NextBody = "next_body",
    /// What the letter follows or confirms.
    Follows = "follows",
    /// What was promised, and for when.
    Promised = "promised",
    /// What has not happened.
    NotHappened = "not_happened",
    /// The earlier letter.
    EarlierLetter = "earlier_letter",
    /// Why it goes one rung up.
    Reason = "reason",
    /// What was asked of whom, and what they answered.
    AskedAndAnswered = "asked_and_answered",
    /// A word for those who tried to help.
    Credits = "credits",
    /// The dossier.
    Dossier = "dossier",
    /// The help that is given thanks for: the person and the day.
    Help = "help",
    /// What they did.
    Did = "did",
    /// What it changed for the household.
    Changed = "changed",
    /// Whether the favour may be told.
    MayQuote = "may_quote",
    /// A thank-you that asks for something.
    AsksForSomething = "asks_for_something",
    /// What was agreed.
    Agreed = "agreed",
    /// With whom it was agreed.
    AgreedWith = "agreed_with",
    /// The address for billing errors.
    BillingAddress = "billing_address",
    /// The account number.
    Account = "account",
    /// The account number in full.
    AccountInFull = "account_in_full",
    /// The type, date and amount of the error.
    BilledError = "billed_error",
    /// Why it is believed to be an error.
    Why = "why",
    /// The claim.
    Claim = "claim",
    /// The documents.
    Documents = "documents",
    /// Fourteen days to answer.
    FourteenDays = "fourteen_days",
    /// What was refused, when and by whom.
    Refused = "refused",
    /// What was asked before.
    AskedBefore = "asked_before",
    /// Words of the person's own whose facts have changed since.
    OutdatedWords = "outdated_words",
}
