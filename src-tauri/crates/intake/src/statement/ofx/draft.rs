//! Statements out of the aggregates of OFX.

use holdfast_domain::Currency;

use super::super::problem::{ProblemCode, Problems, Tally};
use super::super::{Found, StatementDraft, number};
use super::fields::{Field, Fields};
use super::transaction::Waiting;

/// A statement whose entries wait.
struct Account {
    draft: StatementDraft,
    line: u32,
    entries: Vec<Waiting>,
}

/// The statements of a file as they come together.
pub(super) struct Drafts {
    /// The currency of statements that name none.
    currency: Option<Currency>,
    org: Option<String>,
    entries: Vec<Waiting>,
    accounts: Vec<Account>,
    /// Transfers that were ordered, and trades in securities.
    skipped: Tally,
    pending: Tally,
    problems: Problems,
}

impl Drafts {
    pub(super) fn new(currency: Option<Currency>) -> Self {
        Self {
            currency,
            org: None,
            entries: Vec::new(),
            accounts: Vec::new(),
            skipped: Tally::default(),
            pending: Tally::default(),
            problems: Problems::default(),
        }
    }

    /// Takes an aggregate that began on that line within `around`, and gives those of its fields
    /// back that belong to the one around it.
    pub(super) fn ended(
        &mut self,
        name: &str,
        around: &str,
        line: u32,
        fields: Vec<Field>,
    ) -> Vec<Field> {
        match name.to_ascii_uppercase().as_str() {
            "STMTTRN" => {
                self.entries.extend(Waiting::of(line, &Fields(fields), &mut self.problems));
            }
            "STMTRS" | "CCSTMTRS" | "INVSTMTRS" => self.statement(line, &Fields(fields)),
            "FI" => self.org = Fields(fields).words("ORG", &mut self.problems),
            "BANKACCTFROM" | "CCACCTFROM" | "INVACCTFROM" | "BANKTRANLIST" | "INVTRANLIST"
            | "CURRENCY" => return fields,
            "PAYEE" => return fields.into_iter().filter(|it| it.name == "NAME").collect(),
            // What was ordered is no transaction yet, and nothing says whose statement it would
            // stand on.
            "INTRARS" | "INTERRS" | "PMTRS" => self.skipped.add(line),
            "STMTTRNP" => self.pending.add(line),
            _ if around.eq_ignore_ascii_case("INVTRANLIST") && name != "INVBANKTRAN" => {
                self.skipped.add(line);
            }
            _ => {}
        }
        Vec::new()
    }

    fn statement(&mut self, line: u32, fields: &Fields) {
        let problems = &mut self.problems;
        let bank = self.org.clone().or_else(|| fields.words("BANKID", problems));
        let draft = StatementDraft {
            bank: bank.or_else(|| fields.words("BROKERID", problems)),
            number: fields.words("ACCTID", problems),
            name: fields.words("ACCTTYPE", problems),
            currency: fields.currency("CURDEF", problems),
            from: fields.period("DTSTART", problems),
            until: fields.period("DTEND", problems),
            entries: Vec::new(),
        };
        let entries = std::mem::take(&mut self.entries);
        self.accounts.push(Account { draft, line, entries });
    }

    /// What the file holds.
    pub(super) fn found(mut self) -> Found {
        let amounts = self.accounts.iter().flat_map(|it| &it.entries);
        let sign = number::decimal_sign(amounts.map(|it| it.amount.value.as_str()));
        let mut against = Tally::default();
        let mut statements = Vec::new();
        for account in self.accounts {
            let mut draft = account.draft;
            let currency = draft.currency.or(self.currency);
            if currency.is_none() && !account.entries.is_empty() {
                self.problems.error(ProblemCode::CurrencyUnknown, account.line, "CURDEF");
                continue;
            }
            for waiting in account.entries {
                if waiting.contradicts_itself() {
                    against.add(waiting.amount.line);
                }
                draft.entries.extend(waiting.entry(sign, currency, &mut self.problems));
            }
            statements.push(draft);
        }
        if statements.is_empty() && !self.problems.has_error() {
            self.problems.error(ProblemCode::NoStatement, self.skipped.first(), "STMTRS");
        }
        against.warn(ProblemCode::SignAgainstSort, &mut self.problems);
        self.skipped.warn(ProblemCode::SkippedEntries, &mut self.problems);
        self.pending.warn(ProblemCode::PendingEntries, &mut self.problems);
        Found { statements, problems: self.problems, ..Found::default() }
    }
}
