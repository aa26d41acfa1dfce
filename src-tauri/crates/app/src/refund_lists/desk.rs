//! The list that lies on the desk: read and shown, and not yet taken in.

use std::io::Read;
use std::sync::MutexGuard;

use holdfast_domain::{Currency, RefundLayout};
use holdfast_intake::refund_list::{self, How, LARGEST, LinesHow, RefundList};
use holdfast_store::{DisputeScope, Reader};
use uuid::Uuid;

use super::preview;
use crate::error::{plain, refused};
use crate::lock::locked;
use crate::statements::accounts::currency;
use crate::statements::all_of;
use crate::wire::{AppError, ErrorCode, RefundListHow, RefundListPreview};
use crate::{App, evidence};

/// A list, with how it was read.
pub(crate) struct Held {
    pub(super) id: String,
    pub(super) file_name: String,
    pub(super) bytes: Vec<u8>,
    pub(super) read: ReadList,
}

/// A list as it was read.
pub(super) struct ReadList {
    pub(super) list: RefundList,
    /// The currency of sums that name none.
    pub(super) currency: Option<Currency>,
    /// Whether it is read as the person once said for such a list.
    pub(super) remembered: bool,
}

impl App {
    /// Reads a list and holds it until another is opened, or it is put away or taken in. What the
    /// person once said of a list with such columns is done again; the rest is found out.
    ///
    /// # Errors
    /// `FileTooLarge`, or `Io` where it cannot be read at all. What is wrong with its content is said
    /// by the preview.
    pub fn open_refund_list(
        &self,
        name: &str,
        content: &mut dyn Read,
    ) -> Result<RefundListPreview, AppError> {
        let bytes = all_of(name, content, LARGEST)?;
        let today = self.today_day();
        let (held, preview) = self.read(|reader| {
            let read = read(reader, &bytes, None)?;
            let id = Uuid::now_v7().to_string();
            let held = Held { id, file_name: evidence::shown(name), bytes, read };
            let preview = preview::of(reader, &held, today)?;
            Ok((held, preview))
        })?;
        *self.held_list() = Some(held);
        Ok(preview)
    }

    /// Reads the list that is held otherwise; `None` reads it as at first.
    ///
    /// # Errors
    /// `PreviewGone` where another was opened since; `Refused` where the delimiter is not one
    /// character, or the currency is none.
    pub fn read_refund_list(
        &self,
        preview: &str,
        how: Option<&RefundListHow>,
    ) -> Result<RefundListPreview, AppError> {
        let said = how.map(said).transpose()?;
        let today = self.today_day();
        let mut desk = self.held_list();
        let held = find(desk.as_mut(), preview)?;
        self.read(|reader| {
            held.read = read(reader, &held.bytes, said)?;
            preview::of(reader, held, today)
        })
    }

    /// Puts the list away. One that is gone already is away.
    pub fn put_away_refund_list(&self, preview: &str) {
        let mut desk = self.held_list();
        if desk.as_ref().is_some_and(|held| held.id == preview) {
            *desk = None;
        }
    }

    pub(super) fn held_list(&self) -> MutexGuard<'_, Option<Held>> {
        locked(&self.refund_list)
    }
}

/// The list that is held, by the name of its preview.
pub(super) fn find<'a>(
    held: Option<&'a mut Held>,
    preview: &str,
) -> Result<&'a mut Held, AppError> {
    held.filter(|held| held.id == preview).ok_or_else(|| plain(ErrorCode::PreviewGone))
}

/// Reads a list as is said; else as lists with its columns were read before, and in the household's
/// own currency where it names none.
fn read(reader: &Reader, bytes: &[u8], said: Option<How>) -> Result<ReadList, AppError> {
    if let Some(how) = said {
        let list = refund_list::read(bytes, &how);
        return Ok(ReadList { list, currency: how.currency, remembered: false });
    }
    let usual = crate::currency::of_household(&reader.disputes_where(DisputeScope::All)?);
    let list = refund_list::read(bytes, &How { lines: None, currency: usual });
    let found = list.found.as_ref();
    let layout = found.map(|it| reader.refund_layout(&it.signature)).transpose()?.flatten();
    let Some((layout, found)) = layout.zip(found) else {
        return Ok(ReadList { list, currency: usual, remembered: false });
    };
    let currency = layout.currency.or(usual);
    let lines = Some(remembered_how(layout, found.how.skip));
    let list = refund_list::read(bytes, &How { lines, currency });
    Ok(ReadList { list, currency, remembered: true })
}

/// What the columns mean stays; how many lines stand above them changes from list to list.
fn remembered_how(layout: RefundLayout, skip: u32) -> LinesHow {
    LinesHow {
        delimiter: layout.delimiter,
        skip,
        day_order: layout.day_order,
        decimal_comma: layout.decimal_comma,
        columns: layout.columns,
    }
}

/// What the window says of how a list is to be read.
fn said(how: &RefundListHow) -> Result<How, AppError> {
    let mut characters = how.delimiter.chars();
    let (Some(delimiter), None) = (characters.next(), characters.next()) else {
        return Err(refused("delimiter", "not_one_character", [("text", &how.delimiter)]));
    };
    let code = how.currency.as_deref().filter(|code| !code.trim().is_empty());
    Ok(How {
        lines: Some(LinesHow {
            delimiter,
            skip: how.skip,
            day_order: how.day_order.into(),
            decimal_comma: how.decimal_comma,
            columns: how.columns.iter().map(|column| (*column).into()).collect(),
        }),
        currency: code.map(|code| currency("currency", code)).transpose()?,
    })
}
