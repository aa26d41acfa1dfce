//! The fields of an aggregate.

use chrono::NaiveDate;
use holdfast_domain::{Currency, DayOrder};

use super::super::problem::{ProblemCode, Problems};
use super::super::{day, words};

/// The fields that are read, under the names by which they are asked for.
const KNOWN: &[&str] = &[
    "ACCTID", "ACCTTYPE", "BANKID", "BROKERID", "CHECKNUM", "CHKNUM", "CURDEF", "CURSYM", "DTEND",
    "DTPOSTED", "DTSTART", "EXTDNAME", "FITID", "MEMO", "NAME", "ORG", "REFNUM", "TRNAMT",
    "TRNTYPE",
];

/// The name as it is asked for, if the field is one that is read.
pub(super) fn known(name: &str) -> Option<&'static str> {
    KNOWN.iter().find(|known| known.eq_ignore_ascii_case(name)).copied()
}

/// A field with its value.
#[derive(Debug, Clone)]
pub(super) struct Field {
    /// Its name, one of those that are read.
    pub(super) name: &'static str,
    /// Its value, which has something to be seen.
    pub(super) value: String,
    /// Its line.
    pub(super) line: u32,
}

/// The fields of one aggregate in their order.
#[derive(Debug)]
pub(super) struct Fields(pub(super) Vec<Field>);

impl Fields {
    fn get(&self, name: &str) -> Option<&Field> {
        self.0.iter().find(|field| field.name == name)
    }

    /// The field; where it is absent or stands twice, an error of the aggregate on that line.
    pub(super) fn required(&self, name: &str, line: u32, to: &mut Problems) -> Option<&Field> {
        let mut all = self.0.iter().filter(|field| field.name == name);
        let first = all.next();
        if first.is_none() {
            to.error(ProblemCode::MissingField, line, name);
        }
        if let Some(second) = all.next() {
            to.error(ProblemCode::UnexpectedLine, second.line, name);
        }
        first
    }

    /// The words of a field on one line.
    pub(super) fn words(&self, name: &str, to: &mut Problems) -> Option<String> {
        let field = self.get(name)?;
        words::kept(&field.value, field.line, to)
    }

    /// The currency whose code stands in a field; some banks write it in small letters.
    pub(super) fn currency(&self, name: &str, to: &mut Problems) -> Option<Currency> {
        let field = self.get(name)?;
        let currency = Currency::from_code(&field.value.to_ascii_uppercase()).ok();
        if currency.is_none() {
            to.error(ProblemCode::BadCurrency, field.line, &field.value);
        }
        currency
    }

    /// The day on which a transaction was booked.
    pub(super) fn booked(&self, line: u32, to: &mut Problems) -> Option<NaiveDate> {
        let field = self.required("DTPOSTED", line, to)?;
        let day = day_of(field);
        if day.is_none() {
            to.error(ProblemCode::BadDay, field.line, &field.value);
        }
        day
    }

    /// The first or last day of a statement. One that cannot be read only looks odd: the days of
    /// the transactions are what counts.
    pub(super) fn period(&self, name: &str, to: &mut Problems) -> Option<NaiveDate> {
        let field = self.get(name)?;
        let day = day_of(field);
        if day.is_none() {
            to.warning(ProblemCode::BadPeriod, field.line, &field.value);
        }
        day
    }
}

/// The day as it is written, whatever the time and the zone behind it: that is the day on which
/// the bank says it was.
fn day_of(field: &Field) -> Option<NaiveDate> {
    day::read(&field.value, DayOrder::YearFirst)
}
