//! What forms send that is more than one noun, and what typing is understood as.

use super::{
    CallAnswers, Channel, Claim, Direction, DossierPart, DossierReader, FactStatus, Money,
    NextStep, Precision, VendorKind, wire,
};

wire! {
    /// A vendor that is known, or a new one by its name.
    pub struct VendorChoice {
        /// The known one.
        pub id: Option<String>,
        /// The new one's name, where `id` is absent.
        pub name: String,
        /// The new one's kind.
        pub kind: VendorKind,
    }

    /// A person who is known, or a new one by their name.
    pub struct PersonChoice {
        /// The known one.
        pub id: Option<String>,
        /// The new one's name, where `id` is absent.
        pub name: String,
        /// The new one's job.
        pub job: Option<String>,
        /// Their direct number: of the new one, or of a known one as it was given now.
        pub phone: Option<String>,
    }

    /// A call (or chat, visit, letter …) as it is written down while it goes on, with all that
    /// follows from it. It is saved as one action.
    pub struct Call {
        /// The dispute.
        pub dispute: String,
        /// A day, or an instant in RFC 3339 with its offset.
        pub at: String,
        /// How well that is known.
        pub precision: Precision,
        /// By which channel.
        pub channel: Channel,
        /// Who reached out.
        pub direction: Direction,
        /// With which vendor. A new one becomes a party of the dispute.
        pub vendor: Option<VendorChoice>,
        /// With whom there.
        pub people: Vec<PersonChoice>,
        /// Whether anybody answered.
        pub answered: Option<bool>,
        /// Minutes waited.
        pub waited_minutes: Option<u32>,
        /// Minutes it took.
        pub minutes: Option<u32>,
        /// What was said, one assertion each. `acknowledged` stands for the first of `people`.
        pub facts: Vec<SaidFact>,
        /// The private note.
        pub note: Option<String>,
        /// What was promised by the first of `people`, or else by the vendor.
        pub promises: Vec<SaidPromise>,
        /// What the household will do.
        pub next_steps: Vec<NextStep>,
        /// What the first of `people` did to help.
        pub helped: Option<String>,
        /// Why this was a step up the ladder, where it was one.
        pub climbed_because: Option<String>,
        /// Who else is left owing because of what was decided.
        pub leaves_owing: Vec<OwingBecause>,
        /// Steps that are done with this.
        pub finished_steps: Vec<String>,
        /// The answers to the questions of the call sheet.
        pub answers: CallAnswers,
    }

    /// A fact as it was said.
    pub struct SaidFact {
        /// One sentence.
        pub text: String,
        /// Whether the other side agrees.
        pub status: FactStatus,
        /// Whether the person on the line acknowledged it.
        pub acknowledged: bool,
    }

    /// A promise as it was given.
    pub struct SaidPromise {
        /// What was undertaken.
        pub what: String,
        /// By when.
        pub due_on: Option<String>,
    }

    /// A sum that a vendor owes because of this event.
    pub struct OwingBecause {
        /// Who owes it. A new vendor becomes a party of the dispute.
        pub vendor: VendorChoice,
        /// How much.
        pub amount: Money,
        /// For what.
        pub reason: String,
        /// By when.
        pub due_on: Option<String>,
    }

    /// A first dispute, with its first vendor and sum, from one short form.
    pub struct NewDispute {
        /// The title.
        pub title: String,
        /// The outcome wanted.
        pub goal: String,
        /// When it began.
        pub opened_on: String,
        /// Who leads it: a member's id, or empty with `lead_name` given.
        pub lead: Option<String>,
        /// The name of a new member, before the household has any.
        pub lead_name: Option<String>,
        /// With whom.
        pub vendor: Option<VendorChoice>,
        /// The vendor's reference.
        pub reference: Option<String>,
        /// What is owed: its `vendor` is ignored, the vendor above owes it.
        pub claim: Option<Claim>,
    }

    /// What goes into a dossier for one reader.
    pub struct DossierChoice {
        /// The dispute.
        pub dispute: String,
        /// Who reads it.
        pub reader: DossierReader,
        /// Whom it is for, as printed on the cover.
        pub prepared_for: Option<String>,
        /// Facts that stay out.
        pub leave_out: Vec<String>,
        /// Sections that stay out.
        pub without: Vec<DossierPart>,
        /// Whether account numbers are shown whole.
        pub show_accounts: bool,
        /// Whether it is set on US Letter rather than A4.
        pub us_letter: bool,
        /// Whether the exhibits themselves are within, not only their index.
        pub with_exhibits: bool,
        /// Words and phrases that are covered wherever they stand.
        pub covered: Vec<String>,
    }

    /// A document that was composed and can be looked at and saved.
    pub struct DocumentPreview {
        /// Names the preview until the next document is composed.
        pub id: String,
        /// How many pages it has.
        pub pages: u32,
        /// A page's width in points.
        pub width: u32,
        /// A page's height in points.
        pub height: u32,
        /// Characters that no font of ours can draw; they stand as boxes.
        pub missing: Vec<String>,
        /// A name for the file.
        pub file_name: String,
    }

    /// What a sum or day was understood as.
    pub struct UnderstoodMoney {
        /// The sum.
        pub money: Option<Money>,
        /// Why not.
        pub problem: Option<super::FieldProblem>,
    }

    /// What a day was understood as.
    pub struct UnderstoodDay {
        /// The day, `YYYY-MM-DD`.
        pub day: Option<String>,
        /// Why not.
        pub problem: Option<super::FieldProblem>,
    }

    /// What an import brought.
    pub struct Imported {
        /// How many disputes were added; none on error.
        pub disputes: u32,
        /// How many members were added: those of a name that was there already are not.
        pub members: u32,
        /// How many vendors were added; the same.
        pub vendors: u32,
        /// How many of their people were added; the same.
        pub people: u32,
        /// What is wrong or looks like a slip, with its place. Nothing was imported on an error.
        pub problems: Vec<ImportProblem>,
        /// Whether something was imported.
        pub imported: bool,
        /// The action, to undo it.
        pub action: Option<String>,
    }

    /// Something about one place of a household file.
    pub struct ImportProblem {
        /// Whether it kept the file from being imported.
        pub is_error: bool,
        /// Whether something of the file was left out because of it. What is only left open in the file,
        /// or looks like a slip, was taken in as it stands.
        pub left_out: bool,
        /// The place, such as `disputes[2].claims[0].amount`.
        pub place: String,
        /// What is the matter.
        pub message: String,
    }
}
