//! From the failures of the other crates to what crosses the boundary.

use std::collections::BTreeMap;

use holdfast_domain::typed::TypedError;
use holdfast_domain::validity::ProblemCode;
use holdfast_domain::{MoneyError, validity};
use holdfast_store::{OpenError, StoreError, Taken};
use uuid::Uuid;

use crate::to_wire;
use crate::wire::{AppError, ErrorCode, FieldProblem};

/// An error that needs no values.
pub(crate) fn plain(code: ErrorCode) -> AppError {
    AppError { code, values: BTreeMap::new(), problems: Vec::new() }
}

/// An error with the values that its sentence needs.
pub(crate) fn with<const N: usize>(code: ErrorCode, values: [(&str, String); N]) -> AppError {
    let values = values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    AppError { code, values, problems: Vec::new() }
}

impl AppError {
    /// The record is encrypted, and locked.
    pub fn locked() -> Self {
        plain(ErrorCode::Locked)
    }

    /// The record was to be encrypted, and is.
    pub fn already_encrypted() -> Self {
        plain(ErrorCode::AlreadyEncrypted)
    }

    /// The record is not encrypted.
    pub fn not_encrypted() -> Self {
        plain(ErrorCode::NotEncrypted)
    }

    /// What is one's own record's is not done in the sample.
    pub fn not_in_sample() -> Self {
        plain(ErrorCode::NotInSample)
    }

    /// What the page said is more than it ever has to say.
    pub fn message_too_long() -> Self {
        refused("message", "too_long", [])
    }
}

impl AppError {
    /// What was shown is no longer held.
    pub fn preview_gone() -> Self {
        plain(ErrorCode::PreviewGone)
    }
}

pub(crate) fn not_found() -> AppError {
    plain(ErrorCode::NotFound)
}

/// One field stands in the way.
pub(crate) fn refused<const N: usize>(
    field: &str,
    code: &str,
    values: [(&str, &str); N],
) -> AppError {
    refused_with(vec![problem(field, code, values)])
}

/// Several fields stand in the way.
pub(crate) fn refused_with(problems: Vec<FieldProblem>) -> AppError {
    AppError { code: ErrorCode::Refused, values: BTreeMap::new(), problems }
}

fn problem<const N: usize>(field: &str, code: &str, values: [(&str, &str); N]) -> FieldProblem {
    FieldProblem {
        field: field.to_owned(),
        code: code.to_owned(),
        values: values
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect(),
    }
}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        let detail = error.to_string();
        let with_detail = |code| with(code, [("detail", detail.clone())]);
        match error {
            StoreError::DiskFull => plain(ErrorCode::DiskFull),
            StoreError::ReadOnly => with_detail(ErrorCode::StoreReadOnly),
            StoreError::Io { .. } => with_detail(ErrorCode::Io),
            StoreError::Damaged { .. } => with_detail(ErrorCode::StoreDamaged),
            StoreError::Gone { path } => {
                with(ErrorCode::StoreGone, [("path", path.display().to_string())])
            }
            StoreError::Busy => plain(ErrorCode::StoreInUse),
            StoreError::PlaceTaken { by } => plain(match by {
                Taken::AnotherRecord => ErrorCode::PlaceOfAnotherRecord,
                Taken::AnotherKey => ErrorCode::PlaceUnderAnotherKey,
            }),
            StoreError::Conflict { .. } | StoreError::AlreadyUndone { .. } => {
                plain(ErrorCode::Conflict)
            }
            StoreError::ForGood { .. } => plain(ErrorCode::NeverUndone),
            StoreError::InUse { by, .. } => {
                with(ErrorCode::StillNamed, [("by", by.noun().as_str().to_owned())])
            }
            StoreError::InBin { record, .. } => {
                with(ErrorCode::InBin, [("record", record.noun().as_str().to_owned())])
            }
            StoreError::Missing { .. }
            | StoreError::NotFound { .. }
            | StoreError::NoAction { .. }
            | StoreError::NoOriginal { .. } => not_found(),
            StoreError::Erased { on, .. } => {
                with(ErrorCode::OriginalErased, [("on", crate::to_wire::day(on))])
            }
            StoreError::TooLarge { limit } => {
                with(ErrorCode::FileTooLarge, [("limit", limit.to_string())])
            }
            StoreError::Constraint { .. } | StoreError::Internal { .. } => {
                with_detail(ErrorCode::Internal)
            }
        }
    }
}

/// What the tables forbid when something is taken back is something that came in its place since.
pub(crate) fn in_the_way(error: StoreError) -> AppError {
    if matches!(error, StoreError::Constraint { .. }) {
        plain(ErrorCode::Conflict)
    } else {
        error.into()
    }
}

impl From<OpenError> for AppError {
    fn from(error: OpenError) -> Self {
        let shown = |path: &std::path::Path| path.display().to_string();
        match &error {
            OpenError::InUse { path } => with(ErrorCode::StoreInUse, [("path", shown(path))]),
            OpenError::Newer { path, found, known } => with(
                ErrorCode::StoreNewer,
                [("path", shown(path)), ("found", found.to_string()), ("known", known.to_string())],
            ),
            OpenError::Foreign { path } => with(ErrorCode::StoreForeign, [("path", shown(path))]),
            OpenError::Damaged { path, detail, backups } => with(
                ErrorCode::StoreDamaged,
                [
                    ("path", shown(path)),
                    ("detail", detail.clone()),
                    ("backup", backups.last().map(|path| shown(path)).unwrap_or_default()),
                    ("restorable", "yes".to_owned()),
                ],
            ),
            OpenError::OriginalsDamaged { path, detail } => with(
                ErrorCode::OriginalsDamaged,
                [("path", shown(path)), ("detail", detail.clone())],
            ),
            OpenError::OriginalsGone { path } => {
                with(ErrorCode::OriginalsGone, [("path", shown(path))])
            }
            OpenError::ReadOnly { path } => with(ErrorCode::StoreReadOnly, [("path", shown(path))]),
            OpenError::NoFolder { folder } => {
                with(ErrorCode::StoreNoFolder, [("path", shown(folder))])
            }
            OpenError::DiskFull { .. } => plain(ErrorCode::DiskFull),
            OpenError::Locked { .. } => plain(ErrorCode::Locked),
            OpenError::AlreadyEncrypted { .. } => plain(ErrorCode::AlreadyEncrypted),
            OpenError::NotEncrypted { .. } => plain(ErrorCode::NotEncrypted),
            OpenError::WrongPassphrase => plain(ErrorCode::WrongPassphrase),
            OpenError::WrongCode { is_mistyped } => {
                let mistyped = if *is_mistyped { "yes" } else { "" };
                with(ErrorCode::WrongRecoveryCode, [("mistyped", mistyped.to_owned())])
            }
            OpenError::PassphraseTooShort { min } => {
                with(ErrorCode::PassphraseTooShort, [("min", min.to_string())])
            }
            OpenError::KeyMissing { path } => with(ErrorCode::KeyMissing, [("path", shown(path))]),
            OpenError::KeyDamaged { path, detail } => {
                with(ErrorCode::KeyDamaged, [("path", shown(path)), ("detail", detail.clone())])
            }
            OpenError::Io { path, detail } => {
                with(ErrorCode::Io, [("path", shown(path)), ("detail", detail.clone())])
            }
        }
    }
}

/// A failure to keep or read one file, named as the person knows it.
pub(crate) fn of_file(error: StoreError, name: &str, limit: u64) -> AppError {
    if matches!(error, StoreError::TooLarge { .. }) {
        with(ErrorCode::FileTooLarge, [("name", name.to_owned()), ("limit", limit.to_string())])
    } else {
        error.into()
    }
}

impl From<MoneyError> for AppError {
    fn from(error: MoneyError) -> Self {
        match error {
            MoneyError::OutOfRange => refused("amount", "out_of_range", []),
            MoneyError::MixedCurrencies(..)
            | MoneyError::UnknownCurrency(_)
            | MoneyError::NotAnAmount(_)
            | MoneyError::TooManyDigits { .. } => {
                with(ErrorCode::Internal, [("detail", error.to_string())])
            }
        }
    }
}

/// A rule's finding as a problem of the form's field.
pub(crate) fn field_problem(of: &validity::Problem) -> FieldProblem {
    let field = of.at.field.strip_prefix("subject.").unwrap_or(of.at.field);
    let field = match field {
        "for" => "reason".to_owned(),
        "where" => "place".to_owned(),
        other => camel(other),
    };
    code_problem(&field, &of.code)
}

/// What a rule says of one field.
pub(crate) fn code_problem(field: &str, code: &ProblemCode) -> FieldProblem {
    let said = code.to_string();
    let mut values: Vec<(&str, String)> = vec![("said", said)];
    match *code {
        ProblemCode::TextTooLong { length, limit } => {
            values.extend([("length", length.to_string()), ("limit", limit.to_string())]);
        }
        ProblemCode::TextControlCharacter { position, .. } => {
            values.push(("position", (position + 1).to_string()));
        }
        ProblemCode::CurrencyDiffers { claim, movement } => {
            values.extend([("claim", claim.to_string()), ("movement", movement.to_string())]);
        }
        ProblemCode::TotalTooLarge { currency } => values.push(("currency", currency.to_string())),
        ProblemCode::PromiseDueBeforeMade { made_on, due_on } => {
            values.extend([("madeOn", to_wire::day(made_on)), ("dueOn", to_wire::day(due_on))]);
        }
        ProblemCode::DayInFuture { day } => values.push(("day", to_wire::day(day))),
        ProblemCode::MovementLargerThanOwed { owed } => values.push(("owed", owed.to_string())),
        ProblemCode::ReversalLargerThanPaid { paid }
        | ProblemCode::ReversalBeforePayment { paid } => values.push(("paid", paid.to_string())),
        ProblemCode::TextEmpty
        | ProblemCode::AmountNotPositive
        | ProblemCode::PriceNegative
        | ProblemCode::ContactNotOfParty { .. }
        | ProblemCode::RemedyWithoutPerson
        | ProblemCode::RemedyWithoutVendor
        | ProblemCode::RemedyWithoutClaim => {}
    }
    with_values(field, code.as_str(), values)
}

/// What could not be understood of what was typed.
pub(crate) fn typed_problem(field: &str, error: &TypedError) -> FieldProblem {
    let mut values: Vec<(&str, String)> = vec![("said", error.to_string())];
    match error {
        TypedError::Empty => {}
        TypedError::UnknownCurrency { text, currency } => {
            values.extend([("text", text.clone()), ("currency", currency.clone())]);
        }
        TypedError::TooManyDigits { text, currency, allowed } => values.extend([
            ("text", text.clone()),
            ("currency", (*currency).to_owned()),
            ("allowed", allowed.to_string()),
        ]),
        TypedError::WeekdayDiffers { text, weekday } => {
            values.extend([("text", text.clone()), ("weekday", weekday.to_string())]);
        }
        TypedError::NotAnAmount { text }
        | TypedError::NoCurrency { text }
        | TypedError::TwoCurrencies { text }
        | TypedError::Negative { text }
        | TypedError::Zero { text }
        | TypedError::TooLarge { text }
        | TypedError::NotADay { text }
        | TypedError::NoSuchDay { text }
        | TypedError::YearOutOfRange { text }
        | TypedError::NotATime { text }
        | TypedError::NoSuchTime { text } => values.push(("text", text.clone())),
    }
    with_values(field, error.code(), values)
}

fn with_values(field: &str, code: &str, values: Vec<(&str, String)>) -> FieldProblem {
    FieldProblem {
        field: field.to_owned(),
        code: code.to_owned(),
        values: values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
    }
}

/// The record that a problem lies in, by its id; the household itself has none.
pub(crate) fn uuid_of(record: validity::Record) -> Option<Uuid> {
    use validity::Record as R;
    Some(match record {
        R::Household => return None,
        R::Member(id) => id.uuid(),
        R::Vendor(id) => id.uuid(),
        R::Channel(_, id) => id.uuid(),
        R::Contact(id) => id.uuid(),
        R::Dispute(id) => id.uuid(),
        R::Party(id) => id.uuid(),
        R::Claim(id) => id.uuid(),
        R::Movement(_, id) => id.uuid(),
        R::Event(id) => id.uuid(),
        R::Fact(_, id) => id.uuid(),
        R::Issue(id) => id.uuid(),
        R::Promise(id) => id.uuid(),
        R::Offer(id) => id.uuid(),
        R::Rung(id) => id.uuid(),
        R::Advocacy(id) => id.uuid(),
        R::Remedy(id) => id.uuid(),
        R::Check(_, id) => id.uuid(),
        R::NextStep(id) => id.uuid(),
        R::Attachment(id) => id.uuid(),
        R::Citation(_, id) => id.uuid(),
    })
}

/// The name of a field as the window knows it.
fn camel(field: &str) -> String {
    let mut name = String::with_capacity(field.len());
    let mut capital = false;
    for letter in field.chars() {
        if letter == '_' {
            capital = true;
        } else if capital {
            name.extend(letter.to_uppercase());
            capital = false;
        } else {
            name.push(letter);
        }
    }
    name
}

/// Refuses what the rules refuse, and gives back what only looks like a slip.
pub(crate) fn sorted_out(problems: &[validity::Problem]) -> Result<Vec<FieldProblem>, AppError> {
    let of = |severity| {
        let those = problems.iter().filter(move |problem| problem.severity == severity);
        those.map(field_problem).collect::<Vec<_>>()
    };
    let refusals = of(validity::Severity::Refused);
    if refusals.is_empty() {
        Ok(of(validity::Severity::Warning))
    } else {
        Err(refused_with(refusals))
    }
}
