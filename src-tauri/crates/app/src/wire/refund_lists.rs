//! The household's own list of refunds, out of its spreadsheet: looked at, and taken in.

use super::{DayOrder, Done, Money, Named, RefundColumn, RefundState, wire};

wire! {
    /// A list that lies on the desk: read, shown, and not yet taken in.
    pub struct RefundListPreview {
        /// Names the list until another is opened.
        pub id: String,
        /// The file's name.
        pub file_name: String,
        /// How it was read.
        pub reading: RefundListReading,
        /// Its columns, in their order.
        pub columns: Vec<RefundColumnView>,
        /// The first rows as they were understood, at most 200.
        pub rows: Vec<RefundRow>,
        /// How many there are of all rows.
        pub count: RefundRowCount,
        /// How the rows that can be read stand, over all of them; only what there is, in the order of
        /// the vocabulary.
        pub states: Vec<RefundStateCount>,
        /// How many disputes would be begun.
        pub disputes: u32,
        /// What was claimed and came back, per currency, over all rows that can be read.
        pub sums: Vec<RefundSum>,
        /// Why the list cannot be taken in as it is read now, what looks odd, and what is the matter
        /// with each row, at most 200.
        pub problems: Vec<RefundProblem>,
        /// Whether it can be taken in as it is read now; rows that cannot be read are left out.
        pub ready: bool,
    }

    /// How a list was read.
    pub struct RefundListReading {
        /// The character between columns: `,` `;` a tab or `|`.
        pub delimiter: String,
        /// How many lines stand above the first row, the names of the columns included.
        pub skip: u32,
        /// The encoding's name, such as `UTF-8`; shown, not chosen.
        pub encoding: String,
        /// In which order a day is written.
        pub day_order: DayOrder,
        /// Whether the file itself shows that order; else it is to be confirmed.
        pub day_order_sure: bool,
        /// Whether the comma is the decimal sign.
        pub decimal_comma: bool,
        /// Whether the file itself shows it; else it is to be confirmed.
        pub decimal_sure: bool,
        /// The currency of sums that name none, such as `EUR`; absent where nothing tells it.
        pub currency: Option<String>,
        /// Whether it is read as the person once said for such a list.
        pub remembered: bool,
    }

    /// How a list is to be read, as the person says.
    pub struct RefundListHow {
        /// The character between columns.
        pub delimiter: String,
        /// How many lines stand above the first row, the names of the columns included.
        pub skip: u32,
        /// In which order a day is written.
        pub day_order: DayOrder,
        /// Whether the comma is the decimal sign.
        pub decimal_comma: bool,
        /// The currency of sums that name none.
        pub currency: Option<String>,
        /// What each column means, in their order; found out where none is said. Only `what` and `notes` may stand there twice.
        pub columns: Vec<RefundColumn>,
    }

    /// A column of a list.
    pub struct RefundColumnView {
        /// Its name in the file, or empty.
        pub name: String,
        /// What stands in it, the first three that are not empty.
        pub samples: Vec<String>,
        /// What it is taken for.
        pub column: RefundColumn,
    }

    /// How many rows of each standing there are.
    pub struct RefundRowCount {
        /// All of them.
        pub all: u32,
        /// Those that would be taken in.
        pub fresh: u32,
        /// Those of which the record knows the claim, and not yet what came of it.
        pub more: u32,
        /// Those that are there already.
        pub known: u32,
        /// Those that cannot be read, and are left out.
        pub unreadable: u32,
        /// Those that only sum up the others.
        pub totals: u32,
    }

    /// How many rows stand so.
    pub struct RefundStateCount {
        /// How they stand.
        pub state: RefundState,
        /// How many.
        pub rows: u32,
    }

    /// One row as it was understood.
    pub struct RefundRow {
        /// The line of the file on which it begins, counted from one.
        pub line: u32,
        /// What becomes of it.
        pub standing: RefundStanding,
        /// The vendor as the row writes it.
        pub vendor: String,
        /// Whether the record knows that vendor.
        pub vendor_known: bool,
        /// What it is about.
        pub what: String,
        /// What was claimed.
        pub amount: Option<Money>,
        /// When the household asked.
        pub asked_on: Option<String>,
        /// How it stands; open where nothing that is understood says otherwise.
        pub state: RefundState,
        /// That in the words of the row, or empty.
        pub state_text: String,
        /// The vendor's reference.
        pub reference: Option<String>,
        /// What came back, or was promised.
        pub refunded: Option<Money>,
        /// When it came back, is promised for or was answered.
        pub refunded_on: Option<String>,
        /// With whom they spoke.
        pub contact: Option<String>,
        /// Remarks, with the words for its state that are not understood.
        pub notes: Option<String>,
        /// The line of the row whose dispute it joins: the first of the same vendor and reference.
        pub joined_with: Option<u32>,
        /// The dispute of the record that it is in or joins.
        pub dispute: Option<Named>,
        /// Why it cannot be read, or what looks odd.
        pub problems: Vec<RefundProblem>,
    }

    /// What was claimed and came back in one currency.
    pub struct RefundSum {
        /// What was claimed.
        pub claimed: Money,
        /// What came back.
        pub refunded: Money,
    }

    /// What is wrong with a list or a row, or looks odd.
    pub struct RefundProblem {
        /// Whether it keeps the list, or the row, from being taken in.
        pub is_error: bool,
        /// The line, where there is one.
        pub line: Option<u32>,
        /// The column, where it is of one.
        pub column: Option<RefundColumn>,
        /// What about, as a word for the table of sentences; see `intake::refund_list::ProblemCode`.
        pub code: String,
        /// The text in question, or empty.
        pub text: String,
    }

    /// What a list is taken in with.
    pub struct RefundListTaking {
        /// The preview.
        pub preview: String,
        /// The lines of the rows that the person leaves out.
        pub leave_out: Vec<u32>,
        /// Who in the household leads the new disputes; its first member where absent.
        pub lead: Option<String>,
        /// Their name, where the record knows nobody yet.
        pub lead_name: Option<String>,
    }

    /// What came of taking a list in.
    pub struct RefundListTaken {
        /// The action, to undo it all.
        pub done: Done,
        /// How many disputes were begun.
        pub disputes: u32,
        /// How many disputes that were there got something new.
        pub added_to: u32,
        /// How many claims were written down.
        pub claims: u32,
        /// How many refunds were written down, each to be checked.
        pub remedies: u32,
        /// How many vendors were made.
        pub vendors: u32,
        /// How many people were made.
        pub people: u32,
        /// How many rows were there already.
        pub known: u32,
        /// How many rows were left out: those that cannot be read, and those that the person said.
        pub left_out: u32,
    }
}

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum RefundStanding {
    /// It is taken in.
    Fresh,
    /// Its claim is there already; what came of it is new, and is taken in.
    More,
    /// It is there already.
    Known,
    /// It cannot be read, and is left out.
    Unreadable,
    /// It only sums up the others, and is left out.
    Total,
}
