//! Tables for spreadsheets, which run what a cell says where it begins as a formula does: a title
//! that somebody else wrote could open a page or a program. Such a cell gets an apostrophe in front, by
//! which spreadsheets know text; what reads a table of ours takes it off again.

use std::borrow::Cow;

use chrono::NaiveDate;

/// What a formula begins with, also in the width of Chinese and Japanese letters.
const BEGINNINGS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A cell as it is written: nothing that a spreadsheet would run.
pub fn guarded(cell: &str) -> Cow<'_, str> {
    if needs_guard(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// A cell as it was before it was [`guarded`].
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| needs_guard(rest)).unwrap_or(cell)
}

/// What looks guarded already is guarded once more, so that taking one apostrophe off is always right.
fn needs_guard(cell: &str) -> bool {
    let bare = cell.trim_start_matches('\'');
    let first = |text: &str| text.chars().next();
    let is_space = |it: char| it.is_whitespace() || it.is_control() || it == '\u{FEFF}';
    let runs = first(bare).is_some_and(|it| it == '\t' || it == '\r')
        || first(bare.trim_start_matches(is_space)).is_some_and(|it| BEGINNINGS.contains(&it));
    runs && !(bare.len() == cell.len() && (is_number(cell) || is_day(cell)))
}

/// A number as we write sums: a sign, digits, a point.
fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix(['-', '+']).unwrap_or(cell);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    all_digits(whole) && all_digits(fraction)
}

fn is_day(cell: &str) -> bool {
    cell.parse::<NaiveDate>().is_ok()
}

/// A table as a file: comma-separated UTF-8 with the mark by which spreadsheets know it.
pub fn table<'a>(
    columns: &[&str],
    rows: impl IntoIterator<Item = &'a [String]>,
) -> Result<Vec<u8>, csv::Error> {
    let mut out = b"\xEF\xBB\xBF".to_vec();
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut out);
    writer.write_record(columns)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| guarded(cell).into_owned()))?;
    }
    writer.flush()?;
    drop(writer);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_text() {
        let runs = [
            "=1+1",
            "+1 555 0100",
            "-lamp",
            "@SUM(A1)",
            "  =1",
            "\t=1",
            "\tlamp",
            "\rlamp",
            "\n=1",
            "＝1+1",
            "＋1",
            "－1",
            "＠x",
            "\u{FEFF}=1",
            "\u{A0}=1",
            "-1+1",
            "-2026-06-20x",
            "'=1",
            "''=1",
            "- 5",
            "+",
            "-1e5",
            "=HYPERLINK(\"https://x.example\",\"refund\")",
            "'-5",
        ];
        for cell in runs {
            assert_eq!(guarded(cell), format!("'{cell}"), "{cell:?}");
        }
        let safe =
            ["", "lamp", "-12.50", "+5", "12", "2026-06-20", "'lamp", "it's = 1", "1=1", "'"];
        for cell in safe {
            assert_eq!(guarded(cell), cell, "{cell:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_guard_comes_off_again(cell in "['=+@ \\t\\r\\n＝A1.-]{0,8}|\\PC{0,12}") {
            let written = guarded(&cell);
            prop_assert_eq!(unguarded(&written), cell.as_str());
            let is_plain = is_number(&written) || is_day(&written);
            prop_assert!(is_plain || !written.trim_start().starts_with(BEGINNINGS));
        }

        #[test]
        fn a_table_is_read_as_it_was_written(
            rows in prop::collection::vec(prop::collection::vec("['=+@,;\"\\n A1-]{0,6}|\\PC{0,9}", 3), 0..6),
        ) {
            let bytes = table(&["a", "b", "c"], rows.iter().map(Vec::as_slice)).expect("written");
            let mut reader = csv::Reader::from_reader(&bytes[3..]);
            let found: Vec<Vec<String>> = reader
                .records()
                .map(|row| row.expect("a row").iter().map(|it| unguarded(it).to_owned()).collect())
                .collect();
            prop_assert_eq!(found, rows);
        }
    }
}
