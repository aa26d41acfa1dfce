//! What scripts are told of statements: files taken in without a window, what their lines seem to
//! mean, and yes or no to it.

use std::io::Read;

use holdfast_domain::{StatementFormat, rules::matching::Proposal};
use serde::Serialize;

use super::found::{Found, Known};
use super::line_id;
use crate::App;
use crate::error::{not_found, refused};
use crate::to_wire;
use crate::wire::{
    Account, AppError, MatchAnswer, MatchConfirmed, MatchPart, Money, StatementPreview,
    StatementProblem, StatementTaking,
};

/// How a file is taken in. What is `None` is found out.
#[derive(Debug, Clone, Copy, Default)]
pub struct ImportAsk<'a> {
    /// What the household calls the account; a new one where no account is called so.
    pub account: Option<&'a str>,
    /// The form.
    pub format: Option<crate::wire::StatementFormat>,
    /// The currency of lines that name none.
    pub currency: Option<&'a str>,
}

/// What came of taking a file in.
#[derive(Debug, Serialize)]
pub struct StatementImport {
    /// Whether it was taken in; else `problems` says why, and nothing was written.
    pub imported: bool,
    /// What was taken in, one an account.
    pub statements: Vec<ImportRow>,
    /// What is wrong or looks odd, in the order of the file.
    pub problems: Vec<ProblemRow>,
    /// How many proposals there are now to be answered.
    pub to_answer: usize,
}

/// What was taken in for one account.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the names say what they are")]
pub struct ImportRow {
    /// Absent where every line was there already.
    pub statement: Option<String>,
    pub account: String,
    pub format: &'static str,
    pub from: Option<String>,
    pub until: Option<String>,
    pub added: u32,
    pub known: u32,
}

/// Something about one place of a file.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the names say what they are")]
pub struct ProblemRow {
    pub is_error: bool,
    pub line: Option<u32>,
    pub code: String,
    pub text: String,
}

/// What lines seem to mean.
#[derive(Debug, Serialize)]
pub struct Matches {
    /// The surest first.
    pub matches: Vec<MatchRow>,
}

/// What one line seems to mean.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the names say what they are")]
pub struct MatchRow {
    /// What `confirm` takes.
    pub id: String,
    pub kind: &'static str,
    pub score: u32,
    pub why: Vec<&'static str>,
    pub line: LineRow,
    pub parts: Vec<PartRow>,
    /// Other proposals that would pay the same claim together with this one.
    pub together_with: Vec<String>,
}

/// A line as the bank says it.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the names say what they are")]
pub struct LineRow {
    pub id: String,
    pub statement: String,
    pub on: String,
    /// Below zero where it went out.
    pub amount: String,
    pub currency: String,
    pub party: Option<String>,
    pub text: String,
    pub reference: Option<String>,
}

/// One target of a line. Sums are plain decimals.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the names say what they are")]
pub struct PartRow {
    pub dispute: String,
    pub vendor: String,
    pub what: String,
    pub amount: String,
    pub leaves: Option<String>,
    pub claim: Option<String>,
    pub remedy: Option<String>,
}

impl App {
    /// Takes a bank's file in without a window, each account in it as an action of its own.
    ///
    /// # Errors
    /// `FileTooLarge`; `Refused` where the currency is none, or an account is named and the file is
    /// of several; what taking in can meet. What is wrong with the file is in the answer.
    pub fn import_statement(
        &self,
        name: &str,
        content: &mut dyn Read,
        ask: &ImportAsk<'_>,
    ) -> Result<StatementImport, AppError> {
        let previews =
            self.look_at_statement(name, content, ask.format.map(Into::into), ask.currency)?;
        let problems = previews.first().map_or(&[][..], |preview| &preview.problems);
        let mut import = StatementImport {
            imported: false,
            statements: Vec::new(),
            problems: problems.iter().map(problem).collect(),
            to_answer: 0,
        };
        if previews.iter().any(|preview| !preview.ready) {
            return Ok(import);
        }
        if ask.account.is_some() && previews.len() > 1 {
            return Err(refused("account", "several_accounts", []));
        }
        for preview in previews {
            import.statements.push(self.import_account(preview, ask)?);
        }
        import.imported = true;
        import.to_answer = self.statements()?.proposals.len();
        Ok(import)
    }

    fn import_account(
        &self,
        preview: StatementPreview,
        ask: &ImportAsk<'_>,
    ) -> Result<ImportRow, AppError> {
        let account = match ask.account {
            Some(name) => self.account_called(name)?.unwrap_or_else(|| Account {
                id: None,
                name: name.to_owned(),
                ..preview.account.clone()
            }),
            None => preview.account.clone(),
        };
        let row = |statement, added, known| ImportRow {
            statement,
            account: account.name.clone(),
            format: StatementFormat::from(preview.reading.format).as_str(),
            from: preview.from.clone(),
            until: preview.until.clone(),
            added,
            known,
        };
        let taking = StatementTaking {
            preview: preview.id.clone(),
            reading: None,
            account: account.clone(),
        };
        let taken = self.take_statement(&taking)?;
        Ok(row(taken.statement, taken.added, taken.known))
    }

    fn account_called(&self, name: &str) -> Result<Option<Account>, AppError> {
        let wanted = name.trim().to_lowercase();
        let accounts = self.read(|reader| Ok(reader.accounts()?))?;
        let known = accounts.iter().find(|account| account.name.to_lowercase() == wanted);
        Ok(known.map(super::accounts::view))
    }

    /// What the lines of all statements seem to mean, and nobody has said yet.
    ///
    /// # Errors
    /// Only where the store cannot be read.
    pub fn matches_answer(&self) -> Result<Matches, AppError> {
        let on = self.today_day();
        self.read(|reader| {
            let known = Known::read(reader, on)?;
            let found = known.look(reader)?;
            let views = found.view(|_| true)?;
            let rows = found.proposals.iter().zip(views).map(|(of, view)| MatchRow {
                id: view.id,
                kind: of.kind.as_str(),
                score: of.score,
                why: of.why.iter().map(|reason| reason.as_str()).collect(),
                line: line(&found, of),
                parts: view.parts.into_iter().map(part).collect(),
                together_with: view.together_with,
            });
            Ok(Matches { matches: rows.collect() })
        })
    }

    /// Says yes to a proposal as it stands.
    ///
    /// # Errors
    /// `NotFound` where it is no longer proposed; else as [`App::confirm_match`].
    pub fn confirm_proposal(
        &self,
        proposal: &str,
        learn_name: bool,
    ) -> Result<MatchConfirmed, AppError> {
        let board = self.statements()?;
        let of = board.proposals.into_iter().find(|it| it.id == proposal).ok_or_else(not_found)?;
        let part = |part: crate::wire::ProposedPart| MatchPart {
            dispute: part.dispute.id,
            claim: part.claim,
            remedy: part.remedy,
            check: part.check,
            amount: part.amount,
        };
        let parts = of.parts.into_iter().map(part).collect();
        self.confirm_match(&MatchAnswer { line: of.line.id, kind: of.kind, parts, learn_name })
    }
}

fn problem(of: &StatementProblem) -> ProblemRow {
    let StatementProblem { is_error, line, code, text } = of.clone();
    ProblemRow { is_error, line, code, text }
}

fn line(found: &Found<'_>, of: &Proposal) -> LineRow {
    let entry = found.line(of.line);
    let amount = entry.map(|entry| to_wire::money(entry.amount));
    let Money { amount, currency } =
        amount.unwrap_or(Money { amount: String::new(), currency: String::new() });
    LineRow {
        id: line_id(of.line),
        statement: found.known.statement(of.line.statement).name,
        on: entry.map(|entry| to_wire::day(entry.on)).unwrap_or_default(),
        amount,
        currency,
        party: entry.and_then(|entry| entry.party.clone()),
        text: entry.map(|entry| entry.text.clone()).unwrap_or_default(),
        reference: entry.and_then(|entry| entry.reference.clone()),
    }
}

fn part(of: crate::wire::ProposedPart) -> PartRow {
    PartRow {
        dispute: of.dispute.name,
        vendor: of.vendor.name,
        what: of.what,
        amount: of.amount.amount,
        leaves: of.leaves.map(|money| money.amount),
        claim: of.claim,
        remedy: of.remedy,
    }
}
