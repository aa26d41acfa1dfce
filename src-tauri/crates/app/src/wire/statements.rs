//! Bank statements: taking one in, what it says about the disputes, and what one makes of a line.

use super::{
    CsvColumn, DayOrder, FieldProblem, MatchKind, MatchReason, Money, Named, RemedyStatus,
    StatementFormat, wire,
};

wire! {
    /// An account whose statements are read.
    pub struct Account {
        /// Which account; absent while new.
        pub id: Option<String>,
        /// What the household calls it.
        pub name: String,
        /// The bank as its files name it.
        pub bank: Option<String>,
        /// The number as its files write it, masked to its last four characters.
        pub number: Option<String>,
        /// The currency of lines that name none.
        pub currency: String,
    }

    /// A file that lies on the desk: read, shown, and not yet taken in.
    pub struct StatementPreview {
        /// Names the file until another is chosen.
        pub id: String,
        /// Its name.
        pub file_name: String,
        /// How it was read.
        pub reading: StatementReading,
        /// The account that it seems to be of, by its number, or a new one to be named.
        pub account: Account,
        /// Whether that account was recognised.
        pub account_known: bool,
        /// The first day that it covers.
        pub from: Option<String>,
        /// The last day that it covers.
        pub until: Option<String>,
        /// How many transactions it holds.
        pub lines: u32,
        /// How many of them are there already.
        pub known: u32,
        /// What came in and went out, per currency.
        pub sums: Vec<StatementSum>,
        /// The first lines as they were understood, at most twelve.
        pub first: Vec<StatementLineView>,
        /// Why it cannot be taken in as it is read now, or what looks odd.
        pub problems: Vec<StatementProblem>,
        /// Whether it can be taken in as it is read now.
        pub ready: bool,
        /// The columns of a CSV file.
        pub columns: Vec<CsvColumnView>,
    }

    /// How a file was read, or is to be read.
    pub struct StatementReading {
        /// The form.
        pub format: StatementFormat,
        /// The encoding's name, such as `UTF-8`; shown, not chosen.
        pub encoding: String,
        /// For CSV: how its lines are to be read.
        pub csv: Option<CsvReading>,
        /// For QIF: in which order its days are written.
        pub days: Option<DaysReading>,
    }

    /// In which order the days of a file are written.
    pub struct DaysReading {
        /// The order.
        pub order: DayOrder,
        /// Whether the file itself shows it; else it is to be confirmed.
        pub sure: bool,
    }

    /// How a CSV file is read.
    pub struct CsvReading {
        /// The character between columns: `,` `;` a tab or `|`.
        pub delimiter: String,
        /// How many lines stand above the first transaction.
        pub skip: u32,
        /// In which order a day is written.
        pub day_order: DayOrder,
        /// Whether the file itself shows that order; else it is to be confirmed.
        pub day_order_sure: bool,
        /// Whether the comma is the decimal sign.
        pub decimal_comma: bool,
        /// What each column means, in their order.
        pub columns: Vec<CsvColumn>,
        /// Whether it is read as the person once said for this bank.
        pub remembered: bool,
    }

    /// A column of a CSV file as it stands there.
    pub struct CsvColumnView {
        /// Its name in the file, or empty.
        pub name: String,
        /// What stands in it, the first few that are not empty.
        pub samples: Vec<String>,
    }

    /// What came in and went out, in one currency.
    pub struct StatementSum {
        /// What came in.
        pub credits: Money,
        /// What went out, above zero.
        pub debits: Money,
    }

    /// What is wrong with a file, or looks odd.
    pub struct StatementProblem {
        /// Whether it keeps the file from being taken in.
        pub is_error: bool,
        /// The line of the file, counted from one.
        pub line: Option<u32>,
        /// What about, as a word for the table of sentences.
        pub code: String,
        /// The text in question, or empty.
        pub text: String,
    }

    /// One line as the bank says it.
    pub struct StatementLineView {
        /// Names the line: its statement and place; empty in a preview.
        pub id: String,
        /// The day.
        pub on: String,
        /// The sum, below zero where it went out.
        pub amount: Money,
        /// Who paid or was paid.
        pub party: Option<String>,
        /// What the bank writes of it.
        pub text: String,
        /// The payment's reference.
        pub reference: Option<String>,
        /// What was made of it.
        pub matched: Vec<MatchedPart>,
    }

    /// What was made of a line.
    pub struct MatchedPart {
        /// What it means.
        pub kind: MatchKind,
        /// For which dispute.
        pub dispute: Named,
        /// The vendor.
        pub vendor: Option<Named>,
        /// The claim's reason or the remedy's words.
        pub what: String,
        /// How much of the line.
        pub amount: Money,
        /// The action that said so, to take it back.
        pub action: String,
    }

    /// What a file is taken in with.
    pub struct StatementTaking {
        /// The preview.
        pub preview: String,
        /// How it is to be read; as shown where absent.
        pub reading: Option<StatementReading>,
        /// The account: a known one by its id, or a new one.
        pub account: Account,
    }

    /// What came of taking a file in.
    pub struct StatementTaken {
        /// The statement; absent where every line was there already.
        pub statement: Option<String>,
        /// How many lines are new.
        pub added: u32,
        /// How many were there already.
        pub known: u32,
        /// The action, to undo it.
        pub action: Option<String>,
        /// What looks like a slip.
        pub warnings: Vec<FieldProblem>,
    }

    /// All statements, by account.
    pub struct StatementBoard {
        /// The accounts with their statements, the latest first.
        pub accounts: Vec<AccountView>,
        /// What the lines seem to mean, and nobody has said yet: the surest first.
        pub proposals: Vec<MatchProposal>,
    }

    /// An account with its statements.
    pub struct AccountView {
        /// The account.
        pub account: Account,
        /// Its statements, the latest first.
        pub statements: Vec<StatementRow>,
    }

    /// A statement in a list.
    pub struct StatementRow {
        /// Which.
        pub id: String,
        /// The file's name.
        pub file_name: String,
        /// The form.
        pub format: StatementFormat,
        /// The first day that it covers.
        pub from: Option<String>,
        /// The last day that it covers.
        pub until: Option<String>,
        /// When it was taken in.
        pub imported_on: String,
        /// How many lines it added.
        pub lines: u32,
        /// How many proposals are still to be answered.
        pub to_answer: u32,
        /// How many lines were matched.
        pub matched: u32,
    }

    /// What one statement says about the disputes.
    pub struct StatementView {
        /// The statement.
        pub row: StatementRow,
        /// Its account.
        pub account: Named,
        /// What its lines seem to mean and nobody has said yet, the surest first.
        pub proposals: Vec<MatchProposal>,
        /// The lines that were matched.
        pub matched: Vec<StatementLineView>,
        /// Claims and remedies that one would expect to see on it, and does not.
        pub missing: Vec<NotSeen>,
        /// What came in and went out, per currency.
        pub sums: Vec<StatementSum>,
    }

    /// A page of a statement's lines.
    pub struct StatementLines {
        /// The lines in the order of the file.
        pub lines: Vec<StatementLineView>,
        /// Where the next page begins; absent at the end.
        pub next: Option<u32>,
    }

    /// What was expected by now and is not on the statement.
    pub struct NotSeen {
        /// The dispute.
        pub dispute: Named,
        /// The vendor.
        pub vendor: Named,
        /// What was expected, in the record's words.
        pub what: String,
        /// How much.
        pub amount: Money,
        /// Since when it is due.
        pub due_on: Option<String>,
        /// The remedy that promised it.
        pub remedy: Option<String>,
    }

    /// What a line seems to mean. Nothing is written until the person says so.
    pub struct MatchProposal {
        /// Names the proposal while the line and its target are as they are.
        pub id: String,
        /// What it would mean.
        pub kind: MatchKind,
        /// The line.
        pub line: StatementLineView,
        /// Its statement.
        pub statement: Named,
        /// What it would be for. Several where one credit pays several claims.
        pub parts: Vec<ProposedPart>,
        /// How sure, from 0 to 100.
        pub score: u32,
        /// Whether more than a sum speaks for it: a name, or a reference.
        pub is_named: bool,
        /// Why: the words for what speaks for it.
        pub why: Vec<MatchReason>,
        /// Other credits that would pay the same claim together with this one, by their ids.
        pub together_with: Vec<String>,
    }

    /// One target of a line.
    pub struct ProposedPart {
        /// The dispute.
        pub dispute: Named,
        /// The vendor.
        pub vendor: Named,
        /// The claim, where it moves one.
        pub claim: Option<String>,
        /// For what the claim is, or the remedy's words.
        pub what: String,
        /// How much of the line, above zero.
        pub amount: Money,
        /// What would still be owed on the claim afterwards.
        pub leaves: Option<Money>,
        /// The remedy that it carries out or takes back.
        pub remedy: Option<String>,
        /// Where that remedy stands now.
        pub remedy_status: Option<RemedyStatus>,
        /// The look that it would answer.
        pub check: Option<String>,
    }

    /// What the person says of a line.
    pub struct MatchAnswer {
        /// The line, as `StatementLineView` names it.
        pub line: String,
        /// What it means.
        pub kind: MatchKind,
        /// For which claims or remedies, and how much of it for each.
        pub parts: Vec<MatchPart>,
        /// Whether the vendor is known by what the bank writes from now on.
        pub learn_name: bool,
    }

    /// One target of a line, as the person says.
    pub struct MatchPart {
        /// The dispute.
        pub dispute: String,
        /// The claim.
        pub claim: Option<String>,
        /// The remedy.
        pub remedy: Option<String>,
        /// The look that it answers.
        pub check: Option<String>,
        /// How much, above zero.
        pub amount: Money,
    }

    /// What came of saying what a line means.
    pub struct MatchConfirmed {
        /// The action, to undo it.
        pub action: Option<String>,
        /// What looks like a slip.
        pub warnings: Vec<FieldProblem>,
        /// The disputes that were reopened by it.
        pub reopened: Vec<Named>,
        /// The remedies that no longer hold because of it, for a letter.
        pub reversed: Vec<ReversedRemedy>,
    }

    /// A remedy that no longer holds.
    pub struct ReversedRemedy {
        /// Which.
        pub remedy: Named,
        /// Its dispute.
        pub dispute: Named,
        /// The vendor.
        pub vendor: Named,
        /// The person who agreed.
        pub person: Option<Named>,
    }
}
