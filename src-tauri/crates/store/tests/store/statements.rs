//! Bank statements: kept with their originals, their lines in sight as long as they are.

use std::io::Read as _;

use holdfast_domain::{
    Account, AccountId, CsvColumn, CsvLayout, Currency, DayOrder, LineRef, MatchKind, RefundColumn,
    RefundLayout, Statement, StatementEntry, StatementFormat, StatementId, StatementLine,
    StatementMatch,
};
use holdfast_store::{Record, StoreError};

use crate::support::*;

const FILE: &[u8] = b"Date,Amount,Text\n";

fn account_id() -> AccountId {
    id(0x90, 1)
}

pub(crate) fn statement_id(number: u128) -> StatementId {
    id(0x91, number)
}

fn account() -> Account {
    Account {
        id: account_id(),
        name: "Joint account".to_owned(),
        bank: some("Granite Trust"),
        number: some("000123456789"),
        currency: Currency::from_code("USD").expect("a currency"),
    }
}

fn statement(home: &Home, number: u128) -> Statement {
    let original = home.store.store_original(FILE.take(100), 100).expect("stored");
    Statement {
        id: statement_id(number),
        account: account_id(),
        file_name: format!("march-{number}.csv"),
        format: StatementFormat::Csv,
        original: original.sha256,
        size: original.size,
        from: Some(day("2026-03-01")),
        until: Some(day("2026-03-31")),
        imported_on: day("2026-04-02"),
    }
}

pub(crate) fn entry(on: &str, minor: i64, text: &str) -> StatementEntry {
    StatementEntry {
        on: day(on),
        amount: money(minor, "USD"),
        party: some("Lakeside Travel"),
        text: text.to_owned(),
        reference: some("REF 9"),
        bank_id: None,
    }
}

/// Takes in a statement of these lines, each the first that says what it says.
pub(crate) fn take_in(home: &Home, action: u128, number: u128, lines: &[StatementEntry]) {
    let statement = statement(home, number);
    home.write(action, |w| {
        w.put_account(&account())?;
        w.put_statement(&statement)?;
        w.add_lines(statement.id, (0..).zip(lines).map(|(place, line)| (place, 0, line)))
    });
}

fn in_sight(home: &Home) -> Vec<StatementLine> {
    let mut lines = Vec::new();
    let reader = home.store.reader().expect("a view");
    reader.each_line(day("2000-01-01"), |line| lines.push(line)).expect("read");
    lines
}

#[test]
fn what_is_taken_in_comes_back_the_same() {
    let home = home();
    let lines = [entry("2026-03-02", 4_000, "refund"), entry("2026-03-01", -1, "fee")];
    take_in(&home, 1, 1, &lines);
    let wanted = statement(&home, 1);
    let home = home.reopened();
    let r = home.store.reader().expect("a view");
    assert_eq!(r.accounts().expect("read"), [account()]);
    assert_eq!(r.statements().expect("read"), [wanted]);
    let line = |number: u32| StatementLine {
        statement: statement_id(1),
        number,
        entry: lines[number as usize].clone(),
    };
    assert_eq!(r.lines_of(statement_id(1), None, 9).expect("read"), [line(0), line(1)]);
    assert_eq!(r.lines_of(statement_id(1), None, 1).expect("read"), [line(0)], "a page");
    assert_eq!(r.lines_of(statement_id(1), Some(0), 9).expect("read"), [line(1)], "the next");
    let at = LineRef { statement: statement_id(1), number: 1 };
    assert_eq!(r.statement_line(at).expect("read"), Some(line(1)));
    let known = r.lines_of_account(account_id(), day("2026-03-02"), day("2026-03-02"));
    assert_eq!(known.expect("read").len(), 1, "only the days asked for");
    assert_eq!(r.line_counts().expect("read")[&statement_id(1)], 2);
    assert!(home.store.verify().expect("looked").is_empty(), "lines need no journal to be sound");
}

#[test]
fn lines_come_and_go_with_their_statement() {
    let home = home();
    take_in(&home, 1, 1, &[entry("2026-03-02", 4_000, "refund")]);
    assert_eq!(in_sight(&home).len(), 1);
    home.undo(2, 1).expect("undone");
    assert!(in_sight(&home).is_empty(), "an import that was taken back leaves nothing in sight");
    home.undo(3, 2).expect("undone");
    assert_eq!(in_sight(&home).len(), 1, "and brings its lines back with it");
    home.write(4, |w| w.bin(account_id()));
    assert!(in_sight(&home).is_empty(), "with the account, all its lines are out of sight");
}

#[test]
fn a_statement_does_not_come_back_beside_one_that_brought_its_lines() {
    let home = home();
    take_in(&home, 1, 1, &[entry("2026-03-02", 4_000, "refund")]);
    home.write(2, |w| w.bin(statement_id(1)));
    take_in(&home, 3, 2, &[entry("2026-03-02", 4_000, "refund")]);
    let refused = home.try_write(4, |w| w.restore(statement_id(1)));
    let record = Record::Statement(statement_id(1));
    assert_eq!(refused, Err(StoreError::Conflict { record }), "its line would stand twice");
    home.write(5, |w| w.bin(statement_id(2)));
    home.write(6, |w| w.restore(statement_id(1)));
    assert_eq!(in_sight(&home).len(), 1, "once the other is gone, it may");
}

#[test]
fn a_line_is_never_changed_or_taken_away() {
    let home = home();
    take_in(&home, 1, 1, &[entry("2026-03-02", 4_000, "refund")]);
    let connection = rusqlite::Connection::open(&home.path).expect("open");
    for sql in ["UPDATE statement_line SET amount_minor = 1", "DELETE FROM statement_line"] {
        let refused = connection.execute(sql, []).expect_err(sql).to_string();
        assert!(refused.contains("lines are only added"), "{sql}: {refused}");
    }
}

#[test]
fn a_statement_needs_its_original() {
    let home = home();
    let mut lost = statement(&home, 1);
    lost.original.0[0] ^= 1;
    let refused = home.try_write(1, |w| {
        w.put_account(&account())?;
        w.put_statement(&lost)
    });
    assert_eq!(refused, Err(StoreError::NoOriginal { sha256: lost.original }));
}

#[test]
fn what_was_said_of_a_line_goes_with_what_it_was_said_of() {
    let home = home();
    crate::round_trip::enter(&home, 1, &crate::round_trip::rich());
    take_in(&home, 3, 1, &[entry("2026-03-02", 4_000, "refund")]);
    let said = StatementMatch {
        id: id(0x92, 1),
        statement: statement_id(1),
        line: 0,
        kind: MatchKind::Pays,
        confirmed: true,
        dispute: dispute_id(1),
        claim: Some(id(0x61, 1)),
        movement: Some(id(0x62, 1)),
        remedy: Some(id(0x63, 1)),
        check: Some(id(0x64, 1)),
    };
    home.write(4, |w| w.put_statement_match(&said));
    let matches = || home.store.reader().expect("a view").statement_matches().expect("read");
    assert_eq!(matches(), std::slice::from_ref(&said), "every field comes back");
    let at = LineRef { statement: statement_id(1), number: 0 };
    let of_line = home.store.reader().expect("a view").statement_matches_of(at).expect("read");
    assert_eq!(of_line, [said]);
    home.write(5, |w| w.bin(Record::Movement(id(0x62, 1))));
    assert!(matches().is_empty(), "without its movement, the line is there to be asked about");
    home.undo(6, 5).expect("undone");
    assert_eq!(matches().len(), 1, "and with it, it is answered again");
}

#[test]
fn the_reading_of_csv_files_is_known_by_their_columns() {
    let home = home();
    let layout = CsvLayout {
        id: id(0x93, 1),
        signature: "date|amount|text".to_owned(),
        delimiter: '\t',
        skip: 3,
        day_order: DayOrder::DayFirst,
        decimal_comma: true,
        columns: vec![CsvColumn::Day, CsvColumn::AmountReversed, CsvColumn::Ignore],
    };
    home.write(1, |w| w.put_csv_layout(&layout));
    let r = home.store.reader().expect("a view");
    assert_eq!(r.csv_layout("date|amount|text").expect("read"), Some(layout));
    assert_eq!(r.csv_layout("date|amount").expect("read"), None, "other columns are another file");
}

#[test]
fn the_reading_of_lists_of_refunds_is_known_by_their_columns() {
    let home = home();
    let layout = RefundLayout {
        id: id(0x94, 1),
        signature: "shop|sum|day".to_owned(),
        delimiter: ';',
        day_order: DayOrder::MonthFirst,
        decimal_comma: true,
        currency: Currency::from_code("EUR").ok(),
        columns: vec![RefundColumn::Vendor, RefundColumn::Amount, RefundColumn::AskedOn],
    };
    home.write(1, |w| w.put_refund_layout(&layout));
    let changed = RefundLayout { currency: None, delimiter: '\t', ..layout.clone() };
    home.write(2, |w| w.put_refund_layout(&changed));
    let r = home.store.reader().expect("a view");
    assert_eq!(r.refund_layout("shop|sum|day").expect("read"), Some(changed));
    assert_eq!(r.refund_layout("shop|sum").expect("read"), None, "other columns are another list");
}
