//! How the domain's values stand in columns. One value may take several columns.

mod composite;

pub(crate) use composite::sort_key;

use std::str::FromStr;

use chrono::SecondsFormat;
use holdfast_domain::rules::{Cadence, DueKind};
use holdfast_domain::{
    AccountId, AdvocacyId, AttachmentId, Channel, ChannelId, CheckId, CheckResult, CitationId,
    ClaimId, ClockId, ClosedAs, ContactId, CoveredAreaId, CsvColumn, CsvLayoutId, DateTime,
    DayOrder, Direction, DisputeId, DossierChoiceId, DossierPart, DossierReader, EventId, FactId,
    FactStatus, FixedOffset, IssueAnswer, IssueId, LetterEditId, LetterId, LetterKind,
    LetterTemplateId, LetterTone, MatchKind, MemberId, MovementId, MovementKind, NaiveDate,
    NaiveTime, NextStepId, NumberedExhibit, Occurred, OfferAnswer, OfferId, PartyId, Precision,
    PromiseId, PromiseOutcome, RefundColumn, RefundLayoutId, RemedyId, RemedyKind, RungId,
    SentDossierId, SentLetterId, SnoozeId, StatementFormat, StatementId, StatementMatchId, Utc,
    VendorId, VendorKind,
};
use rusqlite::types::{Value, ValueRef};
use uuid::Uuid;

use crate::{EventContactId, HouseholdId, IssueFactId, StoreError};

/// A row that is being read from left to right.
pub(crate) struct Cells<'a> {
    row: &'a rusqlite::Row<'a>,
    next: usize,
}

impl<'a> Cells<'a> {
    pub(crate) fn new(row: &'a rusqlite::Row<'a>) -> Self {
        Self { row, next: 0 }
    }

    /// The next value, of however many columns it takes.
    pub(crate) fn take<T: Cell>(&mut self) -> Result<T, StoreError> {
        T::read(self)
    }

    fn value(&mut self) -> Result<ValueRef<'a>, StoreError> {
        let value = self.row.get_ref(self.next)?;
        self.next += 1;
        Ok(value)
    }

    fn text(&mut self) -> Result<&'a str, StoreError> {
        match self.value()? {
            ValueRef::Text(bytes) => std::str::from_utf8(bytes).map_err(|_| self.nonsense()),
            ValueRef::Null | ValueRef::Integer(_) | ValueRef::Real(_) | ValueRef::Blob(_) => {
                Err(self.nonsense())
            }
        }
    }

    /// The next column as it stands there, which may be empty.
    pub(crate) fn maybe_text(&mut self) -> Result<Option<&'a str>, StoreError> {
        if let ValueRef::Null = self.row.get_ref(self.next)? {
            self.next += 1;
            return Ok(None);
        }
        self.text().map(Some)
    }

    fn integer(&mut self) -> Result<i64, StoreError> {
        match self.value()? {
            ValueRef::Integer(number) => Ok(number),
            ValueRef::Null | ValueRef::Text(_) | ValueRef::Real(_) | ValueRef::Blob(_) => {
                Err(self.nonsense())
            }
        }
    }

    fn parsed<T: FromStr>(&mut self) -> Result<T, StoreError> {
        let text = self.text()?;
        text.parse().map_err(|_| self.nonsense())
    }

    /// What to say of the value just read when it is not of its type.
    fn nonsense(&self) -> StoreError {
        let place = self.next.saturating_sub(1);
        let row: &rusqlite::Statement<'_> = self.row.as_ref();
        let column = row.column_name(place).unwrap_or("a column");
        let id = self.row.get::<_, String>(0).unwrap_or_default();
        StoreError::Damaged { detail: format!("“{column}” of {id} cannot be read") }
    }
}

/// A value that is kept in one or more columns.
pub(crate) trait Cell: Sized {
    /// How many columns it takes.
    const WIDTH: usize = 1;

    /// Puts its columns behind those that are there.
    fn write(&self, out: &mut Vec<Value>);

    /// Reads its columns.
    fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError>;
}

/// Nothing, kept as NULL in every column of the value. A value that may be absent has no columns
/// that may be NULL of themselves.
impl<T: Cell> Cell for Option<T> {
    const WIDTH: usize = T::WIDTH;

    fn write(&self, out: &mut Vec<Value>) {
        match self {
            Some(value) => value.write(out),
            None => out.extend((0..T::WIDTH).map(|_| Value::Null)),
        }
    }

    fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError> {
        if cells.row.get_ref(cells.next)? == ValueRef::Null {
            cells.next += T::WIDTH;
            Ok(None)
        } else {
            T::read(cells).map(Some)
        }
    }
}

/// Whatever stands in the column, as the journal keeps it.
impl Cell for Value {
    fn write(&self, out: &mut Vec<Value>) {
        out.push(self.clone());
    }

    fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError> {
        Self::try_from(cells.value()?).map_err(|_| cells.nonsense())
    }
}

impl Cell for Uuid {
    fn write(&self, out: &mut Vec<Value>) {
        out.push(Value::Text(self.hyphenated().to_string()));
    }

    fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError> {
        cells.parsed()
    }
}

impl Cell for String {
    fn write(&self, out: &mut Vec<Value>) {
        out.push(Value::Text(self.clone()));
    }

    fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError> {
        cells.text().map(str::to_owned)
    }
}

/// Lines of an address or of other names, joined by line feeds.
impl Cell for Vec<String> {
    fn write(&self, out: &mut Vec<Value>) {
        out.push(Value::Text(self.join("\n")));
    }

    fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError> {
        let text = cells.text()?;
        Ok(if text.is_empty() {
            Self::new()
        } else {
            text.split('\n').map(str::to_owned).collect()
        })
    }
}

/// Ids that no reference is kept of, and words of a vocabulary, a line each.
macro_rules! lists {
    ($($type:ty),* $(,)?) => {$(
        impl Cell for Vec<$type> {
            fn write(&self, out: &mut Vec<Value>) {
                let lines: Vec<String> = self.iter().map(ToString::to_string).collect();
                out.push(Value::Text(lines.join("\n")));
            }

            fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError> {
                let lines = cells.text()?.split('\n').filter(|line| !line.is_empty());
                lines.map(|line| line.parse().map_err(|_| cells.nonsense())).collect()
            }
        }
    )*};
}

lists!(AttachmentId, ClaimId, FactId, CsvColumn, DossierPart, NumberedExhibit, RefundColumn);

impl Cell for bool {
    fn write(&self, out: &mut Vec<Value>) {
        out.push(Value::Integer(i64::from(*self)));
    }

    fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(cells.integer()? != 0)
    }
}

impl Cell for u32 {
    fn write(&self, out: &mut Vec<Value>) {
        out.push(Value::Integer(i64::from(*self)));
    }

    fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError> {
        let number = cells.integer()?;
        Self::try_from(number).map_err(|_| cells.nonsense())
    }
}

impl Cell for i64 {
    fn write(&self, out: &mut Vec<Value>) {
        out.push(Value::Integer(*self));
    }

    fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError> {
        cells.integer()
    }
}

/// A number of bytes. SQLite counts to 2^63, which no file reaches.
impl Cell for u64 {
    fn write(&self, out: &mut Vec<Value>) {
        out.push(Value::Integer(i64::try_from(*self).unwrap_or(i64::MAX)));
    }

    fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError> {
        let number = cells.integer()?;
        Self::try_from(number).map_err(|_| cells.nonsense())
    }
}

macro_rules! written_as_text {
    ($($type:ty),* $(,)?) => {$(
        impl Cell for $type {
            fn write(&self, out: &mut Vec<Value>) {
                out.push(Value::Text(self.to_string()));
            }

            fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError> {
                cells.parsed()
            }
        }
    )*};
}

written_as_text!(
    NaiveDate,
    NaiveTime,
    char,
    AccountId,
    AdvocacyId,
    AttachmentId,
    ChannelId,
    CheckId,
    CitationId,
    ClaimId,
    ContactId,
    CoveredAreaId,
    CsvLayoutId,
    DisputeId,
    EventId,
    FactId,
    IssueId,
    LetterEditId,
    LetterId,
    LetterTemplateId,
    MemberId,
    MovementId,
    NextStepId,
    OfferId,
    PartyId,
    PromiseId,
    RefundLayoutId,
    RemedyId,
    RungId,
    SentLetterId,
    StatementId,
    StatementMatchId,
    SnoozeId,
    ClockId,
    DossierChoiceId,
    SentDossierId,
    VendorId,
    Channel,
    DossierReader,
    CheckResult,
    ClosedAs,
    DayOrder,
    Direction,
    FactStatus,
    IssueAnswer,
    LetterKind,
    LetterTone,
    MatchKind,
    MovementKind,
    OfferAnswer,
    Precision,
    PromiseOutcome,
    RemedyKind,
    StatementFormat,
    VendorKind,
    DueKind,
    Cadence,
);

macro_rules! local_ids {
    ($($type:ty),*) => {$(
        impl Cell for $type {
            fn write(&self, out: &mut Vec<Value>) {
                out.push(Value::Text(self.uuid().hyphenated().to_string()));
            }

            fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError> {
                cells.parsed::<Uuid>().map(Self::from)
            }
        }
    )*};
}

local_ids!(HouseholdId, EventContactId, IssueFactId);

impl Cell for DateTime<Utc> {
    fn write(&self, out: &mut Vec<Value>) {
        out.push(Value::Text(self.to_rfc3339_opts(SecondsFormat::AutoSi, true)));
    }

    fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError> {
        let text = cells.text()?;
        DateTime::parse_from_rfc3339(text)
            .map(|instant| instant.with_timezone(&Utc))
            .map_err(|_| cells.nonsense())
    }
}

impl Cell for Occurred {
    fn write(&self, out: &mut Vec<Value>) {
        out.push(Value::Text(match self {
            Self::On(day) => day.to_string(),
            Self::At(instant) => instant.to_rfc3339_opts(SecondsFormat::AutoSi, false),
        }));
    }

    fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError> {
        let text = cells.text()?;
        let instant = || DateTime::<FixedOffset>::parse_from_rfc3339(text).map(Self::At);
        text.parse().map(Self::On).or_else(|_| instant()).map_err(|_| cells.nonsense())
    }
}
