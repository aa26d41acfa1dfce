//! The calendar file: everything that is undone and has a day, for any calendar program.

use holdfast_domain::rules::{Due, DueItem, DueKind, agenda};
use holdfast_domain::{DateTime, Dispute, Utc, words};
use holdfast_store::{Noun, Reader, Record};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, Property, Trigger};

use crate::App;
use crate::directory::Directory;
use crate::scenes::Scenes;
use crate::view::Lens;
use crate::wire::AppError;

/// When the alarm of something without a time rings, counted from the beginning of its day.
const MORNING: chrono::TimeDelta = chrono::TimeDelta::hours(9);
/// How long before its time the alarm of something with one rings, and how long that is taken to be.
const BEFORE: chrono::TimeDelta = chrono::TimeDelta::minutes(15);
const LENGTH: chrono::TimeDelta = chrono::TimeDelta::minutes(30);

/// A calendar file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarFile {
    /// The file itself.
    pub text: String,
    /// How many entries it has.
    pub entries: u32,
}

impl App {
    /// The calendar file, in the form of RFC 5545.
    ///
    /// Each thing is named by its record, and its revision counts what was done to that record and
    /// to its dispute: a second file changes what a calendar has of the first, and doubles nothing.
    /// The same record gives the same file. Private notes are not in it, nor any sum but those that
    /// a person wrote into a title or a step.
    ///
    /// # Errors
    /// Only where the store cannot be read.
    pub fn calendar_file(&self) -> Result<CalendarFile, AppError> {
        let on = self.today_day();
        self.read(|reader| {
            let names = Directory::read(reader)?;
            let lens = Lens { on, names: &names };
            let scenes = Scenes::of_all(reader, on)?;
            let mut calendar = Calendar::empty();
            calendar.append_property(Property::new("VERSION", "2.0"));
            calendar.append_property(Property::new("PRODID", "-//Holdfast//Holdfast//EN"));
            calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
            calendar.name("Holdfast");
            let mut entries = 0;
            for dispute in &scenes.disputes {
                for due in agenda::undone(&scenes.scene(dispute), on) {
                    let revised = Revision::of(reader, dispute, due.item)?;
                    calendar.push(entry(&lens, &scenes, dispute, &due, &revised));
                    entries += 1;
                }
            }
            Ok(CalendarFile { text: calendar.done().to_string(), entries })
        })
    }
}

/// How often a thing was changed, and when it last was.
struct Revision {
    count: u32,
    last: DateTime<Utc>,
}

impl Revision {
    fn of(reader: &Reader, dispute: &Dispute, item: DueItem) -> Result<Self, AppError> {
        let record: Record = noun(item).record(item.uuid());
        let mut changes = reader.history(record)?;
        changes.extend(reader.history(dispute.id)?);
        let mut actions: Vec<_> = changes.iter().map(|it| (it.action.id, it.action.at)).collect();
        actions.sort_unstable();
        actions.dedup();
        let last = actions.iter().map(|(_, at)| *at).max().unwrap_or_default();
        Ok(Self { count: u32::try_from(actions.len()).unwrap_or(u32::MAX), last })
    }
}

fn noun(item: DueItem) -> Noun {
    match item {
        DueItem::Promise(_) => Noun::Promise,
        DueItem::NextStep(_) => Noun::NextStep,
        DueItem::Check { .. } => Noun::Check,
        DueItem::Letter(_) => Noun::SentLetter,
        DueItem::Clock(_) => Noun::Clock,
        DueItem::Quiet(_) => Noun::Dispute,
    }
}

fn entry(
    lens: &Lens<'_>,
    scenes: &Scenes,
    dispute: &Dispute,
    due: &Due,
    revised: &Revision,
) -> Event {
    let summary = summary(lens, scenes, due);
    let name = format!("{}-{}", due.kind, due.item.uuid().hyphenated());
    let mut event = Event::new();
    event
        .uid(&format!("{name}@holdfast"))
        .sequence(revised.count)
        .timestamp(revised.last)
        .last_modified(revised.last)
        .summary(&summary)
        .description(&description(lens, scenes, dispute, due));
    let ring = match due.at {
        Some(at) => {
            let begins = due.on.and_time(at);
            event.starts(begins).ends(begins + LENGTH);
            Trigger::before_start(BEFORE)
        }
        None => {
            // The end of a whole day is the day after, which is not part of it.
            event.starts(due.on).ends(due.on.succ_opt().unwrap_or(due.on));
            event.append_property(Property::new("TRANSP", "TRANSPARENT"));
            Trigger::after_start(MORNING)
        }
    };
    // Whatever an alarm does not say of itself would be made up anew in each file.
    let mut alarm = Alarm::display(&summary, ring);
    alarm.uid(&format!("{name}-alarm@holdfast")).timestamp(revised.last);
    event.alarm(alarm).done()
}

/// The line that a calendar shows.
fn summary(lens: &Lens<'_>, scenes: &Scenes, due: &Due) -> String {
    let what = one_line(&lens.what(due, scenes));
    match due.kind {
        DueKind::NextStep | DueKind::Quiet | DueKind::Letter => what,
        DueKind::Promise => format!("Promised to us: {what}"),
        DueKind::Check => format!("Does it still hold? {what}"),
        DueKind::Clock => format!("A time limit ends: {what}"),
    }
}

/// In which dispute, and with whom.
fn description(lens: &Lens<'_>, scenes: &Scenes, dispute: &Dispute, due: &Due) -> String {
    let item = lens.due_item(dispute, due, scenes);
    let whom = match (item.person, item.vendor) {
        (Some(person), _) => Some(format!("{}, {}", person.name, person.vendor.name)),
        (None, vendor) => vendor.map(|vendor| vendor.name),
    };
    let matter = format!("{} ({})", one_line(&dispute.title), dispute.id.reference());
    std::iter::once(matter).chain(whom.map(|it| one_line(&it))).collect::<Vec<_>>().join("\n")
}

/// The same words on one line, which a summary has to be.
fn one_line(text: &str) -> String {
    words::beginning(&text.split_whitespace().collect::<Vec<_>>().join(" "), 200)
}
