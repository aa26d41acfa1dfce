//! Disputes, what happened, and what was said and sent.

use holdfast_domain::{Attachment, Household, Occurred, SentLetter};

use super::{Names, Table, maybe, of_disputes, sum, word, yes};

pub(super) fn disputes(household: &Household) -> Table {
    let rows = household.disputes.iter().map(|it| {
        let lead = household.members.iter().find(|member| member.id == it.lead);
        let [price, currency] = sum(it.subject.price);
        vec![
            it.title.clone(),
            it.goal.clone(),
            it.opened_on.to_string(),
            maybe(&it.closed_on),
            it.closed_as.map(|it| word(it.as_str())).unwrap_or_default(),
            lead.map(|member| member.name.clone()).unwrap_or_default(),
            maybe(&it.effect),
            maybe(&it.subject.what),
            maybe(&it.subject.bought_on),
            maybe(&it.subject.place),
            price,
            currency,
            maybe(&it.subject.paid_by),
            maybe(&it.subject.order),
            maybe(&it.subject.account),
            maybe(&it.subject.model),
            maybe(&it.subject.serial),
        ]
    });
    Table {
        name: "Disputes",
        columns: &[
            "Dispute",
            "Goal",
            "Opened on",
            "Closed on",
            "Closed as",
            "Led by",
            "What it has meant",
            "What it is about",
            "Bought on",
            "Where",
            "Price",
            "Currency",
            "Paid by",
            "Order",
            "Account",
            "Model",
            "Serial number",
        ],
        rows: rows.collect(),
    }
}

pub(super) fn parties(household: &Household, names: &Names<'_>) -> Table {
    let rows = of_disputes(
        household,
        |it| &it.parties,
        |dispute, it| {
            let roles: Vec<_> = it.roles.iter().map(|role| word(role.as_str())).collect();
            vec![
                dispute.title.clone(),
                names.vendor(Some(it.vendor)),
                roles.join(", "),
                maybe(&it.reference),
                maybe(&it.policy),
                maybe(&it.rationale),
            ]
        },
    );
    Table {
        name: "Vendors of disputes",
        columns: &["Dispute", "Vendor", "Part", "Reference", "Policy", "Reason"],
        rows,
    }
}

pub(super) fn events(household: &Household, names: &Names<'_>) -> Table {
    let rows = household.events.iter().map(|it| {
        let (day, time) = match it.time.at {
            Occurred::On(day) => (day, String::new()),
            Occurred::At(instant) => {
                (instant.date_naive(), instant.format("%H:%M %:z").to_string())
            }
        };
        let people: Vec<_> = it.contacts.iter().map(|id| names.contact(Some(*id))).collect();
        let facts: Vec<_> = it.facts.iter().map(|fact| fact.text.clone()).collect();
        vec![
            names.dispute(it.dispute),
            day.to_string(),
            time,
            word(it.time.precision.as_str()),
            word(it.channel.as_str()),
            word(it.direction.as_str()),
            names.either(it.vendor, it.contacts.first().copied()),
            people.join(", "),
            it.answered.map(yes).unwrap_or_default(),
            maybe(&it.waited_minutes),
            maybe(&it.minutes),
            facts.join("\n"),
            maybe(&it.note),
        ]
    });
    Table {
        name: "Events",
        columns: &[
            "Dispute",
            "Day",
            "Time",
            "How sure",
            "Channel",
            "Direction",
            "Vendor",
            "People",
            "Answered",
            "Minutes waited",
            "Minutes",
            "What was said",
            "Private note",
        ],
        rows: rows.collect(),
    }
}

pub(super) fn promises(household: &Household, names: &Names<'_>) -> Table {
    let rows = of_disputes(
        household,
        |it| &it.promises,
        |dispute, it| {
            vec![
                dispute.title.clone(),
                names.either(it.vendor, it.by),
                names.contact(it.by),
                it.made_on.to_string(),
                it.what.clone(),
                maybe(&it.due_on),
                it.outcome.map(|it| word(it.as_str())).unwrap_or_default(),
                maybe(&it.outcome_on),
            ]
        },
    );
    Table {
        name: "Promises",
        columns: &["Dispute", "Vendor", "By", "Made on", "What", "Due on", "Outcome", "Outcome on"],
        rows,
    }
}

pub(super) fn offers(household: &Household, names: &Names<'_>) -> Table {
    let rows = of_disputes(
        household,
        |it| &it.offers,
        |dispute, it| {
            let [amount, currency] = sum(it.amount);
            vec![
                dispute.title.clone(),
                names.either(it.vendor, it.by),
                names.contact(it.by),
                it.on.to_string(),
                it.terms.clone(),
                amount,
                currency,
                maybe(&it.open_until),
                it.answer.map(|it| word(it.as_str())).unwrap_or_default(),
                maybe(&it.answered_on),
            ]
        },
    );
    Table {
        name: "Offers",
        columns: &[
            "Dispute",
            "Vendor",
            "By",
            "Made on",
            "Terms",
            "Amount",
            "Currency",
            "Open until",
            "Answer",
            "Answered on",
        ],
        rows,
    }
}

pub(super) fn steps(household: &Household, names: &Names<'_>) -> Table {
    let rows = of_disputes(
        household,
        |it| &it.next_steps,
        |dispute, it| {
            vec![
                dispute.title.clone(),
                it.on.to_string(),
                it.at.map(|at| at.format("%H:%M").to_string()).unwrap_or_default(),
                it.what.clone(),
                it.channel.map(|it| word(it.as_str())).unwrap_or_default(),
                names.contact(it.contact),
                maybe(&it.done_on),
            ]
        },
    );
    Table {
        name: "Next steps",
        columns: &["Dispute", "Planned on", "Time", "What", "Channel", "With", "Done on"],
        rows,
    }
}

pub(super) fn rungs(household: &Household, names: &Names<'_>) -> Table {
    let rows = of_disputes(
        household,
        |it| &it.rungs,
        |dispute, it| {
            vec![
                dispute.title.clone(),
                names.either(it.vendor, it.contact),
                names.contact(it.contact),
                maybe(&it.reached_on),
                it.reason.clone(),
                maybe(&it.result),
            ]
        },
    );
    Table {
        name: "Escalation",
        columns: &["Dispute", "Vendor", "To whom", "Reached on", "Reason", "Result"],
        rows,
    }
}

pub(super) fn issues(household: &Household, names: &Names<'_>) -> Table {
    let rows = of_disputes(
        household,
        |it| &it.issues,
        |dispute, it| {
            vec![
                dispute.title.clone(),
                names.vendor(it.vendor),
                it.question.clone(),
                maybe(&it.term),
                maybe(&it.source),
            ]
        },
    );
    Table {
        name: "Questions",
        columns: &["Dispute", "Vendor", "Question", "Term relied on", "Where it stands"],
        rows,
    }
}

pub(super) fn letters(letters: &[SentLetter], names: &Names<'_>) -> Table {
    let rows = letters.iter().map(|it| {
        vec![
            names.dispute(it.dispute),
            it.on.to_string(),
            word(it.kind.as_str()),
            names.vendor(Some(it.to_vendor)),
            it.addressee.clone(),
            word(it.by.as_str()),
            maybe(&it.tracking),
            maybe(&it.reply_by),
            it.subject.clone(),
        ]
    });
    Table {
        name: "Letters",
        columns: &[
            "Dispute",
            "Sent on",
            "Kind",
            "Vendor",
            "Addressee",
            "Sent by",
            "Tracking",
            "Reply by",
            "Subject",
        ],
        rows: rows.collect(),
    }
}

pub(super) fn files(attachments: &[Attachment], names: &Names<'_>) -> Table {
    let rows = attachments.iter().map(|it| {
        vec![
            names.dispute(it.dispute),
            it.name.clone(),
            maybe(&it.caption),
            it.dated.map(|it| it.at.day().to_string()).unwrap_or_default(),
            maybe(&it.obtained),
            names.vendor(it.vendor),
            maybe(&it.author),
            it.size.to_string(),
            it.sha256.to_string(),
        ]
    });
    Table {
        name: "Files",
        columns: &[
            "Dispute",
            "Name",
            "What it shows",
            "Dated",
            "How it was come by",
            "Vendor",
            "Made by",
            "Bytes",
            "SHA-256",
        ],
        rows: rows.collect(),
    }
}
