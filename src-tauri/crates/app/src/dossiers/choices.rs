//! What is chosen for each reader: kept with the dispute and used again for the next edition.

use holdfast_domain::cover::Covered;
use holdfast_domain::{
    Dispute, DisputeId, DossierChoice, DossierReader, Vendor, VendorKind, dossier_recipient, text,
};
use holdfast_store::Writer;

use super::editions;
use crate::clock::new_id;
use crate::error::{code_problem, not_found, refused, refused_with};
use crate::wire::Deed;
use crate::wire::{self, AppError, Done, DossierBoard, ReaderChoice};
use crate::{App, from_wire};

/// How many phrases one reader's dossier covers at most.
const MOST_PHRASES: usize = 200;

impl App {
    /// Every reader of a dispute's dossier with what goes into theirs, and the editions that were
    /// sent.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn dossier_board(&self, dispute: &str) -> Result<DossierBoard, AppError> {
        let id: DisputeId = from_wire::id("dispute", dispute)?;
        self.read(|reader| {
            let dispute = reader.dispute(id)?.ok_or_else(not_found)?;
            let kept = reader.dossier_choices(id)?;
            let vendors = reader.vendors()?;
            let readers = DossierReader::ALL.iter().map(|who| ReaderChoice {
                choice: view(&of_reader(&kept, &dispute, &vendors, *who)),
                kept: kept.iter().any(|choice| choice.reader == *who),
            });
            Ok(DossierBoard { readers: readers.collect(), sent: editions::of(reader, id)? })
        })
    }

    /// Keeps what is chosen for a reader of a dispute's dossier.
    ///
    /// # Errors
    /// `NotFound`; `Refused` with the fields that cannot be kept.
    pub fn save_dossier_choice(&self, choice: &wire::DossierChoice) -> Result<Done, AppError> {
        let choice = read(choice)?;
        self.change(Deed::SaveDossierChoice, "", |writer| {
            let dispute = writer.dispute(choice.dispute)?.ok_or_else(not_found)?;
            let known = writer.dossier_choice(choice.dispute, choice.reader)?;
            let id = known.as_ref().map_or(choice.id, |known| known.id);
            let choice = DossierChoice { id, ..choice };
            // What nobody chose is not kept: it goes on following from the reader.
            if known.is_none() && is_preset(writer, &dispute, &choice)? {
                return Ok((None, Vec::new()));
            }
            writer.put_dossier_choice(&choice)?;
            Ok((Some(id.to_string()), Vec::new()))
        })
    }

    /// Lets a reader get again what they get unless the household says otherwise.
    ///
    /// # Errors
    /// `NotFound`, also where nothing was chosen.
    pub fn drop_dossier_choice(
        &self,
        dispute: &str,
        reader: wire::DossierReader,
    ) -> Result<Done, AppError> {
        let dispute: DisputeId = from_wire::id("dispute", dispute)?;
        self.change(Deed::DropDossierChoice, "", |writer| {
            let known = writer.dossier_choice(dispute, reader.into())?.ok_or_else(not_found)?;
            writer.bin(known.id)?;
            Ok((Some(known.id.to_string()), Vec::new()))
        })
    }
}

fn is_preset(
    writer: &Writer<'_>,
    dispute: &Dispute,
    choice: &DossierChoice,
) -> Result<bool, AppError> {
    let preset = of_reader(&[], dispute, &writer.vendors()?, choice.reader);
    Ok(*choice == DossierChoice { id: choice.id, ..preset })
}

/// What goes into the dossier of a reader: what was kept, or else what follows from the reader.
pub(crate) fn of_reader(
    kept: &[DossierChoice],
    dispute: &Dispute,
    vendors: &[Vendor],
    reader: DossierReader,
) -> DossierChoice {
    let kept = kept.iter().find(|choice| choice.reader == reader).cloned();
    kept.unwrap_or_else(|| DossierChoice {
        recipient: dossier_recipient(reader, dispute, vendors).map(|vendor| vendor.name.clone()),
        ..DossierChoice::preset(new_id(), dispute.id, reader)
    })
}

/// The reader that an organisation of a kind is.
pub(crate) fn reader_of(kind: VendorKind) -> DossierReader {
    match kind {
        VendorKind::Ombudsman | VendorKind::Regulator => DossierReader::Ombudsman,
        VendorKind::CardIssuer => DossierReader::Issuer,
        VendorKind::Court => DossierReader::Court,
        VendorKind::Shop
        | VendorKind::Bank
        | VendorKind::Insurer
        | VendorKind::Investment
        | VendorKind::Airline
        | VendorKind::Travel
        | VendorKind::Telecom
        | VendorKind::Utility
        | VendorKind::Landlord
        | VendorKind::Dealer
        | VendorKind::Health
        | VendorKind::Agency
        | VendorKind::Other => DossierReader::Vendor,
    }
}

/// What a form sends, understood; with a new id.
pub(super) fn read(of: &wire::DossierChoice) -> Result<DossierChoice, AppError> {
    let facts = of.leave_out.iter().map(|fact| from_wire::id("leaveOut", fact));
    let recipient = from_wire::line_option(of.prepared_for.as_deref());
    refuse_line("preparedFor", recipient.as_deref().unwrap_or_default())?;
    Ok(DossierChoice {
        id: new_id(),
        dispute: from_wire::id("dispute", &of.dispute)?,
        reader: of.reader.into(),
        recipient,
        without: of.without.iter().map(|part| (*part).into()).collect(),
        leave_out: facts.collect::<Result<_, _>>()?,
        show_accounts: of.show_accounts,
        us_letter: of.us_letter,
        with_exhibits: of.with_exhibits,
        covered: phrases(&of.covered)?,
    })
}

/// The phrases that are to be covered, each once, without blanks.
fn phrases(of: &[String]) -> Result<Vec<String>, AppError> {
    let mut all: Vec<String> = Vec::new();
    // A phrase is kept in a line, and line breaks are found as spaces.
    let of = of.iter().map(|phrase| phrase.split_whitespace().collect::<Vec<_>>().join(" "));
    for phrase in of.filter(|phrase| !phrase.is_empty()) {
        refuse_line("covered", &phrase)?;
        // Without a letter or a figure, nothing can be found.
        if Covered::of([&phrase]).is_empty() {
            return Err(refused("covered", "no_letters", [("text", &phrase)]));
        }
        if !all.contains(&phrase) {
            all.push(phrase);
        }
    }
    if all.len() > MOST_PHRASES {
        return Err(refused("covered", "too_long", []));
    }
    Ok(all)
}

pub(super) fn refuse_line(field: &str, line: &str) -> Result<(), AppError> {
    let checked = text::check(line, text::LINE);
    checked.map_err(|error| refused_with(vec![code_problem(field, &error.into())]))
}

/// What is chosen as screens show it.
fn view(of: &DossierChoice) -> wire::DossierChoice {
    wire::DossierChoice {
        dispute: of.dispute.to_string(),
        reader: of.reader.into(),
        prepared_for: of.recipient.clone(),
        leave_out: of.leave_out.iter().map(ToString::to_string).collect(),
        without: of.without.iter().map(|part| (*part).into()).collect(),
        show_accounts: of.show_accounts,
        us_letter: of.us_letter,
        with_exhibits: of.with_exhibits,
        covered: of.covered.clone(),
    }
}
