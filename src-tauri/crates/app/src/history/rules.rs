//! What must hold of a record that went back to a moment: what holds of one that is saved.

use holdfast_domain::NaiveDate;
use holdfast_domain::validity::{self, Problem, Severity};
use holdfast_store::{Record, Writer};

use crate::error::{field_problem, not_found, plain, with};
use crate::letters::edits;
use crate::wire::{AppError, ErrorCode, FieldProblem};

/// Refuses what never goes back: a letter that went out.
pub(super) fn may_go_back(writer: &Writer<'_>, record: Record) -> Result<(), AppError> {
    let Record::Letter(letter) = record else { return Ok(()) };
    match writer.sending_of(letter)? {
        Some(_) => Err(plain(ErrorCode::LetterSent)),
        None => Ok(()),
    }
}

/// What the rules find in a record as it stands now, and in the dispute that it is of.
pub(super) fn problems(
    writer: &Writer<'_>,
    record: Record,
    today: NaiveDate,
) -> Result<Vec<Problem>, AppError> {
    Ok(match record {
        Record::Household(_) => {
            validity::household_name(&writer.household_name()?.unwrap_or_default())
        }
        Record::Member(id) => {
            writer.member(id)?.iter().flat_map(validity::member_problems).collect()
        }
        Record::Vendor(id) => {
            writer.vendor(id)?.iter().flat_map(validity::vendor_problems).collect()
        }
        Record::Contact(id) => {
            writer.contact(id)?.iter().flat_map(validity::contact_problems).collect()
        }
        Record::Attachment(id) => match writer.attachment(id)? {
            Some(attachment) => validity::attachment_problems(&attachment, today),
            None => Vec::new(),
        },
        Record::Event(id) => match writer.event(id)? {
            Some(event) => match writer.dispute(event.dispute)? {
                Some(dispute) => {
                    validity::event_problems(&event, &dispute.parties, &writer.contacts()?, today)
                }
                None => Vec::new(),
            },
            None => Vec::new(),
        },
        Record::Dispute(_)
        | Record::Party(_)
        | Record::Claim(_)
        | Record::Movement(_)
        | Record::Issue(_)
        | Record::Promise(_)
        | Record::Offer(_)
        | Record::Rung(_)
        | Record::Advocacy(_)
        | Record::Remedy(_)
        | Record::Check(_)
        | Record::NextStep(_) => of_dispute(writer, record, today)?,
        Record::VendorChannel(_)
        | Record::EventContact(_)
        | Record::Fact(_)
        | Record::IssueFact(_)
        | Record::Citation(_)
        | Record::CoveredArea(_)
        | Record::Letter(_)
        | Record::LetterEdit(_)
        | Record::SentLetter(_)
        | Record::LetterTemplate(_)
        | Record::Account(_)
        | Record::Statement(_)
        | Record::StatementMatch(_)
        | Record::CsvLayout(_)
        | Record::RefundLayout(_)
        | Record::Snooze(_)
        | Record::Clock(_)
        | Record::DossierChoice(_)
        | Record::SentDossier(_) => Vec::new(),
    })
}

fn of_dispute(
    writer: &Writer<'_>,
    record: Record,
    today: NaiveDate,
) -> Result<Vec<Problem>, AppError> {
    let Some(id) = writer.dispute_of(record)? else { return Ok(Vec::new()) };
    let Some(dispute) = writer.dispute(id)? else { return Ok(Vec::new()) };
    Ok(validity::problems(&dispute, &[], &writer.contacts()?, today))
}

/// Refuses what the way back brought about, and gives what only looks like a slip. `before` is what
/// the rules had found already.
pub(super) fn judged(
    before: &[Problem],
    after: Vec<Problem>,
) -> Result<Vec<FieldProblem>, AppError> {
    let brought = || after.iter().filter(|problem| !before.contains(problem));
    let of = |severity| -> Vec<FieldProblem> {
        brought().filter(|problem| problem.severity == severity).map(field_problem).collect()
    };
    let refused = of(Severity::Refused);
    if refused.is_empty() {
        return Ok(of(Severity::Warning));
    }
    Err(AppError { problems: refused, ..plain(ErrorCode::NoWayBack) })
}

/// Looks at a record that went back: nothing comes back into a dispute that lies in the bin, a letter
/// names only what it can, and a kind of letter has one template in place of Holdfast's.
pub(super) fn settled(writer: &mut Writer<'_>, record: Record) -> Result<(), AppError> {
    if let Some(dispute) = writer.dispute_of(record)?
        && writer.dispute(dispute)?.is_none()
    {
        return Err(with(ErrorCode::InBin, [("record", "dispute".to_owned())]));
    }
    if let Record::Letter(id) = record {
        let letter = writer.letter(id)?.ok_or_else(not_found)?;
        let dispute = writer.dispute(letter.dispute)?.ok_or_else(not_found)?;
        edits::check(writer, &dispute, &letter)
            .map_err(|error| AppError { code: ErrorCode::NoWayBack, ..error })?;
    }
    if let Record::LetterTemplate(id) = record {
        crate::bin::only_one_for_its_kind(writer, id.uuid())?;
    }
    Ok(())
}
