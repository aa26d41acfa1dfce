//! The problems found so far.

use chrono::NaiveDate;

use super::problem::{Place, Problem, ProblemCode, Record};
use crate::text;

/// Collects problems in the order in which they are found.
#[derive(Debug, Default)]
pub(super) struct Findings(Vec<Problem>);

impl Findings {
    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.0
    }

    pub(super) fn add(&mut self, record: Record, field: &'static str, code: ProblemCode) {
        self.0.push(Problem { severity: code.severity(), code, at: Place { record, field } });
    }

    /// Texts that have to be filled in.
    pub(super) fn required(
        &mut self,
        record: Record,
        field: &'static str,
        value: &str,
        limit: usize,
    ) {
        if let Err(error) = text::check_required(value, limit) {
            self.add(record, field, error.into());
        }
    }

    /// Texts that may be missing or empty.
    pub(super) fn optional<'a>(
        &mut self,
        record: Record,
        field: &'static str,
        values: impl IntoIterator<Item = &'a String>,
        limit: usize,
    ) {
        for value in values {
            if let Err(error) = text::check(value, limit) {
                self.add(record, field, error.into());
            }
        }
    }

    /// Days on which something is said to have happened.
    pub(super) fn happened(
        &mut self,
        record: Record,
        field: &'static str,
        day: impl Into<Option<NaiveDate>>,
        today: NaiveDate,
    ) {
        if let Some(day) = day.into().filter(|day| *day > today) {
            self.add(record, field, ProblemCode::DayInFuture { day });
        }
    }
}
