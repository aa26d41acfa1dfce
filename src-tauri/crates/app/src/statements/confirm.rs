//! Saying what a line means: everything that follows from it is one action with one undo.

use std::collections::HashSet;

use holdfast_domain::rules::matching::{Naming, learnable, naming, unspoken};
use holdfast_domain::{
    DisputeId, MatchKind, Money, MovementId, RemedyId, StatementLine, StatementMatch, VendorId,
    validity,
};
use holdfast_store::Writer;
use uuid::Uuid;

use super::effects::{Around, Effect, Said, take_effect};
use super::found::Known;
use super::line_ref;
use crate::App;
use crate::clock::new_id;
use crate::edit::Choices;
use crate::error::{not_found, refused, sorted_out};
use crate::from_wire;
use crate::wire::Deed;
use crate::wire::{
    AppError, FieldProblem, MatchAnswer, MatchConfirmed, MatchPart, Named, ReversedRemedy,
};

/// What came of an answer, before it is told.
#[derive(Default)]
struct Outcome {
    warnings: Vec<FieldProblem>,
    reopened: Vec<DisputeId>,
    reversed: Vec<(DisputeId, RemedyId)>,
    /// Whom the line was of.
    vendors: Vec<VendorId>,
}

/// One target with its sum.
type SumFor<'a> = (&'a MatchPart, Money);

impl App {
    /// Writes down what a line means, as one action: movements or a claim, the look that it answers,
    /// the remedy that it carries out or takes back; a closed dispute from which it takes is opened
    /// again. What was written down by hand before is linked, not doubled.
    ///
    /// # Errors
    /// `NotFound`, or `Refused` with the fields that stand in the way.
    pub fn confirm_match(&self, answer: &MatchAnswer) -> Result<MatchConfirmed, AppError> {
        let today = self.today_day();
        let at = line_ref(&answer.line)?;
        let mut outcome = Outcome::default();
        let done = self.change(Deed::ConfirmMatch, "", |writer| {
            let line = writer.statement_line(at)?.ok_or_else(not_found)?;
            let known = Known::read(writer, today)?;
            outcome = Confirming { known: &known, line: &line, answer }.write(writer)?;
            Ok((None, outcome.warnings.clone()))
        })?;
        let known = self.read(|reader| Known::read(reader, today))?;
        let named = |id: &DisputeId| known.names.dispute(*id);
        Ok(MatchConfirmed {
            action: done.action,
            warnings: done.warnings,
            reopened: outcome.reopened.iter().map(named).collect(),
            reversed: outcome.reversed.iter().filter_map(|of| known.reversed(*of)).collect(),
        })
    }
}

impl Known {
    fn reversed(&self, (dispute, remedy): (DisputeId, RemedyId)) -> Option<ReversedRemedy> {
        let dispute = self.dispute(dispute)?;
        let remedy = dispute.remedies.iter().find(|it| it.id == remedy)?;
        let vendor =
            holdfast_domain::rules::parties::vendor_of_remedy(remedy, dispute, &self.contacts)?;
        let person = remedy.by.and_then(|by| self.names.person(by));
        Some(ReversedRemedy {
            remedy: Named { id: remedy.id.to_string(), name: remedy.what.clone() },
            dispute: Named { id: dispute.id.to_string(), name: dispute.title.clone() },
            vendor: self.names.vendor(vendor),
            person: person.map(|person| Named { id: person.id, name: person.name }),
        })
    }
}

/// An answer that is being written down.
struct Confirming<'a> {
    known: &'a Known,
    line: &'a StatementLine,
    answer: &'a MatchAnswer,
}

impl Confirming<'_> {
    fn write(&self, writer: &mut Writer<'_>) -> Result<Outcome, AppError> {
        let linked = self.known.said.iter().filter(|said| said.confirmed);
        let mut linked: HashSet<_> = linked.filter_map(|said| said.movement).collect();
        let mut outcome = Outcome::default();
        for (id, parts) in self.by_dispute()? {
            self.write_dispute(writer, id, &parts, &mut linked, &mut outcome)?;
        }
        if self.answer.learn_name {
            outcome.vendors.sort_unstable();
            outcome.vendors.dedup();
            outcome.vendors.iter().try_for_each(|vendor| self.learn(writer, *vendor))?;
        }
        Ok(outcome)
    }

    /// The parts with their sums, the disputes in the order in which they were named.
    fn by_dispute(&self) -> Result<Vec<(DisputeId, Vec<SumFor<'_>>)>, AppError> {
        let mut all: Vec<(DisputeId, Vec<SumFor<'_>>)> = Vec::new();
        for (part, amount) in self.answer.parts.iter().zip(self.amounts()?) {
            let id = from_wire::id("dispute", &part.dispute)?;
            match all.iter_mut().find(|(known, _)| *known == id) {
                Some((_, parts)) => parts.push((part, amount)),
                None => all.push((id, vec![(part, amount)])),
            }
        }
        Ok(all)
    }

    fn write_dispute(
        &self,
        writer: &mut Writer<'_>,
        id: DisputeId,
        parts: &[SumFor<'_>],
        linked: &mut HashSet<MovementId>,
        outcome: &mut Outcome,
    ) -> Result<(), AppError> {
        let mut dispute = writer.dispute(id)?.ok_or_else(not_found)?;
        let (mut touched, mut matches): (Vec<Uuid>, Vec<StatementMatch>) = (Vec::new(), Vec::new());
        for (part, amount) in parts {
            let said = self.said(part, *amount, id)?;
            let (today, contacts) = (self.known.on, self.known.contacts.as_slice());
            let effect = take_effect(&mut dispute, &said, &Around { today, contacts, linked })?;
            matches.push(self.statement_match(id, &said, &effect));
            let claim = dispute.claims.iter().find(|claim| Some(claim.id) == effect.claim);
            outcome.vendors.extend(claim.map(|claim| claim.vendor));
            outcome.reopened.extend(effect.reopened.then_some(id));
            outcome.reversed.extend(effect.reversed.map(|remedy| (id, remedy)));
            linked.extend(effect.movement);
            touched.extend(effect.touched);
        }
        let warnings = writer.put_checked(&dispute, &[], self.known.on, Some(&touched))?;
        outcome.warnings.extend(warnings);
        Ok(matches.iter().try_for_each(|of| writer.put_statement_match(of))?)
    }

    /// The sums of the parts, which together are no more than what nobody has said of the line yet.
    fn amounts(&self) -> Result<Vec<Money>, AppError> {
        let entry = &self.line.entry;
        let kind = MatchKind::from(self.answer.kind);
        if entry.is_credit() != (kind == MatchKind::Pays) {
            return Err(refused("kind", "wrong_direction", []));
        }
        if self.answer.parts.is_empty() {
            return Err(refused("parts", "missing", []));
        }
        let rest = unspoken(&self.known.ground(), self.line);
        let rest = rest.map_or(0, |rest| i128::from(rest.minor()));
        let mut all = Vec::new();
        let mut total = 0_i128;
        for part in &self.answer.parts {
            let amount = from_wire::money("amount", &part.amount)?;
            if amount.currency() != entry.amount.currency() {
                return Err(refused("amount", "currency_differs", []));
            }
            if !amount.is_positive() {
                return Err(refused("amount", "amount_not_positive", []));
            }
            total += i128::from(amount.minor());
            all.push(amount);
        }
        if total > rest {
            return Err(refused("amount", "more_than_line", []));
        }
        Ok(all)
    }

    fn said(
        &self,
        part: &MatchPart,
        amount: Money,
        dispute: DisputeId,
    ) -> Result<Said<'_>, AppError> {
        let kind = MatchKind::from(self.answer.kind);
        let claim = from_wire::id_option("claim", part.claim.as_deref())?;
        // Where a new claim is to be made, the line itself says against whom.
        let proposed = || {
            let proposals = self.known.look_at(self.line.clone());
            let mut parts = proposals.into_iter().flat_map(|it| it.parts);
            parts.find(|it| it.dispute == dispute && it.claim.is_none()).map(|it| it.vendor)
        };
        Ok(Said {
            entry: &self.line.entry,
            kind,
            vendor: if claim.is_none() { proposed() } else { None },
            claim,
            remedy: from_wire::id_option("remedy", part.remedy.as_deref())?,
            check: from_wire::id_option("check", part.check.as_deref())?,
            amount,
        })
    }

    fn statement_match(
        &self,
        dispute: DisputeId,
        said: &Said<'_>,
        effect: &Effect,
    ) -> StatementMatch {
        StatementMatch {
            id: new_id(),
            statement: self.line.statement,
            line: self.line.number,
            kind: said.kind,
            confirmed: true,
            dispute,
            claim: effect.claim,
            movement: effect.movement,
            remedy: said.remedy,
            check: effect.check,
        }
    }

    /// Remembers how the bank writes the vendor, unless that is known.
    fn learn(&self, writer: &mut Writer<'_>, vendor: VendorId) -> Result<(), AppError> {
        let entry = &self.line.entry;
        let Some(mut vendor) = writer.vendor(vendor)? else { return Ok(()) };
        if naming(&vendor, entry) >= Naming::Fully {
            return Ok(());
        }
        let Some(name) = learnable(entry.party.as_deref(), &entry.text) else { return Ok(()) };
        vendor.known_as.push(name);
        sorted_out(&validity::vendor_problems(&vendor))?;
        Ok(writer.put_vendor(&vendor)?)
    }
}
