//! Values of several columns, and what events are ordered by.

use chrono::SecondsFormat;
use holdfast_domain::{
    AttachedTo, ClaimId, Currency, EventId, EventTime, Money, Occurred, Role, Roles, Sha256, Utc,
};
use rusqlite::types::Value;

use super::{Cell, Cells};
use crate::StoreError;

/// The day or instant as recorded, how sure it is, and what lists are ordered by.
impl Cell for EventTime {
    const WIDTH: usize = 3;

    fn write(&self, out: &mut Vec<Value>) {
        self.at.write(out);
        self.precision.write(out);
        out.push(Value::Text(sort_key(self.at)));
    }

    fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError> {
        let time = Self { at: cells.take()?, precision: cells.take()? };
        cells.text()?;
        Ok(time)
    }
}

/// What orders events: the day on the calendar of the place, then the instant. What is known only
/// by its day stands before what is known better, and an offset never moves an event to another day.
pub(crate) fn sort_key(at: Occurred) -> String {
    let day = at.day();
    match at {
        Occurred::On(_) => day.to_string(),
        Occurred::At(instant) => {
            let utc = instant.with_timezone(&Utc).to_rfc3339_opts(SecondsFormat::Nanos, true);
            format!("{day} {utc}")
        }
    }
}

impl Cell for Currency {
    fn write(&self, out: &mut Vec<Value>) {
        out.push(Value::Text(self.code().to_owned()));
    }

    fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError> {
        Self::from_code(cells.text()?).map_err(|_| cells.nonsense())
    }
}

/// Minor units, then the currency's code.
impl Cell for Money {
    const WIDTH: usize = 2;

    fn write(&self, out: &mut Vec<Value>) {
        out.push(Value::Integer(self.minor()));
        out.push(Value::Text(self.currency().code().to_owned()));
    }

    fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError> {
        let minor = cells.integer()?;
        Self::new(minor, cells.take()?).map_err(|_| cells.nonsense())
    }
}

/// A column for each part, in the order of the vocabulary.
impl Cell for Roles {
    const WIDTH: usize = 4;

    fn write(&self, out: &mut Vec<Value>) {
        for role in Role::ALL {
            self.has(*role).write(out);
        }
    }

    fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError> {
        let mut played = Vec::with_capacity(Self::WIDTH);
        for role in Role::ALL {
            if cells.take()? {
                played.push(*role);
            }
        }
        Ok(played.into_iter().collect())
    }
}

/// The event's column, then the claim's; both empty for the dispute as a whole.
impl Cell for AttachedTo {
    const WIDTH: usize = 2;

    fn write(&self, out: &mut Vec<Value>) {
        let (event, claim) = match self {
            Self::Dispute => (None, None),
            Self::Event(event) => (Some(*event), None),
            Self::Claim(claim) => (None, Some(*claim)),
        };
        event.write(out);
        claim.write(out);
    }

    fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError> {
        let event: Option<EventId> = cells.take()?;
        let claim: Option<ClaimId> = cells.take()?;
        Ok(match (event, claim) {
            (Some(event), _) => Self::Event(event),
            (None, Some(claim)) => Self::Claim(claim),
            (None, None) => Self::Dispute,
        })
    }
}

impl Cell for Sha256 {
    fn write(&self, out: &mut Vec<Value>) {
        out.push(Value::Text(self.to_string()));
    }

    fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError> {
        let text = cells.text()?;
        sha256_from_hex(text).ok_or_else(|| cells.nonsense())
    }
}

/// Reads 64 lower-case hexadecimal digits.
pub(crate) fn sha256_from_hex(text: &str) -> Option<Sha256> {
    let digits: Vec<u8> = text
        .chars()
        .map(|digit| digit.to_digit(16).map(|value| value as u8))
        .collect::<Option<_>>()?;
    let mut bytes = [0_u8; 32];
    if digits.len() != 64 {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = pair[0] << 4 | pair[1];
    }
    Some(Sha256(bytes))
}
