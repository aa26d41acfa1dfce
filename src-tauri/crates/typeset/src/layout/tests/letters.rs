//! What must hold of every letter, asked of the page model.

use holdfast_domain::document::{Block, LetterForm, Letterhead, Signature, Text};

use super::specimen::letters::{self, FORMS};
use super::{body, part, set, words};
use crate::fonts::Fallback;
use crate::layout::flow;
use crate::layout::letter::{STEPS, form};
use crate::page::{Pages, PlacedLine};
use crate::shape::Shaper;

/// The distance between the lines of the first paragraph that has several.
fn leading(pages: &Pages) -> f32 {
    let lines = body(&pages.pages[0]);
    // Before it stand the head, the subject and the salutation.
    let paragraph = lines.iter().filter(|line| part(pages, line) == Some(3));
    let ys: Vec<f32> = paragraph.map(|line| line.y).collect();
    ys[1] - ys[0]
}

fn said(lines: &[&PlacedLine]) -> Vec<String> {
    lines.iter().map(|line| words(&line.line)).collect()
}

#[test]
fn a_letter_is_set_tighter_only_to_save_a_page() {
    let mut saved = 0;
    let mut shaper = Shaper::new(Fallback::Nothing).expect("the shipped fonts are sound");
    let [comfortable, .., tightest] = STEPS;
    for form in FORMS {
        for count in 0..24 {
            let document = letters::letter(letters::head(form), count);
            let frame = form::frame(form);
            let mut pages_in = |manner| flow(&document, frame, manner, &mut shaper).0.pages.len();
            let (loose, tight) = (pages_in(comfortable), pages_in(tightest));
            let pages = set(&document);
            let why = format!("{form:?}, {count}: {loose} pages, or {tight}");
            if tight < loose {
                saved += 1;
                assert!(pages.pages.len() < loose, "{why}: a page could be saved");
                assert!(leading(&pages) < comfortable.body.leading, "{why}: without air");
            } else {
                assert_eq!(leading(&pages), comfortable.body.leading, "{why}: nothing is saved");
            }
        }
    }
    assert!((6..40).contains(&saved), "{saved} of 72 letters were set tighter");
    assert!(tightest.body.leading / tightest.body.size > 1.2, "lines must not stick together");
}

#[test]
fn the_signature_never_stands_alone() {
    for form in FORMS {
        // A line more each time brings every place of the page's end.
        for count in 0..60 {
            let mut blocks = vec![Block::Letterhead(letters::head(form))];
            let line = |number| Block::Paragraph(format!("Line {number}.").into());
            let two = "Two lines of text ".repeat(7);
            blocks.push(Block::Paragraph(two.trim().into()));
            blocks.extend((0..count).map(line));
            blocks.push(letters::end());
            let pages = set(&letters::of(form, "Letter", blocks));
            let page = pages
                .pages
                .iter()
                .find(|page| said(&body(page)).contains(&"Yours faithfully,".to_owned()));
            let lines = said(&body(page.expect("the closing is set")));
            let closing = lines.iter().position(|line| line == "Yours faithfully,");
            assert!(closing.is_some_and(|at| at >= 2), "{form:?}, {count}: {lines:?}");
            let rest = &lines[closing.unwrap_or(0)..];
            let end = ["Yours faithfully,", "Nora Lindqvist", "Enclosures"];
            assert_eq!(rest[..3], end, "{form:?}, {count}: all of it stands together");
            assert_eq!(rest.len(), 5, "{form:?}, {count}: with what is enclosed");
        }
    }
}

#[test]
fn what_says_what_a_list_is_stands_above_its_first_point() {
    let form = FORMS[0];
    for count in 0..60 {
        let mut blocks = vec![Block::Letterhead(letters::head(form))];
        let line = |number| Block::Paragraph(format!("Line {number}.").into());
        blocks.extend((0..count).map(line));
        blocks.push(Block::Paragraph("These are the sums:".into()));
        blocks.push(Block::List(vec!["The lamp".into(), "The shade".into()]));
        blocks.push(letters::end());
        let pages = set(&letters::of(form, "Letter", blocks));
        let mut all = pages.pages.iter().map(|page| said(&body(page)));
        let page = all.find(|lines| lines.contains(&"These are the sums:".to_owned()));
        let page = page.expect("it is set");
        assert!(page.iter().any(|line| line.contains("The lamp")), "{count}: {page:?}");
    }
}

#[test]
fn there_is_room_to_sign() {
    for (form, count) in FORMS.into_iter().flat_map(|form| [(form, 0), (form, 2), (form, 16)]) {
        let pages = set(&letters::letter(letters::head(form), count));
        let lines: Vec<&PlacedLine> = pages.pages.iter().flat_map(body).collect();
        let closing = lines.iter().find(|line| words(&line.line) == "Yours faithfully,");
        let name = lines.iter().rfind(|line| words(&line.line) == "Nora Lindqvist");
        let (closing, name) = (closing.expect("a closing"), name.expect("a name"));
        assert!(name.y - closing.y >= 50.0, "{form:?}: {} points are too few", name.y - closing.y);
    }
}

/// No two lines of a page overlap, and none leaves the margins.
fn assert_sound(pages: &Pages, why: &str) {
    let bottom = pages.size.height - 50.0;
    for (number, page) in pages.pages.iter().enumerate() {
        for (at, line) in page.lines.iter().enumerate() {
            let text = words(&line.line);
            assert!(line.x >= 70.0, "{why}, page {number}: starts at {}: {text}", line.x);
            let right = pages.size.width - 56.0;
            assert!(
                line.right() <= right,
                "{why}, page {number}: ends at {}: {text}",
                line.right()
            );
            let stands = line.y - line.size >= 30.0 && line.y <= bottom;
            assert!(stands, "{why}, page {number}: at {}: {text}", line.y);
            for other in &page.lines[at + 1..] {
                let beside = other.x >= line.right() - 0.1 || line.x >= other.right() - 0.1;
                let apart = (other.y - line.y).abs() >= 0.9 * line.size.min(other.size);
                let other_text = words(&other.line);
                assert!(beside || apart, "{why}, page {number}: {text:?} lies on {other_text:?}");
            }
        }
    }
}

#[test]
fn long_names_wrap_and_push_the_text_down() {
    for form in FORMS {
        for head in [
            letters::head(form),
            letters::long_head(form),
            letters::head_from_the_right(form),
            Letterhead { sender: vec!["W".repeat(200); 3], ..letters::head(form) },
            Letterhead { date: "20 June 2026 ".repeat(30), ..letters::head(form) },
            Letterhead { subject: "A refund and an answer ".repeat(60), ..letters::head(form) },
        ] {
            for count in [0, 1, 12] {
                assert_sound(&set(&letters::letter(head.clone(), count)), &format!("{form:?}"));
            }
        }
    }
}

#[test]
fn a_head_longer_than_a_page_loses_nothing() {
    for form in FORMS {
        let lines = |name: &str| (0..90).map(|n| format!("{name} {n}.")).collect::<Vec<String>>();
        let mut head = letters::head(form);
        head.sender = lines("Sender");
        head.recipient = lines("Recipient");
        head.references = (0..90).map(|n| (format!("Reference {n}"), "A value.".into())).collect();
        let mut document = letters::letter(head, 1);
        document.blocks.pop();
        document.blocks.push(Block::Signature(Signature {
            closing: "Yours,".into(),
            name: "Nora Lindqvist".into(),
            enclosures: lines("Enclosure"),
        }));
        let pages = set(&document);
        assert_sound(&pages, "a very long head");
        let all = said(&pages.pages.iter().flat_map(body).collect::<Vec<_>>()).join("|");
        for number in 0..90 {
            for piece in ["Sender N.", "Recipient N.", "Reference N: A value.", "Enclosure N."] {
                let piece = piece.replace('N', &number.to_string());
                let found = all.split('|').any(|line| line == piece);
                assert!(found, "{form:?}: {piece} is lost");
            }
        }
    }
}

#[test]
fn odd_letters_are_set() {
    let empty = Letterhead {
        form: LetterForm::Din5008,
        sender: vec![String::new(); 2],
        recipient: Vec::new(),
        date: String::new(),
        references: vec![("Reference".into(), String::new())],
        subject: " ".into(),
    };
    let signature =
        Signature { closing: String::new(), name: String::new(), enclosures: Vec::new() };
    let cases = [
        ("nothing but a head", vec![Block::Letterhead(empty.clone())]),
        ("empty", vec![Block::Letterhead(empty.clone()), Block::Signature(signature.clone())]),
        ("no head", vec![Block::Paragraph("Text".into()), Block::Signature(signature)]),
        (
            "a head within",
            vec![
                Block::Paragraph("Text".into()),
                Block::Letterhead(empty),
                Block::Paragraph(Text::default()),
            ],
        ),
    ];
    for (why, blocks) in cases {
        let pages = set(&letters::of(LetterForm::Din5008, why, blocks));
        assert!(!pages.pages.is_empty(), "{why}");
        let all = said(&pages.pages.iter().flat_map(body).collect::<Vec<_>>()).join("|");
        assert!(!all.contains("Reference"), "{why}: an empty reference is left out: {all}");
    }
}

#[test]
fn the_german_form_has_its_marks_on_the_first_page_alone() {
    let millimetre = 72.0 / 25.4;
    let pages = set(&letters::letter(letters::head(LetterForm::Din5008), 16));
    let marks = |page: usize| -> Vec<f32> {
        let rules = pages.pages[page].rules.iter().filter(|rule| rule.x < 60.0);
        rules.map(|rule| (rule.y / millimetre * 10.0).round() / 10.0).collect()
    };
    assert_eq!(marks(0), [105.0, 148.5, 210.0], "folds and punch, in millimetres from the top");
    assert!(marks(1).is_empty(), "the second page is folded with the first");
    for form in [LetterForm::A4, LetterForm::UsLetter] {
        let pages = set(&letters::letter(letters::head(form), 0));
        assert!(pages.pages[0].rules.is_empty(), "{form:?} has no marks");
    }
}
