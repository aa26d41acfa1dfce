//! The exhibits themselves: pictures and pages each on a page of its own, words as text, and the
//! originals as files that go with the document.

use std::sync::Arc;

use holdfast_domain::document::{AttachedFile, Block, Picture, Relationship, Row, Table, Text};

use super::original::{Original, Scan, Shown};
use super::{Exhibit, words};
use crate::record::Record;
use crate::tables::{fit, heading, remark, row, share};
use crate::words::{counted, isolated};

/// The exhibits on their pages, and before them what is to be said of some.
pub(crate) fn compose(record: &Record<'_>) -> Vec<Block> {
    let exhibits = &record.exhibits;
    if exhibits.all.is_empty() || record.case.originals.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![heading(1, "Exhibits"), remark(WITHIN)];
    let rows: Vec<Row> =
        exhibits.all.iter().filter_map(|exhibit| remarks(record, exhibit)).collect();
    if !rows.is_empty() {
        blocks.push(Block::Table(Table {
            summary: "Exhibits that are not here, or not in full, and why".to_owned(),
            columns: vec![fit("Ex."), share("File", 4), share("What is not here, and why", 5)],
            rows,
        }));
    }
    for exhibit in &exhibits.all {
        match original(record, exhibit).map(|it| &it.shown) {
            Some(Ok(Shown::Picture(scan))) => {
                blocks.extend(first(exhibit));
                blocks.extend(leaf(exhibit, scan, None));
            }
            Some(Ok(Shown::Pages { leaves, of })) => blocks.extend(pages(exhibit, leaves, *of)),
            Some(Ok(Shown::Words { head, text, is_cut })) => {
                blocks.extend(first(exhibit));
                blocks.extend(words::blocks(head, text, *is_cut));
            }
            Some(Err(_)) | None => {}
        }
    }
    blocks
}

/// What is said above the exhibits.
const WITHIN: &str = "The originals are attached to this file, byte for byte, under their own \
                      names, except where the list below says otherwise. Pictures and pages are \
                      shown as they were added: only what is black was covered for this document, \
                      and account numbers are not covered by themselves.";

/// The originals as files that go with the document.
pub(crate) fn attached(record: &Record<'_>) -> Vec<AttachedFile> {
    let file = |exhibit: &Exhibit<'_>| {
        let bytes = original(record, exhibit)?.bytes.as_ref().ok()?;
        Some(AttachedFile {
            name: exhibit.file.name.clone(),
            media_type: exhibit.file.media_type.clone(),
            description: title(exhibit),
            relationship: Relationship::Source,
            bytes: bytes.clone(),
        })
    };
    record.exhibits.all.iter().filter_map(file).collect()
}

fn original<'a>(record: &Record<'a>, exhibit: &Exhibit<'_>) -> Option<&'a Original> {
    record.case.originals.iter().find(|it| it.sha256 == exhibit.file.sha256)
}

/// What of an exhibit is not in the document, and why.
fn remarks(record: &Record<'_>, exhibit: &Exhibit<'_>) -> Option<Row> {
    let mut said: Vec<String> = Vec::new();
    match original(record, exhibit) {
        None => said.push("It could not be read.".to_owned()),
        Some(original) => {
            match &original.shown {
                Err(why) => said.push(why.clone()),
                Ok(shown) => said.extend(left_out(shown)),
            }
            said.extend(original.bytes.as_ref().err().cloned());
        }
    }
    // What is to be had on request says so once.
    said.dedup();
    if said.is_empty() {
        return None;
    }
    let number = Text::default().and_link(exhibit.number.to_string(), exhibit.row());
    Some(row([number, Text::plain(isolated(&exhibit.file.name)), Text::plain(said.join(" "))]))
}

fn left_out(shown: &Shown) -> Option<String> {
    let (here, more) = (shown.places(), shown.left_out());
    (more > 0).then(|| {
        let more = counted(more as usize, "page", "pages");
        format!("Its first {here} pages are shown here; {more} behind them are not.")
    })
}

/// The head of an exhibit's first page.
fn first(exhibit: &Exhibit<'_>) -> [Block; 3] {
    [Block::PageBreak, Block::Place(exhibit.page(1)), heading(2, title(exhibit))]
}

/// Page by page, with the exhibit's own numbers.
fn pages(exhibit: &Exhibit<'_>, leaves: &[Result<Scan, String>], of: u32) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (number, page) in (1..).zip(leaves) {
        if number == 1 {
            blocks.extend(first(exhibit));
        } else {
            blocks.extend([Block::PageBreak, Block::Place(exhibit.page(number))]);
        }
        match page {
            Ok(scan) => blocks.extend(leaf(exhibit, scan, Some((number, of)))),
            Err(why) => {
                let which = format!("Exhibit {}, page {number} of {of}: ", exhibit.number);
                blocks.push(remark(format!("{which}{why}")));
            }
        }
    }
    blocks
}

/// A picture with its label, and what is to be said of it.
fn leaf(exhibit: &Exhibit<'_>, scan: &Scan, page: Option<(u32, u32)>) -> Vec<Block> {
    let (mut label, mut alternative) = (format!("Ex.\u{A0}{}", exhibit.number), title(exhibit));
    if let Some((number, of)) = page {
        label.push_str(&format!(", p.\u{A0}{number} of\u{A0}{of}"));
        alternative.push_str(&format!(", page {number} of {of}"));
    }
    let mut blocks = vec![Block::Picture(Picture {
        label,
        alternative,
        coding: scan.coding,
        components: scan.components,
        width: scan.width,
        height: scan.height,
        orientation: scan.orientation,
        bytes: scan.bytes.clone(),
        words: Arc::clone(&scan.words),
    })];
    if scan.is_cut {
        blocks.push(remark("The file breaks off: its lower part is missing."));
    }
    blocks
}

fn title(exhibit: &Exhibit<'_>) -> String {
    format!("Exhibit {}: {}", exhibit.number, isolated(exhibit.file.title()))
}
