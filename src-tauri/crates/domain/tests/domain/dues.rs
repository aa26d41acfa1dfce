//! What is due, and what is coming.

use chrono::NaiveTime;
use holdfast_domain::rules::{Due, DueItem, coming, due};
use holdfast_domain::{Dispute, PromiseOutcome};

use crate::build::{day, dispute, id, maybe, promise, remedy, step};

fn shown(all: &[Due]) -> Vec<String> {
    all.iter()
        .map(|due| {
            let late = if due.overdue { " overdue" } else { "" };
            format!("{} {} {}{late}", due.on, due.kind.as_str(), due.what)
        })
        .collect()
}

fn busy() -> Dispute {
    let mut dispute = dispute();
    let mut kept = promise(4, "2026-05-01", "2026-06-01");
    kept.outcome = Some(PromiseOutcome::Kept);
    kept.outcome_on = maybe("2026-06-01");
    dispute.promises = vec![
        promise(1, "2026-05-01", "2026-06-20"),
        promise(2, "2026-05-01", "2026-06-22"),
        promise(3, "2026-05-01", ""),
        kept,
        promise(5, "2026-06-21", "2026-06-22"),
    ];
    dispute.next_steps = vec![
        step(1, "2026-06-20", ""),
        step(2, "2026-06-19", ""),
        step(3, "2026-06-01", "2026-06-02"),
        step(4, "2026-06-21", ""),
    ];
    dispute.remedies = vec![
        remedy(
            1,
            &[("2026-06-19", "", ""), ("2026-07-20", "", ""), ("2026-06-01", "2026-06-01", "")],
        ),
        remedy(2, &[("2026-05-01", "2026-05-01", "does_not_hold"), ("2026-06-02", "", "")]),
    ];
    dispute
}

#[test]
fn what_is_undone_is_due_from_its_day_on() {
    assert_eq!(
        shown(&due(&busy(), day("2026-06-20"))),
        [
            "2026-06-19 next_step Step 2 overdue",
            "2026-06-19 check Remedy 1 overdue",
            "2026-06-20 promise Promise 1",
            "2026-06-20 next_step Step 1",
        ],
        "by day, then promises, steps and checks; nothing done, reversed or without a day"
    );
}

#[test]
fn what_was_undone_then_was_due_then() {
    assert_eq!(
        shown(&due(&busy(), day("2026-06-01"))),
        ["2026-06-01 next_step Step 3"],
        "the step was done on the second, the promise kept and the check done on the first"
    );
}

#[test]
fn what_comes_is_what_is_not_yet_due() {
    assert_eq!(
        shown(&coming(&busy(), day("2026-06-20"), day("2026-06-22"))),
        ["2026-06-21 next_step Step 4", "2026-06-22 promise Promise 2"],
        "after the day, up to and with the last; a promise made tomorrow is not known today"
    );
    assert_eq!(coming(&busy(), day("2026-06-20"), day("2026-06-20")), [], "no days, nothing");
}

#[test]
fn nothing_of_a_closed_dispute_is_due() {
    let mut closed = busy();
    closed.closed_on = maybe("2026-06-20");
    assert_eq!(due(&closed, day("2026-06-20")), [], "it is over");
    assert_eq!(coming(&closed, day("2026-06-20"), day("2027-06-20")), [], "and stays over");
    assert_eq!(due(&closed, day("2026-06-19")).len(), 2, "the day before it was not");
}

#[test]
fn each_entry_names_its_record() {
    let all = due(&busy(), day("2026-06-20"));
    let items: Vec<_> = all.iter().map(|due| due.item).collect();
    assert_eq!(
        items,
        [
            DueItem::NextStep(id(2)),
            DueItem::Check { remedy: id(1), check: id(101) },
            DueItem::Promise(id(1)),
            DueItem::NextStep(id(1)),
        ],
        "so that it can be ticked off"
    );
}

#[test]
fn steps_of_one_day_come_in_the_order_of_their_times() {
    let mut dispute = dispute();
    dispute.next_steps = vec![
        step(1, "2026-06-20", ""),
        step(2, "2026-06-20", ""),
        step(3, "2026-06-20", ""),
        step(4, "2026-06-20", ""),
    ];
    dispute.next_steps[0].at = NaiveTime::from_hms_opt(14, 30, 0);
    dispute.next_steps[2].at = NaiveTime::from_hms_opt(9, 0, 0);
    dispute.remedies = vec![remedy(1, &[("2026-06-20", "", "")])];
    let order: Vec<_> = due(&dispute, day("2026-06-20")).into_iter().map(|due| due.what).collect();
    assert_eq!(
        order,
        ["Step 2", "Step 4", "Step 3", "Step 1", "Remedy 1"],
        "steps without a time first, checks last"
    );
}
