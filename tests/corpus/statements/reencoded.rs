//! Four of the files in other encodings and with other line ends, and broken copies of them: each is
//! read as the original, word for word, or refused.

use holdfast_domain::Currency;
use holdfast_intake::statement::{How, Reading, read};

use super::Said;
use super::{Case, FOLDER, check, holds, refused};
use crate::source;

const FOLDER_NAME: &str = "csv-reencoded";

const fn austrian(file: &'static str) -> Case {
    holds(file, 13, &[("EUR", "203.90", "-353.47")], "2014-01-02", "2014-01-22")
}

const fn danish(file: &'static str) -> Case {
    holds(file, 6, &[("DKK", "497.90", "-5229.90")], "2012-08-27", "2012-11-16")
        .said(Said::Currency("DKK"))
}

const fn gls(file: &'static str) -> Case {
    holds(file, 1, &[("EUR", "0.00", "-98.76")], "2017-10-10", "2017-10-10")
}

const fn ubs(file: &'static str) -> Case {
    holds(file, 3, &[("CHF", "240.00", "-210.00")], "2019-02-28", "2019-04-27")
}

const CASES: &[Case] = &[
    austrian("austrian.cp1252.csv"),
    austrian("austrian.cr_only.csv"),
    austrian("austrian.macroman.csv"),
    austrian("austrian.nul_padded.csv"),
    refused("austrian.truncated_midchar.csv", "cut_short", Some(13)),
    austrian("austrian.utf16be_bom.csv"),
    austrian("austrian.utf16le_bom.csv"),
    austrian("austrian.utf16le_nobom.csv"),
    austrian("austrian.utf8_bom.csv"),
    danish("danish.cp1252.csv"),
    danish("danish.cr_only.csv"),
    danish("danish.macroman.csv"),
    danish("danish.nul_padded.csv"),
    refused("danish.truncated_midchar.csv", "cut_short", Some(6)),
    danish("danish.utf16be_bom.csv"),
    danish("danish.utf16le_bom.csv"),
    danish("danish.utf16le_nobom.csv"),
    danish("danish.utf8_bom.csv"),
    gls("gls.cp1252.csv"),
    gls("gls.cr_only.csv"),
    gls("gls.macroman.csv"),
    gls("gls.nul_padded.csv"),
    refused("gls.truncated_midchar.csv", "cut_short", Some(2)),
    gls("gls.utf16be_bom.csv"),
    gls("gls.utf16le_bom.csv"),
    gls("gls.utf16le_nobom.csv"),
    gls("gls.utf8_bom.csv"),
    ubs("ubs.cp1252.csv"),
    ubs("ubs.cr_only.csv"),
    ubs("ubs.macroman.csv"),
    ubs("ubs.nul_padded.csv"),
    refused("ubs.truncated_midchar.csv", "cut_short", Some(4)),
    ubs("ubs.utf16be_bom.csv"),
    ubs("ubs.utf16le_bom.csv"),
    ubs("ubs.utf16le_nobom.csv"),
    ubs("ubs.utf8_bom.csv"),
];

/// Words with letters that a wrong encoding would garble, as the originals have them.
const WORDS: [(&str, &str); 3] = [
    ("austrian", "Abbuchung Einzugsermächtigung"),
    ("gls", "Drillisch Online AG"),
    ("ubs", "E-Banking CHF intérieur"),
];

#[test]
fn files_in_other_encodings_hold_the_same() {
    check(FOLDER_NAME, CASES);
}

#[test]
fn files_in_other_encodings_say_the_same_words() {
    let Some(files) = source::files(&format!("{FOLDER}/{FOLDER_NAME}")) else { return };
    let how = How { currency: Currency::from_code("DKK").ok(), ..How::default() };
    let originals = |name: &str| read(&files[&format!("{name}.utf8_bom.csv")], &how);
    for (name, words) in WORDS {
        assert!(says(&originals(name), words), "{name} says “{words}”");
    }
    for (file, bytes) in &files {
        let name = file.split('.').next().expect("a file has a name");
        let reading = read(bytes, &how);
        let original = originals(name);
        assert!(!original.statements.is_empty(), "{name} can be read");
        if !reading.problems.iter().any(|it| it.is_error) {
            assert_eq!(reading.statements, original.statements, "{file}: other words");
            let names = |it: &Reading| it.csv.as_ref().map(|csv| csv.names.clone());
            assert_eq!(names(&reading), names(&original), "{file}: other names of columns");
        }
    }
}

fn says(reading: &Reading, words: &str) -> bool {
    let mut entries = reading.statements.iter().flat_map(|draft| &draft.entries);
    entries.any(|it| it.text.contains(words) || it.party.as_deref() == Some(words))
}

/// A file that lacks any of its last bytes, as a broken download does, is refused or holds the first
/// entries of the whole file: half a sum is a sum as well.
#[test]
fn a_file_that_is_cut_off_anywhere_holds_nothing_wrong() {
    let Some(files) = source::files(&format!("{FOLDER}/csv-reckon")) else { return };
    let how = How { currency: Currency::from_code("USD").ok(), ..How::default() };
    let mut cuts = 0_usize;
    for name in ["austrian_example.csv", "french_example.csv", "chase.csv", "extratofake.csv"] {
        let bytes = &files[name];
        let whole = read(bytes, &how);
        let csv = whole.csv.clone().expect("it is read as separated values");
        let how = How { csv: Some(csv.how), ..how.clone() };
        let all = &whole.statements[0].entries;
        for end in bytes.len() - 400..bytes.len() {
            let reading = read(&bytes[..end], &how);
            let entries = reading.statements.iter().flat_map(|draft| &draft.entries);
            let wrong = entries.enumerate().find(|(place, entry)| {
                let same = &all[*place];
                entry.amount != same.amount || entry.on != same.on
            });
            assert_eq!(wrong, None, "{name} cut off after {end} bytes");
            cuts += 1;
        }
    }
    assert!(cuts == 1_600, "every place was tried");
}
