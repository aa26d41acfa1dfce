//! What there is to see of statements: all of them, what one says, and its lines.

use std::collections::{HashMap, HashSet};

use holdfast_domain::rules::matching::{Missing, missing};
use holdfast_domain::{ClaimId, LineRef, NaiveDate, Statement, StatementId, StatementLine};
use holdfast_store::Reader;

use super::found::{Found, Known};
use super::{Sums, accounts, line_view};
use crate::App;
use crate::error::not_found;
use crate::wire::{
    AccountView, AppError, MatchedPart, Named, NotSeen, StatementBoard, StatementLineView,
    StatementLines, StatementRow, StatementView,
};
use crate::{from_wire, to_wire};

/// So many lines make a page.
const PAGE: u32 = 100;
/// So many lines are read at a time while lines are looked for.
const STRETCH: u32 = 1_000;

impl App {
    /// All statements, by account, and what their lines seem to mean.
    ///
    /// # Errors
    /// Only where the store cannot be read.
    pub fn statements(&self) -> Result<StatementBoard, AppError> {
        let on = self.today_day();
        self.read(|reader| {
            let known = Known::read(reader, on)?;
            let found = known.look(reader)?;
            let rows = rows(reader, &found)?;
            let of_account = |account: &holdfast_domain::Account| AccountView {
                account: accounts::view(account),
                statements: known
                    .statements
                    .iter()
                    .rev()
                    .filter(|statement| statement.account == account.id)
                    .filter_map(|statement| rows.get(&statement.id).cloned())
                    .collect(),
            };
            let accounts = known.accounts.iter().map(of_account).collect();
            Ok(StatementBoard { accounts, proposals: found.view(|_| true)? })
        })
    }

    /// What one statement says about the disputes.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn statement(&self, id: &str) -> Result<StatementView, AppError> {
        let id: StatementId = from_wire::id("id", id)?;
        let on = self.today_day();
        self.read(|reader| {
            let known = Known::read(reader, on)?;
            let statement = known.statements.iter().find(|it| it.id == id).ok_or_else(not_found)?;
            let found = known.look(reader)?;
            let account = known.accounts.iter().find(|it| it.id == statement.account);
            let account = account.ok_or_else(not_found)?;
            let (sums, matched) = gone_through(reader, &known, id)?;
            let mut rows = rows(reader, &found)?;
            Ok(StatementView {
                row: rows.remove(&id).ok_or_else(not_found)?,
                account: Named { id: account.id.to_string(), name: account.name.clone() },
                proposals: found.view(|proposal| proposal.line.statement == id)?,
                matched,
                missing: not_seen(&found, statement),
                sums: sums.view(),
            })
        })
    }

    /// A page of a statement's lines: those in which all words of `search` stand, behind the one of
    /// number `after`.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn statement_lines(
        &self,
        id: &str,
        search: &str,
        after: Option<u32>,
    ) -> Result<StatementLines, AppError> {
        let id: StatementId = from_wire::id("id", id)?;
        let on = self.today_day();
        let words: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
        self.read(|reader| {
            reader.statement(id)?.ok_or_else(not_found)?;
            let matched = Known::read(reader, on)?.matched();
            let (lines, next) = page(reader, id, &words, after)?;
            Ok(StatementLines { lines: lines.iter().map(|it| shown(it, &matched)).collect(), next })
        })
    }
}

fn shown(line: &StatementLine, matched: &HashMap<LineRef, Vec<MatchedPart>>) -> StatementLineView {
    let at = LineRef { statement: line.statement, number: line.number };
    line_view(line, matched.get(&at).cloned().unwrap_or_default())
}

/// The next page of lines with all the words, and where the one behind it begins.
fn page(
    reader: &Reader,
    id: StatementId,
    words: &[String],
    mut after: Option<u32>,
) -> Result<(Vec<StatementLine>, Option<u32>), AppError> {
    let mut page: Vec<StatementLine> = Vec::new();
    loop {
        let stretch = reader.lines_of(id, after, STRETCH)?;
        let Some(last) = stretch.last().map(|line| line.number) else { return Ok((page, None)) };
        for line in stretch {
            if has_all(&line, words) {
                if page.len() == PAGE as usize {
                    let next = page.last().map(|line| line.number);
                    return Ok((page, next));
                }
                page.push(line);
            }
        }
        after = Some(last);
    }
}

fn has_all(line: &StatementLine, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let entry = &line.entry;
    let texts = [entry.party.as_deref(), Some(&entry.text), entry.reference.as_deref()];
    let texts: Vec<String> = texts.into_iter().flatten().map(str::to_lowercase).collect();
    let figures = [entry.amount.decimal(), to_wire::day(entry.on)];
    let has = |word: &String| texts.iter().chain(&figures).any(|text| text.contains(word.as_str()));
    words.iter().all(has)
}

/// Each statement as it stands in a list.
fn rows(
    reader: &Reader,
    found: &Found<'_>,
) -> Result<HashMap<StatementId, StatementRow>, AppError> {
    let counts = reader.line_counts()?;
    let mut to_answer: HashMap<StatementId, u32> = HashMap::new();
    for proposal in &found.proposals {
        *to_answer.entry(proposal.line.statement).or_default() += 1;
    }
    let said = found.known.said.iter().filter(|said| said.confirmed);
    let matched: HashSet<_> = said.map(|said| (said.statement, said.line)).collect();
    let row = |statement: &Statement| StatementRow {
        id: statement.id.to_string(),
        file_name: statement.file_name.clone(),
        format: statement.format.into(),
        from: to_wire::day_option(statement.from),
        until: to_wire::day_option(statement.until),
        imported_on: to_wire::day(statement.imported_on),
        lines: counts.get(&statement.id).copied().unwrap_or(0),
        to_answer: to_answer.get(&statement.id).copied().unwrap_or(0),
        matched: super::preview::count(
            matched.iter().filter(|(of, _)| *of == statement.id).count(),
        ),
    };
    Ok(found.known.statements.iter().map(|statement| (statement.id, row(statement))).collect())
}

/// Goes through the lines once: what came in and went out, and what was made of which.
fn gone_through(
    reader: &Reader,
    known: &Known,
    id: StatementId,
) -> Result<(Sums, Vec<StatementLineView>), AppError> {
    let all = known.matched();
    let (mut sums, mut matched, mut after) = (Sums::default(), Vec::new(), None);
    loop {
        let stretch = reader.lines_of(id, after, STRETCH)?;
        let Some(last) = stretch.last().map(|line| line.number) else { return Ok((sums, matched)) };
        for line in &stretch {
            sums.add(line.entry.amount);
            let at = LineRef { statement: id, number: line.number };
            if all.contains_key(&at) {
                matched.push(shown(line, &all));
            }
        }
        after = Some(last);
    }
}

/// What was to have come by the statement's last day and is not on it.
fn not_seen(found: &Found<'_>, statement: &Statement) -> Vec<NotSeen> {
    let proposed = found.proposals.iter().filter(|it| it.line.statement == statement.id);
    let proposed = proposed.flat_map(|it| &it.parts).filter_map(|part| part.claim);
    let said = found.known.said.iter().filter(|it| it.confirmed && it.statement == statement.id);
    let seen: HashSet<ClaimId> = proposed.chain(said.filter_map(|it| it.claim)).collect();
    let until = statement.until.unwrap_or(NaiveDate::MIN);
    let all = missing(&found.known.ground(), until).into_iter();
    all.filter(|it| !seen.contains(&it.claim)).filter_map(|it| not_seen_view(found, &it)).collect()
}

fn not_seen_view(found: &Found<'_>, of: &Missing) -> Option<NotSeen> {
    let dispute = found.known.dispute(of.dispute)?;
    let claim = dispute.claims.iter().find(|claim| claim.id == of.claim)?;
    let remedy = dispute.remedies.iter().find(|remedy| Some(remedy.id) == of.remedy);
    Some(NotSeen {
        dispute: Named { id: dispute.id.to_string(), name: dispute.title.clone() },
        vendor: found.known.names.vendor(of.vendor),
        what: remedy.map_or_else(|| claim.reason.clone(), |remedy| remedy.what.clone()),
        amount: to_wire::money(of.amount),
        due_on: Some(to_wire::day(of.due_on)),
        remedy: of.remedy.map(|id| id.to_string()),
    })
}
