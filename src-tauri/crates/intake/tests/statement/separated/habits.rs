//! What a file leaves open is said, not guessed in silence.

use holdfast_domain::DayOrder;

use super::layout;
use crate::{entries, problems, read_euros};

#[test]
fn what_is_open_is_said_with_its_line() {
    let cases = [
        ("01/02/2026,a,-1.00\n", "1 day_order_unsure 01/02/2026", "no day is above the twelfth"),
        ("02-03-26,a,-1.00\n02-04-26,b,-2.00\n", "1 day_order_unsure 02-03-26", "nor here"),
        ("13/02/2026;a;-1.500\n", "1 decimal_unsure -1.500", "thousands or thousandths"),
        ("13/02/2026,a,8.00\n14/02/2026,b,9.00\n", "- signs_unsure", "no sum has a sign"),
        (
            "13/02/2026,a,8.00,\n14/02/2026,b,,9.00\n",
            "- signs_unsure",
            "two columns, and nothing shows which is which",
        ),
        (
            "13/02/2026,Shop,8.00\n14/02/2026,Shop,9.00\n15/02/2026,Shop,5.00\n16/02/2026,Shop,5.00\n\
             17/02/2026,Payment - thank you,-27.00\n",
            "- signs_unsure",
            "a card's signs are turned round",
        ),
        (
            "13/02/2026,DEBIT,a,-8.00\n14/02/2026,CREDIT,b,9.00\n15/02/2026,CREDIT,c,-5.00\n",
            "3 bad_side",
            "the word contradicts the sign, which is believed",
        ),
        (
            "Date,Memo,Amount\n13/02/2026,a,-8.00\nThank you for banking with us,,\n",
            "3 ignored_lines 1",
            "a remark moves nothing",
        ),
        ("Date,Memo,Amount\n", "- no_entries", "a month without a transaction"),
    ];
    for (file, expected, why) in cases {
        let reading = read_euros(file);
        assert_eq!(problems(&reading), [expected], "{why}: {file}");
        assert_eq!(reading.statements.len(), 1, "{why}: it is read all the same");
    }
}

#[test]
fn one_cell_shows_the_habit_of_all() {
    let cases = [
        ("1/2/2026,a,-1.00\n2/13/2026,b,-2.00\n", "mdy point", "2026-01-02 -1.00"),
        ("01/02/2026;a;-1.234\n13/02/2026;b;-2,50\n", "dmy comma", "2026-02-01 -1234.00"),
        ("01/02/2026;13/02/2026;a;-1,50\n", "dmy comma", "2026-02-01 -1.50"),
        (
            "13.02.2026;a;-1.500;2.000,00\n14.02.2026;b;-2.000;0,00\n",
            "dmy comma",
            "2026-02-13 -1500.00",
        ),
    ];
    for (file, habits, first) in cases {
        let reading = read_euros(file);
        assert!(layout(&reading).contains(habits), "{} of {file}", layout(&reading));
        assert!(entries(&reading)[0].starts_with(first), "{:?} of {file}", entries(&reading));
        assert_eq!(problems(&reading), Vec::<String>::new(), "nothing is open in {file}");
    }
}

#[test]
fn an_open_order_is_that_in_which_the_days_follow_each_other() {
    let month = (1..=9).map(|day| format!("03/0{day}/2026,a,-1.00\n")).collect::<String>();
    let found = read_euros(month).csv.expect("it is read");
    assert_eq!(found.how.day_order, DayOrder::MonthFirst, "nine days of March, not of nine months");
    assert!(!found.day_order_sure, "it has to be asked all the same");
}

#[test]
fn lines_that_are_no_transactions_are_told_from_broken_ones() {
    let head = "Datum;Text;Betrag\n01.03.2026;Wasser;-8,00\n02.03.2026;Kessel;-19,90\n";
    let ignored = [
        "Summe;;-27,90\n",
        ";Endsaldo;72,10\n",
        "Erstellt am 03.03.2026\n",
        "03.03.2026;Kein Umsatz;\n",
        "03.03.2026;Kontostand;72,10\n",
        ";;\n;;\n;Hinweis;\n",
    ];
    for more in ignored {
        let reading = read_euros(format!("{head}{more}"));
        assert_eq!(entries(&reading).len(), 2, "{more}: {:?}", problems(&reading));
        assert!(problems(&reading)[0].contains("ignored_lines 1"), "{more} is counted");
    }
    let broken = [
        ("Wasser;;-27,90\n", "!4 bad_day Wasser"),
        (";Wasser;-27,90\n", "!4 bad_day"),
        ("31.02.2026;Summe;-27,90\n", "!4 bad_day 31.02.2026"),
        ("Summe;;-27,90\n04.03.2026;Gas;-1,00\n", "!4 bad_day Summe"),
    ];
    for (more, expected) in broken {
        let reading = read_euros(format!("{head}{more}"));
        assert_eq!(problems(&reading), [expected], "{more}");
    }
}

#[test]
fn a_debit_column_may_bear_signs_or_take_back() {
    let all_signed =
        read_euros("Date,Text,Debit,Credit\n13/02/2026,a,-8.00,\n14/02/2026,b,-9.00,\n");
    assert!(entries(&all_signed)[0].contains(" -8.00 "), "a sign on each says what the name says");
    let one_signed =
        read_euros("Date,Text,Debit,Credit\n13/02/2026,a,8.00,\n14/02/2026,b,-9.00,\n");
    assert!(entries(&one_signed)[0].contains(" -8.00 "), "what went out");
    assert!(entries(&one_signed)[1].contains(" 9.00 "), "a debit that was taken back came in");
}
