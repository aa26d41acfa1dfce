//! Texts in every script as they are printed, with the fonts of the machine and without.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use holdfast_domain::document::{Block, Document, Paper};
use holdfast_typeset::{Fallback, Pdf, pdf_with};

use crate::printed::Printed;
use crate::source;

/// A document of blocks.
fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: "What was written".into(),
        author: "A household".into(),
        language: "en".into(),
        paper: Paper::A4,
        running_head: "What was written".into(),
        dated: NaiveDate::from_ymd_opt(2026, 1, 5).expect("a day of the calendar"),
        blocks,
        attachments: Vec::new(),
    }
}

/// Sets a document, checks the file, and gives what can be copied out of it, without white space.
fn copied(document: &Document, fallback: &Fallback) -> (Pdf, String) {
    let pdf = pdf_with(document, fallback).expect("any text can be set");
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let text = Printed::save(&pdf.bytes, folder.path(), "texts.pdf").text();
    (pdf, bare(&text))
}

/// A text without what `pdftotext` adds and drops: white space, marks of direction, and hyphens,
/// which it takes for those of divided words.
pub(crate) fn bare(text: &str) -> String {
    let is_kept = |c: &char| {
        !c.is_whitespace()
            && !matches!(c, '-' | '\u{2010}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}')
    };
    text.chars().filter(is_kept).collect()
}

/// The letters of a word in the orders in which they may be copied: `pdftotext` does not know that
/// those beyond U+FFFF run from the right. Punctuation at a line's end it takes for text from the
/// left.
pub(crate) fn letters(word: &str) -> [String; 2] {
    let word: String = bare(word).chars().filter(|c| !is_mark(*c)).collect();
    let word = word.trim_matches(|c| "،.,;:؛؟!()⹁".contains(c));
    [word.to_owned(), word.chars().rev().collect()]
}

/// Whether a character is a mark on a letter of a script that runs from the right. `pdftotext` turns
/// the characters of one cluster around there, so that marks change places with letters and spaces.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}' | '\u{5C2}' | '\u{5C4}' | '\u{5C5}'
        | '\u{5C7}' | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}'
        | '\u{6D6}'..='\u{6ED}' | '\u{711}' | '\u{730}'..='\u{74A}' | '\u{7A6}'..='\u{7B0}'
        | '\u{7EB}'..='\u{7F3}' | '\u{1E944}'..='\u{1E94A}')
}

/// The marks of a text, sorted, and all that is not a mark.
pub(crate) fn parted(text: &str) -> (Vec<char>, String) {
    let (mut marks, rest): (Vec<char>, Vec<char>) = text.chars().partition(|c| is_mark(*c));
    marks.sort_unstable();
    (marks, rest.into_iter().collect())
}

#[test]
fn every_word_of_every_script_is_copied_and_what_has_no_font_is_told() {
    let Some(rows) = source::table("text/udhr_by_script.csv") else { return };
    // A page each, so that no page's foot stands within a word.
    let page = |row: &source::Row| [Block::Paragraph(row["text"].clone().into()), Block::PageBreak];
    let document = document(rows.iter().flat_map(page).collect());
    let (rich, with_fonts) = copied(&document, &Fallback::System);
    let (poor, without) = copied(&document, &Fallback::Nothing);
    for (text, fonts) in [(&with_fonts, "with the machine's fonts"), (&without, "without them")] {
        let (marks, text) = parted(text);
        for row in &rows {
            for word in row["text"].split_whitespace() {
                let is_there = letters(word).iter().any(|form| text.contains(form));
                assert!(is_there, "{fonts}, {}: {word} is lost", row["script"]);
            }
        }
        let all: String = rows.iter().map(|row| row["text"].as_str()).collect();
        assert!(marks == parted(&all).0, "{fonts}: every mark is there as often as it was written");
    }
    assert!(poor.missing.len() > 500, "the shipped fonts lack most scripts, and that is told");
    let is_known = |c: &char| poor.missing.contains(c);
    assert!(rich.missing.iter().all(is_known), "more fonts lack less: {:?}", rich.missing);
    // Five letters of Abkhaz and Altai are in none of the shipped fonts, nor are the accents of Greek
    // before 1982.
    for (script, most) in
        [("LATIN", 0), ("GREEK", 0), ("HEBREW", 0), ("ARABIC", 0), ("CYRILLIC", 5)]
    {
        let is_meant =
            |row: &&source::Row| row["script"] == script && !row["title"].contains("polytonic");
        let of_script = rows.iter().filter(is_meant);
        let letters = of_script.flat_map(|row| row["text"].chars());
        let lacks: BTreeSet<char> = letters.filter(is_known).collect();
        assert!(lacks.len() <= most, "{script}: {lacks:?} are not shipped");
    }
    let again = pdf_with(&document, &Fallback::System).expect("any text can be set");
    assert!(again == rich, "the same text on the same machine gives the same file");
}

#[test]
fn strings_that_break_programs_are_printed() {
    let Some(lines) = source::lines("text/blns.txt") else { return };
    let blocks = lines.into_iter().map(|line| Block::Paragraph(line.into())).collect();
    let document = document(blocks);
    for fallback in [Fallback::System, Fallback::Nothing] {
        let (pdf, text) = copied(&document, &fallback);
        assert!(pdf.pages > 5, "they take {} pages", pdf.pages);
        for said in ["undefined", "hasOwnProperty", "1E+02"] {
            assert!(text.contains(said), "{fallback:?}: {said} is lost");
        }
    }
}
