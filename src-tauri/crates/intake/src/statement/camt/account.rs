//! One statement, report or notice: the account and its entries.

use chrono::NaiveDate;
use holdfast_domain::{Currency, StatementEntry};

use super::entry::{Entry, Surroundings};
use super::{Leaf, day};
use crate::statement::StatementDraft;
use crate::statement::problem::{ProblemCode, Problems};
use crate::statement::words::one_line;

/// An account as far as it was read.
#[derive(Debug, Default)]
pub(super) struct Account {
    number: Option<String>,
    name: Option<String>,
    sort: Option<String>,
    owner: Option<String>,
    bank: Option<String>,
    bank_code: Option<String>,
    currency: Option<Currency>,
    /// The currency of its balances, where it says none itself.
    balances: Option<Currency>,
    created: Option<NaiveDate>,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
    entries: Vec<StatementEntry>,
    /// How many entries were left out because they are not booked.
    pub(super) pending: usize,
}

impl Account {
    /// Takes what lies at that place below the statement.
    pub(super) fn take(&mut self, place: &[&str], leaf: &Leaf<'_>, problems: &mut Problems) {
        match place {
            ["CreDtTm"] => self.created = day(leaf.text),
            ["FrToDt", "FrDtTm" | "FrDt"] => self.from = period(leaf, problems),
            ["FrToDt", "ToDtTm" | "ToDt"] => self.until = period(leaf, problems),
            ["Bal", "Amt"] => {
                let code = leaf.currency.as_deref().unwrap_or_default();
                self.balances = Currency::from_code(code).ok().or(self.balances);
            }
            ["Acct", place @ ..] => self.take_account(place, leaf, problems),
            _ => {}
        }
    }

    fn take_account(&mut self, place: &[&str], leaf: &Leaf<'_>, problems: &mut Problems) {
        match place {
            ["Id", "IBAN" | "BBAN" | "UPIC"] | ["Id", "Othr" | "PrtryAcct", "Id"] => {
                self.number = leaf.some();
            }
            ["Nm"] => self.name = leaf.some(),
            ["Tp", "Cd" | "Prtry"] => self.sort = leaf.some(),
            ["Ownr", "Nm"] => self.owner = leaf.some(),
            ["Ccy"] => {
                self.currency = Currency::from_code(leaf.text).ok();
                if self.currency.is_none() {
                    problems.error(ProblemCode::BadCurrency, leaf.line, leaf.text);
                }
            }
            ["Svcr", "FinInstnId", "Nm"]
            | ["Svcr", "FinInstnId", "NmAndAdr" | "CmbndId", .., "Nm"] => {
                self.bank = leaf.some();
            }
            ["Svcr", "FinInstnId", "BIC" | "BICFI"] => self.bank_code = leaf.some(),
            _ => {}
        }
    }

    /// Takes an entry that is complete.
    pub(super) fn take_entry(
        &mut self,
        entry: Entry,
        given: Option<Currency>,
        problems: &mut Problems,
    ) {
        if !entry.is_booked() {
            self.pending += 1;
            return;
        }
        let around = Surroundings {
            number: self.number.as_deref(),
            owner: self.owner.as_deref(),
            created: self.created,
            currency: self.currency.or(given),
        };
        self.entries.extend(entry.read(&around, problems));
    }

    /// What was read, as a draft.
    pub(super) fn into_draft(self) -> StatementDraft {
        let first = self.entries.first().map(|entry| entry.amount.currency());
        let alike = self.entries.iter().all(|entry| Some(entry.amount.currency()) == first);
        let shown = if self.entries.is_empty() { self.balances } else { first.filter(|_| alike) };
        let kept = |text: Option<String>| text.as_deref().and_then(one_line);
        StatementDraft {
            bank: kept(self.bank.or(self.bank_code)),
            number: kept(self.number),
            name: kept(self.name.or(self.sort)),
            currency: self.currency.or(shown),
            from: self.from,
            until: self.until,
            entries: self.entries,
        }
    }
}

fn period(leaf: &Leaf<'_>, problems: &mut Problems) -> Option<NaiveDate> {
    let found = day(leaf.text);
    if found.is_none() {
        problems.warning(ProblemCode::BadPeriod, leaf.line, leaf.text);
    }
    found
}
