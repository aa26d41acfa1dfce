//! The one place that knows what time it is, and that makes ids.

use chrono::{DateTime, FixedOffset, Local, NaiveDate, NaiveDateTime, Utc};
use uuid::Uuid;

/// Where the present comes from. Tests and `--on DAY` look from a fixed day.
#[derive(Debug, Clone, Copy)]
pub enum Clock {
    /// The computer's clock and time zone.
    System,
    /// Always this instant; its day is today.
    Fixed(DateTime<FixedOffset>),
}

impl Clock {
    /// The present instant.
    #[allow(clippy::disallowed_methods, reason = "this is the one place that may ask")]
    pub fn now(self) -> DateTime<Utc> {
        match self {
            Self::System => Utc::now(),
            Self::Fixed(instant) => instant.with_timezone(&Utc),
        }
    }

    /// Today on the wall calendar of this computer's time zone.
    #[allow(clippy::disallowed_methods, reason = "this is the one place that may ask")]
    pub fn today(self) -> NaiveDate {
        match self {
            Self::System => Local::now().date_naive(),
            Self::Fixed(instant) => instant.date_naive(),
        }
    }

    /// The time that the clock on the wall shows, in this computer's time zone.
    #[allow(clippy::disallowed_methods, reason = "this is the one place that may ask")]
    pub(crate) fn wall(self) -> NaiveDateTime {
        match self {
            Self::System => Local::now().naive_local(),
            Self::Fixed(instant) => instant.naive_local(),
        }
    }

    /// The time that the clock on the wall showed at an instant, in this computer's time zone of now.
    pub(crate) fn wall_at(self, instant: DateTime<Utc>) -> NaiveDateTime {
        match self {
            Self::System => instant.with_timezone(&Local).naive_local(),
            Self::Fixed(now) => instant.with_timezone(&now.timezone()).naive_local(),
        }
    }
}

/// A new id of whatever noun is wanted. UUID v7: later ids sort after earlier ones, so that the
/// order of entry is the order of ids, and two computers never make the same one.
pub(crate) fn new_id<I: From<Uuid>>() -> I {
    I::from(Uuid::now_v7())
}
