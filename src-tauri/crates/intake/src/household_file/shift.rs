//! The whole record some days earlier or later, so that a sample looks alive on any day.

use chrono::{Days, NaiveDate};
use holdfast_domain::{Claim, Dispute, Household, Occurred, Remedy};

/// A day would fall outside the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a day would fall outside the calendar")]
pub struct OutOfCalendar;

/// Moves every day and instant of the household by so many days, into the past where negative.
/// Times of day, offsets and everything else stay as they are; so does any day that someone wrote
/// into a sentence.
///
/// # Errors
/// [`OutOfCalendar`] where a day would leave the years that can be written.
pub fn shift(mut household: Household, days: i64) -> Result<Household, OutOfCalendar> {
    let by = Shift(days);
    household.disputes.iter_mut().try_for_each(|dispute| by.dispute(dispute))?;
    for event in &mut household.events {
        event.time.at = by.occurred(event.time.at)?;
    }
    Ok(household)
}

#[derive(Clone, Copy)]
struct Shift(i64);

impl Shift {
    fn moved<T>(
        self,
        value: T,
        later: impl Fn(T, Days) -> Option<T>,
        earlier: impl Fn(T, Days) -> Option<T>,
    ) -> Result<T, OutOfCalendar> {
        let days = Days::new(self.0.unsigned_abs());
        let moved = if self.0 < 0 { earlier(value, days) } else { later(value, days) };
        moved.ok_or(OutOfCalendar)
    }

    fn day(self, day: &mut NaiveDate) -> Result<(), OutOfCalendar> {
        *day = self.moved(*day, NaiveDate::checked_add_days, NaiveDate::checked_sub_days)?;
        Ok(())
    }

    fn maybe(self, day: &mut Option<NaiveDate>) -> Result<(), OutOfCalendar> {
        day.as_mut().map_or(Ok(()), |day| self.day(day))
    }

    fn occurred(self, at: Occurred) -> Result<Occurred, OutOfCalendar> {
        match at {
            Occurred::On(mut day) => self.day(&mut day).map(|()| Occurred::On(day)),
            Occurred::At(instant) => self
                .moved(
                    instant,
                    |at, days| at.checked_add_days(days),
                    |at, days| at.checked_sub_days(days),
                )
                .map(Occurred::At),
        }
    }

    fn dispute(self, dispute: &mut Dispute) -> Result<(), OutOfCalendar> {
        self.day(&mut dispute.opened_on)?;
        self.maybe(&mut dispute.closed_on)?;
        self.maybe(&mut dispute.subject.bought_on)?;
        dispute.claims.iter_mut().try_for_each(|claim| self.claim(claim))?;
        for promise in &mut dispute.promises {
            self.day(&mut promise.made_on)?;
            self.maybe(&mut promise.due_on)?;
            self.maybe(&mut promise.outcome_on)?;
        }
        for offer in &mut dispute.offers {
            self.day(&mut offer.on)?;
            self.maybe(&mut offer.open_until)?;
            self.maybe(&mut offer.answered_on)?;
        }
        dispute.rungs.iter_mut().try_for_each(|rung| self.maybe(&mut rung.reached_on))?;
        for help in &mut dispute.advocates {
            self.day(&mut help.on)?;
            self.maybe(&mut help.thanked_on)?;
        }
        dispute.remedies.iter_mut().try_for_each(|remedy| self.remedy(remedy))?;
        for step in &mut dispute.next_steps {
            self.day(&mut step.on)?;
            self.maybe(&mut step.done_on)?;
        }
        Ok(())
    }

    fn claim(self, claim: &mut Claim) -> Result<(), OutOfCalendar> {
        self.day(&mut claim.arose_on)?;
        self.maybe(&mut claim.due_on)?;
        claim.movements.iter_mut().try_for_each(|movement| self.day(&mut movement.on))
    }

    fn remedy(self, remedy: &mut Remedy) -> Result<(), OutOfCalendar> {
        self.day(&mut remedy.agreed_on)?;
        self.maybe(&mut remedy.expected_by)?;
        self.maybe(&mut remedy.delivered_on)?;
        self.maybe(&mut remedy.ends_on)?;
        self.maybe(&mut remedy.satisfied_on)?;
        for check in &mut remedy.checks {
            self.day(&mut check.due_on)?;
            self.maybe(&mut check.done_on)?;
        }
        Ok(())
    }
}
