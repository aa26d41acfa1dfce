//! What the columns mean: by their names, and where these say nothing, by what stands in them.

use holdfast_domain::CsvColumn;

use super::cell;
use super::content::{Content, ROWS};
use super::names::{self, Meaning};
use super::sums::{self, Pair};
use super::table::Row;
use crate::statement::day;
use crate::statement::number::Side;

/// What the columns were found to mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) columns: Vec<CsvColumn>,
    /// Where nothing shows which way the money went, so that it was taken as most banks have it.
    pub(super) sides_unsure: bool,
    /// The first line whose sign contradicts a column of words for the side, which is not used then.
    pub(super) contradiction: Option<u32>,
}

impl Columns {
    /// What the person says.
    pub(super) fn given(columns: &[CsvColumn]) -> Self {
        Self { columns: columns.to_vec(), sides_unsure: false, contradiction: None }
    }
}

/// Finds out what the columns of these transactions mean.
pub(super) fn find(rows: &[Row], names: &[String]) -> Columns {
    let rows: Vec<&Row> = rows.iter().take(ROWS).collect();
    let mut finding = Finding {
        contents: Content::of(&rows, names.len()),
        rows,
        named: names.iter().map(|name| names::meanings(name)).collect(),
        columns: vec![CsvColumn::Ignore; names.len()],
        sides_unsure: false,
        contradiction: None,
    };
    finding.day();
    finding.only_dated();
    finding.amounts();
    finding.side();
    finding.currency();
    finding.words();
    let Finding { columns, sides_unsure, contradiction, .. } = finding;
    Columns { columns, sides_unsure, contradiction }
}

struct Finding<'a> {
    rows: Vec<&'a Row>,
    contents: Vec<Content>,
    named: Vec<Vec<(Meaning, usize)>>,
    columns: Vec<CsvColumn>,
    sides_unsure: bool,
    contradiction: Option<u32>,
}

impl Finding<'_> {
    /// The columns whose name has that meaning and whose cells fit, those of the lowest rank first.
    fn named(&self, meaning: Meaning, fits: impl Fn(&Content) -> bool) -> Vec<usize> {
        let rank = |column: &usize| {
            self.named[*column].iter().find(|(named, _)| *named == meaning).map(|(_, rank)| *rank)
        };
        let mut found: Vec<usize> = (0..self.columns.len())
            .filter(|column| rank(column).is_some() && self.is_free(*column))
            .filter(|column| fits(&self.contents[*column]))
            .collect();
        found.sort_by_key(rank);
        found
    }

    /// The columns whose names say nothing and whose cells fit.
    fn unnamed(&self, fits: impl Fn(&Content) -> bool) -> Vec<usize> {
        let free = (0..self.columns.len())
            .filter(|column| self.named[*column].is_empty() && self.is_free(*column));
        free.filter(|column| fits(&self.contents[*column])).collect()
    }

    fn is_free(&self, column: usize) -> bool {
        self.columns[column] == CsvColumn::Ignore
    }

    fn day(&mut self) {
        let is_empty = |it: &Content| it.filled == 0;
        let mut found = self.named(Meaning::Booked, Content::has_days);
        found.extend(self.named(Meaning::OtherDay, Content::has_days));
        found.extend(self.unnamed(Content::is_days));
        // A file without a transaction has its names alone.
        found.extend(self.named(Meaning::Booked, is_empty));
        if let Some(day) = found.first() {
            self.columns[*day] = CsvColumn::Day;
        }
    }

    /// Goes on with the rows that have a day: others are no transactions, and what stands in them
    /// would only confuse.
    fn only_dated(&mut self) {
        let Some(at) = self.columns.iter().position(|it| *it == CsvColumn::Day) else { return };
        let dated: Vec<&Row> =
            self.rows.iter().copied().filter(|row| day::is_day(row.cell(at))).collect();
        self.contents = Content::of(&dated, self.columns.len());
        self.rows = dated;
    }

    fn amounts(&mut self) {
        let numbers = Content::has_numbers;
        let credit = self.named(Meaning::Credit, numbers).first().copied();
        let debit = self.named(Meaning::Debit, numbers).first().copied();
        let amount = self.named(Meaning::Amount, numbers).first().copied();
        let used = |columns: [usize; 2]| columns.iter().any(|it| self.contents[*it].filled > 0);
        match (credit, debit, amount) {
            (Some(credit), Some(debit), amount) if amount.is_none() || used([credit, debit]) => {
                self.columns[credit] = CsvColumn::Credit;
                self.columns[debit] = CsvColumn::Debit;
            }
            (_, _, Some(amount)) => self.columns[amount] = CsvColumn::Amount,
            (Some(credit), None, None) => self.columns[credit] = CsvColumn::Credit,
            (None, Some(debit), None) => self.columns[debit] = CsvColumn::Debit,
            (_, _, None) => self.amounts_by_content(),
        }
    }

    fn amounts_by_content(&mut self) {
        let mut sums = self.unnamed(Content::is_sums);
        if sums.is_empty() {
            // Currencies without minor units are written without a fraction.
            sums = self.unnamed(Content::is_whole_numbers);
        }
        let balance = self.named(Meaning::Balance, Content::has_numbers).first().copied();
        match sums::pair(&self.rows, &sums, balance) {
            Some(Pair { debit, credit, sure }) => {
                self.columns[debit] = CsvColumn::Debit;
                self.columns[credit] = CsvColumn::Credit;
                self.sides_unsure = !sure;
            }
            None => {
                let full = |column: &&usize| self.contents[**column].is_full();
                let amount = sums::with_balance(&self.rows, &sums);
                let amount = amount.or(sums.iter().find(full).or(sums.first()).copied());
                if let Some(amount) = amount {
                    self.columns[amount] = CsvColumn::Amount;
                }
            }
        }
    }

    /// A column that says which way the money went is only needed where the sums do not.
    fn side(&mut self) {
        let Some(amount) = self.columns.iter().position(|it| *it == CsvColumn::Amount) else {
            return;
        };
        let fits = |it: &Content| it.is_sides() && it.is_full();
        let mut found = self.named(Meaning::Side, fits);
        found.extend(self.unnamed(fits));
        let Some(side) = found.first().copied() else { return };
        let signs = self.rows.iter().filter_map(|row| {
            let negative = sums::is_negative(row.cell(amount))?;
            Some((row.line, negative, cell::side(row.cell(side))? == Side::Debit))
        });
        let signs: Vec<(u32, bool, bool)> = signs.collect();
        let unsigned = signs.iter().all(|(_, negative, _)| !negative);
        let turned_round = signs.iter().all(|(_, negative, debit)| negative != debit);
        if unsigned || turned_round {
            self.columns[side] = CsvColumn::Side;
        } else {
            let differing = signs.iter().find(|(_, negative, debit)| negative != debit);
            self.contradiction = differing.map(|(line, ..)| *line);
        }
    }

    fn currency(&mut self) {
        let mut found = self.named(Meaning::Currency, Content::is_currencies);
        found.extend(self.unnamed(|it| it.is_currencies() && it.is_full()));
        if let Some(currency) = found.first() {
            self.columns[*currency] = CsvColumn::Currency;
        }
    }

    fn words(&mut self) {
        let is_any = |_: &Content| true;
        let mut parties = self.named(Meaning::Party, |it| it.filled > 0);
        parties.extend(self.named(Meaning::Party, is_any));
        if let Some(party) = parties.first() {
            self.columns[*party] = CsvColumn::Party;
        }
        for (meaning, column) in
            [(Meaning::Reference, CsvColumn::Reference), (Meaning::BankId, CsvColumn::BankId)]
        {
            if let Some(found) = self.named(meaning, |it| it.filled > 0).first() {
                self.columns[*found] = column;
            }
        }
        let mut texts = self.named(Meaning::Text, is_any);
        texts.extend(self.named(Meaning::Party, is_any));
        let has_words = !texts.is_empty() || self.columns.contains(&CsvColumn::Party);
        if !has_words {
            let several = self.rows.len() > 2;
            texts = self.unnamed(|it| it.is_text() && !(several && it.constant));
            if texts.is_empty() {
                texts = self.unnamed(Content::is_text);
            }
        }
        for text in texts {
            self.columns[text] = CsvColumn::Text;
        }
    }
}
