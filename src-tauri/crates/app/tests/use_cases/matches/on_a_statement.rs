//! What a statement says of its own lines, and whether it may go.

use holdfast_app::wire::{ErrorCode, RecordKind, RemedyKind};

use super::{PAID, agree, confirm, outstanding, proposals};
use crate::statements::take;
use crate::support::Home;

#[test]
fn a_statement_that_the_record_goes_by_stays() {
    let (home, dispute) = Home::with_dispute();
    let statement = take(&home, &[PAID]).statement.expect("a statement");
    let done = confirm(&home, &proposals(&home)[0]);
    let board = home.app.statements().expect("listed");
    let account = board.accounts[0].account.id.clone().expect("an id");
    for (kind, id) in [(RecordKind::Statement, &statement), (RecordKind::Account, &account)] {
        let error = home.app.remove(kind, id).expect_err("a line of it stands for a payment");
        assert_eq!(error.code, ErrorCode::StillNamed);
        assert_eq!(error.values["by"], "statement_match");
    }
    home.app.undo(&done.action.expect("an action")).expect("undone");
    home.app.remove(RecordKind::Statement, &statement).expect("now it may go");
    assert_eq!(outstanding(&home, &dispute, 0), "80.00");
}

#[test]
fn a_statement_says_what_is_on_it_and_what_is_not() {
    let (home, dispute) = Home::with_dispute();
    agree(&home, &dispute, RemedyKind::Refund, "The price is paid back");
    let id = take(&home, &["2026-06-05,-4.20,TEA HOUSE", "2026-06-12,-1.00,TEA HOUSE"]);
    let id = id.statement.expect("a statement");
    let view = home.app.statement(&id).expect("shown");
    assert_eq!(view.sums[0].debits.amount, "5.20");
    assert_eq!(view.missing.len(), 1, "the refund was to come by the 10th");
    assert_eq!(view.missing[0].what, "The price is paid back");
    assert_eq!(view.missing[0].due_on.as_deref(), Some("2026-06-10"));
    let early = take(&home, &["2026-06-09,-4.20,PIE SHOP"]).statement.expect("a statement");
    let view = home.app.statement(&early).expect("shown");
    assert!(view.missing.is_empty(), "on the 9th it was not yet late");
    let paid = take(&home, &["2026-06-11,80.00,COPPER & PINE"]).statement.expect("a statement");
    let view = home.app.statement(&paid).expect("shown");
    assert_eq!((view.proposals.len(), view.missing.len()), (1, 0), "it is there to be answered");
    confirm(&home, &view.proposals[0]);
    let view = home.app.statement(&paid).expect("shown");
    assert_eq!((view.proposals.len(), view.matched.len(), view.row.matched), (0, 1, 1));
    let part = &view.matched[0].matched[0];
    assert_eq!((part.what.as_str(), part.amount.amount.as_str()), ("The price", "80.00"));
}
