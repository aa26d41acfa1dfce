//! Values of several columns, and what events are ordered by.

use chrono::SecondsFormat;
use holdfast_domain::{
    Area, Cited, ClaimId, Currency, EventId, EventTime, FactId, IssueId, LetterId, Money, Occurred,
    PromiseId, RemedyId, Role, Roles, Sha256, Utc,
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

/// Left, top, right and bottom.
impl Cell for Area {
    const WIDTH: usize = 4;

    fn write(&self, out: &mut Vec<Value>) {
        let edges = [self.left, self.top, self.right, self.bottom];
        out.extend(edges.map(|edge| Value::Integer(edge.into())));
    }

    fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError> {
        let mut edge = || {
            let number = cells.integer()?;
            u16::try_from(number).map_err(|_| cells.nonsense())
        };
        Ok(Self { left: edge()?, top: edge()?, right: edge()?, bottom: edge()? })
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

/// A column for each noun that can be cited, of which one is filled.
impl Cell for Cited {
    const WIDTH: usize = 7;

    fn write(&self, out: &mut Vec<Value>) {
        let id = Value::Text(self.uuid().hyphenated().to_string());
        let place = match self {
            Self::Event(_) => 0,
            Self::Fact(_) => 1,
            Self::Claim(_) => 2,
            Self::Promise(_) => 3,
            Self::Remedy(_) => 4,
            Self::Letter(_) => 5,
            Self::Issue(_) => 6,
        };
        out.extend((0..Self::WIDTH).map(|at| if at == place { id.clone() } else { Value::Null }));
    }

    fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError> {
        let event = cells.take::<Option<EventId>>()?.map(Self::Event);
        let fact = cells.take::<Option<FactId>>()?.map(Self::Fact);
        let claim = cells.take::<Option<ClaimId>>()?.map(Self::Claim);
        let promise = cells.take::<Option<PromiseId>>()?.map(Self::Promise);
        let remedy = cells.take::<Option<RemedyId>>()?.map(Self::Remedy);
        let letter = cells.take::<Option<LetterId>>()?.map(Self::Letter);
        let issue = cells.take::<Option<IssueId>>()?.map(Self::Issue);
        let cited = event.or(fact).or(claim).or(promise).or(remedy).or(letter).or(issue);
        cited.ok_or_else(|| cells.nonsense())
    }
}

impl Cell for Sha256 {
    fn write(&self, out: &mut Vec<Value>) {
        out.push(Value::Text(self.to_string()));
    }

    fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError> {
        let text = cells.text()?;
        text.parse().map_err(|_| cells.nonsense())
    }
}
