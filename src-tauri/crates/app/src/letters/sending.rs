//! Marking a letter as sent: what went out is frozen, and the record says that it did.

mod follows;

use std::collections::BTreeMap;

use holdfast_domain::words;
use holdfast_domain::{
    Channel, DateTime, Event, EventId, EventTime, Fact, FactStatus, Letter, LetterId, LetterKind,
    NaiveDate, NextStepId, Occurred, Precision, SentLetter, SentLetterId, Utc,
};
use holdfast_store::Stored;

use follows::{step_words, what_follows};

use super::Matter;
use super::edits::{self, problem};
use super::text::{self, Composition};
use crate::clock::new_id;
use crate::dossiers::enter_edition;
use crate::edit::Choices;
use crate::error::{not_found, plain, refused, refused_with};
use crate::scenes::Scenes;
use crate::wire::Deed;
use crate::wire::{self, AppError, Done, ErrorCode, FieldProblem, Sending, SendingProposal};
use crate::{App, from_wire, to_wire};

/// The largest document that goes out, in bytes.
const LARGEST: u64 = crate::LARGEST;

impl App {
    /// The step that is proposed for after a letter goes out on that day and in that way.
    ///
    /// # Errors
    /// `NotFound`, or `Refused` where the day or the channel cannot be read.
    pub fn sending_proposal(
        &self,
        id: &str,
        on: &str,
        by: wire::Channel,
    ) -> Result<SendingProposal, AppError> {
        let id: LetterId = from_wire::id("id", id)?;
        let on = from_wire::day("on", on)?;
        let by = edits::channel("by", by)?;
        self.read(|reader| {
            let letter = reader.letter(id)?.ok_or_else(not_found)?;
            let vendor = reader.vendor(letter.to_vendor)?.ok_or_else(not_found)?.name;
            let scenes = Scenes::of_one(reader, letter.dispute, on)?;
            let step = scenes.after_sending(&letter, by, on);
            Ok(SendingProposal {
                next_step_on: step.map(|step| to_wire::day(step.on())),
                next_step: step.map(|step| step_words(Some(step), &vendor, on)).unwrap_or_default(),
            })
        })
    }

    /// Marks a letter as sent. Its text and PDF, and the dossier that was enclosed, are frozen; it
    /// becomes an event of the timeline; the next step is planned; a rung that it climbed is
    /// reached; who was thanked counts as thanked. All of it is one action.
    ///
    /// # Errors
    /// `NotFound`; `LetterSent`; `LetterIncomplete` with what it lacks; `TemplateFault`; `Refused`
    /// with the fields that stand in the way; `TypesettingFailed`.
    pub fn mark_sent(&self, id: &str, sending: &Sending) -> Result<Done, AppError> {
        let id: LetterId = from_wire::id("id", id)?;
        let sending = Chosen::read(sending, self.today_day())?;
        let composition = self.read(|reader| {
            let letter = reader.letter(id)?.ok_or_else(not_found)?;
            match reader.sending_of(id)? {
                Some(_) => Err(plain(ErrorCode::LetterSent)),
                None => {
                    let matter = Matter::read(reader, letter.dispute, sending.on)?;
                    let letter = Letter { by: sending.by, ..letter };
                    text::compose(reader, matter, letter, sending.on)
                }
            }
        })?;
        refuse_incomplete(&composition)?;
        // The documents are safe on disk before anything names them.
        let pdf = self.freeze(&composition.pdf()?.bytes)?;
        let dossier = match composition.dossier()? {
            Some(dossier) => Some((self.freeze(&dossier.pdf.bytes)?, dossier.edition)),
            None => None,
        };
        let (today, marked_at) = (self.today_day(), self.now());
        self.change(Deed::MarkSent, &composition.draft.subject, |writer| {
            // What was frozen is what stands there now, or nothing is marked.
            let mut letter = edits::draft(writer, id)?;
            letter.by = sending.by;
            if letter != composition.letter {
                return Err(plain(ErrorCode::Conflict));
            }
            writer.put_letter(&letter)?;
            let mut dispute = writer.dispute(letter.dispute)?.ok_or_else(not_found)?;
            let event = event(&composition, &sending);
            let mut touched = vec![event.id.uuid()];
            touched.extend(event.facts.iter().map(|fact| fact.id.uuid()));
            // Before the letter's own event is written, so that it is not counted twice.
            let scenes = Scenes::of_one(writer, letter.dispute, sending.on)?;
            let proposed = scenes.after_sending(&letter, sending.by, sending.on);
            what_follows(&mut dispute, &composition, &sending, proposed, &mut touched)?;
            let event_id = event.id;
            let warnings = writer.put_checked(&dispute, &[event], today, Some(&touched))?;
            let enclosed = dossier.as_ref().map(|(stored, _)| *stored);
            let documents = Documents { pdf, dossier: enclosed, marked_at };
            if let Some((stored, edition)) = dossier {
                enter_edition(writer, &edition, stored, sending.on, marked_at)?;
            }
            let sent = frozen(&composition, &sending, event_id, &documents);
            writer.put_sent_letter(&sent)?;
            Ok((Some(sent.id.to_string()), warnings))
        })
    }

    /// Takes “sent” back: the letter is a draft again, its event goes, and the copy stays where it
    /// can be seen. What followed from it goes too, unless it has been changed since.
    ///
    /// # Errors
    /// `NotFound`; `StillNamed` where something, such as a later letter, follows from its event.
    pub fn take_back_sent(&self, id: &str) -> Result<Done, AppError> {
        let sent: SentLetterId = from_wire::id("id", id)?;
        let entered = self.read(|reader| {
            let (_, taken_back) = reader.sent_letter(sent)?.ok_or_else(not_found)?;
            let first = reader.history(sent)?.into_iter().next();
            first.filter(|_| !taken_back).map(|change| change.action.id).ok_or_else(not_found)
        })?;
        match self.undo_action(entered) {
            Err(error) if error.code == ErrorCode::Conflict => self.take_back_alone(sent),
            other => other,
        }
    }

    /// Takes the sending and its event back, and leaves what has been changed since.
    fn take_back_alone(&self, id: SentLetterId) -> Result<Done, AppError> {
        self.change(Deed::TakeBackSent, "", |writer| {
            let (sent, _) = writer.sent_letter(id)?.ok_or_else(not_found)?;
            writer.bin(id)?;
            writer.bin(sent.event)?;
            for edition in writer.sent_dossiers_of(sent.dispute)? {
                if Some(edition.pdf) == sent.dossier && edition.marked_at == sent.marked_at {
                    writer.bin(edition.id)?;
                }
            }
            Ok((Some(id.to_string()), Vec::new()))
        })
    }

    fn freeze(&self, bytes: &[u8]) -> Result<Stored, AppError> {
        Ok(self.store().store_original(bytes, LARGEST)?)
    }
}

/// What the person said of the sending, understood.
struct Chosen {
    on: NaiveDate,
    by: Channel,
    tracking: Option<String>,
    next_step_on: Option<NaiveDate>,
    without_next_step: bool,
    finished_steps: Vec<NextStepId>,
}

impl Chosen {
    fn read(form: &Sending, today: NaiveDate) -> Result<Self, AppError> {
        let on = from_wire::day("on", &form.on)?;
        if on > today {
            return Err(refused("on", "day_in_future", [("day", form.on.as_str())]));
        }
        let tracking = from_wire::line_option(form.tracking.as_deref());
        let too_much = tracking
            .as_deref()
            .and_then(|text| problem("tracking", text, holdfast_domain::text::LINE));
        if let Some(problem) = too_much {
            return Err(refused_with(vec![problem]));
        }
        let steps = form.finished_steps.iter();
        Ok(Self {
            on,
            by: edits::channel("by", form.by)?,
            tracking,
            next_step_on: from_wire::day_option("nextStepOn", form.next_step_on.as_deref())?,
            without_next_step: form.without_next_step,
            finished_steps: steps
                .map(|step| from_wire::id("finishedSteps", step))
                .collect::<Result<_, _>>()?,
        })
    }
}

fn refuse_incomplete(composition: &Composition) -> Result<(), AppError> {
    let missing = composition.lacks().into_iter().filter(|point| point.refuse);
    let problems: Vec<FieldProblem> = missing
        .map(|point| FieldProblem {
            field: point.place.field.unwrap_or_default(),
            code: point.code,
            values: BTreeMap::new(),
        })
        .collect();
    if problems.is_empty() {
        return Ok(());
    }
    Err(AppError { problems, ..plain(ErrorCode::LetterIncomplete) })
}

/// What was frozen, and when.
struct Documents {
    pdf: Stored,
    dossier: Option<Stored>,
    marked_at: DateTime<Utc>,
}

/// What went out, as it is kept.
fn frozen(
    composition: &Composition,
    sending: &Chosen,
    event: EventId,
    documents: &Documents,
) -> SentLetter {
    let Composition { letter, draft, .. } = composition;
    SentLetter {
        id: new_id(),
        dispute: letter.dispute,
        letter: letter.id,
        kind: letter.kind,
        to_vendor: letter.to_vendor,
        to_contact: letter.to_contact,
        addressee: composition.addressee(),
        on: sending.on,
        by: sending.by,
        tracking: sending.tracking.clone(),
        reply_by: letter.reply_by,
        subject: draft.subject.clone(),
        text: composition.plain_text(),
        pdf: documents.pdf.sha256,
        pdf_size: documents.pdf.size,
        dossier: documents.dossier.map(|it| it.sha256),
        event,
        marked_at: documents.marked_at,
    }
}

/// The event of the timeline. Its fact names the vendor and no person: it may be printed.
fn event(composition: &Composition, sending: &Chosen) -> Event {
    let letter = &composition.letter;
    let vendor = words::isolated(&composition.vendor_name());
    let what = kind_words(letter.kind);
    let asking = match letter.reply_by {
        Some(day) => format!(", asking for an answer by {}", words::date(day)),
        None => String::new(),
    };
    Event {
        id: new_id(),
        dispute: letter.dispute,
        time: EventTime { at: Occurred::On(sending.on), precision: Precision::Exact },
        channel: sending.by,
        direction: holdfast_domain::Direction::Out,
        vendor: Some(letter.to_vendor),
        contacts: letter.to_contact.into_iter().collect(),
        answered: None,
        waited_minutes: None,
        minutes: None,
        facts: vec![Fact {
            id: new_id(),
            text: format!("{what} was sent to {vendor}{asking}."),
            status: FactStatus::Undisputed,
            acknowledged_by: None,
        }],
        note: None,
    }
}

/// What a letter is called in the timeline.
fn kind_words(kind: LetterKind) -> &'static str {
    match kind {
        LetterKind::Complaint => "A complaint",
        LetterKind::FollowUp => "A follow-up letter",
        LetterKind::Confirmation => "A confirmation of what was agreed",
        LetterKind::Escalation => "An escalation",
        LetterKind::ThankYou => "A letter of thanks",
        LetterKind::Commendation => "A commendation",
        LetterKind::FinalNotice => "A final notice",
        LetterKind::BillingError => "A notice of a billing error",
        LetterKind::BeforeClaim => "A letter before claim",
        LetterKind::RefusalRequest => "A request for the refusal in writing",
    }
}
