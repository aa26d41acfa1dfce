//! What is in question: how it stands, and what may be put down as such.

use holdfast_domain::rules::as_on;
use holdfast_domain::rules::issue::{IssueStanding, is_replied_to, issue_standing, not_put_down};
use holdfast_domain::validity::{self, ProblemCode, Record};
use holdfast_domain::{Dispute, Event, EventTime, Fact, FactStatus, Issue, Occurred, Precision};

use crate::build::{day, dispute, id, maybe};

fn issue() -> Issue {
    Issue {
        id: id(1),
        vendor: Some(id(1)),
        question: "Was the fee agreed?".into(),
        term: None,
        source: None,
        facts: Vec::new(),
        reply: None,
        replied_on: None,
        replied_at: None,
        answer: None,
    }
}

#[test]
fn an_issue_stands_as_the_reply_says_once_it_has_come() {
    use IssueStanding::{Conceded, Open, Refused};
    // Why; words; day; what it comes to; standing; whether there is a reply.
    let cases = [
        ("no reply", "", "", "", Open, false),
        ("a reply that leaves it open", "We will look.", "2026-06-01", "", Open, true),
        ("only a day", "", "2026-06-01", "", Open, true),
        ("agreed", "Yes.", "2026-06-01", "conceded", Conceded, true),
        ("not agreed", "No.", "2026-06-01", "refused", Refused, true),
        ("agreed, day unknown", "", "", "conceded", Conceded, true),
        ("today", "", "2026-06-20", "refused", Refused, true),
        ("dated tomorrow", "No.", "2026-06-21", "refused", Open, false),
    ];
    let today = day("2026-06-20");
    for (why, reply, on, answer, standing, replied) in cases {
        let mut issue = issue();
        issue.reply = (!reply.is_empty()).then(|| reply.to_owned());
        issue.replied_on = maybe(on);
        issue.answer = answer.parse().ok();
        assert_eq!(issue_standing(&issue, today), standing, "{why}");
        assert_eq!(is_replied_to(&issue, today), replied, "a reply: {why}");
        let whole = Dispute { issues: vec![issue.clone()], ..dispute() };
        let seen = as_on::dispute(&whole, today).issues.remove(0);
        assert_eq!(issue_standing(&seen, today), standing, "as on the day: {why}");
        assert_eq!(seen == issue, on != "2026-06-21", "only what came later is left out: {why}");
    }
}

fn event(number: u128, facts: &[FactStatus]) -> Event {
    let fact = |(n, status): (u128, &FactStatus)| Fact {
        id: id(number * 10 + n),
        text: format!("Fact {n}."),
        status: *status,
        acknowledged_by: None,
    };
    Event {
        id: id(number),
        dispute: dispute().id,
        time: EventTime { at: Occurred::On(day("2026-06-01")), precision: Precision::Exact },
        channel: holdfast_domain::Channel::Phone,
        direction: holdfast_domain::Direction::In,
        vendor: None,
        contacts: Vec::new(),
        answered: None,
        waited_minutes: None,
        minutes: None,
        facts: (0..).zip(facts).map(fact).collect(),
        note: None,
    }
}

#[test]
fn what_may_be_put_down_is_disputed_and_in_no_issue() {
    use FactStatus::{Disputed, Undisputed, Unsure};
    let events = [event(1, &[Disputed, Undisputed, Unsure]), event(2, &[Disputed, Disputed])];
    let proposed = |issues: &[Issue]| -> Vec<_> {
        not_put_down(issues, &events).iter().map(|(event, fact)| (event.id, fact.id)).collect()
    };
    let all = [(id(1), id(10)), (id(2), id(20)), (id(2), id(21))];
    assert_eq!(proposed(&[]), all, "in the order of the events");
    let rests = Issue { facts: vec![id(20), id(11)], ..issue() };
    assert_eq!(proposed(&[issue(), rests]), [all[0], all[2]], "what one rests on is known");
}

#[test]
fn an_issue_needs_its_question_and_a_reply_in_the_future_is_asked_about() {
    let found = |issue: Issue| {
        let whole = Dispute { issues: vec![issue], ..dispute() };
        let problems = validity::problems(&whole, &[], &[], day("2026-06-20"));
        let of_issue = problems.iter().filter(|it| it.at.record == Record::Issue(id(1)));
        of_issue.map(|it| (it.at.field, it.code)).collect::<Vec<_>>()
    };
    assert_eq!(found(issue()), [], "a question is enough");
    let blank = Issue { question: " ".into(), ..issue() };
    assert_eq!(found(blank), [("question", ProblemCode::TextEmpty)]);
    let soon = day("2026-06-21");
    let future = Issue { replied_on: Some(soon), ..issue() };
    assert_eq!(found(future), [("replied_on", ProblemCode::DayInFuture { day: soon })]);
    for field in ["term", "source", "reply"] {
        let mut long = issue();
        let text = Some("x".repeat(100_000));
        match field {
            "term" => long.term = text,
            "source" => long.source = text,
            _ => long.reply = text,
        }
        let found = found(long);
        assert!(
            matches!(found[..], [(at, ProblemCode::TextTooLong { .. })] if at == field),
            "{field}: {found:?}"
        );
    }
}
