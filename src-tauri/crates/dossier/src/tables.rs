//! Shorthand for the parts of a document.

use holdfast_domain::document::{Align, Block, Column, Row, Table, Text, Width};

pub(crate) fn heading(level: u8, text: impl Into<String>) -> Block {
    Block::Heading { level, text: text.into() }
}

pub(crate) fn paragraph(text: impl Into<Text>) -> Block {
    Block::Paragraph(text.into())
}

pub(crate) fn remark(text: impl Into<Text>) -> Block {
    Block::Remark(text.into())
}

/// A column as wide as its widest cell.
pub(crate) fn fit(head: &str) -> Column {
    Column { head: head.to_owned(), width: Width::Fit, align: Align::Start }
}

/// A column for sums, as wide as its widest.
pub(crate) fn figures(head: &str) -> Column {
    Column { head: head.to_owned(), width: Width::Fit, align: Align::End }
}

/// A column with a share of what is left.
pub(crate) fn share(head: &str, of: u8) -> Column {
    Column { head: head.to_owned(), width: Width::Share(of), align: Align::Start }
}

pub(crate) fn row(cells: impl IntoIterator<Item = impl Into<Text>>) -> Row {
    Row { cells: cells.into_iter().map(Into::into).collect(), is_total: false, place: None }
}

pub(crate) fn total(cells: impl IntoIterator<Item = impl Into<Text>>) -> Row {
    Row { cells: cells.into_iter().map(Into::into).collect(), is_total: true, place: None }
}

/// A table without the columns in which no row says anything.
pub(crate) fn without_empty(mut table: Table) -> Table {
    let says = |row: &Row, at: usize| {
        row.cells.get(at).is_some_and(|cell| !cell.words().trim().is_empty())
    };
    let kept: Vec<bool> = (0..table.columns.len())
        .map(|at| table.rows.is_empty() || table.rows.iter().any(|row| says(row, at)))
        .collect();
    let is_kept = |at: &usize| kept.get(*at).copied().unwrap_or(true);
    table.columns =
        (0..).zip(table.columns).filter(|(at, _)| is_kept(at)).map(|(_, it)| it).collect();
    for row in &mut table.rows {
        let cells = std::mem::take(&mut row.cells);
        row.cells = (0..).zip(cells).filter(|(at, _)| is_kept(at)).map(|(_, it)| it).collect();
    }
    table
}

/// Names and values, of which the absent ones are left out.
#[derive(Default)]
pub(crate) struct Facts(Vec<(String, Text)>);

impl Facts {
    pub(crate) fn add(&mut self, name: impl Into<String>, value: impl Into<Text>) {
        self.0.push((name.into(), value.into()));
    }

    pub(crate) fn maybe<T: Into<Text>>(&mut self, name: &str, value: Option<T>) {
        if let Some(value) = value {
            self.add(name, value);
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn into_inner(self) -> Vec<(String, Text)> {
        self.0
    }

    pub(crate) fn block(self) -> Block {
        Block::Facts(self.0)
    }
}
