//! What the lines seem to mean, worked out anew each time that it is asked: it follows from the
//! record and the lines, and is kept nowhere.

use std::collections::{HashMap, HashSet};

use holdfast_domain::rules::matching::{Ground, Matcher, Part, Proposal};
use holdfast_domain::rules::remedy::remedy_status;
use holdfast_domain::{
    Account, AccountId, ActionId, Contact, Dispute, DisputeId, LineRef, NaiveDate, Statement,
    StatementEntry, StatementId, StatementLine, StatementMatch, Vendor, VendorId,
};
use holdfast_store::{DisputeScope, Noun, Reader};
use uuid::Uuid;

use super::line_view;
use crate::directory::Directory;
use crate::error::with;
use crate::to_wire;
use crate::wire::{AppError, ErrorCode, MatchProposal, MatchedPart, Named, ProposedPart};

/// All that lines are held against.
pub(super) struct Known {
    pub(super) on: NaiveDate,
    pub(super) names: Directory,
    pub(super) disputes: Vec<Dispute>,
    pub(super) vendors: Vec<Vendor>,
    pub(super) contacts: Vec<Contact>,
    pub(super) said: Vec<StatementMatch>,
    pub(super) statements: Vec<Statement>,
    pub(super) accounts: Vec<Account>,
    /// The action by which each thing was said.
    saying: HashMap<Uuid, ActionId>,
}

impl Known {
    pub(super) fn read(reader: &Reader, on: NaiveDate) -> Result<Self, AppError> {
        Ok(Self {
            on,
            names: Directory::read(reader)?,
            disputes: reader.disputes_where(DisputeScope::All)?,
            vendors: reader.vendors()?,
            contacts: reader.contacts()?,
            said: reader.statement_matches()?,
            statements: reader.statements()?,
            accounts: reader.accounts()?,
            saying: reader.entered_by(Noun::StatementMatch)?,
        })
    }

    pub(super) fn ground(&self) -> Ground<'_> {
        Ground {
            disputes: &self.disputes,
            vendors: &self.vendors,
            contacts: &self.contacts,
            said: &self.said,
            on: self.on,
        }
    }

    /// Looks at all lines that can be for anything.
    pub(super) fn look(&self, reader: &Reader) -> Result<Found<'_>, AppError> {
        let mut matcher = Matcher::new(self.ground());
        let banks = self.banks(&matcher);
        if let Some(since) = matcher.since() {
            reader.each_line(since, |line| {
                let banks = banks.get(&line.statement).map_or(&[][..], Vec::as_slice);
                matcher.see(line, banks);
            })?;
        }
        let proposals = matcher.proposals();
        Ok(Found { known: self, matcher, proposals })
    }

    /// Looks at one line alone.
    pub(super) fn look_at(&self, line: StatementLine) -> Vec<Proposal> {
        let mut matcher = Matcher::new(self.ground());
        let banks = self.banks(&matcher);
        let banks = banks.get(&line.statement).cloned().unwrap_or_default();
        matcher.see(line, &banks);
        matcher.proposals()
    }

    /// The vendors that each statement's bank is.
    fn banks(&self, matcher: &Matcher<'_>) -> HashMap<StatementId, Vec<VendorId>> {
        let of_account: HashMap<AccountId, Vec<VendorId>> = self
            .accounts
            .iter()
            .map(|account| {
                let names = account.bank.iter().chain([&account.name]);
                (account.id, names.flat_map(|name| matcher.banks(name)).collect())
            })
            .collect();
        let of = |statement: &Statement| {
            (statement.id, of_account.get(&statement.account).cloned().unwrap_or_default())
        };
        self.statements.iter().map(of).collect()
    }

    pub(super) fn dispute(&self, id: DisputeId) -> Option<&Dispute> {
        self.disputes.iter().find(|dispute| dispute.id == id)
    }

    pub(super) fn statement(&self, id: StatementId) -> Named {
        let found = self.statements.iter().find(|statement| statement.id == id);
        let name = found.map(|statement| statement.file_name.clone()).unwrap_or_default();
        Named { id: id.to_string(), name }
    }

    /// What was made of each line.
    pub(super) fn matched(&self) -> HashMap<LineRef, Vec<MatchedPart>> {
        let mut all: HashMap<LineRef, Vec<MatchedPart>> = HashMap::new();
        for said in self.said.iter().filter(|said| said.confirmed) {
            let at = LineRef { statement: said.statement, number: said.line };
            all.entry(at).or_default().extend(self.matched_part(said));
        }
        all
    }

    fn matched_part(&self, said: &StatementMatch) -> Option<MatchedPart> {
        let dispute = self.dispute(said.dispute)?;
        let claim = dispute.claims.iter().find(|claim| Some(claim.id) == said.claim)?;
        let movement = claim.movements.iter().find(|it| Some(it.id) == said.movement);
        Some(MatchedPart {
            kind: said.kind.into(),
            dispute: Named { id: dispute.id.to_string(), name: dispute.title.clone() },
            vendor: Some(self.names.vendor(claim.vendor)),
            what: claim.reason.clone(),
            amount: to_wire::money(movement.map_or(claim.amount, |movement| movement.amount)),
            action: self.saying.get(&said.id.uuid())?.to_string(),
        })
    }
}

/// What the lines seem to mean.
pub(super) struct Found<'a> {
    pub(super) known: &'a Known,
    matcher: Matcher<'a>,
    pub(super) proposals: Vec<Proposal>,
}

impl Found<'_> {
    /// What a line says that something is proposed for.
    pub(super) fn line(&self, at: LineRef) -> Option<&StatementEntry> {
        self.matcher.line(at).map(|line| &line.entry)
    }

    /// The proposals that are wanted, as the window shows them.
    pub(super) fn view(
        &self,
        wanted: impl Fn(&Proposal) -> bool,
    ) -> Result<Vec<MatchProposal>, AppError> {
        let matched = self.known.matched();
        let all = self.proposals.iter().filter(|proposal| wanted(proposal));
        all.map(|proposal| self.proposal(proposal, &matched)).collect()
    }

    fn proposal(
        &self,
        of: &Proposal,
        matched: &HashMap<LineRef, Vec<MatchedPart>>,
    ) -> Result<MatchProposal, AppError> {
        let missing = || with(ErrorCode::Internal, [("detail", "a line is gone".to_owned())]);
        let line = self.matcher.line(of.line).ok_or_else(missing)?;
        Ok(MatchProposal {
            id: of.key(),
            kind: of.kind.into(),
            line: line_view(line, matched.get(&of.line).cloned().unwrap_or_default()),
            statement: self.known.statement(of.line.statement),
            parts: of.parts.iter().filter_map(|part| self.part(part)).collect(),
            score: of.score,
            is_named: of.is_named(),
            why: of.why.iter().map(|reason| (*reason).into()).collect(),
            together_with: self.together_with(of),
        })
    }

    /// The proposals of the lines that would pay the same claim together with this one.
    fn together_with(&self, of: &Proposal) -> Vec<String> {
        let claims = |it: &Proposal| -> HashSet<_> {
            it.parts.iter().filter_map(|part| part.claim).collect()
        };
        let wanted = claims(of);
        let others = self.proposals.iter().filter(|other| {
            of.together_with.contains(&other.line)
                && !other.together_with.is_empty()
                && claims(other) == wanted
        });
        others.map(Proposal::key).collect()
    }

    fn part(&self, of: &Part) -> Option<ProposedPart> {
        let dispute = self.known.dispute(of.dispute)?;
        let claim = dispute.claims.iter().find(|claim| Some(claim.id) == of.claim);
        let remedy = dispute.remedies.iter().find(|remedy| Some(remedy.id) == of.remedy);
        let status = remedy.map(|it| remedy_status(it, &dispute.claims, self.known.on));
        let what = claim.map(|claim| claim.reason.clone());
        Some(ProposedPart {
            dispute: Named { id: dispute.id.to_string(), name: dispute.title.clone() },
            vendor: self.known.names.vendor(of.vendor),
            claim: of.claim.map(|id| id.to_string()),
            what: what.or_else(|| remedy.map(|it| it.what.clone())).unwrap_or_default(),
            amount: to_wire::money(of.amount),
            leaves: of.leaves.map(to_wire::money),
            remedy: of.remedy.map(|id| id.to_string()),
            remedy_status: status.map(Into::into),
            check: of.check.map(|id| id.to_string()),
        })
    }
}
