//! The index of exhibits, and what a hash can show and what it cannot.

use holdfast_domain::Sha256;
use holdfast_domain::document::{Block, Emphasis, Row, Table, Text};

use super::Exhibit;
use crate::record::Record;
use crate::tables::{figures, fit, heading, paragraph, remark, row, share};
use crate::words::{self, isolated, listed, sentence};

pub(crate) fn compose(record: &Record<'_>) -> Vec<Block> {
    let exhibits = &record.exhibits.all;
    if exhibits.is_empty() {
        return Vec::new();
    }
    let gaps = &record.exhibits.left_out;
    let gaps = (!gaps.is_empty()).then(|| remark(left_out(gaps)));
    let table = Table {
        summary: "The exhibits by number, with their dates, origins and files".to_owned(),
        columns: vec![
            fit("Ex."),
            share("Date", 4),
            share("What it is", 8),
            figures("Pages"),
            share("File and SHA-256", 8),
        ],
        rows: exhibits.iter().map(|exhibit| index_row(record, exhibit)).collect(),
    };
    let note = "Each exhibit has a SHA-256: a number reckoned from every byte of the file as it was \
                added to the household’s record. Whoever reckons it again from a copy and finds the \
                same knows that the copy is unchanged since then. It shows that the copy is the \
                same; it does not show that what stands in it is true, or when and by whom the file \
                was made. The numbers are written in groups of sixteen; the spaces are no part of \
                them.";
    let mut blocks = vec![heading(1, "Index of exhibits"), Block::Table(table)];
    blocks.extend(gaps);
    blocks.extend([heading(2, "Integrity of the exhibits"), paragraph(note)]);
    blocks
}

/// That numbers of earlier editions are missing on purpose.
fn left_out(numbers: &[u32]) -> String {
    let named: Vec<String> = numbers.iter().map(u32::to_string).collect();
    match named.as_slice() {
        [only] => format!("Exhibit {only} is left out of this edition."),
        several => format!("Exhibits {} are left out of this edition.", listed(several)),
    }
}

fn index_row(record: &Record<'_>, exhibit: &Exhibit<'_>) -> Row {
    let file = exhibit.file;
    let date = file.dated.map_or_else(|| "bears none".to_owned(), words::when);
    let number = exhibit.number.to_string();
    let number = if exhibit.pages > 0 {
        Text::default().and_link(number, exhibit.page(1))
    } else {
        Text::plain(number)
    };
    let pages = record.case.page_counts.get(&file.sha256);
    let cells = [
        number,
        Text::plain(date),
        description(record, exhibit),
        Text::plain(pages.map_or_else(|| "–".to_owned(), |pages| pages.to_string())),
        Text::plain(isolated(&file.name))
            .and(format!("\n{}", grouped(file.sha256)), Emphasis::Quiet),
    ];
    Row { place: Some(exhibit.row()), ..row(cells) }
}

/// What it is, who made it, how the household came by it, and what rests on it.
fn description(record: &Record<'_>, exhibit: &Exhibit<'_>) -> Text {
    let file = exhibit.file;
    let made_by: Vec<String> = file
        .author
        .as_deref()
        .map(isolated)
        .into_iter()
        .chain(file.vendor.map(|vendor| record.vendor_name(vendor)))
        .collect();
    let mut quiet = Vec::new();
    if !made_by.is_empty() {
        quiet.push(format!("By {}.", listed(&made_by)));
    }
    if let Some(obtained) = &file.obtained {
        quiet.push(format!("How obtained: {}", sentence(obtained)));
    }
    quiet.push(format!("Belongs to {}.", listed(&exhibit.belongs_to)));
    Text::plain(isolated(file.title())).and(format!("\n{}", quiet.join(" ")), Emphasis::Quiet)
}

/// A hash in groups of sixteen digits, so that it fits a column.
fn grouped(sha256: Sha256) -> String {
    let digits: Vec<char> = sha256.to_string().chars().collect();
    let groups = digits.chunks(16).map(|group| group.iter().collect::<String>());
    groups.collect::<Vec<_>>().join(" ")
}
