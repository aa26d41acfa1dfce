//! What holds for every mark, whatever the text.

use holdfast_letters::tone::{Mark, ToneRule, check};

use crate::{complaint, paragraph, read};

/// Texts in which words, quotations and marks stand in awkward places.
const AWKWARD: &[&str] = &[
    "",
    " ",
    "!",
    "!!!???!!!",
    "“",
    "“!”",
    "You lied!You lied!",
    "“You lied” “you lied",
    "Ünacceptable is not unacceptable, Ａｌｗａｙｓ is not always\u{a0}always",
    "YOU’RE NOT LISTENING, I SAID NO!!! Obviously.",
    "كذبتم علي! You always lie. هذا غير مقبول",
    "👩‍👩‍👧‍👦!!! always 👍🏽 never 🇮🇪",
    "a\r\nb\tnever\u{2028}always\u{0}!",
    "e\u{301}\u{301}\u{301}never\u{301} always",
    "'''’’’‘‘‘»»»«««„„„\"\"\"",
    "I'd've couldn't've n't 's 'll",
    "every every every every single every time time again again",
];

fn places(text: &str, mark: &Mark) {
    assert_eq!(&text[mark.start..mark.end], mark.words, "a mark is where its words are");
    assert!(!mark.words.trim().is_empty(), "nothing cannot hurt: {mark:?}");
    assert!(!mark.reason.is_empty() && !mark.reason.contains('{'), "{}", mark.reason);
    assert!(mark.calmer.as_ref().is_some_and(|calmer| !calmer.is_empty()), "{mark:?}");
}

fn of_a_sentence(mark: &Mark) -> bool {
    matches!(mark.rule, ToneRule::LongSentence | ToneRule::Requests)
}

#[test]
fn marks_lie_within_the_text_in_its_order_and_side_by_side() {
    let long = AWKWARD.join(" ").repeat(20);
    for text in AWKWARD.iter().copied().chain([long.as_str()]) {
        let tone = read(text, &complaint());
        tone.marks.iter().for_each(|mark| places(text, mark));
        assert!(tone.marks.is_sorted_by_key(|mark| (mark.start, mark.end)), "{text:?}");
        let words: Vec<_> = tone.marks.iter().filter(|mark| !of_a_sentence(mark)).collect();
        for two in words.windows(2) {
            assert!(two[0].end <= two[1].start, "{:?} overlaps {:?}", two[0], two[1]);
        }
        assert_eq!(read(text, &complaint()), tone, "the same text is read the same way");
    }
}

#[test]
fn a_word_is_known_in_its_other_forms() {
    for text in ["You’re idiots.", "That idiot again.", "IDIOTS", "an idiot's work", "idiotic"] {
        let marks = read(text, &complaint()).marks;
        assert!(!marks.is_empty(), "{text} was not seen");
    }
}

#[test]
fn a_mark_names_its_paragraph() {
    let paragraphs = [paragraph("calm", "It arrived on 3 March."), paragraph("hot", "You lied.")];
    let marks = check(&paragraphs, &complaint()).marks;
    assert_eq!(marks.len(), 1, "{marks:?}");
    assert_eq!((marks[0].paragraph.as_str(), marks[0].words.as_str()), ("hot", "You lied"));
}
