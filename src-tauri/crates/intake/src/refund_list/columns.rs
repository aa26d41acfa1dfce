//! What the columns mean: by their names, and where these say nothing, by what stands in them.

use holdfast_domain::{RefundColumn, RefundState};

use super::problem::{Problem, ProblemCode};
use super::{names, states};
use crate::statement::csv::content::{Content, ROWS};
use crate::statement::csv::table::Row;

/// The columns in the order in which they are looked for by their names: what only fits days or
/// numbers comes before words.
const BY_NAME: [RefundColumn; 11] = [
    RefundColumn::AskedOn,
    RefundColumn::RefundedOn,
    RefundColumn::Amount,
    RefundColumn::Refunded,
    RefundColumn::Currency,
    RefundColumn::Reference,
    RefundColumn::State,
    // “Who” is the vendor where no other column is, else a person.
    RefundColumn::Vendor,
    RefundColumn::Contact,
    RefundColumn::What,
    RefundColumn::Notes,
];

/// What the person says, for as many columns as there are.
pub(super) fn given(columns: &[RefundColumn], width: usize) -> Vec<RefundColumn> {
    let mut columns = columns.to_vec();
    columns.resize(width.max(columns.len()), RefundColumn::Ignore);
    columns
}

/// Finds out what the columns of these rows mean.
pub(super) fn find(rows: &[Row], names: &[String]) -> Vec<RefundColumn> {
    let rows: Vec<&Row> = rows.iter().take(ROWS).collect();
    let mut finding = Finding {
        contents: Content::of(&rows, names.len()),
        named: names.iter().map(|name| names::meanings(name)).collect(),
        is_named: names.iter().map(|name| name.contains(char::is_alphabetic)).collect(),
        columns: vec![None; names.len()],
        rows,
    };
    BY_NAME.into_iter().for_each(|column| finding.by_name(column));
    finding.twofold();
    finding.by_content();
    // What rows cannot do without is taken by its name at last: then each row says what is wrong.
    finding.named_alone(RefundColumn::AskedOn);
    finding.named_alone(RefundColumn::Amount);
    finding.rest()
}

/// What keeps rows from being read by these columns: one that they need is missing, or stands twice.
pub(super) fn problems(columns: &[RefundColumn]) -> Vec<Problem> {
    let count = |wanted: RefundColumn| columns.iter().filter(|it| **it == wanted).count();
    let needed = [RefundColumn::Vendor, RefundColumn::Amount, RefundColumn::AskedOn];
    let missing = needed.into_iter().filter(|it| count(*it) == 0);
    let missing = missing.map(|it| Problem::error(ProblemCode::ColumnMissing, None, Some(it), ""));
    let twice = RefundColumn::ALL.iter().filter(|it| !may_repeat(**it) && count(**it) > 1);
    let twice = twice.map(|it| Problem::error(ProblemCode::ColumnsContradict, None, Some(*it), ""));
    missing.chain(twice).collect()
}

fn may_repeat(column: RefundColumn) -> bool {
    matches!(column, RefundColumn::What | RefundColumn::Notes | RefundColumn::Ignore)
}

struct Finding<'a> {
    rows: Vec<&'a Row>,
    contents: Vec<Content>,
    named: Vec<Vec<(RefundColumn, usize)>>,
    /// Which columns have a name of letters, known or not.
    is_named: Vec<bool>,
    columns: Vec<Option<RefundColumn>>,
}

impl Finding<'_> {
    /// Takes the column whose name means that and whose cells fit; of several the one of the lowest
    /// rank. What it is about may stand in several.
    fn by_name(&mut self, wanted: RefundColumn) {
        let rank = |at: &usize| {
            self.named[*at].iter().find(|(named, _)| *named == wanted).map(|(_, rank)| *rank)
        };
        let mut found: Vec<usize> = (0..self.columns.len())
            .filter(|at| self.columns[*at].is_none() && rank(at).is_some())
            .filter(|at| fits(wanted, &self.contents[*at]))
            .collect();
        found.sort_by_key(rank);
        let taken = if may_repeat(wanted) { found.len() } else { 1 };
        found.into_iter().take(taken).for_each(|at| self.columns[at] = Some(wanted));
    }

    /// Takes the first column whose name means that, whatever stands in it, unless there is one.
    fn named_alone(&mut self, wanted: RefundColumn) {
        let is_it = |at: &usize| {
            self.columns[*at].is_none() && self.named[*at].iter().any(|(named, _)| *named == wanted)
        };
        if let Some(at) = (0..self.columns.len()).find(is_it).filter(|_| !self.has(wanted)) {
            self.columns[at] = Some(wanted);
        }
    }

    /// A column called “refunded” may bear a day or a word where others bear a sum.
    fn twofold(&mut self) {
        let is_refund = |at: &usize| {
            self.columns[*at].is_none()
                && self.named[*at].iter().any(|(named, _)| *named == RefundColumn::Refunded)
        };
        for at in (0..self.columns.len()).filter(is_refund).collect::<Vec<_>>() {
            let content = &self.contents[at];
            if content.is_days() && !self.has(RefundColumn::RefundedOn) {
                self.columns[at] = Some(RefundColumn::RefundedOn);
            } else if content.is_text() && !self.has(RefundColumn::State) && self.is_states(at) {
                self.columns[at] = Some(RefundColumn::State);
            }
        }
    }

    /// What rows cannot do without, and how they stand, in columns whose names say nothing.
    fn by_content(&mut self) {
        self.first(RefundColumn::AskedOn, |it, at| it.contents[at].is_days());
        self.first(RefundColumn::Amount, |it, at| it.contents[at].is_sums());
        self.first(RefundColumn::Amount, |it, at| it.contents[at].is_whole_numbers());
        self.first(RefundColumn::Currency, |it, at| it.contents[at].is_currencies());
        self.first(RefundColumn::State, Self::is_states);
        let is_words =
            |it: &Self, at: usize| it.contents[at].is_text() && it.contents[at].filled > 0;
        self.first(RefundColumn::Vendor, is_words);
        // A name that is not known says at least that it is something else.
        self.first(RefundColumn::What, |it, at| is_words(it, at) && !it.is_named[at]);
        self.day_of_refund();
    }

    /// Takes the first column without a known name whose cells fit, unless there is one.
    fn first(&mut self, wanted: RefundColumn, fits: impl Fn(&Self, usize) -> bool) {
        if self.has(wanted) {
            return;
        }
        let is_free = |at: &usize| self.columns[*at].is_none() && self.named[*at].is_empty();
        let found = (0..self.columns.len()).filter(is_free).find(|at| fits(self, *at));
        if let Some(at) = found {
            self.columns[at] = Some(wanted);
        }
    }

    /// What is left is kept as notes, so that nothing that was written gets lost: but for columns
    /// that only count or sum up, and for numbers without a name.
    fn rest(self) -> Vec<RefundColumn> {
        let is_counted =
            |at: usize| self.named[at].iter().any(|(named, _)| *named == RefundColumn::Ignore);
        let of = |(at, column): (usize, &Option<RefundColumn>)| {
            let content = &self.contents[at];
            let says = content.filled > 0 && (self.is_named[at] || content.is_text());
            let rest =
                if says && !is_counted(at) { RefundColumn::Notes } else { RefundColumn::Ignore };
            column.unwrap_or(rest)
        };
        self.columns.iter().enumerate().map(of).collect()
    }

    fn has(&self, column: RefundColumn) -> bool {
        self.columns.contains(&Some(column))
    }

    /// The day of the refund may be called by any word for a day, such as “when it came”.
    fn day_of_refund(&mut self) {
        let is_free = |at: &usize| {
            let other = |(named, _): &(RefundColumn, usize)| *named != RefundColumn::AskedOn;
            self.columns[*at].is_none() && !self.named[*at].iter().any(other)
        };
        let mut free = (0..self.columns.len()).filter(is_free);
        let found = free.find(|at| self.is_day_of_refund(*at));
        if let Some(at) = found.filter(|_| !self.has(RefundColumn::RefundedOn)) {
            self.columns[at] = Some(RefundColumn::RefundedOn);
        }
    }

    /// Whether days stand in the column, and where something came back alone.
    fn is_day_of_refund(&self, at: usize) -> bool {
        let of = |column| self.columns.iter().position(|it| *it == Some(column));
        let (refunded, state) = (of(RefundColumn::Refunded), of(RefundColumn::State));
        let came = |row: &&&Row| {
            let by_state = state.and_then(|at| states::said(row.cell(at))).map(|it| it.state);
            refunded.is_some_and(|at| !row.cell(at).is_empty())
                || matches!(by_state, Some(RefundState::Refunded | RefundState::PartlyRefunded))
        };
        let mut days = self.rows.iter().filter(|row| !row.cell(at).is_empty()).peekable();
        self.contents[at].is_days() && days.peek().is_some() && days.all(|row| came(&row))
    }

    /// Whether most of what stands in the column are words for a state.
    fn is_states(&self, at: usize) -> bool {
        let filled = self.rows.iter().map(|row| row.cell(at)).filter(|cell| !cell.is_empty());
        let (mut all, mut known) = (0_usize, 0_usize);
        for cell in filled {
            all += 1;
            known += usize::from(states::is_state(cell));
        }
        all > 0 && known * 2 > all
    }
}

/// Whether cells that stand there can be of that column; of an empty one the name is enough.
fn fits(column: RefundColumn, content: &Content) -> bool {
    if content.filled == 0 {
        return true;
    }
    match column {
        RefundColumn::AskedOn | RefundColumn::RefundedOn => content.has_days(),
        RefundColumn::Amount | RefundColumn::Refunded => {
            content.has_numbers() && !content.is_days()
        }
        RefundColumn::Currency => content.is_currencies(),
        RefundColumn::Vendor
        | RefundColumn::What
        | RefundColumn::Reference
        | RefundColumn::State
        | RefundColumn::Contact
        | RefundColumn::Notes
        | RefundColumn::Ignore => true,
    }
}
