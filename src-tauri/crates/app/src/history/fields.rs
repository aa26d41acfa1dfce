//! What each column of the record is called, and how a person reads what stands in it: one table.

use holdfast_store::Noun;

use crate::wire::FieldName;
use crate::wire::Vocabulary as V;
use Form::{
    Bytes, Lines, Minutes, Number, Record, Records, Rule, Sum, Text, Time, When, Word, YesNo,
};

/// How what stands in a column is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A person's words.
    Text,
    /// Such words, a line each.
    Lines,
    /// A day, or an instant with the offset in which it was recorded.
    When,
    /// A time of day.
    Time,
    /// A number.
    Number,
    /// So many minutes.
    Minutes,
    /// So many bytes.
    Bytes,
    /// 0 or 1.
    YesNo,
    /// Minor units; the currency stands in the other column.
    Sum(&'static str),
    /// A word of a vocabulary.
    Word(V),
    /// The id of another record.
    Record(Noun),
    /// Such ids, a line each.
    Records(Noun),
    /// The code of a time limit's rule.
    Rule,
}

/// A column: its name in the table, and what it is called and how it is read, or nothing where it is
/// not shown.
pub(super) type Column = (&'static str, Option<(FieldName, Form)>);

macro_rules! shown {
    () => {
        None
    };
    ($name:ident $form:expr) => {
        Some((FieldName::$name, $form))
    };
}

/// Writes the table. A column without a name is not shown: what a row belongs to, what is derived from
/// another column, the fingerprint of an original, the second half of a sum.
macro_rules! columns {
    ($($noun:ident { $($column:ident $(: $name:ident $form:expr)?,)+ })+) => {
        /// The columns of a noun, in the order in which people read them.
        pub(super) fn columns(noun: Noun) -> &'static [Column] {
            match noun {
                $(Noun::$noun => &[$((stringify!($column), shown!($($name $form)?)),)+],)+
                // What was sent never changes; what a line was said to mean is seen on the statement's
                // page; what was put off is put off again; how the columns of a file are read is asked
                // with the file, and what goes into a dossier with the dossier.
                Noun::SentLetter
                | Noun::SentDossier
                | Noun::StatementMatch
                | Noun::Snooze
                | Noun::DossierChoice
                | Noun::CsvLayout
                | Noun::RefundLayout => &[],
            }
        }
    };
}

columns! {
    Household {
        name: Name Text,
        cadence: Cadence Text,
        region: Region Text,
    }
    Member {
        name: Name Text,
        address: Address Lines,
        email: Email Text,
        phone: Phone Text,
    }
    Vendor {
        name: Name Text,
        kind: Kind Word(V::VendorKind),
        address: Address Lines,
        country: Country Text,
        known_as: KnownAs Lines,
    }
    VendorChannel {
        vendor,
        value: Reach Text,
        kind: Channel Word(V::Channel),
        label: Label Text,
    }
    Contact {
        name: Name Text,
        vendor: Vendor Record(Noun::Vendor),
        job: Job Text,
        department: Department Text,
        phone: Phone Text,
        email: Email Text,
        supervisor: Supervisor Record(Noun::Contact),
    }
    Dispute {
        title: Title Text,
        goal: Goal Text,
        opened_on: OpenedOn When,
        lead: Lead Record(Noun::Member),
        closed_on: ClosedOn When,
        closed_as: ClosedAs Word(V::ClosedAs),
        effect: Effect Text,
        subject_what: SubjectWhat Text,
        subject_bought_on: BoughtOn When,
        subject_place: BoughtAt Text,
        subject_price_minor: Price Sum("subject_price_currency"),
        subject_price_currency,
        subject_paid_by: PaidBy Text,
        subject_order: Order Text,
        subject_account: Account Text,
        subject_model: Model Text,
        subject_serial: Serial Text,
    }
    Party {
        dispute,
        vendor: Vendor Record(Noun::Vendor),
        caused_it: CausedIt YesNo,
        holds_the_money: HoldsTheMoney YesNo,
        must_remedy: MustRemedy YesNo,
        can_compel: CanCompel YesNo,
        reference: Reference Text,
        policy: Policy Text,
        rationale: Rationale Text,
    }
    Claim {
        dispute,
        reason: Reason Text,
        amount_minor: Amount Sum("amount_currency"),
        amount_currency,
        vendor: Vendor Record(Noun::Vendor),
        arose_on: AroseOn When,
        due_on: DueOn When,
        because_of: BecauseOf Record(Noun::Event),
    }
    Movement {
        claim,
        kind: What Word(V::MovementKind),
        amount_minor: Amount Sum("amount_currency"),
        amount_currency,
        moved_on: Day When,
        reference: Reference Text,
        remedy: Remedy Record(Noun::Remedy),
    }
    Event {
        dispute,
        at: When When,
        precision: HowSure Word(V::Precision),
        sort_key,
        channel: Channel Word(V::Channel),
        direction: Direction Word(V::Direction),
        vendor: Vendor Record(Noun::Vendor),
        answered: Answered YesNo,
        waited_minutes: Waited Minutes,
        minutes: Lasted Minutes,
        note: PrivateNote Text,
    }
    EventContact {
        event,
        contact: With Record(Noun::Contact),
        place,
    }
    Fact {
        event,
        text: FactText Text,
        status: FactStatus Word(V::FactStatus),
        acknowledged_by: AcknowledgedBy Record(Noun::Contact),
    }
    Issue {
        dispute,
        question: Question Text,
        vendor: Vendor Record(Noun::Vendor),
        term: Term Text,
        source: Source Text,
        reply: Reply Text,
        replied_on: RepliedOn When,
        replied_at: RepliedAt Record(Noun::Event),
        answer: Answer Word(V::IssueAnswer),
    }
    IssueFact {
        issue,
        fact: RestsOn Record(Noun::Fact),
    }
    Promise {
        dispute,
        what: Promised Text,
        given_by: By Record(Noun::Contact),
        vendor: Vendor Record(Noun::Vendor),
        made_on: MadeOn When,
        due_on: DueOn When,
        outcome: Outcome Word(V::PromiseOutcome),
        outcome_on: OutcomeOn When,
    }
    Offer {
        dispute,
        terms: Terms Text,
        amount_minor: Amount Sum("amount_currency"),
        amount_currency,
        made_by: By Record(Noun::Contact),
        vendor: Vendor Record(Noun::Vendor),
        made_on: MadeOn When,
        open_until: OpenUntil When,
        answer: Answer Word(V::OfferAnswer),
        answered_on: AnsweredOn When,
    }
    Rung {
        dispute,
        reason: Why Text,
        contact: Person Record(Noun::Contact),
        vendor: Vendor Record(Noun::Vendor),
        reached_on: ReachedOn When,
        result: Result Text,
    }
    Advocacy {
        dispute,
        did: Did Text,
        contact: Person Record(Noun::Contact),
        helped_on: Day When,
        thanked_on: ThankedOn When,
        may_quote: MayQuote YesNo,
    }
    Remedy {
        dispute,
        what: Agreed Text,
        kind: Kind Word(V::RemedyKind),
        agreed_by: By Record(Noun::Contact),
        vendor: Vendor Record(Noun::Vendor),
        agreed_on: AgreedOn When,
        caveat: Caveat Text,
        scope: Scope Text,
        before_use: BeforeUse Text,
        claim: Claim Record(Noun::Claim),
        expected_by: ExpectedBy When,
        delivered_on: DeliveredOn When,
        ends_on: EndsOn When,
        satisfied_on: SatisfiedOn When,
    }
    Check {
        remedy,
        due_on: DueOn When,
        done_on: DoneOn When,
        result: Result Word(V::CheckResult),
        note: Note Text,
    }
    NextStep {
        dispute,
        what: Step Text,
        planned_on: Day When,
        planned_at: Time Time,
        channel: Channel Word(V::Channel),
        contact: Person Record(Noun::Contact),
        done_on: DoneOn When,
    }
    Attachment {
        dispute,
        sha256,
        name: FileName Text,
        media_type,
        caption: Caption Text,
        dated_at: When When,
        dated_precision: HowSure Word(V::Precision),
        dated_key,
        obtained: Obtained Text,
        vendor: Vendor Record(Noun::Vendor),
        author: Author Text,
        size: Size Bytes,
        added_at,
    }
    Citation {
        attachment,
        event: Supports Record(Noun::Event),
        fact: Supports Record(Noun::Fact),
        claim: Supports Record(Noun::Claim),
        promise: Supports Record(Noun::Promise),
        remedy: Supports Record(Noun::Remedy),
        letter: Supports Record(Noun::Letter),
        issue: Supports Record(Noun::Issue),
        place: Place Text,
    }
    CoveredArea {
        attachment,
        page: CoveredPage Number,
        left_edge,
        top_edge,
        right_edge,
        bottom_edge,
    }
    Letter {
        dispute,
        kind: Kind Word(V::LetterKind),
        template: Template Record(Noun::LetterTemplate),
        to_vendor: ToVendor Record(Noun::Vendor),
        to_contact: ToPerson Record(Noun::Contact),
        office: Office Text,
        channel: SentBy Word(V::Channel),
        from_member: From Record(Noun::Member),
        about: AboutEvent Record(Noun::Event),
        help: AboutHelp Record(Noun::Advocacy),
        request: Request Text,
        reason: Why Text,
        basis: Basis Text,
        next_body: NextBody Text,
        reply_by: ReplyBy When,
        tone: Tone Word(V::LetterTone),
        with_effect: WithEffect YesNo,
        with_dossier: WithDossier YesNo,
        show_accounts: ShowAccounts YesNo,
        leave_out: LeaveOut Records(Noun::Fact),
        leave_out_claims: LeaveOutClaims Records(Noun::Claim),
        enclosures: Enclosures Records(Noun::Attachment),
    }
    LetterEdit {
        letter,
        key,
        base,
        text: OwnWords Text,
        after,
    }
    LetterTemplate {
        kind: Kind Word(V::LetterKind),
        name: Name Text,
        text: TemplateText Text,
    }
    Account {
        name: Name Text,
        bank: Bank Text,
        number: AccountNumber Text,
        currency: Currency Text,
    }
    Statement {
        file_name: FileName Text,
        account: BankAccount Record(Noun::Account),
        format: Format Word(V::StatementFormat),
        original,
        size: Size Bytes,
        covers_from: CoversFrom When,
        covers_until: CoversUntil When,
        imported_on: ImportedOn When,
    }
    Clock {
        dispute,
        rule: Rule Rule,
        vendor: Vendor Record(Noun::Vendor),
        trigger_on: TriggerOn When,
        because_of: BecauseOf Record(Noun::Event),
        applies: Applies YesNo,
        met_on: MetOn When,
        met_by: MetBy Record(Noun::Event),
        missed_on: MissedOn When,
    }
}
