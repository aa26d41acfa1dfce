//! Banks' files, each with what it holds: counted and added up from the file itself, never taken
//! from what the reader under test said.
//!
//! `cargo test -p holdfast-tests --test corpus statements -- --nocapture` prints the table.

mod attacks;
mod camt;
mod ofx;
mod qif;
mod reencoded;
mod separated;

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use holdfast_domain::{Currency, Money, StatementEntry};
use holdfast_intake::statement::{CsvHow, How, Reading, read};

use crate::source;

/// Where the banks' files lie in the corpus.
const FOLDER: &str = "statements";

/// A file with what is said about it beforehand and what has to come of it.
struct Case {
    file: &'static str,
    said: Said,
    outcome: Outcome,
}

/// What the person says before the file can be read.
enum Said {
    Nothing,
    /// In which currency the account is kept.
    Currency(&'static str),
    /// The currency, and what was put right in how the columns were found to be.
    Layout(&'static str, &'static str, fn(&mut CsvHow)),
}

enum Outcome {
    /// So many entries; of each currency what came in and what went out; the first day and the last.
    Holds {
        count: usize,
        sums: &'static [(&'static str, &'static str, &'static str)],
        days: Option<(&'static str, &'static str)>,
    },
    /// An error of that code, on that line where it has one.
    Refused { code: &'static str, line: Option<u32> },
}

/// A file that says everything itself.
const fn holds(
    file: &'static str,
    count: usize,
    sums: &'static [(&'static str, &'static str, &'static str)],
    first: &'static str,
    last: &'static str,
) -> Case {
    let outcome = Outcome::Holds { count, sums, days: Some((first, last)) };
    Case { file, said: Said::Nothing, outcome }
}

/// A sound file without a single booked entry.
const fn holds_nothing(file: &'static str) -> Case {
    Case { file, said: Said::Nothing, outcome: Outcome::Holds { count: 0, sums: &[], days: None } }
}

const fn refused(file: &'static str, code: &'static str, line: Option<u32>) -> Case {
    Case { file, said: Said::Nothing, outcome: Outcome::Refused { code, line } }
}

impl Case {
    /// The same file after the person said something about it.
    const fn said(self, said: Said) -> Self {
        Self { said, ..self }
    }

    fn check(&self, bytes: &[u8]) {
        let begun = Instant::now();
        let reading = self.reading(bytes);
        assert!(begun.elapsed() < Duration::from_secs(1), "{} takes too long", self.file);
        println!("{}", self.row(&reading));
        let problems = &reading.problems;
        let file = self.file;
        match &self.outcome {
            Outcome::Holds { count, sums, days } => {
                assert!(!problems.iter().any(|it| it.is_error), "{file}: {problems:#?}");
                let entries = entries(&reading);
                assert_eq!(entries.len(), *count, "{file}: entries");
                let expected: Vec<[String; 3]> = sums
                    .iter()
                    .map(|(currency, credits, debits)| [*currency, *credits, *debits])
                    .map(|it| it.map(str::to_owned))
                    .collect();
                assert_eq!(sums_of(&entries), expected, "{file}: sums");
                let days = days.map(|(first, last)| (first.to_owned(), last.to_owned()));
                assert_eq!(days_of(&entries), days, "{file}: days");
            }
            Outcome::Refused { code, line } => {
                assert!(
                    reading.statements.is_empty(),
                    "{file}: a file with an error gives nothing"
                );
                let first = problems.iter().find(|it| it.is_error);
                let found = first.map(|it| (it.code.as_str(), it.line));
                assert_eq!(found, Some((*code, *line)), "{file}: {problems:#?}");
            }
        }
    }

    fn reading(&self, bytes: &[u8]) -> Reading {
        let (currency, change) = match &self.said {
            Said::Nothing => return read(bytes, &How::default()),
            Said::Currency(currency) => (*currency, None),
            Said::Layout(currency, _, change) => (*currency, Some(change)),
        };
        let currency = Currency::from_code(currency).expect("the table names currencies");
        let mut how = How { currency: Some(currency), ..How::default() };
        if let Some(change) = change {
            let mut found = read(bytes, &how).csv.expect("the columns are shown").how;
            change(&mut found);
            how.csv = Some(found);
        }
        read(bytes, &how)
    }

    /// The case as a row of a table.
    fn row(&self, reading: &Reading) -> String {
        let said = match &self.said {
            Said::Nothing => String::new(),
            Said::Currency(currency) => (*currency).to_owned(),
            Said::Layout(currency, change, _) => format!("{currency}; {change}"),
        };
        let entries = entries(reading);
        let sums: Vec<String> = sums_of(&entries)
            .into_iter()
            .map(|[currency, credits, debits]| format!("{currency} +{credits} {debits}"))
            .collect();
        let days =
            days_of(&entries).map_or(String::new(), |(first, last)| format!("{first} … {last}"));
        let problems: Vec<String> = reading
            .problems
            .iter()
            .map(|it| {
                let kind = if it.is_error { "error " } else { "" };
                let line = it.line.map_or(String::new(), |line| format!(" (line {line})"));
                format!("{kind}{}{line}", it.code.as_str())
            })
            .collect();
        let (count, sums, problems) = (entries.len(), sums.join(", "), problems.join(", "));
        format!("| {} | {said} | {count} | {sums} | {days} | {problems} |", self.file)
    }
}

/// Checks every case of a folder, and that no file of it was left out.
fn check(folder: &str, cases: &[Case]) {
    let Some(files) = source::files(&format!("{FOLDER}/{folder}")) else { return };
    println!("\n| {folder} | said by the person | entries | in and out | days | problems |");
    println!("|---|---|---|---|---|---|");
    let known: BTreeSet<&str> = cases.iter().map(|case| case.file).collect();
    let there: BTreeSet<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(there, known, "each file of {folder} has its row in the table, and no other");
    for case in cases {
        case.check(&files[case.file]);
    }
}

fn entries(reading: &Reading) -> Vec<&StatementEntry> {
    reading.statements.iter().flat_map(|draft| &draft.entries).collect()
}

/// Of each currency what came in and what went out.
fn sums_of(entries: &[&StatementEntry]) -> Vec<[String; 3]> {
    let mut sums: BTreeMap<Currency, [Money; 2]> = BTreeMap::new();
    for entry in entries {
        let currency = entry.amount.currency();
        let sum = sums.entry(currency).or_insert([Money::zero(currency); 2]);
        let side = &mut sum[usize::from(!entry.is_credit())];
        *side = side.plus(entry.amount).expect("the sums are small");
    }
    let shown = |(currency, [credits, debits]): (Currency, [Money; 2])| {
        [currency.code().to_owned(), credits.decimal(), debits.decimal()]
    };
    sums.into_iter().map(shown).collect()
}

fn days_of(entries: &[&StatementEntry]) -> Option<(String, String)> {
    let first = entries.iter().map(|entry| entry.on).min()?;
    let last = entries.iter().map(|entry| entry.on).max()?;
    Some((first.to_string(), last.to_string()))
}
