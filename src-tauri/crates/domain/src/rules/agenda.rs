//! The agenda of a dispute: everything in it that may ask for attention on a day, and the one thing
//! that matters now.
//!
//! What asks, from which day on, and what ends it:
//!
//! | thing | asks from | rests while | ends |
//! |---|---|---|---|
//! | promise with a day | that day | followed up, put off | its outcome |
//! | promise without a day | the first day of the cadence | followed up, put off | its outcome |
//! | letter that named a day | that day | followed up, put off | an answer, a later letter |
//! | letter that named none | the second day of the cadence | followed up, put off | the same |
//! | next step | its day | put off until an answer | done |
//! | time limit that runs | its last day | put off | done, or does not apply |
//! | check | its day | put off until an answer | done; remedy reversed or expired |
//! | nothing planned or awaited | the next day of the cadence | put off | anything planned |
//!
//! Nothing of a closed dispute asks. Nothing is taken off the agenda because something else happened:
//! what was followed up rests only while something else stands in its place (see
//! [`followed`](self::followed)), and a dispute in which nothing is left to wait for asks by itself.

mod followed;
mod quiet;

use chrono::{Days, NaiveDate, NaiveTime};

use super::cadence::Pace;
use super::clock::ClockDue;
use super::due::{self, Due, DueItem, DueKind};
use super::letter::{self, Beside, SentStanding};
use super::{parties, promise, snooze, state};
use crate::{SentLetter, Snooze, SnoozeId, VendorId};

/// How many days the week has that is looked ahead.
const WEEK: Days = Days::new(7);

/// All that the agenda of one dispute is made from.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// The dispute with its events, people and letters.
    pub beside: Beside<'a>,
    /// What was put off, in this dispute and perhaps in others.
    pub snoozes: &'a [Snooze],
    /// The clocks that run, in this dispute and perhaps in others.
    pub clocks: &'a [ClockDue],
    /// How long the household waits for answers.
    pub pace: Pace,
}

/// What stands on the agenda of a dispute.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Agenda {
    /// What asks for attention, the most pressing first; then what is to come, the earliest first.
    pub ahead: Vec<Entry>,
    /// What was followed up and waits with something else, the earliest first.
    pub followed: Vec<Entry>,
    /// What was put off, what comes back first in front.
    pub put_off: Vec<Entry>,
}

/// Something on the agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What, and on which day.
    pub due: Due,
    /// With which vendor, as far as that is known.
    pub vendor: Option<VendorId>,
    /// Whether no day was named and the cadence gave it one.
    pub by_cadence: bool,
    /// When the vendor was last in touch since: a reason to look whether it is still needed.
    pub in_touch: Option<NaiveDate>,
    /// How it stands.
    pub standing: Standing,
}

/// How something on the agenda stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Its day has come.
    Asks,
    /// Its day is to come.
    Coming,
    /// It was followed up on this day, and something else stands in its place.
    FollowedUp(NaiveDate),
    /// It was put off.
    PutOff {
        /// By which snooze.
        by: SnoozeId,
        /// Until this day.
        until: NaiveDate,
        /// Or until the vendor is in touch.
        or_answer: bool,
    },
}

/// Where a dispute stands in the list of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Section {
    /// The day of something has passed.
    Overdue,
    /// Something asks today.
    Today,
    /// Something comes within seven days.
    Week,
}

impl Agenda {
    /// The one thing that matters now: what asks most, else what comes first.
    pub fn lead(&self) -> Option<&Entry> {
        self.ahead.first()
    }

    /// Where the dispute stands: by whatever in it is furthest behind. `None` where nothing asks
    /// and nothing comes within the week.
    pub fn section(&self, on: NaiveDate) -> Option<Section> {
        self.ahead.iter().filter_map(|entry| entry.section(on)).min()
    }
}

impl Entry {
    /// Where it stands by its own day; `None` beyond the week.
    pub fn section(&self, on: NaiveDate) -> Option<Section> {
        let week = on.checked_add_days(WEEK).unwrap_or(NaiveDate::MAX);
        if self.due.overdue {
            Some(Section::Overdue)
        } else if self.due.on <= on {
            Some(Section::Today)
        } else {
            (self.due.on <= week).then_some(Section::Week)
        }
    }

    /// What decides which of several comes first; the smaller, the sooner.
    fn order(&self, on: NaiveDate) -> (Weight, NaiveDate, Option<NaiveTime>, DueKind) {
        (Weight::of(self, on), self.due.on, self.due.at, self.due.kind)
    }
}

/// How much something weighs among what asks in one dispute, the heaviest first.
///
/// What cannot be made up for comes first: a call that was agreed for a time of this day, and the last
/// day of a time limit. Then what
/// others owe us and have let pass, promises before letters, because a promise is the stronger word
/// to hold somebody to. Then what the household planned itself, for that is in its own hand; then
/// what may still come today, and looks at what was settled, which wait a day without harm. That
/// nothing is planned is said only where nothing else is to be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    Appointment,
    Clock,
    PromisePassed,
    LetterPassed,
    Step,
    PromisedToday,
    AnswerToday,
    Check,
    Quiet,
    Coming,
}

impl Weight {
    fn of(entry: &Entry, on: NaiveDate) -> Self {
        let due = &entry.due;
        if due.on > on {
            return Self::Coming;
        }
        match due.kind {
            DueKind::NextStep if due.at.is_some() && due.on == on => Self::Appointment,
            DueKind::NextStep => Self::Step,
            DueKind::Promise if due.on < on => Self::PromisePassed,
            DueKind::Promise => Self::PromisedToday,
            DueKind::Letter if due.on < on => Self::LetterPassed,
            DueKind::Letter => Self::AnswerToday,
            DueKind::Check => Self::Check,
            DueKind::Clock => Self::Clock,
            DueKind::Quiet => Self::Quiet,
        }
    }
}

/// The agenda of a dispute on a day. Nothing of a closed dispute stands on it.
pub fn agenda(scene: &Scene<'_>, on: NaiveDate) -> Agenda {
    let mut agenda = Agenda::default();
    for entry in entries(scene, on) {
        match entry.standing {
            Standing::Asks | Standing::Coming => agenda.ahead.push(entry),
            Standing::FollowedUp(_) => agenda.followed.push(entry),
            Standing::PutOff { .. } => agenda.put_off.push(entry),
        }
    }
    agenda.ahead.sort_by_key(|entry| entry.order(on));
    agenda.followed.sort_by_key(|entry| entry.due.on);
    agenda.put_off.sort_by_key(|entry| match entry.standing {
        Standing::PutOff { until, .. } => until,
        Standing::Asks | Standing::Coming | Standing::FollowedUp(_) => entry.due.on,
    });
    agenda
}

/// Everything undone in the dispute, with its day, in no order: what a calendar shows. Nothing of a
/// closed dispute is among it, nor that nothing is planned.
pub fn undone(scene: &Scene<'_>, on: NaiveDate) -> Vec<Due> {
    if state::is_closed(scene.beside.dispute, on) {
        return Vec::new();
    }
    let mut all = due::undone(scene.beside.dispute, on, |_| true);
    all.extend(undated(scene, on));
    all.extend(running(scene).map(|clock| clock.due(on)));
    all.extend(waiting(&scene.beside, on).map(|sent| letter_due(sent, scene.pace, on)));
    all
}

fn entries(scene: &Scene<'_>, on: NaiveDate) -> Vec<Entry> {
    let closed = state::is_closed(scene.beside.dispute, on);
    let mut all: Vec<Entry> = undone(scene, on)
        .into_iter()
        .map(|due| {
            let clock = running(scene).find(|clock| due.item == DueItem::Clock(clock.id));
            let vendor =
                clock.and_then(|clock| clock.vendor).or_else(|| vendor_of(due.item, &scene.beside));
            let followed = followed::followed_up(&due, vendor, scene, on);
            entry(due, vendor, followed, scene, on)
        })
        .collect();
    if !closed && let Some(due) = quiet::quiet(&all, scene, on) {
        all.push(entry(due, None, None, scene, on));
    }
    all
}

fn entry(
    due: Due,
    vendor: Option<VendorId>,
    followed: Option<NaiveDate>,
    scene: &Scene<'_>,
    on: NaiveDate,
) -> Entry {
    let snooze = snooze::resting(scene.snoozes, due.item, vendor, &scene.beside, on);
    let standing = match (snooze, followed) {
        (Some(snooze), _) => {
            Standing::PutOff { by: snooze.id, until: snooze.until, or_answer: snooze.until_answer }
        }
        (None, Some(day)) => Standing::FollowedUp(day),
        (None, None) if due.on <= on => Standing::Asks,
        (None, None) => Standing::Coming,
    };
    Entry {
        by_cadence: !has_own_day(due.item, &scene.beside),
        in_touch: followed::in_touch(&due, vendor, &scene.beside, on),
        due,
        vendor,
        standing,
    }
}

/// The clocks of the dispute that run.
fn running<'a>(scene: &Scene<'a>) -> impl Iterator<Item = &'a ClockDue> {
    let dispute = scene.beside.dispute.id;
    scene.clocks.iter().filter(move |clock| clock.dispute == dispute)
}

/// Open promises that named no day, on the day on which to ask after them. None of them is ever
/// overdue, for nothing was let pass.
fn undated(scene: &Scene<'_>, on: NaiveDate) -> impl Iterator<Item = Due> {
    let promises = scene.beside.dispute.promises.iter();
    let open = promises.filter(move |one| one.due_on.is_none() && promise::is_open(one, on));
    open.map(move |one| {
        let day = scene.pace.first(one.made_on);
        let due = due::entry(day, None, &one.what, DueItem::Promise(one.id), on);
        Due { overdue: false, ..due }
    })
}

/// The letters of the dispute that wait for an answer, in the order in which they are given.
fn waiting<'a>(beside: &Beside<'a>, on: NaiveDate) -> impl Iterator<Item = &'a SentLetter> {
    let beside = *beside;
    beside.sent.iter().filter(move |sent| {
        sent.dispute == beside.dispute.id
            && sent.on <= on
            && letter::sent_standing(sent, &beside, on) == SentStanding::Waiting
    })
}

/// A letter that waits, on the day that it named. Where it named none, the cadence gives the day,
/// and it is never overdue.
fn letter_due(sent: &SentLetter, pace: Pace, on: NaiveDate) -> Due {
    let day = sent.reply_by.unwrap_or_else(|| pace.second(sent.on));
    let due = due::entry(day, None, &sent.subject, DueItem::Letter(sent.id), on);
    Due { overdue: due.overdue && sent.reply_by.is_some(), ..due }
}

fn has_own_day(item: DueItem, beside: &Beside<'_>) -> bool {
    match item {
        DueItem::Promise(id) => {
            beside.dispute.promises.iter().any(|one| one.id == id && one.due_on.is_some())
        }
        DueItem::Letter(id) => beside.sent.iter().any(|one| one.id == id && one.reply_by.is_some()),
        DueItem::NextStep(_) | DueItem::Check { .. } | DueItem::Clock(_) => true,
        DueItem::Quiet(_) => false,
    }
}

/// With which vendor a thing is, as far as the record says.
pub fn vendor_of(item: DueItem, beside: &Beside<'_>) -> Option<VendorId> {
    let Beside { dispute, contacts, .. } = *beside;
    match item {
        DueItem::Promise(id) => {
            let promise = dispute.promises.iter().find(|one| one.id == id)?;
            parties::vendor_of_promise(promise, contacts)
        }
        DueItem::NextStep(id) => {
            let step = dispute.next_steps.iter().find(|one| one.id == id)?;
            parties::vendor_of_contact(step.contact?, contacts)
        }
        DueItem::Check { remedy, .. } => {
            let remedy = dispute.remedies.iter().find(|one| one.id == remedy)?;
            parties::vendor_of_remedy(remedy, dispute, contacts)
        }
        DueItem::Letter(id) => {
            beside.sent.iter().find(|one| one.id == id).map(|sent| sent.to_vendor)
        }
        DueItem::Clock(_) | DueItem::Quiet(_) => None,
    }
}
