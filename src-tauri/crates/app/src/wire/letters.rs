//! Letters: what is chosen for one, how it reads now, and what went out.

use std::collections::BTreeMap;

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

    /// All letters, or those of one dispute.
    pub struct LetterBoard {
        /// Those being written, the latest first.
        pub drafts: Vec<LetterRow>,
        /// Those that wait for an answer, the longest overdue first.
        pub waiting: Vec<SentRow>,
        /// Those that were answered, followed up, or asked for nothing, the latest first.
        pub earlier: Vec<SentRow>,
        /// Those that were marked as sent and taken back, the latest first. Their copies are kept.
        pub taken_back: Vec<SentRow>,
    }

    /// A draft in a list.
    pub struct LetterRow {
        /// Which letter.
        pub id: String,
        /// Its dispute.
        pub dispute: Named,
        /// What it is for.
        pub kind: LetterKind,
        /// To whom: the person, office or vendor.
        pub addressee: String,
        /// The vendor.
        pub vendor: Named,
        /// How it will go out.
        pub by: Channel,
        /// When it was begun, RFC 3339.
        pub begun_at: String,
        /// By when an answer is asked for.
        pub reply_by: Option<String>,
        /// Whether that day has passed.
        pub overdue: bool,
    }

    /// A letter that went out, in a list.
    pub struct SentRow {
        /// Which sending.
        pub id: String,
        /// The letter that was sent.
        pub letter: String,
        /// Its dispute.
        pub dispute: Named,
        /// What it was for.
        pub kind: LetterKind,
        /// To whom, as it stood in the address.
        pub addressee: String,
        /// The vendor.
        pub vendor: Named,
        /// The subject line.
        pub subject: String,
        /// When it went out.
        pub on: String,
        /// How.
        pub by: Channel,
        /// The tracking number.
        pub tracking: Option<String>,
        /// By when an answer was asked for.
        pub reply_by: Option<String>,
        /// Whether that day has passed without an answer.
        pub overdue: bool,
        /// Where it stands.
        pub standing: SentStanding,
        /// The event that it became.
        pub event: String,
    }

    /// A letter that went out, as it was.
    pub struct SentLetterView {
        /// What a list shows of it.
        pub row: SentRow,
        /// The whole letter as plain text.
        pub text: String,
        /// The SHA-256 of its PDF, in hexadecimal.
        pub pdf_sha256: String,
        /// The SHA-256 of the dossier that was enclosed.
        pub dossier_sha256: Option<String>,
        /// When it was marked as sent, RFC 3339.
        pub marked_at: String,
    }

    /// How a letter went out.
    pub struct Sending {
        /// On which day.
        pub on: String,
        /// How: letter, email or web_form.
        pub by: Channel,
        /// The tracking number or other proof of posting.
        pub tracking: Option<String>,
        /// When the next step is to be done; absent for the day that is proposed.
        pub next_step_on: Option<String>,
        /// Whether no next step is wanted.
        pub without_next_step: bool,
        /// Steps that are done with this.
        pub finished_steps: Vec<String>,
    }

    /// The step that is proposed after a letter went out.
    pub struct SendingProposal {
        /// On which day; absent where nothing has to follow.
        pub next_step_on: Option<String>,
        /// What is to be done then; empty where nothing has to follow.
        pub next_step: String,
    }

    /// A template of letters.
    pub struct LetterTemplate {
        /// Which template; absent for one that Holdfast brings, and while new.
        pub id: Option<String>,
        /// Which kind of letter it writes.
        pub kind: LetterKind,
        /// Its name; absent where it stands for its kind.
        pub name: Option<String>,
        /// The template itself.
        pub text: String,
    }

    /// A mistake in a template.
    pub struct TemplateFault {
        /// In which line, from 1, where that is known.
        pub line: Option<u32>,
        /// What is wrong, in English.
        pub said: String,
    }
}

/// Writes a wire enum without fields.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$word:meta])* $variant:ident,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, specta::Type)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$word])* $variant,)* }
    )*};
}

words! {
    /// How a paragraph stands among the others.
    ParagraphStyle {
        /// Running text.
        Prose,
        /// One of several points below each other.
        Item,
    }

    /// How a paragraph stands to the record.
    ParagraphStanding {
        /// As the record composes it.
        Composed,
        /// The person changed it or left it out.
        Edited,
        /// The person changed it, and the facts have changed since.
        Outdated,
        /// The person added it.
        Added,
    }

    /// Where something that a letter lacks is filled in.
    LetterPlaceKind {
        /// Among the letter's own choices.
        Letter,
        /// In the member who writes.
        Member,
        /// In the vendor: its address, e-mail address or form.
        Vendor,
        /// In the person who is written to.
        Contact,
        /// In the vendor's part in the dispute: its reference.
        Party,
        /// In what the dispute is about.
        Subject,
        /// In the dispute's goal.
        Goal,
        /// In what the dispute has meant for the household.
        Effect,
        /// Among the sums owed.
        Claims,
        /// Among the events.
        Events,
        /// In one event.
        Event,
        /// Among the promises.
        Promises,
        /// Among the remedies.
        Remedies,
        /// In the ladder.
        Rungs,
        /// Among the people who helped.
        Advocates,
        /// In one help.
        Advocacy,
    }

    /// Where a letter stands that went out.
    SentStanding {
        /// No answer has come.
        Waiting,
        /// Something came from the vendor since.
        Answered,
        /// Another letter to the same vendor went out since.
        FollowedUp,
        /// It asked for no answer.
        NothingAsked,
        /// Its dispute was closed.
        Closed,
        /// It was marked as sent by mistake. The copy is kept.
        TakenBack,
    }

    /// A form in which a letter is given out.
    LetterFormat {
        /// A PDF document.
        Pdf,
        /// A document for word processors.
        Docx,
        /// Plain text.
        Txt,
        /// A draft for a mail program, with the PDF attached.
        Eml,
    }

    /// What was sent together.
    SentPart {
        /// The letter.
        Letter,
        /// The dossier that was enclosed.
        Dossier,
    }
}
