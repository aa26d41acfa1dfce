//! How long to wait before getting in touch again.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::letter::Beside;
use super::parties;
use crate::calendar::{self, Region};
use crate::{Channel, Direction, Event, UnknownWord, VendorId};

/// After how many days without an answer one gets in touch again, four times, counted from the first
/// contact that had none.
///
/// The household's own days; where it has said nothing, those of consumer guidance: receipt confirmed
/// after 7 days, the answer asked for after 14, the next rung after 28, a final notice after 42.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Cadence([u16; 4]);

impl Default for Cadence {
    fn default() -> Self {
        Self::USUAL
    }
}

impl fmt::Display for Cadence {
    /// The four numbers, separated by spaces, as they are kept.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [first, second, third, last] = self.0;
        write!(f, "{first} {second} {third} {last}")
    }
}

impl FromStr for Cadence {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let days: Result<Vec<u16>, _> = text.split(' ').map(str::parse).collect();
        let days = days.ok().and_then(|days| <[u16; 4]>::try_from(days).ok());
        days.and_then(Self::new).ok_or_else(|| UnknownWord {
            word: crate::text::shown(text),
            allowed: "four numbers of days, each later than the one before".to_owned(),
        })
    }
}

impl Cadence {
    /// The usual days.
    pub const USUAL: Self = Self([7, 14, 28, 42]);
    /// The longest time that one may wait, in days.
    pub const LONGEST: u16 = 365;

    /// The days, where each is later than the one before and none is further than a year away.
    pub fn new(days: [u16; 4]) -> Option<Self> {
        let rising = days.is_sorted_by(|one, next| one < next);
        (rising && days[0] > 0 && days[3] <= Self::LONGEST).then_some(Self(days))
    }

    /// The days.
    pub fn days(self) -> [u16; 4] {
        self.0
    }

    /// The day on which to get in touch again, of business or not; see [`Pace::next`].
    fn next(self, run: Run) -> NaiveDate {
        let place = usize::from(run.contacts.clamp(1, 4)) - 1;
        let again = u16::from(run.contacts.saturating_sub(4));
        let days = self.0[place].saturating_add((self.0[3] - self.0[2]).saturating_mul(again));
        after(run.first, days).max(after(run.last, self.0[0]))
    }
}

/// At which pace a household follows up: its cadence, on the business days of where it lives.
///
/// Nothing here moves a day that a law or a scheme has set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// How long to wait.
    pub cadence: Cadence,
    /// Where the household lives; without it only Saturdays and Sundays are no business days.
    pub region: Option<Region>,
}

impl Pace {
    /// The day itself, or the next business day where it is none.
    pub fn business_day(self, day: NaiveDate) -> NaiveDate {
        let is_one = |day: &NaiveDate| match self.region {
            Some(region) => calendar::is_business_day(*day, region),
            None => !matches!(day.weekday(), Weekday::Sat | Weekday::Sun),
        };
        day.iter_days().find(is_one).unwrap_or(day)
    }

    /// The next business day after this one.
    pub fn next_business_day(self, day: NaiveDate) -> NaiveDate {
        self.business_day(day.succ_opt().unwrap_or(day))
    }

    /// The business day so many days later, or the next one after that.
    pub fn in_days(self, day: NaiveDate, days: u16) -> NaiveDate {
        self.business_day(after(day, days))
    }

    /// When to ask for the first time: whether something arrived, or came of it.
    pub fn first(self, from: NaiveDate) -> NaiveDate {
        self.in_days(from, self.cadence.0[0])
    }

    /// When to ask for the answer itself.
    pub fn second(self, from: NaiveDate) -> NaiveDate {
        self.in_days(from, self.cadence.0[1])
    }

    /// When to turn to the next rung.
    pub fn third(self, from: NaiveDate) -> NaiveDate {
        self.in_days(from, self.cadence.0[2])
    }

    /// The longest that is waited for an answer.
    pub fn last(self, from: NaiveDate) -> NaiveDate {
        self.in_days(from, self.cadence.0[3])
    }

    /// When to get in touch again after contacts that have had no answer.
    ///
    /// The n-th contact is followed on the n-th day of the cadence, counted from the first of them;
    /// after the last day, as long again as between the last two. Where a contact came late, so that
    /// this day is near or past, the vendor still gets the first waiting time after it.
    pub fn next(self, run: Run) -> NaiveDate {
        self.business_day(self.cadence.next(run))
    }

    /// When to be in touch again after a contact on a day.
    ///
    /// `answered` is that of the event: a call that nobody took is tried again on the next business
    /// day; one that somebody took begins the waiting anew; for anything written it is `None`, and
    /// `earlier` are the contacts before it that have had no answer. What was promised in it comes
    /// first, for until its day there is nothing to ask.
    pub fn after_contact(
        self,
        on: NaiveDate,
        answered: Option<bool>,
        earlier: Option<Run>,
        promised_for: Option<NaiveDate>,
    ) -> NaiveDate {
        if let Some(due_on) = promised_for {
            return self.after_promise(due_on.max(on));
        }
        match answered {
            Some(false) => self.next_business_day(on),
            Some(true) => self.next(Run::answered(on)),
            None => self.next(earlier.map_or_else(|| Run::beginning(on), |run| run.and(on))),
        }
    }

    /// When to look whether a promise was kept: two business days after its day, so that what was
    /// sent on the day itself has time to arrive.
    pub fn after_promise(self, due_on: NaiveDate) -> NaiveDate {
        self.next_business_day(self.next_business_day(due_on))
    }
}

fn after(day: NaiveDate, days: u16) -> NaiveDate {
    day.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX)
}

/// Our contacts with a vendor since it last answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Run {
    /// The day of the first of them; of the answer, while there were none.
    pub first: NaiveDate,
    /// The day of the last; of the answer, while there were none.
    pub last: NaiveDate,
    /// How many there were.
    pub contacts: u8,
}

impl Run {
    /// A first contact.
    pub fn beginning(on: NaiveDate) -> Self {
        Self { first: on, last: on, contacts: 1 }
    }

    /// An answer, after which we were not yet in touch.
    pub fn answered(on: NaiveDate) -> Self {
        Self { first: on, last: on, contacts: 0 }
    }

    /// The same with one more contact that has had no answer.
    pub fn and(self, on: NaiveDate) -> Self {
        if self.contacts == 0 {
            return Self::beginning(on);
        }
        Self { last: on.max(self.last), contacts: self.contacts.saturating_add(1), ..self }
    }
}

/// The contacts with a vendor up to a day since it last answered, or with any vendor of the dispute
/// for `None`; nothing where there has been no contact.
///
/// An answer is whatever came from the vendor, and a call that somebody took: what was said in it
/// begins a new time of waiting. A call that nobody took is no contact.
pub fn run(beside: &Beside<'_>, vendor: Option<VendorId>, on: NaiveDate) -> Option<Run> {
    let mut events: Vec<&Event> = beside
        .events
        .iter()
        .filter(|event| event.time.at.day() <= on && is_contact(event))
        .filter(|event| vendor.is_none_or(|id| parties::is_with(event, id, beside.contacts)))
        .collect();
    events.sort_by_key(|event| (event.time.at.day(), event.id));
    events.into_iter().fold(None, |run: Option<Run>, event| {
        let day = event.time.at.day();
        Some(match run {
            _ if is_answer(event) => Run::answered(day),
            Some(run) => run.and(day),
            None => Run::beginning(day),
        })
    })
}

/// Whether one side reached the other. A bank statement is no message, and a call that nobody took
/// reached nobody.
fn is_contact(event: &Event) -> bool {
    let is_message = match event.channel {
        Channel::Statement => false,
        Channel::Phone
        | Channel::Email
        | Channel::Letter
        | Channel::WebForm
        | Channel::Chat
        | Channel::Social
        | Channel::Visit
        | Channel::Other => true,
    };
    is_message && event.direction != Direction::Internal && event.answered != Some(false)
}

fn is_answer(event: &Event) -> bool {
    event.direction == Direction::In || event.answered == Some(true)
}
