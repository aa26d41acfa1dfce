//! The file that lies on the desk: read and shown, and not yet taken in.

use std::io::Read;
use std::sync::MutexGuard;

use holdfast_domain::{CsvLayout, Currency, StatementFormat};
use holdfast_intake::statement::{self, CsvHow, How, LARGEST, ProblemCode, Reading};
use holdfast_store::{DisputeScope, Reader};
use uuid::Uuid;

use super::accounts;
use crate::App;
use crate::error::{plain, refused, with};
use crate::lock::locked;
use crate::wire::{AppError, CsvReading, ErrorCode, StatementPreview, StatementReading};

/// A bank's file, with how it was read.
pub(crate) struct Held {
    pub(super) id: String,
    pub(super) file_name: String,
    pub(super) bytes: Vec<u8>,
    pub(super) how: How,
    pub(super) reading: Reading,
    /// Whether it is read as the person once said for this bank.
    pub(super) remembered: bool,
    /// The accounts in it that were not taken in yet.
    pub(super) left: Vec<usize>,
}

impl Held {
    /// Names one account of the file.
    pub(super) fn preview_id(&self, place: usize) -> String {
        format!("{}:{place}", self.id)
    }
}

impl App {
    /// Reads a bank's file and holds it until another is looked at or it is taken in: a preview for
    /// each account in it. What is not given is found out.
    ///
    /// # Errors
    /// `FileTooLarge`, or `Io` where it cannot be read at all; `Refused` where the currency is none.
    /// What is wrong with its content is said by the previews.
    pub fn look_at_statement(
        &self,
        name: &str,
        content: &mut dyn Read,
        format: Option<StatementFormat>,
        currency: Option<&str>,
    ) -> Result<Vec<StatementPreview>, AppError> {
        let bytes = all_of(name, content, LARGEST)?;
        let currency = currency.map(|code| accounts::currency("currency", code)).transpose()?;
        let how = How { format, currency, ..How::default() };
        let (how, reading, remembered) = self.read(|reader| read(reader, &bytes, how))?;
        let left = (0..reading.statements.len()).collect();
        let id = Uuid::now_v7().to_string();
        let file_name = name.to_owned();
        let held = Held { id, file_name, bytes, how, reading, remembered, left };
        // A file that cannot be read still has one preview, which says why.
        let places = 0..held.reading.statements.len().max(1);
        let previews = self.read(|reader| {
            places.map(|place| super::preview::of(reader, &held, place)).collect::<Result<_, _>>()
        })?;
        *self.held() = Some(held);
        Ok(previews)
    }

    /// Reads the file that is held otherwise; `None` reads it as at first.
    ///
    /// # Errors
    /// `PreviewGone` where another was looked at since; `Refused` where the currency or the reading
    /// makes no sense.
    pub fn read_statement(
        &self,
        preview: &str,
        reading: Option<&StatementReading>,
        currency: Option<&str>,
    ) -> Result<StatementPreview, AppError> {
        let mut held = self.held();
        let (held, place) = find(held.as_mut(), preview)?;
        self.read_again(held, reading, currency)?;
        self.read(|reader| super::preview::of(reader, held, place))
    }

    /// Reads a held file otherwise.
    pub(super) fn read_again(
        &self,
        held: &mut Held,
        reading: Option<&StatementReading>,
        currency: Option<&str>,
    ) -> Result<(), AppError> {
        let mut how = reading.map(how).transpose()?.unwrap_or_default();
        how.currency = currency.map(|code| accounts::currency("currency", code)).transpose()?;
        let said = how.csv.is_some();
        let read = self.read(|reader| read(reader, &held.bytes, how))?;
        (held.how, held.reading, held.remembered) = read;
        held.remembered &= !said;
        // Read otherwise, the file may hold other accounts; what was taken in is told by its lines.
        held.left = (0..held.reading.statements.len()).collect();
        Ok(())
    }

    pub(super) fn held(&self) -> MutexGuard<'_, Option<Held>> {
        locked(&self.statement)
    }
}

/// The file that is held and the account in it, by the name of a preview.
pub(super) fn find<'a>(
    held: Option<&'a mut Held>,
    preview: &str,
) -> Result<(&'a mut Held, usize), AppError> {
    let gone = || plain(ErrorCode::PreviewGone);
    let (id, place) = preview.split_once(':').ok_or_else(gone)?;
    let held = held.filter(|held| held.id == id).ok_or_else(gone)?;
    Ok((held, place.parse().map_err(|_| gone())?))
}

/// All of a file that is read at once.
pub(crate) fn all_of(
    name: &str,
    content: &mut dyn Read,
    largest: usize,
) -> Result<Vec<u8>, AppError> {
    let mut bytes = Vec::new();
    let limit = largest as u64;
    content.take(limit + 1).read_to_end(&mut bytes).map_err(|error| {
        with(ErrorCode::Io, [("path", name.to_owned()), ("detail", error.to_string())])
    })?;
    if bytes.len() > largest {
        let values = [("name", name.to_owned()), ("limit", limit.to_string())];
        return Err(with(ErrorCode::FileTooLarge, values));
    }
    Ok(bytes)
}

/// Reads a file as far as it says how it is to be read; then as files with its columns were read
/// before, and in the currency of the household where it names none. Gives back how it was read, and
/// whether that was remembered.
fn read(reader: &Reader, bytes: &[u8], mut how: How) -> Result<(How, Reading, bool), AppError> {
    let mut reading = statement::read(bytes, &how);
    let found = reading.csv.as_ref().filter(|_| how.csv.is_none());
    let layout = found.map(|it| reader.csv_layout(&it.signature)).transpose()?.flatten();
    let again = layout.zip(found).map(|(layout, found)| remembered_how(layout, found.how.skip));
    let remembered = again.is_some();
    if again.is_some() {
        how.csv = again;
        reading = statement::read(bytes, &how);
    }
    let unknown = |reading: &Reading| {
        reading.problems.iter().any(|problem| problem.code == ProblemCode::CurrencyUnknown)
    };
    if how.currency.is_none() && unknown(&reading) {
        how.currency = usual_currency(reader)?;
        if how.currency.is_some() {
            reading = statement::read(bytes, &how);
        }
    }
    Ok((how, reading, remembered))
}

/// The currency of the only account, or else of most sums of the household.
fn usual_currency(reader: &Reader) -> Result<Option<Currency>, AppError> {
    if let [account] = reader.accounts()?.as_slice() {
        return Ok(Some(account.currency));
    }
    Ok(crate::currency::of_household(&reader.disputes_where(DisputeScope::All)?))
}

/// What a bank's columns mean stays; how many lines stand above them changes from file to file.
fn remembered_how(layout: CsvLayout, skip: u32) -> CsvHow {
    CsvHow {
        delimiter: layout.delimiter,
        skip,
        day_order: layout.day_order,
        decimal_comma: layout.decimal_comma,
        columns: layout.columns,
    }
}

/// What the window says of how a file is to be read.
fn how(reading: &StatementReading) -> Result<How, AppError> {
    Ok(How {
        format: Some(reading.format.into()),
        csv: reading.csv.as_ref().map(csv_how).transpose()?,
        day_order: reading.days.as_ref().map(|days| days.order.into()),
        currency: None,
    })
}

fn csv_how(reading: &CsvReading) -> Result<CsvHow, AppError> {
    let mut characters = reading.delimiter.chars();
    let (Some(delimiter), None) = (characters.next(), characters.next()) else {
        return Err(refused("delimiter", "not_one_character", [("text", &reading.delimiter)]));
    };
    Ok(CsvHow {
        delimiter,
        skip: reading.skip,
        day_order: reading.day_order.into(),
        decimal_comma: reading.decimal_comma,
        columns: reading.columns.iter().map(|column| (*column).into()).collect(),
    })
}
