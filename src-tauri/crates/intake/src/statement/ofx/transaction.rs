//! Transactions out of the fields of OFX.

use chrono::NaiveDate;
use holdfast_domain::{Currency, StatementEntry};

use super::super::number::{self, DecimalSign};
use super::super::problem::Problems;
use super::fields::{Field, Fields};

/// A transaction whose amount waits for the end of the file: only all amounts together show the
/// decimal sign.
pub(super) struct Waiting {
    pub(super) amount: Field,
    on: NaiveDate,
    /// The currency of its own, where it has one.
    currency: Option<Currency>,
    /// Its sort, such as `DEBIT`.
    sort: Option<String>,
    party: Option<String>,
    text: String,
    reference: Option<String>,
    bank_id: Option<String>,
}

impl Waiting {
    /// The transaction that begins on that line; `None` with an error where it cannot be read.
    pub(super) fn of(line: u32, fields: &Fields, problems: &mut Problems) -> Option<Self> {
        let on = fields.booked(line, problems);
        let amount = fields.required("TRNAMT", line, problems).cloned();
        let party = ["EXTDNAME", "NAME"].iter().find_map(|name| fields.words(name, problems));
        let sort = fields.words("TRNTYPE", problems);
        // A cheque without payee and memo is still called a cheque.
        let text =
            fields.words("MEMO", problems).or_else(|| party.clone()).or_else(|| sort.clone());
        let references = ["CHECKNUM", "CHKNUM", "REFNUM"];
        Some(Self {
            currency: fields.currency("CURSYM", problems),
            reference: references.iter().find_map(|name| fields.words(name, problems)),
            bank_id: fields.words("FITID", problems),
            text: text.unwrap_or_default(),
            on: on?,
            amount: amount?,
            sort,
            party,
        })
    }

    /// Whether its sort says that money went the other way than its sign does. By the standard the
    /// sign alone counts, so it is believed, and that is said.
    pub(super) fn contradicts_itself(&self) -> bool {
        let is_sort =
            |sort: &str| self.sort.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(sort));
        let amount = &self.amount.value;
        let is_debit = amount.contains(['-', '\u{2212}', '(']);
        let is_zero = !amount.contains(|it: char| ('1'..='9').contains(&it));
        !is_zero && (is_sort("DEBIT") && !is_debit || is_sort("CREDIT") && is_debit)
    }

    /// The entry, with the decimal sign of the file and the currency of the statement.
    pub(super) fn entry(
        self,
        sign: DecimalSign,
        currency: Option<Currency>,
        problems: &mut Problems,
    ) -> Option<StatementEntry> {
        let text = &self.amount.value;
        let read = number::sum(text, is_comma(text, sign), self.currency.or(currency));
        let amount = match read {
            Ok(amount) => amount,
            Err(error) => {
                problems.error(error.code(), self.amount.line, text);
                return None;
            }
        };
        Some(StatementEntry {
            on: self.on,
            amount,
            party: self.party,
            text: self.text,
            reference: self.reference,
            bank_id: self.bank_id,
        })
    }
}

/// Whether the comma is the decimal sign of this amount. Where the file does not show it, the
/// standard decides: it knows no grouping, so whichever sign there is parts the decimals.
fn is_comma(text: &str, of_all: DecimalSign) -> bool {
    if of_all.sure {
        return of_all.comma;
    }
    let own = number::decimal_sign([text]);
    if own.sure { own.comma } else { text.contains(',') }
}
