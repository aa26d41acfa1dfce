//! One box: what is found by words, in which order, and where it is.

use holdfast_app::wire::{
    AppError, FactStatus, HitGroup, HitKind, HitWhat, SaidFact, SearchQuery, Span,
};

use crate::support::{Home, attach, call, id_of};

fn query(words: &str) -> SearchQuery {
    SearchQuery { words: words.into(), kinds: Vec::new(), limit: 5, locale: "en-GB".into() }
}

fn search(home: &Home, words: &str) -> Vec<HitGroup> {
    home.app.search(&query(words), true).expect("the store can be read")
}

fn shown(spans: &[Span]) -> String {
    let mark = |it: &Span| if it.marked { format!("[{}]", it.text) } else { it.text.clone() };
    spans.iter().map(mark).collect()
}

/// A dispute with a call in it, in which something was said and noted.
fn with_call() -> (Home, String, String) {
    let (home, dispute) = Home::with_dispute();
    let mut said = call(&dispute);
    said.facts = vec![SaidFact {
        text: "Rosa promised 1,840.00 USD for the lamp.".into(),
        status: FactStatus::Undisputed,
        acknowledged: false,
    }];
    said.note = Some("We were tired of the humming.".into());
    let event = id_of(&home.app.log_call(&said).expect("accepted"));
    (home, dispute, event)
}

#[test]
fn everything_is_found_with_its_sort_and_its_place() {
    let (home, dispute, event) = with_call();
    let found = search(&home, "lamp");
    let order: Vec<_> = found.iter().map(|group| group.kind).collect();
    assert_eq!(order[..2], [HitKind::Disputes, HitKind::Facts], "what is called so comes first");
    assert_eq!(found[0].hits[0].id, dispute);
    assert_eq!(shown(&found[0].hits[0].title), "The [lamp] that hums");
    let said = &found[1].hits[0];
    assert_eq!((said.what, said.id.as_str()), (HitWhat::Event, event.as_str()));
    assert_eq!(shown(&said.excerpt), "Rosa promised 1,840.00 USD for the [lamp].");
    let lies_in = said.dispute.as_ref().map(|it| it.name.as_str());
    assert_eq!(lies_in, Some("The lamp that hums"), "the place says where it is");
    assert!(said.channel.is_some(), "and what it was");
    for (words, kind) in [
        ("copper", HitKind::Vendors),
        ("80.00", HitKind::Money),
        ("r-1", HitKind::Disputes),
        ("$1840", HitKind::Facts),
        ("01/06/2026", HitKind::Disputes),
    ] {
        let found = search(&home, words);
        assert_eq!(found.first().map(|group| group.kind), Some(kind), "“{words}”: {found:?}");
    }
}

#[test]
fn one_sort_alone_can_be_asked_for_and_there_may_be_more() {
    let (home, dispute, _) = with_call();
    for _ in 0..3 {
        home.app.log_call(&call(&dispute)).expect("accepted");
    }
    let of_money = SearchQuery { kinds: vec![HitKind::Money], ..query("2026") };
    let found = home.app.search(&of_money, true).expect("the store can be read");
    assert!(found.iter().all(|group| group.kind == HitKind::Money), "{found:?}");
    let few = SearchQuery { kinds: vec![HitKind::Facts], limit: 2, ..query("2026") };
    let found = home.app.search(&few, true).expect("the store can be read");
    assert_eq!((found[0].hits.len(), found[0].more), (2, true), "two of four");
}

#[test]
fn a_private_note_is_found_in_the_window_alone() {
    let (home, _, event) = with_call();
    let found = search(&home, "tired humming");
    assert_eq!(found[0].hits[0].id, event);
    assert!(found[0].hits[0].private, "it says that it is private");
    let without = home.app.search(&query("tired humming"), false).expect("the store can be read");
    assert_eq!(without, [], "nobody else finds it");
    let answer = home.app.search_answer(&query("lamp"), false).expect("the store can be read");
    let json = serde_json::to_string(&answer).expect("it is plain");
    assert!(!json.contains("tired"), "and no part of it is shown: {json}");
}

#[test]
fn the_words_of_a_document_are_found_once_it_was_read() -> Result<(), AppError> {
    let (home, dispute) = Home::with_dispute();
    let content = b"Dear Ms Marlow,\nwe regret the marmalade.";
    let file = attach(&home, &dispute, "reply.txt", content, Vec::new());
    assert_eq!(search(&home, "marmalade"), [], "nobody has read it yet");
    home.app.read_documents()?;
    let found = search(&home, "marmalade");
    assert_eq!((found[0].kind, found[0].hits[0].id.as_str()), (HitKind::Documents, file.as_str()));
    assert_eq!(shown(&found[0].hits[0].excerpt), "Dear Ms Marlow, we regret the [marmalade].");
    assert!(!home.app.read_next_document()?, "it is read once");
    Ok(())
}
