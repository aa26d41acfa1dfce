//! What a part did, as a line of the table.

use std::time::Duration;

use crate::witness::Look;

/// How many complaints are printed of each part. The first are the ones to look into.
const SHOWN: usize = 5;

/// What a part did.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tally {
    /// What was done, in a few words.
    pub(crate) what: String,
    /// How often.
    pub(crate) times: usize,
    /// How many changes were acknowledged in all.
    pub(crate) acknowledged: usize,
    /// How many of them were not there afterwards.
    pub(crate) lost: usize,
    /// How often something else was wrong: not sound, not opened, not understood.
    pub(crate) failed: usize,
    /// What else is to be said of it.
    pub(crate) notes: Vec<String>,
    /// The first complaints.
    pub(crate) complaints: Vec<String>,
    /// How long it took.
    pub(crate) took: Duration,
}

impl Tally {
    /// A part that has done nothing yet.
    pub(crate) fn of(what: &str) -> Self {
        Self { what: what.to_owned(), ..Self::default() }
    }

    /// Counts one look at the record, `when` it was.
    pub(crate) fn count(&mut self, look: &Look, when: &str) {
        self.times += 1;
        self.take(look, when);
    }

    /// Takes a look into account that is not one of those counted.
    pub(crate) fn take(&mut self, look: &Look, when: &str) {
        self.lost += look.lost.len();
        self.failed += usize::from(!look.unsound.is_empty());
        for complaint in look.lost.iter().chain(&look.unsound) {
            self.complain(format!("{when}: {complaint}"));
        }
    }

    /// Counts something that went wrong by itself.
    pub(crate) fn fail(&mut self, complaint: String) {
        self.failed += 1;
        self.complain(complaint);
    }

    fn complain(&mut self, complaint: String) {
        if self.complaints.len() < SHOWN {
            self.complaints.push(complaint);
        }
    }

    /// Whether nothing was lost and nothing failed.
    pub(crate) fn is_well(&self) -> bool {
        self.lost == 0 && self.failed == 0
    }
}

/// The table of all parts.
pub(crate) fn table(tallies: &[Tally]) -> String {
    let heads = ["what was done", "times", "acknowledged", "lost", "failed", "seconds"];
    let mut rows = vec![heads.map(str::to_owned)];
    rows.extend(tallies.iter().map(|tally| {
        let seconds = format!("{}.{}", tally.took.as_secs(), tally.took.subsec_millis() / 100);
        [
            tally.what.clone(),
            tally.times.to_string(),
            tally.acknowledged.to_string(),
            tally.lost.to_string(),
            tally.failed.to_string(),
            seconds,
        ]
    }));
    let width = |column: usize| {
        rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..heads.len()).map(width).collect();
    let line = |row: &[String; 6]| {
        let first = format!("{:<width$}", row[0], width = widths[0]);
        let others =
            row.iter().zip(&widths).skip(1).map(|(cell, width)| format!("  {cell:>width$}"));
        first + &others.collect::<String>()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}
