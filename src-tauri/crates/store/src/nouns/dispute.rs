//! Disputes, each written and read as the whole that the domain has.

use std::collections::HashMap;

use holdfast_domain::{
    Advocacy, Check, Claim, Dispute, DisputeId, Movement, NaiveDate, NextStep, Offer, Party,
    Promise, Remedy, Rung, Subject,
};
use rusqlite::{params_from_iter, types::Value};
use uuid::Uuid;

use crate::cell::{Cell, Cells};
use crate::table::{Stored, Table, stored};
use crate::{Reader, StoreError, Writer};

/// Which disputes are asked for. Those in the bin never are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DisputeScope {
    /// All.
    All,
    /// Those that are not closed, or were closed on that day or later.
    NotClosedBefore(NaiveDate),
    /// One.
    One(DisputeId),
}

impl DisputeScope {
    /// A subquery for the ids, and its parameters.
    pub(crate) fn ids(self) -> (&'static str, Vec<Value>) {
        match self {
            Self::All => ("SELECT id FROM dispute WHERE deleted_at IS NULL", Vec::new()),
            Self::NotClosedBefore(day) => (
                "SELECT id FROM dispute WHERE deleted_at IS NULL
                 AND (closed_on IS NULL OR closed_on >= ?1)",
                vec![Value::Text(day.to_string())],
            ),
            Self::One(id) => (
                "SELECT id FROM dispute WHERE deleted_at IS NULL AND id = ?1",
                vec![Value::Text(id.to_string())],
            ),
        }
    }
}

impl Cell for Subject {
    const WIDTH: usize = 10;

    fn write(&self, out: &mut Vec<Value>) {
        self.what.write(out);
        self.bought_on.write(out);
        self.place.write(out);
        self.price.write(out);
        self.paid_by.write(out);
        self.order.write(out);
        self.account.write(out);
        self.model.write(out);
        self.serial.write(out);
    }

    fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            what: cells.take()?,
            bought_on: cells.take()?,
            place: cells.take()?,
            price: cells.take()?,
            paid_by: cells.take()?,
            order: cells.take()?,
            account: cells.take()?,
            model: cells.take()?,
            serial: cells.take()?,
        })
    }
}

stored!(Dispute {
    label: "t.title",
    title: ["title"],
    goal: ["goal"],
    opened_on: ["opened_on"],
    lead: ["lead" Member],
    closed_on: ["closed_on"],
    closed_as: ["closed_as"],
    subject: [
        "subject_what", "subject_bought_on", "subject_place", "subject_price_minor",
        "subject_price_currency", "subject_paid_by", "subject_order", "subject_account",
        "subject_model", "subject_serial"
    ],
    effect: ["effect"],
    ; parties, claims, issues, promises, offers, rungs, advocates, remedies, next_steps
});

impl Reader {
    /// A dispute that is not in the bin, with all that it is made of but its events.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn dispute(&self, id: DisputeId) -> Result<Option<Dispute>, StoreError> {
        Ok(self.disputes_where(DisputeScope::One(id))?.pop())
    }

    /// Disputes in the order of entry, with all that they are made of but their events. It takes
    /// thirteen statements, however many disputes there are.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn disputes_where(&self, scope: DisputeScope) -> Result<Vec<Dispute>, StoreError> {
        let (ids, params) = scope.ids();
        let tail = format!("t.id IN ({ids}) ORDER BY t.id");
        let mut disputes: Vec<Dispute> = self.list(&tail, params_from_iter(&params))?;
        let mut parties = self.owned::<Party>(ids, &params)?;
        let mut claims = self.claims_of(ids, &params)?;
        let mut issues = self.issues_of(ids, &params)?;
        let mut promises = self.owned::<Promise>(ids, &params)?;
        let mut offers = self.owned::<Offer>(ids, &params)?;
        let mut rungs = self.owned::<Rung>(ids, &params)?;
        let mut advocates = self.owned::<Advocacy>(ids, &params)?;
        let mut remedies = self.remedies_of(ids, &params)?;
        let mut next_steps = self.owned::<NextStep>(ids, &params)?;
        for dispute in &mut disputes {
            let id = dispute.id.uuid();
            dispute.parties = parties.remove(&id).unwrap_or_default();
            dispute.claims = claims.remove(&id).unwrap_or_default();
            dispute.issues = issues.remove(&id).unwrap_or_default();
            dispute.promises = promises.remove(&id).unwrap_or_default();
            dispute.offers = offers.remove(&id).unwrap_or_default();
            dispute.rungs = rungs.remove(&id).unwrap_or_default();
            dispute.advocates = advocates.remove(&id).unwrap_or_default();
            dispute.remedies = remedies.remove(&id).unwrap_or_default();
            dispute.next_steps = next_steps.remove(&id).unwrap_or_default();
        }
        Ok(disputes)
    }

    fn claims_of(
        &self,
        disputes: &str,
        params: &[Value],
    ) -> Result<HashMap<Uuid, Vec<Claim>>, StoreError> {
        let mut claims = self.owned::<Claim>(disputes, params)?;
        let mut movements = self.owned::<Movement>(&within(&Claim::TABLE, disputes), params)?;
        for claim in claims.values_mut().flatten() {
            claim.movements = movements.remove(&claim.id.uuid()).unwrap_or_default();
        }
        Ok(claims)
    }

    fn remedies_of(
        &self,
        disputes: &str,
        params: &[Value],
    ) -> Result<HashMap<Uuid, Vec<Remedy>>, StoreError> {
        let mut remedies = self.owned::<Remedy>(disputes, params)?;
        let mut checks = self.owned::<Check>(&within(&Remedy::TABLE, disputes), params)?;
        for remedy in remedies.values_mut().flatten() {
            remedy.checks = checks.remove(&remedy.id.uuid()).unwrap_or_default();
        }
        Ok(remedies)
    }

    /// The ids and titles of the disputes, in the order of entry.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn dispute_titles(&self) -> Result<Vec<(DisputeId, String)>, StoreError> {
        let sql = "SELECT id, title FROM dispute WHERE deleted_at IS NULL ORDER BY id";
        self.rows(sql, [], |cells| Ok((cells.take()?, cells.take()?)))
    }
}

/// A subquery for the ids of what belongs to the owners that another subquery names.
pub(super) fn within(table: &Table, owners: &str) -> String {
    let name = table.noun.as_str();
    format!("SELECT id FROM {name} WHERE deleted_at IS NULL AND dispute IN ({owners})")
}

impl Writer<'_> {
    /// Enters a dispute with all that it is made of, or changes what differs. What it no longer has
    /// goes to the bin. Its events and attachments are not touched.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn put_dispute(&mut self, dispute: &Dispute) -> Result<(), StoreError> {
        let id = dispute.id.uuid();
        self.put(dispute)?;
        self.put_owned(id, &dispute.parties)?;
        self.put_owned(id, &dispute.claims)?;
        for claim in &dispute.claims {
            self.put_owned(claim.id.uuid(), &claim.movements)?;
        }
        self.put_issues(id, &dispute.issues)?;
        self.put_owned(id, &dispute.promises)?;
        self.put_owned(id, &dispute.offers)?;
        self.put_owned(id, &dispute.rungs)?;
        self.put_owned(id, &dispute.advocates)?;
        self.put_owned(id, &dispute.remedies)?;
        for remedy in &dispute.remedies {
            self.put_owned(remedy.id.uuid(), &remedy.checks)?;
        }
        self.put_owned(id, &dispute.next_steps)
    }
}
