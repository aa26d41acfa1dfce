//! The names that a template may use: what the record says, already in words.
//!
//! Everything is a text, a list, or a yes or no; what is not in the record is `none`. The guide
//! beside the templates describes each name.

mod agreed;
mod declined;
pub(crate) mod facts;
pub(crate) mod history;
mod parties;
pub(crate) mod promises;
mod so_far;
pub(crate) mod subject;
pub(crate) mod sums;
pub(crate) mod thanks;

use holdfast_domain::words::date;
use holdfast_domain::{Channel, Letter, LetterTone};
use minijinja::value::{Serde, Value};
use serde::Serialize;

use crate::record::Record;

/// All the names of a letter.
#[derive(Debug, Serialize)]
pub(crate) struct Context {
    pub(crate) letter: Choices,
    from: String,
    to: parties::Recipient,
    others: Vec<parties::Other>,
    subject: subject::Subject,
    dispute: Dispute,
    pub(crate) facts: facts::Facts,
    pub(crate) sum: Option<sums::Sum>,
    pub(crate) follows: Option<history::Follows>,
    pub(crate) earlier: history::Earlier,
    pub(crate) promises: promises::Promises,
    pub(crate) agreed: Vec<Line>,
    pub(crate) remedies: Vec<agreed::Lapsed>,
    pub(crate) declined: Option<Line>,
    pub(crate) help: Option<thanks::Help>,
    pub(crate) credits: thanks::Credits,
    pub(crate) enclosures: Vec<String>,
}

/// A line of the record with its key: printed as a whole, it keeps its paragraph linked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Line {
    pub(crate) key: String,
    pub(crate) text: String,
}

/// What was chosen for this letter.
#[derive(Debug, Serialize)]
pub(crate) struct Choices {
    date: String,
    reply_by: Option<String>,
    pub(crate) request: Option<String>,
    pub(crate) reason: Option<String>,
    pub(crate) basis: Option<String>,
    pub(crate) next_body: Option<String>,
    gentle: bool,
    firm: bool,
    with_dossier: bool,
    /// `enclosed`, or `attached` to an e-mail or web form.
    enclosed: &'static str,
    /// `enclose` or `attach`.
    enclose: &'static str,
}

/// The dispute as a whole.
#[derive(Debug, Serialize)]
struct Dispute {
    title: String,
    goal: Option<String>,
    effect: Option<String>,
    opened_on: String,
}

impl Context {
    pub(crate) fn new(record: &Record<'_>, enclosures: Vec<String>) -> Self {
        let sum = sums::sum(record);
        Self {
            letter: choices(record),
            from: record.from.name.clone(),
            to: parties::recipient(record),
            others: parties::others(record),
            subject: subject::subject(record),
            dispute: dispute(record),
            facts: facts::facts(record),
            sum,
            follows: history::follows(record),
            earlier: history::earlier(record),
            promises: promises::promises(record),
            agreed: agreed::agreed(record),
            remedies: agreed::lapsed(record),
            declined: declined::declined(record),
            help: thanks::help(record),
            credits: thanks::credits(record),
            enclosures,
        }
    }

    pub(crate) fn names(&self) -> Value {
        Value::from(Serde(self))
    }
}

fn choices(record: &Record<'_>) -> Choices {
    let letter = record.letter;
    let filled = |text: &Option<String>| text.as_deref().and_then(filled);
    let (enclosed, enclose) = enclosing(letter);
    Choices {
        date: date(record.on),
        reply_by: letter.reply_by.map(date),
        request: request(record),
        reason: filled(&letter.reason).or_else(|| parties::planned_reason(record)),
        basis: filled(&letter.basis),
        next_body: filled(&letter.next_body).or_else(|| parties::next_body(record)),
        gentle: letter.tone == LetterTone::Gentle,
        firm: letter.tone == LetterTone::Firm,
        with_dossier: letter.with_dossier,
        enclosed,
        enclose,
    }
}

/// What the letter asks for: what was written for it, else the dispute's goal.
fn request(record: &Record<'_>) -> Option<String> {
    let own = record.letter.request.as_deref().and_then(filled);
    own.or_else(|| filled(&record.dispute.goal))
}

fn enclosing(letter: &Letter) -> (&'static str, &'static str) {
    match letter.by {
        Channel::Email | Channel::WebForm | Channel::Chat | Channel::Social => {
            ("attached", "attach")
        }
        Channel::Letter | Channel::Phone | Channel::Visit | Channel::Statement | Channel::Other => {
            ("enclosed", "enclose")
        }
    }
}

fn dispute(record: &Record<'_>) -> Dispute {
    let dispute = &record.dispute;
    let effect = dispute.effect.as_deref().filter(|_| record.letter.with_effect);
    Dispute {
        title: dispute.title.clone(),
        goal: filled(&dispute.goal),
        effect: effect.and_then(filled),
        opened_on: date(dispute.opened_on),
    }
}

/// The text, where something can be seen of it.
pub(crate) fn filled(text: &str) -> Option<String> {
    (!holdfast_domain::text::is_blank(text)).then(|| text.trim().to_owned())
}
