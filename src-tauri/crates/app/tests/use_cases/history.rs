//! The history of a record, back to a moment of it, and what comes out of the bin with what.

use holdfast_app::wire::{
    ClosedAs, Deed, Direction, ErrorCode, FieldChange, FieldName, FieldSaid, LetterKind, Moment,
    Movement, MovementKind, Promise, RecordKind, RecordNoun,
};

use crate::letter_desk::Desk;
use crate::support::{Home, TODAY, id_of, money};

fn moments(home: &Home, noun: RecordNoun, id: &str) -> Vec<Moment> {
    home.app.history(noun, id).expect("it has a history").moments
}

fn text(text: &str) -> FieldSaid {
    FieldSaid::Text { text: text.into() }
}

fn of(changes: &[FieldChange], field: FieldName) -> Option<(FieldSaid, FieldSaid)> {
    changes.iter().find(|it| it.field == field).map(|it| (it.from.clone(), it.to.clone()))
}

fn renamed(home: &Home, dispute: &str, title: &str) {
    let mut form = home.app.dispute(dispute).expect("it is there").dispute;
    form.title = title.into();
    home.app.save_dispute(&form).expect("accepted");
}

fn promise(home: &Home, dispute: &str) -> String {
    let form = Promise {
        id: None,
        by: None,
        vendor: Some(home.vendor()),
        made_on: "2026-06-02".into(),
        what: "To send a new one".into(),
        due_on: None,
        outcome: None,
        outcome_on: None,
    };
    id_of(&home.app.save_promise(dispute, &form).expect("accepted"))
}

#[test]
fn a_history_says_what_changed_from_what_to_what_the_newest_first() {
    let (home, dispute) = Home::with_dispute();
    renamed(&home, &dispute, "The lamp that sings");
    let all = moments(&home, RecordNoun::Dispute, &dispute);
    let [newest, entry] = all.as_slice() else { panic!("{all:?}") };
    assert_eq!((newest.deed, newest.at.as_str()), (Some(Deed::SaveDispute), "2026-06-20T09:00"));
    let title = Some((text("The lamp that hums"), text("The lamp that sings")));
    assert_eq!(newest.changes.len(), 1);
    assert_eq!(of(&newest.changes, FieldName::Title), title);
    assert!(!newest.differs && entry.differs, "only what was otherwise can be gone back to");
    assert!(entry.entered && !newest.entered);
    let lead = of(&entry.changes, FieldName::Lead);
    assert_eq!(lead, Some((FieldSaid::Nothing, FieldSaid::Name { name: "Ida Marlow".into() })));
}

#[test]
fn sums_stand_with_their_currency_even_where_only_one_half_changed() {
    let (home, dispute) = Home::with_dispute();
    let mut claim = home.app.dispute(&dispute).expect("shown").claims[0].claim.clone();
    claim.amount = money("90.00", "USD");
    home.app.save_claim(&dispute, &claim).expect("accepted");
    let all = moments(&home, RecordNoun::Claim, &claim.id.expect("it has one"));
    let sum = |amount| FieldSaid::Sum { money: money(amount, "USD") };
    assert_eq!(of(&all[0].changes, FieldName::Amount), Some((sum("80.00"), sum("90.00"))));
}

#[test]
fn the_look_back_is_what_the_way_back_does_and_that_is_undone() {
    let (home, dispute) = Home::with_dispute();
    renamed(&home, &dispute, "The lamp that sings");
    home.app.close_dispute(&dispute, TODAY, ClosedAs::Dropped).expect("it closes");
    let now = home.app.export_household().expect("given out");
    let all = moments(&home, RecordNoun::Dispute, &dispute);
    let first = &all.last().expect("its entry").action;
    let look = home.app.look_back(RecordNoun::Dispute, &dispute, first).expect("a look");
    assert_eq!(look.len(), 3, "title, closed on and closed as: {look:?}");
    let done = home.app.back_to(RecordNoun::Dispute, &dispute, first).expect("gone back");
    let after = moments(&home, RecordNoun::Dispute, &dispute);
    assert_eq!((after[0].deed, &after[0].changes), (Some(Deed::BackTo), &look));
    assert_eq!(home.app.dispute(&dispute).expect("shown").dispute.title, "The lamp that hums");
    let again = home.app.back_to(RecordNoun::Dispute, &dispute, first).expect("nothing to do");
    assert_eq!(again.action, None, "where nothing differs there is nothing to undo");
    home.app.undo(&done.action.expect("an action")).expect("undone");
    assert_eq!(home.app.export_household().expect("given out"), now);
}

#[test]
fn a_moment_that_no_longer_fits_the_rest_is_refused_and_nothing_changes() {
    let (home, dispute) = Home::with_dispute();
    let mut claim = home.app.dispute(&dispute).expect("shown").claims[0].claim.clone();
    let id = claim.id.clone().expect("it has one");
    claim.amount = money("80.00", "EUR");
    home.app.save_claim(&dispute, &claim).expect("accepted");
    let paid = Movement {
        id: None,
        kind: MovementKind::Received,
        amount: money("20.00", "EUR"),
        on: "2026-06-10".into(),
        reference: None,
        remedy: None,
    };
    home.app.save_movement(&dispute, &id, &paid).expect("accepted");
    let before = home.app.export_household().expect("given out");
    let all = moments(&home, RecordNoun::Claim, &id);
    let entry = &all.last().expect("its entry").action;
    let error = home.app.back_to(RecordNoun::Claim, &id, entry).expect_err("in dollars again");
    assert_eq!(error.code, ErrorCode::NoWayBack);
    assert!(!error.problems.is_empty(), "it says why");
    assert_eq!(home.app.export_household().expect("given out"), before);
}

#[test]
fn a_letter_that_went_out_never_goes_back() {
    let desk = Desk::new();
    let letter = desk.start(LetterKind::Complaint);
    desk.send(&letter, TODAY);
    let history = desk.app().history(RecordNoun::Letter, &letter).expect("it has one");
    assert!(history.sent);
    let moment = &history.moments.last().expect("its entry").action;
    let error = desk.app().back_to(RecordNoun::Letter, &letter, moment).expect_err("it was sent");
    assert_eq!(error.code, ErrorCode::LetterSent);
}

#[test]
fn facts_that_came_and_went_are_told_with_their_event() {
    let desk = Desk::new();
    let mut form = desk.event("2026-06-03", Direction::Out, "It still hums.");
    let event = id_of(&desk.app().save_event(&form).expect("written down"));
    form.id = Some(event.clone());
    form.facts.clear();
    desk.app().save_event(&form).expect("accepted");
    let all = moments(&desk.home, RecordNoun::Event, &event);
    let gone = Some((text("It still hums."), FieldSaid::Nothing));
    assert_eq!(of(&all[0].changes, FieldName::FactText), gone);
    let part = all[0].changes[0].part.as_ref().expect("it is of a part");
    assert_eq!(part.noun, RecordNoun::Fact);
}

#[test]
fn only_what_stands_by_itself_has_a_history() {
    let (home, dispute) = Home::with_dispute();
    for noun in [RecordNoun::Fact, RecordNoun::SentLetter, RecordNoun::Vendor] {
        let error = home.app.history(noun, &dispute).expect_err("none of its own");
        assert_eq!(error.code, ErrorCode::NotFound, "{noun:?}");
    }
    let household = moments(&home, RecordNoun::Household, "");
    assert!(household.iter().any(|it| it.entered), "the household needs no id");
}

#[test]
fn what_cannot_be_seen_alone_comes_out_of_the_bin_together() {
    let (home, dispute) = Home::with_dispute();
    let promise = promise(&home, &dispute);
    home.app.remove(RecordKind::Promise, &promise).expect("put away");
    home.app.remove(RecordKind::Dispute, &dispute).expect("put away");
    let bin = home.app.bin().expect("listed");
    let item = bin.iter().find(|it| it.id == promise).expect("it lies there");
    assert_eq!(item.deleted_at, "2026-06-20T09:00", "the time on the wall");
    let along: Vec<_> = item.along.iter().map(|it| (it.noun, it.name.as_str())).collect();
    assert_eq!(along, [(RecordNoun::Dispute, "The lamp that hums")]);
    home.app.restore(RecordKind::Promise, &promise).expect("both come back");
    assert_eq!(home.app.dispute(&dispute).expect("shown").promises.len(), 1);
    home.app.undo_last().expect("as one action");
    assert_eq!(home.app.bin().expect("listed").len(), bin.len());
}

#[test]
fn what_lies_in_the_bin_goes_back_to_a_moment_and_out_of_it() {
    let (home, dispute) = Home::with_dispute();
    let promise = promise(&home, &dispute);
    home.app.remove(RecordKind::Promise, &promise).expect("put away");
    let history = home.app.history(RecordNoun::Promise, &promise).expect("it has one");
    assert!(history.in_bin);
    let [removed, entry] = history.moments.as_slice() else { panic!("{history:?}") };
    assert!(!removed.differs && entry.differs, "one does not go back into the bin");
    home.app.back_to(RecordNoun::Promise, &promise, &entry.action).expect("gone back");
    assert_eq!(home.app.dispute(&dispute).expect("shown").promises.len(), 1);
    home.app.undo_last().expect("undone");
    home.app.remove(RecordKind::Dispute, &dispute).expect("put away");
    let error = home.app.back_to(RecordNoun::Promise, &promise, &entry.action);
    assert_eq!(error.expect_err("it would not be seen").code, ErrorCode::InBin);
}
