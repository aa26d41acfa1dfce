//! The sum and how it is calculated.

use holdfast_domain::rules::{self, Balance};
use holdfast_domain::words::{counted, date, inline, isolated, listed};
use holdfast_domain::{Claim, Movement, MovementKind, Role};
use serde::Serialize;

use super::{Line, so_far};
use crate::fit::Room;
use crate::record::Record;

/// So many lines of a calculation leave room for the rest on one page.
const LINES: usize = 8;

/// The sum that is open.
#[derive(Debug, Serialize)]
pub(crate) struct Sum {
    /// What is still to be paid, in each currency: `340.00 USD`; `none` where all of it is credited
    /// for the time being.
    total: Option<String>,
    /// What it is for, where it is one claim to which nothing has happened yet.
    single: Option<Line>,
    /// The calculation, as dated lines; empty where a single phrase says it all.
    lines: Vec<Line>,
    /// Whether the recipient owes it, and not another vendor.
    yours: bool,
    /// Who owes it otherwise.
    owed_by: Option<String>,
    /// How much was credited and may still be taken back.
    provisional: Option<String>,
    /// What came of it so far and what is left, behind what is asked for; `none` where nothing came.
    so_far: Option<String>,
    /// Whether what is asked for names a sum of which a part has come, so that only its rest is asked
    /// for.
    is_rest: bool,
}

/// The claims that the letter tells: what is open with the recipient; for whoever caused the matter,
/// also what is open with others because of it; for an outside body, or another vendor that the matter
/// climbs to, what is open with anybody.
pub(crate) fn told<'r>(record: &'r Record<'_>) -> Vec<&'r Claim> {
    let wanted = |claim: &&Claim| {
        record.is_open(claim) && !record.letter.leave_out_claims.contains(&claim.id)
    };
    let open = || record.dispute.claims.iter().filter(wanted);
    let caused = record.has_role(Role::CausedIt);
    let concerns = |claim: &&Claim| {
        claim.vendor == record.to.id
            || record.to_outside_body()
            || caused && claim.because_of.is_some()
    };
    let concerned: Vec<&Claim> = open().filter(concerns).collect();
    let all = caused || record.climbs_to_another();
    if concerned.is_empty() && all { open().collect() } else { concerned }
}

pub(crate) fn sum(record: &Record<'_>) -> Option<Sum> {
    let claims = told(record);
    let balances: Vec<Balance> =
        claims.iter().map(|claim| record.balance(claim)).collect::<Result<_, _>>().ok()?;
    let owed = rules::balances_of(claims.iter().copied(), record.on).ok()?;
    let totals = rules::totals(owed.iter().map(|one| &one.balance)).ok()?;
    let open: Vec<String> = totals
        .iter()
        .filter(|total| total.outstanding.is_positive())
        .map(|total| total.outstanding.to_string())
        .collect();
    let provisional: Vec<String> = balances
        .iter()
        .filter(|balance| balance.provisional_credit.is_positive())
        .map(|balance| balance.provisional_credit.to_string())
        .collect();
    if open.is_empty() && provisional.is_empty() {
        return None;
    }
    let single = single(&claims);
    let mut debtors: Vec<String> = Vec::new();
    for claim in &claims {
        let name = record.vendor(claim.vendor).map(|vendor| isolated(&vendor.name));
        debtors.extend(name.filter(|name| !debtors.contains(name)));
    }
    let yours = claims.iter().all(|claim| claim.vendor == record.to.id);
    let owed_by = (!yours && !debtors.is_empty()).then(|| listed(&debtors));
    let debtor = owed_by.as_deref().filter(|_| debtors.len() == 1);
    // The calculation says it too, and stands there wherever anything came.
    let so_far = record.room != Room::LEAST || single.is_some();
    let so_far = so_far.then(|| so_far::so_far(record, &claims, &owed, debtor)).flatten();
    Some(Sum {
        total: (!open.is_empty()).then(|| listed(&open)),
        lines: if single.is_some() { Vec::new() } else { lines(record, &claims, &balances) },
        single,
        yours,
        is_rest: so_far.is_some() && so_far::names_whole(record, &claims),
        so_far,
        owed_by,
        provisional: (!provisional.is_empty()).then(|| listed(&provisional)),
    })
}

fn single(claims: &[&Claim]) -> Option<Line> {
    let [claim] = claims else { return None };
    if !claim.movements.is_empty() {
        return None;
    }
    let due = claim.due_on.map(|day| format!(", due by {}", date(day))).unwrap_or_default();
    let text = format!("{}, {}{due}", inline(&claim.reason), date(claim.arose_on));
    Some(Line { key: claim.id.to_string(), text })
}

fn lines(record: &Record<'_>, claims: &[&Claim], balances: &[Balance]) -> Vec<Line> {
    let entries = claims.iter().map(|claim| 1 + claim.movements.len()).sum::<usize>();
    // Where the dossier is enclosed and the letter is full, the dossier has the dated lines.
    let least = if record.letter.with_dossier { 0 } else { 5 };
    let room = record.room.pick([LINES, LINES, 6, least]);
    let mut lines = if entries < room {
        entries_by_day(record, claims)
    } else if claims.len() < room {
        claims
            .iter()
            .zip(balances)
            .map(|(one, balance)| whole_claim(record, one, balance))
            .collect()
    } else {
        vec![]
    };
    let many = lines.is_empty().then_some(claims.len());
    lines.extend(results(record, claims, balances, many));
    lines
}

fn entries_by_day(record: &Record<'_>, claims: &[&Claim]) -> Vec<Line> {
    let mut lines: Vec<(chrono::NaiveDate, Line)> = Vec::new();
    for claim in claims {
        let key = claim.id.to_string();
        lines.push((claim.arose_on, Line { key, text: claimed(record, claim) }));
        let moved = claim.movements.iter().map(|one| {
            (one.on, Line { key: one.id.to_string(), text: moved(claim, one, claims.len() > 1) })
        });
        lines.extend(moved);
    }
    lines.sort_by_key(|(day, _)| *day);
    lines.into_iter().map(|(_, line)| line).collect()
}

/// `20 February 2026, claimed: 1,840.00 USD (Transfer returned in error; due by 31 March 2026)`.
fn claimed(record: &Record<'_>, claim: &Claim) -> String {
    let due = claim.due_on.map(|day| format!("; due by {}", date(day))).unwrap_or_default();
    let owed = owed_elsewhere(record, claim);
    let why = inline(&claim.reason);
    format!("{}, claimed: {} ({why}{owed}{due})", date(claim.arose_on), claim.amount)
}

fn owed_elsewhere(record: &Record<'_>, claim: &Claim) -> String {
    // Where all of it is owed by one vendor, the sentence above the lines says so.
    let one_debtor = told(record).iter().all(|one| one.vendor == claim.vendor);
    let other = record.vendor(claim.vendor).filter(|one| one.id != record.to.id && !one_debtor);
    other.map(|vendor| format!("; owed by {}", isolated(&vendor.name))).unwrap_or_default()
}

fn moved(claim: &Claim, movement: &Movement, name_claim: bool) -> String {
    let what = match movement.kind {
        MovementKind::Received => "received",
        MovementKind::Credited => "credited",
        MovementKind::ProvisionalCredit => "credited for the time being",
        MovementKind::Waived => "waived",
        MovementKind::WrittenOff => "no longer claimed",
        MovementKind::Reversed => "taken back",
    };
    let mut remarks: Vec<String> = Vec::new();
    if name_claim {
        remarks.push(inline(&claim.reason));
    }
    if let Some(reference) = &movement.reference {
        remarks.push(format!("reference {}", inline(reference)));
    }
    let remarks =
        if remarks.is_empty() { String::new() } else { format!(" ({})", remarks.join("; ")) };
    format!("{}, {what}: {}{remarks}", date(movement.on), movement.amount)
}

fn whole_claim(record: &Record<'_>, claim: &Claim, balance: &Balance) -> Line {
    let owed = owed_elsewhere(record, claim);
    let text = format!(
        "{}, {}{owed}: {} claimed, {} still to be paid",
        date(claim.arose_on),
        inline(&claim.reason),
        claim.amount,
        balance.outstanding
    );
    Line { key: claim.id.to_string(), text }
}

/// What is left, a line a currency: `Still to be paid: 1,840.00 USD − 1,840.00 USD + 340.00 USD =
/// 340.00 USD`.
fn results(
    record: &Record<'_>,
    claims: &[&Claim],
    balances: &[Balance],
    many: Option<usize>,
) -> Vec<Line> {
    let mut currencies: Vec<holdfast_domain::Currency> = Vec::new();
    for balance in balances {
        if !currencies.contains(&balance.currency()) {
            currencies.push(balance.currency());
        }
    }
    let of = |currency| {
        let ours: Vec<&&Claim> =
            claims.iter().filter(|claim| claim.amount.currency() == currency).collect();
        let sums: Vec<&Balance> =
            balances.iter().filter(|balance| balance.currency() == currency).collect();
        let sum = reckoned(&sums);
        let owed = rules::balances_of(ours.iter().copied().copied(), record.on).ok()?;
        let total = rules::totals(owed.iter().map(|one| &one.balance)).ok()?.pop()?.outstanding;
        let begin = match many {
            Some(1) => format!("{}, ", inline(&claims[0].reason)),
            Some(_) => format!("{} in {currency}, ", counted(ours.len(), "claim", "claims")),
            None => String::new(),
        };
        let provisional = sums.iter().map(|balance| balance.provisional_credit);
        let provisional = provisional.reduce(|all, one| all.plus(one).unwrap_or(all));
        if let Some(credit) = provisional.filter(|_| !total.is_positive()) {
            let text = format!("{begin}credited only for the time being: {credit}");
            let text = holdfast_domain::words::capital(&text);
            return Some(Line { key: format!("total.{currency}"), text });
        }
        let reckoned = if sum == total.to_string() { sum } else { format!("{sum} = {total}") };
        let text = format!("{begin}still to be paid: {reckoned}");
        let text = holdfast_domain::words::capital(&text);
        Some(Line { key: format!("total.{currency}"), text })
    };
    currencies.into_iter().filter_map(of).collect()
}

/// `1,840.00 USD − 1,840.00 USD + 340.00 USD`, each part the sum of its kind.
fn reckoned(balances: &[&Balance]) -> String {
    type Part = (&'static str, fn(&Balance) -> holdfast_domain::Money);
    let parts: [Part; 7] = [
        ("", |balance| balance.claimed),
        (" − ", |balance| balance.received),
        (" − ", |balance| balance.credited),
        (" − ", |balance| balance.provisional_credit),
        (" − ", |balance| balance.waived),
        (" − ", |balance| balance.written_off),
        (" + ", |balance| balance.reversed),
    ];
    let mut words = String::new();
    for (sign, pick) in parts {
        let all = balances.iter().map(|balance| pick(balance));
        let whole = all.reduce(|sum, one| sum.plus(one).unwrap_or(sum));
        if let Some(whole) = whole.filter(|sum| sum.is_positive()) {
            words.push_str(&format!("{sign}{whole}"));
        }
    }
    words
}
