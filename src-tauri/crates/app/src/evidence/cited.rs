//! What rests on evidence, in words: an event by what it was and its first fact, a letter by its
//! subject, everything else by what was written of it.

use std::collections::{BTreeSet, HashMap};

use holdfast_domain::words::{beginning, capital, occasion};
use holdfast_domain::{
    Attachment, Citation, Cited, Dispute, Event, EventId, Fact, FactId, Letter, LetterId,
    NaiveDate, SentLetter,
};
use holdfast_store::Reader;

use crate::to_wire;
use crate::wire::{AppError, Citable, CitationView, CitedKind};
use crate::{directory::Directory, wire};

/// How much of a text stands for the whole of it.
const FEW_WORDS: usize = 160;

/// Something that is cited, as it is shown.
#[derive(Debug, Clone)]
struct Shown {
    event: Option<EventId>,
    on: Option<NaiveDate>,
    words: String,
}

/// What can be said of the records that rest on some evidence.
#[derive(Debug, Default)]
pub(super) struct CitedWords(HashMap<Cited, Shown>);

impl CitedWords {
    /// Reads what these attachments are cited by.
    pub(super) fn of(
        reader: &Reader,
        names: &Directory,
        attachments: &[Attachment],
    ) -> Result<Self, AppError> {
        let mut all = Self::default();
        if attachments.iter().all(|one| one.citations.is_empty()) {
            return Ok(all);
        }
        all.events(&reader.events_citing(attachments)?);
        let of_dispute = |cited: &Cited| {
            matches!(
                cited,
                Cited::Claim(_) | Cited::Promise(_) | Cited::Remedy(_) | Cited::Issue(_)
            )
        };
        let disputes: BTreeSet<_> = attachments
            .iter()
            .filter(|one| one.citations.iter().any(|citation| of_dispute(&citation.of)))
            .map(|one| one.dispute)
            .collect();
        for dispute in disputes {
            if let Some(dispute) = reader.dispute(dispute)? {
                all.dispute(&dispute);
            }
        }
        for citation in attachments.iter().flat_map(|one| &one.citations) {
            if let Cited::Letter(id) = citation.of
                && let Some(letter) = reader.letter(id)?
            {
                all.letter(names, &letter, reader.sending_of(id)?.as_ref());
            }
        }
        Ok(all)
    }

    fn events(&mut self, events: &[Event]) {
        for event in events {
            self.0.insert(Cited::Event(event.id), of_event(event));
            for fact in &event.facts {
                self.0.insert(Cited::Fact(fact.id), of_fact(event, fact));
            }
        }
    }

    fn dispute(&mut self, dispute: &Dispute) {
        self.0.extend(of_dispute(dispute));
    }

    fn letter(&mut self, names: &Directory, letter: &Letter, sent: Option<&SentLetter>) {
        self.0.insert(Cited::Letter(letter.id), of_letter(names, letter, sent));
    }

    /// A citation as it is shown, unless what it cites is out of sight.
    pub(super) fn view(&self, of: &Citation) -> Option<CitationView> {
        let shown = self.0.get(&of.of)?;
        Some(CitationView {
            id: of.id.to_string(),
            of: to_cited(of.of),
            event: shown.event.map(|event| event.to_string()),
            on: to_wire::day_option(shown.on),
            words: shown.words.clone(),
            place: of.place.clone(),
        })
    }
}

/// All of a dispute that may rest on evidence.
pub(super) fn citable(
    reader: &Reader,
    names: &Directory,
    dispute: &Dispute,
) -> Result<Vec<Citable>, AppError> {
    let mut all = Vec::new();
    for event in reader.events_of(dispute.id)?.iter().rev() {
        all.push((Cited::Event(event.id), of_event(event)));
        let facts = event.facts.iter();
        all.extend(facts.map(|fact| (Cited::Fact(fact.id), of_fact(event, fact))));
    }
    all.extend(of_dispute(dispute));
    for letter in reader.letters_of(dispute.id)?.iter().rev() {
        let sent = reader.sending_of(letter.id)?;
        all.push((Cited::Letter(letter.id), of_letter(names, letter, sent.as_ref())));
    }
    Ok(all.into_iter().map(|(of, shown)| to_citable(of, shown)).collect())
}

fn to_citable(of: Cited, shown: Shown) -> Citable {
    Citable {
        of: to_cited(of),
        event: shown.event.map(|event| event.to_string()),
        on: to_wire::day_option(shown.on),
        words: shown.words,
    }
}

fn of_event(event: &Event) -> Shown {
    let what = capital(occasion(event.channel));
    let words = match event.facts.first() {
        Some(fact) => format!("{what}: {}", beginning(&fact.text, FEW_WORDS)),
        None => what,
    };
    Shown { event: Some(event.id), on: Some(event.time.at.day()), words }
}

fn of_fact(event: &Event, fact: &Fact) -> Shown {
    let words = beginning(&fact.text, FEW_WORDS);
    Shown { event: Some(event.id), on: Some(event.time.at.day()), words }
}

/// The claims, promises, remedies and issues of a dispute.
fn of_dispute(dispute: &Dispute) -> Vec<(Cited, Shown)> {
    let shown = |on, words: &str| Shown { event: None, on, words: beginning(words, FEW_WORDS) };
    let claims = dispute.claims.iter();
    let claims = claims.map(|it| (Cited::Claim(it.id), shown(Some(it.arose_on), &it.reason)));
    let promises = dispute.promises.iter();
    let promises = promises.map(|it| (Cited::Promise(it.id), shown(Some(it.made_on), &it.what)));
    let remedies = dispute.remedies.iter();
    let remedies = remedies.map(|it| (Cited::Remedy(it.id), shown(Some(it.agreed_on), &it.what)));
    let issues = dispute.issues.iter();
    let issues = issues.map(|it| (Cited::Issue(it.id), shown(None, &it.question)));
    claims.chain(promises).chain(remedies).chain(issues).collect()
}

fn of_letter(names: &Directory, letter: &Letter, sent: Option<&SentLetter>) -> Shown {
    match sent {
        Some(sent) => Shown {
            event: Some(sent.event),
            on: Some(sent.on),
            words: format!("Letter: {}", beginning(&sent.subject, FEW_WORDS)),
        },
        None => Shown {
            event: None,
            on: None,
            words: format!("Draft of a letter to {}", names.vendor(letter.to_vendor).name),
        },
    }
}

/// The record that a citation names, for the window.
pub(super) fn to_cited(of: Cited) -> wire::Cited {
    let kind = match of {
        Cited::Event(_) => CitedKind::Event,
        Cited::Fact(_) => CitedKind::Fact,
        Cited::Claim(_) => CitedKind::Claim,
        Cited::Promise(_) => CitedKind::Promise,
        Cited::Remedy(_) => CitedKind::Remedy,
        Cited::Letter(_) => CitedKind::Letter,
        Cited::Issue(_) => CitedKind::Issue,
    };
    wire::Cited { kind, id: of.uuid().hyphenated().to_string() }
}

/// The record that a form means.
pub(super) fn from_cited(of: &wire::Cited) -> Result<Cited, AppError> {
    let id = &of.id;
    Ok(match of.kind {
        CitedKind::Event => Cited::Event(crate::from_wire::id::<EventId>("cited", id)?),
        CitedKind::Fact => Cited::Fact(crate::from_wire::id::<FactId>("cited", id)?),
        CitedKind::Claim => Cited::Claim(crate::from_wire::id("cited", id)?),
        CitedKind::Promise => Cited::Promise(crate::from_wire::id("cited", id)?),
        CitedKind::Remedy => Cited::Remedy(crate::from_wire::id("cited", id)?),
        CitedKind::Letter => Cited::Letter(crate::from_wire::id::<LetterId>("cited", id)?),
        CitedKind::Issue => Cited::Issue(crate::from_wire::id("cited", id)?),
    })
}
