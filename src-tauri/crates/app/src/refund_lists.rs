//! The household's own list of refunds, out of its spreadsheet: looked at, and taken in.

use std::io::Read;

use crate::App;
use crate::error::plain;
use crate::wire::{
    AppError, ErrorCode, RefundListHow, RefundListPreview, RefundListTaken, RefundListTaking,
};

impl App {
    /// Reads a list and holds it until another is opened, it is put away or taken in.
    ///
    /// # Errors
    /// `FileNotUnderstood`.
    pub fn open_refund_list(
        &self,
        _name: &str,
        _content: &mut dyn Read,
    ) -> Result<RefundListPreview, AppError> {
        Err(plain(ErrorCode::FileNotUnderstood))
    }

    /// Reads the list that is held otherwise; `None` reads it as at first.
    ///
    /// # Errors
    /// `PreviewGone` where another was opened since.
    pub fn read_refund_list(
        &self,
        _preview: &str,
        _how: Option<&RefundListHow>,
    ) -> Result<RefundListPreview, AppError> {
        Err(plain(ErrorCode::PreviewGone))
    }

    /// Takes in the list that is held.
    ///
    /// # Errors
    /// `PreviewGone` where another was opened since.
    pub fn take_in_refund_list(
        &self,
        _taking: &RefundListTaking,
    ) -> Result<RefundListTaken, AppError> {
        Err(plain(ErrorCode::PreviewGone))
    }

    /// Puts the list away.
    ///
    /// # Errors
    /// None; one that is gone already is away.
    pub fn put_away_refund_list(&self, _preview: &str) -> Result<(), AppError> {
        Ok(())
    }
}
