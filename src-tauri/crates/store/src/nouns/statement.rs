//! Accounts, bank statements, what was said of their lines, and how CSV files are read.

use holdfast_domain::{
    Account, AccountId, CsvLayout, LineRef, Statement, StatementId, StatementMatch,
};

use crate::table::stored;
use crate::{Reader, StoreError, Writer};

stored!(Account {
    label: "t.name",
    name: ["name"],
    bank: ["bank"],
    number: ["number"],
    currency: ["currency"],
});

stored!(Statement {
    label: "t.file_name",
    @shelters: ["account" Account],
    account: ["account" Account],
    file_name: ["file_name"],
    format: ["format"],
    original: ["original"],
    size: ["size"],
    from: ["covers_from"],
    until: ["covers_until"],
    imported_on: ["imported_on"],
});

// Whatever a match is about may go to the bin: it goes out of sight with it, and the line is there
// to be asked about again. What was confirmed keeps its statement, which the use case sees to.
stored!(StatementMatch {
    label: "t.kind",
    @shelters: ["statement" Statement, "dispute" Dispute, "claim" Claim, "movement" Movement,
        "remedy" Remedy, "remedy_check" Check],
    statement: ["statement" Statement],
    line: ["line"],
    kind: ["kind"],
    confirmed: ["confirmed"],
    dispute: ["dispute" Dispute],
    claim: ["claim" Claim],
    movement: ["movement" Movement],
    remedy: ["remedy" Remedy],
    check: ["remedy_check" Check],
});

stored!(CsvLayout {
    label: "t.signature",
    signature: ["signature"],
    delimiter: ["delimiter"],
    skip: ["skip"],
    day_order: ["day_order"],
    decimal_comma: ["decimal_comma"],
    columns: ["columns"],
});

/// Of a statement: out of the bin, and not hidden with its account.
pub(crate) const STATEMENT_IN_SIGHT: &str = "t.deleted_at IS NULL
    AND EXISTS (SELECT 1 FROM account a WHERE a.id = t.account AND a.deleted_at IS NULL)";

/// Of a match: out of the bin, and not hidden with its dispute or the movement that it stands for.
const MATCH_IN_SIGHT: &str = "t.deleted_at IS NULL
    AND EXISTS (SELECT 1 FROM dispute d WHERE d.id = t.dispute AND d.deleted_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.id = t.claim AND c.deleted_at IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM movement m WHERE m.id = t.movement AND m.deleted_at IS NOT NULL)";

impl Reader {
    /// The accounts, in the order of entry.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn accounts(&self) -> Result<Vec<Account>, StoreError> {
        self.list("t.deleted_at IS NULL ORDER BY t.id", [])
    }

    /// An account that is not in the bin.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn account(&self, id: AccountId) -> Result<Option<Account>, StoreError> {
        Ok(self.list("t.id = ?1 AND t.deleted_at IS NULL", [id.to_string()])?.pop())
    }

    /// The statements of all accounts, in the order of entry.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn statements(&self) -> Result<Vec<Statement>, StoreError> {
        self.list(&format!("{STATEMENT_IN_SIGHT} ORDER BY t.id"), [])
    }

    /// A statement that is not in the bin.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn statement(&self, id: StatementId) -> Result<Option<Statement>, StoreError> {
        Ok(self.list(&format!("t.id = ?1 AND {STATEMENT_IN_SIGHT}"), [id.to_string()])?.pop())
    }

    /// All that was said of lines, in the order of entry.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn statement_matches(&self) -> Result<Vec<StatementMatch>, StoreError> {
        self.list(&format!("{MATCH_IN_SIGHT} ORDER BY t.id"), [])
    }

    /// What was said of one line, in the order of entry.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn statement_matches_of(&self, line: LineRef) -> Result<Vec<StatementMatch>, StoreError> {
        let tail = format!("t.statement = ?1 AND t.line = ?2 AND {MATCH_IN_SIGHT} ORDER BY t.id");
        self.list(&tail, (line.statement.to_string(), line.number))
    }

    /// How the files with these columns are read, where that was said.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn csv_layout(&self, signature: &str) -> Result<Option<CsvLayout>, StoreError> {
        Ok(self.list("t.signature = ?1 AND t.deleted_at IS NULL ORDER BY t.id", [signature])?.pop())
    }
}

impl Writer<'_> {
    /// Enters an account, or changes what differs.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn put_account(&mut self, account: &Account) -> Result<(), StoreError> {
        self.put(account)
    }

    /// Enters a statement. Its original must be among the evidence; its lines are
    /// [added](Writer::add_lines).
    ///
    /// # Errors
    /// [`StoreError::NoOriginal`], and what any write can meet.
    pub fn put_statement(&mut self, statement: &Statement) -> Result<(), StoreError> {
        match self.evidence.size_of(statement.original)? {
            Some(size) if size == statement.size => self.put(statement),
            Some(_) | None => Err(StoreError::NoOriginal { sha256: statement.original }),
        }
    }

    /// Enters what was said of a line.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn put_statement_match(&mut self, of: &StatementMatch) -> Result<(), StoreError> {
        self.put(of)
    }

    /// Enters how files of one sort are read, or changes what differs.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn put_csv_layout(&mut self, layout: &CsvLayout) -> Result<(), StoreError> {
        self.put(layout)
    }
}
