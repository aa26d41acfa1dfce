//! Taking a file in: its account, the lines that are new, and how its columns are read, as one
//! action with one undo.

use std::collections::BTreeMap;

use holdfast_domain::rules::statement::fresh;
use holdfast_domain::{self as domain, AccountId, CsvLayout, Statement};
use holdfast_intake::statement::{CsvFound, LARGEST, Problem, Reading, StatementDraft};
use holdfast_store::{Stored, Writer};

use super::accounts;
use super::desk::{Held, find};
use super::preview::count;
use crate::App;
use crate::clock::new_id;
use crate::error::{not_found, of_file};
use crate::wire::Deed;
use crate::wire::{self, AppError, ErrorCode, FieldProblem, StatementTaken, StatementTaking};
use crate::{evidence, from_wire};

impl App {
    /// Takes in what was looked at, as one action: its account, its lines that are new, and how its
    /// columns are read. Where every line is known already, there is no new statement.
    ///
    /// # Errors
    /// `PreviewGone`; `FileNotUnderstood` where it cannot be taken in as it is read; `Refused` with
    /// the fields of the account that stand in the way.
    pub fn take_statement(&self, taking: &StatementTaking) -> Result<StatementTaken, AppError> {
        let mut desk = self.held();
        let (held, place) = find(desk.as_mut(), &taking.preview)?;
        self.read_as_taken(held, taking)?;
        let draft = held.reading.statements.get(place).filter(|_| is_sound(&held.reading));
        let draft = draft.ok_or_else(|| not_understood(&held.reading))?;
        let taken = self.take(held, draft, &taking.account)?;
        held.left.retain(|left| *left != place);
        if held.left.is_empty() {
            *desk = None;
        }
        Ok(taken)
    }

    /// Reads the file once more where it is to be taken in otherwise than it was shown.
    fn read_as_taken(&self, held: &mut Held, taking: &StatementTaking) -> Result<(), AppError> {
        let code = taking.account.currency.as_str();
        let left = held.left.clone();
        if taking.reading.is_some() {
            self.read_again(held, taking.reading.as_ref(), held_currency(held, code))?;
        } else if held_currency(held, code)
            .is_some_and(|code| held.how.currency.is_some_and(|currency| currency.code() != code))
        {
            let reading = super::preview::reading(held);
            self.read_again(held, Some(&reading), Some(code))?;
        }
        if held.reading.statements.len() >= left.len() {
            held.left = left;
        }
        Ok(())
    }

    fn take(
        &self,
        held: &Held,
        draft: &StatementDraft,
        form: &wire::Account,
    ) -> Result<StatementTaken, AppError> {
        let total = count(draft.entries.len());
        let known = match from_wire::id_option::<AccountId>("account", form.id.as_deref())? {
            Some(id) => self.read(|reader| accounts::known_lines(reader, id, draft))?,
            None => 0,
        };
        // Nothing is kept of a file that says nothing new.
        let original = match known < draft.entries.len() {
            true => Some(self.keep(held)?),
            false => None,
        };
        let (mut statement, mut added) = (None, 0);
        let done = self.change(Deed::TakeStatement, &held.file_name, |writer| {
            if let Some(found) = &held.reading.csv {
                remember(writer, found)?;
            }
            let Some(original) = original else { return Ok((None, Vec::new())) };
            let account = account(writer, draft, form)?;
            let of = self.statement_of(held, draft, account, original);
            added = add(writer, &of, draft)?;
            statement = Some(of.id.to_string());
            Ok((statement.clone(), Vec::new()))
        })?;
        let known = total - added;
        Ok(StatementTaken { statement, added, known, action: done.action, warnings: done.warnings })
    }

    /// Takes the file itself among the evidence.
    fn keep(&self, held: &Held) -> Result<Stored, AppError> {
        let stored = self.store().store_original(held.bytes.as_slice(), LARGEST as u64);
        stored.map_err(|error| of_file(error, &held.file_name, LARGEST as u64))
    }

    fn statement_of(
        &self,
        held: &Held,
        draft: &StatementDraft,
        account: AccountId,
        original: Stored,
    ) -> Statement {
        let days = accounts::days(draft);
        Statement {
            id: new_id(),
            account,
            file_name: evidence::shown(&held.file_name),
            format: held.reading.format.unwrap_or(domain::StatementFormat::Csv),
            original: original.sha256,
            size: original.size,
            from: draft.from.or(days.map(|(first, _)| first)),
            until: draft.until.or(days.map(|(_, last)| last)),
            imported_on: self.today_day(),
        }
    }
}

/// The currency in which lines are to be read that name none: the account's. A file that names its
/// own has been read in it.
fn held_currency<'a>(held: &Held, code: &'a str) -> Option<&'a str> {
    (held.how.currency.is_some() && !code.is_empty()).then_some(code)
}

fn is_sound(reading: &Reading) -> bool {
    !reading.problems.iter().any(|problem| problem.is_error)
}

/// That a file cannot be taken in, with what is wrong and where.
fn not_understood(reading: &Reading) -> AppError {
    let said = |problem: &Problem| FieldProblem {
        field: problem.line.map_or_else(String::new, |line| format!("line {line}")),
        code: problem.code.as_str().to_owned(),
        values: BTreeMap::from([("text".to_owned(), problem.text.clone())]),
    };
    let errors = reading.problems.iter().filter(|problem| problem.is_error);
    AppError {
        code: ErrorCode::FileNotUnderstood,
        values: BTreeMap::new(),
        problems: errors.map(said).collect(),
    }
}

/// The account as it is written down: a known one, which gets what it lacked, or a new one.
fn account(
    writer: &mut Writer<'_>,
    draft: &StatementDraft,
    form: &wire::Account,
) -> Result<AccountId, AppError> {
    let account = match from_wire::id_option::<AccountId>("account", form.id.as_deref())? {
        Some(id) => {
            let known = writer.account(id)?.ok_or_else(not_found)?;
            domain::Account {
                bank: known.bank.clone().or_else(|| draft.bank.clone()),
                number: known.number.clone().or_else(|| draft.number.clone()),
                ..known
            }
        }
        None => domain::Account {
            id: new_id(),
            name: accounts::name(form)?,
            bank: from_wire::line_option(form.bank.as_deref()).or_else(|| draft.bank.clone()),
            // The window shows a number masked; the file's own is the one to know it by.
            number: draft.number.clone().or_else(|| from_wire::line_option(form.number.as_deref())),
            currency: accounts::currency("currency", &form.currency)?,
        },
    };
    writer.put_account(&account)?;
    Ok(account.id)
}

/// Adds the statement with the lines that are new, and says how many.
fn add(
    writer: &mut Writer<'_>,
    statement: &Statement,
    draft: &StatementDraft,
) -> Result<u32, AppError> {
    let Some((from, until)) = accounts::days(draft) else { return Ok(0) };
    let known = writer.lines_of_account(statement.account, from, until)?;
    let fresh = fresh(&known, &draft.entries);
    writer.put_statement(statement)?;
    let lines = fresh.iter().filter_map(|line| {
        let entry = draft.entries.get(line.number as usize)?;
        Some((line.number, line.nth, entry))
    });
    writer.add_lines(statement.id, lines)?;
    Ok(count(fresh.len()))
}

/// Remembers how files with these columns are read.
fn remember(writer: &mut Writer<'_>, found: &CsvFound) -> Result<(), AppError> {
    let known = writer.csv_layout(&found.signature)?;
    let layout = CsvLayout {
        id: known.map_or_else(new_id, |known| known.id),
        signature: found.signature.clone(),
        delimiter: found.how.delimiter,
        skip: found.how.skip,
        day_order: found.how.day_order,
        decimal_comma: found.how.decimal_comma,
        columns: found.how.columns.clone(),
    };
    Ok(writer.put_csv_layout(&layout)?)
}
