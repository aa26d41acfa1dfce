//! What is wrong with a file, and where.

use std::cell::{Cell, RefCell};
use std::fmt;

use holdfast_domain::Household;

/// What came of reading a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The household; `None` when any problem is an error, so that nothing is taken in by halves.
    pub household: Option<Household>,
    /// Everything that was found, in the order of the file as far as it could be kept.
    pub problems: Vec<Problem>,
}

impl Reading {
    /// The problems because of which nothing can be taken in.
    pub fn errors(&self) -> impl Iterator<Item = &Problem> {
        self.problems.iter().filter(|problem| problem.severity == Severity::Error)
    }

    /// The problems that are only worth a look.
    pub fn warnings(&self) -> impl Iterator<Item = &Problem> {
        self.problems.iter().filter(|problem| problem.severity == Severity::Warning)
    }
}

/// One thing that is wrong or looks like a slip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Whether the file can be taken in all the same.
    pub severity: Severity,
    /// Where it is, as a path such as `disputes[3].claims[0].amount` (counted from nought), or as a
    /// line and column where the file is not JSON at all.
    pub place: String,
    /// What sort of problem it is.
    pub code: Code,
    /// What is wrong, in plain English, as a sentence.
    pub message: String,
}

impl Problem {
    /// Whether something of the file is left out because of it, and the rest taken in.
    pub fn leaves_out(&self) -> bool {
        matches!(self.code, Code::UnknownKey | Code::Lonely)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.severity, self.place, self.message)
    }
}

/// Whether a file with the problem can be taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// It cannot.
    Error,
    /// It can; the person should look.
    Warning,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}

/// What sort of problem it is, so that no one needs to read English to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// The file is larger than what is read.
    TooLarge,
    /// The bytes are not UTF-8.
    NotUtf8,
    /// The file ends in the middle.
    CutShort,
    /// The text is not JSON.
    NotJson,
    /// Lists and objects lie too deep in one another.
    TooDeep,
    /// It is JSON, but no household file.
    NotAHouseholdFile,
    /// It is a household file of a version that is not known.
    UnknownVersion,
    /// A name that the format does not have. It is kept out.
    UnknownKey,
    /// One object names the same thing twice.
    NamedTwice,
    /// Two records of one kind bear the same `key`.
    KeyTaken,
    /// Something that has to be there is not.
    Missing,
    /// A number where text belongs, and the like.
    WrongType,
    /// A word that its vocabulary does not have.
    NotInVocabulary,
    /// A key that no record of that kind bears.
    UnknownReference,
    /// Not a day of the calendar, or not written as one.
    NotADay,
    /// Neither a day nor an instant with an offset.
    NotAnInstant,
    /// Not a time of day.
    NotATime,
    /// Not an amount, not positive, with too many digits, or too large.
    NotAnAmount,
    /// A currency that ISO 4217 does not have.
    UnknownCurrency,
    /// Text that cannot be kept: empty, too long, or with control characters.
    BadText,
    /// One thing of two that only make sense together.
    Lonely,
    /// The same thing stands in one list twice. It is kept once.
    Repeated,
    /// The record contradicts itself, as a promise that is due before it was made.
    Contradiction,
    /// Possible, but it looks like a slip.
    Slip,
    /// There are more problems than are worth listing.
    TooManyProblems,
}

/// How many problems of each severity are listed. A file with more is wrong in some general way
/// that the first hundreds show well enough.
const LISTED: usize = 300;

/// Collects problems while a file is read. Reading goes on after an error, so that a person sees
/// everything that is wrong at once.
#[derive(Debug, Default)]
pub(super) struct Log {
    problems: RefCell<Vec<Problem>>,
    errors: Cell<usize>,
    warnings: Cell<usize>,
}

impl Log {
    /// Something because of which nothing can be taken in.
    pub(super) fn error(&self, place: impl Into<String>, code: Code, message: impl Into<String>) {
        self.add(Severity::Error, &self.errors, place.into(), code, message.into());
    }

    /// Something that looks like a slip.
    pub(super) fn warn(&self, place: impl Into<String>, code: Code, message: impl Into<String>) {
        self.add(Severity::Warning, &self.warnings, place.into(), code, message.into());
    }

    fn add(
        &self,
        severity: Severity,
        seen: &Cell<usize>,
        place: String,
        code: Code,
        message: String,
    ) {
        seen.set(seen.get() + 1);
        if seen.get() <= LISTED {
            self.problems.borrow_mut().push(Problem { severity, place, code, message });
        }
    }

    /// Whether anything was found because of which nothing can be taken in.
    pub(super) fn has_errors(&self) -> bool {
        self.errors.get() > 0
    }

    /// The reading, with the household only where there is no error.
    pub(super) fn into_reading(self, household: Option<Household>) -> Reading {
        let (errors, warnings) = (self.errors.get(), self.warnings.get());
        let mut problems = self.problems.into_inner();
        for (severity, seen) in [(Severity::Error, errors), (Severity::Warning, warnings)] {
            if seen > LISTED {
                problems.push(Problem {
                    severity,
                    place: "file".to_owned(),
                    code: Code::TooManyProblems,
                    message: format!("There are {} more {severity}s like these.", seen - LISTED),
                });
            }
        }
        Reading { household: household.filter(|_| errors == 0), problems }
    }
}
