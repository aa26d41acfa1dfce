//! Which letters fit now, and why: the cadence of diplomatic persistence.
//!
//! So many days without an answer call for a follow-up, for the next rung, for a final notice: those of
//! the household's own cadence. A promise counts until its day has passed. Nobody is proposed whose
//! time limit has passed. Each is a proposal: the person decides.

mod asked;
mod spoken;

use std::fmt;

use chrono::NaiveDate;
use holdfast_domain::rules::{DisputeState, as_on, dispute_state, state, to_thank};
use holdfast_domain::words::date;
use holdfast_domain::{AdvocacyId, ContactId, Dispute, EventId, LetterKind, PromiseId, VendorId};

use crate::Case;
use crate::recipient;
use crate::record::sent_before;

/// A letter that fits now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Which letter.
    pub kind: LetterKind,
    /// Why it fits.
    pub why: Why,
    /// The call, letter or other event that it would follow.
    pub about: Option<EventId>,
    /// To which vendor or outside body.
    pub to_vendor: VendorId,
    /// To which person there.
    pub to_contact: Option<ContactId>,
}

/// Why a letter fits now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Nothing has been sent yet in a matter that began on that day.
    NothingSent {
        /// When the matter began.
        since: NaiveDate,
    },
    /// Something was agreed in a conversation, and nobody has put it in writing.
    AgreedInConversation {
        /// When.
        on: NaiveDate,
    },
    /// The day of a promise has passed, or it was broken.
    PromiseNotKept {
        /// Which promise.
        promise: PromiseId,
        /// When it was given.
        made_on: NaiveDate,
        /// Its day.
        due_on: Option<NaiveDate>,
    },
    /// A letter asked for an answer by a day that has passed.
    NoAnswer {
        /// When the letter went out.
        sent_on: NaiveDate,
        /// By when it asked for an answer.
        reply_by: NaiveDate,
    },
    /// The letter was followed up, and there is still no answer.
    NoAnswerToFollowUp {
        /// When the first letter went out.
        since: NaiveDate,
        /// How many days ago.
        days: i64,
    },
    /// Letters have gone unanswered for so long that one last letter fits.
    LongUnanswered {
        /// When the first letter went out.
        since: NaiveDate,
        /// How many days ago.
        days: i64,
    },
    /// The last letter named a day, and it has passed.
    FinalNoticePassed {
        /// When it went out.
        sent_on: NaiveDate,
        /// The day that it named.
        reply_by: NaiveDate,
    },
    /// A remedy that was agreed is late, or did not last.
    RemedyLapsed {
        /// When it was agreed.
        agreed_on: NaiveDate,
    },
    /// A refusal was given in a conversation, and not in writing.
    RefusedInConversation {
        /// When.
        on: NaiveDate,
    },
    /// Somebody helped and has not been thanked.
    NotThanked {
        /// Which help.
        help: AdvocacyId,
        /// When they helped.
        on: NaiveDate,
    },
    /// Somebody who helped was thanked, and their supervisor could hear of it.
    CouldBeCommended {
        /// Which help.
        help: AdvocacyId,
        /// When they helped.
        on: NaiveDate,
    },
}

impl Why {
    /// The help that is the reason; `None` where the reason is another.
    pub fn help(self) -> Option<AdvocacyId> {
        match self {
            Self::NotThanked { help, .. } | Self::CouldBeCommended { help, .. } => Some(help),
            Self::NothingSent { .. }
            | Self::AgreedInConversation { .. }
            | Self::PromiseNotKept { .. }
            | Self::NoAnswer { .. }
            | Self::NoAnswerToFollowUp { .. }
            | Self::LongUnanswered { .. }
            | Self::FinalNoticePassed { .. }
            | Self::RemedyLapsed { .. }
            | Self::RefusedInConversation { .. } => None,
        }
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::NothingSent { since } => {
                write!(f, "nothing has been sent yet; the matter began on {}", date(since))
            }
            Self::AgreedInConversation { on } => {
                write!(f, "what was agreed on {} has not been put in writing", date(on))
            }
            Self::PromiseNotKept { made_on, due_on: Some(due_on), .. } => {
                let (made_on, due_on) = (date(made_on), date(due_on));
                write!(f, "the promise of {made_on} was for {due_on} and has not been kept")
            }
            Self::PromiseNotKept { made_on, due_on: None, .. } => {
                write!(f, "the promise of {} has not been kept", date(made_on))
            }
            Self::NoAnswer { sent_on, reply_by } => {
                let (sent_on, reply_by) = (date(sent_on), date(reply_by));
                write!(f, "the letter of {sent_on} asked for an answer by {reply_by}")
            }
            Self::NoAnswerToFollowUp { since, days } => {
                write!(f, "no answer for {days} days since {}, and it was followed up", date(since))
            }
            Self::LongUnanswered { since, days } => {
                write!(f, "no answer for {days} days since {}", date(since))
            }
            Self::FinalNoticePassed { sent_on, reply_by } => {
                let (sent_on, reply_by) = (date(sent_on), date(reply_by));
                write!(f, "the final notice of {sent_on} named {reply_by}, which has passed")
            }
            Self::RemedyLapsed { agreed_on } => {
                write!(f, "what was agreed on {} has not come or did not last", date(agreed_on))
            }
            Self::RefusedInConversation { on } => {
                write!(f, "the refusal of {} was not given in writing", date(on))
            }
            Self::NotThanked { on, .. } => {
                write!(f, "the help of {} has not been thanked for", date(on))
            }
            Self::CouldBeCommended { on, .. } => {
                write!(f, "the supervisor could hear of the help of {}", date(on))
            }
        }
    }
}

/// The letters that fit on `on`, best first. Where a matter is closed only thanks are left; an empty
/// answer means that nothing need be written now.
pub fn propose(case: &Case<'_>, on: NaiveDate) -> Vec<Proposal> {
    let dispute = as_on::dispute(case.dispute, on);
    let mut all = Vec::new();
    if !state::is_closed(&dispute, on) {
        all.extend(spoken::confirmations(case, &dispute, on));
        all.extend(asked::proposals(case, &dispute, on));
        all.extend(spoken::refusals(case, &dispute, on));
        all.extend(first_complaint(case, &dispute, on));
    }
    all.extend(thanks(case, &dispute, on));
    let mut kept: Vec<Proposal> = Vec::new();
    for proposal in all {
        let same = |one: &Proposal| {
            (one.kind, one.to_vendor, one.to_contact)
                == (proposal.kind, proposal.to_vendor, proposal.to_contact)
        };
        if !kept.iter().any(same) {
            kept.push(proposal);
        }
    }
    kept
}

/// The conversation of late about which a letter of the kind fits, the newest.
pub(crate) fn spoken_of(case: &Case<'_>, kind: LetterKind, on: NaiveDate) -> Option<EventId> {
    let dispute = as_on::dispute(case.dispute, on);
    let refusal = kind == LetterKind::RefusalRequest;
    let find = if refusal { spoken::refusals } else { spoken::confirmations };
    find(case, &dispute, on).first().and_then(|proposal| proposal.about)
}

/// A complaint, where no letter has asked for anything yet.
fn first_complaint(case: &Case<'_>, dispute: &Dispute, on: NaiveDate) -> Option<Proposal> {
    let asked = sent_before(case, on).any(|one| !crate::prepare::is_thanks(one.kind));
    if asked {
        return None;
    }
    let to_vendor = recipient::responsible(case, dispute)?;
    if dispute_state(dispute, on).is_ok_and(|state| state != DisputeState::Open) {
        return None;
    }
    let why = Why::NothingSent { since: dispute.opened_on };
    Some(Proposal { kind: LetterKind::Complaint, why, about: None, to_vendor, to_contact: None })
}

/// Thanks to each person who has none yet; then, for those who may be named, a word to their
/// supervisor.
fn thanks(case: &Case<'_>, dispute: &Dispute, on: NaiveDate) -> Vec<Proposal> {
    let person = |id: ContactId| case.contacts.iter().find(|contact| contact.id == id);
    let owed = to_thank(dispute, on);
    let last = |id: ContactId| {
        let helps = dispute.advocates.iter().filter(|help| help.contact == id);
        helps.max_by_key(|help| help.on)
    };
    let mut all = Vec::new();
    for contact in owed.iter().filter_map(|id| person(*id)) {
        let Some(help) = last(contact.id) else { continue };
        all.push(Proposal {
            kind: LetterKind::ThankYou,
            why: Why::NotThanked { help: help.id, on: help.on },
            about: None,
            to_vendor: contact.vendor,
            to_contact: Some(contact.id),
        });
    }
    let commended = |help: &holdfast_domain::Advocacy| {
        let supervisor = person(help.contact).and_then(|one| one.supervisor);
        sent_before(case, on).any(|one| {
            one.kind == LetterKind::Commendation
                && one.to_contact == supervisor
                && one.on >= help.on
        })
    };
    for help in dispute.advocates.iter().filter(|help| help.may_quote && help.thanked_on.is_some())
    {
        let supervisor = person(help.contact).and_then(|one| one.supervisor).and_then(person);
        if let Some(supervisor) = supervisor.filter(|_| !commended(help)) {
            all.push(Proposal {
                kind: LetterKind::Commendation,
                why: Why::CouldBeCommended { help: help.id, on: help.on },
                about: None,
                to_vendor: supervisor.vendor,
                to_contact: Some(supervisor.id),
            });
        }
    }
    all
}
