//! One dispute that rows become or join, and what each row brings into it.

use std::collections::BTreeMap;

use holdfast_domain::rules::remedy::check_plan;
use holdfast_domain::{
    Channel, Claim, ClaimId, ClosedAs, ContactId, Currency, Direction, Dispute, Event, EventTime,
    Fact, FactStatus, MemberId, Money, Movement, MovementKind, NaiveDate, Occurred, Party,
    Precision, Promise, RefundState, Remedy, RemedyKind, Role, Roles, VendorId, validity,
};
use holdfast_intake::refund_list::RefundRow;
use uuid::Uuid;

use super::known::News;
use super::words;
use crate::clock::new_id;
use crate::error::uuid_of;
use crate::remedies::planned;
use crate::wire::AppError;

/// A dispute as it would be, with what is new in it.
pub(super) struct Matter {
    pub(super) dispute: Dispute,
    pub(super) is_new: bool,
    pub(super) events: Vec<Event>,
    /// The places of its rows in the list.
    pub(super) rows: Vec<usize>,
    pub(super) claims: u32,
    pub(super) remedies: u32,
    /// The ids of all that the rows brought.
    touched: Vec<Uuid>,
    /// The last day on which one of its rows was given up, where all of them were.
    given_up: Option<NaiveDate>,
}

/// What a row needs besides itself.
pub(super) struct With {
    pub(super) vendor: VendorId,
    pub(super) contact: Option<ContactId>,
    pub(super) today: NaiveDate,
}

impl Matter {
    /// A dispute that begins with this row.
    pub(super) fn begun(row: &RefundRow, asked_on: NaiveDate, lead: MemberId) -> Self {
        let dispute = Dispute::new(new_id(), words::title(row), String::new(), asked_on, lead);
        let touched = vec![dispute.id.uuid()];
        Self { is_new: true, touched, ..Self::joined(dispute) }
    }

    /// A dispute of the record that rows join.
    pub(super) fn joined(dispute: Dispute) -> Self {
        Self {
            dispute,
            is_new: false,
            events: Vec::new(),
            rows: Vec::new(),
            claims: 0,
            remedies: 0,
            touched: Vec::new(),
            given_up: None,
        }
    }

    /// Enters a row with all that it says.
    pub(super) fn enter(&mut self, row: &RefundRow, with: &With) -> Result<(), AppError> {
        let (Some(amount), Some(asked_on)) = (row.amount, row.asked_on) else { return Ok(()) };
        self.take_part(row, with.vendor);
        let claim = Claim {
            id: new_id(),
            vendor: with.vendor,
            amount,
            reason: words::reason(row),
            arose_on: asked_on,
            due_on: None,
            because_of: None,
            movements: Vec::new(),
        };
        let id = claim.id;
        self.touched.push(id.uuid());
        self.dispute.claims.push(claim);
        self.claims += 1;
        let asked = EventTime { at: Occurred::On(asked_on), precision: Precision::Exact };
        let mut event = self.event(asked, Direction::Out, with, vec![words::asked(row)]);
        event.note = row.notes.clone();
        self.events.push(event);
        let began = self.dispute.opened_on.min(asked_on);
        if self.is_new {
            self.dispute.opened_on = began;
        }
        self.add(row, id, with, News::all_of(row))
    }

    /// Enters what came of a row whose claim is there.
    pub(super) fn add(
        &mut self,
        row: &RefundRow,
        claim: ClaimId,
        with: &With,
        news: News,
    ) -> Result<(), AppError> {
        if let Some((sum, on)) = news.refund.zip(row.refunded_on) {
            self.refund(row, claim, with, sum, on);
        }
        if news.promise {
            self.promise(row, with);
        }
        if news.refusal {
            self.refusal(row, with);
        }
        if news.giving_up {
            self.give_up(row, claim, with)?;
        }
        if news.reference {
            self.bear_reference(row, with.vendor);
        }
        if let Some(mut asking) = news.asking {
            if asking.contacts.is_empty() {
                asking.contacts.extend(with.contact);
            }
            asking.note = asking.note.or_else(|| row.notes.clone());
            self.events.push(asking);
        }
        Ok(())
    }

    /// The vendor's part, with its reference.
    fn take_part(&mut self, row: &RefundRow, vendor: VendorId) {
        let roles: Roles = [Role::HoldsTheMoney].into_iter().collect();
        let (reference, policy, rationale) = (row.reference.clone(), None, None);
        let part = Party { id: new_id(), vendor, roles, reference, policy, rationale };
        let known = self.dispute.parties.iter_mut().find(|party| party.vendor == vendor);
        match known {
            // What the household said of the vendor's part stays as it is.
            Some(_) if !self.is_new => {}
            Some(known) => *known = known.clone().with(part),
            None => {
                self.touched.push(part.id.uuid());
                self.dispute.parties.push(part);
            }
        }
    }

    /// The vendor's part bears the reference of the row, unless it bears one.
    fn bear_reference(&mut self, row: &RefundRow, vendor: VendorId) {
        let part = self.dispute.parties.iter_mut().find(|it| it.vendor == vendor);
        if let Some(part) = part.filter(|it| it.reference.is_none()) {
            part.reference = row.reference.clone();
        }
    }

    fn event(
        &mut self,
        time: EventTime,
        direction: Direction,
        with: &With,
        facts: Vec<String>,
    ) -> Event {
        let status = match direction {
            // Whether the vendor agrees that it was asked, a list of one's own does not say.
            Direction::Out | Direction::Internal => FactStatus::Unsure,
            // What the vendor itself decided it does not dispute.
            Direction::In => FactStatus::Undisputed,
        };
        let fact = |text| Fact { id: new_id(), text, status, acknowledged_by: None };
        let event = Event {
            id: new_id(),
            dispute: self.dispute.id,
            time,
            channel: Channel::Other,
            direction,
            vendor: Some(with.vendor),
            contacts: with.contact.into_iter().collect(),
            answered: None,
            waited_minutes: None,
            minutes: None,
            facts: facts.into_iter().map(fact).collect(),
            note: None,
        };
        self.touched.push(event.id.uuid());
        self.touched.extend(event.facts.iter().map(|fact| fact.id.uuid()));
        event
    }

    /// A refund that came: it is delivered, and is to be looked at as each new one is. Where all days
    /// for that are over by now, it is asked about once, today: nobody is late with a look that was
    /// never planned.
    fn refund(&mut self, row: &RefundRow, claim: ClaimId, with: &With, sum: Money, on: NaiveDate) {
        let plan = check_plan(RemedyKind::Refund, on, None).looks;
        let mut looks: Vec<NaiveDate> = plan.into_iter().filter(|it| *it >= with.today).collect();
        if looks.is_empty() {
            looks.push(with.today);
        }
        let remedy = Remedy {
            id: new_id(),
            kind: RemedyKind::Refund,
            by: None,
            vendor: Some(with.vendor),
            agreed_on: on,
            what: words::refund(row, sum),
            scope: None,
            caveat: None,
            before_use: None,
            claim: Some(claim),
            expected_by: None,
            delivered_on: Some(on),
            ends_on: None,
            satisfied_on: None,
            checks: looks.into_iter().map(planned).collect(),
        };
        let remedy_id = remedy.id;
        self.touched.push(remedy_id.uuid());
        self.dispute.remedies.push(remedy);
        self.remedies += 1;
        self.moved(claim, MovementKind::Received, sum, on, Some(remedy_id));
    }

    fn moved(
        &mut self,
        claim: ClaimId,
        kind: MovementKind,
        amount: Money,
        on: NaiveDate,
        remedy: Option<holdfast_domain::RemedyId>,
    ) {
        let movement = Movement { id: new_id(), kind, amount, on, reference: None, remedy };
        self.touched.push(movement.id.uuid());
        if let Some(of) = self.dispute.claims.iter_mut().find(|known| known.id == claim) {
            of.movements.push(movement);
        }
    }

    /// A promise, given on the only day that the row knows; due where it says another.
    fn promise(&mut self, row: &RefundRow, with: &With) {
        let Some(made_on) = row.asked_on else { return };
        let promise = Promise {
            id: new_id(),
            by: None,
            vendor: Some(with.vendor),
            made_on,
            what: words::promise(row),
            due_on: row.refunded_on.filter(|due| *due >= made_on),
            outcome: None,
            outcome_on: None,
        };
        self.touched.push(promise.id.uuid());
        self.dispute.promises.push(promise);
    }

    /// A refusal, with the vendor's answer. Where the row does not say when it was given, the event
    /// stands at the day of the row as one whose day is not known.
    fn refusal(&mut self, row: &RefundRow, with: &With) {
        let day = row.refunded_on.filter(|_| row.refunded.is_none());
        let Some(on) = day.or(row.asked_on) else { return };
        let precision = if day.is_some() { Precision::Exact } else { Precision::Unknown };
        let facts = std::iter::once(words::refusal(row)).chain(words::answer(row)).collect();
        let time = EventTime { at: Occurred::On(on), precision };
        let event = self.event(time, Direction::In, with, facts);
        self.events.push(event);
        let party = self.dispute.parties.iter_mut().find(|party| party.vendor == with.vendor);
        if let Some(party) = party.filter(|party| party.rationale.is_none()) {
            party.rationale = row.answer.clone();
        }
    }

    /// What the claim still holds is let go.
    fn give_up(&mut self, row: &RefundRow, claim: ClaimId, with: &With) -> Result<(), AppError> {
        let on = given_up_on(row).unwrap_or(with.today);
        let of = self.dispute.claims.iter().find(|known| known.id == claim);
        let balance =
            of.map(|of| holdfast_domain::rules::balance::claim_balance(of, NaiveDate::MAX));
        let left = balance.transpose()?.map(|balance| balance.outstanding);
        if let Some(left) = left.filter(|left| left.is_positive()) {
            self.moved(claim, MovementKind::WrittenOff, left, on, None);
        }
        self.given_up = self.given_up.max(Some(on));
        Ok(())
    }

    /// Says what is wanted and what it is about, once all rows are in; a new dispute of which every
    /// row was given up is closed.
    pub(super) fn finish(&mut self, rows: &[RefundRow]) {
        if !self.is_new {
            return;
        }
        let own: Vec<&RefundRow> = self.rows.iter().map(|at| &rows[*at]).collect();
        let mut sums: BTreeMap<Currency, Money> = BTreeMap::new();
        for amount in own.iter().filter_map(|row| row.amount) {
            let sum = sums.entry(amount.currency()).or_insert(Money::zero(amount.currency()));
            // Sums beyond what can be kept are what the rules refuse; no goal needs them.
            *sum = sum.plus(amount).unwrap_or(*sum);
        }
        let vendor = own.first().map_or("", |row| row.vendor.as_str());
        self.dispute.goal = words::goal(&sums, vendor);
        let what: Vec<&str> =
            own.iter().map(|row| row.what.as_str()).filter(|what| !what.is_empty()).collect();
        self.dispute.subject.what = (!what.is_empty()).then(|| what.join("; "));
        if own.iter().all(|row| row.state == RefundState::GivenUp) {
            let got = own.iter().any(|row| row.refunded.is_some());
            self.dispute.closed_on = self.given_up;
            self.dispute.closed_as =
                Some(if got { ClosedAs::AcceptedLess } else { ClosedAs::Dropped });
        }
    }

    /// Why the record would refuse it; nothing where it does not. Where people work is only ever
    /// warned of, and here they work at the vendor whose row names them.
    pub(super) fn refused_because(&self, today: NaiveDate) -> Option<String> {
        let problems = validity::problems(&self.dispute, &self.events, &[], today);
        let ours = |problem: &&validity::Problem| {
            uuid_of(problem.at.record).is_some_and(|id| self.touched.contains(&id))
        };
        let refused = |it: &&validity::Problem| it.severity == validity::Severity::Refused;
        problems.iter().filter(ours).find(refused).map(|problem| problem.code.to_string())
    }
}

/// The day on which the household gave up, where the row says it.
pub(super) fn given_up_on(row: &RefundRow) -> Option<NaiveDate> {
    row.refunded_on
}
