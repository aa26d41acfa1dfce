//! The originals that are kept with the record.

use holdfast_domain::document::{Block, Table, Text};
use holdfast_domain::{Attachment, Cited, Event};

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

/// What rests on an original; nothing where all of that is dated later than the day of the case
/// file.
fn belongs_to(record: &Record<'_>, file: &Attachment) -> Option<String> {
    if file.citations.is_empty() {
        return Some("the matter as a whole".to_owned());
    }
    let mut all: Vec<String> = Vec::new();
    for what in file.citations.iter().filter_map(|citation| cited(record, citation.of)) {
        if !all.contains(&what) {
            all.push(what);
        }
    }
    (!all.is_empty()).then(|| all.join("; "))
}

fn cited(record: &Record<'_>, of: Cited) -> Option<String> {
    let dispute = &record.dispute;
    Some(match of {
        Cited::Event(id) => occasion(record.events.iter().find(|event| event.id == id)?),
        Cited::Fact(id) => {
            let has = |event: &&Event| event.facts.iter().any(|fact| fact.id == id);
            occasion(record.events.iter().find(has)?)
        }
        Cited::Claim(id) => {
            let claim = dispute.claims.iter().find(|claim| claim.id == id)?;
            format!("the claim “{}”", inline(&claim.reason))
        }
        Cited::Promise(id) => {
            let promise = dispute.promises.iter().find(|promise| promise.id == id)?;
            format!("the promise “{}”", inline(&promise.what))
        }
        Cited::Remedy(id) => {
            let remedy = dispute.remedies.iter().find(|remedy| remedy.id == id)?;
            format!("the remedy “{}”", inline(&remedy.what))
        }
        Cited::Letter(_) => "a letter of the household".to_owned(),
    })
}

fn occasion(event: &Event) -> String {
    format!("the {} of {}", words::occasion(event.channel), date(event.time.at.day()))
}
