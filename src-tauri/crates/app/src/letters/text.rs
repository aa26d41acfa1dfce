//! A letter as it reads on a day: composed, checked, and set on pages.

use holdfast_domain::{Channel, Contact, Letter, NaiveDate, Vendor, VendorKind};
use holdfast_dossier::Options;
use holdfast_letters::{Choice, ComposeError, Draft, Place, Point, TemplateFault, Weight};
use holdfast_store::Reader;
use holdfast_typeset::{Pdf, pdf};

use super::Matter;
use crate::documents::typesetting;
use crate::dossiers::{self, Edition, of_reader};
use crate::error::{not_found, with};
use crate::wire::{AppError, ErrorCode, LetterPlace, LetterPlaceKind, LetterPoint};

/// A letter with all that it was composed from.
pub(super) struct Composition {
    pub(super) letter: Letter,
    pub(super) matter: Matter,
    pub(super) draft: Draft,
    household: String,
    on: NaiveDate,
}

/// A dossier that goes with a letter.
pub(super) struct EnclosedDossier {
    pub(super) pdf: Pdf,
    pub(super) edition: Edition,
}

/// Composes a letter of the matter as it reads on that day.
pub(super) fn compose(
    reader: &Reader,
    matter: Matter,
    letter: Letter,
    on: NaiveDate,
) -> Result<Composition, AppError> {
    let draft = holdfast_letters::compose(&matter.case(), &letter, on).map_err(not_composed)?;
    let household = reader.household_name()?.unwrap_or_default();
    Ok(Composition { letter, matter, draft, household, on })
}

impl Composition {
    /// To whom it goes, in a few words: the person, or the vendor where it goes to an office.
    pub(super) fn addressee(&self) -> String {
        self.person().map_or_else(|| self.vendor_name(), |it| it.name.clone())
    }

    fn person(&self) -> Option<&Contact> {
        self.matter.contacts.iter().find(|it| Some(it.id) == self.letter.to_contact)
    }

    fn vendor(&self) -> Option<&Vendor> {
        self.matter.vendors.iter().find(|it| it.id == self.letter.to_vendor)
    }

    /// What the letter lacks.
    pub(super) fn points(&self) -> Vec<Point> {
        holdfast_letters::check(&self.matter.case(), &self.letter, &self.draft)
    }

    /// The whole as plain text.
    pub(super) fn plain_text(&self) -> String {
        holdfast_letters::plain_text(&self.draft)
    }

    /// The name of the vendor that it goes to.
    pub(super) fn vendor_name(&self) -> String {
        self.vendor().map(|it| it.name.clone()).unwrap_or_default()
    }

    /// The e-mail address that it goes to, where one is known.
    pub(super) fn email_address(&self) -> Option<String> {
        let own = self.person().and_then(|it| it.email.clone());
        let office = self.vendor()?.channels.iter().find(|it| it.kind == Channel::Email);
        own.or_else(|| office.map(|it| it.value.clone()))
    }

    /// The pages.
    pub(super) fn pdf(&self) -> Result<Pdf, AppError> {
        pdf(&holdfast_letters::document(&self.draft)).map_err(typesetting)
    }

    /// The pages of the dossier, where it is enclosed: as it is chosen for who gets the letter, on the
    /// letter's paper, with the same facts left out.
    pub(super) fn dossier(&self) -> Result<Option<EnclosedDossier>, AppError> {
        if !self.letter.with_dossier {
            return Ok(None);
        }
        let Matter { dispute, vendors, choices, .. } = &self.matter;
        let to = vendors.iter().find(|vendor| vendor.id == self.letter.to_vendor);
        let reader = dossiers::reader_of(to.map_or(VendorKind::Other, |vendor| vendor.kind));
        let chosen = dossiers::options(&of_reader(choices, dispute, vendors, reader), self.on);
        let recipient = Some(self.vendor_name()).filter(|name| !name.is_empty());
        let options = Options {
            recipient: recipient.clone(),
            leave_out: chosen.leave_out.iter().chain(&self.letter.leave_out).copied().collect(),
            mask_accounts: !self.letter.show_accounts,
            paper: self.draft.form.paper(),
            ..chosen
        };
        let (pdf, exhibits) = dossiers::set_matter(&self.matter, &self.household, &options)?;
        let edition = Edition { dispute: dispute.id, reader, recipient, exhibits };
        Ok(Some(EnclosedDossier { pdf, edition }))
    }
}

/// Why a letter could not be composed, as the window hears it.
pub(super) fn not_composed(error: ComposeError) -> AppError {
    match error {
        ComposeError::UnknownMember(_)
        | ComposeError::UnknownVendor(_)
        | ComposeError::UnknownTemplate(_) => not_found(),
        ComposeError::Template(fault) => fault_error(&fault),
    }
}

/// A mistake in a template, as an error.
pub(super) fn fault_error(fault: &TemplateFault) -> AppError {
    let line = fault.line.map(|line| line.to_string()).unwrap_or_default();
    with(ErrorCode::TemplateFault, [("line", line), ("said", fault.message.clone())])
}

impl Composition {
    /// What the letter lacks, as the window hears it.
    pub(super) fn lacks(&self) -> Vec<LetterPoint> {
        self.points().into_iter().map(|point| self.lack(point)).collect()
    }

    fn lack(&self, point: Point) -> LetterPoint {
        LetterPoint {
            code: point.code.as_str().to_owned(),
            refuse: point.weight == Weight::Refuse,
            place: self.place(point.place),
        }
    }

    fn place(&self, place: Place) -> LetterPlace {
        use LetterPlaceKind as Kind;
        let dispute = || self.letter.dispute.to_string();
        let (kind, id) = match place {
            Place::Member(id) => (Kind::Member, id.to_string()),
            Place::Vendor(id) => (Kind::Vendor, id.to_string()),
            Place::Contact(id) => (Kind::Contact, id.to_string()),
            Place::Party(vendor) => (Kind::Party, vendor.to_string()),
            Place::Subject => (Kind::Subject, dispute()),
            Place::Goal => (Kind::Goal, dispute()),
            Place::Effect => (Kind::Effect, dispute()),
            Place::Claims => (Kind::Claims, dispute()),
            Place::Events => (Kind::Events, dispute()),
            Place::Event(id) => (Kind::Event, id.to_string()),
            Place::Promises => (Kind::Promises, dispute()),
            Place::Remedies => (Kind::Remedies, dispute()),
            Place::Rungs => (Kind::Rungs, dispute()),
            Place::Advocates => (Kind::Advocates, dispute()),
            Place::Advocacy(id) => (Kind::Advocacy, id.to_string()),
            Place::Letter(_) => (Kind::Letter, self.letter.id.to_string()),
        };
        let field = match place {
            Place::Letter(choice) => Some(field(choice).to_owned()),
            Place::Member(_)
            | Place::Vendor(_)
            | Place::Contact(_)
            | Place::Party(_)
            | Place::Subject
            | Place::Goal
            | Place::Effect
            | Place::Claims
            | Place::Events
            | Place::Event(_)
            | Place::Promises
            | Place::Remedies
            | Place::Rungs
            | Place::Advocates
            | Place::Advocacy(_) => None,
        };
        LetterPlace { kind, id, field }
    }
}

/// The field of the wire's letter in which something is chosen.
fn field(choice: Choice) -> &'static str {
    match choice {
        Choice::Recipient => "toVendor",
        Choice::About => "about",
        Choice::Help => "help",
        Choice::Request => "request",
        Choice::Reason => "reason",
        Choice::Basis => "basis",
        Choice::NextBody => "nextBody",
        Choice::ReplyBy => "replyBy",
        Choice::Effect => "withEffect",
        Choice::Dossier => "withDossier",
        Choice::Accounts => "showAccounts",
        Choice::Enclosures => "enclosures",
        Choice::Claims => "leaveOutClaims",
        Choice::Facts => "leaveOut",
        Choice::Text => "text",
    }
}
