//! What goes into a case file.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use holdfast_domain::cover::Covered;
use holdfast_domain::document::Paper;
use holdfast_domain::{DossierPart, FactId};

/// How a case file is to be composed.
#[derive(Debug, Clone)]
pub struct Options {
    /// The day from which one looks. What is dated later does not count.
    pub on: NaiveDate,
    /// For whom it is prepared; shown on the cover.
    pub recipient: Option<String>,
    /// Which sections it has.
    pub sections: Sections,
    /// The facts that are left out. The contact at which they were said stays in the contact log.
    pub leave_out: BTreeSet<FactId>,
    /// Whether account numbers are masked to their last four characters.
    pub mask_accounts: bool,
    /// Words and phrases that are covered wherever they would stand.
    pub covered: Covered,
    /// The paper.
    pub paper: Paper,
}

impl Options {
    /// Everything in, account numbers masked, on A4, for nobody in particular.
    pub fn new(on: NaiveDate) -> Self {
        Self {
            on,
            recipient: None,
            sections: Sections::default(),
            leave_out: BTreeSet::new(),
            mask_accounts: true,
            covered: Covered::default(),
            paper: Paper::A4,
        }
    }
}

/// The sections that follow the cover; all of them unless someone says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sections {
    /// What happened, the sum, the position and the last offer, on one page.
    pub summary: bool,
    /// Who is concerned, and in which part.
    pub parties: bool,
    /// Who helped, of those who may be quoted.
    pub helpers: bool,
    /// Every fact and every dated entry of the record, numbered.
    pub chronology: bool,
    /// What is in question, with the facts, the term relied on and the reply.
    pub issues: bool,
    /// What is owed, with its arithmetic.
    pub money: bool,
    /// What was agreed and whether it holds.
    pub remedies: bool,
    /// What the household has done and will do.
    pub next_steps: bool,
    /// Every call and letter, with waiting times.
    pub contact_log: bool,
    /// Time limits, kept, missed and running, and how each was counted.
    pub clocks: bool,
    /// The index of the originals that the matter rests on. Without it nothing cites them.
    pub exhibits: bool,
}

impl Default for Sections {
    fn default() -> Self {
        Self {
            summary: true,
            parties: true,
            helpers: true,
            chronology: true,
            issues: true,
            money: true,
            remedies: true,
            next_steps: true,
            contact_log: true,
            clocks: true,
            exhibits: true,
        }
    }
}

impl Sections {
    /// All but those that are left out.
    pub fn without(parts: &[DossierPart]) -> Self {
        let has = |part| !parts.contains(&part);
        Self {
            summary: has(DossierPart::Summary),
            parties: has(DossierPart::People),
            helpers: has(DossierPart::Helpers),
            chronology: has(DossierPart::Chronology),
            issues: has(DossierPart::Issues),
            money: has(DossierPart::Money),
            remedies: has(DossierPart::Remedies),
            next_steps: has(DossierPart::NextSteps),
            contact_log: has(DossierPart::ContactLog),
            clocks: has(DossierPart::Clocks),
            exhibits: has(DossierPart::Exhibits),
        }
    }
}
