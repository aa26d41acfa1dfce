//! The household, vendors and people.

use holdfast_domain::Household;

use super::{Names, Table, maybe, of_disputes, word, yes};

pub(super) fn members(household: &Household) -> Table {
    let rows = household
        .members
        .iter()
        .map(|it| vec![it.name.clone(), it.address.join("\n"), maybe(&it.email), maybe(&it.phone)]);
    Table {
        name: "Household",
        columns: &["Name", "Address", "E-mail", "Phone"],
        rows: rows.collect(),
    }
}

pub(super) fn vendors(household: &Household) -> Table {
    let rows = household.vendors.iter().map(|it| {
        let ways = it.channels.iter().map(|way| {
            let label = way.label.as_deref().map(|label| format!(" ({label})"));
            format!("{}: {}{}", word(way.kind.as_str()), way.value, label.unwrap_or_default())
        });
        vec![
            it.name.clone(),
            word(it.kind.as_str()),
            it.address.join("\n"),
            maybe(&it.country),
            it.known_as.join("\n"),
            ways.collect::<Vec<_>>().join("\n"),
        ]
    });
    Table {
        name: "Vendors",
        columns: &["Name", "Kind", "Address", "Country", "Also known as", "How to reach them"],
        rows: rows.collect(),
    }
}

pub(super) fn contacts(household: &Household, names: &Names<'_>) -> Table {
    let rows = household.contacts.iter().map(|it| {
        vec![
            it.name.clone(),
            names.vendor(Some(it.vendor)),
            maybe(&it.job),
            maybe(&it.department),
            maybe(&it.phone),
            maybe(&it.email),
            names.contact(it.supervisor),
        ]
    });
    Table {
        name: "People",
        columns: &["Name", "Vendor", "Job", "Department", "Phone", "E-mail", "Supervisor"],
        rows: rows.collect(),
    }
}

pub(super) fn helped(household: &Household, names: &Names<'_>) -> Table {
    let rows = of_disputes(
        household,
        |it| &it.advocates,
        |dispute, it| {
            vec![
                dispute.title.clone(),
                names.contact(Some(it.contact)),
                names.either(None, Some(it.contact)),
                it.on.to_string(),
                it.did.clone(),
                maybe(&it.thanked_on),
                yes(it.may_quote),
            ]
        },
    );
    Table {
        name: "Who helped",
        columns: &[
            "Dispute",
            "Name",
            "Vendor",
            "On",
            "What they did",
            "Thanked on",
            "May be quoted",
        ],
        rows,
    }
}
