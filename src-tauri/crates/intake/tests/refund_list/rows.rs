//! What a row says.

use super::*;

const HEAD: &str =
    "Vendor;What;Amount;Currency;Asked on;Status;Reference;Refunded;Refunded on;Spoke with;Notes";

/// The rows of a list with the usual head. A last row makes the order of days and the decimal sign
/// certain.
fn rows(lines: &str) -> Vec<RefundRow> {
    let list = read(format!("{HEAD}\n{lines}\nZ;z;1,50;EUR;31.12.2025;open;;;;;\n"));
    let mut rows = list.rows;
    rows.pop().expect("the last row");
    rows
}

#[test]
fn a_row_says_what_was_asked_and_what_came_of_it() {
    for (line, expected) in [
        (
            "Copper & Pine;Lamp;42,50;EUR;28.03.2026;waiting;CP-1;;;Maren Holt;Call in May",
            "Copper & Pine | Lamp | 42.50 EUR | 2026-03-28 | waiting | CP-1 | - | - | Maren Holt | Call in May",
        ),
        (
            "A;b;89,00;EUR;28.03.2026;refunded;;;14.04.2026;;",
            "A | b | 89.00 EUR | 2026-03-28 | refunded | - | 89.00 EUR | 2026-04-14 | - | -",
        ),
        (
            "A;b;89,00;EUR;28.03.2026;;;20,00;14.04.2026;;",
            "A | b | 89.00 EUR | 2026-03-28 | partly_refunded | - | 20.00 EUR | 2026-04-14 | - | -",
        ),
        (
            "A;b;89,00;EUR;28.03.2026;open;;0,00;;;",
            "A | b | 89.00 EUR | 2026-03-28 | open | - | - | - | - | -",
        ),
        (
            "A;b;$ 1.840,00;USD;28.03.2026;promised;-;1.840,00;01.05.2026;n/a;",
            "A | b | 1,840.00 USD | 2026-03-28 | promised | - | 1,840.00 USD | 2026-05-01 | - | -",
        ),
        (
            "A;b;€ 12,50;;28.03.2026;refused: past 14 days;;;;;x",
            "A | b | 12.50 EUR | 2026-03-28 | refused | - | - | - | - | x",
        ),
        (
            "A;b;12,50;EUR;28.03.2026;waiting - called twice;;;;;x",
            "A | b | 12.50 EUR | 2026-03-28 | waiting | - | - | - | - | x/Status: waiting - called twice",
        ),
        (
            "A;b;12,50;EUR;28.03.2026;in the queue;;;;;",
            "A | b | 12.50 EUR | 2026-03-28 | open | - | - | - | - | Status: in the queue",
        ),
        (
            "A;=SUM(A1);12,50;EUR;28.03.2026;open;;;;=cmd|'/C calc'!A0;=HYPERLINK(\"x\")",
            "A | =SUM(A1) | 12.50 EUR | 2026-03-28 | open | - | - | - | =cmd|'/C calc'!A0 | =HYPERLINK(\"x\")",
        ),
        (
            "A;\"two\nlines\";12,50;EUR;28.03.2026;open;;;;;\"one\ntwo\"",
            "A | two lines | 12.50 EUR | 2026-03-28 | open | - | - | - | - | one/two",
        ),
    ] {
        let read = rows(line);
        assert_eq!(said(&read[0]), expected, "{line}");
        let errors: Vec<_> = read[0].problems.iter().filter(|it| it.is_error).collect();
        assert!(errors.is_empty(), "{line}: {errors:?}");
    }
    let refused = rows("A;b;12,50;EUR;28.03.2026;refused: past 14 days;;;;;");
    assert_eq!(refused[0].answer.as_deref(), Some("past 14 days"), "the vendor's answer is kept");
}

#[test]
fn a_row_that_cannot_be_read_says_why() {
    for (line, expected) in [
        (";b;1,00;EUR;28.03.2026;open;;;;;", "!2 vendor vendor_missing"),
        ("A;b;;EUR;28.03.2026;open;;;;;", "!2 amount amount_missing"),
        ("A;b;about 60;EUR;28.03.2026;open;;;;;", "!2 amount bad_amount about 60"),
        ("A;b;=SUM(C2:C9);EUR;28.03.2026;open;;;;;", "!2 amount bad_amount =SUM(C2:C9)"),
        ("A;b;-5,00;EUR;28.03.2026;open;;;;;", "!2 amount amount_not_positive -5,00"),
        ("A;b;0,00;EUR;28.03.2026;open;;;;;", "!2 amount amount_not_positive 0,00"),
        ("A;b;1,00;shells;28.03.2026;open;;;;;", "!2 currency bad_currency shells"),
        ("A;b;€ 1,00;USD;28.03.2026;open;;;;;", "!2 currency currencies_differ USD"),
        ("A;b;1,00;EUR;28.03.2026;;;$1,00;29.03.2026;;", "!2 refunded currency_unknown $1,00"),
        ("A;b;1,00;EUR;;open;;;;;", "!2 asked_on day_missing"),
        ("A;b;1,00;EUR;31.02.2026;open;;;;;", "!2 asked_on bad_day 31.02.2026"),
        ("A;b;1,00;EUR;3/28/2026;open;;;;;", "!2 asked_on bad_day 3/28/2026"),
        ("A;b;1,00;EUR;spring;open;;;;;", "!2 asked_on bad_day spring"),
        ("A;b;1,00;EUR;28.03.2026;refunded;;;;;", "!2 refunded_on refund_day_missing"),
        ("A;b;1,00;EUR;28.03.2026;refunded;;0;29.03.2026;;", "!2 refunded refund_missing"),
        ("A;b;1,00;EUR;28.03.2026;partial;;;29.03.2026;;", "!2 refunded refund_missing"),
        ("A;b;1,00;EUR;28.03.2026;open;;2,00;29.03.2026;;", "2 refunded refund_exceeds 2.00 EUR"),
        (
            "A;b;2,00;EUR;28.03.2026;;;2,00;27.03.2026;;",
            "2 refunded_on refund_before_asked 2026-03-27",
        ),
        ("A;b;2,00;EUR;28.03.2026;closed;;;;;", "2 state state_unknown closed"),
    ] {
        assert_eq!(all_told(&rows(line)[0].problems), [expected], "{line}");
    }
}

#[test]
fn rows_that_sum_up_the_others_are_told_from_them() {
    let two = "A;b;10,00;EUR;28.03.2026;open;;;;;\nB;c;5,50;EUR;29.03.2026;open;;;;;";
    for (line, is_total, problems, why) in [
        ("Total;;15,50;;;;;;;;", true, vec![], "the word and the sum"),
        (
            "Summe:;;=SUM(C2:C3);;;;;;;;",
            true,
            vec![],
            "a formula is no sum, and the word is enough",
        ),
        (";;15,50;;;;;;;;", true, vec![], "nothing but the sum of all"),
        (
            "Total general;;16,00;;;;;;;;",
            true,
            vec!["4 amount total_differs 15.50 EUR"],
            "another sum",
        ),
        ("Subtotal;;5,50;;;;;;;;", true, vec![], "a part is held against nothing"),
        ("Total;Petrol;15,50;EUR;28.03.2026;open;;;;;", false, vec![], "a vendor of that name"),
        (
            ";;7,00;;;;;;;;",
            false,
            vec!["!4 vendor vendor_missing", "!4 asked_on day_missing"],
            "a sum that nothing explains is a row that cannot be read",
        ),
    ] {
        let read = rows(&format!("{two}\n{line}"));
        assert_eq!(read[2].is_total, is_total, "{why}");
        assert_eq!(all_told(&read[2].problems), problems, "{why}");
    }
}

#[test]
fn the_currency_may_stand_in_the_header_or_nowhere() {
    let list = read("Vendor,Amount (USD),Asked on\nA,12.00,2026-03-28\n");
    assert_eq!(said(&list.rows[0]), "A |  | 12.00 USD | 2026-03-28 | open | - | - | - | - | -");
    let file = b"Vendor,Amount,Asked on\nA,12.00,2026-03-28\n";
    let list = refund_list::read(file, &How::default());
    assert_eq!(
        all_told(&list.rows[0].problems),
        ["!2 amount currency_unknown 12.00"],
        "no currency is made up"
    );
}

#[test]
fn what_no_column_is_for_is_kept_among_the_notes() {
    let list = read(
        "Shop,Amount,Date,Purchase date,Mood,Notes\nA,12.00,28/02/2026,01/02/2026,fair,call\n",
    );
    let notes = list.rows[0].notes.as_deref();
    assert_eq!(notes, Some("Purchase date: 01/02/2026\nMood: fair\ncall"), "each with its name");
}

#[test]
fn a_day_that_begins_with_its_year_says_itself_how_it_is_read() {
    let head = "Vendor;Amount;Asked on;Refunded on;Refunded";
    type Case = (&'static str, &'static [&'static str], bool, &'static str);
    let cases: [Case; 5] = [
        (
            "A;1,00;12/03/2025;;\nB;1,00;2025-08-14;2025-09-01;1,00",
            &["2025-03-12", "2025-08-14"],
            false,
            "the other days stay open",
        ),
        (
            "A;1,00;12/03/2025;;\nB;1,00;2025-08-14;;\nC;1,00;28/03/2025;;",
            &["2025-03-12", "2025-08-14", "2025-03-28"],
            true,
            "and are told by themselves",
        ),
        (
            "A;1,00;3/28/2025;;\nB;1,00;2025/8/14;;\nC;1,00;20250815;;",
            &["2025-03-28", "2025-08-14", "2025-08-15"],
            true,
            "also where the month stands first, and however such a day is written",
        ),
        (
            "A;1,00;2025-08-14;;\nB;1,00;2025-08-15;;\nC;1,00;12/03/2025;;",
            &["2025-08-14", "2025-08-15", "2025-03-12"],
            false,
            "however many they are",
        ),
        ("A;1,00;2025-08-14;;", &["2025-08-14"], true, "alone they are sure"),
    ];
    for (lines, expected, sure, why) in cases {
        let list = read(format!("{head}\n{lines}\n"));
        let days: Vec<String> =
            list.rows.iter().filter_map(|row| row.asked_on).map(|it| it.to_string()).collect();
        assert_eq!(days, expected, "{why}: {:?}", list.rows[0].problems);
        assert_eq!(list.found.expect("a table").day_order_sure, sure, "{why}");
        let asked = list.problems.iter().find(|it| it.code.as_str() == "day_order_unsure");
        let text = asked.map(|it| it.text.as_str());
        assert_eq!(text, (!sure).then_some("12/03/2025"), "{why}: asked is about an open day");
    }
}

#[test]
fn a_dollar_sign_means_whichever_dollar_is_said() {
    for code in [
        "USD", "AUD", "CAD", "NZD", "SGD", "HKD", "TWD", "MXN", "BBD", "BMD", "BND", "BSD", "BZD",
        "FJD", "GYD", "JMD", "KYD", "LRD", "NAD", "SBD", "SRD", "TTD", "XCD",
    ] {
        let currency = Currency::from_code(code).ok();
        let file = "Vendor;Amount;Asked on\nA;$184.50;28/03/2025\n";
        let list = refund_list::read(file.as_bytes(), &How { lines: None, currency });
        let amount = list.rows[0].amount.map(|it| it.to_string());
        assert_eq!(amount, Some(format!("184.50 {code}")), "{:?}", list.rows[0].problems);
    }
}
