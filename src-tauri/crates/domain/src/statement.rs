//! Bank statements: the accounts, what each file said, and what the household made of a line.

use chrono::NaiveDate;

use crate::{
    AccountId, CheckId, ClaimId, CsvColumn, CsvLayoutId, Currency, DayOrder, DisputeId, MatchKind,
    Money, MovementId, RemedyId, Sha256, StatementFormat, StatementId, StatementMatchId,
};

/// An account whose statements are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Which account.
    pub id: AccountId,
    /// What the household calls it.
    pub name: String,
    /// The bank as its files name it.
    pub bank: Option<String>,
    /// The account's number as its files write it, by which the next file is recognised.
    pub number: Option<String>,
    /// The currency of lines that name none.
    pub currency: Currency,
}

/// One file of a bank, as it was taken in. Its lines stand in [`StatementLine`]s.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Which statement.
    pub id: StatementId,
    /// The account that it is of.
    pub account: AccountId,
    /// The name of the file.
    pub file_name: String,
    /// The form that it was read in.
    pub format: StatementFormat,
    /// The file among the evidence.
    pub original: Sha256,
    /// Its size in bytes.
    pub size: u64,
    /// The first day that it covers: as it says, else that of its first line.
    pub from: Option<NaiveDate>,
    /// The last day that it covers: as it says, else that of its last line.
    pub until: Option<NaiveDate>,
    /// On which day it was taken in.
    pub imported_on: NaiveDate,
}

/// One line of a statement: what the bank says that moved. It never changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementLine {
    /// Its statement.
    pub statement: StatementId,
    /// Its place in the file, counted from nought.
    pub number: u32,
    /// What it says.
    pub entry: StatementEntry,
}

/// What a line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementEntry {
    /// The day on which it was booked.
    pub on: NaiveDate,
    /// How much: above zero came in (credit), below zero went out (debit).
    pub amount: Money,
    /// Who paid or was paid, as the bank writes it, where the format tells it apart.
    pub party: Option<String>,
    /// What the bank writes of it, on one line.
    pub text: String,
    /// The payment's reference, where there is one.
    pub reference: Option<String>,
    /// The bank's own name for the transaction (`FITID`, `AcctSvcrRef`), where there is one.
    pub bank_id: Option<String>,
}

impl StatementEntry {
    /// Whether money came in.
    pub fn is_credit(&self) -> bool {
        self.amount.minor() > 0
    }
}

/// Where a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LineRef {
    /// The statement.
    pub statement: StatementId,
    /// The place in it, counted from nought.
    pub number: u32,
}

/// What a line means for a dispute, as the household said. A line that pays several claims has
/// several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementMatch {
    /// Which match.
    pub id: StatementMatchId,
    /// The statement of the line.
    pub statement: StatementId,
    /// The line's place in it.
    pub line: u32,
    /// What it means.
    pub kind: MatchKind,
    /// Whether it was said to mean this; else it was said not to, and is not proposed again.
    pub confirmed: bool,
    /// The dispute.
    pub dispute: DisputeId,
    /// The claim that it moves.
    pub claim: Option<ClaimId>,
    /// The movement that was written down because of it.
    pub movement: Option<MovementId>,
    /// The remedy that it carries out or takes back.
    pub remedy: Option<RemedyId>,
    /// The look that it answered.
    pub check: Option<CheckId>,
}

/// How the columns of a bank's CSV files are to be read, once the person has said so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CsvLayout {
    /// Which layout.
    pub id: CsvLayoutId,
    /// What the columns are called, or how many there are and what stands in them where they have
    /// no names: files that have the same are read the same.
    pub signature: String,
    /// The character between the columns.
    pub delimiter: char,
    /// How many lines stand above the first transaction, the names of the columns included.
    pub skip: u32,
    /// In which order a day is written.
    pub day_order: DayOrder,
    /// Whether the comma is the decimal sign.
    pub decimal_comma: bool,
    /// What each column means, in their order.
    pub columns: Vec<CsvColumn>,
}
