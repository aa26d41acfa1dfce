//! What a letter's file says to other programs: text, places, properties.
//!
//! Wants `pdftotext` and `pdfinfo` (poppler-utils) and `qpdf`.
#![allow(clippy::float_arithmetic, reason = "places on paper are fractions of a point")]

#[allow(dead_code, unreachable_pub, reason = "the other tests use the rest")]
mod specimen;
#[allow(dead_code, unreachable_pub, reason = "the other tests use the rest")]
mod tools;

use holdfast_domain::document::{Document, LetterForm, Letterhead};
use holdfast_typeset::{Fallback, Pdf, pdf_with};
use specimen::letters::{self, FORMS};
use tools::{File, Word};

const MM: f32 = 72.0 / 25.4;
const INCH: f32 = 72.0;

fn set(document: &Document) -> Pdf {
    // What no shipped font has is nobody's, so that the tests say the same on every machine.
    pdf_with(document, &Fallback::Nothing).expect("any letter can be set")
}

/// Left, top, right and bottom of a part of the page.
type Zone = [f32; 4];

/// What a form's window shows of the letter when the letter lies at the bottom of its envelope.
fn window(form: LetterForm) -> Zone {
    match form {
        // The address field of DIN 5008, form B.
        LetterForm::Din5008 => [20.0 * MM, 45.0 * MM, 105.0 * MM, 90.0 * MM],
        // DL, 110 mm high, over 99 mm: a window of 90 by 35 mm, 20 mm in and 18 mm up.
        LetterForm::A4 => [20.0 * MM, 46.0 * MM, 100.0 * MM, 81.0 * MM],
        // Number 10, 4⅛ inches high, over 3⅔ inches: 4½ by 1⅛ inches, ⅞ in and ½ up.
        LetterForm::UsLetter => [0.875 * INCH, 2.042 * INCH, 4.375 * INCH, 3.167 * INCH],
    }
}

/// What the window shows wherever the letter lies in its envelope.
fn always(form: LetterForm) -> Zone {
    let [left, top, right, bottom] = window(form);
    let play = match form {
        LetterForm::Din5008 => 5.0 * MM,
        LetterForm::A4 => 11.0 * MM,
        LetterForm::UsLetter => 0.458 * INCH,
    };
    [left, top + play, right, bottom]
}

fn is_within(word: &Word, [left, top, right, bottom]: Zone) -> bool {
    // The box of a word is that of the font and reaches beyond its letters.
    let slack = 2.0;
    word.left >= left
        && word.right <= right
        && word.top >= top - slack
        && word.bottom <= bottom + slack
}

/// The words of the recipient's lines on the first page.
fn recipient(head: &Letterhead) -> Vec<Word> {
    let file = File::of(&set(&letters::letter(head.clone(), 0)));
    let wanted: Vec<String> =
        head.recipient.iter().flat_map(|line| line.split(' ')).map(str::to_owned).collect();
    let words = file.words(1);
    let start = (0..words.len())
        .find(|at| {
            let found = words[*at..].iter().map(|word| &word.text);
            found.take(wanted.len()).eq(wanted.iter())
        })
        .unwrap_or_else(|| panic!("{wanted:?} does not stand together: {words:?}"));
    words.into_iter().skip(start).take(wanted.len()).collect()
}

#[test]
fn the_recipient_shows_in_the_window() {
    for form in FORMS {
        let mut head = letters::head(form);
        for word in recipient(&head) {
            assert!(is_within(&word, window(form)), "{form:?}: {word:?}");
        }
        head.recipient.remove(1);
        for word in recipient(&head) {
            assert!(is_within(&word, always(form)), "{form:?}, wherever the letter lies: {word:?}");
        }
        head.recipient.extend(["Gate 4".to_owned(), "Country".to_owned()]);
        for word in recipient(&head) {
            assert!(is_within(&word, window(form)), "{form:?}, five lines: {word:?}");
        }
    }
}

#[test]
fn eight_lines_show_in_the_german_window() {
    let mut head = letters::head(LetterForm::Din5008);
    let more = ["Second department", "Third floor", "Room 12", "Gate 4"].map(str::to_owned);
    head.recipient.splice(1..1, more);
    for word in recipient(&head) {
        assert!(is_within(&word, window(head.form)), "{word:?}");
    }
}

#[test]
fn a_letter_is_copied_in_the_order_in_which_it_is_read() {
    for form in FORMS {
        let head = letters::head(form);
        let (sender, recipient) = (head.sender.clone(), head.recipient.clone());
        let references = head.references.iter().map(|(name, value)| format!("{name}: {value}"));
        let mut wanted = [sender, recipient, vec![head.date.clone()]].concat();
        wanted.extend(references);
        wanted.push(head.subject.clone());
        wanted.extend(
            ["Dear Ms Okafor,", "Point 1.", "Please return", "Yours faithfully,"]
                .map(str::to_owned),
        );
        wanted.extend(
            ["Nora Lindqvist", "Enclosures", "Booking confirmation", "E-mail of"]
                .map(str::to_owned),
        );
        let text = File::of(&set(&letters::letter(head, 1))).text();
        let mut rest = text.as_str();
        for piece in wanted {
            let at = rest.find(&piece);
            let at =
                at.unwrap_or_else(|| panic!("{form:?}: no {piece:?} behind the others: {text}"));
            rest = &rest[at + piece.len()..];
        }
    }
}

#[test]
fn only_further_pages_are_headed_and_numbered() {
    for form in FORMS {
        let one = set(&letters::letter(letters::head(form), 0));
        assert_eq!(one.pages, 1, "{form:?}: a short letter");
        assert!(!File::of(&one).text().contains("Page "), "{form:?}: one page has no number");
        let head = letters::head(form);
        let start = format!("{} · {}", head.recipient[0], head.date);
        let long = set(&letters::letter(head, 24));
        assert!(long.pages > 1, "{form:?}: a long letter");
        let file = File::of(&long);
        assert!(!file.page_text(1).contains("Page "), "{form:?}: nor has a first page");
        for page in 2..=long.pages {
            let text = file.page_text(page);
            assert!(text.starts_with(&start), "{form:?}, page {page}: {text}");
            let number = format!("Page {page} of {}", long.pages);
            assert!(text.contains(&number), "{form:?}, page {page}: {text}");
        }
        assert!(!file.text().contains("A letter has a head"), "{form:?}: the head is the letter's");
    }
}

#[test]
fn a_long_name_leaves_the_day_in_the_running_head() {
    let file = File::of(&set(&letters::letter(letters::long_head(LetterForm::A4), 24)));
    let text = file.page_text(2);
    let head = text.lines().next().unwrap_or_default();
    assert!(head.contains("… · 20 June 2026"), "{head}");
}

#[test]
fn names_from_the_right_are_copied_whole() {
    for form in FORMS {
        let text = File::of(&set(&letters::letter(letters::head_from_the_right(form), 1))).text();
        for name in ["שרה כהן", "محمد العبدالله"] {
            assert!(text.contains(name), "{form:?}: {name} is missing from {text:?}");
        }
    }
}

#[test]
fn other_programs_find_letters_sound() {
    for form in FORMS {
        let heads =
            [letters::head(form), letters::long_head(form), letters::head_from_the_right(form)];
        for (head, count) in heads.into_iter().zip([0, 12, 3]) {
            let document = letters::letter(head, count);
            let made = set(&document);
            assert!(made == set(&document), "{form:?}: the same letter is the same file");
            assert!(made.missing.is_empty(), "{form:?}: {:?}", made.missing);
            let file = File::of(&made);
            file.check();
            assert!(file.outline().is_empty(), "{form:?}: a letter wants no bookmarks");
            let info = file.info();
            assert_eq!(info.get("Title"), Some(&document.title), "{form:?}");
            assert_eq!(info.get("Author").map(String::as_str), Some("Nora Lindqvist"), "{form:?}");
            let paper = if form == LetterForm::UsLetter { "letter" } else { "A4" };
            assert!(info["Page size"].contains(paper), "{form:?}: {}", info["Page size"]);
        }
    }
}
