//! The exhibits themselves: each picture on a page of its own, and the originals as files that go
//! with the document.

use std::sync::Arc;

use holdfast_domain::Sha256;
use holdfast_domain::document::{
    AttachedFile, Block, Picture, PictureCoding, Relationship, Row, Table, Text,
};

use super::Exhibit;
use crate::record::Record;
use crate::tables::{fit, heading, remark, row, share};
use crate::words::isolated;

/// An original as a case file can give it.
#[derive(Debug, Clone)]
pub struct Original {
    /// What names it.
    pub sha256: Sha256,
    /// Its bytes, to go with the document; nothing where they cannot, which `shown` says.
    pub bytes: Option<Arc<[u8]>>,
    /// What its page shows, or why it has none, as a sentence.
    pub shown: Result<Scan, String>,
}

/// A picture as it is stored; see [`Picture`] for its parts.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "the parts are those of a picture of a document")]
pub struct Scan {
    pub coding: PictureCoding,
    pub components: u8,
    pub width: u32,
    pub height: u32,
    pub orientation: u8,
    pub bytes: Arc<[u8]>,
    /// Whether the file breaks off, so that its lower part is missing.
    pub is_cut: bool,
}

/// Pictures on pages of their own, and before them what has no page.
pub(crate) fn compose(record: &Record<'_>) -> Vec<Block> {
    let exhibits = &record.exhibits;
    if exhibits.all.is_empty() || record.case.originals.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![heading(1, "Exhibits"), remark(WITHIN)];
    let rows: Vec<Row> =
        exhibits.all.iter().filter_map(|exhibit| reason(record, exhibit)).collect();
    if !rows.is_empty() {
        blocks.push(Block::Table(Table {
            summary: "Exhibits that have no page here, and why".to_owned(),
            columns: vec![fit("Ex."), share("File", 4), share("Why it has no page here", 5)],
            rows,
        }));
    }
    for exhibit in &exhibits.all {
        if let Some(scan) = scan(record, exhibit) {
            blocks.extend(page(exhibit, scan));
        }
    }
    blocks
}

/// What is said above the exhibits.
const WITHIN: &str = "The originals are attached to this file, byte for byte, under their own \
                      names, except where the list below says otherwise. Pictures are shown as \
                      they were added; nothing in them is covered, account numbers neither.";

/// The originals as files that go with the document.
pub(crate) fn attached(record: &Record<'_>) -> Vec<AttachedFile> {
    let file = |exhibit: &Exhibit<'_>| {
        let bytes = original(record, exhibit)?.bytes.clone()?;
        Some(AttachedFile {
            name: exhibit.file.name.clone(),
            media_type: exhibit.file.media_type.clone(),
            description: title(exhibit),
            relationship: Relationship::Source,
            bytes,
        })
    };
    record.exhibits.all.iter().filter_map(file).collect()
}

fn original<'a>(record: &Record<'a>, exhibit: &Exhibit<'_>) -> Option<&'a Original> {
    record.case.originals.iter().find(|it| it.sha256 == exhibit.file.sha256)
}

fn scan<'a>(record: &Record<'a>, exhibit: &Exhibit<'_>) -> Option<&'a Scan> {
    original(record, exhibit)?.shown.as_ref().ok()
}

fn reason(record: &Record<'_>, exhibit: &Exhibit<'_>) -> Option<Row> {
    let why = match original(record, exhibit).map(|it| &it.shown) {
        Some(Ok(_)) => return None,
        Some(Err(why)) => why.clone(),
        None => "It could not be read.".to_owned(),
    };
    let number = Text::default().and_link(exhibit.number.to_string(), exhibit.row());
    Some(row([number, Text::plain(isolated(&exhibit.file.name)), Text::plain(why)]))
}

fn page(exhibit: &Exhibit<'_>, scan: &Scan) -> Vec<Block> {
    let title = title(exhibit);
    let mut blocks = vec![
        Block::PageBreak,
        Block::Place(exhibit.page()),
        heading(2, &title),
        Block::Picture(Picture {
            label: format!("Ex.\u{A0}{}", exhibit.number),
            alternative: title,
            coding: scan.coding,
            components: scan.components,
            width: scan.width,
            height: scan.height,
            orientation: scan.orientation,
            bytes: Arc::clone(&scan.bytes),
        }),
    ];
    if scan.is_cut {
        blocks.push(remark("The file breaks off: its lower part is missing."));
    }
    blocks
}

fn title(exhibit: &Exhibit<'_>) -> String {
    format!("Exhibit {}: {}", exhibit.number, isolated(exhibit.file.title()))
}
