//! What is in question: put down, proposed, taken back; and what may not stand in it.

use holdfast_app::wire::{
    Cited, CitedKind, Direction, Done, DossierChoice, DossierReader, ErrorCode, Event, Fact,
    FactStatus, HitWhat, Issue, IssueAnswer, IssueOf, IssueStanding, Precision, RecordKind,
    SearchQuery, WrongedAnswer,
};

use crate::support::{Home, attach, id_of, new_dispute};

/// A letter of the vendor with one fact; the ids of both.
fn letter(home: &Home, dispute: &str, on: &str, text: &str, status: FactStatus) -> [String; 2] {
    let event = Event {
        id: None,
        dispute: dispute.into(),
        at: on.into(),
        precision: Precision::Exact,
        channel: holdfast_app::wire::Channel::Letter,
        direction: Direction::In,
        vendor: Some(home.vendor()),
        contacts: Vec::new(),
        answered: None,
        waited_minutes: None,
        minutes: None,
        facts: vec![Fact { id: None, text: text.into(), status, acknowledged_by: None }],
        note: None,
    };
    let event = id_of(&home.app.save_event(&event).expect("accepted"));
    let all = home.app.evidence_options(dispute).expect("listed").citable;
    let fact = all
        .into_iter()
        .find(|it| it.of.kind == CitedKind::Fact && it.event.as_ref() == Some(&event));
    [event, fact.expect("the fact is there").of.id]
}

pub(crate) fn question(words: &str) -> Issue {
    Issue {
        id: None,
        vendor: None,
        question: words.into(),
        term: None,
        source: None,
        facts: Vec::new(),
        reply: None,
        replied_on: None,
        replied_at: None,
        answer: None,
    }
}

fn save(home: &Home, dispute: &str, issue: &Issue) -> Done {
    home.app.save_issue(dispute, issue, None).expect("accepted")
}

#[test]
fn a_disputed_fact_is_proposed_until_an_issue_rests_on_it() {
    let (home, dispute) = Home::with_dispute();
    let board = || home.app.issues(&dispute).expect("given");
    assert_eq!((board().issues.len(), board().proposals.len()), (0, 0), "nothing is in question");
    let text = "The seam leaked from the first day.";
    let [event, fact] = letter(&home, &dispute, "2026-06-05", text, FactStatus::Disputed);
    letter(&home, &dispute, "2026-06-06", "They have the lamp.", FactStatus::Undisputed);
    let proposals = board().proposals;
    let proposed: Vec<_> = proposals.iter().map(|it| (&it.text[..], &it.on[..])).collect();
    assert_eq!(proposed, [(text, "2026-06-05")], "only what is disputed");
    let named = proposals[0].vendor.as_ref().map(|it| &it.name[..]);
    assert_eq!(named, Some("Copper & Pine"), "with the vendor whose letter it is");
    let issue = Issue { facts: vec![fact.clone(), fact.clone()], ..question(text) };
    let done = save(&home, &dispute, &issue);
    let now = board();
    assert_eq!(now.proposals, [], "it is not proposed again");
    assert_eq!(now.issues[0].facts, proposals, "the issue shows it, once");
    let stands = (now.issues[0].standing, now.issues[0].replied);
    assert_eq!(stands, (IssueStanding::Open, false));
    home.app.remove(RecordKind::Event, &event).expect("the letter can go to the bin");
    assert_eq!(board().issues[0].facts, [], "and its fact is out of sight");
    home.app.restore(RecordKind::Event, &event).expect("it comes back");
    assert_eq!(board(), now, "as it was");
    home.app.undo(&done.action.expect("it is an action")).expect("undone");
    assert_eq!(board().proposals, proposals, "undo takes the issue away");
}

#[test]
fn a_reply_has_the_day_of_its_letter_unless_another_is_said() {
    let (home, dispute) = Home::with_dispute();
    let [event, _] = letter(&home, &dispute, "2026-06-05", "They refuse.", FactStatus::Disputed);
    let replied = Issue {
        reply: Some(" It was whole. ".into()),
        replied_at: Some(event.clone()),
        answer: Some(IssueAnswer::Refused),
        ..question("Was it faulty?")
    };
    let id = id_of(&save(&home, &dispute, &replied));
    let shown = home.app.issues(&dispute).expect("given").issues.remove(0);
    assert_eq!(shown.issue.replied_on.as_deref(), Some("2026-06-05"), "the letter’s day");
    assert_eq!(shown.issue.reply.as_deref(), Some("It was whole."), "as it is kept");
    assert_eq!((shown.standing, shown.replied), (IssueStanding::Refused, true));
    assert_eq!(shown.replied_at.map(|it| it.name).as_deref(), Some("They refuse."));
    let other = Issue { id: Some(id), replied_on: Some("2026-06-04".into()), ..shown.issue };
    save(&home, &dispute, &other);
    let again = home.app.issues(&dispute).expect("given").issues;
    assert_eq!(again.len(), 1, "it was changed, not added");
    assert_eq!(again[0].issue.replied_on.as_deref(), Some("2026-06-04"), "its own day stays");
    let named = home.app.remove(RecordKind::Event, &event).expect_err("the reply names it");
    assert_eq!(named.code, ErrorCode::StillNamed);
}

#[test]
fn what_cannot_stand_in_an_issue_is_refused_with_its_field() {
    let (home, dispute) = Home::with_dispute();
    let other = id_of(&home.app.start_dispute(&new_dispute()).expect("accepted"));
    let [event, fact] = letter(&home, &other, "2026-06-05", "Elsewhere.", FactStatus::Disputed);
    // What is wrong; its field.
    let cases = [
        (question(" "), "question"),
        (Issue { facts: vec![fact], ..question("Why?") }, "facts"),
        (Issue { facts: vec!["nonsense".into()], ..question("Why?") }, "facts"),
        (Issue { replied_at: Some(event), ..question("Why?") }, "repliedAt"),
        (Issue { replied_on: Some("soon".into()), ..question("Why?") }, "repliedOn"),
    ];
    for (issue, field) in cases {
        let refused = home.app.save_issue(&dispute, &issue, None).expect_err(field);
        assert_eq!(refused.code, ErrorCode::Refused, "{field}");
        assert_eq!(refused.problems[0].field, field);
    }
    let nowhere = IssueOf { problem: "returned_payment".into(), finding: "nonsense".into() };
    let refused = home.app.save_issue(&dispute, &question("Why?"), Some(&nowhere));
    assert_eq!(refused.expect_err("no such finding").problems[0].field, "finding");
    assert_eq!(home.app.issues(&dispute).expect("given").issues, [], "nothing was written");
}

#[test]
fn a_finding_says_that_it_was_put_in_question_and_nothing_else_of_the_answers_is_kept() {
    let (home, dispute) = Home::with_dispute();
    let app = &home.app;
    app.save_region("US").expect("said");
    let chosen = |option: &str| WrongedAnswer::Chosen { option: option.into() };
    for (question, answer) in [("why", chosen("not_delivered")), ("paid_by", chosen("credit_card"))]
    {
        app.answer_question(&dispute, "refund", question, Some(&answer)).expect("kept");
    }
    let findings = || app.wronged_board(&dispute).expect("given").findings;
    let found = findings().into_iter().find(|it| it.source.is_some()).expect("a rule is named");
    assert_eq!(found.issue, None);
    let of = IssueOf { problem: "refund".into(), finding: found.key.clone() };
    let done = app.save_issue(&dispute, &question(&found.words), Some(&of)).expect("accepted");
    let again = || findings().into_iter().find(|it| it.key == found.key).expect("it still follows");
    assert_eq!(again().issue, done.id, "the finding knows its issue");
    app.remove(RecordKind::Issue, &id_of(&done)).expect("removed");
    assert_eq!(again().issue, None, "and offers it again once it lies in the bin");
}

#[test]
fn an_issue_rests_on_evidence_is_found_and_prints() {
    let (home, dispute) = Home::with_dispute();
    let id = id_of(&save(
        &home,
        &dispute,
        &Issue {
            term: Some("Lamps do not hum".into()),
            vendor: Some(home.vendor()),
            ..question("Does the lamp hum? 灯是否有噪音？ هل المصباح يطن؟")
        },
    ));
    let of = Cited { kind: CitedKind::Issue, id: id.clone() };
    let file = attach(&home, &dispute, "terms.txt", b"Lamps do not hum.", vec![of.clone()]);
    let cited = home.app.attachment(&file).expect("shown").citations;
    assert_eq!(cited[0].of, of, "the terms are evidence for it");
    assert!(cited[0].words.starts_with("Does the lamp hum?"), "{}", cited[0].words);
    let query = SearchQuery {
        words: "lamps hum".into(),
        kinds: Vec::new(),
        limit: 9,
        locale: "en-US".into(),
    };
    let found = home.app.search(&query, false).expect("searched");
    let hits: Vec<_> = found.iter().flat_map(|group| &group.hits).collect();
    assert!(hits.iter().any(|hit| hit.what == HitWhat::Issue && hit.id == id), "{hits:?}");
    let choice = DossierChoice {
        dispute: dispute.clone(),
        reader: DossierReader::Other,
        prepared_for: None,
        leave_out: Vec::new(),
        without: Vec::new(),
        show_accounts: false,
        us_letter: false,
        with_exhibits: false,
        covered: Vec::new(),
    };
    assert!(home.app.compose_dossier(&choice).expect("composed").pages > 0);
    home.app.remove(RecordKind::Issue, &id).expect("removed");
    let bin = home.app.bin().expect("listed");
    assert_eq!((bin.len(), bin[0].kind), (1, RecordKind::Issue), "it lies in the bin by itself");
    assert_eq!(home.app.attachment(&file).expect("shown").citations, [], "and cites nothing");
    home.app.restore(RecordKind::Issue, &id).expect("back");
    assert_eq!(home.app.attachment(&file).expect("shown").citations, cited);
    assert_eq!(home.app.verify().expect("looked"), Vec::<String>::new());
}
