//! What is said of evidence, and what rests on it.

use std::collections::BTreeSet;

use holdfast_app::wire::{
    Cited, CitedKind, Direction, ErrorCode, Evidence, LetterKind, Precision, Promise, RecordKind,
    RemedyAlong,
};

use super::{added, another, unsaid};
use crate::letter_desk::Desk;
use crate::remedies::refund;
use crate::support::{Home, TODAY, call, id_of};

/// A dispute with something of every noun that may rest on evidence.
fn furnished() -> Desk {
    let desk = Desk::new();
    let promise = Promise {
        id: None,
        by: None,
        vendor: Some(desk.vendor.clone()),
        made_on: "2026-06-03".into(),
        what: "The price is sent by Friday".into(),
        due_on: None,
        outcome: None,
        outcome_on: None,
    };
    desk.app().save_promise(&desk.dispute, &promise).expect("accepted");
    let along = RemedyAlong::default();
    desk.app().save_remedy(&desk.dispute, &refund(None), &along).expect("accepted");
    let issue = crate::issues::question("Was the lamp whole?");
    desk.app().save_issue(&desk.dispute, &issue, None).expect("accepted");
    desk.start(LetterKind::Complaint);
    desk
}

#[test]
fn every_noun_can_rest_on_evidence_once_and_be_taken_away() {
    let desk = furnished();
    let app = desk.app();
    let id = added(&desk.home, &desk.dispute, "note.txt", "words");
    let all = app.evidence_options(&desk.dispute).expect("listed").citable;
    let kinds: BTreeSet<_> = all.iter().map(|it| format!("{:?}", it.of.kind)).collect();
    let every = ["Claim", "Event", "Fact", "Issue", "Letter", "Promise", "Remedy"];
    assert_eq!(Vec::from_iter(&kinds), every, "each noun is offered");
    let citations = || app.attachment(&id).expect("shown").citations;
    for one in &all {
        let kind = one.of.kind;
        let before = citations().len();
        let done = app.cite(&id, &one.of, Some(" p. 2 ")).expect("accepted");
        let cited = citations().pop().expect("it rests on it");
        assert_eq!((&cited.of, &cited.words), (&one.of, &one.words), "in the words offered");
        assert_eq!(cited.place.as_deref(), Some("p. 2"), "{kind:?}");
        let again = app.cite(&id, &one.of, Some("p. 2")).expect("accepted");
        assert_eq!(again.action, None, "{kind:?}: saying the same again changes nothing");
        app.cite(&id, &one.of, Some("p. 3")).expect("accepted");
        assert_eq!(citations().len(), before + 1, "{kind:?}: it rests on it once");
        assert_eq!(citations()[before].place.as_deref(), Some("p. 3"), "{kind:?}: elsewhere");
        assert_eq!(citations()[before].id, cited.id, "{kind:?}: the citation is the same");
        app.undo_last().expect("undone");
        app.undo(&done.action.expect("it is an action")).expect("undone");
        assert_eq!(citations().len(), before, "{kind:?}: undo takes it away");
        app.cite(&id, &one.of, None).expect("accepted");
    }
    for cited in citations() {
        let before = citations();
        let done = app.uncite(&id, &cited.id).expect("accepted");
        assert!(citations().iter().all(|it| it.id != cited.id), "{cited:?}");
        let twice = app.uncite(&id, &cited.id).expect_err("it is gone");
        assert_eq!(twice.code, ErrorCode::NotFound);
        app.undo(&done.action.expect("it is an action")).expect("undone");
        assert_eq!(citations(), before, "undo brings it back");
    }
    assert_eq!(app.verify().expect("looked"), Vec::<String>::new());
}

#[test]
fn only_what_is_in_the_same_dispute_and_in_sight_can_be_cited() {
    let desk = furnished();
    let app = desk.app();
    let other = another(&desk.home);
    let id = added(&desk.home, &other, "note.txt", "words");
    let refused = |of: &Cited| {
        let error = app.cite(&id, of, None).expect_err("it is none of this dispute");
        let problem = &error.problems[0];
        assert_eq!((problem.field.as_str(), problem.code.as_str()), ("cited", "unknown_reference"));
    };
    let all = app.evidence_options(&desk.dispute).expect("listed").citable;
    all.iter().for_each(|one| refused(&one.of));
    let event = id_of(&app.log_call(&call(&other)).expect("accepted"));
    let of = Cited { kind: CitedKind::Event, id: event.clone() };
    app.remove(RecordKind::Event, &event).expect("removed");
    refused(&of);
    refused(&Cited { kind: CitedKind::Claim, id: event });
    assert_eq!(app.attachment(&id).expect("shown").citations, []);
}

#[test]
fn what_is_cited_goes_to_the_bin_with_its_citation_and_comes_back_with_it() {
    let desk = Desk::new();
    let app = desk.app();
    let event = desk.say("2026-06-08", Direction::In, "They say that it is on its way.");
    let id = added(&desk.home, &desk.dispute, "note.txt", "words");
    let all = app.evidence_options(&desk.dispute).expect("listed").citable;
    let of_it: Vec<_> = all.iter().filter(|it| it.event.as_ref() == Some(&event)).collect();
    assert_eq!(of_it.len(), 2, "the call and its fact");
    of_it.iter().for_each(|one| drop(app.cite(&id, &one.of, Some("top")).expect("accepted")));
    let whole = app.attachment(&id).expect("shown");
    app.remove(RecordKind::Event, &event).expect("removed");
    assert_eq!(app.attachment(&id).expect("shown").citations, [], "nothing rests on it meanwhile");
    app.save_evidence(&Evidence { caption: Some("A note".into()), ..unsaid(&id) }).expect("said");
    app.restore(RecordKind::Event, &event).expect("back");
    let back = app.attachment(&id).expect("shown");
    assert_eq!(back.citations, whole.citations, "with where in it, whatever was said meanwhile");
    app.remove(RecordKind::Attachment, &id).expect("removed");
    assert_eq!(app.attachment(&id).expect_err("in the bin").code, ErrorCode::NotFound);
    app.restore(RecordKind::Attachment, &id).expect("back");
    assert_eq!(app.attachment(&id).expect("shown"), back, "evidence comes back as it was");
}

#[test]
fn a_day_can_be_exact_about_right_or_unknown() {
    let (home, dispute) = Home::with_dispute();
    let id = added(&home, &dispute, "note.txt", "words");
    let cases = [
        (Some("2026-05-31"), None, Some(("2026-05-31", Precision::Exact))),
        (Some("2026-05-31"), Some(Precision::About), Some(("2026-05-31", Precision::About))),
        (Some("2026-05-31"), Some(Precision::Unknown), Some(("2026-05-31", Precision::Unknown))),
        (
            Some("2026-05-31T14:05:00+02:00"),
            Some(Precision::Exact),
            Some(("2026-05-31T14:05:00+02:00", Precision::Exact)),
        ),
        (None, Some(Precision::About), None),
        (Some("  "), None, None),
    ];
    for (at, precision, expected) in cases {
        let form = Evidence { at: at.map(str::to_owned), precision, ..unsaid(&id) };
        home.app.save_evidence(&form).expect("accepted");
        let kept = home.app.attachment(&id).expect("shown");
        let bears = kept.at.as_deref().zip(kept.precision);
        assert_eq!(bears, expected, "{at:?} {precision:?}");
    }
    let form = Evidence { at: Some("2026-06-21".into()), ..unsaid(&id) };
    let answer = home.app.save_evidence(&form);
    let problems = match answer {
        Ok(done) => done.warnings,
        Err(refused) => refused.problems,
    };
    assert_eq!(problems[0].field, "at", "a day after {TODAY} is remarked upon");
}

#[test]
fn what_is_said_can_be_undone_and_what_is_too_long_is_refused_with_its_field() {
    let (home, dispute) = Home::with_dispute();
    let id = added(&home, &dispute, "note.txt", "words");
    let vendor = home.vendor();
    let before = home.app.attachment(&id).expect("shown");
    let full = || Evidence {
        caption: Some(" The receipt ".into()),
        obtained: Some("photographed at home".into()),
        author: Some("the till".into()),
        vendor: Some(vendor.clone()),
        ..unsaid(&id)
    };
    let done = home.app.save_evidence(&full()).expect("accepted");
    let kept = home.app.attachment(&id).expect("shown");
    assert_eq!(kept.caption.as_deref(), Some("The receipt"));
    assert_eq!(kept.obtained.as_deref(), Some("photographed at home"));
    assert_eq!(kept.author.as_deref(), Some("the till"));
    assert_eq!(kept.vendor.as_ref().map(|it| it.id.as_str()), Some(vendor.as_str()));
    assert_eq!((&kept.name, &kept.sha256), (&before.name, &before.sha256), "never touched");
    let long = || Some("x".repeat(100_000));
    for (field, form) in [
        ("caption", Evidence { caption: long(), ..full() }),
        ("obtained", Evidence { obtained: long(), ..full() }),
        ("author", Evidence { author: long(), ..full() }),
        ("at", Evidence { at: Some("soon".into()), ..full() }),
        ("vendor", Evidence { vendor: Some("nobody".into()), ..full() }),
    ] {
        let refused = home.app.save_evidence(&form).expect_err(field);
        assert_eq!(refused.code, ErrorCode::Refused, "{field}");
        assert_eq!(refused.problems[0].field, field);
    }
    let of = Cited {
        kind: CitedKind::Claim,
        id: home.app.dispute(&dispute).expect("shown").claims[0].claim.id.clone().expect("kept"),
    };
    let refused = home.app.cite(&id, &of, long().as_deref()).expect_err("far too long");
    assert_eq!(refused.problems[0].field, "place");
    assert_eq!(home.app.attachment(&id).expect("shown"), kept, "what is refused changes nothing");
    home.app.undo(&done.action.expect("an action")).expect("undone");
    assert_eq!(home.app.attachment(&id).expect("shown"), before);
}
