//! Letters: what the household chose and wrote, what was sent, and the templates of its own.

use chrono::{DateTime, NaiveDate, Utc};

use crate::{
    AdvocacyId, AttachmentId, Channel, ClaimId, ContactId, DisputeId, EventId, FactId,
    LetterEditId, LetterId, LetterKind, LetterTemplateId, LetterTone, MemberId, SentLetterId,
    Sha256, VendorId,
};

/// A letter as it was prepared: the choices and the person's own words.
///
/// Its text is not kept here. It is composed from the record whenever it is looked at, so that a
/// draft never says what the record no longer does; what the person changed lies over it as
/// [`LetterEdit`]s. Once sent, the whole text stands in a [`SentLetter`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Which letter.
    pub id: LetterId,
    /// The dispute that it belongs to.
    pub dispute: DisputeId,
    /// What it is for.
    pub kind: LetterKind,
    /// The household's own template; `None` for the one of its kind.
    pub template: Option<LetterTemplateId>,
    /// To which vendor or outside body.
    pub to_vendor: VendorId,
    /// To which person there; `None` for an office.
    pub to_contact: Option<ContactId>,
    /// The office or department, as it stands in the address.
    pub office: Option<String>,
    /// How it will go out: by letter, e-mail or web form.
    pub by: Channel,
    /// Who writes and signs it.
    pub from: MemberId,
    /// The call, letter or other event that it follows or confirms.
    pub about: Option<EventId>,
    /// The help that it gives thanks for.
    pub help: Option<AdvocacyId>,
    /// The remedy asked for; the dispute's goal where it is `None`.
    pub request: Option<String>,
    /// Why it goes one rung up.
    pub reason: Option<String>,
    /// The term, policy or rule that it relies on.
    pub basis: Option<String>,
    /// The body that will be approached next, stated neutrally.
    pub next_body: Option<String>,
    /// By when an answer is asked for.
    pub reply_by: Option<NaiveDate>,
    /// How firmly it speaks.
    pub tone: LetterTone,
    /// Whether it says what the matter has meant for the household.
    pub with_effect: bool,
    /// Whether the dossier is enclosed.
    pub with_dossier: bool,
    /// Whether account numbers stand whole rather than with their last four characters.
    pub show_accounts: bool,
    /// The facts that stay out.
    pub leave_out: Vec<FactId>,
    /// The claims that stay out.
    pub leave_out_claims: Vec<ClaimId>,
    /// Copies of which originals are enclosed.
    pub enclosures: Vec<AttachmentId>,
    /// What the person changed in the composed text.
    pub edits: Vec<LetterEdit>,
}

/// A paragraph that the person wrote otherwise than it was composed, left out, or added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterEdit {
    /// Which edit.
    pub id: LetterEditId,
    /// The paragraph's key in the composition; for an added one, a key of its own.
    pub key: String,
    /// How the paragraph was composed when it was changed, to notice that the facts have moved on;
    /// empty for an added one.
    pub base: String,
    /// The person's words; empty where the paragraph is left out.
    pub text: String,
    /// For an added paragraph, the key of the one that it stands behind; `None` at the top.
    pub after: Option<String>,
}

/// A letter that went out, as it was. Nothing in it ever changes.
///
/// Where “sent” is undone, it goes to the bin: the letter is a draft again, and the copy stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentLetter {
    /// Which sending.
    pub id: SentLetterId,
    /// The dispute that it belongs to.
    pub dispute: DisputeId,
    /// The letter that was sent.
    pub letter: LetterId,
    /// What it was for.
    pub kind: LetterKind,
    /// To which vendor or outside body.
    pub to_vendor: VendorId,
    /// To which person there.
    pub to_contact: Option<ContactId>,
    /// To whom, by the name that they had then: the person, or the vendor where it went to an office.
    pub addressee: String,
    /// The day on which it went out.
    pub on: NaiveDate,
    /// How it went out.
    pub by: Channel,
    /// The tracking number or other proof of posting.
    pub tracking: Option<String>,
    /// By when an answer was asked for.
    pub reply_by: Option<NaiveDate>,
    /// The subject line.
    pub subject: String,
    /// The whole letter as plain text.
    pub text: String,
    /// The hash that names the PDF among the evidence.
    pub pdf: Sha256,
    /// How many bytes the PDF has.
    pub pdf_size: u64,
    /// The hash that names the dossier that was enclosed.
    pub dossier: Option<Sha256>,
    /// The event of the timeline that it became.
    pub event: EventId,
    /// The instant at which it was marked as sent.
    pub marked_at: DateTime<Utc>,
}

/// A template of the household's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterTemplate {
    /// Which template.
    pub id: LetterTemplateId,
    /// Which kind of letter it writes.
    pub kind: LetterKind,
    /// Its name; `None` where it stands in place of the one that Holdfast brings for its kind.
    pub name: Option<String>,
    /// The template itself.
    pub text: String,
}
