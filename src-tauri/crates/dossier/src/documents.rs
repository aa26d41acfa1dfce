//! The originals that are kept with the record.

use holdfast_domain::document::{Block, Table, Text};
use holdfast_domain::{AttachedTo, Attachment};

use crate::record::Record;
use crate::tables::{heading, remark, row, share};
use crate::words::{self, date, inline, isolated};

pub(crate) fn compose(record: &Record<'_>) -> Vec<Block> {
    let kept: Vec<(&Attachment, String)> = record
        .case
        .attachments
        .iter()
        .filter_map(|file| belongs_to(record, file).map(|what| (file, what)))
        .collect();
    if kept.is_empty() {
        return Vec::new();
    }
    let rows = kept.iter().map(|(file, what)| {
        let caption = file.caption.as_deref().map(isolated).unwrap_or_default();
        row([isolated(&file.name), caption, what.clone()].map(Text::plain))
    });
    let table = Table {
        summary: "The originals kept with the record".to_owned(),
        columns: vec![share("File", 3), share("What it shows", 4), share("Belongs to", 4)],
        rows: rows.collect(),
    };
    let note = "The originals are kept with the record, and copies can be had on request.";
    vec![heading(1, "Documents on file"), Block::Table(table), remark(note)]
}

/// To what an original belongs; nothing where that is dated later than the day of the case file.
fn belongs_to(record: &Record<'_>, file: &Attachment) -> Option<String> {
    match file.to {
        AttachedTo::Dispute => Some("the matter as a whole".to_owned()),
        AttachedTo::Event(id) => {
            let event = record.events.iter().find(|event| event.id == id)?;
            let occasion = words::occasion(event.channel);
            Some(format!("the {occasion} of {}", date(event.time.at.day())))
        }
        AttachedTo::Claim(id) => {
            let claim = record.dispute.claims.iter().find(|claim| claim.id == id)?;
            Some(format!("the claim “{}”", inline(&claim.reason)))
        }
    }
}
