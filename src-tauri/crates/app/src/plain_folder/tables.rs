//! What was written down as tables, one a noun, with the names of things instead of their ids.

mod kept;
mod money;
mod people;
mod said;

use std::collections::HashMap;
use std::fmt::Display;

use holdfast_domain::{
    Attachment, Contact, ContactId, Dispute, DisputeId, Household, Money, NaiveDate, SentLetter,
    VendorId,
};
use holdfast_intake::spreadsheet;
use holdfast_store::Reader;

use crate::error::with;
use crate::wire::{AppError, ErrorCode};

/// What the tables are made of.
pub(super) struct Tables<'a> {
    pub(super) reader: &'a Reader,
    /// From which day the standing of things is looked at.
    pub(super) on: NaiveDate,
    pub(super) household: &'a Household,
    pub(super) letters: &'a [SentLetter],
    pub(super) attachments: &'a [Attachment],
}

/// One table.
struct Table {
    name: &'static str,
    columns: &'static [&'static str],
    rows: Vec<Vec<String>>,
}

impl Tables<'_> {
    /// Every table by its name, as a file.
    pub(super) fn all(&self) -> Result<Vec<(&'static str, Vec<u8>)>, AppError> {
        let names = Names::of(self.household);
        let tables = [
            people::members(self.household),
            people::vendors(self.household),
            people::contacts(self.household, &names),
            people::helped(self.household, &names),
            said::disputes(self.household),
            said::parties(self.household, &names),
            said::events(self.household, &names),
            said::promises(self.household, &names),
            said::offers(self.household, &names),
            said::steps(self.household, &names),
            said::rungs(self.household, &names),
            said::issues(self.household, &names),
            said::letters(self.letters, &names),
            said::files(self.attachments, &names),
            money::claims(self.household, &names),
            money::movements(self.household, &names),
            money::remedies(self.household, &names),
            money::checks(self.household),
            kept::limits(self.reader, self.household, self.on)?,
            kept::bank_lines(self.reader, &names)?,
            kept::templates(&self.reader.letter_templates()?),
        ];
        let file = |table: Table| {
            let rows = table.rows.iter().map(Vec::as_slice);
            let bytes = spreadsheet::table(table.columns, rows).map_err(|error| {
                with(ErrorCode::Internal, [("detail", format!("{}: {error}", table.name))])
            })?;
            Ok((table.name, bytes))
        };
        tables.into_iter().map(file).collect()
    }
}

/// What things are called.
struct Names<'a> {
    disputes: HashMap<DisputeId, &'a str>,
    vendors: HashMap<VendorId, &'a str>,
    contacts: HashMap<ContactId, &'a Contact>,
}

impl<'a> Names<'a> {
    fn of(household: &'a Household) -> Self {
        Self {
            disputes: household.disputes.iter().map(|it| (it.id, it.title.as_str())).collect(),
            vendors: household.vendors.iter().map(|it| (it.id, it.name.as_str())).collect(),
            contacts: household.contacts.iter().map(|it| (it.id, it)).collect(),
        }
    }

    fn dispute(&self, id: DisputeId) -> String {
        self.disputes.get(&id).copied().unwrap_or_default().to_owned()
    }

    fn vendor(&self, id: Option<VendorId>) -> String {
        id.and_then(|id| self.vendors.get(&id)).copied().unwrap_or_default().to_owned()
    }

    fn contact(&self, id: Option<ContactId>) -> String {
        id.and_then(|id| self.contacts.get(&id)).map(|it| it.name.clone()).unwrap_or_default()
    }

    /// The vendor of something that names one, or a person of one.
    fn either(&self, vendor: Option<VendorId>, contact: Option<ContactId>) -> String {
        let of_contact = || contact.and_then(|id| self.contacts.get(&id)).map(|it| it.vendor);
        self.vendor(vendor.or_else(of_contact))
    }
}

/// Rows of what every dispute has several of.
fn of_disputes<'a, T: 'a, I: IntoIterator<Item = T> + 'a>(
    household: &'a Household,
    all: impl Fn(&'a Dispute) -> I + 'a,
    row: impl Fn(&'a Dispute, T) -> Vec<String> + 'a,
) -> Vec<Vec<String>> {
    let rows = household.disputes.iter().flat_map(|dispute| {
        let rows: Vec<_> = all(dispute).into_iter().map(|it| row(dispute, it)).collect();
        rows
    });
    rows.collect()
}

/// A value that may be absent.
fn maybe(of: &Option<impl Display>) -> String {
    of.as_ref().map(ToString::to_string).unwrap_or_default()
}

/// A word of a vocabulary as words.
fn word(of: &str) -> String {
    of.replace('_', " ")
}

fn yes(of: bool) -> String {
    if of { "yes" } else { "no" }.to_owned()
}

/// A sum and its currency, in two columns, so that spreadsheets can add.
fn sum(of: Option<Money>) -> [String; 2] {
    of.map_or_else(Default::default, |it| [it.decimal(), it.currency().code().to_owned()])
}
