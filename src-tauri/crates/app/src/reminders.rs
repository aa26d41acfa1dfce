//! Reminders: what to say of its own accord while the program runs, and what was missed before.

use chrono::{NaiveDateTime, TimeDelta};
use holdfast_domain::rules::DueKind;
use holdfast_domain::rules::agenda::{Entry, Section};
use holdfast_domain::{DateTime, Dispute, NaiveDate, Utc, words};

use crate::App;
use crate::directory::Directory;
use crate::scenes::Scenes;
use crate::view::Lens;
use crate::wire::AppError;

/// When in the day its list is told, in hours since midnight.
const MORNING: TimeDelta = TimeDelta::hours(9);
/// After so long a silence the program did not run: what came meanwhile is told at once.
const SILENCE: TimeDelta = TimeDelta::minutes(10);
/// So many matters are named; the rest are counted.
const NAMED: usize = 3;

/// The setting that holds until when reminders were given, by the clock on the wall.
const UNTIL: &str = "reminded-until";
/// The setting that holds the instant at which was last looked.
const LOOKED: &str = "reminders-looked-at";
/// The setting that says whether reminders are given; they are unless it is `off`.
const WANTED: &str = "reminders";

/// Something to be told outside the window. It names vendors and disputes, and nothing else of the
/// record: others may see the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// What it is about, in a few words.
    pub title: String,
    /// The matters.
    pub body: String,
}

impl App {
    /// What is to be told of the time behind `since` up to and with `until`, by the clock on the
    /// wall: each step whose time came, and in the morning what asks on that day. Where the program
    /// was closed meanwhile, all of it is told as one.
    ///
    /// # Errors
    /// Only where the store cannot be read.
    pub fn reminders(
        &self,
        since: NaiveDateTime,
        until: NaiveDateTime,
        was_closed: bool,
    ) -> Result<Vec<Reminder>, AppError> {
        let on = until.date();
        self.read(|reader| {
            let names = Directory::read(reader)?;
            let lens = Lens { on, names: &names };
            let scenes = Scenes::of_all(reader, on)?;
            let mut timed = timed(&lens, &scenes, since, until);
            let morning = since < on.and_time(Default::default()) + MORNING
                && on.and_time(Default::default()) + MORNING <= until;
            let list = morning.then(|| list_of(&scenes, on)).flatten();
            if was_closed {
                return Ok(missed(timed, list).into_iter().collect());
            }
            timed.extend(list);
            Ok(timed)
        })
    }

    /// What is to be told now; it is not told again. Nothing is told of the sample, nor where the
    /// person wants no reminders.
    ///
    /// # Errors
    /// Where the store cannot be read or written.
    pub fn remind(&self) -> Result<Vec<Reminder>, AppError> {
        let (now, instant) = (self.wall_clock(), self.now());
        if self.is_sample() || !self.wants_reminders()? {
            return Ok(Vec::new());
        }
        let (told, looked) =
            self.read(|reader| Ok((reader.setting(UNTIL)?, reader.setting(LOOKED)?)))?;
        let since = told
            .and_then(|text| text.parse().ok())
            .unwrap_or_else(|| now.date().and_time(Default::default()));
        // An hour that the clock on the wall leaves out or shows twice is no silence: that is told
        // by instants.
        let looked: Option<DateTime<Utc>> = looked.and_then(|text| text.parse().ok());
        let was_closed = looked.is_none_or(|looked| instant - looked > SILENCE);
        self.store().put_setting(LOOKED, &instant.to_rfc3339())?;
        // Where the clock was put back, what was told stays told.
        if since >= now {
            return Ok(Vec::new());
        }
        let reminders = self.reminders(since, now, was_closed)?;
        self.store().put_setting(UNTIL, &now.format("%Y-%m-%dT%H:%M:%S").to_string())?;
        Ok(reminders)
    }

    /// Whether reminders are given on this computer.
    ///
    /// # Errors
    /// Only where the store cannot be read.
    pub fn wants_reminders(&self) -> Result<bool, AppError> {
        self.read(|reader| Ok(reader.setting(WANTED)?.as_deref() != Some("off")))
    }

    /// Says whether reminders are given on this computer.
    ///
    /// # Errors
    /// Where the store cannot be written.
    pub fn want_reminders(&self, wanted: bool) -> Result<(), AppError> {
        Ok(self.store().put_setting(WANTED, if wanted { "on" } else { "off" })?)
    }
}

/// The steps whose time came, the earliest first.
fn timed(
    lens: &Lens<'_>,
    scenes: &Scenes,
    since: NaiveDateTime,
    until: NaiveDateTime,
) -> Vec<Reminder> {
    let mut all: Vec<(NaiveDateTime, Reminder)> = Vec::new();
    for dispute in &scenes.disputes {
        let ahead = scenes.agenda(dispute).ahead;
        let steps = ahead.iter().filter(|entry| entry.due.kind == DueKind::NextStep);
        all.extend(steps.filter_map(|entry| {
            let at = entry.due.on.and_time(entry.due.at?);
            let has_come = since < at && at <= until;
            has_come.then(|| (at, of_step(lens, dispute, entry, at)))
        }));
    }
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, reminder)| reminder).collect()
}

fn of_step(lens: &Lens<'_>, dispute: &Dispute, entry: &Entry, at: NaiveDateTime) -> Reminder {
    let vendor = entry.vendor.map(|id| words::isolated(&lens.names.vendor(id).name));
    let title = words::isolated(&dispute.title);
    Reminder {
        title: format!("{}: a step you planned", at.format("%H:%M")),
        body: vendor.map_or_else(|| title.clone(), |vendor| format!("{vendor} · {title}")),
    }
}

/// What asks on a day: how many matters, and the first of them by name.
fn list_of(scenes: &Scenes, on: NaiveDate) -> Option<Reminder> {
    let mut asking: Vec<(Section, NaiveDate, &str)> = scenes
        .disputes
        .iter()
        .filter_map(|dispute| {
            let agenda = scenes.agenda(dispute);
            let section = agenda.section(on).filter(|section| *section != Section::Week)?;
            Some((section, agenda.lead()?.due.on, dispute.title.as_str()))
        })
        .collect();
    asking.sort();
    let matters = words::counted(asking.len(), "matter", "matters");
    let verb = if asking.len() == 1 { "asks" } else { "ask" };
    let mut titles: Vec<String> =
        asking.iter().take(NAMED).map(|(_, _, title)| words::isolated(title)).collect();
    if asking.len() > NAMED {
        titles.push(format!("and {} more", asking.len() - NAMED));
    }
    (!asking.is_empty()).then(|| Reminder {
        title: words::capital(&format!("{matters} {verb} for you today")),
        body: titles.join("\n"),
    })
}

/// What came while the program did not run, told as one.
fn missed(timed: Vec<Reminder>, list: Option<Reminder>) -> Option<Reminder> {
    if timed.is_empty() {
        return list;
    }
    let had = words::counted(timed.len(), "step had its time", "steps had their time");
    let mut title = format!("{} while Holdfast was closed", words::capital(&had));
    let mut lines: Vec<String> = timed.into_iter().take(NAMED).map(|it| it.body).collect();
    if let Some(list) = list {
        title = words::capital(&had);
        lines.insert(0, list.title);
    }
    Some(Reminder { title, body: lines.join("\n") })
}
