//! Bank statements: taken in, asked what they say of the disputes, and answered line by line.

use std::io::Read;

use crate::App;
use crate::error::not_found;
use crate::wire::{
    Account, AppError, Done, MatchAnswer, MatchConfirmed, StatementBoard, StatementLines,
    StatementPreview, StatementReading, StatementTaken, StatementTaking, StatementView,
};

impl App {
    /// Reads a bank's file and holds it until another is looked at or it is taken in: a preview for
    /// each account in it.
    ///
    /// # Errors
    /// `FileTooLarge`, or `Io` where it cannot be read at all. What is wrong with its content is
    /// said by the previews.
    pub fn look_at_statement(
        &self,
        _name: &str,
        _content: &mut dyn Read,
        _reading: Option<&StatementReading>,
        _currency: Option<&str>,
    ) -> Result<Vec<StatementPreview>, AppError> {
        Err(not_found())
    }

    /// Reads the file that is held otherwise.
    ///
    /// # Errors
    /// `PreviewGone` where another was looked at since; `Refused` where the currency is none.
    pub fn read_statement(
        &self,
        _preview: &str,
        _reading: Option<&StatementReading>,
        _currency: Option<&str>,
    ) -> Result<StatementPreview, AppError> {
        Err(not_found())
    }

    /// Takes in what was looked at, as one action: its account, its lines that are new, and how its
    /// columns are read.
    ///
    /// # Errors
    /// `PreviewGone`; `FileNotUnderstood` where it cannot be taken in as it is read; `Refused` with
    /// the fields of the account that stand in the way.
    pub fn take_statement(&self, _taking: &StatementTaking) -> Result<StatementTaken, AppError> {
        Err(not_found())
    }

    /// All statements, by account, and what their lines seem to mean.
    ///
    /// # Errors
    /// Only where the store cannot be read.
    pub fn statements(&self) -> Result<StatementBoard, AppError> {
        Err(not_found())
    }

    /// What one statement says about the disputes.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn statement(&self, _id: &str) -> Result<StatementView, AppError> {
        Err(not_found())
    }

    /// A page of a statement's lines: those in which all words of `search` stand, behind the one of
    /// number `after`.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn statement_lines(
        &self,
        _id: &str,
        _search: &str,
        _after: Option<u32>,
    ) -> Result<StatementLines, AppError> {
        Err(not_found())
    }

    /// Enters an account or changes it.
    ///
    /// # Errors
    /// `NotFound`, or `Refused` with the fields that stand in the way.
    pub fn save_account(&self, _account: &Account) -> Result<Done, AppError> {
        Err(not_found())
    }

    /// Writes down what a line means, as one action.
    ///
    /// # Errors
    /// `NotFound`, or `Refused` with the fields that stand in the way.
    pub fn confirm_match(&self, _answer: &MatchAnswer) -> Result<MatchConfirmed, AppError> {
        Err(not_found())
    }

    /// Writes down that a line does not mean what was proposed, so that it is not proposed again.
    ///
    /// # Errors
    /// `NotFound` where it is no longer proposed.
    pub fn dismiss_match(&self, _proposal: &str) -> Result<Done, AppError> {
        Err(not_found())
    }
}
