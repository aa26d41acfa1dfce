//! Business days: where the household lives, and the sum of days that the command line gives.

use holdfast_domain::NaiveDate;
use holdfast_domain::calendar::{Region, add_business_days};
use holdfast_store::Reader;
use serde::Serialize;

use crate::error::refused;
use crate::wire::Deed;
use crate::wire::{AppError, Done, RegionBoard, RegionCountry, RegionPart};
use crate::{App, to_wire};

/// The most business days that are counted at once: some forty years.
pub const MOST_DAYS: u32 = 10_000;

/// A sum of business days.
#[derive(Debug, Serialize)]
pub struct BusinessDay {
    /// From which day was counted; it is not counted itself.
    pub from: String,
    /// How many business days.
    pub days: u32,
    /// Whose days: the code, such as `GB-SCT`.
    pub region: String,
    /// The day on which the sum ends.
    pub day: String,
    /// The holidays on the way that were not counted.
    pub skipped: Vec<Skipped>,
    /// Whether the count went beyond the years whose holidays are known.
    pub beyond_table: bool,
}

/// A holiday that was not counted.
#[derive(Debug, Serialize)]
pub struct Skipped {
    /// The day.
    pub day: String,
    /// What it is called.
    pub name: String,
}

/// The day that lies so many business days after another. Needs no record.
///
/// # Errors
/// `Refused` where no such region is known or the days are more than [`MOST_DAYS`].
pub fn business_day(from: NaiveDate, days: u32, region: &str) -> Result<BusinessDay, AppError> {
    let region = known_region(region)?;
    if days > MOST_DAYS {
        return Err(refused("days", "too_many", [("most", &MOST_DAYS.to_string())]));
    }
    let sum = add_business_days(from, days, region);
    let skipped = sum.skipped.iter();
    Ok(BusinessDay {
        from: to_wire::day(from),
        days,
        region: region.to_string(),
        day: to_wire::day(sum.day),
        skipped: skipped
            .map(|one| Skipped { day: to_wire::day(one.day), name: one.name.to_owned() })
            .collect(),
        beyond_table: sum.beyond_table,
    })
}

fn known_region(text: &str) -> Result<Region, AppError> {
    Region::parse(text).ok_or_else(|| {
        let said = "its holidays are not known; write a code such as US or GB-SCT";
        refused("region", "unknown_region", [("region", text), ("said", said)])
    })
}

/// Where the household lives, once that has been said.
pub(crate) fn region_of(reader: &Reader) -> Result<Option<Region>, AppError> {
    Ok(reader.household_region()?.and_then(|code| Region::parse(&code)))
}

impl App {
    /// Where the household lives and where it could. `locale` is a tag such as `de-CH`.
    ///
    /// # Errors
    /// Only where the store cannot be read.
    pub fn region_board(&self, locale: &str) -> Result<RegionBoard, AppError> {
        let region = self.read(region_of)?;
        let proposed = if region.is_none() { Region::of_locale(locale) } else { None };
        Ok(RegionBoard {
            region: region.map(|it| it.to_string()),
            proposed: proposed.map(|it| it.to_string()),
            countries: countries(),
        })
    }

    /// Says where the household lives.
    ///
    /// # Errors
    /// `Refused` where no such region is known.
    pub fn save_region(&self, region: &str) -> Result<Done, AppError> {
        let region = known_region(region)?;
        self.change(Deed::SaveRegion, &region.name(), |writer| {
            writer.set_household_region(&region.to_string())?;
            Ok((None, Vec::new()))
        })
    }
}

/// Every country by name, with its parts by name.
fn countries() -> Vec<RegionCountry> {
    let mut countries: Vec<RegionCountry> = Vec::new();
    for region in Region::all() {
        let code = region.to_string();
        match (region.part_name(), countries.last_mut()) {
            (Some(name), Some(country)) => {
                country.parts.push(RegionPart { code, name: name.to_owned() });
            }
            _ => countries.push(RegionCountry {
                code,
                name: region.name(),
                years: region.years().map(|years| (*years.start(), *years.end())),
                parts: Vec::new(),
            }),
        }
    }
    for country in &mut countries {
        country.parts.sort_by(|one, other| one.name.cmp(&other.name));
    }
    countries.sort_by(|one, other| one.name.cmp(&other.name));
    countries
}
