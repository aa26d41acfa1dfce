//! The ladder, the call sheet, and what its answers become.

use holdfast_app::wire::{
    Call, CallAnswers, CallBack, FactStatus, LadderLevel, PersonChoice, SaidFact, VendorChoice,
    VendorKind,
};

use crate::support::{Home, call, new_vendor};

fn person(name: &str) -> PersonChoice {
    PersonChoice { id: None, name: name.into(), job: None, phone: None }
}

/// A call with Eve Sand of the only vendor.
fn with_eve(home: &Home, dispute: &str) -> Call {
    let mut call = call(dispute);
    call.vendor = Some(VendorChoice { id: Some(home.vendor()), ..new_vendor("") });
    call.people = vec![person("Eve Sand")];
    call
}

#[test]
fn answers_become_people_a_reference_facts_and_a_promise_in_one_action() {
    let (home, dispute) = Home::with_dispute();
    let before = home.app.export_household().expect("given out");
    let mut call = with_eve(&home, &dispute);
    call.people[0].phone = Some("555-0142".into());
    call.answers = CallAnswers {
        reference: Some("C-77".into()),
        supervisor: Some("Omar Reed".into()),
        rationale: Some("The lamp was opened".into()),
        alternatives: Some("A voucher".into()),
        call_back: Some(CallBack { who: None, due_on: Some("2026-06-24".into()) }),
    };
    let done = home.app.log_call(&call).expect("the call is accepted");
    let view = home.app.dispute(&dispute).expect("it is there");
    let party = &view.parties[0].party;
    assert_eq!(party.reference.as_deref(), Some("R-1"), "a reference that is known stays");
    assert_eq!(party.rationale.as_deref(), Some("The lamp was opened"));
    let promise = &view.promises[0];
    assert_eq!(promise.promise.what, "A call back");
    assert_eq!(promise.promise.due_on.as_deref(), Some("2026-06-24"));
    assert_eq!(promise.by.as_ref().map(|by| by.name.as_str()), Some("Eve Sand"));
    let vendor = home.app.vendor(&home.vendor()).expect("it is there");
    let people: Vec<_> = vendor
        .people
        .iter()
        .map(|it| (it.contact.name.as_str(), it.supervisor.as_ref().map(|it| it.name.as_str())))
        .collect();
    assert_eq!(people, [("Eve Sand", Some("Omar Reed")), ("Omar Reed", None)]);
    let sheet = home.app.call_sheet(&dispute, Some(&home.vendor())).expect("there");
    let facts: Vec<_> = sheet.facts.iter().map(|fact| fact.text.as_str()).collect();
    assert_eq!(
        facts,
        [
            "Reference of this call: C-77",
            "The reason that was given: The lamp was opened",
            "What else could be done within the rules: A voucher",
        ],
        "what was answered is known in the next call"
    );
    assert_eq!(sheet.promises.len(), 1, "and the call back is awaited");
    home.app.undo(&done.action.expect("something changed")).expect("undone");
    assert_eq!(before, home.app.export_household().expect("given out"), "one undo for all of it");
}

#[test]
fn what_was_answered_before_is_found_again_and_not_made_twice() {
    let (home, dispute) = Home::with_dispute();
    let mut call = with_eve(&home, &dispute);
    call.answers.supervisor = Some("Omar Reed".into());
    home.app.log_call(&call).expect("accepted");
    call.answers = CallAnswers {
        supervisor: Some("omar reed".into()),
        call_back: Some(CallBack { who: Some("Omar Reed".into()), due_on: None }),
        ..CallAnswers::default()
    };
    call.people[0].phone = Some("555-0150".into());
    home.app.log_call(&call).expect("accepted");
    let people = home.app.vendor(&home.vendor()).expect("there").people;
    assert_eq!(people.len(), 2, "nobody is there twice");
    let eve = people.iter().find(|it| it.contact.name == "Eve Sand").expect("she is there");
    assert_eq!(eve.contact.phone.as_deref(), Some("555-0150"), "a number given now is kept");
    let promise = home.app.dispute(&dispute).expect("there").promises[0].clone();
    assert_eq!(promise.by.map(|by| by.name).as_deref(), Some("Omar Reed"));
}

#[test]
fn the_sheet_names_what_matters_at_that_vendor_and_what_answered_before() {
    let (home, dispute) = Home::with_dispute();
    let mut first = with_eve(&home, &dispute);
    first.helped = Some("Found the parcel".into());
    first.waited_minutes = Some(12);
    let fact = |text: &str, acknowledged| SaidFact {
        text: text.into(),
        status: FactStatus::Undisputed,
        acknowledged,
    };
    first.facts = vec![fact("We asked again.", false), fact("The lamp came back.", true)];
    home.app.log_call(&first).expect("accepted");
    let sheet = home.app.call_sheet(&dispute, Some(&home.vendor())).expect("there");
    assert_eq!(sheet.facts[0].text, "The lamp came back.", "what was acknowledged goes first");
    assert_eq!(sheet.reference.as_deref(), Some("R-1"));
    assert_eq!(sheet.kind[0].did, "Found the parcel");
    assert_eq!((sheet.ways[0].answered, sheet.ways[0].waited_minutes), (1, Some(12)));
    let nobody = home.app.call_sheet(&dispute, None).expect("there");
    assert_eq!(nobody.facts.len(), 2, "the facts do not depend on whom one calls");
    assert!(nobody.kind.is_empty() && nobody.reference.is_none());
}

#[test]
fn the_ladder_knows_who_is_next() {
    let (home, dispute) = Home::with_dispute();
    let empty = home.app.ladder(&dispute).expect("there");
    assert_eq!(empty.next, None, "nobody is known");
    assert!(empty.steps.iter().all(|step| !step.is_reached));
    let mut call = with_eve(&home, &dispute);
    call.answers.supervisor = Some("Omar Reed".into());
    home.app.log_call(&call).expect("accepted");
    let ladder = home.app.ladder(&dispute).expect("there");
    let next = ladder.next.expect("her supervisor is known");
    assert_eq!(next.person.map(|it| it.name).as_deref(), Some("Omar Reed"));
    let current: Vec<_> = ladder.steps.iter().filter(|it| it.is_current).collect();
    assert_eq!(current[0].level, LadderLevel::Representative, "one has spoken with Eve");

    call.people = vec![person("Omar Reed")];
    call.answers = CallAnswers::default();
    call.climbed_because = Some("Eve could not decide it".into());
    home.app.log_call(&call).expect("accepted");
    let kind = VendorKind::Ombudsman;
    let body = VendorChoice { kind, ..new_vendor("Lamp Ombudsman") };
    let party = holdfast_app::wire::Party {
        id: None,
        vendor: String::new(),
        roles: Vec::new(),
        reference: None,
        policy: None,
        rationale: None,
    };
    home.app.save_party(&dispute, &party, &body).expect("accepted");
    let ladder = home.app.ladder(&dispute).expect("there");
    assert!(ladder.steps[1].is_current, "a supervisor was reached");
    assert_eq!(ladder.steps[1].rungs.len(), 1);
    let next = ladder.next.expect("an outside body is known");
    assert_eq!(next.vendor.map(|it| it.name).as_deref(), Some("Lamp Ombudsman"));
}
