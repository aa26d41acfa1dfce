//! Which column is read as what: the columns of a layout, checked and turned round.

use holdfast_domain::CsvColumn;

use crate::statement::problem::{Problem, ProblemCode};

/// Which columns bear the sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sums {
    /// One, with its sign or with a column for the side.
    One { column: usize, turned_round: bool },
    /// One for what came in and one for what went out, or one of the two.
    Two { credit: Option<usize>, debit: Option<usize> },
}

impl Sums {
    /// The columns that bear sums.
    pub(super) fn columns(self) -> impl Iterator<Item = usize> {
        let columns = match self {
            Self::One { column, .. } => [Some(column), None],
            Self::Two { credit, debit } => [credit, debit],
        };
        columns.into_iter().flatten()
    }
}

/// Where each part of an entry stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Plan {
    pub(super) day: usize,
    pub(super) sums: Sums,
    pub(super) side: Option<usize>,
    pub(super) currency: Option<usize>,
    pub(super) party: Option<usize>,
    pub(super) texts: Vec<usize>,
    pub(super) reference: Option<usize>,
    pub(super) bank_id: Option<usize>,
    /// The column that says whether a line is booked, where one is called so.
    pub(super) status: Option<usize>,
}

impl Plan {
    /// Where the parts stand when the columns mean this.
    ///
    /// # Errors
    /// Each thing that keeps the columns from giving entries: no day, no sum, or two of them.
    pub(super) fn of(columns: &[CsvColumn]) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let day = only(columns, CsvColumn::Day, &mut problems);
        let sums = sums(columns, &mut problems);
        let mut other = |wanted| only(columns, wanted, &mut problems);
        let (side, currency) = (other(CsvColumn::Side), other(CsvColumn::Currency));
        let (party, reference) = (other(CsvColumn::Party), other(CsvColumn::Reference));
        let bank_id = other(CsvColumn::BankId);
        if day.is_none() && !columns.contains(&CsvColumn::Day) {
            problems.insert(0, Problem::error(ProblemCode::DayColumnUnknown, None, ""));
        }
        match (day, sums) {
            (Some(day), Some(sums)) if problems.is_empty() => Ok(Self {
                day,
                sums,
                side,
                currency,
                party,
                texts: all(columns, CsvColumn::Text),
                reference,
                bank_id,
                status: None,
            }),
            _ => Err(problems),
        }
    }
}

/// The columns of that meaning.
fn all(columns: &[CsvColumn], wanted: CsvColumn) -> Vec<usize> {
    (0..columns.len()).filter(|column| columns[*column] == wanted).collect()
}

/// The one column of that meaning; of two, neither could be preferred.
fn only(columns: &[CsvColumn], wanted: CsvColumn, problems: &mut Vec<Problem>) -> Option<usize> {
    match all(columns, wanted)[..] {
        [] => None,
        [only] => Some(only),
        _ => {
            problems.push(Problem::error(ProblemCode::ColumnsContradict, None, wanted.as_str()));
            None
        }
    }
}

fn sums(columns: &[CsvColumn], problems: &mut Vec<Problem>) -> Option<Sums> {
    let before = problems.len();
    let amount = only(columns, CsvColumn::Amount, problems);
    let reversed = only(columns, CsvColumn::AmountReversed, problems);
    let credit = only(columns, CsvColumn::Credit, problems);
    let debit = only(columns, CsvColumn::Debit, problems);
    match (amount, reversed, credit.or(debit)) {
        (Some(column), None, None) => Some(Sums::One { column, turned_round: false }),
        (None, Some(column), None) => Some(Sums::One { column, turned_round: true }),
        (None, None, Some(_)) => Some(Sums::Two { credit, debit }),
        (None, None, None) => {
            if problems.len() == before {
                problems.push(Problem::error(ProblemCode::AmountColumnUnknown, None, ""));
            }
            None
        }
        _ => {
            let text = CsvColumn::Amount.as_str();
            problems.push(Problem::error(ProblemCode::ColumnsContradict, None, text));
            None
        }
    }
}
