//! Today: what needs doing, what is owed, what to look at again, whom to thank.

use std::collections::BTreeMap;

use holdfast_domain::rules::balance::{self, Balance, VendorBalance};
use holdfast_domain::rules::thanks;
use holdfast_domain::{Currency, Dispute, Money, MoneyError, VendorId};

use crate::App;
use crate::directory::Directory;
use crate::scenes::Scenes;
use crate::to_wire;
use crate::view::Lens;
use crate::wire::{AppError, DisputeState, OwedByVendor, OwedTotal, ToThank, Today};

impl App {
    /// The place to start the day.
    ///
    /// # Errors
    /// Only where the store cannot be read, or the sums are too large to be kept exactly.
    pub fn today(&self) -> Result<Today, AppError> {
        let on = self.today_day();
        self.read(|reader| {
            let names = Directory::read(reader)?;
            let lens = Lens { on, names: &names };
            let scenes = Scenes::of_all(reader, on)?;
            let rows = lens.rows(&scenes);
            let mut counts = [0_u32; 3];
            for dispute in &scenes.disputes {
                counts[match lens.state(dispute)? {
                    DisputeState::Open => 0,
                    DisputeState::Watching => 1,
                    DisputeState::Closed => 2,
                }] += 1;
            }
            Ok(Today {
                day: to_wire::day(on),
                overdue: rows.overdue,
                today: rows.today,
                week: rows.week,
                put_off: rows.put_off,
                owed: owed(&lens, &scenes.disputes)?,
                to_thank: scenes.disputes.iter().flat_map(|it| to_thank(&lens, it)).collect(),
                open: counts[0],
                watching: counts[1],
                closed: counts[2],
                later: scenes.later(),
            })
        })
    }
}

/// What is owed per currency, and by whom over all disputes.
pub(crate) fn owed(lens: &Lens<'_>, disputes: &[Dispute]) -> Result<Vec<OwedTotal>, AppError> {
    let mut balances: Vec<VendorBalance> = Vec::new();
    for dispute in disputes {
        balances.extend(balance::balances(dispute, lens.on)?);
    }
    let totals = balance::totals(balances.iter().map(|of| &of.balance))?;
    totals
        .iter()
        .map(|total| {
            let currency = total.outstanding.currency();
            Ok(OwedTotal {
                total: to_wire::total(total),
                vendors: by_vendor(lens, &balances, currency)?,
            })
        })
        .collect()
}

fn by_vendor(
    lens: &Lens<'_>,
    balances: &[VendorBalance],
    currency: Currency,
) -> Result<Vec<OwedByVendor>, MoneyError> {
    let mut sums: BTreeMap<VendorId, (Money, Money)> = BTreeMap::new();
    let nothing = Money::zero(currency);
    for of in balances.iter().filter(|of| of.balance.currency() == currency) {
        let Balance { outstanding, overpaid, .. } = of.balance;
        let sum = sums.entry(of.vendor).or_insert((nothing, nothing));
        *sum = (sum.0.plus(outstanding)?, sum.1.plus(overpaid)?);
    }
    let mut sums: Vec<_> = sums
        .into_iter()
        .filter(|(_, (outstanding, overpaid))| !outstanding.is_zero() || !overpaid.is_zero())
        .collect();
    sums.sort_by_key(|(_, (outstanding, _))| -outstanding.minor());
    Ok(sums
        .into_iter()
        .map(|(vendor, (outstanding, overpaid))| OwedByVendor {
            vendor: lens.names.vendor(vendor),
            outstanding: to_wire::money(outstanding),
            overpaid: to_wire::money(overpaid),
        })
        .collect())
}

/// The people of one dispute who helped and were not thanked.
fn to_thank(lens: &Lens<'_>, dispute: &Dispute) -> Vec<ToThank> {
    thanks::to_thank(dispute, lens.on)
        .into_iter()
        .filter_map(|contact| {
            let helps = dispute.advocates.iter().filter(|help| help.contact == contact);
            Some(ToThank {
                contact: lens.names.person(contact)?,
                dispute: Lens::named(dispute),
                did: helps
                    .filter(|help| !thanks::is_thanked(help, lens.on))
                    .map(|help| help.did.clone())
                    .collect(),
            })
        })
        .collect()
}
