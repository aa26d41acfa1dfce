//! The case file of several records, as the text that a reader would see.

mod as_on;
mod completeness;
mod contact_log;
mod exhibits;
mod family;
mod issues;
mod kettle;
mod numbers;
mod plain;
mod privacy;
mod readers;
mod settles;
mod shapes;
mod snapshots;

use holdfast_domain::NaiveDate;
use holdfast_dossier::{Case, Options, compose};

use family::Family;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day in a test is a day")
}

/// The whole case file on 20 June 2026, as text.
fn printed(family: &Family) -> String {
    printed_with(family, &Options::new(day("2026-06-20")))
}

fn printed_with(family: &Family, options: &Options) -> String {
    plain::text(&compose(&case(family), options))
}

fn case(family: &Family) -> Case<'_> {
    Case {
        household_name: "The Marlow household",
        lead: &family.lead,
        dispute: &family.dispute,
        events: &family.events,
        vendors: &family.vendors,
        contacts: &family.contacts,
        attachments: &family.attachments,
        sent: &family.sent,
        time_limits: &[],
        numbers: &[],
        page_counts: &family.page_counts,
        originals: &[],
    }
}
