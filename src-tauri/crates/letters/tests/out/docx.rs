//! The document for a word processor.

use std::io::{Cursor, Read as _};

use holdfast_domain::document::LetterForm;
use holdfast_letters::out::docx;
use holdfast_letters::{Draft, plain_text};
use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use crate::{bare, strange, whole};

/// A part of the package.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("the document is an archive");
    let mut text = String::new();
    let mut file = archive.by_name(name).expect("the archive has the part");
    file.read_to_string(&mut text).expect("the part is text");
    text
}

/// The text of each paragraph, with a dash before the items of a list, as a reader of the format
/// finds it.
fn paragraphs(bytes: &[u8]) -> Vec<String> {
    let xml = part(bytes, "word/document.xml");
    let mut reader = Reader::from_str(&xml);
    let (mut all, mut one, mut in_text) = (Vec::new(), String::new(), false);
    loop {
        match reader.read_event().expect("the XML is well-formed") {
            Event::Eof => return all,
            Event::Start(tag) | Event::Empty(tag) if tag.name().as_ref() == "w:numPr" => {
                one.push_str("- ");
            }
            Event::Empty(tag) if tag.name().as_ref() == "w:br" => one.push('\n'),
            Event::Empty(tag) if tag.name().as_ref() == "w:tab" => one.push('\t'),
            Event::Start(tag) if tag.name().as_ref() == "w:t" => in_text = true,
            Event::End(tag) if tag.name().as_ref() == "w:t" => in_text = false,
            Event::End(tag) if tag.name().as_ref() == "w:p" => all.push(std::mem::take(&mut one)),
            Event::Text(text) if in_text => one.push_str(&text),
            Event::GeneralRef(name) if in_text => one.push(entity(&name)),
            Event::Start(_)
            | Event::End(_)
            | Event::Empty(_)
            | Event::Text(_)
            | Event::CData(_) => {}
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            Event::GeneralRef(_) => {}
        }
    }
}

fn entity(name: &str) -> char {
    match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        other => panic!("the document has an entity {other}"),
    }
}

fn drafts() -> Vec<Draft> {
    let forms = [LetterForm::UsLetter, LetterForm::A4, LetterForm::Din5008];
    forms.into_iter().map(whole).chain([strange(), bare()]).collect()
}

#[test]
fn the_document_says_what_the_plain_text_says() {
    for draft in drafts() {
        let bytes = docx(&draft).expect("the letter can be packed");
        let told = paragraphs(&bytes).join("\n");
        let plain = plain_text(&draft);
        let plain: Vec<_> = plain.lines().filter(|line| !line.is_empty()).collect();
        let told: Vec<_> = told.lines().collect();
        assert_eq!(told, plain, "line by line the same words");
    }
}

#[test]
fn the_same_letter_is_the_same_file() {
    for draft in drafts() {
        let bytes = || docx(&draft).expect("the letter can be packed");
        assert!(bytes() == bytes(), "nothing of the day or the computer is in it");
    }
}

#[test]
fn the_paper_is_that_of_the_recipient() {
    let table = [
        (LetterForm::UsLetter, r#"<w:pgSz w:w="12240" w:h="15840""#),
        (LetterForm::A4, r#"<w:pgSz w:w="11906" w:h="16838""#),
        (LetterForm::Din5008, r#"<w:pgSz w:w="11906" w:h="16838""#),
    ];
    for (form, size) in table {
        let bytes = docx(&whole(form)).expect("the letter can be packed");
        let xml = part(&bytes, "word/document.xml");
        assert!(xml.contains(size), "{form:?} is not on its paper");
    }
}

#[test]
fn a_paragraph_from_the_right_begins_there() {
    let bytes = docx(&strange()).expect("the letter can be packed");
    let xml = part(&bytes, "word/document.xml");
    let of = |words: &str| {
        let all: Vec<_> = xml.split("<w:p ").filter(|one| one.contains(words)).collect();
        assert_eq!(all.len(), 1, "{words} stands once");
        all[0].contains("<w:bidi")
    };
    assert!(of("وصلت الغسالة"), "Arabic prose is set from the right");
    assert!(!of("called on 3 March"), "English prose with an Arabic name is not");
}

#[test]
fn what_xml_cannot_hold_is_left_out_and_the_rest_is_kept() {
    let mut draft = bare();
    draft.signature = "Ida\u{0} \u{b}Marlow\u{fffe}\r".to_owned();
    draft.closing = "With\tthanks,".to_owned();
    let told = paragraphs(&docx(&draft).expect("the letter can be packed"));
    assert!(told.contains(&"Ida Marlow".to_owned()), "{told:?}");
    assert!(told.contains(&"With\tthanks,".to_owned()), "{told:?}");
}
