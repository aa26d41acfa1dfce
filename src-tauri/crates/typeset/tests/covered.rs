//! Covered words are not in the file: not drawn, not said, not kept anywhere in it.
#![allow(missing_docs, reason = "tests say what they show in their names")]

#[allow(dead_code, unreachable_pub, reason = "the other tests use the rest")]
mod specimen;
#[allow(dead_code, unreachable_pub, reason = "the other tests use the rest")]
mod tools;

use std::sync::Arc;

use holdfast_domain::cover::{self, Covered};
use holdfast_domain::document::{
    AttachedFile, Block, COVERED_WORDS, Cover, Document, Emphasis, Paper, Picture, PictureCoding,
    PlaceId, Relationship, Row, Table, Text,
};
use holdfast_typeset::{Fallback, pdf_with};
use lopdf::Object;
use tools::File;

/// A document that names her wherever a document can.
fn naming(her: &str) -> Document {
    let row = |cells: [Text; 2]| Row { cells: cells.into(), is_total: false, place: None };
    let link = Text::plain("See ").and_link(format!("what {her} said"), PlaceId(1));
    let torn = her.replace(' ', "\n");
    let mut document = specimen::of(
        Paper::A4,
        vec![
            Block::Cover(Cover {
                kind: "Case file".to_owned(),
                title: format!("What {her} promised"),
                lead: format!("{her} is to keep it."),
                facts: vec![(her.to_owned(), her.into())],
            }),
            Block::Heading { level: 1, text: format!("{her} on the line") },
            Block::Place(PlaceId(1)),
            Block::Paragraph(Text::plain("Ask ").and(her.to_uppercase(), Emphasis::Strong)),
            Block::Paragraph(format!("Torn: {torn}; in a word: {}.", her.replace(' ', ".")).into()),
            Block::Paragraph(format!("وقالت {her} نعم").into()),
            Block::Paragraph(link),
            Block::List(vec![her.into()]),
            Block::Table(Table {
                summary: format!("What {her} did"),
                columns: specimen::columns(2),
                rows: vec![row([her.into(), "20".into()])],
            }),
            Block::Picture(Picture {
                label: "Ex. 1".to_owned(),
                alternative: format!("{her} at her desk"),
                coding: PictureCoding::Deflated,
                components: 1,
                width: 1,
                height: 1,
                orientation: 1,
                bytes: b"\x78\x9c\x63\x60\x00\x00\x00\x02\x00\x01".to_vec().into(),
                words: Arc::from([]),
            }),
        ],
    );
    document.title = format!("The word of {her}");
    document.author = her.to_owned();
    document.running_head = format!("The word of {her}");
    document.attachments = vec![AttachedFile {
        name: format!("{her}.txt"),
        media_type: "text/plain".to_owned(),
        description: format!("By {her}"),
        relationship: Relationship::Source,
        bytes: b"nothing of hers".to_vec().into(),
    }];
    document
}

/// Every text that is anywhere in a file: of its objects, and of its streams once unpacked.
fn texts(bytes: &[u8]) -> Vec<String> {
    let file = lopdf::Document::load_mem(bytes).expect("it can be read");
    let mut all = vec![String::from_utf8_lossy(bytes).into_owned()];
    let mut open: Vec<Object> = file.objects.values().cloned().collect();
    open.push(Object::Dictionary(file.trailer.clone()));
    while let Some(object) = open.pop() {
        match object {
            Object::String(bytes, _) => all.push(decoded(&bytes)),
            Object::Name(bytes) => all.push(String::from_utf8_lossy(&bytes).into_owned()),
            Object::Array(items) => open.extend(items),
            Object::Dictionary(dictionary) => {
                open.extend(dictionary.iter().map(|(_, value)| value.clone()));
            }
            Object::Stream(stream) => {
                let content = stream.decompressed_content().unwrap_or(stream.content.clone());
                all.push(decoded(&content));
                // Text of two bytes a letter, as of spans that say what they show.
                all.push(content.iter().filter(|byte| **byte != 0).map(|it| *it as char).collect());
                open.push(Object::Dictionary(stream.dict));
            }
            Object::Null
            | Object::Boolean(_)
            | Object::Integer(_)
            | Object::Real(_)
            | Object::Reference(_) => {}
        }
    }
    all
}

fn decoded(bytes: &[u8]) -> String {
    match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(wide) => {
            let units = wide.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
            char::decode_utf16(units).map(|it| it.unwrap_or('\u{FFFD}')).collect()
        }
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}

#[test]
fn covered_words_are_nowhere_in_the_file() {
    const HER: &str = "Zora Quimby";
    let mut document = naming(HER);
    let set = |document: &Document| pdf_with(document, &Fallback::Nothing).expect("it can be set");
    let has = |texts: &[String]| {
        let is_hers =
            |text: &&String| ["zora", "quimby"].iter().any(|it| text.to_lowercase().contains(it));
        texts.iter().filter(is_hers).count()
    };
    let before = set(&document);
    assert!(has(&texts(&before.bytes)) >= 8, "properties, bookmarks, alternatives, names of files");
    assert!(has(&[File::of(&before).text()]) == 1, "and what is drawn can be read");

    cover::in_document(&mut document, &Covered::of([HER]));
    let after = set(&document);
    assert!(after.missing.is_empty(), "a bar is no letter that is missing: {:?}", after.missing);
    let file = File::of(&after);
    file.check();
    let found: Vec<String> = texts(&after.bytes);
    assert_eq!(has(&found), 0, "nowhere among what the file keeps");
    let text = file.text();
    assert_eq!(has(std::slice::from_ref(&text)), 0, "nor among what is drawn: {text}");
    assert!(text.matches(COVERED_WORDS).count() >= 10, "every bar is read as what it is: {text}");
    assert!(text.contains(&format!("Ask {COVERED_WORDS}")), "in its place: {text}");
    let outline = file.outline();
    assert!(outline.iter().any(|(_, title, _)| title == "[covered] on the line"), "{outline:?}");
    assert_eq!(file.info()["Title"], "The word of [covered]");
}
