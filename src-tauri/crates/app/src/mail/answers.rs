//! E-mails taken in by a script: each file an action of its own, with a row that says what became of
//! it. What nobody can be asked, nobody guesses: people are made only where the e-mail names them and
//! it is known at which vendor they are, and an e-mail that does not say when it was sent happened on
//! a day that is not known.

use std::io::Read as _;
use std::sync::Arc;

use holdfast_domain::{Direction, DisputeId, VendorId};
use holdfast_intake::mail::MailDraft;
use holdfast_intake::original::Kind;
use serde::Serialize;

use super::known::Known;
use super::proposal::is_worth_keeping;
use super::who::Sides;
use crate::disputes::called;
use crate::error::with;
use crate::evidence::MOST_LOOKED_AT;
use crate::evidence::look::person;
use crate::wire::{
    self, AppError, ErrorCode, MailEvent, MailPerson, MailSaid, Precision, VendorChoice, VendorKind,
};
use crate::{App, Incoming, files, foreign, to_wire};

/// What is said of all e-mails that a script takes in.
#[derive(Debug, Clone, Copy)]
pub struct MailAsk<'a> {
    /// The dispute's title, short reference or id.
    pub dispute: &'a str,
    /// With which vendor: a known one by its name, or a new one; otherwise as their addresses say.
    pub vendor: Option<&'a str>,
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MailOutcome {
    /// It is an event now.
    Added,
    /// The dispute had it already.
    Known,
    /// It could not be taken in.
    Refused,
}

/// A file and what became of it.
#[derive(Debug, Serialize)]
pub struct MailRow {
    /// The file's name.
    pub file: String,
    /// What became of it.
    pub outcome: MailOutcome,
    /// The new event.
    pub event: Option<String>,
    /// When it was sent, RFC 3339; nothing where it does not say so.
    pub sent_at: Option<String>,
    /// Whether it came in or went out.
    pub direction: Option<wire::Direction>,
    /// From whom it is.
    pub from: Vec<String>,
    /// Its subject.
    pub subject: String,
    /// With which vendor.
    pub vendor: Option<String>,
    /// How many of its files are evidence of their own.
    pub enclosed: usize,
    /// What could not be read of it, in snake case.
    pub remarks: Vec<String>,
    /// Why it could not be taken in.
    #[serde(skip)]
    pub reason: Option<AppError>,
}

impl App {
    /// Takes e-mails in, the same ones once, and says of each what became of it.
    ///
    /// # Errors
    /// `NotFound`, or `SeveralFound` where a name fits more than one dispute. What is the matter
    /// with a file stands in its row.
    pub fn import_mails(
        &self,
        ask: &MailAsk<'_>,
        incoming: Vec<Incoming>,
    ) -> Result<Vec<MailRow>, AppError> {
        let dispute = self.read(|reader| called(reader, ask.dispute))?;
        let mut known = Known::of(self, dispute)?;
        let rows = incoming.into_iter().map(|one| {
            let name = one.name();
            let mut row = MailRow::of(name);
            match self.import_mail(dispute, ask.vendor, one, &mut known, &mut row) {
                Ok(outcome) => row.outcome = outcome,
                Err(error) => row.reason = Some(error),
            }
            row
        });
        Ok(rows.collect())
    }

    fn import_mail(
        &self,
        dispute: DisputeId,
        vendor: Option<&str>,
        incoming: Incoming,
        known: &mut Known,
        row: &mut MailRow,
    ) -> Result<MailOutcome, AppError> {
        let bytes: Arc<[u8]> = mail_bytes(incoming)?.into();
        let draft = understood(&row.file, &bytes)?;
        row.tell(&draft);
        // Nothing is written before the e-mail is understood.
        let stored = self.store().store_original(&bytes[..], crate::LARGEST)?;
        drop(bytes);
        if known.find(stored.sha256, &draft).is_some() {
            return Ok(MailOutcome::Known);
        }
        let sides = self.read(|reader| Sides::read(reader, dispute))?;
        let found = sides.find(&draft);
        row.direction = Some(found.direction.into());
        let at_vendor = match vendor {
            Some(name) => sides.vendor_called(name),
            None => found.vendor,
        };
        let vendor = match vendor {
            Some(name) => Some(choice(name)),
            None => found.vendor.map(|id| known_choice(id, sides.vendor_name(id))),
        };
        let has_vendor = vendor.is_some();
        row.vendor = vendor.as_ref().map(|choice| choice.name.clone());
        let (at, precision) = match draft.sent_at {
            Some(at) => (at.to_rfc3339(), Precision::Exact),
            None => (to_wire::day(self.today_day()), Precision::Unknown),
        };
        let enclosed = (0_u32..).zip(&draft.attachments);
        let enclosed = enclosed.filter(|(_, file)| is_worth_keeping(file));
        let event = MailEvent {
            at,
            precision,
            direction: found.direction.into(),
            people: sides
                .people(&found.others, at_vendor)
                .into_iter()
                .filter(|person| person.id.is_some() || (person.keep && has_vendor))
                .map(|person| MailPerson { keep: true, ..person })
                .collect(),
            vendor,
            summary: summary(&draft, found.direction),
            enclosed: enclosed.map(|(place, _)| place).collect(),
        };
        row.enclosed = event.enclosed.len();
        let said =
            MailSaid { id: stored.sha256.to_string(), name: row.file.clone(), event: Some(event) };
        known.expect(stored.sha256, &draft);
        let said = self.said_of_mail(stored.sha256, draft, &said)?;
        let added = self.enter_mails(dispute, &[said], Vec::new())?;
        row.event = added.events.into_iter().next().map(|event| event.id);
        Ok(MailOutcome::Added)
    }
}

impl MailRow {
    fn of(file: String) -> Self {
        Self {
            file,
            outcome: MailOutcome::Refused,
            event: None,
            sent_at: None,
            direction: None,
            from: Vec::new(),
            subject: String::new(),
            vendor: None,
            enclosed: 0,
            remarks: Vec::new(),
            reason: None,
        }
    }

    fn tell(&mut self, draft: &MailDraft) {
        self.sent_at = draft.sent_at.map(|at| at.to_rfc3339());
        self.from = draft.from.iter().map(person).collect();
        self.subject = draft.subject.trim().to_owned();
        self.remarks = draft.remarks.iter().map(|it| it.code.as_str().to_owned()).collect();
    }
}

/// The whole file, unless it is larger than what is looked into.
fn mail_bytes(incoming: Incoming) -> Result<Vec<u8>, AppError> {
    let name = incoming.name();
    let mut bytes = Vec::new();
    let content = incoming.open()?.take(MOST_LOOKED_AT + 1).read_to_end(&mut bytes);
    content.map_err(|error| files::failed_by_name(&name, &error))?;
    if bytes.len() as u64 > MOST_LOOKED_AT {
        let values = [("name", name), ("limit", MOST_LOOKED_AT.to_string())];
        return Err(with(ErrorCode::FileTooLarge, values));
    }
    if bytes.is_empty() {
        return Err(with(ErrorCode::FileEmpty, [("name", name)]));
    }
    Ok(bytes)
}

/// The e-mail in a file. Some have hardly any headers: a text is one where it names its sender, its
/// day or itself.
fn understood(name: &str, bytes: &Arc<[u8]>) -> Result<MailDraft, AppError> {
    let not_one = || with(ErrorCode::FileNotUnderstood, [("name", name.to_owned())]);
    let kind = foreign::kind(bytes);
    if !matches!(kind, Kind::Mail | Kind::Text) {
        return Err(not_one());
    }
    let draft = foreign::mail(bytes).map_err(|_| not_one())?;
    let is_named = !draft.from.is_empty() || draft.sent_at.is_some() || draft.message_id.is_some();
    if kind == Kind::Mail || is_named { Ok(draft) } else { Err(not_one()) }
}

/// What an e-mail says, in a line: its subject.
fn summary(draft: &MailDraft, direction: Direction) -> String {
    let subject = draft.subject.trim();
    let nameless = match direction {
        Direction::Out => "We wrote an e-mail without a subject.",
        Direction::In | Direction::Internal => "An e-mail without a subject came.",
    };
    if subject.is_empty() { nameless.to_owned() } else { subject.to_owned() }
}

fn choice(name: &str) -> VendorChoice {
    VendorChoice { id: None, name: name.to_owned(), kind: VendorKind::Other }
}

fn known_choice(id: VendorId, name: String) -> VendorChoice {
    VendorChoice { id: Some(id.to_string()), name, kind: VendorKind::Other }
}
