//! What text is kept.

use holdfast_domain::text::{self, NAME, PROSE, TextError};

#[test]
fn all_that_people_write_is_kept() {
    let name = "Ж".repeat(200);
    let narrative = "The vendor wrote again.\n\t".repeat(1_300);
    for value in [
        "",
        " ",
        "Ana Whitfield",
        "مكتب الشكاوى",
        "\u{200f}שלום\u{200e}",
        "投诉部",
        "👩‍👩‍👧 🇳🇴",
        "<script>alert(1)</script>",
        "two\nlines\tand a tab",
        "e\u{301}",
        "Robert'); DROP TABLE disputes;--",
        &name,
    ] {
        assert_eq!(text::check(value, NAME), Ok(()), "{value:?}");
    }
    assert!(narrative.chars().count() > 32_000, "as long as the longest complaints");
    assert_eq!(text::check(&narrative, PROSE), Ok(()), "a long complaint is kept");
}

#[test]
fn what_nobody_types_is_refused_with_its_place() {
    let cases = [
        ("a\u{0}b", 1, '\u{0}'),
        ("\u{7}", 0, '\u{7}'),
        ("äöü\u{7f}", 3, '\u{7f}'),
        ("x\u{85}", 1, '\u{85}'),
        ("x\u{9f}", 1, '\u{9f}'),
        ("line\r\nline", 4, '\r'),
        ("\u{1b}[31m", 0, '\u{1b}'),
    ];
    for (value, position, character) in cases {
        let expected = TextError::ControlCharacter { position, character };
        assert_eq!(text::check(value, NAME), Err(expected), "{value:?}");
    }
}

#[test]
fn lengths_count_characters_and_end_at_the_limit() {
    assert_eq!(text::check("ééé", 3), Ok(()), "three characters, six bytes");
    assert_eq!(text::check("éééé", 3), Err(TextError::TooLong { length: 4, limit: 3 }), "one more");
    let megabyte = "a".repeat(1_048_576);
    let error = text::check(&megabyte, PROSE).expect_err("a megabyte is no narrative");
    assert_eq!(
        error.to_string(),
        "this has 1048576 characters; at most 50000 can be kept here",
        "both numbers are said"
    );
}

#[test]
fn required_texts_must_show_something() {
    for blank in ["", " ", "\n\t", "\u{a0}", "\u{200b}\u{200f}", "\u{feff}"] {
        assert_eq!(text::check_required(blank, NAME), Err(TextError::Empty), "{blank:?}");
    }
    for seen in ["0", ".", "👍", "\u{200f}ש"] {
        assert_eq!(text::check_required(seen, NAME), Ok(()), "{seen:?}");
    }
}

#[test]
fn line_ends_of_other_systems_become_ours() {
    assert_eq!(
        text::with_line_feeds("a\r\nb\rc\nd\r\n\r\n"),
        "a\nb\nc\nd\n\n",
        "none is lost or doubled"
    );
}

/// Someone's own words behind ours: a first word that may be a name keeps its capital.
#[test]
fn own_words_go_on_behind_a_colon() {
    let cases = [
        ("The fee returned.", "the fee returned", "an article is nobody's name"),
        ("Announced two days ahead", "announced two days ahead", "nor is this participle"),
        ("Marcus Bell calls back", "Marcus Bell calls back", "a name stays"),
        ("Theodore calls back", "Theodore calls back", "a word that only begins with “The”"),
        ("رد الرسوم", "\u{2068}رد الرسوم\u{2069}", "set off where it runs from right to left"),
        ("", "", "nothing stays nothing"),
    ];
    for (text, expected, why) in cases {
        assert_eq!(holdfast_domain::words::continued(text), expected, "{why}");
    }
}
