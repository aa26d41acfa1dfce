//! Letters: what is chosen for one, how it reads now, and what went out.

use std::collections::BTreeMap;

mod lists;
mod words;

pub use lists::*;
pub use words::*;

use super::{
    AdvocacyView, AttachmentView, Channel, Direction, LetterKind, LetterTone, Member, Money, Named,
    NextStepView, Person, wire,
};

wire! {
    /// What was chosen for a letter that is being written. Its words are in [`LetterText`].
    pub struct Letter {
        /// Which letter.
        pub id: String,
        /// The dispute. It cannot be changed.
        pub dispute: String,
        /// What it is for. It cannot be changed.
        pub kind: LetterKind,
        /// The household's own template; absent for the one of its kind.
        pub template: Option<String>,
        /// To which vendor or outside body.
        pub to_vendor: String,
        /// To which person there; absent for an office.
        pub to_contact: Option<String>,
        /// The office or department, as it stands in the address.
        pub office: Option<String>,
        /// How it will go out: letter, email or web_form.
        pub by: Channel,
        /// Which member writes and signs it.
        pub from: String,
        /// The event that it follows or confirms.
        pub about: Option<String>,
        /// The help that it gives thanks for.
        pub help: Option<String>,
        /// The remedy asked for; absent for the dispute's goal.
        pub request: Option<String>,
        /// Why it goes one rung up.
        pub reason: Option<String>,
        /// The term, policy or rule that it relies on.
        pub basis: Option<String>,
        /// The body that will be approached next.
        pub next_body: Option<String>,
        /// By when an answer is asked for, `YYYY-MM-DD`.
        pub reply_by: Option<String>,
        /// How firmly it speaks.
        pub tone: LetterTone,
        /// Whether it says what the matter has meant for the household.
        pub with_effect: bool,
        /// Whether the dossier is enclosed.
        pub with_dossier: bool,
        /// Whether account numbers stand whole.
        pub show_accounts: bool,
        /// Facts that stay out.
        pub leave_out: Vec<String>,
        /// Claims that stay out.
        pub leave_out_claims: Vec<String>,
        /// Attachments of which copies are enclosed.
        pub enclosures: Vec<String>,
    }

    /// A draft as it reads now, with all that is needed to change it.
    pub struct LetterView {
        /// What was chosen.
        pub letter: Letter,
        /// Its dispute.
        pub dispute: Named,
        /// How it reads; absent where its template has a fault.
        pub draft: Option<LetterText>,
        /// The fault of its template.
        pub template_fault: Option<TemplateFault>,
        /// What it lacks, what must not be missing first.
        pub points: Vec<LetterPoint>,
        /// Words and habits that hurt the writer's case, in reading order.
        pub marks: Vec<ToneMark>,
        /// What can be chosen.
        pub options: LetterOptions,
        /// Days proposed for an answer.
        pub reply_by: Vec<ReplyBy>,
        /// The sending, once it went out. Nothing of the letter can be changed then.
        pub sent: Option<SentLetterView>,
    }

    /// A letter in its parts, in reading order.
    pub struct LetterText {
        /// The writer's name and address, telephone number and e-mail address, a line an entry.
        pub sender: Vec<String>,
        /// The recipient's name and address, a line an entry.
        pub recipient: Vec<String>,
        /// The day that it bears.
        pub date: String,
        /// References and accounts.
        pub references: Vec<LetterReference>,
        /// The subject line.
        pub subject: String,
        /// Such as `Dear Marcus Bell,`.
        pub salutation: String,
        /// The body.
        pub paragraphs: Vec<LetterParagraph>,
        /// Such as `Yours sincerely,`.
        pub closing: String,
        /// Who signs.
        pub signature: String,
        /// What is enclosed, a line an entry.
        pub enclosures: Vec<String>,
        /// The whole as plain text, to be pasted into a form.
        pub plain_text: String,
    }

    /// A reference at the top of a letter.
    pub struct LetterReference {
        /// Such as `Your reference`.
        pub label: String,
        /// Such as `CASE-88120`.
        pub value: String,
    }

    /// A paragraph of a letter.
    pub struct LetterParagraph {
        /// Names it, whatever its words.
        pub key: String,
        /// How it stands among the others.
        pub style: ParagraphStyle,
        /// How the record composes it now; empty where the person added it or its facts are gone.
        pub composed: String,
        /// How it stands in the letter; empty where the person left it out.
        pub text: String,
        /// How it stands to the record.
        pub standing: ParagraphStanding,
        /// How it was composed when the person changed it, where the facts have changed since.
        pub was: Option<String>,
    }

    /// Something that a letter of its kind needs and does not have.
    pub struct LetterPoint {
        /// Which; the words are the UI's.
        pub code: String,
        /// Whether the letter cannot be marked as sent without it.
        pub refuse: bool,
        /// Where it is filled in.
        pub place: LetterPlace,
    }

    /// Where something is filled in.
    pub struct LetterPlace {
        /// In which sort of record.
        pub kind: LetterPlaceKind,
        /// Which one: the record; the vendor for its part; the dispute for what stands in it or
        /// among its records.
        pub id: String,
        /// Which of the letter's own choices, by the field of [`Letter`], or `text` for its words.
        pub field: Option<String>,
    }

    /// Words that hurt the writer's case.
    pub struct ToneMark {
        /// The paragraph's key; absent where the whole letter is meant.
        pub paragraph: Option<String>,
        /// Where the words begin in the paragraph's text, in UTF-16 units.
        pub start: u32,
        /// Where they end, in UTF-16 units.
        pub end: u32,
        /// The words.
        pub words: String,
        /// Which rule found them.
        pub rule: String,
        /// Why they hurt.
        pub reason: String,
        /// What could stand there instead; empty where leaving them out is best.
        pub calmer: Option<String>,
    }

    /// What can be chosen for a letter.
    pub struct LetterOptions {
        /// To whom: the people and offices of the dispute's vendors.
        pub recipients: Vec<Recipient>,
        /// Who can write it.
        pub members: Vec<Member>,
        /// The facts that it can speak of, oldest first.
        pub facts: Vec<LetterFact>,
        /// The sums that it can speak of.
        pub claims: Vec<LetterClaim>,
        /// The events that it can follow or confirm, newest first.
        pub events: Vec<LetterEvent>,
        /// The help that it can give thanks for.
        pub helps: Vec<AdvocacyView>,
        /// What can be enclosed.
        pub attachments: Vec<AttachmentView>,
        /// Templates of the household's own for this kind.
        pub templates: Vec<Named>,
        /// Steps still to be done, which sending it may finish.
        pub open_steps: Vec<NextStepView>,
    }

    /// Somebody to write to.
    pub struct Recipient {
        /// The vendor or outside body.
        pub vendor: Named,
        /// The person; absent for an office.
        pub contact: Option<Person>,
        /// How it is shown: the person's name, or the vendor's.
        pub name: String,
        /// The lines of the address, name first.
        pub lines: Vec<String>,
        /// The e-mail address.
        pub email: Option<String>,
        /// Whether the postal address is known.
        pub has_address: bool,
    }

    /// A fact that a letter can speak of.
    pub struct LetterFact {
        /// Which fact.
        pub id: String,
        /// Its event.
        pub event: String,
        /// The day.
        pub day: String,
        /// Its words.
        pub text: String,
    }

    /// A sum that a letter can speak of.
    pub struct LetterClaim {
        /// Which claim.
        pub id: String,
        /// Who owes it.
        pub vendor: Named,
        /// For what.
        pub reason: String,
        /// How much.
        pub amount: Money,
        /// What is left of it.
        pub outstanding: Money,
    }

    /// An event that a letter can follow or confirm.
    pub struct LetterEvent {
        /// Which event.
        pub id: String,
        /// The day.
        pub day: String,
        /// By which channel.
        pub channel: Channel,
        /// Who reached out.
        pub direction: Direction,
        /// The vendor.
        pub vendor: Option<Named>,
        /// With whom.
        pub people: Vec<Person>,
        /// Its first fact; empty where it has none.
        pub words: String,
        /// The letter that was sent, where it is one.
        pub sent: Option<String>,
    }

    /// A day proposed for an answer.
    pub struct ReplyBy {
        /// So many days from today.
        pub days: u32,
        /// The day.
        pub on: String,
    }

    /// A letter to begin. What is absent, the record proposes.
    pub struct NewLetter {
        /// In which dispute.
        pub dispute: String,
        /// What it is for.
        pub kind: LetterKind,
        /// The event that it follows or confirms.
        pub about: Option<String>,
        /// To which vendor.
        pub to_vendor: Option<String>,
        /// To which person there.
        pub to_contact: Option<String>,
        /// The help that it gives thanks for.
        pub help: Option<String>,
    }

    /// A letter that would fit now.
    pub struct LetterProposal {
        /// How it is begun.
        pub start: NewLetter,
        /// Why; the words are the UI's.
        pub why: LetterWhy,
        /// The event that it would follow or confirm.
        pub about: Option<LetterEvent>,
        /// To whom; absent where nobody is known to write to.
        pub to: Option<Recipient>,
        /// A draft of this kind in the dispute that was already begun.
        pub draft: Option<String>,
    }

    /// Why a letter is proposed.
    pub struct LetterWhy {
        /// Which reason.
        pub code: String,
        /// What its sentence needs.
        pub values: BTreeMap<String, String>,
    }
}
