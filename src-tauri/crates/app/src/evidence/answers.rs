//! Evidence as scripts ask for it: by the names that people use, in answers of plain keys.

use std::io::Write;

use holdfast_domain::{DisputeId, EventId, NaiveDate};
use holdfast_store::Reader;
use serde::Serialize;

use crate::directory::Directory;
use crate::disputes::called;
use crate::error::{not_found, plain, with};
use crate::wire::{
    AppError, AttachmentView, Cited, CitedKind, ErrorCode, EvidenceAdding, Precision,
};
use crate::{App, from_wire};

/// What is to be said of files that are added by a script.
#[derive(Debug, Clone, Copy)]
pub struct EvidenceAsk<'a> {
    /// The dispute's title, short reference or id.
    pub dispute: &'a str,
    /// What they show.
    pub caption: Option<&'a str>,
    /// The day that they bear.
    pub date: Option<NaiveDate>,
    /// Whether that is only about right.
    pub about: bool,
    /// How the household came by them.
    pub how: Option<&'a str>,
    /// Who made them.
    pub author: Option<&'a str>,
    /// The events that rest on them: by id, or by the day on which nothing else happened.
    pub cite_events: &'a [String],
    /// Where in them.
    pub place: Option<&'a str>,
}

/// Evidence in a list.
#[derive(Debug, Serialize)]
pub struct EvidenceAnswer {
    /// The pieces, in the order of entry.
    pub evidence: Vec<EvidenceRow>,
}

/// A piece of evidence.
#[derive(Debug, Serialize)]
pub struct EvidenceRow {
    /// Its id, for `evidence save`.
    pub id: String,
    /// The dispute's title.
    pub dispute: String,
    /// The file's name.
    pub name: String,
    /// Its type by its content.
    pub media_type: String,
    /// Its size in bytes.
    pub size: u32,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
    /// What is known of the file itself.
    pub file: FileStanding,
    /// The day on which it was erased for good, where it was.
    pub erased_on: Option<String>,
    /// What it shows.
    pub caption: Option<String>,
    /// The day or instant that it bears.
    pub date: Option<String>,
    /// How sure that is.
    pub precision: Option<Precision>,
    /// How the household came by it.
    pub how: Option<String>,
    /// Who made it: in words, or the vendor.
    pub author: Option<String>,
    /// What rests on it.
    pub cited_by: Vec<CitedRow>,
}

/// What is known of a file, without reading it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FileStanding {
    /// It is kept.
    Kept,
    /// It was erased for good.
    Erased,
    /// It is not there.
    Missing,
    /// It is no longer what it was.
    Changed,
}

/// Something that rests on a piece of evidence.
#[derive(Debug, Serialize)]
pub struct CitedRow {
    /// Of which noun.
    pub kind: CitedKind,
    /// Its id.
    pub id: String,
    /// It in a few words.
    pub words: String,
    /// Where in the original.
    pub place: Option<String>,
}

impl App {
    /// What is said of files, with the names turned into ids.
    ///
    /// # Errors
    /// `NotFound`, or `SeveralFound` where a name fits more than one dispute or a day has more than
    /// one event.
    pub fn evidence_adding(&self, ask: &EvidenceAsk<'_>) -> Result<EvidenceAdding, AppError> {
        let (dispute, cited) = self.read(|reader| {
            let dispute = called(reader, ask.dispute)?;
            let events = ask.cite_events.iter().map(|text| event(reader, dispute, text));
            Ok((dispute, events.collect::<Result<Vec<_>, AppError>>()?))
        })?;
        let text = |text: Option<&str>| text.map(str::to_owned);
        Ok(EvidenceAdding {
            dispute: dispute.to_string(),
            cited: cited
                .into_iter()
                .map(|id| Cited { kind: CitedKind::Event, id: id.to_string() })
                .collect(),
            place: text(ask.place),
            caption: text(ask.caption),
            at: ask.date.map(crate::to_wire::day),
            precision: ask.about.then_some(Precision::About),
            obtained: text(ask.how),
            vendor: None,
            author: text(ask.author),
        })
    }

    /// The evidence of one dispute, or all.
    ///
    /// # Errors
    /// `NotFound`, or `SeveralFound` where the name fits more than one dispute.
    pub fn evidence_answer(&self, dispute: Option<&str>) -> Result<EvidenceAnswer, AppError> {
        let lost = self.lost_files()?;
        self.read(|reader| {
            let names = Directory::read(reader)?;
            let all = match dispute {
                Some(name) => reader.attachments_of(called(reader, name)?)?,
                None => {
                    let mut all = reader.attachments(None, u32::MAX)?;
                    all.reverse();
                    all
                }
            };
            let views = super::views(reader, &names, &all)?.into_iter();
            let standing = |of: &AttachmentView| {
                let lost = lost.iter().find(|it| it.naming.id == of.id);
                match lost.map(|it| it.is_changed) {
                    _ if of.erased_on.is_some() => FileStanding::Erased,
                    Some(true) => FileStanding::Changed,
                    Some(false) => FileStanding::Missing,
                    None => FileStanding::Kept,
                }
            };
            Ok(EvidenceAnswer { evidence: views.map(|it| row(standing(&it), it)).collect() })
        })
    }

    /// Gives back the original that a whole id or the beginning of just one names.
    ///
    /// # Errors
    /// `NotFound`; `SeveralFound`; as [`App::write_attachment`].
    pub fn evidence_copy(&self, id: &str, to: &mut dyn Write) -> Result<(), AppError> {
        self.write_attachment(&self.evidence_id(id)?, to)
    }

    /// The id of evidence, by its beginning where that fits only one.
    ///
    /// # Errors
    /// `NotFound`, `SeveralFound`.
    pub fn evidence_id(&self, id: &str) -> Result<String, AppError> {
        let wanted = id.trim().to_lowercase();
        let all = self.read(|reader| Ok(reader.attachments(None, u32::MAX)?))?;
        let mut fits = all.iter().filter(|one| one.id.to_string().starts_with(&wanted));
        let of = ("of", "evidence".to_owned());
        match (fits.next(), fits.next()) {
            (Some(only), None) if wanted.len() >= 6 => Ok(only.id.to_string()),
            (Some(_), Some(_)) if wanted.len() >= 6 => Err(with(ErrorCode::SeveralFound, [of])),
            (Some(_) | None, _) => Err(with(ErrorCode::NotFound, [of])),
        }
    }
}

/// An event by its id, or by the day on which nothing else happened.
fn event(reader: &Reader, dispute: DisputeId, text: &str) -> Result<EventId, AppError> {
    let Ok(day) = from_wire::day("event", text) else { return from_wire::id("event", text) };
    let events = reader.events_of(dispute)?;
    let mut those = events.iter().filter(|event| event.time.at.day() == day);
    match (those.next(), those.next()) {
        (Some(only), None) => Ok(only.id),
        (Some(_), Some(_)) => Err(plain(ErrorCode::SeveralFound)),
        (None, _) => Err(not_found()),
    }
}

fn row(file: FileStanding, of: AttachmentView) -> EvidenceRow {
    let cited = |it: crate::wire::CitationView| CitedRow {
        kind: it.of.kind,
        id: it.of.id,
        words: it.words,
        place: it.place,
    };
    EvidenceRow {
        id: of.id,
        dispute: of.dispute.name,
        name: of.name,
        media_type: of.media_type,
        size: of.size,
        sha256: of.sha256,
        file,
        erased_on: of.erased_on,
        caption: of.caption,
        date: of.at,
        precision: of.precision,
        how: of.obtained,
        author: of.author.or(of.vendor.map(|vendor| vendor.name)),
        cited_by: of.citations.into_iter().map(cited).collect(),
    }
}
