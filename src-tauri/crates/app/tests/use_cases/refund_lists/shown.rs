//! What is shown of a list before anything is kept, and what keeps it from being taken in.

use holdfast_app::wire::{ErrorCode, RefundColumn, RefundState};

use super::*;

#[test]
fn a_preview_says_what_there_is_before_anything_is_kept() {
    let (home, _) = Home::with_dispute();
    let total = "Total;;766,50;;;;;62,50;;;";
    let preview =
        open(&home, &list(&[LAMP, SHELF, ROUTER, SECOND, TENT, "A;;;EUR;01.05.2026;;;;;;", total]));
    assert!(preview.ready, "{:?}", preview.problems);
    assert_eq!(preview.columns[0].samples.len(), 3);
    assert_eq!(preview.columns[9].column, RefundColumn::Contact);
    let count = &preview.count;
    assert_eq!((count.all, count.fresh, count.unreadable, count.totals), (7, 5, 1, 1));
    let states: Vec<_> = preview.states.iter().map(|it| (it.state, it.rows)).collect();
    let expected = [
        (RefundState::Waiting, 1),
        (RefundState::PartlyRefunded, 1),
        (RefundState::Refunded, 1),
        (RefundState::Refused, 1),
        (RefundState::GivenUp, 1),
    ];
    assert_eq!(states, expected, "rows that cannot be read, or sum up, stand nowhere");
    assert_eq!(preview.disputes, 4);
    let (sum, lamp) = (&preview.sums[0], &preview.rows[0]);
    assert_eq!((sum.claimed.amount.as_str(), sum.refunded.amount.as_str()), ("650.50", "62.50"));
    assert!(lamp.vendor_known && preview.rows[1].vendor_known && !preview.rows[2].vendor_known);
    assert_eq!(preview.rows[3].joined_with, Some(4), "it joins the row of line four");
    let codes: Vec<_> = preview.problems.iter().map(|it| (it.line, it.code.as_str())).collect();
    assert_eq!(
        codes,
        [(Some(6), "closed_today"), (Some(7), "amount_missing")],
        "what is the matter with each row is said with its line"
    );
    assert_eq!(disputes(&home).len(), 1, "nothing is kept yet");
}

#[test]
fn a_row_in_the_future_and_one_too_large_are_told() {
    let home = Home::new();
    let late = "A;b;1,00;EUR;28.12.2026;open;;;;;";
    let sums = [
        "B;c;90.071.992.547.409,92;EUR;02.04.2026;open;R;;;;",
        "B;d;90.071.992.547.409,92;EUR;02.04.2026;open;R;;;;",
    ];
    let preview = open(&home, &list(&[late, sums[0], sums[1]]));
    assert_eq!(standings(&preview), ["fresh", "unreadable", "unreadable"]);
    let codes: Vec<_> = preview.problems.iter().map(|it| it.code.as_str()).collect();
    assert_eq!(codes, ["day_in_future", "not_accepted", "not_accepted"]);
    let taken = home.app.take_in_refund_list(&taking(&preview)).expect("the rest is taken in");
    assert_eq!(
        (taken.disputes, taken.left_out, taken.vendors),
        (1, 2, 1),
        "and no vendor too many"
    );
}

#[test]
fn what_is_no_list_is_shown_and_not_taken_in() {
    let home = Home::new();
    for (content, code) in [
        ("", "empty_file"),
        ("PK\u{3}\u{4}zip", "binary"),
        ("Vendor;Amount\nA;1,00\n", "column_missing"),
        ("Vendor;Amount;Asked on\n", "no_rows"),
    ] {
        let preview = open(&home, content);
        assert!(!preview.ready && preview.rows.is_empty(), "{code}");
        assert_eq!(preview.problems[0].code, code);
        let error = home.app.take_in_refund_list(&taking(&preview)).expect_err("not as it is");
        assert_eq!(error.code, ErrorCode::FileNotUnderstood, "{code}");
        assert_eq!(error.problems[0].code, code, "and the answer says why");
    }
    let large = "x".repeat((8 << 20) + 1);
    let error = home.app.open_refund_list("big.csv", &mut large.as_bytes()).expect_err("too large");
    assert_eq!(error.code, ErrorCode::FileTooLarge);
    assert!(disputes(&home).is_empty());
}

#[test]
fn somebody_leads_the_new_disputes() {
    let home = Home::new();
    let preview = open(&home, &list(&[LAMP]));
    let nobody = RefundListTaking { lead_name: None, ..taking(&preview) };
    let error = home.app.take_in_refund_list(&nobody).expect_err("nobody is there");
    assert_eq!(error.problems[0].field, "leadName");
    home.app.take_in_refund_list(&taking(&preview)).expect("the list still lies there");
    assert_eq!(dispute(&home, "Desk lamp").lead.name, "Ida Marlow");
}

#[test]
fn many_rows_are_taken_in_and_two_hundred_of_them_are_shown() {
    let home = Home::new();
    let rows: Vec<String> = (0..300)
        .map(|at| format!("Shop {};Thing {at};1,00;EUR;28.03.2026;open;;;;;", at % 40))
        .collect();
    let lines: Vec<&str> = rows.iter().map(String::as_str).collect();
    let preview = open(&home, &list(&lines));
    assert_eq!((preview.rows.len(), preview.count.fresh), (200, 300));
    let taken = home.app.take_in_refund_list(&taking(&preview)).expect("taken in");
    assert_eq!((taken.disputes, taken.vendors), (300, 40));
}

#[test]
fn long_texts_are_shown_by_their_beginning() {
    let home = Home::new();
    let long = "x".repeat(40_000);
    let preview = open(&home, &list(&[&format!("A;{long};1,00;EUR;28.03.2026;open;;;;;{long}")]));
    let row = &preview.rows[0];
    assert_eq!(standings(&preview), ["fresh"], "the record holds as much");
    assert!(row.what.len() < 400 && row.notes.as_ref().is_some_and(|it| it.len() < 400));
    home.app.take_in_refund_list(&taking(&preview)).expect("taken in");
    let title = disputes(&home).remove(0).title;
    assert!(title.chars().count() <= 121 && title.ends_with('…'), "a title stays a title: {title}");
    let claim = home.app.dispute(&disputes(&home)[0].id).expect("shown").claims.remove(0);
    assert_eq!(claim.claim.reason.len(), 40_000, "and nothing that was written is lost");
}
