//! The hand-over archive: the whole record as one file, and a new record out of one.

mod failed;
mod save;
mod sealed;
mod take;

pub use take::Checked;

use holdfast_intake::archive::Cell;
use holdfast_store::Plain;

/// What is told of an archive, counted from its rows.
#[derive(Debug, Default)]
struct Tally {
    household: Option<String>,
    disputes: u32,
}

impl Tally {
    /// Takes a row into account.
    fn see(&mut self, table: &str, columns: &[String], cells: &[Cell]) {
        let of = |name: &str| {
            let place = columns.iter().position(|column| column == name)?;
            cells.get(place)
        };
        if of("deleted_at") != Some(&Cell::Nothing) {
            return;
        }
        match (table, of("name")) {
            ("dispute", _) => self.disputes = self.disputes.saturating_add(1),
            ("household", Some(Cell::Text(name))) => self.household = Some(name.clone()),
            _ => {}
        }
    }
}

/// What stands in a column, as archives have it.
fn cell(of: &Plain) -> Cell {
    match of {
        Plain::Nothing => Cell::Nothing,
        Plain::Number(number) => Cell::Number(*number),
        Plain::Text(text) => Cell::Text(text.clone()),
    }
}

/// What stands in a column, as the store has it.
fn plain(of: Cell) -> Plain {
    match of {
        Cell::Nothing => Plain::Nothing,
        Cell::Number(number) => Plain::Number(number),
        Cell::Text(text) => Plain::Text(text),
    }
}

/// A number of things, where more than four thousand million say no more than that.
fn number(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}
