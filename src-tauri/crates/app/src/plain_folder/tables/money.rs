//! What is owed, what came of it, and what was agreed.

use holdfast_domain::Household;

use super::{Names, Table, maybe, of_disputes, sum, word};

pub(super) fn claims(household: &Household, names: &Names<'_>) -> Table {
    let rows = of_disputes(
        household,
        |it| &it.claims,
        |dispute, it| {
            let [amount, currency] = sum(Some(it.amount));
            vec![
                dispute.title.clone(),
                names.vendor(Some(it.vendor)),
                it.reason.clone(),
                amount,
                currency,
                it.arose_on.to_string(),
                maybe(&it.due_on),
            ]
        },
    );
    Table {
        name: "Claims",
        columns: &["Dispute", "Vendor", "What for", "Amount", "Currency", "Since", "Due on"],
        rows,
    }
}

pub(super) fn movements(household: &Household, names: &Names<'_>) -> Table {
    let all = |it: &'_ holdfast_domain::Dispute| {
        let of_claims = it.claims.iter().flat_map(|claim| {
            claim.movements.iter().map(move |movement| (claim.clone(), movement.clone()))
        });
        of_claims.collect::<Vec<_>>()
    };
    let rows = of_disputes(household, all, |dispute, (claim, it)| {
        let [amount, currency] = sum(Some(it.amount));
        vec![
            dispute.title.clone(),
            names.vendor(Some(claim.vendor)),
            claim.reason,
            word(it.kind.as_str()),
            amount,
            currency,
            it.on.to_string(),
            maybe(&it.reference),
        ]
    });
    Table {
        name: "Money",
        columns: &[
            "Dispute",
            "Vendor",
            "Claim",
            "What happened",
            "Amount",
            "Currency",
            "On",
            "Reference",
        ],
        rows,
    }
}

pub(super) fn remedies(household: &Household, names: &Names<'_>) -> Table {
    let rows = of_disputes(
        household,
        |it| &it.remedies,
        |dispute, it| {
            vec![
                dispute.title.clone(),
                names.either(it.vendor, it.by),
                names.contact(it.by),
                it.agreed_on.to_string(),
                word(it.kind.as_str()),
                it.what.clone(),
                maybe(&it.scope),
                maybe(&it.caveat),
                maybe(&it.before_use),
                maybe(&it.expected_by),
                maybe(&it.delivered_on),
                maybe(&it.ends_on),
                maybe(&it.satisfied_on),
            ]
        },
    );
    Table {
        name: "Remedies",
        columns: &[
            "Dispute",
            "Vendor",
            "Agreed by",
            "Agreed on",
            "Kind",
            "What",
            "What it covers",
            "Caveat",
            "Before use",
            "Expected by",
            "Delivered on",
            "Ends on",
            "Satisfied on",
        ],
        rows,
    }
}

pub(super) fn checks(household: &Household) -> Table {
    let all = |it: &'_ holdfast_domain::Dispute| {
        let of_remedies = it.remedies.iter().flat_map(|remedy| {
            remedy.checks.iter().map(move |check| (remedy.what.clone(), check.clone()))
        });
        of_remedies.collect::<Vec<_>>()
    };
    let rows = of_disputes(household, all, |dispute, (remedy, it)| {
        vec![
            dispute.title.clone(),
            remedy,
            it.due_on.to_string(),
            maybe(&it.done_on),
            it.result.map(|it| word(it.as_str())).unwrap_or_default(),
            maybe(&it.note),
        ]
    });
    Table {
        name: "Checks",
        columns: &["Dispute", "Remedy", "Due on", "Done on", "Result", "Note"],
        rows,
    }
}
