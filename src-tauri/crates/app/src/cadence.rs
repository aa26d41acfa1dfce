//! How long the household waits for answers.

use holdfast_domain::DisputeId;
use holdfast_domain::rules::Cadence;
use holdfast_domain::rules::cadence::{self, Pace};
use holdfast_store::Reader;

use crate::App;
use crate::calendar;
use crate::error::{not_found, refused};
use crate::scenes::Scenes;
use crate::wire::Deed;
use crate::wire::{self, AppError, Done};
use crate::{from_wire, to_wire};

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
        self.change(Deed::SaveCadence, "", |writer| {
            writer.set_cadence((cadence != Cadence::USUAL).then_some(cadence))?;
            Ok((None, Vec::new()))
        })
    }

    /// The day on which to be in touch again after a contact.
    ///
    /// # Errors
    /// `NotFound`, or `Refused` where a day cannot be read.
    pub fn propose_contact(
        &self,
        dispute: &str,
        made: &wire::ContactMade,
    ) -> Result<String, AppError> {
        let id: DisputeId = from_wire::id("dispute", dispute)?;
        let vendor = from_wire::id_option("vendor", made.vendor.as_deref())?;
        let on = from_wire::day("on", &made.on)?;
        let promised_for = from_wire::day_option("promisedFor", made.promised_for.as_deref())?;
        self.read(|reader| {
            let scenes = Scenes::of_one(reader, id, on)?;
            let dispute = scenes.dispute(id).ok_or_else(not_found)?;
            let earlier = cadence::run(&scenes.beside(dispute), vendor, on);
            let day = scenes.pace.after_contact(on, made.answered, earlier, promised_for);
            Ok(to_wire::day(day))
        })
    }
}

/// At which pace the household follows up.
pub(crate) fn pace(reader: &Reader) -> Result<Pace, AppError> {
    Ok(Pace { cadence: reader.cadence()?, region: calendar::region_of(reader)? })
}
