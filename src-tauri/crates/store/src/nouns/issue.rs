//! What is in question in a dispute, and the facts that it rests on.

use std::collections::{BTreeSet, HashMap};

use holdfast_domain::{DisputeId, Event, FactId, Issue, IssueId};
use rusqlite::{params_from_iter, types::Value};
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid, Variant, Version};

use super::dispute::within;
use crate::table::{Stored, Table, stored};
use crate::{Noun, Reader, StoreError, Writer};

stored!(Issue {
    owner: "dispute" Dispute,
    label: "t.question",
    vendor: ["vendor" Vendor],
    question: ["question"],
    term: ["term"],
    source: ["source"],
    reply: ["reply"],
    replied_on: ["replied_on"],
    replied_at: ["replied_at" Event],
    answer: ["answer"],
    ; facts
});

/// The facts that an issue rests on, which the domain has as a list of the issue. A fact that goes
/// to the bin takes the link out of sight, and brings it back.
pub(crate) const LINK: Table = Table {
    noun: Noun::IssueFact,
    owner: Some(("issue", Noun::Issue)),
    columns: &["issue", "fact"],
    references: &[("fact", Noun::Fact)],
    shelters: &[("fact", Noun::Fact)],
    label: "(SELECT f.text FROM fact f WHERE f.id = t.fact)",
};

/// The id of a link follows from what it links, so that two computers that name the same fact in
/// the same issue write the same record.
fn link_id(issue: IssueId, fact: FactId) -> Uuid {
    let hash = Sha256::new()
        .chain_update(issue.uuid().as_bytes())
        .chain_update(fact.uuid().as_bytes())
        .finalize();
    let mut bytes = [0_u8; 16];
    bytes.copy_from_slice(&hash[..16]);
    Builder::from_bytes(bytes)
        .with_variant(Variant::RFC4122)
        .with_version(Version::Custom)
        .into_uuid()
}

impl Reader {
    /// The issues of disputes that a subquery names, with their facts, by dispute.
    pub(super) fn issues_of(
        &self,
        disputes: &str,
        params: &[Value],
    ) -> Result<HashMap<Uuid, Vec<Issue>>, StoreError> {
        let mut issues = self.owned::<Issue>(disputes, params)?;
        let mut facts = self.facts_of_issues(&within(&Issue::TABLE, disputes), params)?;
        for issue in issues.values_mut().flatten() {
            issue.facts = facts.remove(&issue.id.uuid()).unwrap_or_default();
        }
        Ok(issues)
    }

    /// The facts of issues that a subquery names, where neither they nor their events lie in the bin.
    fn facts_of_issues(
        &self,
        issues: &str,
        params: &[Value],
    ) -> Result<HashMap<Uuid, Vec<FactId>>, StoreError> {
        let sql = format!(
            "SELECT l.issue, l.fact FROM issue_fact l
             JOIN fact f ON f.id = l.fact JOIN event e ON e.id = f.event
             WHERE l.issue IN ({issues}) AND l.deleted_at IS NULL
                AND f.deleted_at IS NULL AND e.deleted_at IS NULL
             ORDER BY l.issue, l.fact"
        );
        let links =
            self.rows(&sql, params_from_iter(params), |cells| Ok((cells.take()?, cells.take()?)))?;
        let mut by_issue: HashMap<Uuid, Vec<FactId>> = HashMap::new();
        for (issue, fact) in links {
            by_issue.entry(issue).or_default().push(fact);
        }
        Ok(by_issue)
    }

    /// The events of a dispute that have a disputed fact, or one on which an issue rests, with all
    /// their facts, in the order in which they happened.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn events_in_question(&self, dispute: DisputeId) -> Result<Vec<Event>, StoreError> {
        let tail = "t.dispute = ?1 AND t.deleted_at IS NULL AND EXISTS (
                SELECT 1 FROM fact f WHERE f.event = t.id AND f.deleted_at IS NULL
                AND (f.status = 'disputed' OR f.id IN (
                    SELECT l.fact FROM issue_fact l JOIN issue i ON i.id = l.issue
                    WHERE i.dispute = ?1 AND i.deleted_at IS NULL AND l.deleted_at IS NULL)))
            ORDER BY t.sort_key, t.id";
        self.events(tail, [dispute.to_string()])
    }
}

impl Writer<'_> {
    /// Enters the issues of a dispute with their facts, or changes what differs. What it no longer
    /// has goes to the bin; what is hidden with a fact stays as it is.
    pub(super) fn put_issues(&mut self, dispute: Uuid, issues: &[Issue]) -> Result<(), StoreError> {
        self.put_owned(dispute, issues)?;
        for issue in issues {
            let key = [Value::Text(issue.id.to_string())];
            let known = self.facts_of_issues("?1", &key)?.into_values().flatten();
            let mut gone: BTreeSet<Uuid> = known.map(|fact| link_id(issue.id, fact)).collect();
            for fact in &issue.facts {
                let id = link_id(issue.id, *fact);
                gone.remove(&id);
                let cells = vec![Value::Text(issue.id.to_string()), Value::Text(fact.to_string())];
                self.put_row(&LINK, id, cells)?;
            }
            self.bin_all(Noun::IssueFact, gone)?;
        }
        Ok(())
    }
}
