//! A call, with all that follows from it, is one thing that a person did.

use holdfast_app::wire::{
    FactStatus, NextStep, OwingBecause, PersonChoice, SaidFact, SaidPromise, TimelineWhat,
};

use crate::support::{Home, call, id_of, money, new_vendor};

fn fact(text: &str, acknowledged: bool) -> SaidFact {
    SaidFact { text: text.into(), status: FactStatus::Undisputed, acknowledged }
}

fn rich_call(dispute: &str) -> holdfast_app::wire::Call {
    let mut call = call(dispute);
    call.vendor = Some(new_vendor("Lantern Card"));
    call.people = vec![PersonChoice {
        id: None,
        name: "Eve Sand".into(),
        job: Some("Adviser".into()),
        phone: None,
    }];
    call.facts = vec![fact("The lamp was sent back.", true), fact("  ", false)];
    call.note = Some("She was kind.".into());
    call.promises =
        vec![SaidPromise { what: "A call back".into(), due_on: Some("2026-06-26".into()) }];
    call.next_steps = vec![NextStep {
        id: None,
        on: "2026-06-29".into(),
        at: Some("09:30".into()),
        what: "Ask whether it came".into(),
        channel: None,
        contact: None,
        done_on: None,
    }];
    call.helped = Some("Found the parcel".into());
    call.climbed_because = Some("The shop cannot look into it".into());
    call.leaves_owing = vec![OwingBecause {
        vendor: new_vendor("Swift Parcels"),
        amount: money("12.50", "USD"),
        reason: "Carriage paid twice".into(),
        due_on: None,
    }];
    call
}

#[test]
fn a_call_brings_people_vendors_and_all_that_follows() {
    let (home, dispute) = Home::with_dispute();
    let done = home.app.log_call(&rich_call(&dispute)).expect("the call is accepted");
    let view = home.app.dispute(&dispute).expect("the dispute is there");

    let vendors: Vec<_> = view.parties.iter().map(|party| party.vendor.name.as_str()).collect();
    assert_eq!(
        vendors,
        ["Copper & Pine", "Lantern Card", "Swift Parcels"],
        "whoever is spoken with or left owing becomes a party"
    );
    let promise = &view.promises[0];
    assert_eq!(promise.by.as_ref().map(|by| by.name.as_str()), Some("Eve Sand"));
    assert_eq!(promise.promise.made_on, "2026-06-19", "a promise is made on the day of the call");
    assert_eq!(view.next_steps[0].step.at.as_deref(), Some("09:30"));
    assert_eq!(view.advocates[0].advocacy.did, "Found the parcel");
    assert!(!view.advocates[0].advocacy.may_quote, "nobody is quoted unless the person says so");
    assert_eq!(view.rungs[0].rung.reason, "The shop cannot look into it");
    let owing = view.claims.last().expect("the claim is there");
    assert_eq!(
        owing.because_of.as_ref().map(|event| event.id.clone()),
        Some(id_of(&done)),
        "what a decision leaves owing names the event that made it"
    );
}

#[test]
fn empty_lines_are_no_facts_and_the_acknowledged_one_names_the_person() {
    let (home, dispute) = Home::with_dispute();
    home.app.log_call(&rich_call(&dispute)).expect("the call is accepted");
    let page = home.app.timeline(&dispute, true, None).expect("the timeline is there");
    let event = page.entries.iter().find_map(|entry| {
        if let TimelineWhat::Event { event, people, .. } = &entry.what {
            Some((event, people))
        } else {
            None
        }
    });
    let (event, people) = event.expect("the call stands in the timeline");
    assert_eq!(event.facts.len(), 1, "a line with nothing in it is not kept");
    assert_eq!(event.facts[0].acknowledged_by.as_deref(), Some(people[0].id.as_str()));
    assert_eq!(event.at, "2026-06-19T10:15:00-04:00", "the offset of the call stays");
}

#[test]
fn one_undo_takes_back_the_whole_call() {
    let (home, dispute) = Home::with_dispute();
    let before = home.app.export_household().expect("the record can be given out");
    let done = home.app.log_call(&rich_call(&dispute)).expect("the call is accepted");
    home.app.undo(&done.action.expect("a call is an action")).expect("it can be undone");
    let after = home.app.export_household().expect("the record can be given out");
    assert_eq!(before, after, "undoing a call leaves the record as it was before");
}

#[test]
fn a_step_is_finished_by_the_call_that_finished_it() {
    let (home, dispute) = Home::with_dispute();
    home.app.log_call(&rich_call(&dispute)).expect("the call is accepted");
    let step = home.app.dispute(&dispute).expect("it is there").next_steps[0].step.clone();
    let mut next = call(&dispute);
    next.finished_steps = vec![step.id.expect("a saved step has an id")];
    home.app.log_call(&next).expect("the call is accepted");
    let view = home.app.dispute(&dispute).expect("it is there");
    assert_eq!(view.next_steps[0].step.done_on.as_deref(), Some("2026-06-19"));
}

#[test]
fn an_unanswered_call_counts_in_the_vendor_record() {
    let (home, dispute) = Home::with_dispute();
    let mut missed = call(&dispute);
    let vendor = home.vendor();
    missed.vendor =
        Some(holdfast_app::wire::VendorChoice { id: Some(vendor.clone()), ..new_vendor("") });
    missed.answered = Some(false);
    missed.waited_minutes = Some(31);
    home.app.log_call(&missed).expect("the call is accepted");
    let record = home.app.vendor(&vendor).expect("it is there").record;
    assert_eq!((record[0].tried, record[0].unanswered), (1, 1));
    assert_eq!(record[0].waited_minutes, Some(31));
}

#[test]
fn a_name_that_is_known_is_the_one_that_is_known() {
    let (home, dispute) = Home::with_dispute();
    home.app.log_call(&rich_call(&dispute)).expect("the call is accepted");
    let mut again = call(&dispute);
    again.vendor = Some(new_vendor(" lantern CARD "));
    let eve = PersonChoice { id: None, name: "eve sand".into(), job: None, phone: None };
    again.people = vec![eve];
    home.app.log_call(&again).expect("the second call is accepted");

    let vendors = home.app.vendors("lantern").expect("vendors are listed");
    assert_eq!(
        vendors.len(),
        1,
        "typed before the list had come, a known vendor is not made a second time"
    );
    assert_eq!(vendors[0].people.len(), 1, "and neither is a person there");
}
