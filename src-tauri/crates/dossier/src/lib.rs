//! Composes the case file of a dispute: what an ombudsman, a card issuer or a court expects to read.
//!
//! The record goes in, a [`Document`] comes out. Private notes never enter it, of events and of
//! checks alike; nor does the favour of a person who may not be quoted. What is dated after the day
//! from which one looks does not count, as everywhere in Holdfast.

mod chronology;
mod clocks;
mod contact_log;
mod cover;
mod exhibits;
mod issues;
mod money;
mod next_steps;
mod options;
mod parties;
mod record;
mod remedies;
mod summary;
mod tables;
mod words;

use std::collections::BTreeMap;

use holdfast_domain::document::{Block, Document};
use holdfast_domain::mask;
use holdfast_domain::{
    Attachment, Contact, Dispute, Event, Member, NumberedExhibit, SentLetter, Sha256, Vendor,
};

pub use clocks::TimeLimit;
pub use exhibits::{Original, Scan, Shown};
pub use options::{Options, Sections};

use crate::exhibits::Exhibit;
use crate::record::Record;

/// Everything that a case file is composed from.
///
/// More people and vendors than the dispute concerns may be given; only those who are named in it
/// are printed.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// What the family calls itself.
    pub household_name: &'a str,
    /// Who leads the dispute.
    pub lead: &'a Member,
    /// The dispute.
    pub dispute: &'a Dispute,
    /// Its events, in any order.
    pub events: &'a [Event],
    /// The vendors that it names.
    pub vendors: &'a [Vendor],
    /// The people that it names.
    pub contacts: &'a [Contact],
    /// What is attached to it.
    pub attachments: &'a [Attachment],
    /// The letters of the household that went out.
    pub sent: &'a [SentLetter],
    /// What the household said of time limits.
    pub time_limits: &'a [TimeLimit<'a>],
    /// The numbers that exhibits had in editions that were sent; they keep them.
    pub numbers: &'a [NumberedExhibit],
    /// How many pages the originals have, as far as that is known.
    pub page_counts: &'a BTreeMap<Sha256, u32>,
    /// The originals themselves, where the exhibits are to be within; see [`exhibits()`].
    pub originals: &'a [Original],
}

/// The originals that a case file would have as exhibits, in their order: those that are to be read
/// where the exhibits are to be within.
pub fn exhibits<'a>(case: &'a Case<'a>, options: &'a Options) -> Vec<&'a Attachment> {
    Record::new(case, options).exhibits.all.iter().map(|exhibit| exhibit.file).collect()
}

/// The numbers of the exhibits that a case file would have, which an edition keeps once it is sent.
pub fn numbered(case: &Case<'_>, options: &Options) -> Vec<NumberedExhibit> {
    Record::new(case, options).exhibits.all.iter().map(Exhibit::numbered).collect()
}

/// Composes the case file: the cover, then the sections that are wanted. A section with nothing to
/// say is left out, or says so in a sentence where its absence would be read as an oversight.
pub fn compose(case: &Case<'_>, options: &Options) -> Document {
    let record = Record::new(case, options);
    let mut blocks = vec![cover::compose(&record)];
    type Compose = fn(&Record<'_>) -> Vec<Block>;
    let sections: [(bool, Compose); 12] = [
        (options.sections.summary, summary::compose),
        (options.sections.parties, parties::compose),
        (options.sections.helpers, parties::helpers),
        (options.sections.chronology, chronology::compose),
        (options.sections.issues, issues::compose),
        (options.sections.money, money::compose),
        (options.sections.remedies, remedies::compose),
        (options.sections.next_steps, next_steps::compose),
        (options.sections.contact_log, contact_log::compose),
        (options.sections.clocks, clocks::compose),
        (options.sections.exhibits, exhibits::index),
        (options.sections.exhibits, exhibits::pages),
    ];
    for (wanted, compose) in sections {
        if wanted {
            blocks.extend(compose(&record));
        }
    }
    let mut document = Document {
        title: record.dispute.title.clone(),
        author: case.lead.name.clone(),
        language: "en".to_owned(),
        paper: options.paper,
        running_head: record.dispute.title.clone(),
        dated: options.on,
        blocks,
        attachments: exhibits::attached(&record),
    };
    if options.mask_accounts
        && let Some(account) = &record.dispute.subject.account
    {
        mask::in_document(&mut document, account);
    }
    holdfast_domain::cover::in_document(&mut document, &options.covered);
    document
}
