//! What came of the sum so far: said behind what is asked for, so that a letter never asks for
//! money that has come.

use std::collections::BTreeMap;

use holdfast_domain::rules::VendorBalance;
use holdfast_domain::words::{date, inline, listed};
use holdfast_domain::{Claim, Currency, Money, Movement, MovementKind, NaiveDate, Remedy, rules};

use crate::record::Record;

/// So many payments are named each with its day; more are added up.
const NAMED: usize = 3;

/// `Of 450.50 USD, 38.00 USD came on 3 October 2026; 412.50 USD is still to be paid.`, a sentence a
/// currency, and one for other claims on the same vendors that are settled. Nothing where nothing
/// has happened to any of them.
pub(super) fn so_far(
    record: &Record<'_>,
    claims: &[&Claim],
    owed: &[VendorBalance],
    debtor: Option<&str>,
) -> Option<String> {
    let owed_by = debtor.map(|name| format!(" owed by {name}")).unwrap_or_default();
    let mut by_currency: BTreeMap<Currency, Vec<&Claim>> = BTreeMap::new();
    for claim in claims {
        by_currency.entry(claim.amount.currency()).or_default().push(claim);
    }
    // Where the page is full, the calculation alone has the days.
    let brief = record.room.pick([false, true, true, true]);
    let sentences = by_currency.iter().filter_map(|(currency, of_currency)| {
        let owed = owed.iter().filter(|one| one.balance.currency() == *currency);
        let left = rules::totals(owed.map(|one| &one.balance)).ok()?.pop()?.outstanding;
        let whole = added(of_currency.iter().map(|claim| claim.amount))?;
        let came = came(of_currency);
        match (came.is_empty(), left.is_positive()) {
            (true, _) => None,
            (false, true) if brief => Some(format!("Of {whole}, {left} is still to be paid.")),
            (false, true) => {
                let came = listed(&came);
                Some(format!("Of {whole}{owed_by}, {came}; {left} is still to be paid."))
            }
            (false, false) => Some(format!("Of {whole}{owed_by}, {}.", listed(&came))),
        }
    });
    let all: Vec<String> = sentences.chain(settled(record, claims)).collect();
    (!all.is_empty()).then(|| all.join(" "))
}

/// Whether what the letter asks for names the sum that was claimed: of one of the claims to which
/// something has happened, of all that are told, or of all that their vendors owed.
pub(super) fn names_whole(record: &Record<'_>, claims: &[&Claim]) -> bool {
    let Some(request) = super::request(record) else { return false };
    let is_theirs = |one: &&Claim| claims.iter().any(|claim| claim.vendor == one.vendor);
    let of_all = record.dispute.claims.iter().filter(is_theirs);
    let mut wholes: Vec<Money> = Vec::new();
    for claim in claims.iter().filter(|claim| !claim.movements.is_empty()) {
        let alike = |one: &Money| one.currency() == claim.amount.currency();
        wholes.push(claim.amount);
        wholes.extend(added(claims.iter().map(|one| one.amount).filter(alike)));
        wholes.extend(added(of_all.clone().map(|one| one.amount).filter(alike)));
    }
    wholes.iter().any(|sum| names(&request, *sum))
}

/// Whether a text names a sum by its figures, however they are grouped: `1,840.00` or `1840`.
fn names(text: &str, sum: Money) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let said = sum.to_string();
    let (units, minor) = said.split_once('.').unwrap_or((&said, ""));
    let whole = digits(&said);
    let round = Some(digits(units)).filter(|_| digits(minor).chars().all(|digit| digit == '0'));
    let figures = text.split(|one: char| !(one.is_ascii_digit() || matches!(one, '.' | ',')));
    let mut named = figures.map(digits).filter(|figure| !figure.is_empty());
    named.any(|figure| figure == whole || Some(&figure) == round.as_ref())
}

/// How much of what was agreed for a claim has come.
pub(super) enum Part {
    /// Nothing that anybody wrote down.
    Nothing,
    /// `38.00 USD came on 3 October 2026; 412.50 USD is still to be paid`.
    Some(String),
    /// All that was owed: nothing of it is left, nor credited only for the time being.
    All,
}

/// What came of a remedy's claim since it was agreed, and what is left of it; reckoned as what is
/// owed is: what the vendor paid beyond another claim in the same currency lessens this one.
///
/// What came for another remedy of the same claim is not counted as a part of this one.
pub(super) fn part_of(record: &Record<'_>, remedy: &Remedy) -> Part {
    let all = &record.dispute.claims;
    let Some(claim) = all.iter().find(|claim| Some(claim.id) == remedy.claim) else {
        return Part::Nothing;
    };
    let is_of = |one: &&Movement| {
        one.remedy.map_or(one.on >= remedy.agreed_on, |by| by == remedy.id)
            && one.kind != MovementKind::WrittenOff
    };
    let moved: Vec<&Movement> = claim.movements.iter().filter(is_of).collect();
    let Some(left) = left_of(record, claim).filter(|_| !moved.is_empty()) else {
        return Part::Nothing;
    };
    let is_provisional = moved.iter().any(|one| one.kind == MovementKind::ProvisionalCredit);
    let came = listed(&told(moved));
    match (left.is_positive(), is_provisional) {
        (true, _) => Part::Some(format!("{came}; {left} is still to be paid")),
        (false, true) => Part::Some(came),
        (false, false) => Part::All,
    }
}

/// What is left of a claim: never more than the vendor owes in its currency.
fn left_of(record: &Record<'_>, claim: &Claim) -> Option<Money> {
    let is_beside = |one: &&Claim| {
        one.vendor == claim.vendor && one.amount.currency() == claim.amount.currency()
    };
    let of_vendor =
        rules::balances_of(record.dispute.claims.iter().filter(is_beside), record.on).ok()?;
    let own = record.balance(claim).ok()?.outstanding;
    let whole = of_vendor.first()?.balance.outstanding;
    Some(if whole.minus(own).ok()?.is_positive() { own } else { whole })
}

/// What happened to the claims, by its day: `38.00 USD came on 3 October 2026`.
fn came(claims: &[&Claim]) -> Vec<String> {
    told(claims.iter().flat_map(|claim| &claim.movements).collect())
}

fn told(mut all: Vec<&Movement>) -> Vec<String> {
    all.sort_by_key(|one| one.on);
    if all.len() <= NAMED {
        let named = all.iter().map(|one| happened(one.kind, one.amount, "on", one.on));
        return named.collect();
    }
    let of_kind = |kind: &MovementKind| {
        let ours = || all.iter().filter(|one| one.kind == *kind);
        let last = ours().next_back()?.on;
        let word = if ours().count() > 1 { "by" } else { "on" };
        Some(happened(*kind, added(ours().map(|one| one.amount))?, word, last))
    };
    MovementKind::ALL.iter().filter_map(of_kind).collect()
}

fn happened(kind: MovementKind, sum: Money, word: &str, day: NaiveDate) -> String {
    let what = match kind {
        MovementKind::Received => "came",
        MovementKind::Credited => "was credited",
        MovementKind::ProvisionalCredit => "was credited only for the time being",
        MovementKind::Waived => "was waived",
        MovementKind::WrittenOff => return format!("{sum} is no longer claimed"),
        MovementKind::Reversed => "was taken back",
    };
    format!("{sum} {what} {word} {}", date(day))
}

/// What the same vendors owed besides and have settled: what is asked for may well hold it, too.
fn settled(record: &Record<'_>, claims: &[&Claim]) -> Option<String> {
    let is_told = |one: &Claim| claims.iter().any(|claim| claim.id == one.id);
    let is_theirs = |one: &Claim| claims.iter().any(|claim| claim.vendor == one.vendor);
    let left_out = |one: &Claim| record.letter.leave_out_claims.contains(&one.id);
    let paid = |one: &Claim| {
        let came = |it: &Movement| match it.kind {
            MovementKind::Received | MovementKind::Credited => true,
            MovementKind::ProvisionalCredit
            | MovementKind::Waived
            | MovementKind::WrittenOff
            | MovementKind::Reversed => false,
        };
        one.movements.iter().any(came)
    };
    let all = record.dispute.claims.iter();
    let all = all.filter(|one| paid(one) && is_theirs(one) && !is_told(one) && !left_out(one));
    let named: Vec<String> =
        all.map(|one| format!("{} ({})", one.amount, inline(&one.reason))).collect();
    (!named.is_empty()).then(|| format!("Settled already: {}.", listed(&named)))
}

fn added(sums: impl Iterator<Item = Money>) -> Option<Money> {
    let mut sums = sums;
    let first = sums.next()?;
    sums.try_fold(first, |all, one| all.plus(one).ok())
}
