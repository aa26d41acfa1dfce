//! What an entry says of each of its transactions.

use std::collections::BTreeSet;

use super::Leaf;
use super::party::Parties;

/// One transaction of an entry. A batch is one entry with several.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Details {
    pub(super) parties: Parties,
    /// Its amount and currency as written, in the account's currency where both are given.
    pub(super) amount: Option<(String, String)>,
    /// `CRDT` or `DBIT`, where it is written here too.
    pub(super) side: Option<String>,
    pub(super) bank_id: Option<String>,
    end_to_end: Option<String>,
    /// The reference on the bill.
    structured: Option<String>,
    remittance: Vec<String>,
    additional: Vec<String>,
}

impl Details {
    /// Takes what lies at that place below the transaction.
    pub(super) fn take(&mut self, place: &[&str], leaf: &Leaf<'_>) {
        match place {
            ["RltdPties", place @ ..] => self.parties.take(place, leaf),
            ["Amt"] => self.amount = amount(leaf),
            // The second version knows no other place for a transaction's own amount.
            ["AmtDtls", "TxAmt", "Amt"] if self.amount.is_none() => self.amount = amount(leaf),
            ["CdtDbtInd"] => self.side = leaf.some(),
            ["Refs", "AcctSvcrRef"] => self.bank_id = leaf.some(),
            ["Refs", "EndToEndId"] => self.end_to_end = reference(leaf),
            ["RmtInf", "Strd", "CdtrRefInf", "Ref" | "CdtrRef"] if self.structured.is_none() => {
                self.structured = reference(leaf);
            }
            ["RmtInf", "Ustrd"] => self.remittance.extend(leaf.some()),
            ["RmtInf", "Strd", "AddtlRmtInf"] | ["AddtlTxInf"] | ["RtrInf", "AddtlInf"] => {
                self.additional.extend(leaf.some());
            }
            _ => {}
        }
    }

    /// The payment's reference: that of whoever ordered it, else that on the bill.
    pub(super) fn reference(&self) -> Option<&str> {
        self.end_to_end.as_deref().or(self.structured.as_deref())
    }

    /// The words, each said once.
    pub(super) fn words(&self) -> Vec<&str> {
        let on_the_bill = self.structured.as_deref().filter(|it| self.reference() != Some(it));
        let words = self.remittance.iter().map(String::as_str).chain(on_the_bill);
        let words = words.chain(self.additional.iter().map(String::as_str));
        let mut said = BTreeSet::new();
        words.filter(|word| said.insert(*word)).collect()
    }
}

fn amount(leaf: &Leaf<'_>) -> Option<(String, String)> {
    Some((leaf.some()?, leaf.currency.as_deref()?.to_owned()))
}

/// A reference; the standard has a word for none.
fn reference(leaf: &Leaf<'_>) -> Option<String> {
    leaf.some().filter(|text| !matches!(text.as_str(), "NOTPROVIDED" | "NONREF"))
}
