//! A pasted thread of e-mails or a chat becomes events: read into dated drafts, which somebody
//! confirms, and taken over as one action with the pasted text as the evidence beneath.

use holdfast_domain::{Channel, DayOrder, Direction, DisputeId, Event, NaiveDate, NaiveTime};
use holdfast_intake::mail::Mailbox;
use holdfast_intake::mail::thread::{Said, Thread, Way};
use holdfast_intake::original::ProblemCode;

use super::who::Sides;
use crate::error::with;
use crate::evidence::look::person;
use crate::wire::{AppError, ErrorCode, Named, ThreadBoard, ThreadDraft};
use crate::{App, foreign, from_wire, to_wire};

/// The longest text that is read at once, in bytes: it has to fit the draft of its form.
const LONGEST: usize = 400_000;

/// Texts up to this are taken as they are, in characters.
const SHORT: usize = 400;

/// The beginning of a longer one.
const BEGINNING: usize = 160;

impl App {
    /// Reads a pasted text into what seems to have happened. `order` is what the person said of its
    /// days; otherwise it is found out. Nothing is written.
    ///
    /// # Errors
    /// `NotFound`; `FileTooLarge` where the text is to be pasted in pieces.
    pub fn read_thread(
        &self,
        dispute: &str,
        text: &str,
        order: Option<DayOrder>,
    ) -> Result<ThreadBoard, AppError> {
        let dispute: DisputeId = from_wire::id("dispute", dispute)?;
        fits(text)?;
        let read = foreign::pasted(text, order);
        let unsure = read.problems.iter().find(|it| it.code == ProblemCode::DayOrderUnsure);
        let unsure_day = unsure.map(|it| it.text.clone());
        let problems = read.problems.iter().map(|it| it.code.as_str().to_owned()).collect();
        self.read(|reader| {
            let sides = Sides::read(reader, dispute)?;
            let events = reader.events_of(dispute)?;
            let others = others(&read, &sides);
            let drafts = happened(&read);
            let drafts = drafts.iter().map(|one| draft(one, &others, &sides, &events));
            let mut drafts: Vec<ThreadDraft> = drafts.collect();
            drafts.sort_by(|one, other| {
                let key = |it: &ThreadDraft| (it.on.is_none(), it.on.clone(), it.time.clone());
                key(one).cmp(&key(other))
            });
            let day_order = read.day_order.map(Into::into);
            Ok(ThreadBoard { drafts, day_order, unsure_day, problems })
        })
    }
}

/// That a pasted text is not longer than what is read at once.
pub(super) fn fits(text: &str) -> Result<(), AppError> {
    if text.len() <= LONGEST {
        return Ok(());
    }
    let values = [("name", "What was pasted".to_owned()), ("limit", LONGEST.to_string())];
    Err(with(ErrorCode::FileTooLarge, values))
}

/// Messages that are one event: an e-mail, or what was chatted in one go on one day.
struct Happened<'a> {
    first: &'a Said,
    all: Vec<&'a Said>,
}

fn happened(read: &Thread) -> Vec<Happened<'_>> {
    let mut all: Vec<Happened<'_>> = Vec::new();
    for said in &read.said {
        match all.last_mut() {
            Some(last)
                if said.way == Way::Chat
                    && last.first.way == Way::Chat
                    && said.on.is_some()
                    && last.first.on == said.on =>
            {
                last.all.push(said);
            }
            Some(_) | None => all.push(Happened { first: said, all: vec![said] }),
        }
    }
    all
}

/// Everybody in the text who is not of the household, each once.
fn others<'a>(read: &'a Thread, sides: &Sides) -> Vec<&'a Mailbox> {
    let mut others: Vec<&Mailbox> = Vec::new();
    for said in &read.said {
        let is_someone = said.who != Mailbox::default();
        if is_someone && !sides.is_member(&said.who) && !others.contains(&&said.who) {
            others.push(&said.who);
        }
    }
    others
}

fn draft(one: &Happened<'_>, others: &[&Mailbox], sides: &Sides, events: &[Event]) -> ThreadDraft {
    let first = one.first;
    let is_ours = sides.is_member(&first.who);
    let direction = if is_ours { Direction::Out } else { Direction::In };
    let channel = match first.way {
        Way::Chat => Channel::Chat,
        Way::Mail | Way::Unknown => Channel::Email,
    };
    let mut there: Vec<&Mailbox> = Vec::new();
    for said in &one.all {
        if others.contains(&&said.who) && !there.contains(&&said.who) {
            there.push(&said.who);
        }
    }
    // What we wrote went to the only other one, where there is only one.
    if there.is_empty() && is_ours && others.len() == 1 {
        there.extend(others);
    }
    let vendor = sides.vendor_of(&there).or_else(|| sides.vendor_of(others));
    let vendor = vendor.or_else(|| sides.only_vendor());
    let known = first.on.and_then(|on| known(events, on, channel, direction));
    ThreadDraft {
        line: first.line,
        on: to_wire::day_option(first.on),
        time: first.at.map(minute),
        who: person(&first.who),
        channel: channel.into(),
        direction: direction.into(),
        vendor: vendor.map(|id| Named { id: id.to_string(), name: sides.vendor_name(id) }),
        people: sides.people(&there, vendor),
        words: words(one),
        known,
    }
}

fn minute(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// An event of the same day that was told before. Of a chat, either side may have begun.
fn known(events: &[Event], on: NaiveDate, channel: Channel, direction: Direction) -> Option<Named> {
    let same = |event: &&Event| {
        event.time.at.day() == on
            && event.channel == channel
            && (channel == Channel::Chat || event.direction == direction)
    };
    let name = |event: &Event| event.facts.first().map(|it| it.text.clone()).unwrap_or_default();
    events.iter().find(same).map(|event| Named { id: event.id.to_string(), name: name(event) })
}

/// What was said: a short text as it is, of a long one the subject or the beginning.
fn words(one: &Happened<'_>) -> String {
    let line = |said: &&Said| match (&said.who.name, one.all.len()) {
        (Some(name), 2..) => format!("{name}: {}", said.text),
        (Some(_) | None, _) => said.text.clone(),
    };
    let text = one.all.iter().map(line).collect::<Vec<_>>().join("\n");
    if text.chars().count() <= SHORT && !text.trim().is_empty() {
        return text;
    }
    if let Some(subject) = &one.first.subject {
        return subject.clone();
    }
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(BEGINNING) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}
