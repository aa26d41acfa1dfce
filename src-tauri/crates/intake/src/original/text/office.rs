//! The words of office documents: XML in a zip, unpacked by count.

use super::gather::{Gather, tidy};
use super::markup;
use super::{Kind, Place, Problem, ProblemCode};
use crate::original::archive;

/// How many bytes a part of a document may have when it is unpacked.
const MOST: u64 = 16 << 20;

/// The parts of a document with words in them, in the order in which they are read.
fn parts(kind: Kind) -> &'static [&'static str] {
    const WORD: &[&str] = &[
        "word/document.xml",
        "word/footnotes.xml",
        "word/endnotes.xml",
        "word/comments.xml",
        "word/header1.xml",
        "word/header2.xml",
        "word/header3.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "word/footer3.xml",
    ];
    if kind == Kind::Docx {
        WORD
    } else if kind == Kind::Xlsx {
        // The words that the cells share; the numbers stand in the sheets.
        &["xl/sharedStrings.xml"]
    } else {
        &["content.xml"]
    }
}

/// Reads the words of a document.
pub(super) fn read(bytes: &[u8], kind: Kind, gather: &mut Gather) {
    if let Err(problem) = words_of(bytes, kind, gather) {
        gather.error(problem.code, problem.text);
    }
}

fn words_of(bytes: &[u8], kind: Kind, gather: &mut Gather) -> Result<(), Problem> {
    let mut archive = archive::open(bytes)?;
    let mut pieces = Vec::new();
    for name in parts(kind) {
        let Some(xml) = archive::entry(&mut archive, name, MOST)? else { continue };
        let xml = String::from_utf8_lossy(&xml);
        // No office program writes one.
        if xml.contains("<!DOCTYPE") {
            return Err(Problem::error(ProblemCode::DocumentType, name));
        }
        let text = markup::words(&xml, kind).text;
        if !text.is_empty() {
            pieces.push(text);
        }
    }
    gather.part(Place::Whole, &tidy(&pieces.join("\n\n")));
    Ok(())
}
