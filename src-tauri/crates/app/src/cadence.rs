//! How long the household waits for answers.

use holdfast_domain::rules::Cadence;
use holdfast_domain::rules::cadence::Pace;
use holdfast_store::Reader;

use crate::App;
use crate::calendar;
use crate::error::refused;
use crate::wire::{self, AppError, Done};

impl App {
    /// How long the household waits for answers.
    ///
    /// # Errors
    /// Only where the store cannot be read.
    pub fn cadence(&self) -> Result<wire::Cadence, AppError> {
        self.read(|reader| {
            let cadence = reader.cadence()?;
            let usual = cadence == Cadence::USUAL;
            Ok(wire::Cadence { days: cadence.days().to_vec(), usual })
        })
    }

    /// Says how long the household waits for answers.
    ///
    /// # Errors
    /// `Refused` with `days` where they are not four days within a year, each later than the one
    /// before.
    pub fn save_cadence(&self, days: &[u16]) -> Result<Done, AppError> {
        let cadence = <[u16; 4]>::try_from(days).ok().and_then(Cadence::new);
        let cadence = cadence.ok_or_else(|| refused("days", "not_rising", []))?;
        self.change("save_cadence", "", |writer| {
            writer.set_cadence((cadence != Cadence::USUAL).then_some(cadence))?;
            Ok((None, Vec::new()))
        })
    }
}

/// At which pace the household follows up.
pub(crate) fn pace(reader: &Reader) -> Result<Pace, AppError> {
    Ok(Pace { cadence: reader.cadence()?, region: calendar::region_of(reader)? })
}
