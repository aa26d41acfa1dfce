//! Our own words keep to our own advice, and a letter is never cut down for nothing.

use holdfast_domain::{LetterKind, LetterTone};
use holdfast_letters::tone::{self, Context};

use crate::{composed, prepared, records, text};

#[test]
fn nothing_that_holdfast_writes_is_marked_by_its_own_tone_check() {
    for (name, family) in records::all() {
        let people: Vec<&str> = family.contacts.iter().map(|it| it.name.as_str()).collect();
        let names: Vec<&str> = family.vendors.iter().map(|it| it.name.as_str()).collect();
        for kind in LetterKind::ALL {
            for tone in [LetterTone::Gentle, LetterTone::Firm] {
                let mut letter = prepared(&family, *kind);
                letter.tone = tone;
                let draft = composed(&family, &letter);
                let context = Context {
                    kind: *kind,
                    rung_is_early: true,
                    vendor_people: &people,
                    names: &names,
                    pages: Some(1),
                };
                let heard = tone::check(&draft.paragraphs, &context);
                let words: Vec<_> = heard.marks.iter().map(|it| (&it.words, it.rule)).collect();
                assert!(words.is_empty(), "{kind}, {tone}, of {name}: {words:?}");
            }
        }
    }
}

#[test]
fn a_letter_without_a_dossier_tells_at_least_three_facts_of_many() {
    let family = records::long_dispute();
    let mut letter = prepared(&family, LetterKind::Complaint);
    letter.with_dossier = false;
    let draft = composed(&family, &letter);
    let facts = draft.paragraphs.iter().filter(|it| it.key.starts_with("facts.")).count();
    assert!(facts >= 3, "the reader has nothing but this letter:\n{}", text(&family, &letter));
}

/// The bank sent the transfer back, and no rung was reached at the fund: what was asked at the bank
/// is why one writes to the fund.
#[test]
fn an_escalation_to_another_vendor_tells_what_was_asked_of_the_first() {
    let family = records::two_vendors();
    let mut letter = prepared(&family, LetterKind::Escalation);
    letter.to_vendor = family.vendors[1].id;
    letter.to_contact = None;
    letter.office = None;
    let read = text(&family, &letter);
    let asked = family.dispute.rungs.iter().filter_map(|rung| rung.contact).next();
    let first = family.contacts.iter().find(|person| Some(person.id) == asked);
    let first = &first.expect("the record has a rung").name;
    assert!(
        read.contains(&format!("{first} (")),
        "who was asked is named with their house:\n{read}"
    );
    assert!(read.contains("920.00 USD"), "and the sum is told:\n{read}");
}
