//! What a person did, as the journal names it, and how the journal is shown.

use super::{Named, wire};

/// Writes the deeds once: for the compiler, the journal and the window.
macro_rules! deeds {
    ($($name:ident = $code:literal,)*) => {
        /// What a person did. The journal keeps its code, so a code is never changed.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, specta::Type)]
        #[serde(rename_all = "snake_case")]
        #[allow(missing_docs, reason = "the doors have the words for each, in one table")]
        pub enum Deed { $($name,)* }

        impl Deed {
            /// Every deed.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Its code in the journal.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }
        }
    };
}

deeds! {
    AddMail = "add_mail",
    AddThread = "add_thread",
    AnswerCheck = "answer_check",
    Attach = "attach",
    BringBack = "bring_back",
    Cite = "cite",
    CloseDispute = "close_dispute",
    ConfirmMatch = "confirm_match",
    Cover = "cover",
    DismissMatch = "dismiss_match",
    DropDossierChoice = "drop_dossier_choice",
    DropLetter = "drop_letter",
    DropLetterEdit = "drop_letter_edit",
    ImportHousehold = "import_household",
    LogCall = "log_call",
    MarkDossierSent = "mark_dossier_sent",
    MarkSent = "mark_sent",
    OpenSample = "open_sample",
    PlanStep = "plan_step",
    PutOff = "put_off",
    Remove = "remove",
    ReopenDispute = "reopen_dispute",
    ResetLetterTemplate = "reset_letter_template",
    Restore = "restore",
    SaveAccount = "save_account",
    SaveAdvocacy = "save_advocacy",
    SaveCadence = "save_cadence",
    SaveCheck = "save_check",
    SaveClaim = "save_claim",
    SaveClock = "save_clock",
    SaveContact = "save_contact",
    SaveDispute = "save_dispute",
    SaveDossierChoice = "save_dossier_choice",
    SaveEvent = "save_event",
    SaveEvidence = "save_evidence",
    SaveHousehold = "save_household",
    SaveIssue = "save_issue",
    SaveLetter = "save_letter",
    SaveLetterEdit = "save_letter_edit",
    SaveLetterTemplate = "save_letter_template",
    SaveMember = "save_member",
    SaveMovement = "save_movement",
    SaveNextStep = "save_next_step",
    SaveOffer = "save_offer",
    SaveParty = "save_party",
    SavePromise = "save_promise",
    SaveRegion = "save_region",
    SaveRemedy = "save_remedy",
    SaveRung = "save_rung",
    SaveVendor = "save_vendor",
    StartDispute = "start_dispute",
    StartLetter = "start_letter",
    TakeBackSent = "take_back_sent",
    TakeBackSentDossier = "take_back_sent_dossier",
    TakeInRefundList = "take_in_refund_list",
    TakeStatement = "take_statement",
    Thank = "thank",
    Uncite = "uncite",
    Uncover = "uncover",
    Undo = "undo",
    Redo = "redo",
    BackTo = "back_to",
    Erase = "erase",
    EraseOriginal = "erase_original",
}

impl Deed {
    /// The deed of a code in the journal; none where a newer Holdfast wrote it.
    pub fn named(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|deed| deed.as_str() == code)
    }
}

/// Whether something that was done is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum DeedState {
    /// It stands, and can be undone where nothing has been built on it.
    Stands,
    /// It was undone.
    Undone,
    /// It stands and is never undone, as an erasure is not.
    ForGood,
    /// It undid something else, or put it back in force.
    Undoing,
}

wire! {
    /// Something that was done, in the journal.
    pub struct JournalLine {
        /// The action, to undo it or to ask for those before it.
        pub action: String,
        /// What; nothing where a newer Holdfast did it.
        pub deed: Option<Deed>,
        /// What it was done to, in the person's words; may be empty.
        pub about: String,
        /// The noun of the first record that it changed, such as `promise`.
        pub noun: Option<String>,
        /// The dispute in which it was done.
        pub dispute: Option<Named>,
        /// The time on the wall, `YYYY-MM-DDTHH:MM`.
        pub at: String,
        /// On which computer.
        pub device: String,
        /// Whether it is in force.
        pub state: DeedState,
        /// What it undid or put back, where it did that.
        pub undid: Option<Undone>,
    }

    /// A page of the journal, the newest first.
    pub struct JournalPage {
        /// What was done.
        pub lines: Vec<JournalLine>,
        /// Whether there is more before the last of them.
        pub more: bool,
    }

    /// What was undone, or put back in force.
    pub struct Undone {
        /// The action that did so.
        pub action: String,
        /// What; nothing where a newer Holdfast did it.
        pub deed: Option<Deed>,
        /// What it was done to, in the person's words; may be empty.
        pub about: String,
        /// Whether it is in force again.
        pub again: bool,
    }
}
