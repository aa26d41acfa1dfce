//! The same list next month: what is there is not taken in twice, and news is.

use holdfast_app::wire::{ErrorCode, RefundColumn, RefundListHow};

use super::*;

#[test]
fn taking_in_again_adds_only_what_is_new() {
    let waits = "A;b;10,00;EUR;02.04.2026;waiting;;;;;";
    let paid = "A;b;10,00;EUR;02.04.2026;refunded;;10,00;02.05.2026;;";
    let refused = "A;b;10,00;EUR;02.04.2026;refused;;;;;";
    let promised = "A;b;10,00;EUR;02.04.2026;promised;;;;;";
    let given_up = "A;b;10,00;EUR;02.04.2026;given up;;;;;";
    let other = "A;c;10,00;EUR;02.04.2026;open;;;;;";
    type Case<'a> = (&'a str, &'a [&'a str], &'a [&'a str], &'a [&'a str]);
    let cases: [Case<'_>; 10] = [
        (
            "the same",
            &[LAMP, SHELF, FERRY, ROUTER, SECOND, TENT],
            &[LAMP, SHELF, FERRY, ROUTER, SECOND, TENT],
            &["known"; 6],
        ),
        ("a row more", &[waits], &[waits, other], &["known", "fresh"]),
        ("of two equal ones each counts", &[waits], &[waits, waits], &["known", "fresh"]),
        ("and both are known", &[waits, waits], &[waits, waits], &["known", "known"]),
        ("it came back meanwhile", &[waits], &[paid], &["more"]),
        ("it was refused meanwhile", &[waits], &[refused], &["more"]),
        ("it was promised meanwhile", &[waits], &[promised], &["more"]),
        ("it was given up meanwhile", &[waits], &[given_up], &["more"]),
        ("what came back stays so", &[paid], &[waits], &["known"]),
        ("and is promised no more", &[paid], &[promised], &["known"]),
    ];
    for (what, first, second, expected) in cases {
        let home = Home::new();
        take(&home, first);
        let preview = open(&home, &list(second));
        assert_eq!(standings(&preview), expected, "{what}");
        home.app.take_in_refund_list(&taking(&preview)).expect("taken in");
        let taken = take(&home, second);
        assert_eq!(taken.done.action, None, "{what}: a third time there is nothing to write");
        assert_eq!(taken.known as usize, second.len(), "{what}: all are known then");
        assert!(home.app.verify().expect("looked").is_empty(), "{what}: the record is whole");
    }
}

#[test]
fn news_is_added_to_the_claim_that_is_there() {
    let home = Home::new();
    take(&home, &["A;b;10,00;EUR;02.04.2026;waiting;;;;;"]);
    let taken = take(&home, &["A;b;10,00;EUR;02.04.2026;refunded;;10,00;02.05.2026;;"]);
    assert_eq!((taken.disputes, taken.added_to, taken.claims, taken.remedies), (0, 1, 0, 1));
    let there = dispute(&home, "b");
    assert_eq!(there.claims.len(), 1);
    assert_eq!(there.totals[0].outstanding.amount, "0.00");
}

#[test]
fn of_a_refund_that_came_in_parts_only_the_rest_is_added() {
    let home = Home::new();
    take(&home, &["A;b;10,00;EUR;02.04.2026;partly refunded;;4,00;02.05.2026;;"]);
    let taken = take(&home, &["A;b;10,00;EUR;02.04.2026;refunded;;10,00;09.05.2026;;"]);
    assert_eq!((taken.claims, taken.remedies), (0, 1));
    let there = dispute(&home, "b");
    let received: Vec<_> = there.claims[0]
        .movements
        .iter()
        .map(|it| (it.on.as_str(), it.amount.amount.as_str()))
        .collect();
    assert_eq!(received, [("2026-05-02", "4.00"), ("2026-05-09", "6.00")]);
    assert_eq!(there.totals[0].overpaid.amount, "0.00", "what came is not counted twice");
}

#[test]
fn a_list_is_read_as_it_was_read_once() {
    let home = Home::new();
    let march = "Boss,Thing,How much,When,Back\nA,Lamp,12.00,03/04/2026,\n";
    let preview = open(&home, march);
    assert!(!preview.reading.day_order_sure && !preview.reading.remembered);
    let reading = &preview.reading;
    let how = RefundListHow {
        delimiter: reading.delimiter.clone(),
        skip: reading.skip,
        day_order: holdfast_app::wire::DayOrder::MonthFirst,
        decimal_comma: false,
        currency: Some("USD".into()),
        columns: vec![
            RefundColumn::Vendor,
            RefundColumn::What,
            RefundColumn::Amount,
            RefundColumn::AskedOn,
            RefundColumn::Refunded,
        ],
    };
    let read = home.app.read_refund_list(&preview.id, Some(&how)).expect("read otherwise");
    assert_eq!(read.rows[0].asked_on.as_deref(), Some("2026-03-04"));
    home.app.take_in_refund_list(&taking(&read)).expect("taken in");
    let april = format!("Our list of April\n{march}B,Book,7.00,04/05/2026,\n");
    let again = open(&home, &april);
    assert!(again.reading.remembered && again.reading.day_order_sure, "and needs no questions");
    assert_eq!(standings(&again), ["known", "fresh"]);
    assert_eq!(again.rows[1].asked_on.as_deref(), Some("2026-04-05"));
    assert_eq!(again.reading.currency.as_deref(), Some("USD"));
}

#[test]
fn a_list_that_was_put_away_is_gone() {
    let home = Home::new();
    let preview = open(&home, &list(&[LAMP]));
    home.app.put_away_refund_list("another");
    home.app.read_refund_list(&preview.id, None).expect("it still lies there");
    home.app.put_away_refund_list(&preview.id);
    let error = home.app.read_refund_list(&preview.id, None).expect_err("it is gone");
    assert_eq!(error.code, ErrorCode::PreviewGone);
    let error = home.app.take_in_refund_list(&taking(&preview)).expect_err("it is gone");
    assert_eq!(error.code, ErrorCode::PreviewGone);
    assert!(disputes(&home).is_empty(), "and nothing of it was kept");
}

#[test]
fn what_a_known_row_lacked_is_added_and_what_it_had_stays() {
    let bare = "A;b;10,00;EUR;02.04.2026;waiting;;;;;";
    let full = "A;b;10,00;EUR;02.04.2026;waiting;R-9;;;Maren Holt;Call in May";
    let other = "A;b;10,00;EUR;02.04.2026;waiting;R-1;;;Kim Vale;Something else";
    let home = Home::new();
    take(&home, &[bare, bare]);
    let preview = open(&home, &list(&[full, bare]));
    assert_eq!(standings(&preview), ["more", "known"], "each of two equal rows is its own");
    let taken = home.app.take_in_refund_list(&taking(&preview)).expect("taken in");
    assert_eq!((taken.disputes, taken.added_to, taken.claims, taken.people), (0, 1, 0, 1));
    let filled: Vec<DisputeView> = disputes(&home)
        .iter()
        .map(|row| home.app.dispute(&row.id).expect("shown"))
        .filter(|it| it.parties[0].party.reference.as_deref() == Some("R-9"))
        .collect();
    assert_eq!(filled.len(), 1, "the vendor's reference is there now, in one of them");
    let said = told(&home, &filled[0]);
    assert!(said.contains("Maren Holt") && said.contains("Call in May"), "{said}");
    let before = home.app.export_household().expect("given out");
    let preview = open(&home, &list(&[other, bare]));
    assert_eq!(standings(&preview), ["known", "known"], "what is there is not changed");
    home.app.take_in_refund_list(&self::taking(&preview)).expect("looked at");
    assert_eq!(before, home.app.export_household().expect("given out"));
    home.app.undo(&taken.done.action.expect("an action")).expect("undone");
    assert_eq!(disputes(&home).len(), 2, "and what was added is taken back alone");
}
