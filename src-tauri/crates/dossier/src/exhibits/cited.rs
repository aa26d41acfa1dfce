//! What rests on an original, in words.

use holdfast_domain::{Attachment, Cited, Dispute, Event};

use crate::words::{self, date, quoted};

/// What the reader of the case file sees.
pub(super) struct Within<'a> {
    pub(super) dispute: &'a Dispute,
    pub(super) events: &'a [Event],
}

impl Within<'_> {
    /// What rests on an original; nothing where all of that is dated later than the day of the case
    /// file, or is left out of it.
    pub(super) fn belongs_to(&self, file: &Attachment) -> Option<Vec<String>> {
        if file.citations.is_empty() {
            return Some(vec!["the matter as a whole".to_owned()]);
        }
        let mut all: Vec<String> = Vec::new();
        for what in file.citations.iter().filter_map(|citation| self.cited(citation.of)) {
            if !all.contains(&what) {
                all.push(what);
            }
        }
        (!all.is_empty()).then_some(all)
    }

    fn cited(&self, of: Cited) -> Option<String> {
        let dispute = self.dispute;
        Some(match of {
            Cited::Event(id) => occasion(self.events.iter().find(|event| event.id == id)?),
            Cited::Fact(id) => {
                let has = |event: &&Event| event.facts.iter().any(|fact| fact.id == id);
                occasion(self.events.iter().find(has)?)
            }
            Cited::Claim(id) => {
                let claim = dispute.claims.iter().find(|claim| claim.id == id)?;
                format!("the claim {}", quoted(&claim.reason))
            }
            Cited::Promise(id) => {
                let promise = dispute.promises.iter().find(|promise| promise.id == id)?;
                format!("the promise {}", quoted(&promise.what))
            }
            Cited::Remedy(id) => {
                let remedy = dispute.remedies.iter().find(|remedy| remedy.id == id)?;
                format!("the remedy {}", quoted(&remedy.what))
            }
            Cited::Issue(id) => {
                let issue = dispute.issues.iter().find(|issue| issue.id == id)?;
                format!("what is in question: {}", quoted(&issue.question))
            }
            Cited::Letter(_) => "a letter of the household".to_owned(),
        })
    }
}

fn occasion(event: &Event) -> String {
    format!("the {} of {}", words::occasion(event.channel), date(event.time.at.day()))
}
