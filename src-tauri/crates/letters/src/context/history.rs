//! What went before: the letter or call that this one follows, and the earlier contacts.

use holdfast_domain::rules::parties;
use holdfast_domain::words::{date, inline, isolated, listed, occasion};
use holdfast_domain::{
    Channel, Direction, Event, LetterKind, Offer, OfferAnswer, Rung, SentLetter,
};
use serde::Serialize;

use super::{Line, filled};
use crate::record::Record;

/// So many earlier contacts leave room for the rest on one page.
const CONTACTS: usize = 5;

/// What the letter follows or confirms.
#[derive(Debug, Serialize)]
pub(crate) struct Follows {
    /// `my letter of 14 April 2026`, `our telephone call of 5 March 2026`; with its people where
    /// the reader was none of them: `my telephone call of 5 March 2026 with Marcus Bell`.
    phrase: String,
    /// The day.
    on: String,
    /// Whether the household wrote it, so that a copy is enclosed.
    written: bool,
    /// The day by which it asked for an answer, where that has passed.
    reply_by: Option<String>,
    /// Whether the people spoke with each other.
    spoken: bool,
    /// Whether the reader took part in it.
    ours: bool,
    /// Whether nobody answered.
    unanswered: bool,
}

/// What was done before to settle the matter.
#[derive(Debug, Serialize)]
pub(crate) struct Earlier {
    /// The people reached and the letters sent, with what they answered.
    pub(crate) items: Vec<Line>,
    /// With whom and when: `Dana Ruiz (2 March 2026) and Marcus Bell (5 March 2026)`.
    pub(crate) people: Option<String>,
    /// The days of the letters that went to this recipient: `14 April 2026 and 2 May 2026`.
    letters: Option<String>,
    /// How many those are.
    letters_count: usize,
    /// The vendor's last offer.
    offer: Option<Line>,
}

/// The letter or event that this letter follows: the one that was chosen, else the last letter to
/// the recipient, else the last contact with them.
pub(crate) fn followed<'r>(record: &'r Record<'_>) -> Option<Followed<'r>> {
    let chosen = record.letter.about.and_then(|about| {
        let letter = record.sent.iter().find(|one| one.event == about);
        letter.map(|one| Followed::Letter(one)).or_else(|| record.event(about).map(Followed::Event))
    });
    if chosen.is_some() || record.letter.about.is_some() {
        return chosen;
    }
    let last = letters_to_recipient(record).last().map(Followed::Letter);
    last.or_else(|| {
        let mut met = record.events.iter().filter(|event| record.with_recipient(event));
        met.rfind(|event| event.direction != Direction::Internal).map(Followed::Event)
    })
}

/// A letter of ours, or any other event.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Followed<'a> {
    Letter(&'a SentLetter),
    Event(&'a Event),
}

impl Followed<'_> {
    pub(crate) fn day(self) -> chrono::NaiveDate {
        match self {
            Self::Letter(letter) => letter.on,
            Self::Event(event) => event.time.at.day(),
        }
    }
}

/// The letters that asked this vendor for something; thanks are none of them.
pub(crate) fn letters_to_recipient<'r>(
    record: &'r Record<'_>,
) -> impl DoubleEndedIterator<Item = &'r SentLetter> {
    let asks = |kind| !matches!(kind, LetterKind::ThankYou | LetterKind::Commendation);
    let here = record.sent.iter().copied();
    here.filter(move |one| one.to_vendor == record.to.id && asks(one.kind))
}

pub(crate) fn follows(record: &Record<'_>) -> Option<Follows> {
    let followed = followed(record)?;
    let on = followed.day();
    Some(match followed {
        Followed::Letter(letter) => Follows {
            phrase: format!("my {} of {}", occasion(letter.by), date(on)),
            on: date(on),
            written: true,
            reply_by: letter.reply_by.filter(|day| *day < record.on).map(date),
            spoken: false,
            ours: false,
            unanswered: false,
        },
        Followed::Event(event) => Follows {
            phrase: event_phrase(record, event),
            on: date(on),
            written: false,
            reply_by: None,
            spoken: crate::record::is_spoken(event.channel),
            ours: event_phrase(record, event).starts_with("our "),
            unanswered: event.answered == Some(false),
        },
    })
}

fn event_phrase(record: &Record<'_>, event: &Event) -> String {
    let whose = match (event.channel, event.direction) {
        (Channel::Statement | Channel::Other, _) => "the",
        (_, Direction::In) if !is_talk(event.channel) => "your",
        (_, _) if is_talk(event.channel) && event.answered != Some(false) => "our",
        (_, Direction::In | Direction::Out | Direction::Internal) => "my",
    };
    let others: Vec<String> = event
        .contacts
        .iter()
        .filter(|id| Some(**id) != record.letter.to_contact)
        .filter_map(|id| record.contact(*id))
        .map(|person| isolated(&person.name))
        .collect();
    let beside = record.letter.to_contact.is_some_and(|to| event.contacts.contains(&to));
    let with = match whose {
        _ if others.is_empty() || beside => String::new(),
        "our" => format!(" with {}", listed(&others)),
        "your" => format!(" from {}", listed(&others)),
        _ => format!(" to {}", listed(&others)),
    };
    // A call with somebody else was not with the reader.
    let whose = if whose == "our" && !beside && !others.is_empty() { "my" } else { whose };
    format!("{whose} {} of {}{with}", occasion(event.channel), super::facts::when(event.time))
}

fn is_talk(channel: Channel) -> bool {
    match channel {
        Channel::Phone | Channel::Chat => true,
        Channel::Email
        | Channel::Visit
        | Channel::Letter
        | Channel::WebForm
        | Channel::Social
        | Channel::Statement
        | Channel::Other => false,
    }
}

pub(crate) fn earlier(record: &Record<'_>) -> Earlier {
    let letters: Vec<&SentLetter> = letters_to_recipient(record).collect();
    let days: Vec<String> = letters.iter().rev().take(3).rev().map(|one| date(one.on)).collect();
    Earlier {
        items: items(record),
        people: people(record),
        letters: (!days.is_empty()).then(|| listed(&days)),
        letters_count: letters.len(),
        offer: offer(record),
    }
}

/// The rungs that were reached and the letters that were sent, in their order: those at the
/// recipient's own house, and everywhere where an outside body or another vendor reads.
fn items(record: &Record<'_>) -> Vec<Line> {
    let outside = record.to_outside_body() || record.climbs_to_another();
    let mut all: Vec<(chrono::NaiveDate, Line)> = Vec::new();
    for rung in &record.dispute.rungs {
        let vendor = parties::vendor_of_rung(rung, record.case.contacts);
        if vendor.is_some() && (outside || vendor == Some(record.to.id)) {
            all.extend(rung.reached_on.map(|day| (day, rung_line(record, rung, day))));
        }
    }
    let asked = record.sent.iter().filter(|one| {
        (outside || one.to_vendor == record.to.id)
            && !matches!(one.kind, LetterKind::ThankYou | LetterKind::Commendation)
    });
    all.extend(asked.map(|one| (one.on, letter_line(one))));
    all.sort_by_key(|(day, _)| *day);
    let skipped = all.len().saturating_sub(record.room.pick([CONTACTS, 4, 3, 2]));
    all.into_iter().skip(skipped).map(|(_, line)| line).collect()
}

fn rung_line(record: &Record<'_>, rung: &Rung, day: chrono::NaiveDate) -> Line {
    let person = rung.contact.and_then(|id| record.contact(id));
    let who = match person {
        Some(person) if Some(person.id) == record.letter.to_contact => Some("you".to_owned()),
        Some(person) => {
            let elsewhere = record.vendor(person.vendor).filter(|one| one.id != record.to.id);
            let about = person.job.iter().chain(elsewhere.map(|one| &one.name));
            let about: Vec<String> = about.map(|words| inline(words)).collect();
            let about =
                if about.is_empty() { String::new() } else { format!(" ({})", about.join(", ")) };
            Some(format!("{}{about}", isolated(&person.name)))
        }
        None => rung.vendor.and_then(|id| record.vendor(id)).map(|one| isolated(&one.name)),
    };
    let who = who.map(|who| format!(", {who}")).unwrap_or_default();
    let answer = rung.result.as_deref().and_then(filled);
    let answer = answer.map(|text| format!(": {}", inline(&text))).unwrap_or_default();
    Line { key: rung.id.to_string(), text: format!("{}{who}{answer}.", date(day)) }
}

fn letter_line(letter: &SentLetter) -> Line {
    let by = letter.reply_by.map(|day| format!(", which asked for an answer by {}", date(day)));
    let what = occasion(letter.by);
    let to = isolated(&letter.addressee);
    let text = format!("{}, my {what} to {to}{}.", date(letter.on), by.unwrap_or_default());
    Line { key: letter.id.to_string(), text }
}

/// The people at the recipient's with whom the matter was spoken of, the last three with the last
/// day each.
fn people(record: &Record<'_>) -> Option<String> {
    let mut met: Vec<(holdfast_domain::ContactId, chrono::NaiveDate)> = Vec::new();
    let spoken = record.events.iter().filter(|event| event.answered != Some(false));
    for event in spoken.filter(|event| event.direction != Direction::Internal) {
        for id in &event.contacts {
            let person = record.contact(*id);
            if person.is_some_and(|one| one.vendor == record.to.id)
                && record.letter.to_contact != Some(*id)
            {
                met.retain(|(known, _)| known != id);
                met.push((*id, event.time.at.day()));
            }
        }
    }
    let last = met.iter().rev().take(3).rev();
    let named: Vec<String> = last
        .filter_map(|(id, day)| {
            let person = record.contact(*id)?;
            Some(format!("{} ({})", isolated(&person.name), date(*day)))
        })
        .collect();
    (!named.is_empty()).then(|| listed(&named))
}

/// The last offer of the recipient, and what was answered.
fn offer(record: &Record<'_>) -> Option<Line> {
    if record.room.pick([false, false, true, true]) {
        return None;
    }
    let of = |offer: &&Offer| {
        parties::vendor_of_offer(offer, record.case.contacts) == Some(record.to.id)
    };
    let offer = record.dispute.offers.iter().filter(of).max_by_key(|offer| offer.on)?;
    let answer = match offer.answer {
        Some(OfferAnswer::Accepted) => "I accepted.",
        Some(OfferAnswer::Declined) => "I declined.",
        None => "I have not accepted.",
    };
    let terms = holdfast_domain::words::continued(&offer.terms);
    let text = format!("On {} you offered the following: {terms}. {answer}", date(offer.on));
    Some(Line { key: offer.id.to_string(), text })
}
