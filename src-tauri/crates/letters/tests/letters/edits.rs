//! The person's own words stay, and they are asked when the facts have moved on.

use holdfast_domain::{LetterEdit, LetterKind};
use holdfast_letters::{ParagraphStyle, Standing, plain_text};
use uuid::Uuid;

use crate::{composed, prepared, records};

fn edit(key: &str, base: &str, text: &str, after: Option<&str>) -> LetterEdit {
    LetterEdit {
        id: Uuid::from_u128(9).into(),
        key: key.to_owned(),
        base: base.to_owned(),
        text: text.to_owned(),
        after: after.map(str::to_owned),
    }
}

#[test]
fn keys_are_stable_and_each_names_one_paragraph() {
    for (name, family) in records::all() {
        for kind in LetterKind::ALL {
            let draft = composed(&family, &prepared(&family, *kind));
            let mut keys: Vec<&str> = draft.paragraphs.iter().map(|one| one.key.as_str()).collect();
            keys.sort_unstable();
            let all = keys.len();
            keys.dedup();
            assert_eq!(keys.len(), all, "{kind} of {name}: an edit must find its one paragraph");
        }
    }
}

#[test]
fn an_edited_fact_stays_linked_to_it() {
    let mut family = records::two_vendors();
    let mut letter = prepared(&family, LetterKind::Complaint);
    let fact = family.events[0].facts[0].id;
    let key = format!("facts.{fact}");
    let draft = composed(&family, &letter);
    let line = draft.paragraphs.iter().find(|one| one.key == key).expect("the fact's line");
    assert_eq!(line.style, ParagraphStyle::Item, "a fact is a point of the list");
    letter.edits.push(edit(&key, &line.composed, "In May the bank sent it back.", None));

    let edited = composed(&family, &letter);
    let line = edited.paragraphs.iter().find(|one| one.key == key).expect("the fact's line");
    assert_eq!(
        (&line.standing, line.text.as_str()),
        (&Standing::Edited, "In May the bank sent it back.")
    );

    let was = line.composed.clone();
    family.events[0].facts[0].text = "Elmgate Bank returned a transfer.".to_owned();
    let outdated = composed(&family, &letter);
    let line = outdated.paragraphs.iter().find(|one| one.key == key).expect("the fact's line");
    assert_eq!(
        line.standing,
        Standing::Outdated { was },
        "the fact has changed: the person is asked"
    );
    assert_eq!(line.text, "In May the bank sent it back.", "their words are never overwritten");

    family.events[0].facts.clear();
    let gone = composed(&family, &letter);
    let line = gone.paragraphs.iter().find(|one| one.key == key).expect("their words stay");
    assert_eq!((line.composed.as_str(), line.text.as_str()), ("", "In May the bank sent it back."));
}

#[test]
fn what_is_left_out_and_added_stands_as_the_person_put_it() {
    let family = records::two_vendors();
    let mut letter = prepared(&family, LetterKind::Complaint);
    let draft = composed(&family, &letter);
    let effect = draft.paragraphs.iter().find(|one| one.key == "effect").expect("the effect");
    letter.edits.push(edit("effect", &effect.composed, "", None));
    letter.edits.push(edit("mine", "", "First of all, thank you.", None));
    letter.edits.push(edit("yours", "", "A word more.\n\nAnd another.", Some("opening")));
    let draft = composed(&family, &letter);
    let text = plain_text(&draft);
    assert!(!text.contains("school fees"), "the effect was left out:\n{text}");
    assert_eq!(draft.paragraphs[0].standing, Standing::Added, "it was added at the top");
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("“{words}” in:\n{text}"));
    assert!(place("First of all") < place("I am writing"), "at the top");
    assert!(place("I am writing") < place("A word more.\n\nAnd another."), "behind the opening");
}

#[test]
fn an_added_paragraph_finds_its_place_behind_one_that_was_added_later() {
    let family = records::two_vendors();
    let mut letter = prepared(&family, LetterKind::Complaint);
    letter.edits.push(edit("second", "", "The second of mine.", Some("first")));
    letter.edits.push(edit("first", "", "The first of mine.", Some("opening")));
    letter.edits.push(edit("lost", "", "Behind what is gone.", Some("no such key")));
    let draft = composed(&family, &letter);
    let keys: Vec<&str> = draft.paragraphs.iter().map(|it| it.key.as_str()).collect();
    let at = |key: &str| keys.iter().position(|it| *it == key);
    assert_eq!(at("second"), at("first").map(|at| at + 1), "it stands behind it: {keys:?}");
    assert_eq!(at("lost"), Some(keys.len() - 1), "and what has no place is not lost: {keys:?}");
}
