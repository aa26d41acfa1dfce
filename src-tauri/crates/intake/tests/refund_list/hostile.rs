//! What is no list, or far too much of one.

use super::*;

#[test]
fn what_is_no_list_says_what_it_is() {
    let many = |rows: usize| {
        let rows: String = (0..rows).map(|at| format!("A;b{at};1,00;28.03.2026\n")).collect();
        format!("Vendor;What;Amount;Asked on\n{rows}").into_bytes()
    };
    let wide = format!("Vendor;Amount;Asked on{}\nA;1,00;28.03.2026\n", ";x".repeat(150));
    let cases: [(Vec<u8>, &[&str], &str); 10] = [
        (Vec::new(), &["!- - empty_file"], "nothing"),
        (b"Vendor;Amount;Asked on\n".to_vec(), &["!- - no_rows"], "names alone"),
        (b"one\ntwo\nthree\n".to_vec(), &["!- - unknown_form one"], "one column"),
        (b"PK\x03\x04rest".to_vec(), &["!- - binary ZIP"], "an office program's own file"),
        (b"Vendor;Am\0ount\nA;1\n".to_vec(), &["!1 - binary"], "zero bytes"),
        (many(10_000), &["!- - too_many_rows 10000"], "more rows than a household has"),
        (wide.into_bytes(), &["!1 - too_many_columns 153"], "more columns"),
        (vec![b'a'; refund_list::LARGEST + 1], &["!- - too_large 8388609"], "more bytes"),
        (
            b"Vendor;Amount;Asked on\n\"A;1,00;28.03.2026\nB;1,00;29.03.2026\n".to_vec(),
            &["!2 - open_quote"],
            "a quotation mark that takes the rest along",
        ),
        (
            b"x;y\nlamp;book\n".to_vec(),
            &["!- amount column_missing", "!- asked_on column_missing"],
            "a table of something else",
        ),
    ];
    for (file, expected, why) in cases {
        let list = read(&file);
        assert_eq!(all_told(&list.problems), expected, "{why}");
        assert!(list.rows.is_empty(), "{why}: nothing is half read");
    }
}

#[test]
fn as_many_rows_as_are_allowed_are_read() {
    let row = |at: usize| format!("A;b{at};1,00;28.03.2026\n");
    let rows: String = (0..refund_list::MOST_ROWS).map(row).collect();
    let list = read(format!("Vendor;What;Amount;Asked on\n{rows}"));
    assert_eq!(list.rows.len(), refund_list::MOST_ROWS, "the limit itself is allowed");
}

#[test]
fn a_cell_of_a_megabyte_is_one_row_that_cannot_be_read() {
    let long = "x".repeat(1 << 20);
    for (line, column) in [
        (format!("{long};b;1,00;28.03.2026;n"), "vendor"),
        (format!("A;{long};1,00;28.03.2026;n"), "what"),
        (format!("A;b;1,00;28.03.2026;{long}"), "notes"),
    ] {
        let file = format!("Vendor;What;Amount;Asked on;Notes\n{line}\nB;c;2,00;29.03.2026;\n");
        let list = read(file);
        let problem = told(&list.rows[0].problems[0]);
        assert!(problem.starts_with(&format!("!2 {column} text_too_long xxx")), "{problem}");
        assert!(problem.len() < 300, "and its problem is a line");
        assert!(!list.rows[1].is_unreadable(), "the next row is read");
    }
    let list = read(format!("Vendor;Amount;Asked on\nA;{long};28.03.2026\nB;2,00;29.03.2026\n"));
    assert!(list.rows[0].is_unreadable(), "and a sum of a megabyte is none");
}

#[test]
fn bytes_at_random_are_read_without_harm() {
    let mut seed = 7_u32;
    let mut next = move || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        u8::try_from(seed >> 24).unwrap_or(0)
    };
    let signs = b"Vendor;Amount,Asked on\n\"1.2,3\r\t-=()\xE4\xE2\x82\xAC:/ 2026";
    for _ in 0..500 {
        let file: Vec<u8> = (0..80).map(|_| signs[usize::from(next()) % signs.len()]).collect();
        let list = read(&file);
        let said = list.rows.iter().all(|row| row.line > 0);
        assert!(said, "every row says its line: {:?}", String::from_utf8_lossy(&file));
    }
}
