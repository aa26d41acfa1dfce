//! The answers of the command line, as the household file's reference gives them: from a chosen day,
//! with names instead of ids.

use holdfast_domain::rules::balance;
use holdfast_domain::rules::{DueKind, due, remedy, state, thanks};
use holdfast_domain::{Dispute, Money, NaiveDate};
use holdfast_store::{DisputeScope, Reader};
use serde::Serialize;

use crate::App;
use crate::agenda::Rows;
use crate::directory::Directory;
use crate::scenes::Scenes;
use crate::to_wire;
use crate::view::Lens;
use crate::wire::AppError;

/// What is owed.
#[derive(Debug, Serialize)]
pub struct Owed {
    /// A row for each dispute, vendor and currency.
    pub owed: Vec<OwedRow>,
    /// A row for each currency.
    pub totals: Vec<TotalRow>,
}

/// What one vendor owes in one dispute, in one currency. Sums are plain decimals.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the names are those of the reference")]
pub struct OwedRow {
    pub dispute: String,
    pub vendor: String,
    pub currency: String,
    pub claimed: String,
    pub received: String,
    pub credited: String,
    pub provisional_credit: String,
    pub waived: String,
    pub written_off: String,
    pub reversed: String,
    pub outstanding: String,
    pub overpaid: String,
}

/// What is owed in all, in one currency.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the names are those of the reference")]
pub struct TotalRow {
    pub currency: String,
    pub outstanding: String,
    pub overpaid: String,
}

/// What is due.
#[derive(Debug, Serialize)]
pub struct DueList {
    /// The day that was asked for.
    pub on: String,
    /// By the days alone, the earliest first, whatever was put off or followed up.
    pub due: Vec<DueRow>,
    /// What asks on that day, as the window's Today shows it: overdue first, dispute by dispute.
    pub today: Vec<TodayRow>,
    /// How many things were put off, and do not ask meanwhile.
    pub put_off: usize,
}

/// Something that asks for attention.
#[derive(Debug, Serialize)]
pub struct TodayRow {
    /// Its day.
    pub on: String,
    /// Of which sort it is: those of [`DueRow`], and `quiet` where nothing is planned.
    pub kind: &'static str,
    /// What it is.
    pub what: String,
    /// In which dispute.
    pub dispute: String,
    /// Whether its day has passed.
    pub overdue: bool,
}

/// Something that is due.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the names are those of the reference")]
pub struct DueRow {
    pub on: String,
    pub kind: &'static str,
    pub what: String,
    pub dispute: String,
    pub overdue: bool,
}

/// The remedies.
#[derive(Debug, Serialize)]
pub struct Remedies {
    /// In the order of entry.
    pub remedies: Vec<RemedyRow>,
}

/// A remedy.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the names are those of the reference")]
pub struct RemedyRow {
    pub what: String,
    pub dispute: String,
    pub status: &'static str,
    pub check_due: bool,
}

/// The people at the vendors.
#[derive(Debug, Serialize)]
pub struct People {
    /// By vendor, and by name.
    pub people: Vec<PersonRow>,
}

/// Somebody at a vendor.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the names are those of the reference")]
pub struct PersonRow {
    pub contact: String,
    pub job: Option<String>,
    pub vendor: String,
}

/// Whom to thank.
#[derive(Debug, Serialize)]
pub struct ToThank {
    /// Each person once a dispute.
    pub to_thank: Vec<ToThankRow>,
}

/// Somebody to thank.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the names are those of the reference")]
pub struct ToThankRow {
    pub contact: String,
    pub vendor: String,
    pub dispute: String,
}

/// The disputes.
#[derive(Debug, Serialize)]
pub struct Disputes {
    /// In the order of entry.
    pub disputes: Vec<DisputeAnswer>,
}

/// A dispute.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the names are those of the reference")]
pub struct DisputeAnswer {
    pub id: String,
    pub reference: String,
    pub title: String,
    pub state: &'static str,
    pub opened_on: String,
}

impl App {
    /// What is owed, looked at from `on` (today for `None`).
    ///
    /// # Errors
    /// Only where the store cannot be read, or the sums are too large to be kept exactly.
    pub fn owed_answer(&self, on: Option<NaiveDate>) -> Result<Owed, AppError> {
        self.answer(on, |_, names, disputes, on| {
            let mut balances = Vec::new();
            let mut owed = Vec::new();
            for dispute in disputes {
                for of in balance::balances(dispute, on)? {
                    let decimal = |money: Money| money.decimal();
                    owed.push(OwedRow {
                        dispute: dispute.title.clone(),
                        vendor: names.vendor(of.vendor).name,
                        currency: of.balance.currency().to_string(),
                        claimed: decimal(of.balance.claimed),
                        received: decimal(of.balance.received),
                        credited: decimal(of.balance.credited),
                        provisional_credit: decimal(of.balance.provisional_credit),
                        waived: decimal(of.balance.waived),
                        written_off: decimal(of.balance.written_off),
                        reversed: decimal(of.balance.reversed),
                        outstanding: decimal(of.balance.outstanding),
                        overpaid: decimal(of.balance.overpaid),
                    });
                    balances.push(of.balance);
                }
            }
            let totals = balance::totals(&balances)?;
            let totals = totals.iter().map(|total| TotalRow {
                currency: total.outstanding.currency().to_string(),
                outstanding: total.outstanding.decimal(),
                overpaid: total.overpaid.decimal(),
            });
            Ok(Owed { owed, totals: totals.collect() })
        })
    }

    /// What is due, looked at from `on`.
    ///
    /// # Errors
    /// Only where the store cannot be read.
    pub fn due_answer(&self, on: Option<NaiveDate>) -> Result<DueList, AppError> {
        self.answer(on, |reader, names, _, on| {
            let scenes = Scenes::of_all(reader, on)?;
            let lens = Lens { on, names };
            let mut due: Vec<_> = scenes
                .disputes
                .iter()
                .flat_map(|dispute| {
                    let letters = due::letters_due(&scenes.beside(dispute), on);
                    let clocks = scenes.clocks.iter().filter(|it| {
                        it.dispute == dispute.id
                            && it.last_day <= on
                            && !state::is_closed(dispute, on)
                    });
                    let clocks = clocks.map(|it| it.due(on));
                    let all = due::due(dispute, on).into_iter().chain(letters).chain(clocks);
                    all.map(move |it| (dispute, it))
                })
                .collect();
            due.sort_by_key(|(_, it)| (it.on, it.kind, it.at));
            let rows = due.into_iter().map(|(dispute, it)| DueRow {
                on: to_wire::day(it.on),
                kind: it.kind.as_str(),
                what: lens.what(&it, &scenes),
                dispute: dispute.title.clone(),
                overdue: it.overdue,
            });
            let agenda = lens.rows(&scenes);
            let due = rows.collect();
            let (today, put_off) = (asking(&agenda, on), agenda.put_off.len());
            Ok(DueList { on: to_wire::day(on), due, today, put_off })
        })
    }

    /// The remedies agreed by `on`, with their statuses on that day.
    ///
    /// # Errors
    /// Only where the store cannot be read.
    pub fn remedies_answer(&self, on: Option<NaiveDate>) -> Result<Remedies, AppError> {
        self.answer(on, |_, _, disputes, on| {
            let mut remedies = Vec::new();
            for dispute in disputes {
                for of in dispute.remedies.iter().filter(|of| remedy::is_agreed(of, on)) {
                    let closed = state::is_closed(dispute, on);
                    let check_due = remedy::check_due(of, &dispute.claims, on).is_some();
                    remedies.push(RemedyRow {
                        what: of.what.clone(),
                        dispute: dispute.title.clone(),
                        status: remedy::remedy_status(of, &dispute.claims, on).as_str(),
                        check_due: check_due && !closed,
                    });
                }
            }
            Ok(Remedies { remedies })
        })
    }

    /// The people at the vendors, as they are now.
    ///
    /// # Errors
    /// Only where the store cannot be read.
    pub fn people_answer(&self) -> Result<People, AppError> {
        let people = self.vendors("")?.into_iter().flat_map(|vendor| vendor.people);
        let people =
            people.map(|it| PersonRow { contact: it.name, job: it.job, vendor: it.vendor.name });
        Ok(People { people: people.collect() })
    }

    /// Whom to thank, looked at from `on`.
    ///
    /// # Errors
    /// Only where the store cannot be read.
    pub fn to_thank_answer(&self, on: Option<NaiveDate>) -> Result<ToThank, AppError> {
        self.answer(on, |_, names, disputes, on| {
            let mut to_thank = Vec::new();
            for dispute in disputes {
                let people = thanks::to_thank(dispute, on);
                to_thank.extend(people.into_iter().filter_map(|id| names.person(id)).map(|it| {
                    ToThankRow {
                        contact: it.name,
                        vendor: it.vendor.name,
                        dispute: dispute.title.clone(),
                    }
                }));
            }
            Ok(ToThank { to_thank })
        })
    }

    /// The disputes opened by `on`, with their states on that day.
    ///
    /// # Errors
    /// Only where the store cannot be read, or the sums are too large to be kept exactly.
    pub fn disputes_answer(&self, on: Option<NaiveDate>) -> Result<Disputes, AppError> {
        self.answer(on, |_, _, disputes, on| {
            let opened = disputes.iter().filter(|dispute| dispute.opened_on <= on);
            let disputes = opened
                .map(|dispute| {
                    Ok(DisputeAnswer {
                        id: dispute.id.to_string(),
                        reference: dispute.id.reference(),
                        title: dispute.title.clone(),
                        state: state::dispute_state(dispute, on)?.as_str(),
                        opened_on: to_wire::day(dispute.opened_on),
                    })
                })
                .collect::<Result<_, AppError>>()?;
            Ok(Disputes { disputes })
        })
    }

    fn answer<T>(
        &self,
        on: Option<NaiveDate>,
        make: impl FnOnce(&Reader, &Directory, &[Dispute], NaiveDate) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let on = on.unwrap_or_else(|| self.today_day());
        self.read(|reader| {
            let names = Directory::read(reader)?;
            make(reader, &names, &reader.disputes_where(DisputeScope::All)?, on)
        })
    }
}

/// The lines of Today that ask on a day: what only comes within the week is left out.
fn asking(agenda: &Rows, on: NaiveDate) -> Vec<TodayRow> {
    let on = to_wire::day(on);
    let rows = agenda.overdue.iter().chain(&agenda.today);
    let items = rows.flat_map(|row| std::iter::once(&row.lead).chain(&row.rest));
    let asks = items.map(|item| &item.due).filter(|due| due.on <= on);
    asks.map(|due| TodayRow {
        on: due.on.clone(),
        kind: DueKind::from(due.kind).as_str(),
        what: due.what.clone(),
        dispute: due.dispute.name.clone(),
        overdue: due.overdue,
    })
    .collect()
}
