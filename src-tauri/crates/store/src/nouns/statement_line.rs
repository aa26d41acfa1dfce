//! The lines of statements: many, never changed, and in sight as long as their statement is.

use std::collections::HashMap;

use holdfast_domain::rules::statement::Known;
use holdfast_domain::{AccountId, LineRef, NaiveDate, StatementEntry, StatementId, StatementLine};
use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::statement::STATEMENT_IN_SIGHT;
use crate::cell::{Cell, Cells};
use crate::{Noun, Reader, Record, StoreError, Writer};

const COLUMNS: &str = "statement, number, booked_on, amount_minor, amount_currency, party, text,
    reference, bank_id";

/// All statements whose lines are in sight.
fn in_sight() -> String {
    format!("SELECT t.id FROM statement t WHERE {STATEMENT_IN_SIGHT}")
}

impl Cell for StatementEntry {
    const WIDTH: usize = 7;

    fn write(&self, out: &mut Vec<Value>) {
        self.on.write(out);
        self.amount.write(out);
        self.party.write(out);
        self.text.write(out);
        self.reference.write(out);
        self.bank_id.write(out);
    }

    fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            on: cells.take()?,
            amount: cells.take()?,
            party: cells.take()?,
            text: cells.take()?,
            reference: cells.take()?,
            bank_id: cells.take()?,
        })
    }
}

fn line(cells: &mut Cells<'_>) -> Result<StatementLine, StoreError> {
    Ok(StatementLine { statement: cells.take()?, number: cells.take()?, entry: cells.take()? })
}

impl Reader {
    /// Shows every line in sight that was booked on that day or later, a statement after the other,
    /// each in the order of its file. One at a time, for they are many.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn each_line(
        &self,
        since: NaiveDate,
        mut see: impl FnMut(StatementLine),
    ) -> Result<(), StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM statement_line WHERE statement IN ({}) AND booked_on >= ?1
             ORDER BY statement, number",
            in_sight()
        );
        self.each(&sql, [since.to_string()], |cells| {
            see(line(cells)?);
            Ok(())
        })
    }

    /// A stretch of a statement's lines: at most `limit`, behind the one of number `after`.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn lines_of(
        &self,
        statement: StatementId,
        after: Option<u32>,
        limit: u32,
    ) -> Result<Vec<StatementLine>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM statement_line WHERE statement = ?1 AND number > ?2
             ORDER BY number LIMIT ?3"
        );
        let after = after.map_or(-1, i64::from);
        self.rows(&sql, (statement.to_string(), after, limit), line)
    }

    /// One line of a statement that is in sight.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn statement_line(&self, at: LineRef) -> Result<Option<StatementLine>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM statement_line
             WHERE statement = ?1 AND number = ?2 AND statement IN ({})",
            in_sight()
        );
        self.row(&sql, (at.statement.to_string(), at.number), line)
    }

    /// The lines of an account between two days, both included.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn lines_of_account(
        &self,
        account: AccountId,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<Known>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS}, nth FROM statement_line WHERE statement IN
             (SELECT id FROM statement WHERE account = ?1 AND deleted_at IS NULL)
             AND booked_on BETWEEN ?2 AND ?3"
        );
        let between = [account.to_string(), from.to_string(), until.to_string()];
        self.rows(&sql, between, |cells| {
            let entry = line(cells)?.entry;
            Ok(Known { entry, nth: cells.take()? })
        })
    }

    /// How many lines each statement added.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn line_counts(&self) -> Result<HashMap<StatementId, u32>, StoreError> {
        let sql = "SELECT statement, count(*) FROM statement_line GROUP BY statement";
        Ok(self.rows(sql, [], |cells| Ok((cells.take()?, cells.take()?)))?.into_iter().collect())
    }

    /// A statement whose lines stand twice in its account, because another brought them too.
    pub(crate) fn doubled(&self, statement: StatementId) -> Result<bool, StoreError> {
        // With its indexes, this looks up each line among those of its day in the other statements.
        let sql = "SELECT 1 FROM statement s
             JOIN statement o ON o.account = s.account AND o.id <> s.id AND o.deleted_at IS NULL
             JOIN statement_line l ON l.statement = s.id
             JOIN statement_line k ON k.statement = o.id AND k.booked_on = l.booked_on
                AND k.amount_minor = l.amount_minor AND k.amount_currency = l.amount_currency
                AND k.text = l.text AND k.party IS l.party AND k.nth = l.nth
             WHERE s.id = ?1 AND s.deleted_at IS NULL LIMIT 1";
        let found: Option<u32> = self.row(sql, [statement.to_string()], |cells| cells.take())?;
        Ok(found.is_some())
    }
}

impl Writer<'_> {
    /// Adds lines to a statement that was entered in this action, each with which it is of the
    /// account's lines that say the same. They are not journalled: they come and go with it.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn add_lines<'e>(
        &mut self,
        statement: StatementId,
        lines: impl IntoIterator<Item = (u32, u32, &'e StatementEntry)>,
    ) -> Result<(), StoreError> {
        let sql = format!(
            "INSERT INTO statement_line ({COLUMNS}, nth)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"
        );
        let mut insert = self.connection.prepare(&sql)?;
        let id = Value::Text(statement.to_string());
        let mut cells = Vec::with_capacity(10);
        for (number, nth, entry) in lines {
            cells.clear();
            cells.push(id.clone());
            number.write(&mut cells);
            entry.write(&mut cells);
            nth.write(&mut cells);
            insert.execute(params_from_iter(&cells))?;
        }
        Ok(())
    }

    /// That no statement that came out of the bin brings lines that another has brought since.
    pub(crate) fn lines_stand_once(&self, back: &Record) -> Result<(), StoreError> {
        if back.noun() == Noun::Statement && self.doubled(back.uuid().into())? {
            return Err(StoreError::Conflict { record: *back });
        }
        Ok(())
    }
}
