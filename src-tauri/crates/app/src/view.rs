//! What one looks through: the day from which one looks and the names behind the ids. From a dispute
//! of `domain` it makes what the screens show, with everything derived by the rules.

use holdfast_domain as domain;
use holdfast_domain::rules::{Due, DueItem};
use holdfast_domain::rules::{balance, offer, promise, remedy, state};
use holdfast_domain::{Dispute, MoneyError, NaiveDate, words};

use crate::directory::Directory;
use crate::scenes::Scenes;
use crate::to_wire;
use crate::wire::{self, Named};

/// The day and the names.
pub(crate) struct Lens<'a> {
    pub(crate) on: NaiveDate,
    pub(crate) names: &'a Directory,
}

impl Lens<'_> {
    /// The dispute as a thing to show and go to.
    pub(crate) fn named(dispute: &Dispute) -> Named {
        Named { id: dispute.id.to_string(), name: dispute.title.clone() }
    }

    /// What is owed in all, per currency.
    pub(crate) fn totals(&self, dispute: &Dispute) -> Result<Vec<wire::Total>, MoneyError> {
        let balances = balance::balances(dispute, self.on)?;
        let totals = balance::totals(balances.iter().map(|of| &of.balance))?;
        Ok(totals.iter().map(to_wire::total).collect())
    }

    /// What each vendor owes.
    pub(crate) fn owed(&self, dispute: &Dispute) -> Result<Vec<wire::VendorBalance>, MoneyError> {
        let balances = balance::balances(dispute, self.on)?;
        Ok(balances
            .iter()
            .map(|of| wire::VendorBalance {
                vendor: self.names.vendor(of.vendor),
                balance: to_wire::balance(&of.balance),
            })
            .collect())
    }

    /// Where the dispute stands.
    pub(crate) fn state(&self, dispute: &Dispute) -> Result<wire::DisputeState, MoneyError> {
        state::dispute_state(dispute, self.on).map(Into::into)
    }

    /// What is due in words: the person's own, or for a letter whose answer is awaited.
    pub(crate) fn what(&self, of: &Due, scenes: &Scenes) -> String {
        scenes.letter(of.item).map_or_else(
            || of.what.clone(),
            |sent| {
                let vendor = self.names.vendor(sent.to_vendor).name;
                let (vendor, day) = (words::isolated(&vendor), words::date(sent.on));
                if of.overdue {
                    format!("No answer from {vendor} to the letter of {day}")
                } else {
                    format!("An answer from {vendor} to the letter of {day}")
                }
            },
        )
    }

    /// Something that is due as screens show it.
    pub(crate) fn due_item(&self, dispute: &Dispute, of: &Due, scenes: &Scenes) -> wire::DueItem {
        let mut remedy = None;
        let (by, vendor, channel) = match of.item {
            DueItem::Promise(id) => {
                let promise = dispute.promises.iter().find(|promise| promise.id == id);
                (promise.and_then(|it| it.by), promise.and_then(|it| it.vendor), None)
            }
            DueItem::NextStep(id) => {
                let step = dispute.next_steps.iter().find(|step| step.id == id);
                (step.and_then(|it| it.contact), None, step.and_then(|it| it.channel))
            }
            DueItem::Check { remedy: id, .. } => {
                remedy = Some(id.to_string());
                let remedy = dispute.remedies.iter().find(|remedy| remedy.id == id);
                (remedy.and_then(|it| it.by), remedy.and_then(|it| it.vendor), None)
            }
            DueItem::Letter(_) => {
                let sent = scenes.letter(of.item);
                (sent.and_then(|it| it.to_contact), sent.map(|it| it.to_vendor), None)
            }
            DueItem::Clock(id) => {
                let clock = scenes.clocks.iter().find(|clock| clock.id == id);
                (None, clock.and_then(|it| it.vendor), None)
            }
            // Disputes may have the same title: with whom it is tells them apart.
            DueItem::Quiet(_) => (None, dispute.parties.first().map(|party| party.vendor), None),
        };
        wire::DueItem {
            kind: of.kind.into(),
            id: of.item.uuid().hyphenated().to_string(),
            remedy,
            on: to_wire::day(of.on),
            at: of.at.map(|at| at.format("%H:%M").to_string()),
            overdue: of.overdue,
            what: self.what(of, scenes),
            dispute: Self::named(dispute),
            person: by.and_then(|by| self.names.person(by)),
            vendor: self.names.vendor_behind(vendor, by),
            channel: channel.map(Into::into),
        }
    }

    pub(crate) fn party(&self, of: &domain::Party) -> wire::PartyView {
        wire::PartyView { party: to_wire::party(of), vendor: self.names.vendor(of.vendor) }
    }

    /// A claim with its balance. `because_of` names the event that made it arise.
    pub(crate) fn claim(
        &self,
        of: &domain::Claim,
        because_of: Option<Named>,
    ) -> Result<wire::ClaimView, MoneyError> {
        Ok(wire::ClaimView {
            claim: to_wire::claim(of),
            vendor: self.names.vendor(of.vendor),
            movements: of.movements.iter().map(to_wire::movement).collect(),
            balance: to_wire::balance(&balance::claim_balance(of, self.on)?),
            because_of,
        })
    }

    pub(crate) fn promise(&self, of: &domain::Promise) -> wire::PromiseView {
        wire::PromiseView {
            promise: to_wire::promise(of),
            status: promise::promise_status(of, self.on).into(),
            by: of.by.and_then(|by| self.names.person(by)),
            vendor: self.names.vendor_behind(of.vendor, of.by),
        }
    }

    pub(crate) fn offer(
        &self,
        dispute: &Dispute,
        of: &domain::Offer,
    ) -> Result<wire::OfferView, MoneyError> {
        let by = of.by.and_then(|by| self.names.contacts.get(&by));
        let people: Vec<_> = by.cloned().into_iter().collect();
        let measures = offer::measured(of, dispute, &people, self.on)?;
        let measure = |it: &offer::Measure| wire::OfferMeasure {
            owed: to_wire::money(it.owed),
            offered: to_wire::money(it.offered),
            missing: to_wire::money(it.missing),
        };
        Ok(wire::OfferView {
            offer: to_wire::offer(of),
            standing: offer::offer_standing(of, self.on).into(),
            last_day: to_wire::day_option(offer::last_day(of, dispute, self.on)),
            measures: measures.iter().map(measure).collect(),
            settling: offer::settling_words(&of.terms),
            by: of.by.and_then(|by| self.names.person(by)),
            vendor: self.names.vendor_behind(of.vendor, of.by),
        })
    }

    pub(crate) fn rung(&self, of: &domain::Rung) -> wire::RungView {
        wire::RungView {
            rung: to_wire::rung(of),
            contact: of.contact.and_then(|contact| self.names.person(contact)),
            vendor: self.names.vendor_behind(of.vendor, of.contact),
        }
    }

    /// The help, unless the one who gave it lies in the bin.
    pub(crate) fn advocacy(&self, of: &domain::Advocacy) -> Option<wire::AdvocacyView> {
        let contact = self.names.person(of.contact)?;
        Some(wire::AdvocacyView { advocacy: to_wire::advocacy(of), contact })
    }

    pub(crate) fn remedy(&self, dispute: &Dispute, of: &domain::Remedy) -> wire::RemedyView {
        let claims = &dispute.claims;
        let closed = state::is_closed(dispute, self.on);
        let claim = of.claim.and_then(|id| claims.iter().find(|claim| claim.id == id));
        let vendor = self
            .names
            .vendor_behind(of.vendor, of.by)
            .or_else(|| claim.map(|claim| self.names.vendor(claim.vendor)));
        wire::RemedyView {
            remedy: to_wire::remedy(of),
            status: remedy::remedy_status(of, claims, self.on).into(),
            by: of.by.and_then(|by| self.names.person(by)),
            vendor,
            checks: of.checks.iter().map(to_wire::check).collect(),
            check_due: remedy::check_due(of, claims, self.on)
                .filter(|_| !closed)
                .map(to_wire::check),
            next_check: remedy::next_check(of, claims, self.on).map(to_wire::check),
            worth: claim.map(|claim| to_wire::money(claim.amount)),
            dispute: Self::named(dispute),
            in_closed_dispute: closed,
            stages: remedy::stages(of, claims, self.on)
                .iter()
                .map(|stage| wire::RemedyStage {
                    kind: stage.kind.into(),
                    on: to_wire::day(stage.on),
                })
                .collect(),
            held_since: to_wire::day_option(remedy::held_since(of, claims, self.on)),
            asks_whether_satisfied: remedy::looks_are_done(of, claims, self.on) && !closed,
            further_look: to_wire::day(remedy::next_to_propose(of, self.on)),
        }
    }

    pub(crate) fn next_step(&self, of: &domain::NextStep) -> wire::NextStepView {
        wire::NextStepView {
            step: to_wire::next_step(of),
            contact: of.contact.and_then(|contact| self.names.person(contact)),
        }
    }
}
