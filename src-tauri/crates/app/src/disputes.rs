//! Disputes: the list, the page, and beginning, changing, closing and reopening one.

use holdfast_domain as domain;
use holdfast_domain::rules::{balance, state};
use holdfast_domain::{Dispute, DisputeId, MovementKind, NaiveDate, Roles};
use holdfast_store::Reader;

use crate::clock::new_id;
use crate::directory::Directory;
use crate::edit::Choices;
use crate::error::{not_found, plain, refused};
use crate::scenes::Scenes;
use crate::view::Lens;
use crate::wire::Deed;
use crate::wire::{self, AppError, DisputeRow, DisputeView, Done, ErrorCode, Named};
use crate::{App, currency, evidence, from_wire, search, to_wire};

impl App {
    /// The disputes that match, those that need something first, then the most recently touched.
    ///
    /// # Errors
    /// Only where the store cannot be read.
    pub fn disputes(&self, query: &wire::DisputesQuery) -> Result<Vec<DisputeRow>, AppError> {
        let on = self.today_day();
        self.read(|reader| {
            let names = Directory::read(reader)?;
            let lens = Lens { on, names: &names };
            let words = query.search.trim();
            let month_first = search::month_first(reader, "")?;
            let matching = match words {
                "" => None,
                words => Some(reader.disputes_matching(words, month_first)?),
            };
            let wanted = |dispute: &Dispute| {
                matching.as_ref().is_none_or(|found| found.contains(&dispute.id))
            };
            let scenes = Scenes::of_all(reader, on)?;
            let found = scenes.disputes.iter().filter(|dispute| wanted(dispute));
            let mut rows = rows(reader, &lens, &scenes, found)?;
            if let Some(state) = query.state {
                rows.retain(|row| row.state == state);
            }
            Ok(rows)
        })
    }

    /// A dispute's page.
    ///
    /// # Errors
    /// `NotFound` where there is none, or it lies in the bin.
    pub fn dispute(&self, id: &str) -> Result<DisputeView, AppError> {
        let id: DisputeId = from_wire::id("id", id)?;
        let on = self.today_day();
        self.read(|reader| {
            let names = Directory::read(reader)?;
            let scenes = Scenes::of_one(reader, id, on)?;
            page(reader, &Lens { on, names: &names }, &scenes, id)
        })
    }

    /// Begins a dispute from the short form, with its lead, vendor and first sum where given.
    ///
    /// # Errors
    /// `Refused` with the fields that stand in the way.
    pub fn start_dispute(&self, new: &wire::NewDispute) -> Result<Done, AppError> {
        let today = self.today_day();
        self.change(Deed::StartDispute, &new.title, |writer| {
            let lead = match from_wire::id_option("lead", new.lead.as_deref())? {
                Some(lead) => lead,
                None => crate::household::add_first_member(writer, new.lead_name.as_deref())?,
            };
            let mut dispute = Dispute::new(
                new_id(),
                from_wire::line(&new.title),
                from_wire::line(&new.goal),
                from_wire::day("openedOn", &new.opened_on)?,
                lead,
            );
            if let Some(choice) = &new.vendor {
                let vendor = writer.choose_vendor(&mut dispute, choice)?;
                if let Some(party) = dispute.parties.first_mut() {
                    party.reference = from_wire::line_option(new.reference.as_deref());
                }
                if let Some(claim) = &new.claim {
                    let of_vendor = wire::Claim { vendor: vendor.to_string(), ..claim.clone() };
                    dispute.claims.push(from_wire::claim(&of_vendor)?);
                    if let Some(party) = dispute.parties.first_mut() {
                        party.roles = Roles { holds_the_money: true, ..party.roles };
                    }
                }
            } else if new.claim.is_some() {
                return Err(refused("vendor", "missing", []));
            }
            let warnings = writer.put_checked(&dispute, &[], today, None)?;
            Ok((Some(dispute.id.to_string()), warnings))
        })
    }

    /// Changes what a dispute says of itself.
    ///
    /// # Errors
    /// `NotFound`, or `Refused` with the fields that stand in the way.
    pub fn save_dispute(&self, form: &wire::Dispute) -> Result<Done, AppError> {
        let id = form.id.clone().unwrap_or_default();
        self.change_dispute(&id, Deed::SaveDispute, &form.title, |dispute, _| {
            dispute.title = from_wire::line(&form.title);
            dispute.goal = from_wire::line(&form.goal);
            dispute.opened_on = from_wire::day("openedOn", &form.opened_on)?;
            dispute.lead = from_wire::id("lead", &form.lead)?;
            dispute.effect = from_wire::line_option(form.effect.as_deref());
            dispute.subject = from_wire::subject(&form.subject)?;
            Ok(dispute.id.uuid())
        })
    }

    /// Closes a dispute. Where the household accepts less or drops the matter, what is still owed is
    /// written off on that day, so that it no longer counts as owed.
    ///
    /// # Errors
    /// `NotFound`, or `Refused` where the day cannot be read.
    pub fn close_dispute(&self, id: &str, on: &str, how: wire::ClosedAs) -> Result<Done, AppError> {
        let day = from_wire::day("on", on)?;
        self.change_dispute(id, Deed::CloseDispute, "", |dispute, _| {
            dispute.closed_on = Some(day);
            dispute.closed_as = Some(how.into());
            match how {
                wire::ClosedAs::Settled => {}
                wire::ClosedAs::AcceptedLess | wire::ClosedAs::Dropped => write_off(dispute, day)?,
            }
            Ok(dispute.id.uuid())
        })
    }

    /// Opens a closed dispute again. What was written off stays written off until it is removed.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn reopen_dispute(&self, id: &str) -> Result<Done, AppError> {
        self.change_dispute(id, Deed::ReopenDispute, "", |dispute, _| {
            dispute.closed_on = None;
            dispute.closed_as = None;
            Ok(dispute.id.uuid())
        })
    }
}

/// Gives up what each claim still holds.
fn write_off(dispute: &mut Dispute, on: NaiveDate) -> Result<(), AppError> {
    for claim in &mut dispute.claims {
        let left = balance::claim_balance(claim, on)?.outstanding;
        if left.is_positive() {
            claim.movements.push(domain::Movement {
                id: new_id(),
                kind: MovementKind::WrittenOff,
                amount: left,
                on,
                reference: None,
                remedy: None,
            });
        }
    }
    Ok(())
}

/// Rows of a list, those with something due first, then by what happened last.
pub(crate) fn rows<'a>(
    reader: &Reader,
    lens: &Lens<'_>,
    scenes: &Scenes,
    disputes: impl Iterator<Item = &'a Dispute>,
) -> Result<Vec<DisputeRow>, AppError> {
    let last_days = reader.last_event_days()?;
    let mut rows = disputes
        .map(|dispute| {
            Ok(DisputeRow {
                id: dispute.id.to_string(),
                reference: dispute.id.reference(),
                title: dispute.title.clone(),
                goal: dispute.goal.clone(),
                state: lens.state(dispute)?,
                opened_on: to_wire::day(dispute.opened_on),
                closed_on: to_wire::day_option(dispute.closed_on),
                vendors: vendors_of(lens, dispute),
                totals: lens.totals(dispute)?,
                last_on: to_wire::day(
                    last_days.get(&dispute.id).copied().unwrap_or(dispute.opened_on),
                ),
                next: lens.next(dispute, scenes),
            })
        })
        .collect::<Result<Vec<_>, AppError>>()?;
    rows.sort_by(|one, other| {
        let rank = |row: &DisputeRow| match row.state {
            wire::DisputeState::Open => 0,
            wire::DisputeState::Watching => 1,
            wire::DisputeState::Closed => 2,
        };
        rank(one).cmp(&rank(other)).then_with(|| other.last_on.cmp(&one.last_on))
    });
    Ok(rows)
}

/// The vendors that have a part in it, those that only owe included.
fn vendors_of(lens: &Lens<'_>, dispute: &Dispute) -> Vec<Named> {
    let mut ids: Vec<_> = dispute.parties.iter().map(|party| party.vendor).collect();
    for claim in &dispute.claims {
        if !ids.contains(&claim.vendor) {
            ids.push(claim.vendor);
        }
    }
    ids.into_iter().map(|id| lens.names.vendor(id)).collect()
}

fn page(
    reader: &Reader,
    lens: &Lens<'_>,
    scenes: &Scenes,
    id: DisputeId,
) -> Result<DisputeView, AppError> {
    let dispute = scenes.dispute(id).ok_or_else(not_found)?;
    let vendors = vendors_of(lens, dispute);
    let mut people: Vec<_> = lens
        .names
        .contacts
        .values()
        .filter(|contact| vendors.iter().any(|vendor| vendor.id == contact.vendor.to_string()))
        .filter_map(|contact| lens.names.person(contact.id))
        .collect();
    people.sort_by(|one, other| one.name.cmp(&other.name));
    let claims = dispute
        .claims
        .iter()
        .map(|claim| {
            let event = claim.because_of.map(|event| reader.event(event)).transpose()?.flatten();
            Ok(lens.claim(claim, event.as_ref().map(in_a_few_words))?)
        })
        .collect::<Result<_, AppError>>()?;
    Ok(DisputeView {
        dispute: to_wire::dispute(dispute),
        reference: dispute.id.reference(),
        state: state::dispute_state(dispute, lens.on)?.into(),
        lead: lens.names.member(dispute.lead),
        parties: dispute.parties.iter().map(|party| lens.party(party)).collect(),
        owed: lens.owed(dispute)?,
        totals: lens.totals(dispute)?,
        currency: currency::of_dispute(dispute).map(|it| it.code().to_owned()),
        claims,
        promises: dispute.promises.iter().map(|promise| lens.promise(promise)).collect(),
        offers: dispute
            .offers
            .iter()
            .map(|offer| lens.offer(dispute, offer))
            .collect::<Result<_, _>>()?,
        rungs: dispute.rungs.iter().map(|rung| lens.rung(rung)).collect(),
        advocates: dispute.advocates.iter().filter_map(|help| lens.advocacy(help)).collect(),
        remedies: dispute.remedies.iter().map(|remedy| lens.remedy(dispute, remedy)).collect(),
        next_steps: dispute.next_steps.iter().map(|step| lens.next_step(step)).collect(),
        next: lens.next(dispute, scenes),
        people,
        attachments: evidence::of(reader, lens.names, dispute)?,
        event_count: reader.event_count(dispute.id)?,
    })
}

/// The only dispute that is named so: by its title, its short reference or its id.
///
/// # Errors
/// `NotFound`, or `SeveralFound` where the name fits more than one.
pub(crate) fn called(reader: &Reader, name: &str) -> Result<DisputeId, AppError> {
    match reader.find_disputes(name)?.as_slice() {
        [] => Err(not_found()),
        [only] => Ok(*only),
        [..] => Err(plain(ErrorCode::SeveralFound)),
    }
}

/// An event by its first fact, for a link.
pub(crate) fn in_a_few_words(event: &domain::Event) -> Named {
    let words = event.facts.first().map(|fact| fact.text.clone()).unwrap_or_default();
    Named { id: event.id.to_string(), name: words }
}
