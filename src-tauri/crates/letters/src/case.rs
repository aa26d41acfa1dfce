//! What a letter is composed from.

use holdfast_domain::rules::Pace;
use holdfast_domain::rules::clock::ClosedWay;
use holdfast_domain::{
    Attachment, Contact, Dispute, Event, LetterTemplate, Member, SentLetter, Vendor,
};

/// Everything that a letter may speak of.
///
/// More people and vendors than the dispute concerns may be given; only those who are named in it
/// are written about.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The members of the household.
    pub members: &'a [Member],
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
    /// The letters of this dispute that went out, in any order.
    pub sent: &'a [SentLetter],
    /// The household's own templates.
    pub templates: &'a [LetterTemplate],
    /// Who is out of reach because a time limit has passed.
    pub closed: &'a [ClosedWay],
    /// How long the household waits for answers.
    pub pace: Pace,
}
