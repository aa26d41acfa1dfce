//! The numbers of exhibits, which stay once an edition was sent.

use holdfast_domain::document::{Block, Document};
use holdfast_domain::{NumberedExhibit, Sha256};
use holdfast_dossier::{Case, Options, compose, numbered};

use crate::exhibits::add;
use crate::family::Family;
use crate::{case, day, plain};

fn sent(numbers: &[(u32, u8)]) -> Vec<NumberedExhibit> {
    let one = |&(number, hash)| NumberedExhibit { number, sha256: Sha256([hash; 32]) };
    numbers.iter().map(one).collect()
}

/// The first column and the remarks of the index.
fn index(document: &Document) -> (Vec<String>, String) {
    let is_index =
        |block: &&Block| matches!(block, Block::Table(it) if it.columns[0].head == "Ex.");
    let Some(Block::Table(table)) = document.blocks.iter().find(is_index) else {
        return (Vec::new(), String::new());
    };
    (table.rows.iter().map(|row| row.cells[0].words()).collect(), plain::text(document))
}

#[test]
fn an_exhibit_keeps_the_number_that_it_was_sent_with() {
    // The files by their hashes, each with its day; what was sent; what each has now; what is missing.
    type Table<'a> = (&'a [(u8, &'a str)], &'a [(u32, u8)], &'a [(u32, u8)], &'a str, &'a str);
    let cases: &[Table<'_>] = &[
        (
            &[(7, "2026-03-02"), (8, "2026-03-01")],
            &[],
            &[(1, 8), (2, 7)],
            "",
            "before anything is sent, numbers go by the days",
        ),
        (
            &[(7, "2026-03-02"), (8, "2026-03-01")],
            &[(1, 7)],
            &[(1, 7), (2, 8)],
            "",
            "what was sent keeps its number, though something older came since",
        ),
        (
            &[(7, "2026-03-02"), (9, "2026-01-01"), (8, "2026-02-01")],
            &[(1, 7), (2, 5), (4, 6)],
            &[(1, 7), (5, 9), (6, 8)],
            "Exhibits 2 and 4 are left out of this edition.",
            "no number is given twice, and new ones go by the days",
        ),
        (
            &[(7, "2026-03-02")],
            &[(1, 7), (2, 5)],
            &[(1, 7)],
            "Exhibit 2 is left out of this edition.",
            "a gap is said",
        ),
    ];
    for (files, before, expected, gap, why) in cases {
        let mut family = Family::empty();
        for (hash, on) in *files {
            add(&mut family, &format!("{hash}.jpg"), *hash, Some(on));
        }
        let numbers = sent(before);
        let case = Case { numbers: &numbers, ..case(&family) };
        let options = Options::new(day("2026-06-20"));
        assert_eq!(numbered(&case, &options), sent(expected), "{why}");
        let (rows, text) = index(&compose(&case, &options));
        let wanted: Vec<String> = expected.iter().map(|(number, _)| number.to_string()).collect();
        assert_eq!(rows, wanted, "the index stands in the order of the numbers: {why}");
        assert_eq!(text.contains("left out of this edition"), !gap.is_empty(), "{why}: {text}");
        assert!(text.contains(gap), "{why}: {text}");
    }
}
