//! When an e-mail was sent.

use chrono::{DateTime, FixedOffset, NaiveDate, TimeZone};
use mail_parser::{HeaderName, Message};

use crate::original::problem::{Problem, ProblemCode};

/// The time of the header `Date`, with the offset of the sender's clock. Where there is none, or
/// none that can be read, that is a remark: the time of a relay on the way is not taken for it.
pub(super) fn sent_at(
    message: &Message<'_>,
    remarks: &mut Vec<Problem>,
) -> Option<DateTime<FixedOffset>> {
    let written = message.header_raw(HeaderName::Date).map(str::trim).unwrap_or_default();
    if written.is_empty() {
        remarks.push(Problem::remark(ProblemCode::NoDate, ""));
        return None;
    }
    let sent_at = message.date().and_then(instant);
    if sent_at.is_none() {
        remarks.push(Problem::remark(ProblemCode::BadDate, written));
    }
    sent_at
}

/// The instant, where there is such a one. Years before e-mail are slips of a clock.
fn instant(date: &mail_parser::DateTime) -> Option<DateTime<FixedOffset>> {
    if !(1970..=2199).contains(&date.year) {
        return None;
    }
    let seconds = i32::from(date.tz_hour) * 3_600 + i32::from(date.tz_minute) * 60;
    let offset = FixedOffset::east_opt(if date.tz_before_gmt { -seconds } else { seconds })?;
    let day = NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())?;
    // A leap second is the last second before it.
    let second = date.second.min(59);
    let local = day.and_hms_opt(date.hour.into(), date.minute.into(), second.into())?;
    offset.from_local_datetime(&local).single()
}
