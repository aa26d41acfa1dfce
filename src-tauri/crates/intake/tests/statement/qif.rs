//! QIF.

use holdfast_domain::DayOrder;
use holdfast_intake::statement::{self, DaysFound, How};

use crate::{currency, entries, head, problems, read, read_euros, with};

const FILE: &str = "\
!Account
NHousehold
TBank
^
!Type:Bank
D03/04'26
T-19.90
N318
POtter Telecom
MLine rental
LPhone
^
D03/19'26
T1,240.00
PKettle & Sons
SRefund
$1,200.00
SPostage
$40.00
^
";

const RENTAL: &str = "2026-03-04 -19.90 EUR | Otter Telecom | Line rental | 318 | -";
const REFUND: &str = "2026-03-19 1240.00 EUR | Kettle & Sons | Kettle & Sons | - | -";

#[test]
fn transactions_are_read_and_splits_only_divide_them() {
    let reading = read_euros(FILE);
    assert_eq!(problems(&reading), Vec::<String>::new());
    assert_eq!(entries(&reading), [RENTAL, REFUND]);
    assert_eq!(head(&reading.statements[0]), "- | - | Household | - | - | -");
    let month_first = DaysFound { order: DayOrder::MonthFirst, sure: true };
    assert_eq!(reading.days, Some(month_first), "no month has the number 19");
}

#[test]
fn the_currency_is_asked_for() {
    let reading = read(FILE);
    assert_eq!(problems(&reading), ["!7 currency_unknown T"]);
    assert!(reading.statements.is_empty(), "nothing is given until it is known");
    assert!(reading.days.is_some(), "the order of the days is shown all the same");
}

#[test]
fn an_order_of_days_that_the_file_leaves_open_is_said_and_may_be_chosen() {
    let open = with(FILE, "D03/19'26", "D03/05'26");
    let reading = read_euros(&open);
    assert_eq!(problems(&reading), ["6 day_order_unsure 03/04'26"]);
    let orders = [
        (DayOrder::DayFirst, ["2026-04-03", "2026-05-03"]),
        (DayOrder::MonthFirst, ["2026-03-04", "2026-03-05"]),
    ];
    for (order, days) in orders {
        let how = How { currency: Some(currency("EUR")), day_order: Some(order), ..How::default() };
        let reading = statement::read(open.as_bytes(), &how);
        assert_eq!(problems(&reading), Vec::<String>::new(), "{order:?} was said");
        let read: Vec<String> = entries(&reading).iter().map(|it| it[..10].to_owned()).collect();
        assert_eq!(read, days, "{order:?}");
    }
    let how = How {
        currency: Some(currency("EUR")),
        day_order: Some(DayOrder::DayFirst),
        ..How::default()
    };
    let wrong = statement::read(FILE.as_bytes(), &how);
    assert_eq!(problems(&wrong), ["!13 bad_day 03/19'26"], "an order that does not fit");
}

#[test]
fn what_programs_write_otherwise_is_read_all_the_same() {
    let rental = |changed: &str| vec![changed.to_owned(), REFUND.to_owned()];
    let same = || rental(RENTAL);
    let cases: &[(&str, &str, Vec<String>, &str)] = &[
        ("!Type:Bank", "!type:bank ", same(), "small letters"),
        ("!Type:Bank", "!Type:CCard", same(), "a card"),
        ("!Account\nNHousehold\nTBank\n^\n", "", same(), "no account"),
        (
            "!Account",
            "!Option:AutoSwitch\n!Account\nNOther\nTBank\n^\n!Clear:AutoSwitch\n!Account",
            same(),
            "a list of accounts above",
        ),
        (
            "!Account",
            "!Type:Cat\nNPhone\nDTelephone\nE\n^\n!Account",
            same(),
            "a list of categories above",
        ),
        ("D03/04'26", "D 3/ 4'26", same(), "spaces for noughts"),
        ("D03/04'26", "D3/4/2026", same(), "the year in full"),
        ("T-19.90", "T-19.90\nU-19.90", same(), "the amount twice"),
        ("T-19.90", "U-19.90", same(), "the amount by its newer letter"),
        ("N318", "N318\nCX\nAWeir Lane 1\nATidewater", same(), "fields that are not wanted"),
        ("N318\n", "N318\n\n", same(), "an empty line"),
        ("^\nD03/19", "^\n^\nD03/19", same(), "an empty record"),
        (
            "MLine rental\n",
            "",
            rental("2026-03-04 -19.90 EUR | Otter Telecom | Otter Telecom | 318 | -"),
            "no memo",
        ),
        (
            "POtter Telecom\nMLine rental\n",
            "",
            rental("2026-03-04 -19.90 EUR | - | Phone | 318 | -"),
            "the category alone",
        ),
        (
            "T-19.90",
            "T0",
            rental("2026-03-04 0.00 EUR | Otter Telecom | Line rental | 318 | -"),
            "nothing moved",
        ),
    ];
    for (find, put, expected, why) in cases {
        let reading = read_euros(with(FILE, find, put));
        assert_eq!(problems(&reading), Vec::<String>::new(), "{why}");
        assert_eq!(&entries(&reading), expected, "{why}");
    }
}

#[test]
fn commas_are_the_decimal_sign_where_the_sums_show_it() {
    let file = FILE.replace("-19.90", "-19,90").replace("T1,240.00", "T1.240,00");
    assert_eq!(entries(&read_euros(file)), [RENTAL, REFUND]);
    let open = FILE.replace("-19.90", "-19").replace("T1,240.00", "T1,240");
    let reading = read_euros(open);
    assert_eq!(problems(&reading), ["7 decimal_unsure -19"]);
    assert!(entries(&reading)[1].contains(" 1240.00 "), "thousands, as far as one can see");
}

#[test]
fn what_cannot_be_read_for_certain_is_an_error_with_its_line_and_gives_nothing() {
    let cases = [
        ("D03/04'26", "D02/30'26", "!6 bad_day 02/30'26"),
        ("D03/04'26", "Dtoday", "!6 bad_day today"),
        ("D03/04'26\n", "", "!6 missing_field D"),
        ("T-19.90\n", "", "!6 missing_field T"),
        ("T-19.90\n", "T\n", "!6 missing_field T"),
        ("T-19.90", "Tnothing", "!7 bad_amount nothing"),
        ("LPhone\n^\n", "LPhone\n", "!12 unexpected_line 03/19'26"),
        ("N318", "?318", "!8 unexpected_line ?318"),
        ("$40.00\n^\n", "$40.00\n", "!19 cut_short ^"),
        ("$40.00\n^\n", "$40.00\n!Type:Cash\n", "!20 unexpected_line !Type:Cash"),
    ];
    for (find, put, expected) in cases {
        let reading = read_euros(with(FILE, find, put));
        assert_eq!(problems(&reading).first().map(String::as_str), Some(expected), "{put}");
        assert!(reading.statements.is_empty(), "{put}: nothing is given by halves");
    }
}

#[test]
fn securities_are_counted_and_never_read_as_if_a_bank_kept_them() {
    let securities = "!Type:Invst\nD03/04'26\nNBuy\nYHeron\nI5.00\nQ2\nT10.00\n^\n";
    let beside = read_euros(format!("{FILE}{securities}"));
    assert_eq!(problems(&beside), ["28 skipped_entries 1"]);
    assert_eq!(entries(&beside), [RENTAL, REFUND]);
    let alone = read_euros(securities);
    assert_eq!(problems(&alone), ["!1 no_statement !Type:Bank", "8 skipped_entries 1"]);
}

#[test]
fn an_account_that_comes_twice_is_one_and_a_name_of_digits_is_its_number() {
    let account = "!Account\nN0042 77-1\nDHousehold\nTBank\n^\n!Type:Bank\n";
    let cash = "!Account\nNCash\n^\n!Type:Cash\n^\n";
    let file = format!("{account}D13/04/2026\nT1\n^\n{cash}{account}D14/04/2026\nT2\n^\n");
    let reading = read_euros(file);
    let heads: Vec<String> = reading.statements.iter().map(head).collect();
    assert_eq!(heads, ["- | 0042 77-1 | Household | - | - | -", "- | - | Cash | - | - | -"]);
    assert_eq!(reading.statements[0].entries.len(), 2, "both sections are one account's");
}
