//! One entry of an account.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use holdfast_domain::{Currency, Money, StatementEntry};

use super::details::Details;
use super::{Leaf, day};
use crate::statement::problem::{Problem, ProblemCode, Problems};
use crate::statement::{number, words};

/// An entry as it is written.
#[derive(Debug, Default)]
pub(super) struct Entry {
    line: u32,
    amount: Option<String>,
    currency: Option<String>,
    side: Option<String>,
    reversed: Option<String>,
    status: Option<String>,
    booked: Option<String>,
    valued: Option<String>,
    bank_id: Option<String>,
    reference: Option<String>,
    additional: Option<String>,
    details: Vec<Details>,
}

/// What the account says for all its entries.
pub(super) struct Surroundings<'a> {
    pub(super) number: Option<&'a str>,
    pub(super) owner: Option<&'a str>,
    /// The day on which the statement was made.
    pub(super) created: Option<NaiveDate>,
    /// The currency of amounts that name none.
    pub(super) currency: Option<Currency>,
}

impl Entry {
    /// An entry that begins on that line.
    pub(super) fn at(line: u32) -> Self {
        Self { line, ..Self::default() }
    }

    /// Begins another of its transactions.
    pub(super) fn begin_details(&mut self) {
        self.details.push(Details::default());
    }

    /// Takes what lies at that place below the entry.
    pub(super) fn take(&mut self, place: &[&str], leaf: &Leaf<'_>) {
        match place {
            ["Amt"] => {
                self.amount = leaf.some();
                self.currency = leaf.currency.as_deref().map(str::to_owned);
            }
            ["CdtDbtInd"] => self.side = leaf.some(),
            ["RvslInd"] => self.reversed = leaf.some(),
            // Since the eighth version the status is a code within its element.
            ["Sts"] if self.status.is_none() => self.status = leaf.some(),
            ["Sts", "Cd" | "Prtry"] => self.status = leaf.some(),
            ["BookgDt", "Dt" | "DtTm"] => self.booked = leaf.some(),
            ["ValDt", "Dt" | "DtTm"] => self.valued = leaf.some(),
            ["AcctSvcrRef"] => self.bank_id = leaf.some(),
            ["NtryRef"] => self.reference = leaf.some(),
            ["AddtlNtryInf"] => self.additional = leaf.some(),
            // The first version has its transactions right below the entry.
            ["NtryDtls", "TxDtls", place @ ..] | ["TxDtls", place @ ..] => {
                if let Some(details) = self.details.last_mut() {
                    details.take(place, leaf);
                }
            }
            _ => {}
        }
    }

    /// Whether the bank has booked it. One that is awaited or only told about may still change.
    pub(super) fn is_booked(&self) -> bool {
        self.status.as_deref().is_none_or(|status| status.to_ascii_uppercase().starts_with("BOOK"))
    }

    /// The entries that it stands for: one for each transaction of a batch where all of them say
    /// their amount, and these add up to the entry's; else one.
    pub(super) fn read(
        &self,
        around: &Surroundings<'_>,
        problems: &mut Problems,
    ) -> Vec<StatementEntry> {
        let on = self.day(around, problems);
        let amount = self.amount(around, problems);
        let (Some(on), Some(amount)) = (on, amount) else { return Vec::new() };
        let mut kept = Kept { entry: self, around, on, problems };
        match self.parts(amount) {
            Some(parts) => {
                let parts = parts.into_iter().zip(&self.details).enumerate();
                parts.map(|(place, (amount, part))| kept.part(place, amount, part)).collect()
            }
            None => vec![kept.whole(amount)],
        }
    }

    /// The day of booking, else that of the interest, else that of the statement, which is told.
    fn day(&self, around: &Surroundings<'_>, problems: &mut Problems) -> Option<NaiveDate> {
        let Some(written) = self.booked.as_deref().or(self.valued.as_deref()) else {
            let code = match around.created {
                Some(_) => ProblemCode::AssumedDay,
                None => ProblemCode::MissingField,
            };
            let problem = Problem::error(code, Some(self.line), "BookgDt");
            problems.push(Problem { is_error: around.created.is_none(), ..problem });
            return around.created;
        };
        let day = day(written);
        if day.is_none() {
            problems.error(ProblemCode::BadDay, self.line, written);
        }
        day
    }

    /// The amount with its sign. The indicator says which way this entry went, also where it takes
    /// another one back: `CRDT` that is reversed was a debit before.
    fn amount(&self, around: &Surroundings<'_>, problems: &mut Problems) -> Option<Money> {
        let Some(written) = self.amount.as_deref() else {
            problems.error(ProblemCode::MissingField, self.line, "Amt");
            return None;
        };
        let named = self.currency.as_deref().map(Currency::from_code);
        let currency = match named {
            Some(Ok(currency)) => currency,
            Some(Err(_)) => {
                let code = self.currency.as_deref().unwrap_or_default();
                problems.error(ProblemCode::BadCurrency, self.line, code);
                return None;
            }
            None => match around.currency {
                Some(currency) => currency,
                None => {
                    problems.once(ProblemCode::CurrencyUnknown);
                    return None;
                }
            },
        };
        let sign = match self.side.as_deref() {
            Some(side) => sign(side),
            None => {
                problems.error(ProblemCode::MissingField, self.line, "CdtDbtInd");
                return None;
            }
        };
        let Some(sign) = sign else {
            problems.error(
                ProblemCode::BadSide,
                self.line,
                self.side.as_deref().unwrap_or_default(),
            );
            return None;
        };
        let amount = signed(written, currency, sign);
        if amount.is_none() {
            problems.error(ProblemCode::BadAmount, self.line, written);
        }
        amount
    }

    /// The amounts of its transactions, where they add up to the entry's.
    fn parts(&self, whole: Money) -> Option<Vec<Money>> {
        if self.details.len() < 2 {
            return None;
        }
        let part = |details: &Details| {
            let (amount, currency) = details.amount.as_ref()?;
            let side = details.side.as_deref().or(self.side.as_deref())?;
            (currency == whole.currency().code())
                .then(|| signed(amount, whole.currency(), sign(side)?))
                .flatten()
        };
        let parts: Option<Vec<Money>> = self.details.iter().map(part).collect();
        let parts = parts?;
        let mut sum = Money::zero(whole.currency());
        for part in &parts {
            sum = sum.plus(*part).ok()?;
        }
        (sum == whole).then_some(parts)
    }
}

fn sign(side: &str) -> Option<i64> {
    match side {
        "CRDT" => Some(1),
        "DBIT" => Some(-1),
        _ => None,
    }
}

/// An amount of XML, which is never less than nothing itself.
fn signed(text: &str, currency: Currency, sign: i64) -> Option<Money> {
    let amount = number::plain(text, currency).ok()?;
    let minor = Some(amount.minor()).filter(|minor| *minor >= 0)?;
    Money::new(sign * minor, currency).ok()
}

/// Makes entries of what was read.
struct Kept<'a> {
    entry: &'a Entry,
    around: &'a Surroundings<'a>,
    on: NaiveDate,
    problems: &'a mut Problems,
}

impl Kept<'_> {
    /// One transaction of a batch.
    fn part(&mut self, place: usize, amount: Money, details: &Details) -> StatementEntry {
        // Two of a batch must not seem to be one.
        let of_batch = || Some(format!("{}/{}", self.entry.bank_id.as_deref()?, place + 1));
        let bank_id = details.bank_id.clone().or_else(of_batch);
        self.entry(amount, std::slice::from_ref(details), bank_id)
    }

    /// The entry as one.
    fn whole(&mut self, amount: Money) -> StatementEntry {
        let entry = self.entry;
        let own = || entry.details.first().and_then(|it| it.bank_id.clone());
        let bank_id = entry.bank_id.clone().or_else(|| own().filter(|_| entry.details.len() == 1));
        self.entry(amount, &entry.details, bank_id)
    }

    fn entry(
        &mut self,
        amount: Money,
        details: &[Details],
        bank_id: Option<String>,
    ) -> StatementEntry {
        let reversed = matches!(self.entry.reversed.as_deref(), Some("true" | "1"));
        let others = details.iter().map(|it| {
            it.parties.other(amount.minor() > 0, reversed, self.around.number, self.around.owner)
        });
        let others: Vec<Vec<&str>> = others.collect();
        let party = same(others.iter().map(|names| names.first().copied()));
        let reference = same(details.iter().map(Details::reference));
        let reference = reference.or(self.entry.reference.as_deref());
        let behind = others.iter().flat_map(|names| names.iter().skip(1).copied());
        let text = joined(
            details
                .iter()
                .flat_map(Details::words)
                .chain(behind)
                .chain(self.entry.additional.as_deref()),
        );
        let mut kept = |text: Option<&str>| {
            text.and_then(|text| words::kept(text, self.entry.line, self.problems))
        };
        StatementEntry {
            on: self.on,
            amount,
            party: kept(party),
            text: kept(Some(&text)).unwrap_or_default(),
            reference: kept(reference),
            bank_id: kept(bank_id.as_deref()),
        }
    }
}

/// What all of them say, if they say the same.
fn same<'a>(mut said: impl Iterator<Item = Option<&'a str>>) -> Option<&'a str> {
    let first = said.next()??;
    said.all(|other| other == Some(first)).then_some(first)
}

/// The words one after the other, each once; of a batch as many as help to know it again.
fn joined<'a>(words: impl Iterator<Item = &'a str>) -> String {
    const ENOUGH: usize = 4_000;
    let mut said = BTreeSet::new();
    let mut text = String::new();
    for word in words.filter(|word| said.insert(*word)) {
        if !text.is_empty() && text.len() + word.len() > ENOUGH {
            break;
        }
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
    text
}
