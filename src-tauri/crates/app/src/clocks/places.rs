//! Where vendors are, for the days that a rule counts.

use holdfast_domain::calendar::Region;
use holdfast_domain::rules::clock::{self, Counted};
use holdfast_domain::{ClockRule, Contact, Dispute, NaiveDate, Vendor, VendorId};
use holdfast_store::Reader;

use crate::calendar::region_of;
use crate::wire::AppError;

/// What the clocks of disputes are seen beside.
pub(crate) struct Places {
    pub(super) vendors: Vec<Vendor>,
    pub(crate) home: Option<Region>,
}

/// The matter in which a clock runs, on the day from which one looks.
#[derive(Clone, Copy)]
pub(crate) struct Within<'a> {
    pub(crate) dispute: &'a Dispute,
    pub(crate) contacts: &'a [Contact],
    pub(crate) on: NaiveDate,
}

impl Places {
    pub(crate) fn read(reader: &Reader) -> Result<Self, AppError> {
        Ok(Self { vendors: reader.vendors()?, home: region_of(reader)? })
    }

    /// Every vendor of the household.
    pub(crate) fn vendors(&self) -> &[Vendor] {
        &self.vendors
    }

    /// Where the vendor is: its own country, and within the household's country the household's
    /// part of it. Where nothing is known of it, it is where the household is.
    fn place(&self, vendor: Option<VendorId>) -> Option<Region> {
        let vendor = self.vendors.iter().find(|it| Some(it.id) == vendor);
        let theirs = vendor.and_then(|it| it.country.as_deref()).and_then(Region::parse);
        let same = |place: Region| {
            self.home.filter(|home| {
                place.part_name().is_none() && home.country_code() == place.country_code()
            })
        };
        theirs.map_or(self.home, |place| Some(same(place).unwrap_or(place)))
    }

    /// Counts a rule from its trigger, with what made it stand still in its matter. A rule in
    /// business days for a vendor of an unknown place leaves out the holidays of the rule's own
    /// country.
    pub(crate) fn count(
        &self,
        rule: &ClockRule,
        trigger: NaiveDate,
        vendor: Option<VendorId>,
        within: Within<'_>,
    ) -> Option<Counted> {
        let limit = rule.limit?;
        let place = self.place(vendor).or_else(|| Region::parse(&rule.jurisdiction));
        let Within { dispute, contacts, on } = within;
        let stops = limit.pause.map_or_else(Vec::new, |pause| {
            clock::standstills(pause.of, vendor, dispute, contacts, on)
        });
        clock::count_with(limit, trigger, place, &stops)
    }
}
