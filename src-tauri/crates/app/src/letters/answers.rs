//! The answers of the command line about letters. Nothing is stored.

use std::fmt::Display;

use holdfast_domain::{Contact, Letter, Member, NaiveDate, Vendor};
use holdfast_letters::PointCode;
use holdfast_store::{DisputeScope, Reader};
use serde::Serialize;

use super::board::Shelf;
use super::text::{self, Composition};
use super::{Matter, proposals, view};
use crate::App;
use crate::clock::new_id;
use crate::directory::Directory;
use crate::disputes::called;
use crate::error::refused;
use crate::view::Lens;
use crate::wire::{AppError, LetterFormat, LetterKind, LetterPoint, LetterRow, SentRow, ToneMark};

/// The letters and what could be written now.
#[derive(Debug, Serialize)]
pub struct Letters {
    /// Those being written.
    pub drafts: Vec<DraftAnswer>,
    /// Those that went out, the oldest first.
    pub sent: Vec<SentAnswer>,
    /// Those that would fit now, the best of each dispute first.
    pub proposals: Vec<ProposalAnswer>,
}

/// A letter being written.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DraftAnswer {
    pub dispute: String,
    pub kind: &'static str,
    pub to: String,
    pub reply_by: Option<String>,
}

/// A letter that went out.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct SentAnswer {
    pub dispute: String,
    pub kind: &'static str,
    pub to: String,
    pub on: String,
    pub reply_by: Option<String>,
    pub waiting: bool,
    pub overdue: bool,
}

/// A letter that would fit.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ProposalAnswer {
    pub dispute: String,
    pub kind: &'static str,
    pub to: String,
    pub why: String,
}

/// A letter that somebody asks for by names.
#[derive(Debug)]
pub struct LetterAsk<'a> {
    /// The dispute's title, short reference or id.
    pub dispute: &'a str,
    /// What the letter is for.
    pub kind: LetterKind,
    /// The name of a person or vendor; `None` for whom the record proposes.
    pub to: Option<&'a str>,
    /// The name of a member; `None` for the one who leads the dispute.
    pub from: Option<&'a str>,
    /// By when an answer is asked for; `None` for the day that is proposed.
    pub reply_by: Option<NaiveDate>,
    /// The day that it bears; `None` for today.
    pub on: Option<NaiveDate>,
}

/// What a letter lacks and where its tone hurts.
#[derive(Debug, Serialize)]
pub struct LetterCheck {
    /// Whether it could be marked as sent.
    pub complete: bool,
    /// What it lacks.
    pub points: Vec<LetterPoint>,
    /// Words and habits that hurt the writer's case.
    pub tone: Vec<ToneMark>,
}

impl App {
    /// The letters of all disputes, looked at from `on`.
    ///
    /// # Errors
    /// Only where the store cannot be read.
    pub fn letters_answer(&self, on: Option<NaiveDate>) -> Result<Letters, AppError> {
        let on = on.unwrap_or_else(|| self.today_day());
        self.read(|reader| {
            let shelf = Shelf::of_all(reader, on)?;
            let drafts = reader.draft_letters()?;
            let board = shelf.board(reader, &drafts, &[])?;
            let mut sent: Vec<_> = board.waiting.iter().chain(&board.earlier).collect();
            sent.sort_by_key(|row| (row.on.clone(), row.id.clone()));
            Ok(Letters {
                drafts: board.drafts.iter().map(draft).collect(),
                sent: sent.into_iter().map(sent_answer).collect(),
                proposals: proposed(reader, on)?,
            })
        })
    }

    /// Composes a letter that is asked for by names, in that form.
    ///
    /// # Errors
    /// `NotFound`, or `SeveralFound` where the dispute's name fits more than one; `Refused` where
    /// another name fits nobody or several; `TemplateFault`; `TypesettingFailed`.
    pub fn letter_answer(
        &self,
        ask: &LetterAsk<'_>,
        format: LetterFormat,
    ) -> Result<(Vec<u8>, Vec<LetterPoint>), AppError> {
        let composition = self.asked(ask)?;
        Ok((self.letter_bytes(&composition, format)?, composition.lacks()))
    }

    /// What the code of a point says, in a few words.
    pub fn point_words(point: &LetterPoint) -> &'static str {
        let mut all = PointCode::ALL.iter();
        all.find(|it| it.as_str() == point.code).map_or("", |it| it.words())
    }

    /// Checks a letter that is asked for by names.
    ///
    /// # Errors
    /// As [`App::letter_answer`].
    pub fn letter_check(&self, ask: &LetterAsk<'_>) -> Result<LetterCheck, AppError> {
        let composition = self.asked(ask)?;
        let points = composition.lacks();
        Ok(LetterCheck {
            complete: points.iter().all(|point| !point.refuse),
            points,
            tone: view::marks(&composition)?,
        })
    }

    fn asked(&self, ask: &LetterAsk<'_>) -> Result<Composition, AppError> {
        let on = ask.on.unwrap_or_else(|| self.today_day());
        self.read(|reader| {
            let dispute = called(reader, ask.dispute)?;
            let matter = Matter::read(reader, dispute, on)?;
            let kind = ask.kind.into();
            let letter = holdfast_letters::prepare(&matter.case(), kind, None, new_id(), on);
            let letter = named(&matter, letter, ask)?;
            text::compose(reader, matter, letter, on)
        })
    }
}

/// The letter to and from those who were named.
fn named(matter: &Matter, letter: Letter, ask: &LetterAsk<'_>) -> Result<Letter, AppError> {
    let (mut vendor, mut contact) = (None, None);
    if let Some(name) = ask.to {
        contact = one("to", name, &matter.contacts, |it: &Contact| &it.name)?.map(|it| it.id);
        if contact.is_none() {
            let found = one("to", name, &matter.vendors, |it: &Vendor| &it.name)?;
            vendor = Some(found.ok_or_else(|| nobody("to", name))?.id);
        }
    }
    let mut letter = proposals::directed(matter, letter, vendor, contact, None)?;
    if vendor.is_some() {
        letter.to_contact = None;
    }
    if let Some(name) = ask.from {
        let found = one("from", name, &matter.members, |it: &Member| &it.name)?;
        letter.from = found.ok_or_else(|| nobody("from", name))?.id;
    }
    letter.reply_by = ask.reply_by.or(letter.reply_by);
    Ok(letter)
}

/// The only one of that name; where none is called so, the only one with it in the name.
fn one<'a, T>(
    field: &str,
    name: &str,
    all: &'a [T],
    name_of: impl Fn(&T) -> &String,
) -> Result<Option<&'a T>, AppError> {
    let wanted = name.trim().to_lowercase();
    let fitting = |fits: &dyn Fn(&str) -> bool| -> Vec<&'a T> {
        all.iter().filter(|it| fits(&name_of(it).to_lowercase())).collect()
    };
    let whole = fitting(&|known| known == wanted);
    let found = if whole.is_empty() { fitting(&|known| known.contains(&wanted)) } else { whole };
    match found.as_slice() {
        [] => Ok(None),
        [only] => Ok(Some(only)),
        [..] => Err(said(field, format!("“{name}” fits more than one"))),
    }
}

fn nobody(field: &str, name: &str) -> AppError {
    said(field, format!("the record has nobody called “{name}”"))
}

fn said(field: &str, said: impl Display) -> AppError {
    refused(field, "unknown_reference", [("said", &said.to_string())])
}

fn proposed(reader: &Reader, on: NaiveDate) -> Result<Vec<ProposalAnswer>, AppError> {
    let names = Directory::read(reader)?;
    let lens = Lens { on, names: &names };
    let mut all = Vec::new();
    for dispute in reader.disputes_where(DisputeScope::All)? {
        if dispute.opened_on > on {
            continue;
        }
        let matter = Matter::read(reader, dispute.id, on)?;
        all.extend(holdfast_letters::propose(&matter.case(), on).iter().map(|it| {
            let person = it.to_contact.and_then(|id| lens.names.person(id)).map(|it| it.name);
            ProposalAnswer {
                dispute: dispute.title.clone(),
                kind: it.kind.as_str(),
                to: person.unwrap_or_else(|| lens.names.vendor(it.to_vendor).name),
                why: it.why.to_string(),
            }
        }));
    }
    Ok(all)
}

fn draft(row: &LetterRow) -> DraftAnswer {
    DraftAnswer {
        dispute: row.dispute.name.clone(),
        kind: holdfast_domain::LetterKind::from(row.kind).as_str(),
        to: row.addressee.clone(),
        reply_by: row.reply_by.clone(),
    }
}

fn sent_answer(row: &SentRow) -> SentAnswer {
    SentAnswer {
        dispute: row.dispute.name.clone(),
        kind: holdfast_domain::LetterKind::from(row.kind).as_str(),
        to: row.addressee.clone(),
        on: row.on.clone(),
        reply_by: row.reply_by.clone(),
        waiting: row.standing == crate::wire::SentStanding::Waiting,
        overdue: row.overdue,
    }
}
