//! The dossier: what is chosen for each of its readers, and the editions that were sent.

mod preset;

pub use preset::dossier_recipient;

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, Utc};

use crate::{
    DisputeId, DossierChoiceId, DossierPart, DossierReader, FactId, SentDossierId, Sha256,
};

/// What is chosen for the dossier of a dispute and one reader. What nobody chose follows from the
/// reader, see [`DossierChoice::preset`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DossierChoice {
    /// Which choice.
    pub id: DossierChoiceId,
    /// The dispute.
    pub dispute: DisputeId,
    /// Who reads it. A dispute has one choice for each reader.
    pub reader: DossierReader,
    /// For whom it is prepared, as the cover says.
    pub recipient: Option<String>,
    /// The parts that are left out.
    pub without: Vec<DossierPart>,
    /// The facts that are left out.
    pub leave_out: Vec<FactId>,
    /// Whether account numbers are shown whole.
    pub show_accounts: bool,
    /// Whether it is set on US Letter rather than A4.
    pub us_letter: bool,
    /// Whether the exhibits themselves are within, not only their index.
    pub with_exhibits: bool,
    /// Words and phrases that are covered wherever they stand, a line each.
    pub covered: Vec<String>,
}

/// An edition of a dossier as it was sent. Nothing of it changes any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentDossier {
    /// Which edition.
    pub id: SentDossierId,
    /// The dispute.
    pub dispute: DisputeId,
    /// Who reads it.
    pub reader: DossierReader,
    /// To whom it went, as the household calls them.
    pub recipient: Option<String>,
    /// The day on which it was sent.
    pub on: NaiveDate,
    /// Names the PDF among the originals.
    pub pdf: Sha256,
    /// How many bytes the PDF has.
    pub pdf_size: u64,
    /// The numbers that its exhibits have, by which the other side may speak of them.
    pub exhibits: Vec<NumberedExhibit>,
    /// When it was marked as sent.
    pub marked_at: DateTime<Utc>,
}

/// The number of an exhibit in an edition that was sent.
///
/// It is written as the number, a space and the hash: `4 9f86…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct NumberedExhibit {
    /// From 1.
    pub number: u32,
    /// The original.
    pub sha256: Sha256,
}

impl fmt::Display for NumberedExhibit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.number, self.sha256)
    }
}

/// That a line does not say which number an exhibit has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no number of an exhibit")]
pub struct NotNumbered;

impl FromStr for NumberedExhibit {
    type Err = NotNumbered;

    fn from_str(line: &str) -> Result<Self, NotNumbered> {
        let (number, sha256) = line.split_once(' ').ok_or(NotNumbered)?;
        Ok(Self {
            number: number.parse().map_err(|_| NotNumbered)?,
            sha256: sha256.parse().map_err(|_| NotNumbered)?,
        })
    }
}

/// The numbers that exhibits have had since an edition was sent, in their order. `sent` holds the
/// editions from the oldest on: an exhibit keeps the number that it had first, and a number that was
/// once given is no other exhibit's.
pub fn numbers_kept<'a>(sent: impl IntoIterator<Item = &'a SentDossier>) -> Vec<NumberedExhibit> {
    let mut kept: Vec<NumberedExhibit> = Vec::new();
    for one in sent.into_iter().flat_map(|edition| &edition.exhibits) {
        let taken = |it: &NumberedExhibit| it.sha256 == one.sha256 || it.number == one.number;
        if !kept.iter().any(taken) {
            kept.push(*one);
        }
    }
    kept.sort_by_key(|one| one.number);
    kept
}
