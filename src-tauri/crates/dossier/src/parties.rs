//! The parties and people, with the parts that they play, and who helped.

use holdfast_domain::document::{Block, Table, Text};
use holdfast_domain::{Contact, Member, VendorId};

use crate::record::Record;
use crate::tables::{Facts, heading, paragraph, row, share, without_empty};
use crate::words::{self, capital, date, inline, isolated, listed, sentence};

pub(crate) fn compose(record: &Record<'_>) -> Vec<Block> {
    let mut blocks = vec![heading(1, "Parties and people")];
    blocks.extend(household(record.case.household_name, record.case.lead));
    for vendor in record.vendors_concerned() {
        blocks.extend(organisation(record, vendor));
    }
    let people = record.people();
    if !people.is_empty() {
        blocks.extend([heading(2, "People"), people_table(record, &people)]);
    }
    blocks
}

fn household(name: &str, lead: &Member) -> [Block; 2] {
    let mut facts = Facts::default();
    facts.add("Led by", isolated(&lead.name));
    facts.maybe("Address", one_line(&lead.address));
    facts.maybe("E-mail", lead.email.clone());
    facts.maybe("Telephone", lead.phone.clone());
    let name = if name.trim().is_empty() { "The household" } else { name };
    [heading(2, name), facts.block()]
}

fn one_line(lines: &[String]) -> Option<String> {
    (!lines.is_empty())
        .then(|| lines.iter().map(|line| isolated(line)).collect::<Vec<_>>().join(", "))
}

fn organisation(record: &Record<'_>, id: VendorId) -> Vec<Block> {
    let mut facts = Facts::default();
    let vendor = record.vendor(id);
    facts.maybe("Kind", vendor.map(|vendor| words::vendor_kind(vendor.kind)));
    for party in record.dispute.parties.iter().filter(|party| party.vendor == id) {
        let roles: Vec<String> =
            party.roles.iter().map(|role| words::role(role).to_owned()).collect();
        facts.maybe("Part", (!roles.is_empty()).then(|| capital(&listed(&roles))));
        facts.maybe("Their reference", party.reference.clone());
        facts.maybe("Policy relied on", party.policy.as_deref().map(sentence));
        facts.maybe("Reason given", party.rationale.as_deref().map(sentence));
    }
    if let Some(vendor) = vendor {
        facts.maybe("Address", one_line(&vendor.address));
        facts.maybe("Country", vendor.country.clone());
        for channel in &vendor.channels {
            let label = channel.label.as_deref().map(|label| format!(" ({})", isolated(label)));
            let value = format!("{}{}", isolated(&channel.value), label.unwrap_or_default());
            facts.add(words::channel(channel.kind), value);
        }
        facts.maybe("Also known as", one_line(&vendor.known_as));
    }
    let name = vendor.map_or("An organisation that is not named", |vendor| &vendor.name);
    if facts.is_empty() {
        let nothing = "Nothing more is recorded of this organisation.";
        return vec![heading(2, name), paragraph(nothing)];
    }
    vec![heading(2, name), facts.block()]
}

fn people_table(record: &Record<'_>, people: &[&Contact]) -> Block {
    let rows = people.iter().map(|person| {
        let work: Vec<String> =
            [&person.job, &person.department].into_iter().flatten().cloned().collect();
        let reach: Vec<String> =
            [&person.phone, &person.email].into_iter().flatten().cloned().collect();
        let mut place = record.vendor_name(person.vendor);
        if let Some(above) = person.supervisor.and_then(|id| record.contact(id)) {
            place.push_str(&format!("; supervised by {}", isolated(&above.name)));
        }
        let name = Text::plain(person.name.clone());
        row([name, work.join(", ").into(), place.into(), reach.join(", ").into()])
    });
    Block::Table(without_empty(Table {
        summary: "The people at the organisations concerned".to_owned(),
        columns: vec![
            share("Name", 3),
            share("Work", 3),
            share("Organisation", 3),
            share("Reached at", 3),
        ],
        rows: rows.collect(),
    }))
}

/// Those who helped and may be quoted. Of the others nothing is said here: a favour may not have
/// been authorised.
pub(crate) fn helpers(record: &Record<'_>) -> Vec<Block> {
    let quoted = record.dispute.advocates.iter().filter(|help| help.may_quote);
    let items: Vec<Text> = quoted
        .map(|help| {
            let who = record.person(help.contact);
            let thanked = help.thanked_on.map(|day| format!(" Thanked on {}.", date(day)));
            let (on, did) = (date(help.on), inline(&help.did));
            Text::plain(format!("{on}, {who}: {did}.{}", thanked.unwrap_or_default()))
        })
        .collect();
    // It is part of the section before it, unless that is left out.
    let level = if record.options.sections.parties { 2 } else { 1 };
    if items.is_empty() {
        Vec::new()
    } else {
        vec![heading(level, "Who helped"), Block::List(items)]
    }
}
