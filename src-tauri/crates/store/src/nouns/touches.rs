//! Who was in touch with whom: what rules that look at all disputes at once ask of their events.
//!
//! Today, the lists of disputes and every vendor's page ask it of the whole household. It is read once
//! after each action and kept until the next, for reading it takes longer than all else that they need.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use holdfast_domain::{ContactId, DisputeId, Event, EventTime, Occurred, Precision};

use crate::cell::{Cell, Cells};
use crate::{Reader, StoreError};

/// Events by their dispute, each dispute's oldest first: which, on which day, how, and with whom.
/// Without the time of day, facts, notes and how long they took.
pub type Touches = Arc<HashMap<DisputeId, Vec<Event>>>;

/// What the views of one store keep for each other: the number of the action after which it was read,
/// and what was read.
#[derive(Debug, Default)]
pub(crate) struct KeptTouches(Mutex<Option<(Option<i64>, Touches)>>);

impl KeptTouches {
    fn after(&self, action: Option<i64>) -> Option<Touches> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.as_ref().filter(|(of, _)| *of == action).map(|(_, touches)| Arc::clone(touches))
    }

    fn keep(&self, action: Option<i64>, touches: &Touches) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *kept = Some((action, Arc::clone(touches)));
    }
}

impl Reader {
    /// The touches of all disputes that are not in the bin.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn touches(&self) -> Result<Touches, StoreError> {
        let of_all = "t.dispute IN (SELECT id FROM dispute WHERE deleted_at IS NULL)";
        // Whoever writes sees what may still be given up.
        let Some(kept) = &self.touches else { return self.touches_where(of_all, []) };
        let last = "SELECT max(number) FROM action";
        let last = self.row(last, [], |cells| cells.take::<Option<i64>>())?.flatten();
        if let Some(touches) = kept.after(last) {
            return Ok(touches);
        }
        let touches = self.touches_where(of_all, [])?;
        kept.keep(last, &touches);
        Ok(touches)
    }

    /// The touches of one dispute.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn touches_of(&self, dispute: DisputeId) -> Result<Touches, StoreError> {
        self.touches_where("t.dispute = ?1", [dispute.to_string()])
    }

    fn touches_where(
        &self,
        of: &str,
        params: impl rusqlite::Params,
    ) -> Result<Touches, StoreError> {
        // A row for each person of an event, and one where there was nobody.
        let sql = format!(
            "SELECT t.id, t.dispute, substr(t.sort_key, 1, 10), t.channel, t.direction, t.vendor,
                t.answered, l.contact
             FROM event t LEFT JOIN event_contact l ON l.event = t.id AND l.deleted_at IS NULL
             WHERE {of} AND t.deleted_at IS NULL
             ORDER BY t.dispute, t.sort_key, t.id, l.place, l.id"
        );
        let mut touches: HashMap<DisputeId, Vec<Event>> = HashMap::new();
        self.each(&sql, params, |cells| {
            let touch = touch(cells)?;
            let of_dispute = touches.entry(touch.dispute).or_default();
            match of_dispute.last_mut() {
                Some(last) if last.id == touch.id => last.contacts.extend(touch.contacts),
                Some(_) | None => of_dispute.push(touch),
            }
            Ok(())
        })?;
        Ok(Arc::new(touches))
    }
}

fn touch(cells: &mut Cells<'_>) -> Result<Event, StoreError> {
    Ok(Event {
        id: cells.take()?,
        dispute: cells.take()?,
        time: EventTime { at: Occurred::On(cells.take()?), precision: Precision::Exact },
        channel: cells.take()?,
        direction: cells.take()?,
        vendor: cells.take()?,
        answered: cells.take()?,
        contacts: Option::<ContactId>::read(cells)?.into_iter().collect(),
        waited_minutes: None,
        minutes: None,
        facts: Vec::new(),
        note: None,
    })
}
