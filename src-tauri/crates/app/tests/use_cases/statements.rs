//! Bank statements: taken in once however often, read as their columns were read before, and gone
//! with their lines when they are put away.

use holdfast_app::wire::{
    Account, CsvColumn, ErrorCode, RecordKind, StatementPreview, StatementTaken, StatementTaking,
};

use crate::support::Home;

/// Lines such as `"2026-06-10,40.00,LAKESIDE"`, as a bank's file.
pub(crate) fn file(lines: &[&str]) -> String {
    format!("Date,Amount,Description\n{}\n", lines.join("\n"))
}

pub(crate) fn look(home: &Home, name: &str, content: &str) -> Vec<StatementPreview> {
    let mut bytes = content.as_bytes();
    home.app.look_at_statement(name, &mut bytes, None, None).expect("looked at")
}

/// Takes a file in, into the account of that name.
pub(crate) fn take_into(home: &Home, account: &str, content: &str) -> StatementTaken {
    let preview = look(home, "june.csv", content).remove(0);
    assert!(preview.ready, "the file can be read: {:?}", preview.problems);
    let board = home.app.statements().expect("listed");
    let known = board.accounts.iter().map(|it| &it.account).find(|it| it.name == account);
    let new = Account { id: None, name: account.to_owned(), ..preview.account.clone() };
    let account = Account { currency: "USD".into(), ..known.cloned().unwrap_or(new) };
    let taking = StatementTaking { preview: preview.id, reading: None, account };
    home.app.take_statement(&taking).expect("taken in")
}

pub(crate) fn take(home: &Home, lines: &[&str]) -> StatementTaken {
    take_into(home, "Joint account", &file(lines))
}

#[test]
fn taking_in_again_adds_only_what_is_new() {
    let tea = "2026-06-10,-4.20,TEA HOUSE";
    let cake = "2026-06-11,-3.10,CAKE SHOP";
    let pie = "2026-06-12,-5.00,PIE SHOP";
    type Case<'a> = (&'a str, &'a [&'a [&'a str]], &'a [(u32, u32)]);
    let cases: [Case<'_>; 6] = [
        ("a first file", &[&[tea, cake]], &[(2, 0)]),
        ("the same twice", &[&[tea, cake], &[tea, cake]], &[(2, 0), (0, 2)]),
        ("files that overlap", &[&[tea, cake], &[cake, pie]], &[(2, 0), (1, 1)]),
        ("two equal ones in one file", &[&[tea, tea]], &[(2, 0)]),
        ("and that file twice", &[&[tea, tea], &[tea, tea]], &[(2, 0), (0, 2)]),
        ("a second one of what was one", &[&[tea], &[tea, tea]], &[(1, 0), (1, 1)]),
    ];
    for (what, files, wanted) in cases {
        let (home, _) = Home::with_dispute();
        for (lines, (added, known)) in files.iter().zip(wanted) {
            let taken = take(&home, lines);
            assert_eq!((taken.added, taken.known), (*added, *known), "{what}");
            assert_eq!(taken.statement.is_some(), *added > 0, "{what}: none without new lines");
        }
        let (home, board) = {
            let home = home.reopened();
            let board = home.app.statements().expect("listed");
            (home, board)
        };
        let all: u32 = board.accounts[0].statements.iter().map(|row| row.lines).sum();
        let sum: u32 = wanted.iter().map(|(added, _)| added).sum();
        assert_eq!(all, sum, "{what}: after a restart");
        assert!(home.app.verify().expect("looked").is_empty(), "{what}: the record is whole");
    }
}

#[test]
fn a_preview_says_what_there_is_before_anything_is_kept() {
    let (home, _) = Home::with_dispute();
    let lines = ["2026-06-10,-4.20,TEA HOUSE", "2026-06-12,40.00,LAKESIDE"];
    let preview = look(&home, "june.csv", &file(&lines)).remove(0);
    assert!(preview.ready && !preview.account_known);
    assert_eq!(preview.account.currency, "USD", "the household's, where the file names none");
    assert_eq!((preview.lines, preview.known), (2, 0));
    assert_eq!(preview.from.as_deref(), Some("2026-06-10"));
    assert_eq!(preview.until.as_deref(), Some("2026-06-12"));
    assert_eq!(preview.sums[0].credits.amount, "40.00");
    assert_eq!(preview.sums[0].debits.amount, "4.20", "what went out is above zero");
    assert_eq!(preview.first[0].text, "TEA HOUSE");
    assert_eq!(preview.columns[2].name, "Description");
    assert!(home.app.statements().expect("listed").accounts.is_empty(), "nothing is kept yet");
    take(&home, &lines);
    let again = look(&home, "june.csv", &file(&lines)).remove(0);
    assert!(again.account_known, "the account is recognised by its lines");
    assert_eq!((again.lines, again.known), (2, 2), "and all of them are known");
}

#[test]
fn columns_are_read_as_they_were_read_once() {
    let (home, _) = Home::with_dispute();
    let content = file(&["2026-06-10,-4.20,TEA HOUSE", "2026-06-12,40.00,LAKESIDE"]);
    let preview = look(&home, "june.csv", &content).remove(0);
    let mut reading = preview.reading.clone();
    let csv = reading.csv.as_mut().expect("columns were found");
    assert!(!csv.remembered);
    csv.columns[1] = CsvColumn::AmountReversed;
    let read = home.app.read_statement(&preview.id, Some(&reading), None).expect("read otherwise");
    assert_eq!(read.first[0].amount.amount, "4.20", "a card counts what is spent above zero");
    let account = Account { name: "Card".into(), ..read.account };
    let taking = StatementTaking { preview: preview.id, reading: Some(reading), account };
    let taken = home.app.take_statement(&taking).expect("taken in");
    let next = file(&["2026-07-10,-9.00,TEA HOUSE"]);
    let again = look(&home, "july.csv", &next).remove(0);
    assert_eq!(again.first[0].amount.amount, "9.00", "the next file is read the same");
    assert!(again.reading.csv.expect("columns").remembered, "and says so");
    let headed = format!("Statement of July\nMade on 2026-08-01\n{next}");
    let again = look(&home, "july.csv", &headed).remove(0);
    assert_eq!(again.lines, 1, "more lines may stand above its columns: {:?}", again.problems);
    assert_eq!(again.first[0].amount.amount, "9.00", "and its columns mean the same");
    home.app.undo(&taken.action.expect("an action")).expect("undone");
    let after = look(&home, "july.csv", &next).remove(0);
    assert_eq!(after.first[0].amount.amount, "-9.00", "it was one action with what it taught");
}

#[test]
fn undo_and_the_bin_take_the_lines_with_them() {
    let (home, _) = Home::with_dispute();
    let lines = ["2026-06-10,-4.20,TEA HOUSE"];
    let taken = take(&home, &lines);
    home.app.undo(&taken.action.expect("an action")).expect("undone");
    assert!(home.app.statements().expect("listed").accounts.is_empty());
    let taken = take(&home, &lines);
    assert_eq!(taken.added, 1, "what was taken back can be taken in again");
    let id = taken.statement.expect("a statement");
    home.app.remove(RecordKind::Statement, &id).expect("put away");
    assert!(home.app.statement(&id).is_err(), "it is out of sight");
    assert!(home.app.statement_lines(&id, "", None).is_err(), "and its lines with it");
    let binned = home.app.bin().expect("listed");
    let binned: Vec<_> = binned.iter().map(|it| (it.kind, it.name.as_str())).collect();
    assert!(binned.contains(&(RecordKind::Statement, "june.csv")), "{binned:?}");
    home.app.restore(RecordKind::Statement, &id).expect("taken out");
    let page = home.app.statement_lines(&id, "", None).expect("shown");
    assert_eq!(page.lines.len(), 1, "its lines came back with it");
}

#[test]
fn lines_come_in_pages_and_are_found_by_words_sums_and_days() {
    let (home, _) = Home::with_dispute();
    let lines: Vec<String> = (0..250)
        .map(|n| format!("2026-05-{:02},{}.50,SHOP {n} Street", n % 28 + 1, n + 1))
        .collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let id = take(&home, &lines).statement.expect("a statement");
    let (mut all, mut after) = (Vec::new(), None);
    let mut sizes = Vec::new();
    loop {
        let page = home.app.statement_lines(&id, "", after).expect("shown");
        sizes.push(page.lines.len());
        all.extend(page.lines.into_iter().map(|line| line.text));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(sizes, [100, 100, 50]);
    assert_eq!(all.first().map(String::as_str), Some("SHOP 0 Street"), "in the file's order");
    assert_eq!(all.last().map(String::as_str), Some("SHOP 249 Street"));
    for (search, wanted) in
        [("Street 249.50", 1), ("street", 100), ("249.50", 1), ("2026-05-01", 9), ("nothing", 0)]
    {
        let found = home.app.statement_lines(&id, search, None).expect("found");
        assert_eq!(found.lines.len(), wanted, "“{search}”");
    }
}

#[test]
fn what_cannot_be_read_is_said_and_nothing_is_kept() {
    let (home, _) = Home::with_dispute();
    let before = home.app.export_household().expect("given out");
    for (what, content) in [
        ("nothing", ""),
        ("a day that is none", "Date,Amount,Description\n2026-02-30,4.00,TEA\n"),
        ("a sum that is none", "Date,Amount,Description\n2026-02-20,four,TEA\n"),
        ("no table", "Dear household,\nthank you for your letter.\n"),
    ] {
        let preview = look(&home, "x.csv", content).remove(0);
        assert!(!preview.ready, "{what} cannot be taken in");
        assert!(preview.problems.iter().any(|it| it.is_error), "{what}: and why is said");
        let account = Account { name: "A".into(), currency: "USD".into(), ..preview.account };
        let taking = StatementTaking { preview: preview.id, reading: None, account };
        let error = home.app.take_statement(&taking).expect_err(what);
        assert_eq!(error.code, ErrorCode::FileNotUnderstood, "{what}");
        assert!(!error.problems.is_empty(), "{what}: with what is wrong");
    }
    assert_eq!(before, home.app.export_household().expect("given out"));
    assert!(home.app.statements().expect("listed").accounts.is_empty());
}

#[test]
fn only_the_last_file_lies_on_the_desk() {
    let (home, _) = Home::with_dispute();
    let content = file(&["2026-06-10,-4.20,TEA HOUSE"]);
    let first = look(&home, "june.csv", &content).remove(0);
    look(&home, "july.csv", &content);
    let taking =
        StatementTaking { preview: first.id.clone(), reading: None, account: first.account };
    let error = home.app.take_statement(&taking).expect_err("another lies there");
    assert_eq!(error.code, ErrorCode::PreviewGone);
    let error = home.app.read_statement(&first.id, None, None).expect_err("nor read");
    assert_eq!(error.code, ErrorCode::PreviewGone);
}

#[test]
fn an_account_is_named_and_its_number_is_only_shown_in_part() {
    let (home, _) = Home::with_dispute();
    let account = Account {
        id: None,
        name: "Joint account".into(),
        bank: None,
        number: Some("DE02 1203 0000 0000 2020 51".into()),
        currency: "EUR".into(),
    };
    let done = home.app.save_account(&account).expect("saved");
    let shown = home.app.statements().expect("listed").accounts[0].account.clone();
    let number = shown.number.clone().expect("a number");
    assert!(number.ends_with("20 51") && !number.contains("1203"), "{number}");
    let renamed = Account { name: "Our account".into(), ..shown };
    home.app.save_account(&renamed).expect("saved");
    let shown = home.app.statements().expect("listed").accounts[0].account.clone();
    assert_eq!((shown.name.as_str(), shown.number), ("Our account", Some(number)));
    assert_eq!(shown.id, done.id);
    for (bad, field) in [
        (Account { name: " ".into(), ..account.clone() }, "name"),
        (Account { currency: "XXX".into(), ..account }, "currency"),
    ] {
        let error = home.app.save_account(&bad).expect_err(field);
        assert_eq!(error.problems[0].field, field);
    }
}
