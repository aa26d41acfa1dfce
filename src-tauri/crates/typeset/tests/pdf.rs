//! What the file says to other programs: text, fonts, outline, properties.
//!
//! Wants `pdftotext`, `pdffonts` and `pdfinfo` (poppler-utils) and `qpdf`.

#[allow(dead_code, unreachable_pub, reason = "the layout's tests use the rest")]
mod specimen;
#[allow(dead_code, unreachable_pub, reason = "the tests of letters use the rest")]
mod tools;

use holdfast_domain::document::{Block, Emphasis, Paper, Text};
use holdfast_typeset::{Fallback, Pdf, pdf_with};
use tools::File;

fn set(document: &holdfast_domain::document::Document) -> Pdf {
    // What no shipped font has is nobody's, so that the tests say the same on every machine.
    pdf_with(document, &Fallback::Nothing).expect("any document can be set")
}

/// The words of a text, so that line ends do not matter.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_word_can_be_copied() {
    let document = specimen::everything(Paper::A4);
    let text = words(&File::of(&set(&document)).text());
    for block in &document.blocks {
        for piece in specimen::texts(block) {
            for line in piece.lines().filter(|line| specimen::is_plain(line)) {
                assert!(text.contains(&words(line)), "the file does not say: {line}");
            }
        }
    }
}

#[test]
fn accents_and_ligatures_are_copied_as_they_were_typed() {
    let cases = [
        (
            "ligatures",
            "The office’s officers filed an affidavit; efficient staff fly off (of ffi).",
        ),
        ("accents", "Café Zürich, Łódź, Việt Nam, Ångström, naïve, Ça, Œuvre, ẞ"),
        ("other alphabets", "Ελλάδα, Москва, Київ, Ђорђе"),
        ("punctuation", "“Quoted” ‘words’ – and — dashes… § 7.2 № 5 €1,840.00 £5 ¥7 ₹9 ½ ×"),
        ("a decomposed accent beside a composed one", "cafe\u{301} café"),
        ("capitals after f", "of) of] ofT fYfWfV “proof”"),
    ];
    for (why, typed) in cases {
        let text = words(&File::of(&set(&specimen::paragraph(typed))).text());
        assert!(text.contains(typed), "{why}: typed {typed:?}, copied {text:?}");
    }
}

#[test]
fn text_from_the_right_is_copied_in_reading_order() {
    let cases = [
        ("Hebrew", "רחוב הרצל תל אביב"),
        ("Hebrew words", "התשובה הגיעה רק אחרי שלושה שבועות"),
        ("Arabic", "محمد العبدالله"),
        ("Arabic ligatures", "خلال الإجابة لا إلى الأول"),
        ("Arabic letters with the same body", "بتثن يبتنا جحخ سش فق"),
    ];
    for (why, typed) in cases {
        let text = words(&File::of(&set(&specimen::paragraph(typed))).text());
        let text = text.replace(['\u{202A}', '\u{202B}', '\u{202C}'], "");
        assert!(text.contains(typed), "{why}: typed {typed:?}, copied {text:?}");
    }
}

#[test]
fn letters_say_what_they_are_even_to_programs_that_know_no_spans() {
    let cases = [
        ("Arabic", "محمد العبدالله بتثن يبتنا جحخ", false),
        ("Hebrew", "התשובה הגיעה רק אחרי", false),
        ("Latin with ligatures", "office affidavit café Łódź", false),
        ("a vowel mark, which shares its letter's place", "كَتَب", true),
        ("what no font has", "北京", true),
    ];
    for (why, typed, wants_spans) in cases {
        let pages = File::of(&set(&specimen::paragraph(typed))).uncompressed();
        assert_eq!(pages.contains("/Span <</ActualText"), wants_spans, "{why}");
    }
}

#[test]
fn a_name_from_the_right_within_a_sentence_is_copied_whole() {
    let typed = "Spoke with محمد العبدالله and שרה כהן on Monday.";
    let text = File::of(&set(&specimen::paragraph(typed))).text();
    for name in ["محمد العبدالله", "שרה כהן", "Spoke with", "on Monday."] {
        assert!(text.contains(name), "{name} is missing from {text:?}");
    }
}

#[test]
fn what_no_font_has_is_shown_as_a_box_reported_and_still_copied() {
    let typed = "Paid to 北京 on Monday 👍🏽.";
    let made = set(&specimen::paragraph(typed));
    assert_eq!(made.missing, ['京', '北', '🏽', '👍'], "each is reported once, in order");
    let text = words(&File::of(&made).text());
    assert!(text.contains(typed), "the characters are still found: {text:?}");
    let common = set(&specimen::paragraph("Łódź – “€5”, Москва, محمد, שרה\u{200F}\u{FEFF}"));
    assert!(common.missing.is_empty(), "reported though the fonts have it: {:?}", common.missing);
}

#[test]
fn the_machines_fonts_give_what_they_have_and_the_same_file_each_time() {
    let typed = "Paid to 北京 and ร้านค้า, राम, and ქართული on Monday.";
    let document = specimen::paragraph(typed);
    let system = pdf_with(&document, &Fallback::System).expect("any document can be set");
    let copied = words(&File::of(&system).text());
    assert!(copied.contains(typed), "with or without a font for it: {copied:?}");
    let again = pdf_with(&document, &Fallback::System).expect("any document can be set");
    assert!(system == again, "the same machine gives the same bytes");
    let known: Vec<char> = set(&document).missing;
    assert!(system.missing.iter().all(|c| known.contains(c)), "more fonts lack no more");

    let empty = tempfile::tempdir().expect("a temporary folder");
    let fallback = Fallback::Folder(empty.path().to_owned());
    let poor = pdf_with(&document, &fallback).expect("any document can be set");
    assert!(poor == set(&document), "a folder without fonts is as good as none");
}

#[test]
fn control_characters_do_not_reach_the_page() {
    let made = set(&specimen::paragraph("before\u{0}between\u{7}after\r\nnext\tline\u{2028}end"));
    let text = File::of(&made).text();
    assert!(text.contains("before\u{FFFD}between\u{FFFD}after"), "shown as unreadable: {text:?}");
    assert!(text.contains("\nnext line\nend"), "line ends stay line ends: {text:?}");
}

#[test]
fn other_programs_find_the_file_sound() {
    for paper in [Paper::A4, Paper::UsLetter] {
        File::of(&set(&specimen::everything(paper))).check();
    }
    File::of(&set(&specimen::of(Paper::A4, Vec::new()))).check();
}

#[test]
fn fonts_are_embedded_and_hold_only_what_is_used() {
    let made = set(&specimen::everything(Paper::A4));
    let fonts = File::of(&made).fonts();
    let faces: Vec<&str> = fonts.iter().filter_map(|font| font.name.split('+').nth(1)).collect();
    for face in ["SourceSerif4-Regular", "SourceSerif4-SemiBold", "NotoSerifHebrew-Regular"] {
        assert!(faces.contains(&face), "{face} is not among {faces:?}");
    }
    for font in &fonts {
        assert!(font.embedded && font.subset && font.unicode, "{font:?}");
    }
    assert!(made.bytes.len() < 100_000, "a few pages take {} bytes", made.bytes.len());
    let plain = File::of(&set(&specimen::paragraph("Only Latin letters."))).fonts();
    assert_eq!(plain.len(), 1, "fonts that nothing uses stay out: {plain:?}");
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let (a4, letter) = (specimen::everything(Paper::A4), specimen::everything(Paper::UsLetter));
    let (first, second) = (set(&a4), set(&letter));
    let (second_again, first_again) = (set(&letter), set(&a4));
    assert!(first == first_again, "A4 differs when it is set last");
    assert!(second == second_again, "US Letter differs when it is set first");
    assert!(first.bytes != second.bytes, "different paper is a different file");
    let mut later = a4;
    later.dated = later.dated.succ_opt().expect("there is a next day");
    assert!(set(&later).bytes != first.bytes, "another day is another file");
}

#[test]
fn properties_name_the_document() {
    let mut document = specimen::everything(Paper::UsLetter);
    document.title = "Crossing & refund <2026> “final” Ελλάδα".into();
    document.author = "Zoë Ångström".into();
    document.language = "en-GB".into();
    let made = set(&document);
    let info = File::of(&made).info();
    let cases = [
        ("Title", document.title.as_str()),
        ("Author", "Zoë Ångström"),
        ("Producer", "Holdfast"),
        ("PDF version", "1.7"),
        ("Page size", "612 x 792 pts (letter)"),
        ("Pages", &made.pages.to_string()),
    ];
    for (name, value) in cases {
        assert_eq!(info.get(name).map(String::as_str), Some(value), "{name}");
    }
    assert!(info["CreationDate"].starts_with("Sat Jun 20"), "{}", info["CreationDate"]);
    let json = File::of(&made).json();
    for part in
        ["\"/DisplayDocTitle\": true", "\"/Lang\": \"u:en-GB\"", "\"/PageMode\": \"/UseOutlines\""]
    {
        assert!(json.contains(part), "the catalogue has no {part}");
    }
    let metadata = String::from_utf8_lossy(&made.bytes).into_owned();
    assert!(metadata.contains("Crossing &amp; refund &lt;2026&gt;"), "XMP is escaped");
}

#[test]
fn headings_become_nested_bookmarks() {
    let made = set(&specimen::everything(Paper::A4));
    let outline = File::of(&made).outline();
    let titles: Vec<(usize, &str)> = outline.iter().map(|(d, t, _)| (*d, t.as_str())).collect();
    let expected = [
        (1, "1. Summary"),
        (1, "2. Parties and people"),
        (1, "3. Chronology"),
        (1, "4. Money"),
        (2, "4.1 What was claimed and what came"),
        (1, "5. Things that do not fit"),
    ];
    assert_eq!(titles, expected, "level 3 is no bookmark, level 2 lies below level 1");
    let text = File::of(&made);
    for (_, title, page) in &outline {
        let there = words(&text.page_text(*page));
        assert!(there.contains(&words(title)), "{title} does not stand on page {page}");
    }
}

#[test]
fn pages_are_numbered_and_headed() {
    let made = set(&specimen::everything(Paper::A4));
    let file = File::of(&made);
    assert!(words(&file.page_text(1)).ends_with(&format!("Pages {}", made.pages)), "cover");
    for page in 2..=made.pages {
        let text = words(&file.page_text(page));
        assert!(text.starts_with("Cancelled ferry crossing · Case file"), "head of page {page}");
        let foot = format!("Page {page} of {}", made.pages);
        assert!(text.ends_with(&foot), "foot of page {page}: {text}");
    }
    assert!(!file.page_text(1).contains("Page 1"), "a cover has no page number");
}

#[test]
fn very_long_texts_are_set() {
    let cases = [
        ("words", "All of it was said on the telephone. ".repeat(28_000)),
        ("one word", "x".repeat(300_000)),
        ("Hebrew", "שלום לכולם היום ".repeat(4_000)),
        ("Arabic", "بتثن يبتنا جحخ Latin ".repeat(3_000)),
        ("line feeds", "\n".repeat(20_000)),
        ("what no font has", "北".repeat(50_000)),
    ];
    for (why, text) in cases {
        let made = set(&specimen::paragraph(&text));
        assert!(made.pages > 12, "{why}: only {} pages", made.pages);
    }
}

#[test]
fn very_many_changes_of_manner_are_set() {
    for (letter, count) in [("a ", 5_000), ("ש", 66_000)] {
        let mut text = Text::default();
        for number in 0..count {
            let emphasis = if number % 2 == 0 { Emphasis::Strong } else { Emphasis::Quiet };
            text = text.and(letter, emphasis);
        }
        let made = set(&specimen::of(Paper::A4, vec![Block::Paragraph(text)]));
        assert!(made.pages > 1, "{letter}: {} pages", made.pages);
    }
}

#[test]
fn odd_documents_are_set() {
    use holdfast_domain::document::{Cover, Row, Table};
    let table = |columns, rows| Block::Table(Table { summary: String::new(), columns, rows });
    let row = |cells: Vec<Text>| Row { cells, is_total: true, place: None };
    let cases: Vec<(&str, Vec<Block>)> = vec![
        ("nothing", vec![]),
        ("breaks alone", vec![Block::PageBreak, Block::PageBreak]),
        (
            "empty texts",
            vec![
                Block::Heading { level: 1, text: String::new() },
                Block::Paragraph(Text::default()),
                Block::List(vec![]),
                Block::List(vec![Text::default()]),
                Block::Facts(vec![]),
                Block::Facts(vec![(String::new(), Text::default())]),
            ],
        ),
        ("no columns", vec![table(vec![], vec![row(vec!["a".into()])])]),
        (
            "more cells than columns",
            vec![table(specimen::columns(1), vec![row(vec!["a".into(), "b".into()])])],
        ),
        (
            "fewer cells than columns",
            vec![table(specimen::columns(3), vec![row(vec![]), row(vec!["a".into()])])],
        ),
        ("no rows", vec![table(specimen::columns(2), vec![])]),
        (
            "sixty columns",
            vec![table(specimen::columns(60), vec![row(vec!["12,345.00".into(); 60])])],
        ),
        (
            "an empty cover",
            vec![Block::Cover(Cover {
                kind: String::new(),
                title: String::new(),
                lead: String::new(),
                facts: vec![],
            })],
        ),
        (
            "a cover of many facts",
            vec![Block::Cover(Cover {
                kind: "kind".into(),
                title: "title ".repeat(300),
                lead: "lead ".repeat(900),
                facts: vec![("A name".repeat(40), "value\n".repeat(20).into()); 30],
            })],
        ),
        ("headings alone", vec![Block::Heading { level: 9, text: "heading ".repeat(60) }; 200]),
        ("a heading at the end", vec![Block::Heading { level: 0, text: "End".into() }]),
    ];
    for (why, blocks) in cases {
        let made = set(&specimen::of(Paper::A4, blocks));
        assert!(made.pages >= 1, "{why}");
        File::of(&made).check();
    }
    let ends = specimen::of(Paper::A4, vec![Block::Paragraph("text".into()), Block::PageBreak]);
    assert_eq!(set(&ends).pages, 1, "a break at the end leaves no empty page");
}
