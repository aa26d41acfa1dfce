//! Lists of letters: drafts, those that wait for an answer, and earlier ones.

use holdfast_domain::rules::letter::{self, SentStanding};
use holdfast_domain::{DisputeId, Letter, NaiveDate, SentLetter};
use holdfast_store::Reader;

use crate::directory::Directory;
use crate::scenes::Scenes;
use crate::wire::{self, AppError, LetterBoard, LetterRow, SentRow};
use crate::{App, from_wire, to_wire};

impl App {
    /// The letters of all disputes.
    ///
    /// # Errors
    /// Only where the store cannot be read.
    pub fn letters(&self) -> Result<LetterBoard, AppError> {
        let on = self.today_day();
        self.read(|reader| {
            let shelf = Shelf::of_all(reader, on)?;
            let drafts = reader.draft_letters()?;
            shelf.board(reader, &drafts, &reader.letters_taken_back()?)
        })
    }

    /// The letters of one dispute.
    ///
    /// # Errors
    /// `NotFound` where there is no such dispute.
    pub fn letters_of(&self, dispute: &str) -> Result<LetterBoard, AppError> {
        let id: DisputeId = from_wire::id("dispute", dispute)?;
        let on = self.today_day();
        self.read(|reader| {
            let shelf = Shelf::of_one(reader, id, on)?;
            let mut drafts = reader.letters_of(id)?;
            drafts.retain(|draft| shelf.scenes.sent.iter().all(|sent| sent.letter != draft.id));
            drafts.reverse();
            let mut taken_back = reader.letters_taken_back()?;
            taken_back.retain(|sent| sent.dispute == id);
            shelf.board(reader, &drafts, &taken_back)
        })
    }
}

/// Letters that went out, with what is needed to say where they stand.
pub(super) struct Shelf {
    on: NaiveDate,
    names: Directory,
    pub(super) scenes: Scenes,
}

impl Shelf {
    /// The letters of all disputes.
    pub(super) fn of_all(reader: &Reader, on: NaiveDate) -> Result<Self, AppError> {
        Ok(Self { on, names: Directory::read(reader)?, scenes: Scenes::of_all(reader, on)? })
    }

    /// The letters of one dispute.
    pub(super) fn of_one(reader: &Reader, id: DisputeId, on: NaiveDate) -> Result<Self, AppError> {
        Ok(Self { on, names: Directory::read(reader)?, scenes: Scenes::of_one(reader, id, on)? })
    }

    pub(super) fn board(
        &self,
        reader: &Reader,
        drafts: &[Letter],
        taken_back: &[SentLetter],
    ) -> Result<LetterBoard, AppError> {
        let drafts = drafts.iter().map(|draft| self.draft(reader, draft));
        let rows = self.scenes.sent.iter().rev();
        let rows = rows.map(|sent| self.row(sent, self.scenes.standing(sent)));
        let waits = |row: &SentRow| row.standing == wire::SentStanding::Waiting;
        let (mut waiting, earlier): (Vec<_>, Vec<_>) = rows.partition(waits);
        // What named no day waits behind what did.
        waiting.sort_by_key(|row| (row.reply_by.is_none(), row.reply_by.clone(), row.on.clone()));
        let taken_back = taken_back.iter().map(|sent| self.row_taken_back(sent));
        Ok(LetterBoard {
            drafts: drafts.collect::<Result<_, _>>()?,
            waiting,
            earlier,
            taken_back: taken_back.collect(),
        })
    }

    /// A letter that was not taken back.
    pub(super) fn row(&self, sent: &SentLetter, standing: SentStanding) -> SentRow {
        let overdue = letter::is_overdue(sent, standing, self.on);
        self.row_as(
            sent,
            overdue,
            match standing {
                SentStanding::Waiting => wire::SentStanding::Waiting,
                SentStanding::Answered => wire::SentStanding::Answered,
                SentStanding::FollowedUp => wire::SentStanding::FollowedUp,
                SentStanding::NothingAsked => wire::SentStanding::NothingAsked,
                SentStanding::Closed => wire::SentStanding::Closed,
            },
        )
    }

    /// A letter that was taken back.
    pub(super) fn row_taken_back(&self, sent: &SentLetter) -> SentRow {
        self.row_as(sent, false, wire::SentStanding::TakenBack)
    }

    fn row_as(&self, sent: &SentLetter, overdue: bool, standing: wire::SentStanding) -> SentRow {
        SentRow {
            id: sent.id.to_string(),
            letter: sent.letter.to_string(),
            dispute: self.names.dispute(sent.dispute),
            kind: sent.kind.into(),
            addressee: sent.addressee.clone(),
            vendor: self.names.vendor(sent.to_vendor),
            subject: sent.subject.clone(),
            on: to_wire::day(sent.on),
            by: sent.by.into(),
            tracking: sent.tracking.clone(),
            reply_by: to_wire::day_option(sent.reply_by),
            overdue,
            standing,
            event: sent.event.to_string(),
        }
    }

    fn draft(&self, reader: &Reader, draft: &Letter) -> Result<LetterRow, AppError> {
        let vendor = self.names.vendor(draft.to_vendor);
        let person = draft.to_contact.and_then(|id| self.names.person(id)).map(|it| it.name);
        let begun = reader.history(draft.id)?.into_iter().next();
        Ok(LetterRow {
            id: draft.id.to_string(),
            dispute: self.names.dispute(draft.dispute),
            kind: draft.kind.into(),
            addressee: person.unwrap_or_else(|| vendor.name.clone()),
            vendor,
            by: draft.by.into(),
            begun_at: begun.map(|it| to_wire::instant(it.action.at)).unwrap_or_default(),
            reply_by: to_wire::day_option(draft.reply_by),
            overdue: draft.reply_by.is_some_and(|day| day < self.on),
        })
    }
}
