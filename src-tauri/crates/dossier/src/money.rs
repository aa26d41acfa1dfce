//! The money schedule: each claim and payment, and the arithmetic, by vendor and currency.

use holdfast_domain::document::{Align, Block, Column, Emphasis, Row, Table, Text, Width};
use holdfast_domain::rules::{self, Balance, VendorBalance};
use holdfast_domain::{Claim, Movement, MovementKind, RemedyKind};

use crate::chronology;
use crate::record::Record;
use crate::tables::{figures, fit, heading, paragraph, remark, row, share, total, without_empty};
use crate::words::{date, inline, isolated, own_words};

/// What stands in place of sums that are beyond counting.
pub(crate) const TOO_LARGE: &str = "The sums of this record are too large to be added exactly.";

pub(crate) fn compose(record: &Record<'_>) -> Vec<Block> {
    let mut blocks = vec![heading(1, "Money")];
    match record.balances() {
        Err(_) => blocks.push(paragraph(TOO_LARGE)),
        Ok(balances) if balances.is_empty() => {
            blocks.push(paragraph("No sum of money is claimed in this matter."));
        }
        Ok(balances) => {
            for of_vendor in &balances {
                blocks.extend(schedule(record, of_vendor));
            }
            if balances.len() > 1 {
                blocks.extend(in_all(record, &balances));
            }
        }
    }
    blocks.extend(vouchers(record));
    blocks
}

/// One vendor in one currency: the entries by day, then the arithmetic.
fn schedule(record: &Record<'_>, of_vendor: &VendorBalance) -> Vec<Block> {
    let currency = of_vendor.balance.currency();
    let name = record.vendor(of_vendor.vendor).map_or("Not named", |vendor| &vendor.name);
    let claims =
        record.dispute.claims.iter().filter(|claim| {
            claim.vendor == of_vendor.vendor && claim.amount.currency() == currency
        });
    let mut lines: Vec<(chrono::NaiveDate, Row)> = Vec::new();
    for claim in claims {
        lines.push((claim.arose_on, claim_row(record, claim)));
        let movements = claim.movements.iter();
        lines.extend(movements.map(|one| (one.on, movement_row(claim, one))));
    }
    lines.sort_by_key(|(day, _)| *day);
    let mut rows: Vec<Row> = lines.into_iter().map(|(_, row)| row).collect();
    rows.push(result_row(record, &of_vendor.balance));
    let table = Table {
        summary: format!("Claims on {name} and payments, in {currency}"),
        columns: vec![fit("Date"), share("Entry", 6), share("Reference", 2), figures("Amount")],
        rows,
    };
    vec![
        heading(2, format!("{name}, {currency}")),
        Block::Table(without_empty(table)),
        paragraph(arithmetic(&of_vendor.balance)),
    ]
}

fn claim_row(record: &Record<'_>, claim: &Claim) -> Row {
    let mut entry = format!("Claimed: {}", own_words(&claim.reason));
    if let Some(due) = claim.due_on {
        entry.push_str(&format!(" Due by {}.", date(due)));
    }
    if let Some(cause) = chronology::because_of(record, claim) {
        entry.push_str(&format!(" It follows from {cause}."));
    }
    row([date(claim.arose_on), entry, String::new(), claim.amount.to_string()])
}

fn movement_row(claim: &Claim, movement: &Movement) -> Row {
    let (what, sign) = match movement.kind {
        MovementKind::Received => ("Received", "−"),
        MovementKind::Credited => ("Credited", "−"),
        MovementKind::ProvisionalCredit => ("Credited provisionally", "−"),
        MovementKind::Waived => ("Waived", "−"),
        MovementKind::WrittenOff => ("Written off by the household", "−"),
        MovementKind::Reversed => ("Reversed", "+"),
    };
    let entry = format!("{what}: {}", own_words(&claim.reason));
    let reference = movement.reference.as_deref().map(isolated).unwrap_or_default();
    row([date(movement.on), entry, reference, format!("{sign}{}", movement.amount)])
}

fn result_row(record: &Record<'_>, balance: &Balance) -> Row {
    let (what, sum) = if balance.overpaid.is_positive() {
        ("Overpaid", balance.overpaid)
    } else {
        ("Outstanding", balance.outstanding)
    };
    let what = format!("{what} on {}", date(record.on));
    total([String::new(), what, String::new(), sum.to_string()])
}

/// The sum as it is reckoned, without the parts that are nothing.
fn arithmetic(balance: &Balance) -> Text {
    let Balance { claimed, received, credited, provisional_credit, .. } = *balance;
    let Balance { waived, written_off, reversed, outstanding, overpaid, .. } = *balance;
    let mut sum = format!("{claimed} claimed");
    let parts = [
        ("−", received, "received"),
        ("−", credited, "credited"),
        ("−", provisional_credit, "credited provisionally"),
        ("−", waived, "waived"),
        ("−", written_off, "written off"),
        ("+", reversed, "reversed"),
    ];
    for (sign, amount, what) in parts.into_iter().filter(|(_, amount, _)| !amount.is_zero()) {
        sum.push_str(&format!(" {sign} {amount} {what}"));
    }
    let result = if overpaid.is_positive() {
        // The sum runs below nothing: what is beyond it was paid too much.
        format!("−{overpaid}, so {overpaid} is overpaid")
    } else {
        format!("{outstanding} outstanding")
    };
    Text::plain(format!("{sum} = ")).and(result, Emphasis::Strong).and(".", Emphasis::None)
}

/// The totals of all vendors, a row a currency.
fn in_all(record: &Record<'_>, balances: &[VendorBalance]) -> Vec<Block> {
    let Ok(totals) = rules::totals(balances.iter().map(|one| &one.balance)) else {
        return vec![heading(2, "In all"), paragraph(TOO_LARGE)];
    };
    let overpaid = totals.iter().any(|total| total.overpaid.is_positive());
    let rows = totals.iter().map(|total| {
        let mut cells =
            vec![total.outstanding.currency().to_string(), total.outstanding.to_string()];
        cells.extend(overpaid.then(|| total.overpaid.to_string()));
        row(cells)
    });
    let end =
        |head: &str| Column { head: head.to_owned(), width: Width::Share(2), align: Align::End };
    let mut columns = vec![share("Currency", 1), end("Outstanding")];
    columns.extend(overpaid.then(|| end("Overpaid")));
    let table = Table {
        summary: "What is outstanding in all, by currency".to_owned(),
        columns,
        rows: rows.collect(),
    };
    let note = "Sums in different currencies are not added together, and what one organisation \
                has overpaid does not lessen what another owes.";
    vec![heading(2, format!("In all on {}", date(record.on))), Block::Table(table), remark(note)]
}

/// Vouchers are no money: they stand apart, with the day on which they end.
fn vouchers(record: &Record<'_>) -> Vec<Block> {
    let vouchers = record.dispute.remedies.iter().filter(|one| one.kind == RemedyKind::Voucher);
    let rows: Vec<Row> = vouchers
        .map(|voucher| {
            let from = record.vendor_of_remedy(voucher).map(|id| record.vendor_name(id));
            let given = voucher.delivered_on.map_or("not yet given".to_owned(), date);
            let ends = voucher.ends_on.map_or("no end recorded".to_owned(), date);
            row([inline(&voucher.what), from.unwrap_or_default(), given, ends])
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let table = Table {
        summary: "Vouchers, which are not counted as money".to_owned(),
        columns: vec![share("Voucher", 5), share("From", 3), fit("Given"), fit("Counts until")],
        rows,
    };
    let note = "Vouchers are not counted in the sums above.";
    vec![heading(2, "Vouchers"), Block::Table(table), remark(note)]
}
